using System.Diagnostics;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Wire;

public sealed class ConnectionFileTests : IDisposable
{
    private const string Secret = "b3a1c5d7-the-secret";
    private const string Good =
        $$"""{"ip": "127.0.0.1", "transport": "tcp", "key": "{{Secret}}", "signature_scheme": "hmac-sha256", "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5}""";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Addresses_and_key_are_read()
    {
        var connection = ConnectionFile.Read(Write(Good));

        Assert.Equal("tcp://127.0.0.1:4", connection.EndpointOf(Channel.Control));
        Assert.Equal(Secret.Length, connection.Key.Length);
    }

    [Fact]
    public void An_address_of_the_sixth_version_is_put_in_brackets()
    {
        Assert.Equal("tcp://[::1]:5", ConnectionFile.Read(Write(Good.Replace("127.0.0.1", "::1"))).EndpointOf(Channel.Heartbeat));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"key\": \"b3a1c5d7-the-secret\"")]
    [InlineData("{}")]
    [InlineData("{\"key\": \"b3a1c5d7-the-secret\", \"ip\": \"127.0.0.1\", \"shell_port\": \"b3a1c5d7-the-secret\"}")]
    public void What_is_no_connection_file_is_refused_in_one_line_without_the_key(string content)
    {
        ConnectionFileException error = Assert.Throws<ConnectionFileException>(() => ConnectionFile.Read(Write(content)));

        Assert.DoesNotContain('\n', error.Message);
        Assert.DoesNotContain(Secret, error.Message);
    }

    [Theory]
    [InlineData("\"tcp\"", "\"ipc\"", "transport")]
    [InlineData("hmac-sha256", "hmac-md5", "signatures")]
    [InlineData("\"hb_port\": 5", "\"hb_port\": 70000", "hb_port")]
    [InlineData("\"hb_port\": 5", "\"hb_port\": 0", "hb_port")]
    [InlineData("\"ip\": \"127.0.0.1\", ", "", "ip")]
    public void What_this_kernel_cannot_do_is_named(string part, string changed, string named)
    {
        Assert.Contains(named, Assert.Throws<ConnectionFileException>(() =>
            ConnectionFile.Read(Write(Good.Replace(part, changed)))).Message);
    }

    [Fact]
    public void A_file_that_is_written_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights.");
            return;
        }

        string file = Path.Combine(folder.Path, "connection.json");

        ConnectionFile.Choose().Write(file);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(64, ConnectionFile.Read(file).Key.Length);
    }

    [Fact]
    public async Task A_command_that_is_given_no_good_file_ends_with_one_line()
    {
        (int exitCode, string complaint) = await StartAsync(Path.Combine(folder.Path, "none.json"));

        Assert.Equal(2, exitCode);
        Assert.StartsWith("course: the connection file cannot be read", complaint);
        Assert.Single(complaint.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_in_one_line()
    {
        using var holder = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        holder.Start();
        int port = ((System.Net.IPEndPoint)holder.LocalEndpoint).Port;
        string file = Path.Combine(folder.Path, "connection.json");
        ConnectionFile.Choose().Write(file);
        File.WriteAllText(file, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(file), "\"shell_port\":[0-9]+",
            $"\"shell_port\":{port}"));

        (int exitCode, string complaint) = await StartAsync(file);

        Assert.Equal(2, exitCode);
        Assert.Contains($":{port} cannot be had", complaint);
        Assert.Single(complaint.Trim().Split('\n'));
    }

    private static async Task<(int ExitCode, string Complaint)> StartAsync(string file)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Command, "kernel", "start", file]) { RedirectStandardError = true };
        using Process command = Process.Start(start)!;
        string complaint = await command.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await command.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (command.ExitCode, complaint);
    }

    private string Write(string content)
    {
        string file = Path.Combine(folder.Path, "connection.json");
        File.WriteAllText(file, content);
        return file;
    }
}
