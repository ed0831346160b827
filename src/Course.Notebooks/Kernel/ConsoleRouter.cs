using System.Text;

namespace Course.Notebooks.Kernel;

/// <summary>
/// Replaces the process's console. Text written by a cell's code, on any thread, goes to that cell's output; everything else goes to the
/// console as before.
/// </summary>
internal sealed class ConsoleRouter : TextWriter
{
    private static readonly Lazy<(TextWriter Out, TextWriter Error, TextReader In)> own = new(() =>
    {
        Console.SetOut(new ConsoleRouter("stdout", Console.Out));
        Console.SetError(new ConsoleRouter("stderr", Console.Error));
        Console.SetIn(new ConsoleReader());
        return (Console.Out, Console.Error, Console.In);
    });

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

    /// <summary>Takes the console, also from a cell that has redirected it: a redirection lasts as long as its cell.</summary>
    internal static void Take()
    {
        (TextWriter output, TextWriter error, TextReader input) = own.Value;
        if (Console.Out != output)
            Console.SetOut(output);
        if (Console.Error != error)
            Console.SetError(error);
        if (Console.In != input)
            Console.SetIn(input);
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
