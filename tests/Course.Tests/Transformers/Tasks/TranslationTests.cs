using Course.Data.Texts;
using Course.Transformers.Tasks;

namespace Course.Tests.Transformers.Tasks;

public class TranslationTests
{
    private static readonly TatoebaPair[] pairs =
    [
        new("Hi.", "嗨。", ""), new("Hi.", "你好。", ""), new("Wait!", "等等！", ""), new("I'm 20.", "我20岁。", ""), new("I'm 20.", "我 20 岁。", ""),
        new("Go on.", "继续。", ""),
    ];

    [Fact]
    public void Words_and_signs_are_tokens_and_Chinese_is_read_by_characters()
    {
        Assert.Equal(["i'm", "2", "0", ",", "tom", "."], TranslationTask.Words("I'm 20, Tom."));
        Assert.Equal(["我", "2", "0", "岁", "。"], TranslationTask.Characters("我 20岁。"));
    }

    [Fact]
    public void All_translations_of_a_sentence_stay_on_one_side()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            var task = new TranslationTask(pairs, seed, tests: 2, least: 1);

            int held = task.Test.Sum(one => one.Chinese.Length);
            Assert.Equal(pairs.Length, task.Training.Count + held);
            Assert.DoesNotContain(task.Test, one => task.Training.Any(pair =>
                task.Vocabulary.Decode(pair.Source).SequenceEqual(TranslationTask.Words(one.English))));
            Assert.Equal(1, task.Score(task.Test.Select(one => Known(task, one.Chinese[0]))).BrevityPenalty, 1e-12);
        }
    }

    [Fact]
    public void A_rare_token_is_unknown()
    {
        var task = new TranslationTask(pairs, tests: 0, least: 2);

        Assert.False(task.Vocabulary.Knows("wait"));
        Assert.Equal(["<unknown>", "."], task.Vocabulary.Decode(task.Read("Wait.")));
    }

    private static int[] Known(TranslationTask task, string text) => task.Vocabulary.Encode(
        TranslationTask.Characters(text).Select(character => task.Vocabulary.Knows(character) ? character : "<unknown>"));
}
