using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Course.Go.Gtp;

/// <summary>Drives another program that speaks the Go Text Protocol, such as GNU Go. Defined in lesson 11.</summary>
public sealed class GtpClient : IDisposable
{
    private readonly Process process;

    private GtpClient(Process process) => this.process = process;

    /// <summary>Where GNU Go lies on this machine, or null: Debian's package puts it in a folder for games.</summary>
    public static string? GnuGoPath =>
        ((string[])[.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/games", "/usr/local/bin"])
        .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "gnugo.exe" : "gnugo"))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts a program.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    public static GtpClient Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        return new(Process.Start(start) ?? throw new GtpException($"{program} did not start"));
    }

    /// <summary>Starts GNU Go with the rules of the course.</summary>
    /// <param name="level">Its strength, 1 to 10 and above; 10 is its default.</param>
    /// <param name="seed">Where its random numbers start.</param>
    /// <exception cref="GtpException">GNU Go is not on this machine.</exception>
    public static GtpClient StartGnuGo(int level = 10, int seed = 1) => Start(
        GnuGoPath ?? throw new GtpException("GNU Go is not here: on Debian, 'apt install gnugo'"),
        "--mode", "gtp", "--chinese-rules", "--positional-superko", "--forbid-suicide",
        "--level", level.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>Sends a command and waits for its answer.</summary>
    /// <param name="command">The line, without an id.</param>
    /// <returns>The answer, without = and the empty line.</returns>
    /// <exception cref="GtpException">The program refuses the command, or has ended.</exception>
    public string Send(string command) => SendAll([command])[0];

    /// <summary>Sends many commands at once, which is faster than one after another.</summary>
    /// <param name="lines">The lines, without ids; so few that their answers fit into the system's buffer.</param>
    /// <returns>Their answers.</returns>
    /// <exception cref="GtpException">The program refuses a command, or has ended.</exception>
    public IReadOnlyList<string> SendAll(IReadOnlyCollection<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        foreach (string line in lines) process.StandardInput.Write(line + "\n");
        process.StandardInput.Flush();
        return [.. lines.Select(Read)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (!process.HasExited)
            {
                process.StandardInput.Write("quit\n");
                process.StandardInput.Close();
                if (!process.WaitForExit(2_000)) process.Kill();
            }
        }
        catch (IOException)
        {
            // It ended by itself.
        }
        process.Dispose();
    }

    private string Read(string command)
    {
        var answer = new StringBuilder();
        while (true)
        {
            string line = process.StandardOutput.ReadLine() ?? throw new GtpException($"the program ended at '{command}'");
            if (line.Length == 0 && answer.Length > 0) break;
            if (line.Length > 0) answer.Append(answer.Length > 0 ? "\n" : "").Append(line);
        }
        string text = answer.ToString();
        return text[0] == '=' ? text[1..].Trim() : throw new GtpException($"'{command}': {text.TrimStart('?').Trim()}");
    }
}
