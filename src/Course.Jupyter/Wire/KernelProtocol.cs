namespace Course.Jupyter.Wire;

/// <summary>The protocol: https://jupyter-client.readthedocs.io/en/stable/messaging.html.</summary>
internal static class KernelProtocol
{
    /// <summary>Its version.</summary>
    public const string Version = "5.4";
}
