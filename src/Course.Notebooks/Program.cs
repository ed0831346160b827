using Course.Notebooks.Running;

if (args is ["worker", string control, string events])
    return Worker.Run(control, events);

Console.Error.WriteLine("This program is started by the `course` command, to run one notebook in a process of its own. Try: ./course run");
return 2;
