using Course.Nn.Optimizers;
using Course.Nn.Torch;
using static TorchSharp.torch;

namespace Course.Go.Learning;

/// <summary>What one round of <see cref="SelfPlayRun"/> did.</summary>
/// <param name="Games">Games played since the start of the run.</param>
/// <param name="Positions">Positions seen since the start of the run.</param>
/// <param name="Steps">Steps of training since the start of the run.</param>
/// <param name="PolicyLoss">Mean loss of the policy in this round, in nats.</param>
/// <param name="ValueLoss">Mean loss of the value in this round.</param>
public sealed record SelfPlayRound(int Games, long Positions, long Steps, double PolicyLoss, double ValueLoss);

/// <summary>
/// Learns Go from nothing but its rules: rounds of games of the network against itself, each followed by steps of training on the latest
/// positions. A run that was saved and loaded continues with the same numbers as one that was never interrupted. Defined in lesson 11.
/// </summary>
public sealed class SelfPlayRun : IDisposable
{
    private readonly PolicyValueNetwork network;
    private readonly PolicyValueTrainer trainer;
    private readonly ReplayBuffer buffer;
    private readonly SplitMixRandom random;
    private FastPolicyValue player;
    private int games;
    private long positions, steps;

    /// <summary>Starts with random weights.</summary>
    /// <param name="settings">How to play and to learn.</param>
    public SelfPlayRun(SelfPlaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        manual_seed(settings.Seed);
        random = new(settings.Seed);
        network = new(settings.Size);
        trainer = new(network, settings.Decay);
        buffer = new(settings.Buffer);
        player = new(network.ToWeights());
    }

    /// <summary>How the run plays and learns.</summary>
    public SelfPlaySettings Settings { get; }

    /// <summary>Whether all games have been played.</summary>
    public bool IsDone => games >= Settings.Games;

    /// <summary>The network as it is now.</summary>
    public PolicyValueWeights Weights => network.ToWeights();

    /// <summary>Plays a round of games and learns from the latest positions.</summary>
    public SelfPlayRound Round()
    {
        Func<long, double> rate = LearningRates.Cosine(Settings.Rate, Settings.Games);
        int before = games;
        long added = 0;
        for (; games < Settings.Games && games < before + Settings.GamesPerRound; games++)
        {
            foreach (GoExample example in SelfPlayGame.Play(player, Settings, random).Examples)
            {
                buffer.Add(example);
                added++;
            }
        }
        positions += added;
        (double policy, double value) = (0, 0);
        int due = (int)(positions * Settings.Uses / Settings.Batch - steps);
        for (int step = 0; step < due; step++)
        {
            GoExample[] batch = [.. Enumerable.Range(0, Settings.Batch).Select(_ => buffer.Draw(random))];
            (double policyLoss, double valueLoss) = trainer.Learn(batch, rate(before), random);
            policy += policyLoss / due;
            value += valueLoss / due;
        }
        steps += due;
        player = new(network.ToWeights());
        return new(games, positions, steps, policy, value);
    }

    /// <summary>Saves the whole state: network, optimizer, positions, random numbers.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(games);
        writer.Write(positions);
        writer.Write(steps);
        writer.Write(random.State);
        buffer.Save(writer);
        TorchState.Save(network, trainer.Optimizer, writer);
    }

    /// <summary>Continues where a run with the same settings was saved.</summary>
    public void Load(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        games = reader.ReadInt32();
        positions = reader.ReadInt64();
        steps = reader.ReadInt64();
        random.State = reader.ReadInt64();
        buffer.Load(reader, Settings.Size);
        TorchState.Load(network, trainer.Optimizer, reader);
        player = new(network.ToWeights());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        trainer.Dispose();
        network.Dispose();
    }
}
