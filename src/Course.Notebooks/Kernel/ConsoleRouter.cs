using System.Text;

namespace Course.Notebooks.Kernel;

/// <summary>
/// Replaces the process's console. Text written by a cell's code, on any thread, goes to that cell's output; everything else goes to the
/// console as before.
/// </summary>
internal sealed class ConsoleRouter : TextWriter
{
    private static int installed;

    private readonly string stream;
    private readonly TextWriter console;

    private ConsoleRouter(string stream, TextWriter console)
        : base(console.FormatProvider)
    {
        this.stream = stream;
        this.console = console;
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    internal static void Install()
    {
        if (Interlocked.Exchange(ref installed, 1) != 0)
            return;
        Console.SetOut(new ConsoleRouter("stdout", Console.Out));
        Console.SetError(new ConsoleRouter("stderr", Console.Error));
        Console.SetIn(new ConsoleReader());
    }

    public override IFormatProvider FormatProvider => Thread.CurrentThread.CurrentCulture;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (KernelSession.Current?.Output is { } output)
            output.Write(stream, buffer);
        else
            console.Write(buffer);
    }

    public override void WriteLine(string? value) => WriteLine(value.AsSpan());

    public override void WriteLine(ReadOnlySpan<char> buffer)
    {
        // One piece, so that lines from several threads do not mix.
        if (KernelSession.Current?.Output is { } output)
            output.Write(stream, string.Concat(buffer, "\n"));
        else
            console.WriteLine(buffer);
    }

    public override void Flush() => console.Flush();
}
