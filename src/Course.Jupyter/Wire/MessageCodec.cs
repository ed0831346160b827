using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Course.Notebooks.Documents;

namespace Course.Jupyter.Wire;

/// <summary>
/// Encodes messages as frames: the route, a delimiter, the signature, then header, parent header, metadata and content as JSON; buffers may
/// follow. The signature is the HMAC-SHA-256 of these four, in hexadecimal. Messages that are malformed, badly signed or replayed are
/// rejected.
/// </summary>
internal sealed class MessageCodec(ConnectionFile connection)
{
    private const int SignedFrames = 4;

    private static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] key = connection.Key.ToArray();
    private readonly ReplayGuard seen = new();

    private static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>The signed frames of a message.</summary>
    public IReadOnlyList<byte[]> Encode(Message message)
    {
        byte[][] signed = [message.Header.Raw, message.Parent.Raw, "{}"u8.ToArray(),
            Encoding.UTF8.GetBytes(PythonJsonWriter.WriteCompact(message.Content))];
        return [.. message.Route, Delimiter.ToArray(), Sign(signed), .. signed];
    }

    /// <summary>Decodes a message from frames. One thread at a time.</summary>
    /// <returns>The message; null if it must be dropped.</returns>
    public Message? Decode(IReadOnlyList<byte[]> frames)
    {
        int delimiter = 0;
        while (delimiter < frames.Count && !frames[delimiter].AsSpan().SequenceEqual(Delimiter))
            delimiter++;
        if (frames.Count < delimiter + 2 + SignedFrames)
            return null;
        byte[][] signed = [.. frames.Skip(delimiter + 2).Take(SignedFrames)];
        byte[] signature = frames[delimiter + 1];
        if (key.Length > 0 && (!CryptographicOperations.FixedTimeEquals(signature, Sign(signed)) || !seen.Add(signature)))
            return null;
        try
        {
            return MessageHeader.TryRead(Json(signed[0])) is { Id.Length: > 0 } header
                && MessageHeader.TryRead(Json(signed[1])) is { } parent
                && Json(signed[2]) is JsonObject
                && Json(signed[3]) is JsonObject content
                ? new Message([.. frames.Take(delimiter)], header with { Raw = signed[0] }, parent with { Raw = signed[1] }, content)
                : null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static JsonNode? Json(byte[] frame) => PythonJsonReader.Read(strict.GetString(frame));

    private byte[] Sign(byte[][] frames)
    {
        if (key.Length == 0)
            return [];
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (byte[] frame in frames)
            hmac.AppendData(frame);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hmac.GetHashAndReset()));
    }
}
