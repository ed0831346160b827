namespace Course.Data;

/// <summary>
/// The dictionary from which NETtalk learnt to read aloud: T. J. Sejnowski and C. R. Rosenberg, Parallel networks that learn to pronounce
/// English text, Complex Systems 1, 1987, pp. 145-168.
/// </summary>
/// <param name="Words">20,007 words of Webster's pocket dictionary.</param>
/// <param name="Common">Those of them that are most common in print, about 1,000: a list made anew in 1988, since the original one was not
/// kept.</param>
public sealed record NetTalk(IReadOnlyList<SpokenWord> Words, IReadOnlyList<SpokenWord> Common)
{
    /// <summary>Loads the dictionary and the list.</summary>
    /// <exception cref="DatasetMissingException">The data set is not on this machine.</exception>
    /// <exception cref="DatasetCorruptException">A file is damaged.</exception>
    public static NetTalk Load()
    {
        SpokenWord[] words = [.. Lines("nettalk.data.gz").Select(WordOf)];
        // Below a row of stars, in brackets.
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

/// <summary>A word with what is said for each of its letters.</summary>
/// <param name="Letters">The word in small letters.</param>
/// <param name="Phonemes">As many signs, one a letter: a phoneme, or <c>-</c> for a letter that is silent.</param>
/// <param name="Stresses">As many signs: the stress of a vowel from 0 to 2, or on which side of a consonant the syllable's middle lies,
/// <c>&lt;</c> or <c>&gt;</c>.</param>
public sealed record SpokenWord(string Letters, string Phonemes, string Stresses);
