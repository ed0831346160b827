using System.Text.Encodings.Web;
using Course.McCullochPitts.Charts;
using Microsoft.AspNetCore.Html;

namespace Course.McCullochPitts;

/// <summary>
/// Who fired when in a run of a <see cref="NervousNet"/>. Shows itself as a raster: a row a neuron, a column a tick. Defined in lesson 01.
/// </summary>
public sealed class NetHistory : IHtmlContent
{
    private readonly bool[][] _states;

    internal NetHistory(NervousNet net, bool[][] states)
    {
        Net = net;
        _states = states;
    }

    /// <summary>The net that ran.</summary>
    public NervousNet Net { get; }

    /// <summary>How many ticks were recorded, tick 0 included.</summary>
    public int Ticks => _states.Length;

    /// <summary>Whether <paramref name="name"/> fired at <paramref name="tick"/>.</summary>
    public bool this[string name, int tick] => _states[tick][Net.Wiring.IndexOf(name)];

    /// <summary>What <paramref name="name"/> did tick by tick, such as "00110".</summary>
    public string Spikes(string name)
    {
        int index = Net.Wiring.IndexOf(name);
        return string.Concat(_states.Select(state => state[index] ? '1' : '0'));
    }

    /// <summary>The names of all that fired at <paramref name="tick"/>.</summary>
    public IReadOnlyList<string> Firing(int tick) => [.. Net.Names.Where(name => this[name, tick])];

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => RasterDrawing.Write(this, writer, encoder);

    /// <summary>The raster in plain text: a line a neuron, a dot for silence, a block for a spike.</summary>
    public override string ToString()
    {
        int width = Net.Names.Max(name => name.Length);
        return string.Join('\n', Net.Names.Select(name => name.PadLeft(width) + "  " + Spikes(name).Replace('0', '·').Replace('1', '█')));
    }
}
