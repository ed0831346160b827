namespace Course.Tests;

/// <summary>Tests that install a host, redirect the console or change the culture of the process: one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class OneHost
{
    public const string Name = "the process's one display host";
}
