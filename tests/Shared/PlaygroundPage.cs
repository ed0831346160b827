using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Course.TestTools;

/// <summary>A playground in a page of its own, in a browser without a network, under the rule that exported pages have.</summary>
internal static partial class PlaygroundPage
{
    private const string Policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:";

    /// <summary>
    /// A hand for <see cref="DoAsync"/>'s scripts: <c>stroke([[x, y], ...])</c> draws on the pad, in shares of its sides,
    /// <c>press(label)</c> a button, <c>text()</c> is what the machine says, and <c>drawThree()</c> draws a 3 in two strokes.
    /// </summary>
    internal const string Hand = """
        const pad = box.querySelector("canvas.play-touch");
        const point = (type, x, y) => {
          const at = pad.getBoundingClientRect();
          pad.dispatchEvent(new PointerEvent(type, { pointerId: 1, button: 0, buttons: 1, bubbles: true, cancelable: true,
            clientX: at.left + x * at.width, clientY: at.top + y * at.height }));
        };
        const stroke = points => {
          point("pointerdown", ...points[0]);
          for (const next of points.slice(1)) point("pointermove", ...next);
          point("pointerup", ...points.at(-1));
        };
        const press = label => [...box.querySelectorAll("button")].find(b => (b.ariaLabel || b.textContent) === label).click();
        const text = () => box.querySelector(".play-spoken").textContent;
        const drawThree = () => {
          stroke([[0.3, 0.2], [0.6, 0.2], [0.65, 0.35], [0.45, 0.48]]);
          stroke([[0.45, 0.48], [0.68, 0.6], [0.6, 0.8], [0.3, 0.8]]);
        };

        """;

    /// <summary>What the page's script computes for each input: <c>box.compute(input)</c>.</summary>
    /// <param name="html">The playground's text/html face.</param>
    /// <param name="inputs">An array.</param>
    /// <param name="cancel">Ends the browser.</param>
    internal static async Task<JsonArray> ComputeAsync(string html, JsonArray inputs, CancellationToken cancel) =>
        (JsonArray)(await DoAsync(html, $"return {inputs.ToJsonString()}.map(input => box.compute(input));", cancel))!;

    /// <summary>Does what a user would do; gives back what the script returns.</summary>
    /// <param name="html">The playground's text/html face.</param>
    /// <param name="script">The body of an asynchronous function that knows <c>box</c>, and <c>painted()</c> to wait for.</param>
    /// <param name="cancel">Ends the browser.</param>
    internal static async Task<JsonNode?> DoAsync(string html, string script, CancellationToken cancel)
    {
        string dump = await Chromium.DumpAsync($$"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{{Policy}}"><title>Test</title></head>
            <body>
            {{html}}
            <pre id="answer"></pre>
            <script>
            (async () => {
              const answer = document.getElementById("answer"), box = document.querySelector(".course-playground");
              const painted = () => new Promise(done => setTimeout(done, 50));
              addEventListener("error", event => answer.textContent = JSON.stringify({ error: event.message }));
              try {
                const result = await (async () => { {{script}} })();
                answer.textContent ||= JSON.stringify({ result: result ?? null });
              } catch (problem) {
                answer.textContent = JSON.stringify({ error: problem.stack });
              }
            })();
            </script>
            </body></html>
            """, cancel);
        var answer = (JsonObject)JsonNode.Parse(WebUtility.HtmlDecode(Answer().Match(dump).Groups["json"].Value))!;
        Assert.True(answer["error"] is null, answer["error"]?.ToString());
        return answer["result"]?.DeepClone();
    }

    [GeneratedRegex("""<pre id="answer">(?<json>.*?)</pre>""", RegexOptions.Singleline)]
    private static partial Regex Answer();
}
