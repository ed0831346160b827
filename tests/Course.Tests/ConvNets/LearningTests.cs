using Course.ConvNets;
using Course.Data;
using Course.ExpertSystems;
using Course.Nn;
using Course.Nn.Optimizers;
using Course.Nn.Training;

namespace Course.Tests.ConvNets;

[Collection(TorchSeed.Name)]
public class LearningTests
{
    private static readonly ImageSet bars = DrawBars(60);

    [Theory]
    [InlineData(1, 2_570, 2_570)]
    [InlineData(2, 3_214, 3_214)]
    [InlineData(3, 1_226, 1_226)]
    [InlineData(4, 1_132, 2_266)]
    [InlineData(5, 1_060, 5_194)]
    public void The_five_networks_have_the_weights_and_links_that_are_tabulated(int number, int weights, int links)
    {
        Sequential net = LeCunNetworks1989.Make(number, new Random(1));

        Assert.Equal(weights, net.ParameterCount);
        Assert.Equal(links, net.Layers.Sum(layer => layer is Convolution maps
            ? maps.Connections : layer.Parameters.Sum(parameter => parameter.Values.Length)));
    }

    [Fact]
    public void Each_of_the_five_networks_learns()
    {
        foreach (int number in Enumerable.Range(1, 5))
        {
            Sequential net = LeCunNetworks1989.Make(number, new Random(2));
            double[][] x = Array.ConvertAll(bars.Images, LeNet1989.Input), targets = Array.ConvertAll(bars.Labels, LeNet1989.Target);
            var learner = new ScratchTrainer(net, new SquaredError(), new Sgd(net.Parameters, 0.01), x, targets);
            double before = learner.Loss(x, targets);
            new TrainingLoop(learner, x.Length) { Batch = 1, Epochs = 5, Title = "" }.Run();
            Assert.InRange(learner.Loss(x, targets), 0, 0.7 * before);
        }
    }

    [Fact]
    public void Every_recipe_trains_a_network_of_9760_parameters_and_gives_its_tensors_back()
    {
        foreach (LeNetTraining recipe in LeNetTraining.Steps) LiveTensors.AreGivenBackBy(() => Train(recipe));

        static void Train(LeNetTraining recipe)
        {
            using TorchLeNet1989 net = (recipe with { Name = "" }).Train(bars, epochs: 1, batch: 20, seed: 3);
            double accuracy = new TorchClassifier(net, TorchLeNet1989.Batch).Accuracy(bars);
            Assert.InRange(accuracy, 0, 1);
            Assert.False(net.training);
        }
    }

    [Fact]
    public void The_last_recipe_learns_what_it_is_shown()
    {
        using TorchLeNet1989 net = (LeNetTraining.Steps[^1] with { Name = "" }).Train(bars, epochs: 30, batch: 10, seed: 4);

        Assert.InRange(new TorchClassifier(net, TorchLeNet1989.Batch).Accuracy(bars), 0.95, 1);
    }

    [Fact]
    public void Equal_seeds_train_equal_networks()
    {
        float[] Weights()
        {
            using TorchLeNet1989 net = (LeNetTraining.Steps[^1] with { Name = "" }).Train(bars, epochs: 2, batch: 10, seed: 5);
            return [.. net.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
        }

        Assert.Equal(Weights(), Weights());
    }

    // Ten classes that a kernel can tell: a bar across or down, at one of five places, and a little noise.
    private static ImageSet DrawBars(int count)
    {
        var random = new Random(1);
        float[][] images =
            [.. Enumerable.Range(0, count).Select(n => Enumerable.Range(0, 256)
            .Select(i => InBar(n % 10, i / 16, i % 16) ? 1 : 0.1f * random.NextSingle()).ToArray())];
        return new ImageSet(16, 16, images, [.. Enumerable.Range(0, count).Select(n => n % 10)]);

        static bool InBar(int label, int row, int column) => (label < 5 ? row : column) / 3 == label % 5;
    }
}
