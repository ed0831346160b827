namespace Course.Transformers;

/// <summary>
/// BLEU, the measure of translations: K. Papineni, S. Roukos, T. Ward and W.-J. Zhu, BLEU: a method for automatic evaluation of machine
/// translation, ACL 2002, 311-318. How many runs of one to four words also stand in a translation by a person? Defined in lesson 12.
/// </summary>
public static class Bleu
{
    /// <summary>The score of a whole corpus: runs and lengths are summed over all sentences before anything is divided.</summary>
    /// <param name="candidates">The translations to judge, as words.</param>
    /// <param name="references">For each of them one or more translations by people.</param>
    /// <param name="longest">N: the longest runs that are counted, 4 in the paper.</param>
    public static BleuScore Corpus(IReadOnlyList<string[]> candidates, IReadOnlyList<string[][]> references, int longest = 4)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(references);
        ArgumentOutOfRangeException.ThrowIfNotEqual(references.Count, candidates.Count);
        double[] precisions = [.. Enumerable.Range(1, longest).Select(n =>
        {
            long matched = 0, all = 0;
            foreach ((string[] candidate, string[][] translations) in candidates.Zip(references))
            {
                matched += Matched(candidate, translations, n);
                all += Math.Max(0, candidate.Length - n + 1);
            }
            return all == 0 ? 0 : (double)matched / all;
        })];
        long c = candidates.Sum(candidate => candidate.Length);
        long r = candidates.Zip(references, (candidate, translations) => Closest(candidate.Length, translations)).Sum();
        double penalty = c > r ? 1 : c == 0 ? 0 : Math.Exp(1 - (double)r / c);
        return new(penalty * Math.Exp(precisions.Average(Math.Log)), precisions, penalty);
    }

    /// <summary>The runs that also stand in a reference, each at most as often as in the reference that has it most often.</summary>
    private static long Matched(string[] candidate, string[][] references, int n)
    {
        Dictionary<string, int>[] counted = Array.ConvertAll(references, reference => Runs(reference, n));
        return Runs(candidate, n).Sum(run => Math.Min(run.Value, counted.Max(counts => counts.GetValueOrDefault(run.Key))));
    }

    private static Dictionary<string, int> Runs(string[] words, int n) => Enumerable.Range(0, Math.Max(0, words.Length - n + 1))
        .CountBy(at => string.Join(' ', words[at..(at + n)])).ToDictionary();

    /// <summary>The length of the reference that is closest in length; the shorter of two.</summary>
    private static int Closest(int length, string[][] references) =>
        references.Select(reference => reference.Length).OrderBy(one => Math.Abs(one - length)).ThenBy(one => one).First();
}

/// <summary>A score and its parts. Defined in lesson 12.</summary>
/// <param name="Value">From 0 to 1; papers print a hundred times as much.</param>
/// <param name="Precisions">p₁ to p_N: the share of runs of n words that also stand in a reference.</param>
/// <param name="BrevityPenalty">BP: 1, or less where the translations are shorter than the references.</param>
public sealed record BleuScore(double Value, IReadOnlyList<double> Precisions, double BrevityPenalty);
