using Course.Data.Texts;
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
        new LongRun { Id = "12.heads", Lesson = 12, Title = "Words in disorder, with one, two, four and eight heads", Run = CountHeads },
        new LongRun { Id = "12.numbers", Lesson = 12, Title = "Numbers in English words to Chinese numerals", Run = TranslateNumbers },
        new LongRun { Id = "12.copy", Lesson = 12, Title = "Rows of digits, to be copied and to be reversed", Run = CopyAndReverse },
        new LongRun { Id = "12.lines", Lesson = 12, Title = "Lines of Tang quatrains in disorder", Run = UnscrambleLines },
        new LongRun { Id = "12.translation", Lesson = 12, Title = "English sentences to Chinese, trained as published", Run = Translate },
    ];

    private static BlockShape Block => new(64, 4, 256, NormFirst: true);

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

    private static void CountHeads()
    {
        const int Steps = 1_000;
        var words = new WordPuzzles();
        Puzzle[] test = words.TestPuzzles();
        double Solved(int heads)
        {
            torch.random.manual_seed(1);
            using var model = new PointerTransformer(new(PuzzleAlphabet.Letters.Count, 2, Block with { Heads = heads }));
            using var adam = TransformerTraining.Adam(model);
            var solver = new Unscrambler(model);
            var random = new Random(1);
            Train(new TorchTrainer(model, adam, _ => solver.Loss(words.Draw(random, Batch)), clip: 1), Steps, 2.5e-3);
            return Share(test, solver.Greedy(test));
        }
        Claim.Report("2017.vaswani.heads", [Solved(1), Solved(2), Solved(4), Solved(8)]);
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
        Claim.Report("12.numbers", ShareWritten(model, test, longest: 24));
    }

    private static void CopyAndReverse()
    {
        double Learnt(Func<int[], int[]> answer)
        {
            var random = new Random(1);
            SequencePair[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => SortingTask.Draw(random).Source)
                .Select(row => new SequencePair(row, answer(row)))];
            torch.random.manual_seed(1);
            using var model = new Transformer(SortingTask.Settings());
            using var adam = TransformerTraining.Adam(model);
            Train(new TorchTrainer(model, adam, _ => TransformerTraining.Loss(model, Draw(Batch), smoothing: 0), clip: 1), 2_000, 0.01);
            return ShareWritten(model, Draw(1_000), longest: 10);
        }
        Claim.Report("12.copy", [Learnt(row => row), Learnt(row => [.. row.Reverse()])]);
    }

    private static void UnscrambleLines()
    {
        var lines = new LinePuzzles();
        Puzzle[] test = lines.TestPuzzles();
        torch.random.manual_seed(1);
        using var model = new PointerTransformer(new(lines.Alphabet.Count, 2, Block));
        using var adam = TransformerTraining.Adam(model);
        var solver = new Unscrambler(model);
        var random = new Random(1);
        Train(new TorchTrainer(model, adam, _ => solver.Loss(lines.Draw(random, Batch)), clip: 1), 4_000, 2.5e-3);

        double Counted(int order)
        {
            var table = new NGrams(order, lines.Alphabet.Count);
            foreach (string line in lines.Training) table.Learn(lines.Alphabet.Line(line, random).Solution);
            return Share(test, Array.ConvertAll(test, puzzle => table.Solve(puzzle)));
        }
        string note = FormattableString.Invariant($"Counted runs of three characters put {Counted(3):0.0 %} right.");
        double guessed = Share(test, Array.ConvertAll(test, puzzle => puzzle.Guess(random)));
        Claim.Report("12.lines", note, [guessed, Counted(2), Share(test, Array.ConvertAll(test, puzzle => solver.Beam(puzzle)))]);
    }

    private static void Translate()
    {
        const int Width = 128, TokensOfABatch = 1_500;
        var task = new TranslationTask(Tatoeba.Load());
        torch.random.manual_seed(1);
        using var model = new Transformer(new(task.Vocabulary.Count, 2, new BlockShape(Width, 4, 4 * Width, Dropout: 0.1)));
        using var adam = TransformerTraining.Adam(model);
        IReadOnlyList<SequencePair[]> batches = SequencePairs.ByLength(task.Training, TokensOfABatch, new Random(1));
        new TrainingLoop(TransformerTraining.Trainer(model, adam, batches), batches.Count)
        {
            Batch = 1,
            Epochs = 10,
            Schedule = TransformerTraining.Rate(Width, warmUp: 1_000),
        }.Run();

        double Alike(int[] a, int[] b) => (double)a.Intersect(b).Count() / a.Union(b).Count();
        int[][] sources = [.. task.Test.Select(one => task.Read(one.English))];
        int[][] nearest = Array.ConvertAll(sources, source => task.Training.MaxBy(pair => Alike(pair.Source, source))!.Target);
        var decoding = new Decoding(model);
        int[][] written = Array.ConvertAll(sources, source => decoding.Beam(source)[0].Tokens);
        string note = "For example: "
            + string.Join(" ", task.Test.Zip(written).Take(5).Select(pair => $"\"{pair.First.English}\" {task.Text(pair.Second)}"));
        Claim.Report("12.translation", note, [100 * task.Score(nearest).Value, 100 * task.Score(written).Value]);
    }

    // Every example of the loop is a batch.
    private static void Train(ITrainer trainer, int steps, double rate) => new TrainingLoop(trainer, steps)
    {
        Batch = 1,
        Epochs = 1,
        Schedule = LearningRates.WarmUp(WarmUp, LearningRates.Cosine(rate, steps - WarmUp)),
    }.Run();

    private static double ShareWritten(Transformer model, SequencePair[] pairs, int longest) =>
        pairs.Zip(new Decoding(model).Greedy([.. pairs.Select(pair => pair.Source)], longest), (pair, tokens) =>
            tokens.SequenceEqual(pair.Target) ? 1.0 : 0).Average();

    private static double Share(Puzzle[] puzzles, int[][] orders) =>
        puzzles.Zip(orders, (puzzle, order) => puzzle.IsSolvedBy(order) ? 1.0 : 0).Average();
}
