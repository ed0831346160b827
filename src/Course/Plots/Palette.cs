using Plotly.NET;

namespace Course.Plots;

/// <summary>
/// The colours of the course's charts: those of Okabe and Ito (<i>Color Universal Design</i>, 2008), which readers with any form of colour
/// blindness can tell apart. Their yellow is left out: on white it cannot be seen.
/// </summary>
public static class Palette
{
    /// <summary>#0072B2.</summary>
    public static Color Blue { get; } = Color.fromHex("#0072B2");

    /// <summary>#D55E00, a red that is told from green.</summary>
    public static Color Vermillion { get; } = Color.fromHex("#D55E00");

    /// <summary>#009E73, a bluish green.</summary>
    public static Color Green { get; } = Color.fromHex("#009E73");

    /// <summary>#CC79A7, a reddish purple.</summary>
    public static Color Purple { get; } = Color.fromHex("#CC79A7");

    /// <summary>#E69F00.</summary>
    public static Color Orange { get; } = Color.fromHex("#E69F00");

    /// <summary>#56B4E9.</summary>
    public static Color SkyBlue { get; } = Color.fromHex("#56B4E9");

    /// <summary>#808080, read equally well on white and on black: for text, frames and what is beside the point.</summary>
    public static Color Grey { get; } = Color.fromHex("#808080");

    /// <summary>The colours that lines and markers take in turn where a chart names none.</summary>
    public static IReadOnlyList<Color> Series { get; } = [Blue, Vermillion, Green, Purple, Orange, SkyBlue, Grey];

    /// <summary>For signed values: negative blue, zero near white, positive red. Give it a range that is symmetric about zero.</summary>
    public static StyleParam.Colorscale SignedScale { get; } =
        Scale("#053061", "#2166AC", "#67A9CF", "#D1E5F0", "#F7F7F7", "#FDDBC7", "#EF8A62", "#B2182B", "#67001F");

    /// <summary>For ink on paper: 0 white, 1 black.</summary>
    public static StyleParam.Colorscale InkScale { get; } = Scale("#FFFFFF", "#101010");

    /// <summary>For shares from 0 to 1: near white to dark blue.</summary>
    public static StyleParam.Colorscale ShareScale { get; } = Scale("#F4F6F8", "#C6DBEF", "#6BAED6", "#2171B5", "#08306B");

    private static StyleParam.Colorscale Scale(params string[] colours) => StyleParam.Colorscale.NewCustom(
        colours.Select((colour, i) => Tuple.Create(i / (colours.Length - 1.0), Color.fromHex(colour))).ToArray());
}
