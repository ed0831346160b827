namespace Course.Grading.Tests.HiddenTests.LibraryAnswers;

/// <summary>By which calls the library would answer the exercises of lesson 17.</summary>
internal static class Lesson17
{
    internal static IReadOnlyList<(string Id, string Code)> All =>
    [
        ("17.noise-schedule", """
            double[] Answer(int T, double s)
            {
                var schedule = §NoiseSchedule.Cosine(T, s);
                return Enumerable.Range(1, T).Select(schedule.AlphaBar).ToArray();
            }
            """),
        ("17.safetensors-header", """
            string[] Answer(int[] file)
            {
                byte[] bytes = file.Select(one => (byte)one).ToArray();
                int length = bytes[0] + 256 * bytes[1];
                var header = §SafetensorsHeader.Parse(bytes.AsMemory(8, length), file.Length - 8 - length, "file");
                return header.Tensors.Select(tensor => $"{tensor.Name} {tensor.Type} [] {8 + length + tensor.Begin}").ToArray();
            }
            """),
        ("17.lfs-pointer", """
            string Answer(string content)
            {
                byte[] bytes = System.Text.Encoding.UTF8.GetBytes(content);
                string sum = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)).ToLowerInvariant();
                return content.Length == 0 ? "" : new §LfsPointer(sum, bytes.Length).Write();
            }
            """),
        ("17.map-reduce", """
            double[] Answer(double[][] shards)
            {
                var rows = §StreamingDataset.From("numbers", [], () => shards.SelectMany(shard => shard)).ToArray();
                double mean = rows.Average();
                return [rows.Length, mean, Math.Sqrt(rows.Average(x => (x - mean) * (x - mean)))];
            }
            """),
    ];
}
