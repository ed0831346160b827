namespace Course.Gradient;

/// <summary>How one epoch went, one pass over all training examples. Defined in lesson 06.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Loss">The mean training loss over the epoch, each batch measured before its update.</param>
/// <param name="Validation">What <see cref="TrainingLoop.Validate"/> measured after it; null where nothing is measured.</param>
/// <param name="Rate">The learning rate of its last step.</param>
public sealed record EpochResult(int Epoch, double Loss, double? Validation, double Rate);
