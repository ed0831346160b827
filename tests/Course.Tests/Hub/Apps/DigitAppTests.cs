using System.Globalization;
using System.Text.RegularExpressions;
using Course.Data;
using Course.Hub.Apps;
using Course.Hub.Models;
using Course.Hub.Repositories;
using Course.Hub.Serving;
using Course.Perceptrons;
using Course.TestTools;

namespace Course.Tests.Hub.Apps;

/// <summary>The page in a browser, with the model that a hub serves beside it.</summary>
public sealed partial class DigitAppTests : IDisposable
{
    private static readonly RepoId model = RepoId.Model("ada/digits"), space = RepoId.Space("ada/draw");
    private readonly TemporaryHub folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_app_names_its_model_for_people_and_programs()
    {
        DigitApp.PushToHub(folder.Hub, space, model);

        HubRepository app = folder.Hub[space];
        Assert.Equal([".gitattributes", "README.md", "index.html"], app.Files().Select(file => file.Path));
        Assert.Contains("data-model=\"ada/digits\"", app.ReadText("main", "index.html"), StringComparison.Ordinal);
        ModelCard card = ModelCard.Parse(app.ReadText("main", "README.md"));
        Assert.Equal("static", Assert.Single(card["sdk"]));
        Assert.Equal("ada/digits", Assert.Single(card["models"]));
        Assert.Throws<ArgumentException>(() => DigitApp.PushToHub(folder.Hub, model, model));
        Assert.Throws<ArgumentException>(() => DigitApp.PushToHub(folder.Hub, space, space));
        Assert.DoesNotMatch("https?://", app.ReadText("main", "index.html"));
    }

    // A page beside the app asks it, in a frame, as a reader of the app's own code would; and draws a 1 with the pen.
    [Fact]
    public async Task In_a_browser_the_app_answers_as_the_model_does_in_C_sharp()
    {
        ImageSet digits = Mnist.Load().Train.Resize(14, 14).Take(600);
        var softmax = new SoftmaxRegression(196, 10);
        for (int pass = 0; pass < 5; pass++) softmax.Pass(digits.Images, digits.Labels, 20, 0.5f);
        AutoModel.PushToHub(softmax, folder.Hub, model);
        DigitApp.PushToHub(folder.Hub, space, model);
        string pictures = string.Join(',', digits.Images.Take(5).Select(image =>
            $"[{string.Join(',', image.Select(pixel => pixel.ToString("R", CultureInfo.InvariantCulture)))}]"));
        folder.Hub[space].Commit("Test", [HubChange.Text("test.html", $$"""
            <!doctype html><body><iframe src="index.html" width="900" height="800"></iframe><pre id="results"></pre><script>
            const frame = document.querySelector("iframe"), say = text => document.getElementById("results").append(text + "\n");
            function ask() {
              const page = frame.contentWindow, body = frame.contentDocument.body;
              if (!body?.dataset.ready) return setTimeout(ask, 50);
              say("ready " + body.dataset.ready + " " + frame.contentDocument.getElementById("state").textContent);
              if (body.dataset.ready === "no") return;
              for (const picture of [{{pictures}}]) say("p " + page.probabilities(picture).join(" "));
              const paper = frame.contentDocument.getElementById("paper"), box = paper.getBoundingClientRect();
              const pen = (kind, x, y) => paper.dispatchEvent(new page.PointerEvent(kind, { bubbles: true, clientX: box.left + x, clientY: box.top + y }));
              pen("pointerdown", 150, 60);
              for (let y = 60; y <= 220; y += 10) pen("pointermove", 150 - (y - 60) / 8, y);
              pen("pointerup", 130, 220);
              say("drawn " + body.dataset.digit);
              frame.contentDocument.getElementById("clear").click();
              say("cleared [" + body.dataset.digit + "]");
            }
            ask();
            </script>
            """)]);
        await using var server = new HubServer(folder.Hub);

        string page = await DumpAsync(new(server.PageOf(space), "test.html"), TestContext.Current.CancellationToken);

        Assert.Contains("ready yes Draw with the mouse", page, StringComparison.Ordinal);
        string[] answers = [.. Answer().Matches(page).Select(match => match.Groups[1].Value)];
        Assert.Equal(5, answers.Length);
        for (int n = 0; n < 5; n++)
        {
            float[] ours = softmax.Probabilities(digits.Images[n]);
            double[] theirs = [.. answers[n].Split(' ').Select(one => double.Parse(one, CultureInfo.InvariantCulture))];
            for (int k = 0; k < 10; k++) Assert.Equal(ours[k], theirs[k], 1e-5);
        }
        Assert.Contains("drawn 1", page, StringComparison.Ordinal);
        Assert.Contains("cleared []", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_model_the_app_says_so()
    {
        DigitApp.PushToHub(folder.Hub, space, model);
        await using var server = new HubServer(folder.Hub);

        string page = await DumpAsync(server.PageOf(space), TestContext.Current.CancellationToken);

        Assert.Contains("The model did not arrive: The hub answers 404.", page, StringComparison.Ordinal);
    }

    /// <summary>The document after its scripts ran. The browser finds no other machine than this one.</summary>
    private static Task<string> DumpAsync(Uri address, CancellationToken cancel) =>
        Chromium.DumpAsync(address, "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost", cancel);

    [GeneratedRegex("^p (.+)$", RegexOptions.Multiline)]
    private static partial Regex Answer();
}
