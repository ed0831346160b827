using System.Globalization;
using System.Text;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Kernel;

/// <summary>
/// The path of one cell's output out of the kernel. The cell's threads only add items to a list, and the channel's own thread passes them
/// on: the first at once, then every 50 ms. So a loop of small writes becomes few events, and stopping the cell never cuts an event in the
/// middle.
/// </summary>
internal sealed class OutputChannel(Action<KernelOutput> emit, KernelOptions limits)
{
    private static readonly TimeSpan batch = TimeSpan.FromMilliseconds(50);

    // An object rather than a Lock, because the emitting thread waits on it.
    private readonly object gate = new();
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, char> halves = [];
    private List<object> pending = [];
    private Thread? emitter;
    private int textLength;
    private long displayLength;
    private int displayCount;
    private bool displaysCut;
    private bool closed;

    /// <summary>Whether the cell's output exceeded the limits.</summary>
    internal bool Truncated { get; private set; }

    internal void Write(string stream, ReadOnlySpan<char> text)
    {
        // A thread is never stopped inside a finally block, so the list stays consistent.
        try
        {
        }
        finally
        {
            lock (gate)
            {
                if (!closed && text.Length > 0)
                    WriteWithinLimit(stream, Whole(stream, text));
            }
        }
    }

    internal void Show(KernelOutput output)
    {
        try
        {
        }
        finally
        {
            lock (gate)
            {
                if (!closed && WithinDisplayLimit(output))
                    Put(output);
            }
        }
    }

    /// <summary>Truncates a text result to the limit for console text.</summary>
    internal string Fit(string text)
    {
        if (text.Length <= limits.TextLimit)
            return text;
        Truncated = true;
        return text[..WholeCharacters.Fitting(text, limits.TextLimit)] + Notice();
    }

    /// <summary>Accepts nothing more; completes when everything accepted has been passed on.</summary>
    internal Task CompleteAsync()
    {
        lock (gate)
        {
            foreach ((string stream, char half) in halves)
                WriteWithinLimit(stream, [half]);
            halves.Clear();
            closed = true;
            if (emitter is null)
                drained.TrySetResult();
            Monitor.Pulse(gate);
        }
        return drained.Task;
    }

    // The two surrogates of a character may be written one by one; the first waits for the second.
    private ReadOnlySpan<char> Whole(string stream, ReadOnlySpan<char> text)
    {
        if (halves.Remove(stream, out char half))
            text = string.Concat([half], text);
        if (!char.IsHighSurrogate(text[^1]))
            return text;
        halves[stream] = text[^1];
        return text[..^1];
    }

    private void WriteWithinLimit(string stream, ReadOnlySpan<char> text)
    {
        int room = limits.TextLimit - textLength;
        if (room < 0 || text.IsEmpty)
            return;
        if (text.Length > room)
        {
            textLength = limits.TextLimit + 1;
            Truncated = true;
            Append(stream, string.Concat(text[..WholeCharacters.Fitting(text, room)], Notice()));
            return;
        }
        textLength += text.Length;
        Append(stream, text);
    }

    private string Notice() => string.Create(
        CultureInfo.InvariantCulture, $"\n[cut: this cell wrote more than {limits.TextLimit:N0} characters, the rest is not shown]\n");

    private bool WithinDisplayLimit(KernelOutput output)
    {
        MimeBundle? data = output switch { Displayed shown => shown.Data, DisplayUpdated updated => updated.Data, _ => null };
        if (data is null)
            return true;
        displayLength += data.Length;
        string? most = displayLength > limits.DisplayLimit ? Counted(limits.DisplayLimit, "characters")
            : output is Displayed && ++displayCount > limits.DisplayCountLimit ? Counted(limits.DisplayCountLimit, "things")
            : null;
        if (most is null)
            return true;
        Truncated = true;
        if (!displaysCut)
            Append("stderr", $"[cut: this cell displayed more than {most}, the rest is not shown]\n");
        displaysCut = true;
        return false;
    }

    private static string Counted(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");

    private void Append(string stream, ReadOnlySpan<char> text)
    {
        if (pending.Count > 0 && pending[^1] is StreamText last && last.Name == stream)
        {
            last.Text.Append(text);
            return;
        }
        Put(new StreamText(stream, new StringBuilder().Append(text)));
    }

    private void Put(object item)
    {
        pending.Add(item);
        if (emitter is null)
        {
            emitter = new Thread(EmitAll) { IsBackground = true, Name = "cell output" };
            emitter.UnsafeStart();
        }
        if (pending.Count == 1)
            Monitor.Pulse(gate);
    }

    private void EmitAll()
    {
        try
        {
            while (TakeAll() is { } taken)
            {
                foreach (object item in taken)
                    emit(item is StreamText run ? new StreamWritten(run.Name, run.Text.ToString()) : (KernelOutput)item);
                AwaitBatch();
            }
            drained.TrySetResult();
        }
        catch (Exception e)
        {
            // The listener is gone or broken. The cell continues, and the kernel's caller is told.
            lock (gate)
                closed = true;
            drained.TrySetException(e);
        }
    }

    private List<object>? TakeAll()
    {
        lock (gate)
        {
            while (pending.Count == 0 && !closed)
                Monitor.Wait(gate);
            if (pending.Count == 0)
                return null;
            List<object> taken = pending;
            pending = [];
            return taken;
        }
    }

    private void AwaitBatch()
    {
        long end = Environment.TickCount64 + (long)batch.TotalMilliseconds;
        lock (gate)
        {
            while (!closed && end - Environment.TickCount64 is > 0 and var left)
                Monitor.Wait(gate, (int)left);
        }
    }

    private sealed record StreamText(string Name, StringBuilder Text);
}
