using Course.Data.Texts;
using Course.Nn.Torch;
using Course.Nn.Training;
using Course.PreTraining;
using Course.Transformers;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.PreTraining;

public sealed class LearningTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    public LearningTests() => random.manual_seed(1);

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Only_hidden_words_count()
    {
        using var frozen = no_grad();
        var model = new BertPreTraining(new Bert(new BertSettings(11, 6, 8, 1, 2) { Spread = 0.5 }));
        MaskedText[] batch = [new([2, 4, 6, 3], [0, 7, 0, 0]), new([2, 9, 8, 5, 4, 3], [0, 0, 0, 5, 6, 0])];

        Tensor logP = model.call(tensor((long[])[2, 4, 6, 3, 0, 0, 2, 9, 8, 5, 4, 3], 2, 6), zeros(2, 6, int64)).log_softmax(-1);

        float expected = -(logP[0, 1, 7] + logP[1, 3, 5] + logP[1, 4, 6]).item<float>() / 3;
        Assert.Equal(expected, BertTraining.Loss(model, batch).item<float>(), 1e-5);
    }

    [Fact]
    public void The_whole_pre_training_learns_words_and_order()
    {
        var model = new BertPreTraining(new Bert(new BertSettings(9, 12, 16, 1, 2) { Spread = 0.2 }));
        int[][] texts = [[5, 5, 5, 6, 6, 6], [7, 7, 7, 8, 8, 8]];
        var draw = new Random(1);
        using var adam = optim.Adam(model.parameters(), 0.01);
        var trainer = new TorchTrainer(model, adam,
            n => BertTraining.Loss(model, [.. n.data<long>().ToArray().Select(_ => SentencePair.Draw(texts, draw))], draw));

        IReadOnlyList<EpochResult> history = new TrainingLoop(trainer, 32) { Batch = 32, Epochs = 150, Title = "" }.Run();

        Assert.InRange(history[0].Loss, 2.2, 4);
        Assert.InRange(history.TakeLast(20).Average(epoch => epoch.Loss), 0, 0.8);
    }

    [Fact]
    public void Halves_that_point_the_same_way_match()
    {
        Tensor vectors = eye(4) * tensor((float[])[1, 2, 3, 4]);

        float right = MatchingHalves.Loss(vectors, vectors).item<float>();
        float wrong = MatchingHalves.Loss(vectors, vectors.flip(0)).item<float>();

        Assert.Equal(Math.Log(1 + 3 * Math.Exp(-10)), right, 1e-5);
        Assert.Equal(10 + Math.Log(1 + 3 * Math.Exp(-10)), wrong, 1e-4);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fine_tuning_learns_which_texts_hold_a_word(bool bert)
    {
        nn.Module<Tensor, Tensor> net = bert
            ? new BertClassifier(new Bert(new BertSettings(11, 8, 16, 1, 2) { Spread = 0.2 }), 2)
            : new GptClassifier(new Gpt(new GptSettings(11, 8, 16, 1, 2) { Spread = 0.2 }), 2);
        var draw = new Random(1);
        int[][] rows = [.. Enumerable.Range(0, 64).Select(n =>
            WordPieces.Row([.. Enumerable.Range(0, 6).Select(t => t == n % 6 && n % 2 == 0 ? 10 : draw.Next(5, 10))]))];
        Tensor texts = SequencePairs.Padded(rows), labels = tensor(rows.Select(row => row.Contains(10) ? 1L : 0L).ToArray());
        using var adam = optim.AdamW(net.parameters(), 0.01, weight_decay: 0.01);
        var trainer = new TorchTrainer(net, adam, n => net is GptClassifier gpt
            ? gpt.Loss(texts.index_select(0, n), labels.index_select(0, n), lambda: 0.1)
            : nn.functional.cross_entropy(net.call(texts.index_select(0, n)), labels.index_select(0, n)));

        new TrainingLoop(trainer, 64) { Batch = 16, Epochs = 25, Title = "" }.Run();

        Assert.Equal(labels.data<long>().ToArray(), net.call(texts).argmax(1).data<long>().ToArray());
    }

    [Fact]
    public void The_test_of_the_spam_task_is_apart_and_its_draws_are_balanced()
    {
        SpamMessage[] messages = [.. Enumerable.Range(0, 40).Select(n => new SpamMessage(n % 4 == 0, "set", $"w{n} w{n} all all"))];

        var spam = new SpamTask(messages, seed: 1, tests: 8, longest: 3, words: 100, ends: 0);

        Assert.Equal(32, spam.Unlabelled.Count);
        Assert.All(spam.Test.Texts, text => Assert.Equal("[UNK] [UNK] all", spam.Pieces.Decode(text)));
        Assert.All(spam.Unlabelled, text => Assert.DoesNotContain(WordPieces.Unknown, text));
        LabelledTexts few = spam.Draw(each: 3, seed: 2);
        Assert.Equal([1, 1, 1, 0, 0, 0], few.Labels);
        Assert.Equal(6, few.Texts.Select(text => text[0]).Distinct().Count());
        Assert.Equal(spam.Draw(3, seed: 2).Texts, few.Texts);
        Assert.NotEqual(spam.Draw(3, seed: 3).Texts, few.Texts);
    }

    [Fact]
    public void Some_layers_or_all_are_taken_to_another_model()
    {
        var from = new Bert(new BertSettings(11, 6, 8, 2, 2));
        var to = new Bert(new BertSettings(11, 6, 8, 2, 2));

        IReadOnlyList<string> copied = Transfer.Copy(from, to, name => name.StartsWith("encoder.layer.0.", StringComparison.Ordinal));

        Assert.Equal(16, copied.Count);
        Dictionary<string, Tensor> givers = from.state_dict(), takers = to.state_dict();
        Assert.All(takers.Keys.Where(name => name.EndsWith("weight", StringComparison.Ordinal) && !name.Contains("Norm", StringComparison.Ordinal)),
            name => Assert.Equal(copied.Contains(name), givers[name].equal(takers[name]).all().item<bool>()));
        Assert.Equal(takers.Count, Transfer.Copy(from, to).Count);
        Assert.Throws<ArgumentException>(() => Transfer.Copy(from, new Bert(new BertSettings(12, 6, 8, 2, 2))));
    }

    [Fact]
    public void Both_classes_weigh_the_same()
    {
        Assert.Equal(0.5, SpamTask.BalancedAccuracy([0, 0, 0, 1], [0, 0, 0, 0]));
        Assert.Equal(0.75, SpamTask.BalancedAccuracy([0, 0, 1, 1], [0, 1, 1, 1]));
    }
}
