using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Jupyter.Wire;

/// <summary>
/// The addresses at which a kernel and its front end meet, written to a file by the front end. (Jupyter, "Making kernels for Jupyter",
/// connection files.)
/// </summary>
public sealed class ConnectionFile
{
    private const string Scheme = "hmac-sha256";

    private readonly byte[] key;
    private readonly string address;
    private readonly Dictionary<Channel, int> ports;

    private ConnectionFile(string address, Dictionary<Channel, int> ports, byte[] key)
    {
        this.address = address;
        this.ports = ports;
        this.key = key;
    }

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="ConnectionFileException">It does not exist, or asks for something that this kernel cannot do.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path)) is JsonObject content)
                return Read(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ConnectionFileException($"the connection file cannot be read: {e.Message}");
        }
        catch (JsonException)
        {
            // The parser's message may quote the content, including the key.
        }

        throw new ConnectionFileException(
            $"{path} is no connection file: it holds no JSON object; a Jupyter front end writes one when it starts a kernel.");
    }

    /// <summary>Chooses ports that are currently free, and a key.</summary>
    internal static ConnectionFile Choose()
    {
        // All are held until the last one is chosen, so that no two are the same.
        TcpListener[] listeners = [.. Enum.GetValues<Channel>().Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
            listener.Start();
        var ports = Enum.GetValues<Channel>().Zip(listeners)
            .ToDictionary(pair => pair.First, pair => ((IPEndPoint)pair.Second.LocalEndpoint).Port);
        foreach (TcpListener listener in listeners)
            listener.Dispose();
        return new ConnectionFile("127.0.0.1", ports, Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(64)));
    }

    /// <summary>The key that signs messages; empty if they are not signed.</summary>
    internal ReadOnlySpan<byte> Key => key;

    /// <summary>The address of a channel, for example <c>tcp://127.0.0.1:49152</c>.</summary>
    internal string EndpointOf(Channel channel) => string.Create(CultureInfo.InvariantCulture, $"tcp://{address}:{ports[channel]}");

    /// <summary>Whether the address is an IPv6 address.</summary>
    internal bool IsIPv6 => address.StartsWith('[');

    /// <summary>Writes the file so that only its owner can read it.</summary>
    internal void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var content = new JsonObject
        {
            ["ip"] = address,
            ["transport"] = "tcp",
            ["signature_scheme"] = Scheme,
            ["key"] = Encoding.ASCII.GetString(key)
        };
        foreach ((Channel channel, int port) in ports)
            content[PortName(channel)] = port;
        using var writer = new StreamWriter(path, options);
        writer.Write(content.ToJsonString());
    }

    private static ConnectionFile Read(string path, JsonObject content)
    {
        string transport = Text(content, "transport") ?? "tcp";
        if (transport != "tcp")
            throw new ConnectionFileException(
                $"{path} asks for the transport \"{transport}\"; this kernel speaks tcp, which is Jupyter's default.");
        string scheme = Text(content, "signature_scheme") ?? Scheme;
        byte[] key = Encoding.UTF8.GetBytes(Text(content, "key") ?? "");
        if (scheme != Scheme && key.Length > 0)
            throw new ConnectionFileException(
                $"{path} asks for signatures by \"{scheme}\"; this kernel signs by {Scheme}, which is Jupyter's default.");
        string address = Text(content, "ip") is { Length: > 0 } ip ? ip : throw new ConnectionFileException($"{path} has no \"ip\".");
        if (address.Contains(':') && !address.StartsWith('['))
            address = $"[{address}]";
        return new ConnectionFile(address, Enum.GetValues<Channel>()
            .ToDictionary(channel => channel, channel => Port(path, content, PortName(channel))), key);
    }

    private static int Port(string path, JsonObject content, string name) =>
        content[name] is JsonValue value && value.TryGetValue(out int port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw new ConnectionFileException($"{path} has no \"{name}\" between 1 and 65535.");

    private static string? Text(JsonObject content, string name) => content[name] is JsonValue value && value.TryGetValue(out string? text)
        ? text : null;

    private static string PortName(Channel channel) => channel switch
    {
        Channel.Shell => "shell_port",
        Channel.Control => "control_port",
        Channel.Stdin => "stdin_port",
        Channel.IOPub => "iopub_port",
        _ => "hb_port",
    };
}
