using System.Text;

namespace Course.Grading.Tests.Reports;

/// <summary>A reader of CSV as RFC 4180 has it.</summary>
internal static class CsvText
{
    internal static string[][] Read(string text, char separator = ',')
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[++i]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (!quoted && (text[i] == separator || text[i] == '\n'))
            {
                row.Add(field.ToString());
                field.Clear();
                if (text[i] == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else if (quoted || text[i] != '\r')
                field.Append(text[i]);
        }

        Assert.False(quoted, "a quote is never closed");
        Assert.Equal(0, row.Count + field.Length);
        Assert.All(rows, some => Assert.Equal(rows[0].Length, some.Length));
        return [.. rows];
    }
}
