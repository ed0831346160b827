using System.Text.Json.Nodes;
using Course.Jupyter.Client;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests;

/// <summary>Sends a kernel messages of which it must obey none. Each would run a cell if it were taken for good.</summary>
/// <param name="client">Speaks to the kernel, and knows its key.</param>
/// <param name="random">Chooses.</param>
/// <param name="code">The cell that must never run.</param>
internal sealed class WireFuzz(KernelClient client, Random random, string code)
{
    private static readonly Channel[] channels = [Channel.Shell, Channel.Control, Channel.Stdin];

    private readonly IReadOnlyList<byte[]> replayed = client.Frames("comm_msg", []);

    /// <summary>Sends so many.</summary>
    public void Send(int count)
    {
        client.SendRaw(Channel.Shell, replayed);
        for (int i = 0; i < count; i++)
            client.SendRaw(channels[random.Next(channels.Length)], Bad());
    }

    private IReadOnlyList<byte[]> Bad()
    {
        // Copied, because some are shared by all messages.
        List<byte[]> frames = [.. client.Frames("execute_request", new JsonObject { ["code"] = code }).Select(frame => frame.ToArray())];
        const int signature = 1;
        switch (random.Next(9))
        {
            case 0: // Unsigned.
                frames[signature] = [];
                break;
            case 1: // Signed by somebody else.
                random.NextBytes(frames[signature]);
                break;
            case 2: // Truncated: some frames are missing at the end.
                frames.RemoveRange(random.Next(frames.Count - 1) + 1, 1);
                break;
            case 3: // A frame cut short.
                int cut = random.Next(signature + 1, frames.Count);
                frames[cut] = frames[cut][..random.Next(frames[cut].Length)];
                break;
            case 4: // A bit turned.
                int turned = random.Next(signature, frames.Count);
                frames[turned][random.Next(frames[turned].Length)] ^= (byte)(1 << random.Next(8));
                break;
            case 5: // Out of order.
                int from = random.Next(signature + 1, frames.Count - 1);
                (frames[from], frames[from + 1]) = (frames[from + 1], frames[from]);
                // The parent header and the metadata are both {}: exchanged they would be the same message.
                if (from == signature + 2)
                    frames[signature] = [];
                break;
            case 6: // Said before.
                return replayed;
            case 7: // Well signed, and nonsense.
                return client.Frames("execute_request", new JsonObject { ["code"] = random.Next(2) == 0 ? null : new JsonArray(code) });
            default: // Noise.
                frames = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Noise())];
                break;
        }

        return frames;
    }

    private byte[] Noise()
    {
        byte[] bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    }
}
