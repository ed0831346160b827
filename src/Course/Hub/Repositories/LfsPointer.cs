using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Course.Hub.Repositories;

/// <summary>
/// What Git keeps in the place of a large file: three lines that name its content (github.com/git-lfs/git-lfs, docs/spec.md). The content
/// lies beside the repository, under its SHA-256. So a clone has all versions of the lines, and the bytes of one. Defined in lesson 17.
/// </summary>
/// <param name="Sha256">The SHA-256 of the content, 64 hex digits in lower case.</param>
/// <param name="Size">The number of its bytes.</param>
public sealed partial record LfsPointer(string Sha256, long Size)
{
    /// <summary>A pointer has fewer bytes than this; what has more is a file.</summary>
    public const int MostBytes = 1_024;

    /// <summary>The first line.</summary>
    public const string Version = "version https://git-lfs.github.com/spec/v1";

    /// <summary>Where the content lies, below the repository's <c>lfs/objects</c>: <c>4d/7a/4d7a2146...</c>.</summary>
    public string ObjectPath => $"{Sha256[..2]}/{Sha256[2..4]}/{Sha256}";

    /// <summary>The pointer as Git keeps it: a line each for version, oid and size.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Version}\noid sha256:{Sha256}\nsize {Size}\n");

    /// <summary>Whether some bytes say of themselves that they are a pointer; they may be a wrong one.</summary>
    /// <param name="content">The bytes of a file, or its first ones.</param>
    public static bool Announces(ReadOnlySpan<byte> content) => content.StartsWith("version https://git-lfs"u8);

    /// <summary>Reads a pointer.</summary>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="HubFileException">They are no pointer; the message says in one line why.</exception>
    public static LfsPointer Parse(ReadOnlySpan<byte> content)
    {
        if (content.Length >= MostBytes) throw Fault($"it has {content.Length} bytes, and a pointer has fewer than {MostBytes}");
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            throw Fault("it is not UTF-8");
        }
        string[] lines = text.Split('\n');
        if (lines[0] != Version) throw Fault($"its first line is not '{Version}'");
        if (lines is not [_, var oid, var size, ""]) throw Fault("it has other lines than version, oid and size, in this order");
        if (!Oid().IsMatch(oid)) throw Fault("its second line is not 'oid sha256:' and 64 hex digits in lower case");
        // Nothing but digits: no sign, no spaces, no zero before the number.
        return SizeLine().IsMatch(size) && long.TryParse(size["size ".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out long bytes)
            ? new(oid["oid sha256:".Length..], bytes)
            : throw Fault($"its third line is not 'size' and a whole number up to {long.MaxValue}");
    }

    private static HubFileException Fault(string fault) => new($"This is not a Git LFS pointer: {fault}.");

    [GeneratedRegex(@"\Aoid sha256:[0-9a-f]{64}\z")]
    private static partial Regex Oid();

    [GeneratedRegex(@"\Asize (0|[1-9][0-9]*)\z")]
    private static partial Regex SizeLine();
}
