namespace Course.Notebooks.Documents;

/// <summary>The error that ended a cell.</summary>
/// <param name="name">The error's name: an exception's type or a compiler error's number.</param>
/// <param name="value">Its message.</param>
/// <param name="traceback">The lines to show, message first.</param>
public sealed class ErrorOutput(string name, string value, IEnumerable<string> traceback) : CellOutput
{
    /// <summary>The error's name: an exception's type or a compiler error's number.</summary>
    public string Name { get; set; } = name;

    /// <summary>Its message.</summary>
    public string Value { get; set; } = value;

    /// <summary>The lines to show, message first.</summary>
    public IList<string> Traceback { get; } = [.. traceback];
}
