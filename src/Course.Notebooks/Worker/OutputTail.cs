using System.Text;

namespace Course.Notebooks.Worker;

/// <summary>Reads a process's output, so that the process never waits for a reader, and keeps its beginning and its end.</summary>
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
    /// The first and the last 16 KB of the output. A program that a cell started may hold the stream open forever, so this waits only a
    /// moment for the end.
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
