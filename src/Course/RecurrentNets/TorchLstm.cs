using Course.Nn;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.RecurrentNets;

/// <summary>
/// The library twin of <see cref="Lstm"/> with a <see cref="Dense"/> layer on top: TorchSharp's own LSTM, which has the forget gate of
/// 1999-2000. Defined in lesson 08.
/// </summary>
public sealed class TorchLstm : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.LSTM lstm;
    private readonly TorchSharp.Modules.Linear output;

    /// <summary>Creates a net with torch's own random weights.</summary>
    /// <param name="inputs">Inputs per step.</param>
    /// <param name="units">Cells.</param>
    /// <param name="outputs">Outputs per step.</param>
    /// <param name="forgetBias">Where the forget gates' biases start.</param>
    /// <param name="dtype">Float32, or Float64 to compare with the twin to the last digits.</param>
    public TorchLstm(int inputs, int units, int outputs, double forgetBias = 1, ScalarType dtype = ScalarType.Float32)
        : base(nameof(TorchLstm))
    {
        lstm = LSTM(inputs, units, batchFirst: true, dtype: dtype);
        output = Linear(units, outputs, dtype: dtype);
        RegisterComponents();
        using (no_grad())
        {
            Bias("bias_ih_l0").narrow(0, units, units).fill_(forgetBias);
            Bias("bias_hh_l0").zero_();                                      // torch has two biases where one would do
        }
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        (Tensor h, _, _) = lstm.call(input);                                 // (B, T, inputs) → (B, T, units)
        return output.call(h);                                               // (B, T, units) → (B, T, outputs)
    }

    /// <summary>Copies the weights of the twin.</summary>
    /// <param name="layer">A layer of the same size.</param>
    /// <param name="top">The layer on top.</param>
    public void CopyFrom(Lstm layer, Dense top)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(top);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Bias("bias_hh_l0").zero_();
        foreach (var (theirs, ours) in Pairs(layer, top)) ours.copy_(tensor(theirs.Values).reshape(ours.shape));
    }

    /// <summary>Copies this net's weights into its twin, whose gates can be seen.</summary>
    /// <param name="layer">A layer of the same size.</param>
    /// <param name="top">The layer on top.</param>
    public void CopyTo(Lstm layer, Dense top)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(top);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        foreach (var (theirs, ours) in Pairs(layer, top)) ours.to(float64).data<double>().CopyTo(theirs.Values);
        Tensor second = Bias("bias_hh_l0").to(float64);
        double[] more = second.data<double>().ToArray();
        for (int i = 0; i < more.Length; i++) layer.Biases.Values[i] += more[i];
    }

    private IEnumerable<(Nn.Parameter Theirs, Tensor Ours)> Pairs(Lstm layer, Dense top) =>
    [
        (layer.InputWeights, lstm.get_parameter("weight_ih_l0")!), (layer.StateWeights, lstm.get_parameter("weight_hh_l0")!),
        (layer.Biases, Bias("bias_ih_l0")), (top.Weights, output.weight!), (top.Biases, output.bias!),
    ];

    private TorchSharp.Modules.Parameter Bias(string name) => lstm.get_parameter(name)!;
}
