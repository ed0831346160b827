using Course.Nn.Torch;
using Course.Nn.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Generation;

/// <summary>Trains a small <see cref="Gpt2"/> on a text, with lesson 06's loop. Defined in lesson 14.</summary>
public static class Gpt2Training
{
    /// <summary>
    /// AdamW: I. Loshchilov and F. Hutter, Decoupled weight decay regularization, 2019 (arXiv:1711.05101). Only matrices decay; biases and
    /// norms do not, as in T. Brown and others, 2020, and A. Karpathy's nanoGPT.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="decay">The weight decay.</param>
    /// <param name="beta2">β₂; shorter than usual, since a step sees few tokens.</param>
    public static optim.Optimizer AdamW(Gpt2 model, double rate = 1e-3, double decay = 0.1, double beta2 = 0.99)
    {
        ArgumentNullException.ThrowIfNull(model);
        ILookup<bool, Parameter> byRank = model.parameters().ToLookup(parameter => parameter.dim() > 1);
        return optim.AdamW(
            (AdamW.ParamGroup[])[new(byRank[true], rate, 0.9, beta2, weight_decay: decay), new(byRank[false], rate, 0.9, beta2)], rate);
    }

    /// <summary>Prepares a training.</summary>
    /// <param name="model">The model; the caller disposes of it.</param>
    /// <param name="optimizer">Its optimizer; the caller disposes of it, too.</param>
    /// <param name="windows">The text.</param>
    /// <param name="clip">The maximum norm of the gradient; null for none.</param>
    /// <returns>What a <see cref="TrainingLoop"/> trains, its examples being the windows.</returns>
    public static ITrainer Trainer(Gpt2 model, optim.Optimizer optimizer, TokenWindows windows, double? clip = 1) =>
        new TorchTrainer(model, optimizer, n => model.Loss(windows.Rows(n)), clip);
}

/// <summary>A text as windows of tokens, without overlap: the examples of a <see cref="TrainingLoop"/>. Defined in lesson 14.</summary>
public sealed class TokenWindows : IDisposable
{
    private readonly Tensor tokens, places;

    /// <summary>Takes a text.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="length">T: the tokens of a window that are guessed from, at most the model's context.</param>
    /// <exception cref="ArgumentException">The text is shorter than a window.</exception>
    public TokenWindows(IReadOnlyList<int> tokens, int length)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        if (tokens.Count <= length)
            throw new ArgumentException($"{tokens.Count} tokens are fewer than the {length + 1} of a window.", nameof(tokens));
        (Length, Count) = (length, (tokens.Count - 1) / length);
        using Tensor managed = tensor(tokens.Select(token => (long)token).ToArray());
        this.tokens = managed.clone().DetachFromDisposeScope();
        places = arange(length + 1, dtype: ScalarType.Int64).DetachFromDisposeScope();
    }

    /// <summary>T: the tokens of a window that are guessed from.</summary>
    public int Length { get; }

    /// <summary>The number of windows.</summary>
    public int Count { get; }

    /// <summary>The windows of these numbers.</summary>
    /// <param name="numbers">(B), Int64.</param>
    /// <returns>(B, T + 1): the last token of a window is the first of the next.</returns>
    public Tensor Rows(Tensor numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        using Tensor starts = numbers * Length, column = starts.unsqueeze(1), all = column + places, row = all.flatten();
        using Tensor chosen = tokens.index_select(0, row);
        return chosen.reshape(-1, Length + 1);
    }

    /// <summary>Frees the memory.</summary>
    public void Dispose()
    {
        tokens.Dispose();
        places.Dispose();
    }
}
