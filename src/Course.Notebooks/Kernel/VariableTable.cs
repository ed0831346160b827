using System.Text;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel.Formatting;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Notebooks.Kernel;

/// <summary>The output of <c>#!who</c> and <c>#!whos</c>.</summary>
internal static class VariableTable
{
    internal static MimeBundle Names(IEnumerable<KernelVariable> variables) =>
        new("text/plain", string.Join('\n', variables.Select(variable => variable.Name)));

    internal static MimeBundle WithValues(IEnumerable<KernelVariable> variables)
    {
        var html = new StringBuilder("<table><thead><tr><th>Variable</th><th>Type</th><th>Value</th></tr></thead><tbody>");
        foreach (KernelVariable variable in variables)
        {
            ValueFormatter.Prepare(variable.Value?.GetType());
            html.Append("<tr><td>").Append(Encode(variable.Name)).Append("</td><td>").Append(Encode(MethodNames.ShortName(variable.Type)))
                .Append("</td><td>").Append(Encode(variable.Value.ToDisplayString("text/plain"))).Append("</td></tr>");
        }
        return new MimeBundle("text/html", html.Append("</tbody></table>").ToString());
    }

    private static string Encode(string text) => System.Net.WebUtility.HtmlEncode(text);
}

/// <summary>A variable that a cell declared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="Value">Its current value.</param>
public sealed record KernelVariable(string Name, Type Type, object? Value);
