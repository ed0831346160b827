using System.Text;

namespace Course.Notebooks.Worker;

/// <summary>Reads what a process prints, so that it never waits for a reader, and keeps the beginning and the end of it.</summary>
internal sealed class OutputTail
{
    private const int Kept = 16 << 10;

    private readonly Stream stream;
    private readonly StringBuilder text = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OutputTail(Stream stream)
    {
        this.stream = stream;
        new Thread(Read) { IsBackground = true, Name = "a worker's prints" }.Start();
    }

    /// <summary>
    /// What was printed: the first and the last 16 KB. A program that a cell started may hold the stream open for ever, so the end
    /// is not waited for longer than a moment.
    /// </summary>
    public async Task<string> TextAsync()
    {
        await Task.WhenAny(ended.Task, Task.Delay(TimeSpan.FromSeconds(1)));
        lock (text)
            return text.ToString();
    }

    private void Read()
    {
        try
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            char[] block = new char[4096];
            for (int read = reader.Read(block); read > 0; read = reader.Read(block))
            {
                lock (text)
                {
                    text.Append(block, 0, read);
                    if (text.Length > 4 * Kept)
                        text.Remove(Kept, text.Length - (2 * Kept));
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }

        ended.TrySetResult();
    }
}
