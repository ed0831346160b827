using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>Something a code cell showed: <see cref="StreamOutput"/>, <see cref="DisplayOutput"/>, <see cref="ResultOutput"/> or <see cref="ErrorOutput"/>.</summary>
public abstract class CellOutput
{
    private protected CellOutput()
    {
    }

    /// <summary>Members of the file that this version does not know; they are saved again.</summary>
    public JsonObject OtherMembers { get; internal set; } = [];
}
