using System.CommandLine;
using System.Globalization;
using Course.Data;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course data get</c>: downloads a data set that the course does not ship.</summary>
internal static class DataGetCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "The data set, as `course data list` names it." };
        var command =
            new Command("get", "Fetches a data set from its public address, checks it, and keeps it in your cache folder.") { name };
        command.SetAction((parsed, cancellation) => GetAsync(parsed.GetRequiredValue(name), cancellation));
        return command;
    }

    private static async Task<int> GetAsync(string name, CancellationToken cancellation)
    {
        if (Datasets.Catalog.All(dataset => dataset.Name != name))
            throw new UserException($"there is no data set '{name}'; `course data list` names them all.");
        if (Datasets.IsPresent(name))
        {
            Console.Out.WriteLine($"{name} is on this machine already.");
            return ExitCode.Done;
        }

        try
        {
            await FetchAsync(name, cancellation).ConfigureAwait(false);
            Console.Out.WriteLine($"{name} is whole and lies in {Datasets.CacheDirectory}.");
            return ExitCode.Done;
        }
        catch (Exception error) when (error is DatasetMissingException or DatasetCorruptException)
        {
            Console.Error.WriteLine($"course: {error.Message}");
            return ExitCode.Failed;
        }
    }

    private static Task FetchAsync(string name, CancellationToken cancellation) => Console.IsOutputRedirected
        ? Datasets.GetAsync(name, new FileLines(), cancellation)
        : AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new DownloadedColumn(),
                new TransferSpeedColumn(), new RemainingTimeColumn())
            .StartAsync(bars => Datasets.GetAsync(name, new Bars(bars), cancellation));

    /// <summary>One line per file, without a terminal.</summary>
    private sealed class FileLines : IProgress<DownloadProgress>
    {
        private string? file;

        public void Report(DownloadProgress value)
        {
            if (value.File == file) return;
            file = value.File;
            string size = value.Total is { } total ? string.Create(CultureInfo.InvariantCulture, $" ({total / 1048576.0:0.0} MB)") : "";
            Console.Out.WriteLine($"fetching {value.File}{size}");
        }
    }

    /// <summary>One bar per file, on a terminal.</summary>
    private sealed class Bars(ProgressContext context) : IProgress<DownloadProgress>
    {
        private readonly Dictionary<string, ProgressTask> bars = [];

        public void Report(DownloadProgress value)
        {
            if (!bars.TryGetValue(value.File, out ProgressTask? bar))
                bars[value.File] = bar = context.AddTask(Markup.Escape(value.File));
            bar.MaxValue = value.Total ?? 0;
            bar.IsIndeterminate = value.Total is null;
            bar.Value = value.Received;
        }
    }
}
