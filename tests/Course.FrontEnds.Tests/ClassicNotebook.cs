using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;

namespace Course.FrontEnds.Tests;

/// <summary>The classic Notebook on our kernel, open in a headless browser as a learner would have it.</summary>
public sealed class ClassicNotebook : IAsyncDisposable
{
    private readonly Process server;
    private readonly Browser browser = new();

    private ClassicNotebook(Process server) => this.server = server;

    internal IPage Page { get; private set; } = null!;

    /// <summary>Starts the server and opens a notebook; waits until the kernel answers.</summary>
    internal static async Task<ClassicNotebook> OpenAsync(JupyterHome jupyter, string notebook)
    {
        string python = Programs.PythonWith("notebook", "jupyter-notebook");
        Browser.SkipWhereThereIsNone();
        int port = FreePort();
        ProcessStartInfo start = jupyter.Start(
            python, "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.port_retries=0",
            "--NotebookApp.token=", "--NotebookApp.password=", "--notebook-dir", jupyter.Notebooks);
        start.RedirectStandardError = true;
        var opened = new ClassicNotebook(Process.Start(start)!);
        try
        {
            await opened.ServesAsync();
            await opened.BrowseAsync($"http://127.0.0.1:{port}/notebooks/{notebook}");
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs all cells; returns at once.</summary>
    internal Task RunAllAsync() => Page.EvaluateAsync("() => Jupyter.notebook.execute_all_cells()");

    /// <summary>Waits until every cell that was to run has run.</summary>
    internal Task AllDoneAsync() => Page.WaitForFunctionAsync(
        "() => Jupyter.notebook.get_cells().every(cell => cell.cell_type !== 'code' || !cell.element.hasClass('running')) && "
            + "!Jupyter.notebook.kernel_busy", null, new() { Timeout = 180_000, PollingInterval = 200 });

    /// <summary>Adds a cell at the end; its number is returned.</summary>
    internal Task<int> AddCellAsync(string code) => Page.EvaluateAsync<int>(
        "code => { const at = Jupyter.notebook.ncells(); Jupyter.notebook.insert_cell_at_bottom('code').set_text(code); "
            + "Jupyter.notebook.select(at); return at; }", code);

    /// <summary>Runs one cell; returns at once.</summary>
    internal Task RunCellAsync(int cell) => Page.EvaluateAsync("at => Jupyter.notebook.execute_cells([at])", cell);

    internal ILocator Output(int cell) => Page.Locator(".cell").Nth(cell).Locator(".output_area");

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        if (!server.HasExited) server.Kill(entireProcessTree: true);
        server.Dispose();
    }

    private async Task ServesAsync()
    {
        var said = new StringBuilder();
        while (await server.StandardError.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            said.AppendLine(line);
            if (!line.Contains("is running at", StringComparison.Ordinal)) continue;
            // Read on, or the server would block on a full pipe.
            _ = server.StandardError.ReadToEndAsync();
            return;
        }

        Assert.Fail($"The Notebook's server ended before it served:\n{said}");
    }

    private async Task BrowseAsync(string address)
    {
        Page = await browser.PageAsync(1100, 1400);
        await Page.GotoAsync(address);
        await Page.WaitForFunctionAsync("() => window.Jupyter?.notebook?.kernel?.info_reply?.status === 'ok'", null,
            new() { Timeout = 60_000 });
    }

    // The Notebook does not tell which port it took when it is left to choose.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
