using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Plots.Playgrounds;

/// <summary>
/// A machine to play with in the page. It carries the numbers that a lesson has just learned, and a small script that computes with them:
/// in a notebook and in an exported page, without a kernel and without a network.
/// </summary>
[TypeFormatterSource(typeof(MimeFormatter<Playground>), PreferredMimeTypes = [Mime.Html, Mime.Plain])]
public sealed class Playground : IMimeRenderable
{
    /// <summary>The most bytes that a machine's numbers may take in a page.</summary>
    internal const int MostBytes = 300_000;

    /// <summary>The script that gives a machine <c>ui.pad</c>, a surface to draw on. It stands before the machine's own.</summary>
    internal const string Pad = "Course.Plots.Playgrounds.pad.js";

    private static readonly JsonSerializerOptions json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly string machine, script;

    /// <summary>Creates a playground.</summary>
    /// <param name="name">A word for the page's address: a reader can send a link to the state that she sees.</param>
    /// <param name="title">What it is, for the line above it.</param>
    /// <param name="help">What to do with it, in one to three sentences. It is all that is seen where scripts do not run.</param>
    /// <param name="machine">What the scripts know as <c>machine</c>.</param>
    /// <param name="scripts">
    /// Names of embedded scripts, one after the other: the forward pass first, then what is seen. They know <c>ui</c> (see frame.js),
    /// <c>machine</c> and <c>box</c>, whose <c>box.compute</c> they set to the forward pass, for tests.
    /// </param>
    /// <exception cref="ArgumentException">The machine is larger than 300 KB.</exception>
    internal Playground(string name, string title, string help, JsonObject machine, params IEnumerable<string> scripts)
    {
        (Name, Title, Help) = (name, title, help);
        this.machine = machine.ToJsonString(json);
        if (Encoding.UTF8.GetByteCount(this.machine) is > MostBytes and var bytes)
            throw new ArgumentException(
                FormattableString.Invariant($"The machine takes {bytes:N0} bytes in the page, more than {MostBytes:N0}."), nameof(machine));
        script = string.Join('\n', scripts.Select(Resource));
    }

    /// <summary>Its word in the page's address.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public string Title { get; }

    /// <summary>What to do with it.</summary>
    public string Help { get; }

    string? IMimeRenderable.Face(string mimeType) => mimeType switch
    {
        Mime.Html => Html(),
        Mime.Plain => $"{Title} {Help} (To play with it, open the lesson in a notebook, or as a page in a browser.)",
        _ => null,
    };

    private string Html()
    {
        string id = $"play-{Name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(machine)))[..10]}";
        return $$"""
            <div id="{{id}}" class="course-playground" role="region" aria-label="{{WebUtility.HtmlEncode(Title)}}">
            <style>
            {{Resource("Course.Plots.Playgrounds.frame.css").TrimEnd()}}
            </style>
            <p class="play-title">{{WebUtility.HtmlEncode(Title)}}</p>
            <p class="play-help">{{WebUtility.HtmlEncode(Help)}} <span class="play-off">Here its script does not run.</span></p>
            <div class="play-stage"></div>
            <p class="play-spoken" aria-live="polite"></p>
            </div>
            <script>
            (() => {
            {{Resource("Course.Plots.Playgrounds.frame.js").TrimEnd()}}
            const machine = {{machine}};
            frame("{{id}}", "{{Name}}", (ui, box) => {
            {{script.TrimEnd()}}
            });
            })();
            </script>
            """;
    }

    private static string Resource(string name)
    {
        using Stream resource = typeof(Playground).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There is no embedded file {name}.", nameof(name));
        using var text = new StreamReader(resource);
        return text.ReadToEnd();
    }
}
