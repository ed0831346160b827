using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Course.Notebooks.Documents;

namespace Course.FrontEnds.Tests;

/// <summary>
/// What a reader sees below a cell, in a form in which two front ends can be compared: adjacent streams merged, times and ids left out.
/// </summary>
internal static partial class Screen
{
    /// <summary>One text a cell.</summary>
    internal static IEnumerable<string> Of(NotebookDocument document) => document.Cells.OfType<CodeCell>().Select(Of);

    private static string Of(CodeCell cell)
    {
        var shown = new StringBuilder($"[{cell.ExecutionCount}]\n");
        string? stream = null;
        foreach (CellOutput output in cell.Outputs)
        {
            if (output is StreamOutput written)
            {
                if (written.Name != stream) shown.Append('\n').Append(written.Name).Append(": ");
                shown.Append(written.Text);
                stream = written.Name;
                continue;
            }

            stream = null;
            shown.Append(output switch
            {
                DisplayOutput display => $"\ndisplay {Text(display.Data)}",
                ResultOutput result => $"\nresult {Text(result.Data)}",
                ErrorOutput error => $"\nerror {error.Name}: {error.Value}",
                _ => $"\n{output.GetType().Name}",
            });
        }

        return Volatile().Replace(shown.ToString(), "#");
    }

    private static string Text(MimeBundle data) => string.Join('\n', data.Contents
        .OrderBy(form => form.Key, StringComparer.Ordinal)
        .Select(form =>
            $"{form.Key}: {(form.Value is JsonValue value && value.TryGetValue(out string? text) ? text : Sorted(form.Value)?.ToJsonString())}"));

    // Jupyter sorts the members of all JSON when it saves a notebook, and writes numbers as Python does: 1e-07, and 0 for -0.
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(value.GetValue<double>() + 0.0),
        _ => node?.DeepClone(),
    };

    // Seconds and speeds, with the units that lessons give them, what lesson 01 makes of its own speed, and ids drawn by chance.
    [GeneratedRegex(@"(\d+ min )?\d[\d.,]*\s?(s( each)?|ms|/s)\b|(?<=(synapses a second|at the speed of nerves): )[\d,]+|[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Volatile();
}
