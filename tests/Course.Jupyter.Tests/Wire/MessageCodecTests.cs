using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Wire;

public sealed class MessageCodecTests
{
    private readonly ConnectionFile connection = ConnectionFile.Choose();
    private readonly MessageCodec codec;

    public MessageCodecTests() => codec = new MessageCodec(connection);

    [Fact]
    public void A_message_survives_the_way()
    {
        Message sent = Some("execute_request", new JsonObject { ["code"] = "äh \ud83c\udfb2", ["silent"] = true, ["n"] = 3 });

        Message got = codec.Decode(codec.Encode(sent))!;

        Assert.Equal((sent.Header.Id, "execute_request", "äh 🎲", true, 3),
            (got.Header.Id, got.Header.Type, got.Text("code"), got.Flag("silent"), got.Number("n")));
        Assert.Equal(sent.Route, got.Route);
    }

    [Fact]
    public void The_signature_is_the_code_that_the_protocol_says()
    {
        byte[][] frames = [.. codec.Encode(Some())];

        byte[] signed = [.. frames[3], .. frames[4], .. frames[5], .. frames[6]];
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(connection.Key, signed)), Encoding.ASCII.GetString(frames[2]));
    }

    [Fact]
    public void What_was_seen_before_is_dropped()
    {
        IReadOnlyList<byte[]> frames = codec.Encode(Some());

        Assert.NotNull(codec.Decode(frames));
        Assert.Null(codec.Decode(frames));
    }

    [Fact]
    public void What_is_changed_on_the_way_is_dropped()
    {
        IReadOnlyList<byte[]> frames = codec.Encode(Some("execute_request", new JsonObject { ["code"] = "1" }));
        for (int frame = 2; frame < frames.Count; frame++)
        {
            byte[][] changed = [.. frames.Select(bytes => bytes.ToArray())];
            changed[frame][^1] ^= 1;
            Assert.Null(codec.Decode(changed));
        }

        Assert.Null(codec.Decode([.. frames.Take(frames.Count - 1)]));
        Assert.Null(codec.Decode([]));
    }

    [Theory]
    [InlineData(0, "[]")]
    [InlineData(0, "{}")]
    [InlineData(0, "{\"msg_id\": 1, \"msg_type\": \"x\"}")]
    [InlineData(0, "{\"msg_id\": \"a\"}")]
    [InlineData(1, "3")]
    [InlineData(2, "null")]
    [InlineData(3, "{\"code\": ")]
    [InlineData(3, "\u00ff")]
    public void What_is_signed_but_no_message_is_dropped(int frame, string text)
    {
        byte[][] signed = [.. codec.Encode(Some()).Skip(3)];
        signed[frame] = text == "\u00ff" ? [0xff] : Encoding.UTF8.GetBytes(text);
        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(connection.Key, [.. signed.SelectMany(bytes => bytes)]));

        Assert.Null(codec.Decode(["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(signature), .. signed]));
    }

    private static Message Some(string type = "kernel_info_request", JsonObject? content = null) =>
        new([[1, 2]], MessageHeader.Create(type, "session", 1), MessageHeader.None, content ?? []);
}
