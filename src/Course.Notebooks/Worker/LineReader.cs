namespace Course.Notebooks.Worker;

/// <summary>Reads the lines of a stream as bytes, and rejects lines that are too long.</summary>
internal sealed class LineReader(Stream stream, int longestLine) : IDisposable
{
    private byte[] buffer = new byte[64 << 10];
    private int start;
    private int end;

    /// <summary>
    /// The next line, valid until the next call; null at the end. An unfinished last line is skipped: its writer died while writing it.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is longer than allowed.</exception>
    public ReadOnlyMemory<byte>? Next()
    {
        int searched = start;
        while (true)
        {
            int length = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                ReadOnlyMemory<byte> line = buffer.AsMemory(start, searched + length - start);
                start = searched + length + 1;
                return line;
            }

            MakeRoom();
            searched = end;
            int read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                return null;
            end += read;
        }
    }

    public void Dispose() => stream.Dispose();

    private void MakeRoom()
    {
        int waiting = end - start;
        if (waiting > longestLine)
            throw new InvalidDataException("a line without end");
        byte[] roomy = waiting > buffer.Length / 2 ? new byte[Math.Min(buffer.Length * 2L, longestLine + (64L << 10))] : buffer;
        buffer.AsSpan(start, waiting).CopyTo(roomy);
        (buffer, start, end) = (roomy, 0, waiting);
    }
}
