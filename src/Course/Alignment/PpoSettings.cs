namespace Course.Alignment;

/// <summary>What <see cref="Ppo"/> is set to. Defined in lesson 16.</summary>
/// <param name="Updates">How often answers are drawn and learnt from.</param>
/// <param name="Beta">β at the start; 0 for no leash.</param>
/// <param name="TargetKl">The divergence that the leash aims at, nats per answer.</param>
public sealed record PpoSettings(int Updates = 25, double Beta = 0.15, double TargetKl = 1.5)
{
    /// <summary>Answers per update.</summary>
    public int Answers { get; init; } = 192;

    /// <summary>How often each answer is learnt from.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>Answers per step of Adam.</summary>
    public int Minibatch { get; init; } = 96;

    /// <summary>ε of the objective: how far a probability may move per update and still be rewarded, as in the paper.</summary>
    public double Clip { get; init; } = 0.2;

    /// <summary>λ of the advantages.</summary>
    public double Lambda { get; init; } = 0.95;

    /// <summary>c₁: what the error of the values counts.</summary>
    public double ValueShare { get; init; } = 0.1;

    /// <summary>Adam's learning rate; it stays the same.</summary>
    public double Rate { get; init; } = 1e-3;

    /// <summary>
    /// Adam's own ε, which is added to the root of the mean squared gradient. OpenAI's code for PPO has 10⁻⁵; torch and Adam's paper have
    /// 10⁻⁸. Once the answers are good, gradients become small, and the smaller ε makes full steps of them.
    /// </summary>
    public double Epsilon { get; init; } = 1e-5;

    /// <summary>
    /// γ: what people's dialogues count that are learnt beside, so that they are not forgotten. InstructGPT mixes in pages instead and
    /// calls it PPO-ptx; 0 for none.
    /// </summary>
    public double Mix { get; init; }

    /// <summary>Decides the questions and the answers.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>How PPO stood at an update. Defined in lesson 16.</summary>
/// <param name="Update">The number of updates before.</param>
/// <param name="Proxy">What the reward model gives its answers, in standard deviations of people's own.</param>
/// <param name="True">What they are worth.</param>
/// <param name="Kl">How far it has left the model it started from, nats per answer.</param>
/// <param name="Beta">What a nat costs.</param>
/// <param name="Right">The share of right answers.</param>
/// <param name="Polite">Polite words per answer.</param>
public sealed record PpoPoint(int Update, double Proxy, double True, double Kl, double Beta, double Right, double Polite)
{
    /// <summary>The standard error of <see cref="True"/>.</summary>
    public double TrueError { get; init; }

    /// <summary>d of Gao and others: the root of the divergence.</summary>
    public double Distance => Math.Sqrt(Math.Max(0, Kl));
}
