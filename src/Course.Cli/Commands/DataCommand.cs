using System.CommandLine;
using System.Globalization;
using Course.Data;
using Spectre.Console;

namespace Course.Cli.Commands;

/// <summary><c>course data</c>: the data sets, where they are, and whether they are intact.</summary>
internal static class DataCommand
{
    public static Command Create()
    {
        var list = new Command("list", "Lists the data sets and says which are on this machine.");
        list.SetAction(_ => List());
        var verify = new Command("verify", "Compares every file that is on this machine with the catalog's hash.");
        verify.SetAction(_ => Verify());
        return new Command("data", "Lists, fetches and verifies the data sets.") { list, DataGetCommand.Create(), verify };
    }

    private static int List()
    {
        Table table = Tables.New("Name", "Here", "Size", "What it is", "Licence");
        table.Columns[2].RightAligned();
        foreach (Dataset dataset in Datasets.Catalog)
            table.AddTextRow(dataset.Name, Datasets.IsPresent(dataset.Name)
                ? "yes" : "no", Size(dataset.Files.Sum(file => file.Bytes)), dataset.Title, dataset.Licence);
        Tables.Print(table);
        if (Datasets.Catalog.FirstOrDefault(dataset => !Datasets.IsPresent(dataset.Name)) is { } absent)
            Console.Out.WriteLine(
                $"What is not here comes with `course data get NAME` (for example {absent.Name}), or lies in a folder that the variable {Datasets.MirrorVariable} names.");
        return ExitCode.Done;
    }

    private static int Verify()
    {
        int wrong = 0;
        foreach (Dataset dataset in Datasets.Catalog)
        {
            string verdict = Verdict(dataset);
            Console.Out.WriteLine($"{dataset.Name}: {verdict}");
            wrong += verdict is "good" or "not here" ? 0 : 1;
        }

        return wrong == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Verdict(Dataset dataset)
    {
        if (!Datasets.IsPresent(dataset.Name))
            return dataset.Ships ? $"MISSING: {Datasets.Missing(dataset).Message}" : "not here";
        try
        {
            foreach (DatasetFile file in dataset.Files)
                Datasets.Verify(file, Datasets.FindFile(file)!);
            return "good";
        }
        catch (DatasetCorruptException e)
        {
            return $"BAD: {e.Message}";
        }
    }

    private static string Size(long bytes) => bytes >= 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KB");
}
