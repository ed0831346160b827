using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel.Compiler;
using Course.Notebooks.Kernel.Formatting;
using Course.Notebooks.Kernel.References;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Kernel;

/// <summary>The run of one cell, from its text to its result. Everything happens on the kernel's thread.</summary>
internal sealed class CellExecution(
    KernelSession session,
    SubmissionChain chain,
    ReferenceSet references,
    ErrorMapper errors,
    CellThread thread,
    CellStopper stopper,
    OutputChannel output,
    KernelOptions options,
    string cellName)
{
    private string[] importing = [];
    private (Task Task, CompiledCell CompiledCell)? running;

    internal CellResult Run(string code)
    {
        errors.Add(cellName, code);
        long started = Stopwatch.GetTimestamp();
        bool timed = false;
        Stack<(IDisposable?, IAsyncDisposable?)> outer = session.Used;
        session.Used = [];
        try
        {
            CellPlan plan = CellParser.Parse(code);
            timed = plan.Timed;
            CellResult result = RunParts(plan);
            DisposeOfUsed();
            return result;
        }
        catch (DirectiveException e)
        {
            return new CellResult { Error = ErrorMapper.Directive(cellName, e) };
        }
        catch (Exception) when (stopper.Stopping.IsCancellationRequested)
        {
            stopper.Quiet();
            return new CellResult { Error = errors.Cancelled(cellName, stopper.StoppedAt, AwaitedLine() ?? session.Line) };
        }
        catch (Exception e)
        {
            ErrorReport error = Finishing(errors.Runtime(cellName, e, session.Line));
            string? disposed = e is ObjectDisposedException ? session.UsedVariables.FirstOrDefault(code.Contains) : null;
            return new CellResult { Error = disposed is null ? error : ErrorMapper.Disposed(error, disposed) };
        }
        finally
        {
            session.Used = outer;
            if (timed)
                ShowTime(Stopwatch.GetElapsedTime(started));
        }
    }

    // The error that ended the cell is the one to tell, whatever else goes wrong now.
    private ErrorReport Finishing(ErrorReport error)
    {
        try
        {
            DisposeOfUsed();
        }
        catch (Exception)
        {
            // Told already: the cell failed.
        }
        return error;
    }

    private void DisposeOfUsed()
    {
        while (session.Used.TryPop(out (IDisposable? Now, IAsyncDisposable? Awaited) used))
        {
            if (used.Awaited is { } awaited)
            {
                Task disposal = awaited.DisposeAsync().AsTask();
                thread.PumpUntil(disposal, stopper.Stopping);
                disposal.GetAwaiter().GetResult();
            }
            else
            {
                used.Now?.Dispose();
            }
        }
    }

    private CellResult RunParts(CellPlan plan)
    {
        var outcome = new CellResult();
        session.PackageSources.UnionWith(plan.Parts.OfType<SourcePart>().Select(source => source.Source));
        AddPackages([.. plan.Parts.OfType<PackagePart>()]);
        foreach (CellPart part in plan.Parts)
        {
            switch (part)
            {
                case LibraryPart library:
                    references.AddLibrary(Beside(library.Path) ?? library.Path, library.Line);
                    break;
                case CodePart code:
                    outcome = RunCode(code.Code);
                    if (outcome.Error is not null)
                        return outcome;
                    break;
                case TextPart text:
                    output.Show(new Displayed(null, new MimeBundle(text.MimeType, text.Text)));
                    break;
                case WhoPart who:
                    IReadOnlyList<KernelVariable> variables = chain.Variables();
                    output.Show(new Displayed(null, who.WithValues ? VariableTable.WithValues(variables) : VariableTable.Names(variables)));
                    break;
                case ImportPart import:
                    if (Import(import) is { } failure)
                        return new CellResult { Error = failure };
                    break;
            }
        }
        return outcome;
    }

    private void AddPackages(PackagePart[] packages)
    {
        if (packages.Length == 0)
            return;
        string folder = new PackageRestorer().Restore(packages, session.PackageSources, stopper.Stopping);
        LibraryLoader.AddFolder(folder);
        references.AddFolder(folder);
    }

    private ErrorReport? Import(ImportPart import)
    {
        string path = Beside(import.Path) ?? import.Path;
        string file = Path.GetFullPath(path);
        if (importing.Contains(file))
            throw new DirectiveException($"{import.Path} imports itself.", import.Line);
        foreach ((string name, string code) in ImportedCells.Read(path, import.Line))
        {
            var imported = new CellExecution(session, chain, references, errors, thread, stopper, output, options, name)
            {
                importing = [.. importing, file],
            };
            CellResult result = imported.Run(code);
            if (result.Value is { } value)
                output.Show(new Displayed(null, value));
            if (result.Error is { } error)
                return ErrorMapper.Imported(cellName, import, error);
        }
        return null;
    }

    /// <summary>
    /// A file that is named relative to the file that names it, or to the notebook's folder, with either kind of slash; null if there is
    /// none.
    /// </summary>
    private string? Beside(string path)
    {
        string[] folders = importing is [.., var importer] ? [Path.GetDirectoryName(importer)!, ""] : [""];
        string[] spellings = [path, path.Replace('\\', '/')];
        return folders.SelectMany(_ => spellings, Path.Combine).FirstOrDefault(File.Exists);
    }

    private CellResult RunCode(string code)
    {
        var outcome = new CellResult();
        CompiledCell? submission = chain.Compile(code, cellName, references.All, out ImmutableArray<Diagnostic> diagnostics,
            stopper.Stopping);
        if (submission is null)
            return new CellResult { Error = errors.Compile(cellName, diagnostics) };
        stopper.Run(() =>
        {
            Task<object?> running = chain.Start(submission);
            this.running = (running, submission);
            thread.PumpUntil(running, stopper.Stopping);
            object? result = running.GetAwaiter().GetResult();
            if (!options.FormatsValues)
                outcome = new CellResult { Returned = result };
            else if (result is not null || submission.HasValue())
                outcome = new CellResult { Value = Fit(ValueFormatter.Format(result)) };
        });
        return outcome;
    }

    private MimeBundle Fit(MimeBundle bundle)
    {
        if (bundle.Text("text/plain") is { } text)
            bundle.Add("text/plain", output.Fit(text));
        return bundle;
    }

    private int? AwaitedLine() =>
        this.running is { Task.IsCompleted: false } running ? AwaitLocator.Line(running.Task, running.CompiledCell.Symbols) : null;

    private void ShowTime(TimeSpan elapsed) => output.Show(new Displayed(
        null, new MimeBundle("text/plain", string.Create(CultureInfo.InvariantCulture, $"Wall time: {elapsed.TotalMilliseconds:0.##}ms"))));
}
