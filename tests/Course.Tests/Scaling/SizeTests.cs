using Course.PreTraining;
using Course.Scaling;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Scaling;

public class SizeTests
{
    public static TheoryData<Gpt3Model> Models => [.. Gpt3Model.All];

    [Fact]
    public void Gpt_3_has_174_604_259_328_parameters()
    {
        DecoderSize size = Gpt3Model.All[^1].Size;

        Assert.Equal(173_946_175_488, size.BlockWeights);
        Assert.Equal(174_604_259_328, size.Parameters);
        Assert.Equal(size.Parameters, size.AttentionWeights + size.FeedForwardWeights + size.Embeddings + size.BiasesAndNorms);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Each_model_of_the_table_has_the_parameters_and_the_compute_that_the_appendix_prints(Gpt3Model model)
    {
        Assert.InRange(model.Size.Parameters / model.PrintedParameters, 0.995, 1.005);
        Assert.InRange(model.Flops / model.PrintedFlops, 0.99, 1.01);
        Assert.Equal(0, model.CountedWidth % model.HeadWidth);
    }

    [Fact]
    public void The_printed_width_of_the_13B_model_does_not_give_its_printed_parameters()
    {
        Gpt3Model model = Gpt3Model.All[6];

        long printed = (model.Size with { Width = model.Width }).Parameters;

        Assert.InRange(printed / model.PrintedParameters, 1.007, 1.009);
        Assert.NotEqual(0, model.Width % model.Heads);
    }

    [Fact]
    public void Gpt_3_cost_3640_petaflop_days() =>
        Assert.Equal(3640, Gpt3Model.All[^1].Flops / TrainingCompute.PetaflopDay, tolerance: 5);

    [Fact]
    public void The_formula_counts_what_the_models_of_lesson_13_have()
    {
        var small = new GptSettings(11, 6, 8, 2, 2);
        using var gpt1 = new Gpt(GptSettings.Gpt1, device(DeviceType.META));
        using var gpt = new Gpt(small);

        Assert.Equal(gpt1.ParameterCount, DecoderSize.Of(GptSettings.Gpt1).Parameters);
        Assert.Equal(gpt.ParameterCount, DecoderSize.Of(small).Parameters);
    }

    [Fact]
    public void In_a_large_model_six_operations_per_weight_are_nearly_all()
    {
        DecoderSize size = Gpt3Model.All[^1].Size;

        Assert.InRange(size.TrainingFlops / TrainingCompute.Flops(size.Parameters, 1), 1, 1.04);
    }
}
