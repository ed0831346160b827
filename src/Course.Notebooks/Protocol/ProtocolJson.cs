using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Protocol;

/// <summary>Serializers for everything that crosses the pipes, generated at compile time so that they do not slow down the start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    // What comes from a worker is hostile: nothing may be missing or null that an event promises.
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowOutOfOrderMetadataProperties = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    Converters = [typeof(MimeBundleJson)])]
[JsonSerializable(typeof(WorkerCommand))]
[JsonSerializable(typeof(WorkerEvent))]
internal sealed partial class ProtocolJson : JsonSerializerContext
{
    /// <summary>For writing, without unnecessary escapes.</summary>
    public static ProtocolJson Compact => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

/// <summary>A bundle as an object of texts: JSON in it is not parsed on the way, and arrives character for character.</summary>
internal sealed class MimeBundleJson : JsonConverter<MimeBundle>
{
    /// <inheritdoc/>
    public override MimeBundle Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A mime bundle is an object.");
        var bundle = new MimeBundle();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string mimeType = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw new JsonException("The forms of a mime bundle are texts.");
            bundle.Add(mimeType, reader.GetString()!);
        }

        return bundle;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MimeBundle value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string mimeType, string text) in value.ToTexts())
            writer.WriteString(mimeType, text);
        writer.WriteEndObject();
    }
}
