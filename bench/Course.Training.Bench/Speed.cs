using System.Diagnostics;

namespace Course.Training.Bench;

/// <summary>Repeats a training step against the clock.</summary>
internal static class Speed
{
    /// <summary>Goes over all examples, batch after batch, again and again until the time is up.</summary>
    /// <param name="step">The step.</param>
    /// <param name="seconds">How long at least.</param>
    /// <returns>Examples a second.</returns>
    internal static double Of(TrainingStep step, double seconds)
    {
        int[][] batches = [.. Enumerable.Range(0, Synthetic.Count).Chunk(step.Batch).Where(batch => batch.Length == step.Batch)];
        long examples = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            foreach (int[] batch in batches) step.Learn(batch);
            examples += batches.Length * step.Batch;
        }
        return examples / watch.Elapsed.TotalSeconds;
    }
}
