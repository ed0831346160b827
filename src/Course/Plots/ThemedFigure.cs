using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Plotly.NET;

namespace Course.Plots;

/// <summary>A themed chart, or an animation of charts, as Plotly takes it: data, layout, frames, config.</summary>
/// <param name="Data">The traces.</param>
/// <param name="Layout">The layout, its template included.</param>
/// <param name="Config">How the chart behaves.</param>
/// <param name="Frames">The frames of an animation; empty for a chart that stands still.</param>
/// <param name="Film">How the frames follow each other; null for a chart that stands still.</param>
internal sealed record ThemedFigure(JsonArray Data, JsonObject Layout, JsonObject Config, JsonArray Frames, Film? Film = null)
{
    private static readonly JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The chart in the course's theme.</summary>
    internal static ThemedFigure Of(GenericChart chart)
    {
        JsonArray data = FigureJson.Traces(chart);
        JsonObject layout = FigureJson.Layout(chart);
        ThemeRules.Apply(data, layout);
        return new ThemedFigure(data, layout, ConfigOf(chart), []);
    }

    /// <summary>The title in plain text, for readers who hear the page.</summary>
    internal string Title => ThemeRules.TitleOf(Layout) is { } title ? PlainText.Of(title) : "Chart";

    /// <summary>Width and height in pixels, without the controls of a film.</summary>
    internal (int Width, int Height) Size => (Layout["width"]!.Whole(), Layout["height"]!.Whole());

    /// <summary>
    /// What <c>application/vnd.plotly.v1+json</c> holds. Letters outside ASCII stay; angle brackets are escaped, so that it may stand in a
    /// script element.
    /// </summary>
    internal string ToJson()
    {
        JsonObject figure = Parts();
        if (Film is not null) AnimationControls.Add((JsonObject)figure["layout"]!, Film);
        return figure.ToJsonString(options);
    }

    /// <summary>The same for a page's script, which makes the controls of a film itself.</summary>
    internal string ToPageJson()
    {
        JsonObject figure = Parts();
        if (Film is not null)
        {
            figure["film"] = new JsonObject
            {
                ["labels"] = new JsonArray([.. Film.Labels.Select(label => (JsonNode)PlainText.Of(label))]),
                ["milliseconds"] = Film.Milliseconds,
                ["opensAt"] = Film.OpensAt,
            };
        }

        return figure.ToJsonString(options);
    }

    private JsonObject Parts()
    {
        var figure = new JsonObject { ["data"] = Data.DeepClone(), ["layout"] = Layout.DeepClone(), ["config"] = Config.DeepClone() };
        if (Frames.Count > 0) figure["frames"] = Frames.DeepClone();
        return figure;
    }

    private static JsonObject ConfigOf(GenericChart chart)
    {
        JsonObject config = FigureJson.Config(chart);
        config["responsive"] = true;
        config["displaylogo"] = false;
        config.TryAdd("modeBarButtonsToRemove", new JsonArray("select2d", "lasso2d"));
        return config;
    }
}
