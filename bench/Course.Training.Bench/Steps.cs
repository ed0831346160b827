namespace Course.Training.Bench;

/// <summary>The training steps that can be measured, by the name of the model; <c>training_peer.py</c> has the same names.</summary>
internal static class Steps
{
    internal static IReadOnlyDictionary<string, Func<TrainingStep>> All { get; } = new Dictionary<string, Func<TrainingStep>>
    {
        ["perceptron"] = ThresholdSteps.Perceptron,
        ["softmax"] = ThresholdSteps.Softmax,
        ["softmax-torch"] = ThresholdSteps.TorchSoftmax,
        ["boltzmann"] = EnergySteps.Encoder,
        ["rbm-cd1"] = () => EnergySteps.Restricted(k: 1),
        ["rbm-cd25"] = () => EnergySteps.Restricted(k: 25),
        ["rbm-cd1-torch"] = EnergySteps.TorchRestricted,
        ["family-trees"] = GradientSteps.FamilyTrees,
        ["mlp"] = GradientSteps.Mlp,
        ["mlp-torch"] = GradientSteps.TorchMlp,
        ["net-3"] = () => VisionSteps.OfFive(3),
        ["net-5"] = () => VisionSteps.OfFive(5),
        ["lenet-1989"] = VisionSteps.LeNet1989,
        ["lenet-1989-torch"] = VisionSteps.TorchLeNet1989,
        ["lenet-modern-torch"] = VisionSteps.ModernLeNet1989,
        ["lenet-5-torch"] = VisionSteps.LeNet5,
        ["rnn"] = SequenceSteps.Rnn,
        ["lstm"] = SequenceSteps.Lstm,
        ["lstm-1997"] = SequenceSteps.Lstm1997,
        ["lstm-torch"] = SequenceSteps.TorchLstm,
        ["dbn-layer-torch"] = BeliefSteps.Layer,
        ["dbn-up-down-torch"] = BeliefSteps.UpDown,
        ["autoencoder-torch"] = BeliefSteps.Autoencoder,
        ["alexnet-small-torch"] = VisionSteps.SmallAlexNet,
        ["transformer-torch"] = AttentionSteps.Translate,
        ["gpt2-torch"] = GenerationSteps.Train,
        ["gpt2-generate"] = GenerationSteps.Write,
    };
}
