namespace Course.Training.Bench;

/// <summary>One training step of a model, ready to be repeated.</summary>
/// <param name="Batch">Examples a step.</param>
/// <param name="Dtype">What its numbers are, in PyTorch's words: float32 or float64.</param>
/// <param name="Learn">The step, from the numbers of the examples in the batch, which follow one another.</param>
internal sealed record TrainingStep(int Batch, string Dtype, Action<int[]> Learn);
