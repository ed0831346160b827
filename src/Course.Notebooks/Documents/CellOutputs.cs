using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>
/// One output of a code cell: <see cref="StreamOutput"/>, <see cref="DisplayOutput"/>, <see cref="ResultOutput"/> or <see
/// cref="ErrorOutput"/>.
/// </summary>
public abstract class CellOutput
{
    private protected CellOutput()
    {
    }

    /// <summary>Members of the file that this version does not know; they are preserved when saving.</summary>
    public JsonObject OtherMembers { get; internal set; } = [];
}

/// <summary>Text that a cell wrote to the console.</summary>
/// <param name="name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="text">The written text.</param>
public sealed class StreamOutput(string name, string text) : CellOutput
{
    /// <summary><c>stdout</c> or <c>stderr</c>.</summary>
    public string Name { get; set; } = name;

    /// <summary>The written text.</summary>
    public string Text { get; set; } = text;
}

/// <summary>Something a cell displayed while it ran (<c>display_data</c>).</summary>
/// <param name="data">Its representations.</param>
public sealed class DisplayOutput(MimeBundle data) : CellOutput
{
    /// <summary>Its representations: mime type to content.</summary>
    public MimeBundle Data { get; set; } = data;

    /// <summary>Metadata of the representations, by mime type, for example a picture's size.</summary>
    public JsonObject Metadata { get; set; } = [];
}

/// <summary>The value of a cell's last expression (<c>execute_result</c>).</summary>
/// <param name="data">Its representations.</param>
/// <param name="executionCount">The number in the brackets beside the cell.</param>
public sealed class ResultOutput(MimeBundle data, int? executionCount = null) : CellOutput
{
    /// <summary>Its representations: mime type to content.</summary>
    public MimeBundle Data { get; set; } = data;

    /// <summary>Metadata of the representations, by mime type.</summary>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>The number in the brackets beside the cell.</summary>
    public int? ExecutionCount { get; set; } = executionCount;
}

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
