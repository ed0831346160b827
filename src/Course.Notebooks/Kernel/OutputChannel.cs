using System.Globalization;
using System.Text;
using Course.Notebooks.Documents;

namespace Course.Notebooks.Kernel;

/// <summary>
/// The way of one cell's output out of the kernel. The cell's threads only put things in a list; a thread of the channel's own hands
/// them on, at once when nothing came before and then every 50 ms, so that a loop of small writes becomes few events, and so that stopping
/// the cell can never cut an event in the middle.
/// </summary>
internal sealed class OutputChannel(Action<KernelOutput> emit, KernelOptions limits)
{
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(50);

    // An object rather than a Lock, because the emitting thread waits on it.
    private readonly object _gate = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<object> _pending = [];
    private Thread? _emitter;
    private int _textLength;
    private long _displayLength;
    private bool _closed;

    /// <summary>Whether the cell showed more than the limits allow.</summary>
    internal bool Truncated { get; private set; }

    internal void Write(string stream, ReadOnlySpan<char> text)
    {
        // A thread that is being stopped is never stopped inside a finally block, so the list stays whole.
        try
        {
        }
        finally
        {
            lock (_gate)
            {
                if (!_closed && text.Length > 0)
                    WriteWithinLimit(stream, text);
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
            lock (_gate)
            {
                if (!_closed && WithinDisplayLimit(output))
                    Put(output);
            }
        }
    }

    /// <summary>Cuts a text result to the limit of console text.</summary>
    internal string Fit(string text)
    {
        if (text.Length <= limits.TextLimit)
            return text;
        Truncated = true;
        return text[..limits.TextLimit] + Notice();
    }

    /// <summary>Takes nothing more; completes when all that was taken is handed on.</summary>
    internal Task CompleteAsync()
    {
        lock (_gate)
        {
            _closed = true;
            if (_emitter is null)
                _drained.TrySetResult();
            Monitor.Pulse(_gate);
        }
        return _drained.Task;
    }

    private void WriteWithinLimit(string stream, ReadOnlySpan<char> text)
    {
        int room = limits.TextLimit - _textLength;
        if (room < 0)
            return;
        _textLength += text.Length > room ? room + 1 : text.Length;
        if (text.Length > room)
        {
            Truncated = true;
            Append(stream, string.Concat(text[..room], Notice()));
            return;
        }
        Append(stream, text);
    }

    private string Notice() => string.Create(
        CultureInfo.InvariantCulture, $"\n[cut: this cell wrote more than {limits.TextLimit:N0} characters, the rest is not shown]\n");

    private bool WithinDisplayLimit(KernelOutput output)
    {
        MimeBundle? data = output switch { Displayed shown => shown.Data, DisplayUpdated updated => updated.Data, _ => null };
        if (data is null)
            return true;
        bool before = _displayLength > limits.DisplayLimit;
        _displayLength += data.Length;
        if (_displayLength <= limits.DisplayLimit)
            return true;
        Truncated = true;
        if (!before)
            Append("stderr", string.Create(CultureInfo.InvariantCulture,
                $"[cut: this cell displayed more than {limits.DisplayLimit:N0} characters, the rest is not shown]\n"));
        return false;
    }

    private void Append(string stream, ReadOnlySpan<char> text)
    {
        if (_pending.Count > 0 && _pending[^1] is StreamText last && last.Name == stream)
        {
            last.Text.Append(text);
            return;
        }
        Put(new StreamText(stream, new StringBuilder().Append(text)));
    }

    private void Put(object item)
    {
        _pending.Add(item);
        if (_emitter is null)
        {
            _emitter = new Thread(EmitAll) { IsBackground = true, Name = "cell output" };
            _emitter.UnsafeStart();
        }
        if (_pending.Count == 1)
            Monitor.Pulse(_gate);
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
            _drained.TrySetResult();
        }
        catch (Exception e)
        {
            // Who listens is gone or broken; the cell goes on, and the caller of the kernel learns it.
            lock (_gate)
                _closed = true;
            _drained.TrySetException(e);
        }
    }

    private List<object>? TakeAll()
    {
        lock (_gate)
        {
            while (_pending.Count == 0 && !_closed)
                Monitor.Wait(_gate);
            if (_pending.Count == 0)
                return null;
            List<object> taken = _pending;
            _pending = [];
            return taken;
        }
    }

    private void AwaitBatch()
    {
        long end = Environment.TickCount64 + (long)Batch.TotalMilliseconds;
        lock (_gate)
        {
            while (!_closed && end - Environment.TickCount64 is > 0 and var left)
                Monitor.Wait(_gate, (int)left);
        }
    }

    private sealed record StreamText(string Name, StringBuilder Text);
}
