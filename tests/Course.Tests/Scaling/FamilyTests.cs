using Course.Scaling;
using Course.Tests.ConvNets;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Scaling;

[Collection(TorchSeed.Name)]
public sealed class FamilyTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void The_last_tenth_of_a_text_is_held_out()
    {
        var text = new CharacterText("abcabcabcz");

        Assert.Equal((9, 1, 5), (text.Length, text.HeldOut, text.Vocabulary));
        Tensor windows = text.Windows(4);
        Assert.Equal([6, 4], windows.shape);
        Assert.Equal("bcab", string.Concat(windows[1].data<long>().ToArray().Select(number => text[(int)number])));
        Assert.Equal([2, 4], text.Windows(4, characters: 5).shape);
    }

    [Fact]
    public void Windows_of_held_out_text_follow_each_other_and_share_one_character()
    {
        var text = new CharacterText(new string('x', 50) + "abcdefghij", heldOut: 1 / 6.0);

        Tensor all = text.HeldOutWindows(4, 100), some = text.HeldOutWindows(4, 2);

        Assert.Equal(["abcd", "defg", "ghij"], Enumerable.Range(0, 3).Select(n => Read(all[n])));
        Assert.Equal(["abcd", "defg"], Enumerable.Range(0, 2).Select(n => Read(some[n])));

        string Read(Tensor row) => string.Concat(row.data<long>().ToArray().Select(number => text[(int)number]));
    }

    [Fact]
    public void A_member_learns_its_text_and_looks_at_its_loss_on_the_way()
    {
        var family = new ModelFamily(new CharacterText(string.Concat(Enumerable.Repeat("the cat sat on the mat. ", 60))));
        var settings = new FamilySettings { Context = 8, Batch = 8, Steps = 120, TestWindows = 10, Looks = 2 };

        FamilyRun run = family.Train(16, settings);

        Assert.Equal([2560, 5120, 7680], run.Curve.Select(point => point.Tokens));
        Assert.InRange(run.Loss, 0, 1.2);
        Assert.True(run.Loss < run.Curve[0].Loss);
        Assert.Equal(run.Curve.Min(point => point.Loss), run.BestLoss);
        Assert.Equal((7_680, 1_296), (run.Tokens, run.Characters));
        Assert.Equal(run.Size.TrainingFlops * 7_680, run.Flops);
        Assert.Equal(run.Loss, family.Train(16, settings).Loss);
    }

    [Fact]
    public void Tensors_are_given_back()
    {
        var family = new ModelFamily(new CharacterText(string.Concat(Enumerable.Repeat("abcd ", 60))));

        LiveTensors.AreGivenBackBy(() => family.Train(8, new FamilySettings { Context = 4, Batch = 2, Steps = 3, TestWindows = 2 }));
    }

    [Fact]
    public void The_frontier_leaves_out_what_a_cheaper_run_beats()
    {
        FamilyRun[] runs = [Run(8, 1_000, 3), Run(16, 1_000, 2), Run(32, 1_000, 2.5), Run(16, 8_000, 1), Run(8, 2_000, 2.9)];

        Assert.Equal([3, 2.9, 2, 1], ComputeFrontier.Of(runs).Select(run => run.Loss));

        static FamilyRun Run(int width, long tokens, double loss) => new(new DecoderSize(1, width, 10, 8), tokens, 100, [(tokens, loss)]);
    }

    [Fact]
    public void The_rate_rises_to_its_height_and_falls_to_nothing()
    {
        Func<long, double> rate = new FamilySettings { Steps = 100, Rate = 0.01 }.Schedule();

        Assert.Equal(0.01, Enumerable.Range(0, 100).Max(step => rate(step)), 1e-9);
        Assert.Equal(0.001, rate(0), 1e-9);
        Assert.True(rate(99) < 1e-5);
    }
}
