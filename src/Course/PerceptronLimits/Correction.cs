namespace Course.PerceptronLimits;

/// <summary>One correction of a perceptron with two inputs, in whole numbers. Defined in lesson 03.</summary>
/// <param name="X1">The first input of the example that was wrong.</param>
/// <param name="X2">The second input.</param>
/// <param name="Error">t − y: 1 if the unit was off and should be on, −1 if it was on and should be off.</param>
/// <param name="W1">The first weight after the correction.</param>
/// <param name="W2">The second weight after it.</param>
/// <param name="B">The bias after it.</param>
public sealed record Correction(int X1, int X2, int Error, int W1, int W2, int B);
