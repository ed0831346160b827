using Course.Notebooks.Results;
using Course.Notebooks.Worker;

namespace Course.Notebooks.Runner;

/// <summary>Describes in one line how a process died, from its exit code and from what the runtime prints when it dies.</summary>
internal static class CrashDiagnosis
{
    /// <summary>The line, without the location.</summary>
    public static string Of(ProcessEnd end)
    {
        string[] lines = end.Error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Any(line => line.StartsWith("Stack overflow", StringComparison.Ordinal)) || end.ExitCode == unchecked((int)0xC00000FD))
            return $"the stack overflowed: a method calls itself without end{MethodIn(lines)}";
        if (lines.Any(line => line.StartsWith("Out of memory", StringComparison.Ordinal)))
            return "the process ran out of memory and died";
        if (After(lines, "Process terminated.") is { } words)
            return $"the process was ended by Environment.FailFast{words}";
        if (lines.Any(line => line.Contains("AccessViolationException", StringComparison.Ordinal))
            || end.ExitCode == unchecked((int)0xC0000005) || Signal(end) == 11)
            return "the process crashed: native or unsafe code touched memory that is not its own";
        if (After(lines, "Unhandled exception.") is { } thrown)
            return $"an exception on another thread ended the process{thrown}";

        string how = Signal(end) switch
        {
            9 => "the process was killed, by itself or from outside (as systems do when memory runs out)",
            6 => "native code aborted the process",
            15 => "the process was asked from outside to end, and did",
            { } signal => $"the process was ended by signal {signal}",
            null => $"the process ended without a word, with exit code {end.ExitCode}",
        };
        return lines.Length == 0 ? how : $"{how}; its last words: {OneLine.Of(lines[^1])}";
    }

    private static int? Signal(ProcessEnd end) =>
        !OperatingSystem.IsWindows() && end.ExitCode is > 128 and < 160 ? end.ExitCode - 128 : null;

    // The runtime lists the frames, innermost first: "at Cell.Fall(Int32)".
    private static string MethodIn(string[] lines)
    {
        const string frame = "at Cell.";
        string? innermost = lines.FirstOrDefault(line => line.StartsWith(frame, StringComparison.Ordinal));
        return innermost is null || innermost.Contains("<Initialize>", StringComparison.Ordinal)
            ? ""
            : $": {OneLine.Of(innermost[frame.Length..])}";
    }

    /// <summary>The text after a phrase printed by the runtime, on the same line or the next; null if the phrase does not occur.</summary>
    private static string? After(string[] lines, string word)
    {
        int place = Array.FindIndex(lines, line => line.StartsWith(word, StringComparison.Ordinal));
        if (place < 0)
            return null;
        string behind = lines[place][word.Length..].Trim();
        if (behind.Length == 0 && place + 1 < lines.Length && !lines[place + 1].StartsWith("at ", StringComparison.Ordinal))
            behind = lines[place + 1];
        return behind.Length == 0 ? "" : $": {OneLine.Of(behind)}";
    }
}
