namespace Course.Notebooks.Worker;

/// <summary>How a worker's process ended.</summary>
/// <param name="ExitCode">Its exit code; on Unix 128 and the signal's number where a signal ended it.</param>
/// <param name="Output">The last it printed on standard output.</param>
/// <param name="Error">The last it printed on standard error.</param>
internal sealed record ProcessEnd(int ExitCode, string Output, string Error);
