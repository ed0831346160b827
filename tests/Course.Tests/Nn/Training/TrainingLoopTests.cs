using Course.Backpropagation;
using Course.ExpertSystems;
using Course.Nn;
using Course.Nn.Torch;
using Course.Nn.Training;
using static TorchSharp.torch;

namespace Course.Tests.Nn.Training;

public sealed class TrainingLoopTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"checkpoint-{Guid.NewGuid():N}");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void It_teaches_a_network_from_scratch()
    {
        var task = new Task(seed: 1);
        IReadOnlyList<EpochResult> history = task.Loop(epochs: 30).Run();
        Assert.Equal(30, history.Count);
        Assert.Equal(Enumerable.Range(1, 30), history.Select(epoch => epoch.Epoch));
        Assert.True(history[^1].Loss < 0.3 * history[0].Loss);
    }

    [Fact]
    public void Every_epoch_shows_each_example_once_in_an_order_of_its_own()
    {
        var learner = new Recorder();
        var training = new TrainingLoop(learner, examples: 10) { Batch = 4, Epochs = 3, Title = "" };
        training.Run();
        Assert.Equal([4, 4, 2, 4, 4, 2, 4, 4, 2], learner.Batches.Select(batch => batch.Length));
        int[][] epochs = [.. learner.Batches.Chunk(3).Select(batches => batches.SelectMany(n => n).ToArray())];
        Assert.All(epochs, epoch => Assert.Equal(Enumerable.Range(0, 10), epoch.Order()));
        Assert.Equal(3, epochs.Select(epoch => string.Join(' ', epoch)).Distinct().Count());
        Assert.Equal(9, training.Steps);
    }

    [Fact]
    public void The_loss_of_an_epoch_weighs_a_small_last_batch_by_its_size()
    {
        var learner = new Recorder { Loss = batch => batch.Length };
        EpochResult only = new TrainingLoop(learner, examples: 5) { Batch = 4, Epochs = 1, Title = "" }.Run()[0];
        Assert.Equal((4 * 4 + 1) / 5.0, only.Loss, 1e-12);
    }

    [Fact]
    public void The_schedule_sets_the_rate_of_each_step()
    {
        var learner = new Recorder();
        new TrainingLoop(learner, examples: 4) { Batch = 2, Epochs = 2, Title = "", Schedule = step => 10 + step }.Run();
        Assert.Equal([10.0, 11, 12, 13], learner.Rates);
    }

    [Fact]
    public void It_stops_early_and_takes_the_best_state_back()
    {
        double[] losses = [5, 3, 4, 2, 2.5, 2.6, 2.7, 1];
        var learner = new Recorder();
        int epoch = 0;
        var early = new EarlyStopping(patience: 3);
        var training = new TrainingLoop(learner, examples: 2)
        {
            Batch = 2,
            Epochs = 8,
            Title = "",
            Validate = () => losses[epoch++],
            Callbacks = { early }
        };
        training.Run();
        Assert.Equal(7, training.Epoch);
        Assert.Equal(4, early.Best!.Epoch);
        Assert.Equal(4, learner.State);          // the recorder's state is the number of steps it has taken
    }

    [Fact]
    public void Early_stopping_without_validation_says_what_is_missing()
    {
        var training = new TrainingLoop(new Recorder(), examples: 2) { Title = "", Callbacks = { new EarlyStopping(2) } };
        Assert.Contains("Validate", Assert.Throws<InvalidOperationException>(() => training.Run()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_no_number_stops_it_at_once()
    {
        var learner = new Recorder { Loss = _ => double.NaN };
        var training = new TrainingLoop(learner, examples: 10) { Batch = 2, Title = "" };
        Assert.Empty(training.Run());
        Assert.True(training.Diverged);
        Assert.Single(learner.Batches);
    }

    [Fact]
    public void A_resumed_training_ends_as_one_that_was_never_interrupted()
    {
        var whole = new Task(seed: 3);
        whole.Loop(epochs: 8).Run();

        new Task(seed: 3).Loop(epochs: 5, new ModelCheckpoint(path)).Run();
        var second = new Task(seed: 99);
        TrainingLoop resumed = second.Loop(epochs: 8);
        resumed.Resume(path);
        Assert.Equal(5, resumed.Epoch);
        resumed.Run();

        Assert.Equal(whole.Weights, second.Weights);
        Assert.Equal(8, resumed.History.Count);
    }

    [Fact]
    public void A_resumed_training_in_torch_ends_as_one_that_was_never_interrupted()
    {
        set_num_threads(1);
        using var whole = new TorchTask(seed: 3);
        whole.Loop(epochs: 6).Run();

        using var first = new TorchTask(seed: 3);
        first.Loop(epochs: 4, new ModelCheckpoint(path)).Run();
        using var second = new TorchTask(seed: 99);
        TrainingLoop resumed = second.Loop(epochs: 6);
        resumed.Resume(path);
        resumed.Run();

        Assert.Equal(whole.Weights, second.Weights);
    }

    [Fact]
    public void A_checkpoint_of_another_model_is_refused_and_changes_nothing()
    {
        new Task(seed: 1).Loop(epochs: 1, new ModelCheckpoint(path)).Run();
        var other = new Task(seed: 2, hidden: 4);
        double[] before = other.Weights;
        Assert.Contains("another model", Assert.Throws<InvalidDataException>(() => other.Loop(epochs: 2).Resume(path)).Message,
            StringComparison.Ordinal);
        Assert.Equal(before, other.Weights);
    }

    [Fact]
    public void A_file_that_is_no_checkpoint_and_one_cut_short_are_refused()
    {
        var task = new Task(seed: 1);
        TrainingLoop training = task.Loop(epochs: 1, new ModelCheckpoint(path));
        training.Run();
        double[] before = task.Weights;
        byte[] content = File.ReadAllBytes(path);
        File.WriteAllBytes(path, content[..(content.Length - 20)]);
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => training.Resume(path)).Message, StringComparison.Ordinal);
        File.WriteAllText(path, "not a checkpoint");
        Assert.Throws<InvalidDataException>(() => training.Resume(path));
        File.Delete(path);
        Assert.Throws<FileNotFoundException>(() => training.Resume(path));
        Assert.Equal(before, task.Weights);
        Assert.False(File.Exists(path + ".unfinished"));
    }

    [Fact]
    public void Training_in_torch_leaves_no_tensor_behind()
    {
        using var task = new TorchTask(seed: 1);
        task.Loop(epochs: 1).Run();                      // the optimizer makes its memory in the first step
        long before = LiveTensors.Count;
        task.Loop(epochs: 4).Run();
        Assert.Equal(before, LiveTensors.Count);
    }

    [Fact]
    public void Taking_the_best_state_back_leaves_no_tensor_behind_in_torch_and_none_changed()
    {
        using var task = new TorchTask(seed: 1);
        task.Loop(epochs: 1).Run();
        float[] best = task.Weights;
        long before = LiveTensors.Count;
        int epoch = 0;
        var early = new EarlyStopping(patience: 2);
        early.EpochEnded(task.Loop(epochs: 1), new EpochResult(1, Loss: 1, Validation: 0.5, Rate: 0.05));   // nothing later is as good
        task.Loop(epochs: 3, validate: () => 1 + epoch++, early).Run();
        Assert.Equal(3, epoch);
        Assert.Equal(best, task.Weights);
        Assert.Equal(before, LiveTensors.Count);
    }

    [Fact]
    public void The_gradient_of_a_torch_module_is_clipped_to_the_length_asked_for()
    {
        using var task = new TorchTask(seed: 1, clip: 1e-3);
        task.Loop(epochs: 1).Run();
        using var scope = NewDisposeScope();
        double length = Math.Sqrt(task.Net.parameters()
            .Sum(parameter => parameter.grad!.data<float>().Sum(gradient => (double)gradient * gradient)));
        Assert.InRange(length, 0.99e-3, 1.01e-3);
    }

    private sealed class Task
    {
        private readonly Mlp net;
        private readonly ScratchTrainer learner;

        internal Task(int seed, int hidden = 5)
        {
            (double[][] x, double[][] t) = Data();
            net = new Mlp([2, hidden, 1], Activation.Tanh, Activation.Sigmoid, new Random(seed));
            learner = new ScratchTrainer(net, new SquaredError(), new Course.Nn.Optimizers.Adam(net.Parameters, 0.05), x, t);
        }

        internal double[] Weights => [.. net.Parameters.SelectMany(parameter => parameter.Values)];

        internal TrainingLoop Loop(int epochs, params TrainingCallback[] callbacks) =>
            new(learner, examples: 40) { Batch = 8, Epochs = epochs, Title = "", Callbacks = callbacks };
    }

    private sealed class TorchTask : IDisposable
    {
        private readonly Tensor x, t;
        private readonly optim.Optimizer optimizer;
        private readonly TorchTrainer learner;

        internal TorchTask(int seed, double? clip = null)
        {
            (double[][] rows, double[][] targets) = Data();
            x = tensor(rows.SelectMany(row => row).Select(value => (float)value).ToArray()).reshape(40, 2).clone();
            t = tensor(targets.Select(row => (float)row[0]).ToArray()).reshape(40, 1).clone();
            Net = new TorchMlp([2, 5, 1], Activation.Tanh, Activation.Sigmoid);
            // torch's own generator is shared by all tests
            Net.CopyFrom(new Mlp([2, 5, 1], Activation.Tanh, Activation.Sigmoid, new Random(seed)));
            optimizer = optim.Adam(Net.parameters(), 0.05);
            learner = new TorchTrainer(Net, optimizer, n => nn.functional.mse_loss(Net.call(x.index_select(0, n)), t.index_select(0, n)),
                clip);
        }

        internal TorchMlp Net { get; }

        internal float[] Weights => [.. Net.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];

        internal TrainingLoop Loop(int epochs, params TrainingCallback[] callbacks) => Loop(epochs, null, callbacks);

        internal TrainingLoop Loop(int epochs, Func<double>? validate, params TrainingCallback[] callbacks) =>
            new(learner, examples: 40) { Batch = 8, Epochs = epochs, Title = "", Validate = validate, Callbacks = callbacks };

        public void Dispose()
        {
            optimizer.Dispose();
            Net.Dispose();
            x.Dispose();
            t.Dispose();
        }
    }

    private sealed class Recorder : ITrainer
    {
        internal List<int[]> Batches { get; } = [];

        internal List<double> Rates { get; } = [];

        internal int State { get; private set; }

        internal Func<int[], double> Loss { get; init; } = _ => 1;

        public double Rate { get; set; } = 1;

        public double Learn(int[] examples)
        {
            Batches.Add(examples);
            Rates.Add(Rate);
            State++;
            return Loss(examples);
        }

        public void Save(BinaryWriter writer) => writer.Write(State);

        public void Load(BinaryReader reader) => State = reader.ReadInt32();
    }

    // Is the first number larger than the second?
    private static (double[][] X, double[][] Targets) Data()
    {
        var random = new Random(7);
        double[][] x = [.. Enumerable.Range(0, 40).Select(_ => new[] { random.NextDouble(), random.NextDouble() })];
        return (x, [.. x.Select(row => new[] { row[0] > row[1] ? 1.0 : 0 })]);
    }
}
