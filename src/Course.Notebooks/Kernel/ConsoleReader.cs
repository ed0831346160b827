namespace Course.Notebooks.Kernel;

/// <summary>
/// Replaces the process's standard input. If a cell's code reads, the user is asked; everything else reads the console as before.
/// </summary>
internal sealed class ConsoleReader : TextReader
{
    // Opened at the first read, because most runs never read.
    private readonly Lazy<TextReader> console = new(() => new StreamReader(Console.OpenStandardInput()));
    private string line = "";
    private int read;

    public override string? ReadLine()
    {
        if (KernelSession.Current is not { ReadLine: { } ask } session)
            return console.Value.ReadLine();
        string? rest = read < line.Length ? line[read..].TrimEnd('\n') : null;
        read = line.Length;
        return rest ?? ask(session.Stopper?.Stopping ?? CancellationToken.None);
    }

    public override int Read() => Next(take: true);

    public override int Peek() => Next(take: false);

    private int Next(bool take)
    {
        if (KernelSession.Current is not { ReadLine: not null })
            return take ? console.Value.Read() : console.Value.Peek();
        if (read == this.line.Length)
        {
            if (ReadLine() is not { } line)
                return -1;
            (this.line, read) = (line + "\n", 0);
        }
        return take ? this.line[read++] : this.line[read];
    }
}
