using Course.Jupyter.Bench;

Action? measure = args switch
{
    ["start"] => () => Measurements.Start(times: 5),
    ["cells"] => () => Measurements.Cells(count: 1000),
    ["kernels"] => () => Measurements.Kernels(count: 100),
    ["fuzz"] => () => Measurements.Fuzz(count: 10_000),
    _ => null,
};
if (measure is null)
{
    Console.Error.WriteLine(
        "Which one? start: from the launch to the kernel's first answer. cells: 1,000 trivial cells. kernels: 100 one after another. "
            + "fuzz: 10,000 bad messages.");
    return 2;
}

measure();
return 0;
