using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Course.Grading.Submissions;

/// <summary>A shard of a class: the share that one of several machines grades.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Of">The number of shards.</param>
public sealed record Shard(int Number, int Of)
{
    /// <summary>Parses <c>3/8</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shard">The shard; null if the text is not a shard.</param>
    /// <returns>Whether the text is a shard.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Shard? shard)
    {
        ArgumentNullException.ThrowIfNull(text);
        shard = text.Split('/') is [var number, var of]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int which)
            && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out int all)
            && which >= 1 && which <= all
            ? new Shard(which, all)
            : null;
        return shard is not null;
    }

    /// <summary>Takes this shard from a list.</summary>
    /// <param name="submissions">The whole class.</param>
    /// <returns>Every <see cref="Of"/>th submission, so that the shards are equally large.</returns>
    public IReadOnlyList<Submission> Choose(IReadOnlyList<Submission> submissions) =>
        [.. submissions.Where((_, place) => place % Of == Number - 1)];
}
