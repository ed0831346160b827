using Course.Hub;
using Course.Hub.Models;
using CsCheck;

namespace Course.Tests.Hub.Models;

public sealed class ModelCardTests
{
    [Fact]
    public void A_card_is_two_parts()
    {
        var card = new ModelCard("# Digits\n", ("license", ["mit"]), ("tags", ["digits"]), ("language", ["en", "no"]), ("datasets", []));

        string file = card.Write();

        Assert.Equal("---\nlicense: mit\ntags:\n- digits\nlanguage:\n- en\n- \"no\"\ndatasets: []\n---\n\n# Digits\n", file);
        ModelCard read = ModelCard.Parse(file);
        Assert.Equal(card.Text, read.Text);
        Assert.Equal(["en", "no"], read["language"]);
        Assert.Empty(read["datasets"]);
        Assert.Empty(read["absent"]);
    }

    [Fact]
    public void A_card_as_people_write_them_is_read()
    {
        ModelCard card = ModelCard.Parse("""
            ---
            # made by hand
            license: apache-2.0
            tags: [a, "b c", 'd''e']
            language:
              - en
              - zh
            model-index:
            - name: bert
              results:
              - task:
                  type: fill-mask
                metrics:
                - value: 0.5
            base_model: "google/bert"
            empty:
            ---
            # BERT
            ---
            """);

        Assert.Equal("apache-2.0", Assert.Single(card["license"]));
        Assert.Equal(["a", "b c", "d'e"], card["tags"]);
        Assert.Equal(["en", "zh"], card["language"]);
        Assert.Equal("google/bert", Assert.Single(card["base_model"]));
        Assert.StartsWith("# BERT\n---", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_a_head_is_all_text() => Assert.Equal("# Hello\n---\n", ModelCard.Parse("# Hello\n---\n").Text);

    [Theory]
    [InlineData("---\nlicense: mit\n", "no second ---")]
    [InlineData("---\n!!python/object:os.system\n---\n", "no key")]
    [InlineData("---\na: 1\na: 2\n---\n", "twice")]
    [InlineData("---\n*alias\n---\n", "no key")]
    public void A_wrong_head_is_refused_in_one_line(string text, string fault)
    {
        string message = Assert.Throws<HubFileException>(() => ModelCard.Parse(text)).Message;

        Assert.Contains(fault, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Words_of_all_sorts_survive() => Gen.String.Array[0, 4].Sample(words =>
    {
        string[] values = [.. words.Select(word => string.Concat(word.EnumerateRunes()))];
        Assert.Equal(values, ModelCard.Parse(new ModelCard("x", ("k", values)).Write())["k"]);
    }, iter: 5_000, threads: 1);
}
