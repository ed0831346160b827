namespace Course.Plots;

/// <summary>A node of a <see cref="NodeLinkDiagram"/>. Texts may hold Plotly's markup, such as &lt;b&gt; and &lt;br&gt;.</summary>
/// <param name="Id">What links call it by: no other node has it.</param>
/// <param name="Label">What stands in it.</param>
/// <param name="Box">A box; else a circle, or with a longer label a box with round corners.</param>
/// <param name="Layer">Its layer, counted from any number. Null: one before the first node to which it leads; if it leads to none, one
/// after the last that leads to it.</param>
/// <param name="Above">What stands above it; right of it, where links lead up or down.</param>
/// <param name="Below">What stands below it; right of it, and below <paramref name="Above"/>, where links lead up or down.</param>
/// <param name="Hover">What the pointer reads on it.</param>
/// <param name="Group">What the legend calls nodes of its colours; null for no entry.</param>
/// <param name="Fill">A colour on which black can be read; null for a shade of the page, in light and in dark.</param>
/// <param name="Edge">The colour of its outline.</param>
public sealed record DiagramNode(string Id, string Label, bool Box = false, int? Layer = null, string Above = "", string Below = "",
    string? Hover = null, string? Group = null, string? Fill = null, string Edge = "#808080");

/// <summary>A link of a <see cref="NodeLinkDiagram"/>.</summary>
/// <param name="From">The id of the node where it begins.</param>
/// <param name="To">The id of the node where it ends. If that is where it begins, the link is a loop over its node.</param>
/// <param name="Mark">What stands at its end, by Plotly's name: "circle", "circle-open", "arrow". Null: nothing, and all such links of a
/// node end at one point.</param>
/// <param name="Ends">How many ends it has, 1 or more: it forks before them, if they are marked.</param>
/// <param name="Feedback">Whether it leads back: then it goes around the diagram and has no say in the layers.</param>
/// <param name="Label">What stands beside it.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Dashed">Whether it is drawn in dashes.</param>
public sealed record DiagramLink(string From, string To, string? Mark = null, int Ends = 1, bool Feedback = false, string Label = "",
    string Colour = "#808080", double Width = 1.5, bool Dashed = false);

/// <summary>Where the links of a <see cref="NodeLinkDiagram"/> lead.</summary>
public enum DiagramDirection
{
    /// <summary>The first layer stands at the left.</summary>
    LeftToRight,

    /// <summary>The first layer stands at the top.</summary>
    TopDown,

    /// <summary>The first layer stands at the bottom.</summary>
    BottomUp,
}
