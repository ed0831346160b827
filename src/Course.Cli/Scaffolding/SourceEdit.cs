namespace Course.Cli.Scaffolding;

/// <summary>Additions to a C# file that leave the rest unchanged.</summary>
internal static class SourceEdit
{
    /// <summary>Adds a using directive in its sorted position.</summary>
    /// <param name="code">The file.</param>
    /// <param name="name">A namespace, or <c>static</c> and a type.</param>
    public static string WithUsing(string code, string name)
    {
        string line = $"using {name};";
        List<string> usings = [.. code.Split('\n').TakeWhile(each => each.StartsWith("using ", StringComparison.Ordinal))];
        if (usings.Contains(line)) return code;
        string rest = usings.Count > 0 ? code[usings.Sum(each => each.Length + 1)..] : "\n" + code;
        return string.Concat(usings.Append(line).Order(StringComparer.Ordinal).Select(each => each + "\n")) + rest;
    }

    /// <summary>Adds an item at the end of a collection expression.</summary>
    /// <param name="code">The file.</param>
    /// <param name="list">The property that is the collection: <c>All</c>.</param>
    /// <param name="item">The item: whole lines if items are on their own lines, otherwise the bare expression.</param>
    public static string WithItem(string code, string list, string item)
    {
        int begin = code.IndexOf('[', code.IndexOf($"> {list} ", StringComparison.Ordinal));
        if (item.EndsWith('\n')) return code.Insert(code.IndexOf("\n    ];\n", begin, StringComparison.Ordinal) + 1, item);
        int end = code.IndexOf("];", begin, StringComparison.Ordinal);
        return code.Insert(end, end > begin + 1 ? ", " + item : item);
    }

    /// <summary>Adds a member at the end of the only type.</summary>
    /// <param name="code">The file.</param>
    /// <param name="member">Whole lines.</param>
    public static string WithMember(string code, string member) => code.Insert(code.LastIndexOf('}'), "\n" + member);
}
