namespace Course.Jupyter.Wire;

/// <summary>The five sockets between a kernel and its front ends.</summary>
internal enum Channel
{
    /// <summary>Requests, answered one after another.</summary>
    Shell,

    /// <summary>Requests that do not wait for the running cell.</summary>
    Control,

    /// <summary>The kernel's questions to whoever runs a cell.</summary>
    Stdin,

    /// <summary>What everybody sees.</summary>
    IOPub,

    /// <summary>Bytes that come back as they went.</summary>
    Heartbeat,
}
