using Course.Nn.Optimizers;
using Course.Nn.Torch;
using Course.Nn.Training;
using Course.Transformers.Tasks;
using TorchSharp;

namespace Course.Transformers;

/// <summary>The long runs of lesson 12.</summary>
internal static class Lesson12LongRuns
{
    private const int Batch = 64, WarmUp = 100;

    internal static IReadOnlyList<LongRun> All { get; } =
    [
        new LongRun
        {
            Id = "12.words", Lesson = 12, Title = "Words in disorder, with 4,000 steps of learning and a beam of 10", Run = UnscrambleWords,
        },
        new LongRun { Id = "12.numbers", Lesson = 12, Title = "Numbers in English words to Chinese numerals", Run = TranslateNumbers },
    ];

    private static BlockShape Block { get; } = new(64, 4, 256, NormFirst: true);

    private static void UnscrambleWords()
    {
        const int Steps = 4_000;
        var words = new WordPuzzles();
        Puzzle[] test = words.TestPuzzles();
        torch.random.manual_seed(1);
        using var model = new PointerTransformer(new(PuzzleAlphabet.Letters.Count, 2, Block));
        using var adam = TransformerTraining.Adam(model);
        var solver = new Unscrambler(model);
        var random = new Random(1);
        Train(new TorchTrainer(model, adam, _ => solver.Loss(words.Draw(random, Batch)), clip: 1), Steps, 2.5e-3);

        var trigrams = new NGrams(3, PuzzleAlphabet.Letters.Count);
        foreach (string word in words.Training) trigrams.Learn(PuzzleAlphabet.Letters.Word(word, random).Solution);
        int[][] greedy = solver.Greedy(test), beam = Array.ConvertAll(test, puzzle => solver.Beam(puzzle));
        double places = test.Zip(greedy, (puzzle, order) => puzzle.ShareRight(order)).Average();
        string note = FormattableString.Invariant(
            $"Without a beam the Transformer puts {Share(test, greedy):0.0 %} right, and {places:0.0 %} of all letters in their places.");
        Claim.Report("12.words", note, [Share(test, Array.ConvertAll(test, puzzle => trigrams.Solve(puzzle))), Share(test, beam)]);
    }

    private static void TranslateNumbers()
    {
        const int Steps = 1_000, Tests = 1_000, Digits = 6;
        var random = new Random(1);
        HashSet<long> held = [];
        while (held.Count < Tests) held.Add(random.NextInt64(10_000, 1_000_000));
        SequencePair Draw()
        {
            while (true)
            {
                long number = NumberTask.Draw(random, Digits);
                if (!held.Contains(number)) return NumberTask.Pair(number);
            }
        }
        torch.random.manual_seed(1);
        using var model = new Transformer(new(NumberTask.Vocabulary.Count, 2, Block) { LongestSequence = 64 });
        using var adam = TransformerTraining.Adam(model);
        SequencePair[][] batches = [.. Enumerable.Range(0, Steps).Select(_ => Enumerable.Range(0, Batch).Select(_ => Draw()).ToArray())];
        Train(TransformerTraining.Trainer(model, adam, batches, smoothing: 0, clip: 1), Steps, 3e-3);

        SequencePair[] test = [.. held.Select(NumberTask.Pair)];
        int[][] written = new Decoding(model).Greedy([.. test.Select(pair => pair.Source)], longest: 24);
        Claim.Report("12.numbers", test.Zip(written, (pair, tokens) => tokens.SequenceEqual(pair.Target) ? 1.0 : 0).Average());
    }

    // Every example of the loop is a batch.
    private static void Train(ITrainer trainer, int steps, double rate) => new TrainingLoop(trainer, steps)
    {
        Batch = 1, Epochs = 1, Schedule = LearningRates.WarmUp(WarmUp, LearningRates.Cosine(rate, steps - WarmUp)),
    }.Run();

    private static double Share(Puzzle[] puzzles, int[][] orders) =>
        puzzles.Zip(orders, (puzzle, order) => puzzle.IsSolvedBy(order) ? 1.0 : 0).Average();
}
