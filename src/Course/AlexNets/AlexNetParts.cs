namespace Course.AlexNets;

/// <summary>
/// Which of the inventions of 2012 a <see cref="SmallAlexNet"/> has. Sections 3.1, 3.3, 3.4, 4.1 and 4.2 of Krizhevsky, Sutskever and
/// Hinton, 2012, introduce them one by one. Defined in lesson 10.
/// </summary>
/// <param name="Relu">ReLU, max(0, s); without it the units are tanh.</param>
/// <param name="Overlap">Pools overlap: 3 × 3 pixels, a step of 2; without it 2 × 2 pixels, a step of 2.</param>
/// <param name="Normalise">Local response normalisation behind the first two pools.</param>
/// <param name="Dropout">Half of the units of the fully connected layer are dropped in training.</param>
/// <param name="Augment">Every picture is shown shifted at random, and mirrored half of the time.</param>
public sealed record AlexNetParts(bool Relu = true, bool Overlap = true, bool Normalise = true, bool Dropout = true, bool Augment = true)
{
    /// <summary>Everything that the paper has.</summary>
    public static AlexNetParts All { get; } = new();

    /// <summary>Nothing of it: the state before.</summary>
    public static AlexNetParts None { get; } = new(false, false, false, false, false);
}
