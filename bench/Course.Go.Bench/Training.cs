using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Course.Go.Learning;

namespace Course.Go.Bench;

/// <summary>Learns Go by self-play, to be interrupted at will: <c>train SIZE GAMES FOLDER [KOMI]</c>.</summary>
internal static class Training
{
    internal static void Run(string[] args)
    {
        if (args is not [string size, string games, string folder, .. string[] rest])
            throw new ArgumentException("train SIZE GAMES FOLDER [KOMI]");
        var settings = new SelfPlaySettings
        {
            Size = int.Parse(size, CultureInfo.InvariantCulture),
            Games = int.Parse(games, CultureInfo.InvariantCulture),
            Komi = rest is [string komi] ? double.Parse(komi, CultureInfo.InvariantCulture) : 7.5,
        };
        Directory.CreateDirectory(folder);
        string checkpoint = Path.Combine(folder, $"{size}x{size}.checkpoint"), weights = Path.Combine(folder, $"{size}x{size}.weights");
        using var run = new SelfPlayRun(settings);
        if (File.Exists(checkpoint))
        {
            using FileStream file = File.OpenRead(checkpoint);
            run.Load(file);
        }

        bool stopped = false;
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var log = new StreamWriter(Path.Combine(folder, $"{size}x{size}.log"), append: true) { AutoFlush = true };
        Tell(log, $"{settings}");
        var watch = Stopwatch.StartNew();
        TimeSpan told = default;
        while (!run.IsDone && !stopped)
        {
            SelfPlayRound round = run.Round();
            if (watch.Elapsed - told < TimeSpan.FromSeconds(15) && !run.IsDone && !stopped) continue;
            told = watch.Elapsed;
            Tell(log, $"{told.TotalSeconds,6:F0} s  {round.Games,7:N0} games  {round.Positions,10:N0} positions  {round.Steps,7:N0} steps  policy {round.PolicyLoss:F3}  value {round.ValueLoss:F3}");
            Write(checkpoint, run.Save);
            Write(weights, run.Weights.Write);
        }

        // The round goes on to its end, and its state is kept.
        void Stop(PosixSignalContext signal) => signal.Cancel = stopped = true;
    }

    private static void Tell(StreamWriter log, string line)
    {
        Console.WriteLine(line);
        log.WriteLine(line);
    }

    // Written beside and moved: an interruption never leaves half a file.
    private static void Write(string path, Action<Stream> write)
    {
        using (FileStream file = File.Create(path + ".new")) write(file);
        File.Move(path + ".new", path, overwrite: true);
    }
}
