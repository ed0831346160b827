using System.Text.Json;
using Course.Generation;
using Course.TestTools;

namespace Course.Tests.Generation;

/// <summary>
/// What Python's module regex and the plainest possible byte-pair encoding make of 600 texts: <c>Fixtures/make_gpt2.py</c> made the file.
/// </summary>
public class TokenFixtureTests
{
    private static readonly JsonElement fixture = JsonDocument.Parse(File.ReadAllText(
        Path.Combine(RepositoryRoot.Path, "tests", "Course.Tests", "Generation", "Fixtures", "words.json"))).RootElement;

    private static IEnumerable<(string Text, string[] Words, int[] Tokens)> Texts =>
        fixture.GetProperty("texts").EnumerateArray().Select(one => (
            one.GetProperty("text").GetString()!,
            one.GetProperty("words").EnumerateArray().Select(word => word.GetString()!).ToArray(),
            one.GetProperty("tokens").EnumerateArray().Select(token => token.GetInt32()).ToArray()));

    [Fact]
    public void Words_are_those_of_the_published_pattern() =>
        Assert.All(Texts, one => Assert.Equal(one.Words, PreTokenizer.Split(one.Text)));

    // Hugging Face's own library for JavaScript, version 0.2.0, gives these tokens with this file for all texts but two, which hold U+0085:
    // compare_tokens.mjs.
    [Fact]
    public void Hugging_Face_s_form_of_the_file_gives_the_same_tokens()
    {
        BytePairEncoding encoding = TokenizerFiles.Load(
            Path.Combine(RepositoryRoot.Path, "tests", "Course.Tests", "Generation", "Fixtures", "tokenizer"));

        Assert.All(Texts, one => Assert.Equal(one.Tokens, encoding.Encode(one.Text)));
        Assert.Equal(encoding.Count - 1, encoding.Special[BytePairEncoding.EndOfText]);
    }

    [Fact]
    public void The_same_pairs_are_learnt_and_give_the_same_tokens()
    {
        string[] merges = [.. fixture.GetProperty("merges").EnumerateArray().Select(pair => pair.GetString()!)];
        int made = merges.Select(pair => pair.Replace(" ", "", StringComparison.Ordinal)).Distinct().Count();

        BytePairEncoding encoding = BytePairTrainer.Train([fixture.GetProperty("lesson").GetString()!], 256 + made, special: []);

        Assert.Equal(merges, encoding.Merges.Select(pair => $"{pair.Left} {pair.Right}"));
        Assert.All(Texts, one => Assert.Equal(one.Tokens, encoding.Encode(one.Text)));
    }
}
