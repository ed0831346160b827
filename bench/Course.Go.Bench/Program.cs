using System.Globalization;
using Course.Go.Bench;
using static TorchSharp.torch;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
set_num_threads(1);
var commands = new Dictionary<string, Action<string[]>>
{
    ["train"] = Training.Run,
    ["match"] = Matches.AgainstGnuGo,
    ["speed"] = Speed.Run,
};
if (args.Length == 0 || !commands.TryGetValue(args[0], out Action<string[]>? command))
{
    Console.Error.WriteLine($"Give one of {string.Join(", ", commands.Keys)}; bench/README.md says what each needs.");
    return 2;
}

command(args[1..]);
return 0;
