using System.Text;
using System.Text.RegularExpressions;

namespace Course.Hub.Repositories;

/// <summary>
/// The file .gitattributes at a repository's root, as far as it says which files Git LFS stores (git help gitattributes). Defined in
/// lesson 17.
/// </summary>
public sealed class GitAttributes
{
    /// <summary>The file's name.</summary>
    public const string FileName = ".gitattributes";

    private const int MostLines = 10_000;

    // What the Hub lists in a new repository: files of weights, of data, and archives.
    private static readonly string[] large =
    [
        "*.7z", "*.arrow", "*.bin", "*.bz2", "*.ckpt", "*.ftz", "*.gz", "*.h5", "*.joblib", "*.lfs.*", "*.mlmodel", "*.model", "*.msgpack",
        "*.npy", "*.npz", "*.onnx", "*.ot", "*.parquet", "*.pb", "*.pickle", "*.pkl", "*.pt", "*.pth", "*.rar", "*.safetensors",
        "saved_model/**/*", "*.tar.*", "*.tar", "*.tflite", "*.tgz", "*.wasm", "*.xz", "*.zip", "*.zst", "*tfevents*",
    ];

    private readonly List<(Regex Pattern, bool Lfs)> rules = [];

    /// <summary>Reads the file.</summary>
    /// <param name="text">Its text: a pattern and its attributes on each line.</param>
    public GitAttributes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (string line in text.Split('\n').Take(MostLines))
        {
            string[] words = line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 2 || words[0][0] is '#' or '[') continue;
            // The last of a line counts, as the last line does.
            if (words.Skip(1).LastOrDefault(word => word.TrimStart('-', '!').Split('=')[0] == "filter") is { } filter)
                rules.Add((Pattern(words[0]), filter == "filter=lfs"));
        }
    }

    /// <summary>The file that the Hub writes into a new repository.</summary>
    public static string OfTheHub { get; } = string.Concat(large.Select(pattern => $"{pattern} filter=lfs diff=lfs merge=lfs -text\n"));

    /// <summary>Whether Git LFS stores a file.</summary>
    /// <param name="path">Its path, with / between folders.</param>
    public bool IsLarge(string path) => rules.LastOrDefault(rule => rule.Pattern.IsMatch(path)).Lfs;

    /// <summary>
    /// A pattern without / is one of names in any folder, another one of whole paths; * stands for letters of a name, ** for folders.
    /// </summary>
    private static Regex Pattern(string glob)
    {
        var regex = new StringBuilder(glob.Contains('/') ? @"\A" : @"(\A|/)");
        string rest = glob.TrimStart('/');
        for (int at = 0; at < rest.Length; at++)
        {
            if (string.CompareOrdinal(rest, at, "**/", 0, 3) == 0)
            {
                regex.Append("(.*/)?");
                at += 2;
            }
            else if (rest[at] == '*')
            {
                bool any = at + 1 < rest.Length && rest[at + 1] == '*';
                regex.Append(any ? ".*" : "[^/]*");
                if (any) at++;
            }
            else
            {
                regex.Append(rest[at] == '?' ? "[^/]" : Regex.Escape(rest[at].ToString()));
            }
        }
        // Whatever a stranger wrote, matching takes time in proportion to the path.
        return new(regex.Append(@"\z").ToString(), RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }
}
