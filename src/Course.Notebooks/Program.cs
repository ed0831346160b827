using Course.Notebooks.Protocol;
using Course.Notebooks.Worker;
if (args is [WorkerProtocol.CommandName, string mode, string control, string events])
    return WorkerHost.Run(Enum.Parse<WorkerMode>(mode), control, events);

Console.Error.WriteLine("This program is started by the `course` command, to run one notebook in a process of its own. Try: ./course run");
return 2;
