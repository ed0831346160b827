using Course.Notebooks.Running;

if (args is [Worker.Word, string mode, string control, string events])
    return Worker.Run(Enum.Parse<Worker.Mode>(mode), control, events);

Console.Error.WriteLine("This program is started by the `course` command, to run one notebook in a process of its own. Try: ./course run");
return 2;
