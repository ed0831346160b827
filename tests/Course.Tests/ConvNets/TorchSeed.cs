namespace Course.Tests.ConvNets;

/// <summary>
/// Tests that seed torch's one generator run alone: another test that draws from it in the meantime would change what they draw.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TorchSeed
{
    internal const string Name = "torch's seed";
}
