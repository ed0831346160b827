using Course.Transformers;

namespace Course.Tests.Transformers;

public class BeamSearchTests
{
    private const int End = 0;

    // After nothing, 1 is likelier than 2; but what follows 2 is certain.
    private static readonly Dictionary<string, double[]> trap = new()
    {
        [""] = [0, 0.6, 0.4, 0],
        ["1"] = [0, 0.3, 0.3, 0.4],
        ["2"] = [0, 0, 0, 1],
    };

    [Fact]
    public void Greedy_falls_into_the_trap_and_a_beam_of_two_does_not()
    {
        var search = new BeamSearch(Table(trap), End, 3);

        Assert.Equal([1, 3], search.Greedy().Tokens);
        Assert.Equal(Math.Log(0.24), search.Greedy().LogProbability, 1e-6);
        Hypothesis best = search.Beam(2, alpha: 0)[0];
        Assert.Equal([2, 3], best.Tokens);
        Assert.Equal(Math.Log(0.4), best.LogProbability, 1e-6);
        Assert.Equal([1, 3], search.Beam(1, alpha: 0)[0].Tokens);
    }

    [Fact]
    public void A_wide_beam_finds_what_trying_everything_finds()
    {
        var random = new Random(1);
        var memory = new Dictionary<string, double[]>();
        float[] Next(int[] tokens)
        {
            string key = string.Concat(tokens);
            if (!memory.TryGetValue(key, out double[]? p))
            {
                p = [.. Enumerable.Range(0, 4).Select(_ => random.NextDouble())];
                memory[key] = p = [.. p.Select(one => one / p.Sum())];
            }
            return [.. p.Select(one => (float)Math.Log(one))];
        }
        IEnumerable<(int[] Tokens, double Score)> All(int[] tokens, double logP)
        {
            float[] next = Next(tokens);
            yield return (tokens, (logP + next[End]) / BeamSearch.Penalty(tokens.Length + 1, 0.6));
            for (int token = 1; token < 4; token++)
            {
                int[] longer = [.. tokens, token];
                if (longer.Length == 4) yield return (longer, (logP + next[token]) / BeamSearch.Penalty(4, 0.6));
                else foreach (var one in All(longer, logP + next[token])) yield return one;
            }
        }

        Hypothesis found = new BeamSearch(some => [.. some.Select(Next)], End, 4).Beam(width: 200, alpha: 0.6)[0];

        Assert.Equal(All([], 0).MaxBy(one => one.Score).Tokens, found.Tokens);
    }

    [Fact]
    public void The_length_penalty_lets_longer_sequences_win()
    {
        // To end at once has 0.4; to go on has 0.6 · 0.6 = 0.36.
        var search = new BeamSearch(Table(new() { [""] = [0.4, 0.6, 0, 0], ["1"] = [0.6, 0.4, 0, 0], ["11"] = [1, 0, 0, 0] }), End, 3);

        Assert.Equal([], search.Beam(4, alpha: 0)[0].Tokens);
        Assert.Equal([1], search.Beam(4, alpha: 1)[0].Tokens);
        Assert.Equal(1, BeamSearch.Penalty(1, 0.6));
        Assert.Equal(Math.Pow(2, 0.6), BeamSearch.Penalty(7, 0.6), 1e-12);
    }

    [Fact]
    public void Without_an_end_all_sequences_have_the_full_length_and_forbidden_tokens_are_left_out()
    {
        var table = Table(new() { [""] = [0.5, 0, 0.5, 0], ["0"] = [0, 0, 1, 0], ["2"] = [1, 0, 0, 0] });

        IReadOnlyList<Hypothesis> found = new BeamSearch(table, end: null, 2).Beam(10, alpha: 0);

        Assert.Equal(["02", "20"], found.Select(one => string.Concat(one.Tokens)).Order(StringComparer.Ordinal));
    }

    private static Func<IReadOnlyList<int[]>, float[][]> Table(Dictionary<string, double[]> rows) => beginnings =>
    [
        .. beginnings.Select(tokens =>
            rows.GetValueOrDefault(string.Concat(tokens), [1, 0, 0, 0]).Select(p => (float)Math.Log(p)).ToArray())
    ];
}
