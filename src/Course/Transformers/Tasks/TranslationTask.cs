using System.Text.RegularExpressions;
using Course.Data.Texts;

namespace Course.Transformers.Tasks;

/// <summary>English sentences of Tatoeba, to be translated into Chinese. English is read in words, Chinese in characters. Defined in
/// lesson 12.</summary>
public sealed partial class TranslationTask
{
    private const string Unknown = "<unknown>";

    /// <summary>Divides the sentences; all translations of a sentence stay together.</summary>
    /// <param name="pairs">The pairs, for example <see cref="Tatoeba.Load"/>'s.</param>
    /// <param name="seed">Chooses the sentences to test.</param>
    /// <param name="tests">How many sentences to test.</param>
    /// <param name="least">A token that occurs less often in the sentences to learn from is unknown.</param>
    public TranslationTask(IEnumerable<TatoebaPair> pairs, int seed = 1, int tests = 500, int least = 2)
    {
        TestSentence[] sentences = [.. pairs.GroupBy(pair => pair.English)
            .Select(same => new TestSentence(same.Key, [.. same.Select(pair => pair.Chinese).Distinct()]))];
        new Random(seed).Shuffle(sentences);
        Test = sentences[..tests];
        (string[] English, string[] Chinese)[] learnt = [.. sentences.Skip(tests)
            .SelectMany(one => one.Chinese.Select(chinese => (Words(one.English), Characters(chinese))))];
        Vocabulary = new([Unknown, .. learnt.SelectMany(pair => pair.English.Concat(pair.Chinese)).CountBy(token => token)
            .Where(token => token.Value >= least).Select(token => token.Key)]);
        Training = [.. learnt.Select(pair => new SequencePair(Encode(pair.English), Encode(pair.Chinese)))];
    }

    /// <summary>The tokens of both languages.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>What to learn from.</summary>
    public IReadOnlyList<SequencePair> Training { get; }

    /// <summary>What to test.</summary>
    public IReadOnlyList<TestSentence> Test { get; }

    /// <summary>An English sentence as the model reads it.</summary>
    /// <param name="english">The sentence.</param>
    public int[] Read(string english) => Encode(Words(english));

    /// <summary>A translation as text.</summary>
    /// <param name="tokens">The tokens of the model.</param>
    public string Text(IEnumerable<int> tokens) => string.Concat(Vocabulary.Decode(tokens));

    /// <summary>The translations of the sentences to test, judged character by character.</summary>
    /// <param name="translations">One for each, as the model gives them.</param>
    public BleuScore Score(IEnumerable<int[]> translations) =>
        Bleu.Corpus([.. translations.Select(Vocabulary.Decode)], [.. Test.Select(one => one.Chinese.Select(Characters).ToArray())]);

    /// <summary>The words of an English sentence in lower case, and its signs.</summary>
    /// <param name="sentence">The sentence.</param>
    public static string[] Words(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return [.. Token().Matches(sentence.ToLowerInvariant()).Select(match => match.Value)];
    }

    /// <summary>The characters of a Chinese sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    public static string[] Characters(string sentence) =>
        [.. Vocabulary.Characters(sentence).Where(character => !string.IsNullOrWhiteSpace(character))];

    private int[] Encode(string[] tokens) => Vocabulary.Encode(tokens.Select(token => Vocabulary.Knows(token) ? token : Unknown));

    [GeneratedRegex(@"[a-z]+('[a-z]+)?|\d|[^\s\w]")]
    private static partial Regex Token();
}

/// <summary>A sentence and what people made of it. Defined in lesson 12.</summary>
/// <param name="English">The sentence.</param>
/// <param name="Chinese">Its translations, at least one.</param>
public sealed record TestSentence(string English, string[] Chinese);
