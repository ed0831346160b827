using Course.Hub;
using Course.Hub.Diffusion;
using Course.Hub.Models;
using Course.Tests.ConvNets;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Hub.Diffusion;

[Collection(TorchSeed.Name)]
public sealed class DiffusionConfigTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly string folder = Directory.CreateTempSubdirectory("unet-").FullName;

    public void Dispose()
    {
        scope.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_saved_model_comes_back_with_its_schedule()
    {
        random.manual_seed(1);
        using var model = new DiffusionUNet(NoiseSchedule.Linear(40), width: 8);
        AutoModel.SavePretrained(model, folder);

        using DiffusionUNet loaded = AutoModel.FromPretrained<DiffusionUNet>(folder);

        Assert.Equal((40, "linear", 8), (loaded.Schedule.Steps, loaded.Schedule.Name, loaded.Width));
        Tensor x = randn(2, 1, 14, 14), t = tensor((long[])[1, 40]);
        Assert.True(model.call(x, t).equal(loaded.call(x, t)).all().item<bool>());
    }

    [Theory]
    [InlineData(WeightLayout.PyTorch)]
    [InlineData(WeightLayout.TensorFlow)]
    public void A_judge_answers_the_same_from_either_layout(WeightLayout layout)
    {
        random.manual_seed(1);
        using var judge = new DigitJudge(classes: 7);
        AutoModel.SavePretrained(judge, folder, layout);

        using DigitJudge loaded = AutoModel.FromPretrained<DigitJudge>(folder);

        Tensor x = randn(3, 1, 14, 14);
        Assert.Equal(7, loaded.Classes);
        Assert.True(judge.call(x).equal(loaded.call(x)).all().item<bool>());
    }

    [Theory]
    [InlineData("\"num_train_timesteps\": 100", "\"num_train_timesteps\": 20")]
    [InlineData("\"num_train_timesteps\": 100", "\"num_train_timesteps\": 2000000")]
    [InlineData("\"cosine\"", "\"sigmoid\"")]
    [InlineData("\"width\": 8", "\"width\": 12")]
    [InlineData("\"width\": 8", "\"width\": 8000")]
    public void A_config_that_no_model_fits_is_refused(string was, string now)
    {
        using var model = new DiffusionUNet(NoiseSchedule.Cosine(100), width: 8);
        AutoModel.SavePretrained(model, folder);
        string path = Path.Combine(folder, "config.json"), config = File.ReadAllText(path);
        Assert.Contains(was, config, StringComparison.Ordinal);
        File.WriteAllText(path, config.Replace(was, now, StringComparison.Ordinal));

        Assert.ThrowsAny<HubException>(() => AutoModel.FromPretrained<DiffusionUNet>(folder));
    }

    [Fact]
    public void A_schedule_without_a_name_cannot_be_saved()
    {
        using var model = new DiffusionUNet(new NoiseSchedule([0.1, 0.2]));

        Assert.Throws<ArgumentException>(() => AutoModel.SavePretrained(model, folder));
    }
}
