using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Course.Notebooks.Documents;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Kernels;

/// <summary>The run of one cell, from its text to its result. All of it happens on the kernel's thread.</summary>
internal sealed class CellExecution(
    SubmissionChain chain, ReferenceSet references, ErrorMapper errors, CellThread thread, CellStopper stopper, OutputChannel output, string cellName)
{
    private StackTrace? _stoppedAt;

    internal CellResult Run(string code)
    {
        errors.Add(cellName, code);
        long started = Stopwatch.GetTimestamp();
        bool timed = false;
        try
        {
            CellPlan plan = CellParser.Parse(code);
            timed = plan.Timed;
            return RunParts(plan);
        }
        catch (DirectiveException e)
        {
            return new CellResult { Error = ErrorMapper.Directive(cellName, e) };
        }
        catch (Exception) when (stopper.Stopping.IsCancellationRequested)
        {
            stopper.End();
            return new CellResult { Error = errors.Cancelled(cellName, _stoppedAt) };
        }
        catch (Exception e)
        {
            return new CellResult { Error = errors.Runtime(cellName, e) };
        }
        finally
        {
            if (timed)
                ShowTime(Stopwatch.GetElapsedTime(started));
        }
    }

    private CellResult RunParts(CellPlan plan)
    {
        MimeBundle? value = null;
        foreach (CellPart part in plan.Parts)
        {
            switch (part)
            {
                case LibraryPart library:
                    references.AddLibrary(library.Path, library.Line);
                    break;
                case CodePart code:
                    if (RunCode(code.Code, out value) is { } error)
                        return new CellResult { Error = error };
                    break;
                case TextPart text:
                    output.Show(new Displayed(null, new MimeBundle(text.MimeType, text.Text)));
                    break;
                default:
                    throw new DirectiveException("not yet", part.Line);
            }
        }
        return new CellResult { Value = value };
    }

    private ErrorReport? RunCode(string code, out MimeBundle? value)
    {
        MimeBundle? shown = null;
        value = null;
        Submission? submission = chain.Compile(code, cellName, references.All, out ImmutableArray<Diagnostic> diagnostics, stopper.Stopping);
        if (submission is null)
            return errors.Compile(cellName, diagnostics);
        stopper.Run(() =>
        {
            try
            {
                Task<object?> running = chain.Start(submission);
                thread.PumpUntil(running, stopper.Stopping);
                object? result = running.GetAwaiter().GetResult();
                if (result is not null || submission.HasValue())
                    shown = Fit(ValueFormatter.Format(result));
            }
            catch (Exception e) when (stopper.Stopping.IsCancellationRequested)
            {
                // An abort is raised again after this block; here is the only place where its stack is seen.
                _stoppedAt = new StackTrace(e, fNeedFileInfo: true);
                throw;
            }
        });
        value = shown;
        return null;
    }

    private MimeBundle Fit(MimeBundle bundle)
    {
        if (bundle.Text("text/plain") is { } text)
            bundle.Add("text/plain", output.Fit(text));
        return bundle;
    }

    private void ShowTime(TimeSpan elapsed) => output.Show(new Displayed(
        null, new MimeBundle("text/plain", string.Create(CultureInfo.InvariantCulture, $"Wall time: {elapsed.TotalMilliseconds:0.##}ms"))));
}
