using System.Text.Json.Serialization;

namespace Course.Notebooks.Protocol;

/// <summary>The use of something that a library declares.</summary>
/// <param name="Namespace">Its namespace; empty for none.</param>
/// <param name="Type">The type's full name without type parameters, <c>Course.Threshold.Perceptron</c>; <c>dynamic</c> for what is bound at run time.</param>
/// <param name="Member">The member's name; null where the type itself is used.</param>
/// <param name="Cell">The cell in which it stands.</param>
/// <param name="Line">The line of the cell, from 1.</param>
internal sealed record SymbolUse(string Namespace, string Type, string? Member, int Cell, int Line)
{
    /// <summary>The full name of what is used.</summary>
    [JsonIgnore]
    public string Name => Member is null ? Type : $"{Type}.{Member}";
}
