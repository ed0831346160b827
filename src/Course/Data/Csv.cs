using System.Text;

namespace Course.Data;

/// <summary>Reads comma-separated values. Double quotes surround a field that contains a comma, a doubled quote or a line break.</summary>
public static class Csv
{
    /// <summary>Reads all rows, including the header.</summary>
    /// <param name="content">The uncompressed text, in UTF-8.</param>
    /// <param name="name">What to call the file in an error.</param>
    /// <param name="separator">The character between fields: a comma, or a tab for tsv.</param>
    /// <exception cref="DatasetCorruptException">A quoted field does not end, or a row has a different number of fields from the
    /// first.</exception>
    public static IReadOnlyList<string[]> Read(Stream content, string name, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            return ReadAll(content, name, separator);
        }
        catch (InvalidDataException error)
        {
            throw new DatasetCorruptException($"{name} is not a whole gzip file.", error);
        }
    }

    private static List<string[]> ReadAll(Stream content, string name, char separator)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        var rows = new List<string[]>();
        int line = 1;
        while (reader.Peek() >= 0)
        {
            int start = line;
            string[] row = ReadRow(reader, separator, ref line)
                ?? throw new DatasetCorruptException($"{name}, line {start}: a quoted field does not end.");
            if (row is [""]) continue;
            if (rows.Count > 0 && row.Length != rows[0].Length)
            {
                throw new DatasetCorruptException($"{name}, line {start}: {row.Length} fields where the first row has {rows[0].Length}.");
            }

            rows.Add(row);
        }

        return rows;
    }

    private static string[]? ReadRow(TextReader reader, char separator, ref int line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        while (true)
        {
            int next = reader.Read();
            if (next == '\n') line++;
            if (quoted)
            {
                if (next < 0) return null;
                if (next != '"') field.Append((char)next);
                else if (reader.Peek() == '"') field.Append((char)reader.Read());
                else quoted = false;
            }
            else if (next == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (next == separator || next == '\n' || next < 0)
            {
                fields.Add(field.ToString());
                field.Clear();
                if (next != separator) return [.. fields];
            }
            else if (next != '\r')
            {
                field.Append((char)next);
            }
        }
    }
}
