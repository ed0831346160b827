using Course.Notebooks.Documents;

namespace Course.Notebooks.Kernel.Compiler;

/// <summary>Reads the C# of a file for <c>#!import</c>.</summary>
internal static class ImportedCells
{
    /// <summary>The code of each cell, with its name in stack traces.</summary>
    /// <exception cref="DirectiveException">The file does not exist or cannot be read.</exception>
    internal static IReadOnlyList<(string Name, string Code)> Read(string path, int line)
    {
        string file = Path.GetFileName(path);
        if (!File.Exists(path))
            throw new DirectiveException($"{path} is not there (looked in {Path.GetDirectoryName(Path.GetFullPath(path))}).", line);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".IPYNB" => Notebook(path, file, line),
            ".DIB" => Interactive(File.ReadAllText(path), file),
            ".CSX" or ".CS" => [(file, File.ReadAllText(path))],
            _ => throw new DirectiveException($"{path} cannot be imported: only .ipynb, .dib, .csx and .cs can.", line),
        };
    }

    private static IReadOnlyList<(string Name, string Code)> Notebook(string path, string file, int line)
    {
        try
        {
            NotebookDocument notebook = NotebookDocument.Load(path);
            return [.. notebook.Cells.Index().Where(cell => cell.Item is CodeCell)
                .Select(cell => (Name(file, cell.Index), CellLanguage.Code(notebook, cell.Item)))];
        }
        catch (NotebookFormatException e)
        {
            throw new DirectiveException(e.Message, line);
        }
    }

    // A .dib is text; a line with a kernel's magic starts a cell. Metadata and prose are not code.
    private static List<(string Name, string Code)> Interactive(string text, string file)
    {
        var cells = new List<(string Name, string Code)>();
        var code = new List<string>();
        string language = "#!csharp";
        int count = 0;
        foreach (string line in (string[])[.. text.ReplaceLineEndings("\n").Split('\n'), "#!end"])
        {
            string magic = line.Trim();
            if (magic is not ("#!csharp" or "#!c#" or "#!markdown" or "#!html" or "#!meta" or "#!end") && !IsOtherKernel(magic))
            {
                code.Add(line);
                continue;
            }
            if (code.Any(part => !string.IsNullOrWhiteSpace(part)))
            {
                if (language is "#!csharp" or "#!c#")
                    cells.Add((Name(file, count), string.Join('\n', code)));
                else if (IsOtherKernel(language))
                    cells.Add((Name(file, count), $"{language}\n{string.Join('\n', code)}"));
                count++;
            }
            code.Clear();
            language = magic;
        }
        return cells;
    }

    private static bool IsOtherKernel(string magic) =>
        magic is "#!fsharp" or "#!f#" or "#!pwsh" or "#!powershell" or "#!javascript" or "#!js" or "#!sql" or "#!kql" or "#!value"
            or "#!mermaid" or "#!http";

    private static string Name(string file, int index) => FormattableString.Invariant($"{file} cell {index + 1}");
}
