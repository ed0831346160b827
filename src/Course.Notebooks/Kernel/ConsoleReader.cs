namespace Course.Notebooks.Kernel;

/// <summary>
/// Stands in for the process's input: what the code of a cell reads, whoever sits at the notebook is asked for; everything else reads the
/// console as before.
/// </summary>
internal sealed class ConsoleReader : TextReader
{
    // Opened by the first who reads, not before: most never do.
    private readonly Lazy<TextReader> _console = new(() => new StreamReader(Console.OpenStandardInput()));
    private string _line = "";
    private int _read;

    public override string? ReadLine()
    {
        if (KernelSession.Current is not { ReadLine: { } ask } session)
            return _console.Value.ReadLine();
        string? rest = _read < _line.Length ? _line[_read..].TrimEnd('\n') : null;
        _read = _line.Length;
        return rest ?? ask(session.Stopper?.Stopping ?? CancellationToken.None);
    }

    public override int Read() => Next(take: true);

    public override int Peek() => Next(take: false);

    private int Next(bool take)
    {
        if (KernelSession.Current is not { ReadLine: not null })
            return take ? _console.Value.Read() : _console.Value.Peek();
        if (_read == _line.Length)
        {
            if (ReadLine() is not { } line)
                return -1;
            (_line, _read) = (line + "\n", 0);
        }
        return take ? _line[_read++] : _line[_read];
    }
}
