namespace Course.Data;

/// <summary>
/// The dictionary that taught NETtalk to read aloud: T. J. Sejnowski and C. R. Rosenberg, Parallel networks that learn to pronounce English
/// text, Complex Systems 1, 1987, pp. 145-168.
/// </summary>
/// <param name="Words">20,007 words of Webster's pocket dictionary.</param>
/// <param name="Common">The roughly 1,000 most common of these words: a list made anew in 1988, because the original one was not
/// kept.</param>
public sealed record NetTalk(IReadOnlyList<SpokenWord> Words, IReadOnlyList<SpokenWord> Common)
{
    /// <summary>Loads the dictionary and the list.</summary>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    /// <exception cref="DatasetCorruptException">A file is damaged.</exception>
    public static NetTalk Load()
    {
        SpokenWord[] words = [.. Lines("nettalk.data.gz").Select(WordOf)];
        // The list comes after a row of stars, in brackets.
        string list = string.Join(' ', Lines("nettalk_1000.list").SkipWhile(line => !line.StartsWith('(')));
        HashSet<string> common = [.. list.ToLowerInvariant().Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries)];
        return new NetTalk(words, [.. words.Where(word => common.Contains(word.Letters)).DistinctBy(word => word.Letters)]);
    }

    private static SpokenWord WordOf(string line) =>
        line.Split('\t') is [string letters, string phonemes, string stresses, ..] && letters.Length == phonemes.Length
        && letters.Length == stresses.Length
            ? new SpokenWord(letters, phonemes, stresses)
            : throw new DatasetCorruptException($"nettalk.data.gz: \"{line}\" is not a word with a phoneme and a stress for each letter.");

    private static IEnumerable<string> Lines(string fileName)
    {
        using var reader = new StreamReader(Datasets.Open("nettalk", fileName));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return line;
        }
    }
}

/// <summary>A word with the pronunciation of each letter.</summary>
/// <param name="Letters">The word in lower-case letters.</param>
/// <param name="Phonemes">One symbol per letter: a phoneme, or <c>-</c> for a silent letter.</param>
/// <param name="Stresses">One symbol per letter: the stress of a vowel from 0 to 2, or the side of a consonant on which the syllable's
/// centre lies, <c>&lt;</c> or <c>&gt;</c>.</param>
public sealed record SpokenWord(string Letters, string Phonemes, string Stresses);
