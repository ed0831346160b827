using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Course.Notebooks.Kernel.Compiler;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Kernel;

/// <summary>Describes for the reader what went wrong, and where in the cell.</summary>
internal sealed class ErrorMapper
{
    private const int MostLines = 20;

    private readonly Dictionary<string, string[]> cells = [];

    /// <summary>Stores a cell's lines, to show the line of an error.</summary>
    internal void Add(string cellName, string code) => cells[cellName] = code.Split('\n');

    internal ErrorReport Compile(string cellName, IReadOnlyList<Diagnostic> errors)
    {
        CellDiagnostic[] diagnostics = [.. errors.Select(ToCellDiagnostic).OrderBy(d => d.Line).ThenBy(d => d.Column)];
        var lines = new List<string>();
        foreach (CellDiagnostic d in diagnostics.Take(MostLines))
        {
            lines.Add(
                string.Create(CultureInfo.InvariantCulture, $"{cellName}, line {d.Line}, column {d.Column}: error {d.Code}: {d.Message}"));
            if (SourceLine(cellName, d.Line) is { } source)
            {
                lines.Add("    " + source.Replace('\t', ' '));
                lines.Add("    " + new string(' ', d.Column - 1) + "^");
            }
        }
        if (diagnostics.Length > MostLines)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"and {diagnostics.Length - MostLines} more errors"));
        return new ErrorReport
        {
            Kind = ErrorKind.Compile,
            Name = diagnostics[0].Code,
            Message = diagnostics[0].Message,
            Line = diagnostics[0].Line,
            Column = diagnostics[0].Column,
            Traceback = lines,
            Diagnostics = diagnostics,
        };
    }

    internal static ErrorReport Directive(string cellName, DirectiveException error) => new()
    {
        Kind = ErrorKind.Directive,
        Name = "Directive",
        Message = error.Message,
        Line = error.Line,
        Traceback = [string.Create(CultureInfo.InvariantCulture, $"{cellName}, line {error.Line}: {error.Message}")],
    };

    /// <param name="cellName">The cell.</param>
    /// <param name="exception">What it threw.</param>
    /// <param name="started">The line of the statement that the cell started last.</param>
    internal ErrorReport Runtime(string cellName, Exception exception, int? started)
    {
        if (exception is InsufficientExecutionStackException)
            return TooDeep(cellName, exception, started);
        List<Frame> frames = Frames(exception);
        while (IsWrapper(exception))
        {
            // Reflection calls and waits for tasks are part of the path to the cell.
            exception = exception.InnerException!;
            frames.InsertRange(0, Frames(exception));
        }
        int? line = LineIn(cellName, frames);
        var lines = new List<string> { Headline(exception) };
        if (line is not null)
            lines.Add(Place(cellName, line.Value));
        AddStack(lines, exception, frames);
        return new ErrorReport
        {
            Kind = ErrorKind.Runtime,
            Name = exception.GetType().Name,
            Message = exception.Message,
            Line = line,
            Traceback = lines,
        };
    }

    /// <summary>An error of code that uses what an earlier cell has disposed of, with the way out.</summary>
    internal static ErrorReport Disposed(ErrorReport error, string variable)
    {
        string hint = $"The cell that declares {variable} with using disposes of it at its end: leave out using there.";
        return error with { Message = $"{error.Message} {hint}", Traceback = [error.Traceback[0], hint, .. error.Traceback.Skip(1)] };
    }

    // Its stack has a hundred thousand frames, all alike.
    private ErrorReport TooDeep(string cellName, Exception exception, int? line)
    {
        const string why = "The calls are nested too deeply. A record that contains itself has this effect when it is turned into text.";
        return new ErrorReport
        {
            Kind = ErrorKind.Runtime,
            Name = exception.GetType().Name,
            Message = why,
            Line = line,
            Traceback = line is null ? [$"{exception.GetType().Name}: {why}"]
                : [$"{exception.GetType().Name}: {why}", Place(cellName, line.Value)],
        };
    }

    internal ErrorReport Unstoppable(string message, string? cellName = null, int? line = null) => new()
    {
        Kind = ErrorKind.Unstoppable,
        Name = "Unstoppable",
        Message = message,
        Line = line,
        Traceback = cellName is null || line is null ? [message] : [message, Place(cellName, line.Value)],
    };

    /// <param name="cellName">The cell.</param>
    /// <param name="stack">The stack where it was stopped, if known.</param>
    /// <param name="line">The line from another source, used if the stack contains none of the cell's lines.</param>
    internal ErrorReport Cancelled(string cellName, StackTrace? stack, int? line)
    {
        List<Frame> frames = stack is null ? [] : Frames(stack);
        line = LineIn(cellName, frames) ?? line;
        const string message = "The cell was stopped before it had ended.";
        List<string> lines = [message];
        if (line is not null)
            lines.Add(Place(cellName, line.Value));
        if (frames.Any(frame => frame.CellName is not null))
            lines.AddRange(frames.Select(frame => frame.Text));
        return new ErrorReport { Kind = ErrorKind.Cancelled, Name = "Cancelled", Message = message, Line = line, Traceback = lines };
    }

    /// <summary>An error inside an imported file is reported at the line that imports it.</summary>
    internal static ErrorReport Imported(string cellName, ImportPart import, ErrorReport error) => error with
    {
        Message = $"{import.Path}: {error.Message}",
        Line = import.Line,
        Column = null,
        Diagnostics = [],
        Traceback = [.. error.Traceback, string.Create(CultureInfo.InvariantCulture, $"imported by {cellName}, line {import.Line}")],
    };

    private static CellDiagnostic ToCellDiagnostic(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetMappedLineSpan().StartLinePosition;
        string message = ScriptHints.Explained(
            diagnostic.Id,
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            inLibrary: diagnostic.Location.SourceTree?.Options.Kind == SourceCodeKind.Regular);
        return new CellDiagnostic(diagnostic.Id, message, start.Line + 1, start.Character + 1);
    }

    private static bool IsWrapper(Exception exception) =>
        exception is TargetInvocationException { InnerException: not null } or AggregateException { InnerExceptions.Count: 1 };

    private static string Headline(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";

    private string Place(string cellName, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{cellName}, line {line}: {SourceLine(cellName, line)?.Trim()}").TrimEnd(' ', ':');

    private string? SourceLine(string cellName, int line) =>
        cells.TryGetValue(cellName, out string[]? lines) && line >= 1 && line <= lines.Length ? lines[line - 1].TrimEnd('\r') : null;

    private void AddStack(List<string> lines, Exception exception, List<Frame> frames)
    {
        lines.AddRange(frames.Select(frame => frame.Text));
        for (Exception? inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            lines.Add($"caused by {Headline(inner)}");
            lines.AddRange(Frames(inner).Select(frame => frame.Text));
        }
    }

    private static int? LineIn(string cellName, List<Frame> frames) => frames.FirstOrDefault(frame => frame.CellName == cellName)?.Line;

    private List<Frame> Frames(Exception exception) => Frames(new StackTrace(exception, fNeedFileInfo: true));

    private List<Frame> Frames(StackTrace stack) => [.. stack.GetFrames().Select(ToFrame).OfType<Frame>()];

    private Frame? ToFrame(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method || IsHidden(method))
            return null;
        string? file = frame.GetFileName();
        int line = frame.GetFileLineNumber();
        string? cell = file is not null && cells.ContainsKey(file) ? file : null;
        string place = file is null || line == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" in {cell ?? Path.GetFileName(file)}, line {line}");
        return new Frame(cell, line, $"   at {MethodNames.Describe(method)}{place}");
    }

    private static bool IsHidden(MethodBase method)
    {
        Type? type = method.DeclaringType;
        return type is null
            || type.Assembly == typeof(ErrorMapper).Assembly
            || (type.Assembly == typeof(object).Assembly && IsPlumbing(type, method.Name))
            || method.Name is "<Factory>" or "<Initialize>"
            || method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false)
            || type.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false);
    }

    private static bool IsPlumbing(Type type, string method) =>
        type.Namespace == typeof(TaskAwaiter).Namespace
        || type.Namespace == typeof(ExceptionDispatchInfo).Namespace
        || type == typeof(ExecutionContext)
        || type.FullName is "System.Runtime.ControlledExecution" or "System.Threading.Thread+StartHelper"
            or "System.Reflection.MethodBaseInvoker"
        || (type == typeof(Thread) && method == "StartCallback")
        || (type.FullName?.StartsWith("System.Threading.Tasks.Task", StringComparison.Ordinal) == true
            && method.Contains("ThrowAsync", StringComparison.Ordinal));

    private sealed record Frame(string? CellName, int Line, string Text);
}
