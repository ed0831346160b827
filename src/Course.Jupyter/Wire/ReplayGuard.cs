using System.Text;

namespace Course.Jupyter.Wire;

/// <summary>The signatures of the last messages, so that none is obeyed twice. As many as Jupyter's own session keeps.</summary>
internal sealed class ReplayGuard
{
    private const int Most = 1 << 16;

    private readonly HashSet<string> seen = [];
    private readonly Queue<string> order = new();

    /// <summary>Remembers a signature.</summary>
    /// <returns>False where it was seen before.</returns>
    public bool Add(ReadOnlySpan<byte> signature)
    {
        string text = Encoding.ASCII.GetString(signature);
        if (!seen.Add(text))
            return false;
        order.Enqueue(text);
        if (order.Count > Most)
            seen.Remove(order.Dequeue());
        return true;
    }
}
