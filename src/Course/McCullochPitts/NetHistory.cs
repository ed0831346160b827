using System.Text.Encodings.Web;
using Course.McCullochPitts.Charts;
using Microsoft.AspNetCore.Html;

namespace Course.McCullochPitts;

/// <summary>
/// Records which neurons fired when in a run of a <see cref="NervousNet"/>. Displays as a raster: one row per neuron, one column per tick.
/// Defined in lesson 01.
/// </summary>
public sealed class NetHistory : IHtmlContent
{
    private readonly bool[][] states;

    internal NetHistory(NervousNet net, bool[][] states)
    {
        Net = net;
        this.states = states;
    }

    /// <summary>The net that ran.</summary>
    public NervousNet Net { get; }

    /// <summary>The number of recorded ticks, including tick 0.</summary>
    public int Ticks => states.Length;

    /// <summary>Whether <paramref name="name"/> fired at <paramref name="tick"/>.</summary>
    public bool this[string name, int tick] => states[tick][Net.Wiring.IndexOf(name)];

    /// <summary>The spikes of <paramref name="name"/> tick by tick, such as "00110".</summary>
    public string Spikes(string name)
    {
        int index = Net.Wiring.IndexOf(name);
        return string.Concat(states.Select(state => state[index] ? '1' : '0'));
    }

    /// <summary>The names of all neurons and afferents that fired at <paramref name="tick"/>.</summary>
    public IReadOnlyList<string> Firing(int tick) => [.. Net.Names.Where(name => this[name, tick])];

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => RasterDrawing.Write(this, writer, encoder);

    /// <summary>The raster in plain text: one line per neuron, a dot for silence, a block for a spike.</summary>
    public override string ToString()
    {
        int width = Net.Names.Max(name => name.Length);
        return string.Join('\n', Net.Names.Select(name => name.PadLeft(width) + "  " + Spikes(name).Replace('0', '·').Replace('1', '█')));
    }
}
