using System.Globalization;

namespace Course.Notebooks.Export;

/// <summary>A cell as parts of a program.</summary>
/// <param name="number">Its place among all cells, from 1.</param>
/// <param name="id">Its id.</param>
/// <param name="prose">The text of a cell that is prose; null for code.</param>
internal sealed class ProgramCell(int number, string id, string? prose)
{
    /// <summary>Stands in <see cref="Members"/> where a modifier may say who uses the member.</summary>
    public const string Access = "\u0001";

    public int Number => number;

    public string Id => id;

    public string? Prose => prose;

    /// <summary>Its using directives.</summary>
    public List<string> Usings { get; } = [];

    /// <summary>The names that it declares.</summary>
    public HashSet<string> Names { get; } = [];

    /// <summary>What it declares, as members of a class; without a modifier that says who may use them.</summary>
    public List<string> Members { get; } = [];

    /// <summary>What it does.</summary>
    public List<string> Statements { get; } = [];

    /// <summary>Whether its statements await something.</summary>
    public bool IsAsync { get; set; }

    /// <summary>Whether it calls <c>display</c>, which only notebooks have.</summary>
    public bool Displays { get; set; }

    /// <summary>The method of its statements: <c>Cell07_XorNet</c>.</summary>
    public string Method => string.Create(CultureInfo.InvariantCulture, $"Cell{number:00}_")
        + string.Concat(id.Split('-', '_', '.').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
