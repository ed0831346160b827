namespace Course.Nn.Training;

/// <summary>The checkpoint file of a <see cref="TrainingLoop"/>.</summary>
internal static class Checkpoint
{
    private const string Mark = "course checkpoint 1";

    internal static void Write(string path, long steps, IReadOnlyList<EpochResult> history, ITrainer learner)
    {
        string unfinished = path + ".unfinished";
        using (var writer = new BinaryWriter(File.Create(unfinished)))
        {
            writer.Write(Mark);
            writer.Write(steps);
            writer.Write(history.Count);
            foreach (EpochResult epoch in history)
            {
                writer.Write(epoch.Loss);
                writer.Write(epoch.Validation is not null);
                writer.Write(epoch.Validation ?? 0);
                writer.Write(epoch.Rate);
            }
            learner.Save(writer);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    internal static (long Steps, IReadOnlyList<EpochResult> History) Read(string path, ITrainer learner)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no checkpoint {path} to resume from.", path);
        using var reader = new BinaryReader(File.OpenRead(path));
        try
        {
            if (reader.ReadString() != Mark) throw new InvalidDataException($"{path} is no checkpoint of the course.");
            long steps = reader.ReadInt64();
            var history = new EpochResult[reader.ReadInt32()];
            for (int i = 0; i < history.Length; i++)
            {
                double loss = reader.ReadDouble();
                bool validated = reader.ReadBoolean();
                double validation = reader.ReadDouble();
                history[i] = new EpochResult(i + 1, loss, validated ? validation : null, reader.ReadDouble());
            }
            learner.Load(reader);
            return (steps, history);
        }
        catch (Exception damaged) when (damaged is EndOfStreamException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"{path} is damaged, or no checkpoint of the course.", damaged);
        }
    }
}
