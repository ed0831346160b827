using static TorchSharp.torch;

namespace Course.Hub.Diffusion;

/// <summary>What can be said of drawn pictures. Defined in lesson 17.</summary>
/// <param name="Digits">The share that the judge takes for digits.</param>
/// <param name="Sure">The share of which it is surer than 90 %.</param>
/// <param name="ClassEntropy">How evenly the digits are spread over the ten classes, in nats: ln 10 = 2.30 at most.</param>
/// <param name="Frechet">The Fréchet distance to real digits in the judge's features; smaller is better.</param>
/// <param name="ToldApart">How often a detective tells them from real digits: 0.5 if it cannot.</param>
public sealed record Judgement(double Digits, double Sure, double ClassEntropy, double Frechet, double ToldApart)
{
    /// <summary>Judges pictures.</summary>
    /// <param name="judge">The judge.</param>
    /// <param name="pictures">What was drawn, (N, 1, 14, 14), from −1 to 1.</param>
    /// <param name="real">Real digits that nobody has trained on, at least N.</param>
    /// <param name="seed">For the detective.</param>
    public static Judgement Of(DigitJudge judge, Tensor pictures, Tensor real, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(judge);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(real);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Tensor shares = nn.functional.softmax(judge.call(pictures), 1), best = shares.argmax(1);
        double digits = best.ne(DigitJudge.NoDigit).to(float32).mean().item<float>();
        double sure = shares.narrow(1, 0, DigitJudge.NoDigit).amax([1]).gt(0.9).to(float32).mean().item<float>();
        double frechet = FrechetDistance.Between(judge.Features(pictures), judge.Features(real));
        using var learning = enable_grad();
        return new(digits, sure, Entropy(best), frechet, Detective.Accuracy(pictures, real.narrow(0, 0, pictures.shape[0]), seed: seed));
    }

    private static double Entropy(Tensor classes)
    {
        double[] shares = [.. classes.data<long>().ToArray().Where(one => one != DigitJudge.NoDigit).CountBy(one => one)
            .Select(group => (double)group.Value)];
        double all = shares.Sum();
        return -shares.Sum(count => count / all * Math.Log(count / all));
    }
}

/// <summary>
/// The distance between two clouds of features, each taken for a normal distribution: |μ₁ − μ₂|² + tr(C₁ + C₂ − 2(C₁C₂)^½). M. Heusel et
/// al., 2017 (arXiv:1706.08500), call it the Fréchet Inception Distance if the features are the Inception network's. Ours are not. Defined
/// in lesson 17.
/// </summary>
public static class FrechetDistance
{
    /// <summary>Measures it.</summary>
    /// <param name="first">(N, features).</param>
    /// <param name="second">(M, features).</param>
    /// <returns>0 if mean and covariance agree.</returns>
    public static double Between(Tensor first, Tensor second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        using var scope = NewDisposeScope();
        (Tensor mean1, Tensor spread1) = Moments(first);
        (Tensor mean2, Tensor spread2) = Moments(second);
        Tensor root = Root(spread1);
        Tensor mixed = linalg.eigvalsh(root.matmul(spread2).matmul(root)).clamp(0).sqrt().sum();    // tr (C₁C₂)^½
        return ((mean1 - mean2).square().sum() + spread1.trace() + spread2.trace() - 2 * mixed).item<double>();
    }

    private static (Tensor Mean, Tensor Spread) Moments(Tensor features)
    {
        Tensor x = features.to(float64), mean = x.mean([0]), centred = x - mean;
        return (mean, centred.t().matmul(centred) / (x.shape[0] - 1));
    }

    private static Tensor Root(Tensor symmetric)
    {
        (Tensor values, Tensor vectors) = linalg.eigh(symmetric);
        return (vectors * values.clamp(0).sqrt()).matmul(vectors.t());
    }
}

/// <summary>
/// A small network that learns to tell drawn pictures from real ones. Each third of the pictures is judged by a detective that was trained
/// on the other two. Defined in lesson 17.
/// </summary>
public static class Detective
{
    private const int Parts = 3;

    /// <summary>The share of pictures that it tells right: 0.5 if it cannot.</summary>
    /// <param name="drawn">(N, 1, 14, 14), from −1 to 1.</param>
    /// <param name="real">As many real ones.</param>
    /// <param name="passes">How often it sees each picture in training.</param>
    /// <param name="seed">Decides its weights and the thirds.</param>
    public static double Accuracy(Tensor drawn, Tensor real, int passes = 20, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        ArgumentNullException.ThrowIfNull(real);
        using var scope = NewDisposeScope();
        manual_seed(seed);
        Tensor pictures = cat([drawn, real]);
        Tensor classes = cat([zeros(drawn.shape[0], int64), ones(real.shape[0], int64)]);
        Tensor[] parts = [.. randperm(classes.shape[0], int64).chunk(Parts)];
        double right = 0;
        for (int n = 0; n < parts.Length; n++)
        {
            using var detective = new DigitJudge(classes: 2);
            Tensor others = cat([.. parts.Where((_, part) => part != n)]);
            Tensor seen = pictures.index_select(0, others), told = classes.index_select(0, others);
            ClassifierTraining.Fit(detective, passes, () => (seen.alias(), told.alias()), batch: 32, rate: 1e-3);
            Tensor asked = pictures.index_select(0, parts[n]), answers = classes.index_select(0, parts[n]);
            right += parts[n].shape[0] * ClassifierTraining.Accuracy(detective, asked, answers);
        }
        return right / classes.shape[0];
    }
}
