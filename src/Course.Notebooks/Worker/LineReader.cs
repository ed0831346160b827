namespace Course.Notebooks.Worker;

/// <summary>Reads the lines of a stream as bytes, and refuses to hold one without end.</summary>
internal sealed class LineReader(Stream stream, int longestLine) : IDisposable
{
    private byte[] _buffer = new byte[64 << 10];
    private int _start;
    private int _end;

    /// <summary>
    /// The next line, valid until the next call; null at the end. A last line that does not end is left out: its writer died writing it.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is longer than it may be.</exception>
    public ReadOnlyMemory<byte>? Next()
    {
        int searched = _start;
        while (true)
        {
            int length = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, searched + length - _start);
                _start = searched + length + 1;
                return line;
            }

            MakeRoom();
            searched = _end;
            int read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
                return null;
            _end += read;
        }
    }

    public void Dispose() => stream.Dispose();

    private void MakeRoom()
    {
        int waiting = _end - _start;
        if (waiting > longestLine)
            throw new InvalidDataException("a line without end");
        byte[] roomy = waiting > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, waiting).CopyTo(roomy);
        (_buffer, _start, _end) = (roomy, 0, waiting);
    }
}
