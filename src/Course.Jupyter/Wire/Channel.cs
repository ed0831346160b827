namespace Course.Jupyter.Wire;

/// <summary>The five sockets between a kernel and its front ends.</summary>
internal enum Channel
{
    /// <summary>Requests, answered one after another.</summary>
    Shell,

    /// <summary>Requests that do not wait for the running cell.</summary>
    Control,

    /// <summary>The kernel's questions to the front end that runs a cell.</summary>
    Stdin,

    /// <summary>Messages published to all front ends.</summary>
    IOPub,

    /// <summary>Bytes that are echoed.</summary>
    Heartbeat,
}
