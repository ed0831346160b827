using System.Text.Json.Nodes;
using Course.Jupyter.Client;
using Course.Jupyter.Specs;
using Course.Jupyter.Wire;

namespace Course.Jupyter.Tests.Kernels;

/// <summary>A kernel in its own process, as the kernelspec starts it, and a front end that talks to it over real sockets.</summary>
public class KernelTrial : IDisposable
{
    // Far longer than anything takes; a test that reaches it has failed.
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public KernelTrial()
        : this([])
    {
    }

    private protected KernelTrial(params IEnumerable<(string Name, string? Value)> variables)
    {
        Running = KernelProcess.Start(Spec, Repository.Root, variables);
        Client = new KernelClient(Running.Connection);
        Client.AwaitReady(Patience);
    }

    internal static KernelSpec Spec { get; } =
        new KernelInstaller(JupyterFolders.Of(name => name == "JUPYTER_DATA_DIR" ? Path.GetTempPath() : null), Repository.Root,
        Repository.Command).Describe();

    internal KernelProcess Running { get; }

    internal KernelClient Client { get; }

    /// <summary>Executes a cell.</summary>
    internal Execution Run(string code, Action<JsonObject>? change = null) => Await(Send(code, change));

    /// <summary>Sends a cell, and does not wait.</summary>
    internal string Send(string code, Action<JsonObject>? change = null)
    {
        var content = new JsonObject
        {
            ["code"] = code,
            ["silent"] = false,
            ["store_history"] = true,
            ["allow_stdin"] = false,
            ["stop_on_error"] = true
        };
        change?.Invoke(content);
        return Client.Send(Channel.Shell, "execute_request", content);
    }

    /// <summary>Waits for a cell that was sent.</summary>
    internal Execution Await(string request) => new(Client.Reply(Channel.Shell, request, Patience), Client.Published(request, Patience));

    /// <summary>Asks on the shell channel.</summary>
    internal Message Ask(string type, JsonObject content) => Client.Request(Channel.Shell, type, content, Patience);

    /// <summary>Waits until the cell is known to run: it prints something first.</summary>
    internal void AwaitOutput(string request)
    {
        while (Client.Receive(Channel.IOPub, Patience) is var message && !(message.Parent.Id == request && message.Header.Type == "stream"))
        {
            // What comes before.
        }
    }

    /// <summary>Stops the running cell.</summary>
    internal void Interrupt()
    {
        // Each channel is a line of its own, and one may be quicker. Once control has answered, what was sent before on shell is there.
        Client.Request(Channel.Control, "kernel_info_request", [], Patience);
        Assert.Equal("ok", Client.Request(Channel.Control, "interrupt_request", [], Patience).Text("status"));
    }

    public void Dispose()
    {
        Client.Dispose();
        Running.Dispose();
        GC.SuppressFinalize(this);
    }
}
