using Course.Nn.Torch;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Hub.Diffusion;

/// <summary>
/// Guesses the noise in a noisy picture: a small U-Net after O. Ronneberger, P. Fischer and T. Brox, 2015 (arXiv:1505.04597), with the
/// blocks of Ho et al. One way leads down to half the size, the other back up; a bridge carries the fine lines over. The step number
/// enters each block. Defined in lesson 17.
/// </summary>
public sealed class DiffusionUNet : Module<Tensor, Tensor, Tensor>
{
    internal const int TimeNumbers = 64;
    internal const double TimeScale = 1_000;        // so that equal shares of the way have equal codes, whatever T is

    private readonly Linear time1, time2;
    private readonly Conv2d first, last;
    private readonly DiffusionBlock down, low, middle, up;
    private readonly GroupNorm norm;

    /// <summary>Creates a model with random weights.</summary>
    /// <param name="schedule">How much noise each step adds: the model is trained for it, and draws by it.</param>
    /// <param name="width">Feature maps at full size, a multiple of 8; at half size there are twice as many.</param>
    public DiffusionUNet(NoiseSchedule schedule, int width = 16)
        : base(nameof(DiffusionUNet))
    {
        (Schedule, Width) = (schedule, width);
        time1 = Linear(TimeNumbers, TimeNumbers);
        time2 = Linear(TimeNumbers, TimeNumbers);
        first = Conv2d(1, width, 3, padding: 1);
        down = new DiffusionBlock(width, width, TimeNumbers);
        low = new DiffusionBlock(width, 2 * width, TimeNumbers);
        middle = new DiffusionBlock(2 * width, 2 * width, TimeNumbers);
        up = new DiffusionBlock(3 * width, width, TimeNumbers);
        norm = DiffusionBlock.Norm(width);
        last = Conv2d(width, 1, 3, padding: 1);
        RegisterComponents();
    }

    /// <summary>How much noise each step adds.</summary>
    public NoiseSchedule Schedule { get; }

    /// <summary>Feature maps at full size.</summary>
    public int Width { get; }

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>Guesses the noise.</summary>
    /// <param name="x">Noisy pictures, (B, 1, rows, columns), rows and columns even.</param>
    /// <param name="t">The step of each, Int64 (B), from 1 to T.</param>
    /// <returns>ε, (B, 1, rows, columns).</returns>
    public override Tensor forward(Tensor x, Tensor t)
    {
        Tensor time = time2.call(functional.silu(time1.call(Code(t))));                 // (B, 64)
        Tensor fine = down.call(first.call(x), time);                                   // (B, C, 14, 14)
        Tensor coarse = low.call(functional.avg_pool2d(fine, 2), time);                 // (B, 2C, 7, 7)
        coarse = middle.call(coarse, time);
        Tensor wide = functional.interpolate(coarse, scale_factor: [2, 2]);             // (B, 2C, 14, 14)
        Tensor both = up.call(cat([wide, fine], 1), time);                              // the bridge: (B, 3C, 14, 14) → (B, C, 14, 14)
        Tensor ready = functional.pad(functional.silu(norm.call(both)), [1, 1, 1, 1]);
        return TorchConvolution.Conv2d(ready, last.weight!, last.bias);                 // lesson 07's way round a fault of oneDNN
    }

    /// <summary>The step number as 32 sines and 32 cosines, as lesson 12 writes positions.</summary>
    private Tensor Code(Tensor t)
    {
        const int Half = TimeNumbers / 2;
        Tensor speeds = exp(-Math.Log(10_000) / Half * arange(Half, float32));          // (32)
        Tensor angles = (t.to(float32) * (TimeScale / Schedule.Steps)).unsqueeze(1) * speeds;    // (B, 32)
        return cat([sin(angles), cos(angles)], 1);
    }
}

/// <summary>
/// Two convolutions with a short cut, as in a residual network; the step number is added between them. Defined in lesson 17.
/// </summary>
public sealed class DiffusionBlock : Module<Tensor, Tensor, Tensor>
{
    internal const int Groups = 8;

    private readonly GroupNorm norm1, norm2;
    private readonly Conv2d conv1, conv2;
    private readonly Conv2d? shortcut;
    private readonly Linear time;

    /// <summary>Creates a block.</summary>
    /// <param name="inputs">Feature maps that come in.</param>
    /// <param name="outputs">Feature maps that go out.</param>
    /// <param name="times">Numbers that code the step.</param>
    public DiffusionBlock(int inputs, int outputs, int times)
        : base(nameof(DiffusionBlock))
    {
        norm1 = Norm(inputs);
        conv1 = Conv2d(inputs, outputs, 3, padding: 1);
        time = Linear(times, outputs);
        norm2 = Norm(outputs);
        conv2 = Conv2d(outputs, outputs, 3, padding: 1);
        if (inputs != outputs) shortcut = Conv2d(inputs, outputs, 1);
        RegisterComponents();
    }

    /// <summary>Applies the block.</summary>
    /// <param name="x">(B, inputs, rows, columns).</param>
    /// <param name="code">The step's code, (B, times).</param>
    /// <returns>(B, outputs, rows, columns).</returns>
    public override Tensor forward(Tensor x, Tensor code)
    {
        Tensor h = conv1.call(functional.silu(norm1.call(x))) + time.call(code).unsqueeze(2).unsqueeze(3);
        h = conv2.call(functional.silu(norm2.call(h)));
        return h + (shortcut?.call(x) ?? x);
    }

    /// <summary>Group normalisation: Y. Wu and K. He, 2018 (arXiv:1803.08494). TorchSharp 0.107 leaves its weights as raw memory.</summary>
    internal static GroupNorm Norm(int maps)
    {
        GroupNorm norm = GroupNorm(Groups, maps);
        init.ones_(norm.weight!);
        init.zeros_(norm.bias!);
        return norm;
    }
}
