using System.Globalization;
using System.Text.Json.Nodes;

namespace Course.Plots;

/// <summary>What the controls of an animation need to know.</summary>
/// <param name="Labels">What stands at the slider, for each frame.</param>
/// <param name="Milliseconds">How long each frame stays when it plays.</param>
/// <param name="OpensAt">The frame that is shown until somebody plays, counted from 0.</param>
internal sealed record Film(string[] Labels, int Milliseconds, int OpensAt);

/// <summary>
/// Plotly's own controls, for front ends that draw the figure themselves: the buttons under an animation, and under them the slider. Side
/// by side they would touch on a narrow page, where the slider shrinks and the buttons don't. A page has controls of its own, which a
/// keyboard reaches: see film.js.
/// </summary>
internal static class AnimationControls
{
    private const int Height = 124;

    // Plotly lights a button up near-white under the mouse, in dark pages too: its text must read on both.
    private const string Alive = "#1f7fbf";

    internal static string FrameName(int frame) => frame.ToString(CultureInfo.InvariantCulture);

    internal static void Add(JsonObject layout, Film film)
    {
        var margin = (JsonObject)layout["margin"]!;
        int below = margin["b"]!.Whole();
        margin["b"] = below + Height;
        layout["height"] = layout["height"]!.Whole() + Height;
        layout["updatemenus"] = new JsonArray(new JsonObject
        {
            ["type"] = "buttons",
            ["direction"] = "left",
            ["showactive"] = false,
            ["x"] = 0,
            ["xanchor"] = "left",
            ["y"] = 0,
            ["yanchor"] = "top",
            ["pad"] = new JsonObject { ["t"] = below + 8 },
            ["bgcolor"] = "rgba(128,128,128,0.12)",
            ["bordercolor"] = Alive,
            ["font"] = new JsonObject { ["color"] = Alive },
            ["buttons"] = new JsonArray(
                Button("▶ play", null, new JsonObject
                {
                    ["fromcurrent"] = true,
                    ["frame"] = Frame(film.Milliseconds),
                    ["transition"] = Still()
                }),
                Button("❚❚ pause", new JsonArray((JsonNode?)null),
                    new JsonObject { ["mode"] = "immediate", ["frame"] = Frame(0), ["transition"] = Still() })),
        });
        layout["sliders"] = new JsonArray(new JsonObject
        {
            ["active"] = film.OpensAt,
            ["x"] = 0,
            ["len"] = 1,
            ["y"] = 0,
            ["pad"] = new JsonObject { ["t"] = below + 54 },
            ["currentvalue"] = new JsonObject { ["xanchor"] = "left", ["font"] = new JsonObject { ["size"] = 14, ["color"] = "#808080" } },
            ["bgcolor"] = Alive,
            ["activebgcolor"] = "#0072B2",
            ["bordercolor"] = Alive,
            ["tickcolor"] = "rgba(128,128,128,0.6)",
            ["minorticklen"] = 0,
            ["ticklen"] = 0,
            // The label of the present frame stands above the slider; a label at every step would be a smear.
            ["font"] = new JsonObject { ["color"] = "rgba(0,0,0,0)", ["size"] = 1 },
            ["steps"] = new JsonArray([.. film.Labels.Select((label, i) => Step(label, i))]),
        });
    }

    private static JsonObject Step(string label, int frame) => new()
    {
        ["label"] = label,
        ["method"] = "animate",
        ["args"] = new JsonArray(
            new JsonArray(FrameName(frame)),
            new JsonObject { ["mode"] = "immediate", ["frame"] = Frame(0), ["transition"] = Still() }),
    };

    private static JsonObject Button(string label, JsonNode? frames, JsonObject options) =>
        new() { ["label"] = label, ["method"] = "animate", ["args"] = new JsonArray(frames, options) };

    private static JsonObject Frame(int milliseconds) => new() { ["duration"] = milliseconds, ["redraw"] = true };

    private static JsonObject Still() => new() { ["duration"] = 0 };
}
