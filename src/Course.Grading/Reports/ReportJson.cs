using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Course.Grading.Reports;

/// <summary>
/// The serializer for reports. A student's text is escaped with JSON's default rules, because a report may be pasted into a page.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClassReport))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    /// <summary>For files that people read.</summary>
    public static ReportJson Indented =>
        field ??= new(new JsonSerializerOptions(Default.Options)
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Default
        });

    /// <summary>A file in a form that another system has.</summary>
    public static string Text(JsonNode json) => json.ToJsonString(Indented.Options) + "\n";
}
