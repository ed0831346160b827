using Course.Scaling;
using CsCheck;

namespace Course.Tests.Scaling;

public class ChinchillaLawTests
{
    [Fact]
    public void No_split_of_a_budget_is_better_than_the_best() =>
        Gen.Select(Gen.Double[18, 26], Gen.Double[-2, 2], Gen.Bool).Sample((power, away, published) =>
        {
            ChinchillaLaw law = published ? ChinchillaLaw.Hoffmann2022 : ChinchillaLaw.Besiroglu2024;
            double flops = Math.Pow(10, power);

            ComputeSplit best = law.Best(flops), other = law.At(flops, best.Parameters * Math.Pow(10, away));

            Assert.True(best.Loss <= other.Loss + 1e-12);
            Assert.Equal(1, best.Flops / flops, 1e-9);
            Assert.Equal(1, other.Flops / flops, 1e-9);
        }, iter: 500);

    [Fact]
    public void At_the_best_split_size_and_data_are_worth_the_same()
    {
        ChinchillaLaw law = ChinchillaLaw.Hoffmann2022;

        ComputeSplit best = law.Best(1e22);

        Assert.Equal(law.Alpha * law.A * Math.Pow(best.Parameters, -law.Alpha), law.Beta * law.B * Math.Pow(best.Tokens, -law.Beta), 1e-9);
    }

    // Chinchilla had 70 billion parameters and read 1.4 trillion tokens, for the budget of Gopher's 5.76e23.
    [Fact]
    public void At_Gopher_s_budget_the_new_fit_asks_for_Chinchilla_and_the_rounded_one_for_a_smaller_model()
    {
        ComputeSplit again = ChinchillaLaw.Besiroglu2024.Best(5.76e23), rounded = ChinchillaLaw.Hoffmann2022.Best(5.76e23);

        Assert.InRange(again.Parameters, 65e9, 80e9);
        Assert.InRange(again.TokensPerParameter, 17, 20);
        Assert.InRange(rounded.Parameters, 30e9, 34e9);
        Assert.InRange(rounded.TokensPerParameter, 88, 97);
    }

    [Fact]
    public void Gpt_3_was_given_too_few_tokens()
    {
        Gpt3Model gpt3 = Gpt3Model.All[^1];

        ComputeSplit best = ChinchillaLaw.Besiroglu2024.Best(gpt3.Flops);

        Assert.True(best.Parameters < gpt3.Size.Parameters / 2);
        Assert.True(best.Tokens > 2 * Gpt3Model.Tokens);
        Assert.True(best.Loss < ChinchillaLaw.Besiroglu2024.Loss(gpt3.Size.Parameters, Gpt3Model.Tokens));
    }
}
