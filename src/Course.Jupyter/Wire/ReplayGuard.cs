using System.Text;

namespace Course.Jupyter.Wire;

/// <summary>The signatures of the last messages, so that none is obeyed twice. As many as Jupyter's own session keeps.</summary>
internal sealed class ReplayGuard
{
    private const int Most = 1 << 16;

    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _order = new();

    /// <summary>Remembers a signature.</summary>
    /// <returns>False where it was seen before.</returns>
    public bool Add(ReadOnlySpan<byte> signature)
    {
        string text = Encoding.ASCII.GetString(signature);
        if (!_seen.Add(text))
            return false;
        _order.Enqueue(text);
        if (_order.Count > Most)
            _seen.Remove(_order.Dequeue());
        return true;
    }
}
