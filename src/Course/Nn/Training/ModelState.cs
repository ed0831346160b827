using Course.Nn.Optimizers;

namespace Course.Nn.Training;

/// <summary>Saves and loads the parameters of a model from scratch and the state of its optimizer.</summary>
internal static class ModelState
{
    internal static void Save(IModel model, Optimizer optimizer, BinaryWriter writer)
    {
        writer.Write(model.Parameters.Count);
        foreach (Parameter parameter in model.Parameters)
        {
            writer.Write(parameter.Name);
            Write(parameter.Values, writer);
        }
        writer.Write(optimizer.GetType().Name);
        writer.Write(optimizer.Steps);
        writer.Write(optimizer.Memory.Count);
        foreach (double[] remembered in optimizer.Memory) Write(remembered, writer);
    }

    internal static void Load(IModel model, Optimizer optimizer, BinaryReader reader)
    {
        var copies = new List<(double[] From, double[] To)>();      // everything is read and compared before anything is changed
        Expect(model.Parameters.Count, reader.ReadInt32(), "parameters");
        foreach (Parameter parameter in model.Parameters)
        {
            Expect(parameter.Name, reader.ReadString(), "as the name of a parameter");
            copies.Add((Read(parameter.Values.Length, reader), parameter.Values));
        }
        Expect(optimizer.GetType().Name, reader.ReadString(), "as the optimizer");
        long steps = reader.ReadInt64();
        Expect(optimizer.Memory.Count, reader.ReadInt32(), "arrays in the optimizer's memory");
        foreach (double[] remembered in optimizer.Memory) copies.Add((Read(remembered.Length, reader), remembered));

        foreach ((double[] from, double[] to) in copies) from.CopyTo(to, 0);
        optimizer.Steps = steps;
    }

    private static void Write(double[] values, BinaryWriter writer)
    {
        writer.Write(values.Length);
        foreach (double value in values) writer.Write(value);
    }

    private static double[] Read(int length, BinaryReader reader)
    {
        Expect(length, reader.ReadInt32(), "numbers");
        var values = new double[length];
        for (int i = 0; i < length; i++) values[i] = reader.ReadDouble();
        return values;
    }

    private static void Expect<T>(T here, T there, string what)
    {
        if (!Equals(here, there))
            throw new InvalidDataException($"This checkpoint is of another model: it has {there} {what}, and this one has {here}.");
    }
}
