using Course.Transformers.Tasks;

namespace Course.Tests.Transformers.Tasks;

public class NumberTests
{
    [Theory]
    [InlineData(0, "zero", "零")]
    [InlineData(10, "ten", "十")]
    [InlineData(17, "seventeen", "十七")]
    [InlineData(20, "twenty", "二十")]
    [InlineData(101, "one hundred one", "一百零一")]
    [InlineData(110, "one hundred ten", "一百一十")]
    [InlineData(1_000, "one thousand", "一千")]
    [InlineData(2_017, "two thousand seventeen", "二千零一十七")]
    [InlineData(10_000, "ten thousand", "一万")]
    [InlineData(10_010, "ten thousand ten", "一万零一十")]
    [InlineData(20_500, "twenty thousand five hundred", "二万零五百")]
    [InlineData(100_500, "one hundred thousand five hundred", "十万零五百")]
    [InlineData(105_000, "one hundred five thousand", "十万五千")]
    [InlineData(12_345_678, "twelve million three hundred forty five thousand six hundred seventy eight", "一千二百三十四万五千六百七十八")]
    [InlineData(100_000_000, "one hundred million", "一亿")]
    [InlineData(100_005_000, "one hundred million five thousand", "一亿零五千")]
    [InlineData(1_000_000_001, "one billion one", "十亿零一")]
    public void A_number_is_spelt_and_read_in_both_languages(long number, string english, string chinese)
    {
        Assert.Equal(english, string.Join(' ', EnglishNumbers.Spell(number)));
        Assert.Equal(number, EnglishNumbers.Parse(english.Split(' ')));
        Assert.Equal(chinese, ChineseNumerals.Write(number));
        Assert.Equal(number, ChineseNumerals.Parse(chinese));
    }

    [Fact]
    public void Every_number_comes_back()
    {
        var random = new Random(1);
        IEnumerable<long> some = Enumerable.Range(0, 120_000).Select(number => (long)number)
            .Concat(Enumerable.Range(0, 100_000).Select(_ => NumberTask.Draw(random, 11)));
        Assert.DoesNotContain(some, number => ChineseNumerals.Parse(ChineseNumerals.Write(number)) != number);
        Assert.DoesNotContain(some, number => EnglishNumbers.Parse(EnglishNumbers.Spell(number)) != number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one two")]
    [InlineData("hundred")]
    [InlineData("two hundred hundred")]
    [InlineData("thousand million")]
    [InlineData("eleventeen")]
    public void Words_that_are_no_number_are_refused(string text) =>
        Assert.Throws<FormatException>(() => EnglishNumbers.Parse(text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("")]
    [InlineData("一十")]
    [InlineData("一二")]
    [InlineData("一百一")]
    [InlineData("二万五百")]
    [InlineData("两百")]
    [InlineData("零五")]
    public void Numerals_that_are_no_number_are_refused(string text) =>
        Assert.Throws<FormatException>(() => ChineseNumerals.Parse(text));

    [Fact]
    public void A_pair_holds_the_same_number_in_both_languages()
    {
        var random = new Random(2);
        for (int n = 0; n < 1_000; n++)
        {
            long number = NumberTask.Draw(random, 8);
            var (source, target) = NumberTask.Pair(number);
            Assert.Equal(number, EnglishNumbers.Parse(NumberTask.Vocabulary.Decode(source)));
            Assert.Equal(number, ChineseNumerals.Parse(NumberTask.Text(target)));
        }
    }
}
