using System.Text;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;

namespace Course.Notebooks.Tests.Kernel;

/// <summary>A kernel and what it has shown.</summary>
internal sealed class KernelTrial(KernelOptions? options = null) : IDisposable
{
    private readonly CSharpKernel kernel = new(options);

    internal CSharpKernel Kernel => kernel;

    /// <summary>What the last cell showed.</summary>
    internal List<KernelOutput> Outputs { get; private set; } = [];

    internal string Stdout => Streamed("stdout");

    internal Task<CellResult> Run(string code) => RunUntil(code, TestContext.Current.CancellationToken);

    internal async Task<CellResult> RunUntil(string code, CancellationToken cancellation)
    {
        var outputs = new List<KernelOutput>();
        Outputs = outputs;
        return await kernel.RunAsync(code, outputs.Add, cancellation);
    }

    /// <summary>Runs a cell that is to succeed and returns its value's text, without the style sheet that formatting adds.</summary>
    internal async Task<string?> Value(string code)
    {
        CellResult result = await Run(code);
        Assert.True(result.Succeeded, string.Join('\n', result.Error?.Traceback ?? []));
        return result.Value is { } value ? Text(value) : null;
    }

    internal async Task<ErrorReport> Failure(string code)
    {
        CellResult result = await Run(code);
        Assert.NotNull(result.Error);
        return result.Error;
    }

    internal string Streamed(string name)
    {
        var text = new StringBuilder();
        foreach (StreamWritten written in Outputs.OfType<StreamWritten>().Where(written => written.Name == name))
            text.Append(written.Text);
        return text.ToString();
    }

    internal static string Text(MimeBundle bundle)
    {
        if (bundle.Text("text/plain") is { } plain)
            return plain;
        string html = bundle.Text("text/html")!.Split("<style>")[0];
        const string start = "<div class=\"dni-plaintext\"><pre>";
        return html.StartsWith(start, StringComparison.Ordinal)
            ? html[start.Length..].Replace("</pre></div>", "", StringComparison.Ordinal) : html;
    }

    public void Dispose() => kernel.Dispose();
}
