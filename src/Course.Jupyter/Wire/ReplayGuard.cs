using System.Text;

namespace Course.Jupyter.Wire;

/// <summary>
/// Remembers the signatures of the last messages, so that none is executed twice. It keeps as many as Jupyter's own session.
/// </summary>
internal sealed class ReplayGuard
{
    private const int Most = 1 << 16;

    private readonly HashSet<string> seen = [];
    private readonly Queue<string> order = new();

    /// <summary>Records a signature.</summary>
    /// <returns>False if it was seen before.</returns>
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
