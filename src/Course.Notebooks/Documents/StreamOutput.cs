namespace Course.Notebooks.Documents;

/// <summary>Text that a cell wrote to the console.</summary>
/// <param name="name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="text">What was written.</param>
public sealed class StreamOutput(string name, string text) : CellOutput
{
    /// <summary><c>stdout</c> or <c>stderr</c>.</summary>
    public string Name { get; set; } = name;

    /// <summary>What was written.</summary>
    public string Text { get; set; } = text;
}
