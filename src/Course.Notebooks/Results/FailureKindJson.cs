using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Notebooks.Results;

/// <summary>Writes a kind of failure as one word in a report: <c>timeout</c>.</summary>
internal sealed class FailureKindJson() : JsonStringEnumConverter<FailureKind>(JsonNamingPolicy.CamelCase);
