using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Course.McCullochPitts;

/// <summary>
/// A truth table for display: one column per input, one per output, one row per combination of the inputs. Defined in lesson 01.
/// </summary>
/// <param name="inputs">The names of the inputs.</param>
/// <param name="outputs">The outputs, each a function of all inputs.</param>
public sealed class TruthTable(IReadOnlyList<string> inputs, IReadOnlyList<(string Name, BooleanFunction Function)> outputs) : IHtmlContent
{
    /// <summary>The names of the inputs.</summary>
    public IReadOnlyList<string> Inputs { get; } = inputs;

    /// <summary>The outputs, each a function of all inputs.</summary>
    public IReadOnlyList<(string Name, BooleanFunction Function)> Outputs { get; } = outputs.All(o => o.Function.Inputs == inputs.Count)
        ? outputs
        : throw new ArgumentException($"Every output must be a function of the {inputs.Count} inputs.", nameof(outputs));

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        const string Cell = "padding:2px 12px;text-align:center";
        const string FirstOutput = Cell + ";border-left:1px solid currentColor";
        writer.Write(
            "<table style=\"border-collapse:collapse;color:inherit;font-variant-numeric:tabular-nums;margin:4px 0\"><thead><tr "
                + "style=\"border-bottom:1px solid currentColor\">");
        foreach (string name in Inputs)
            writer.Write($"<th style=\"{Cell}\">{encoder.Encode(name)}</th>");
        for (int i = 0; i < Outputs.Count; i++)
            writer.Write($"<th style=\"{(i == 0 ? FirstOutput : Cell)}\">{encoder.Encode(Outputs[i].Name)}</th>");
        writer.Write("</tr></thead><tbody>");
        for (int row = 0; row < 1 << Inputs.Count; row++)
        {
            writer.Write("<tr>");
            foreach (bool x in BooleanFunction.InputsOf(row, Inputs.Count))
                writer.Write($"<td style=\"{Cell}\">{(x ? 1 : 0)}</td>");
            for (int i = 0; i < Outputs.Count; i++)
                writer.Write($"<td style=\"{(i == 0 ? FirstOutput : Cell)}\">{(Outputs[i].Function[row] ? "<b>1</b>" : "0")}</td>");
            writer.Write("</tr>");
        }

        writer.Write("</tbody></table>");
    }

    /// <summary>The table in plain text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(string.Join(' ', Inputs)).Append(" | ").Append(string.Join(' ', Outputs.Select(o => o.Name)));
        for (int row = 0; row < 1 << Inputs.Count; row++)
        {
            bool[] x = BooleanFunction.InputsOf(row, Inputs.Count);
            text.Append('\n').Append(string.Join(' ', x.Zip(Inputs, (bit, name) => (bit ? "1" : "0").PadLeft(name.Length))));
            text.Append(" | ").Append(string.Join(' ', Outputs.Select(o => (o.Function[row] ? "1" : "0").PadLeft(o.Name.Length))));
        }

        return text.ToString();
    }
}
