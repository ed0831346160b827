using System.CommandLine;
using Course.Data;
using Course.Go.Gtp;
using Course.Go.Matches;

namespace Course.Cli.Commands;

/// <summary><c>course gtp</c>: lesson 11's player for programs that speak the Go Text Protocol.</summary>
internal static class GtpCommand
{
    public static Command Create()
    {
        var simulations = new Option<int>("--simulations")
        {
            Description = "Simulations a move.",
            DefaultValueFactory = _ => 1_600,
        };
        var threads = new Option<int>("--threads") { Description = "Threads of the search.", DefaultValueFactory = _ => 1 };
        var command = new Command("gtp", "Plays Go, best on 5 x 5, for a program that speaks the Go Text Protocol.")
        {
            simulations, threads,
        };
        command.SetAction(parsed => Run(parsed.GetValue(simulations), parsed.GetValue(threads)));
        return command;
    }

    private static int Run(int simulations, int threads)
    {
        if (simulations < 1 || threads < 1) throw new UserException("--simulations and --threads begin at 1.");
        try
        {
            new GtpEngine(size => ShippedPlayers.For(size, simulations, threads)).Run(Console.In, Console.Out);
            return ExitCode.Done;
        }
        catch (DatasetMissingException e)
        {
            throw new UserException(e.Message);
        }
    }
}
