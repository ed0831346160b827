using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course.Notebooks.Protocol;

/// <summary>How the runner starts a worker, and which words they share.</summary>
internal static class WorkerProtocol
{
    /// <summary>The first argument by which this program becomes a worker.</summary>
    internal const string CommandName = "worker";

    /// <summary>The variable in which the runner names the culture to begin in.</summary>
    internal const string CultureVariable = "COURSE_CULTURE";

    /// <summary>The version of what <see cref="WorkerCommand"/> and <see cref="WorkerEvent"/> say.</summary>
    internal const int Version = 3;
}

/// <summary>What a worker is there for.</summary>
internal enum WorkerMode
{
    /// <summary>Runs cells and tells what they show.</summary>
    Run,

    /// <summary>Runs cells, collects the answers they hand in, and calls those.</summary>
    Grade,

    /// <summary>Reads cells and says what they use; runs none.</summary>
    Analyze,
}

/// <summary>Serializers of what crosses the pipes, generated at compile time so that they cost no time at start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(WorkerCommand))]
[JsonSerializable(typeof(WorkerEvent))]
internal sealed partial class ProtocolJson : JsonSerializerContext
{
    /// <summary>For writing: nothing is escaped that need not be.</summary>
    public static ProtocolJson Compact => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
