using Course.Notebooks.Kernel;
using Course.Notebooks.Language;
using Course.Notebooks.Tests.Kernel;
using Course.TestTools;

namespace Course.Notebooks.Tests.Language;

/// <summary>A kernel that is asked about cells in which <c>$$</c> marks the caret.</summary>
internal sealed class LanguageTrial : IDisposable
{
    /// <summary>The course's own library, which the build lays; here it is read, never loaded.</summary>
    internal static readonly string Course = Path.Combine(RepositoryRoot.Path, "artifacts", "course", "Course.dll");

    private const string Caret = "$$";
    private readonly KernelTrial trial = new();
    private LanguageServices? language;

    internal CSharpKernel Kernel => trial.Kernel;

    internal LanguageServices Language => language ??= new LanguageServices(Kernel);

    internal Task<string?> Run(string code) => trial.Value(code);

    internal Task<CellCompletions> Complete(string marked)
    {
        (string code, int position) = Split(marked);
        return Language.CompleteAsync(code, position, TestContext.Current.CancellationToken);
    }

    /// <summary>The texts that may be put in.</summary>
    internal async Task<string[]> Texts(string marked) => [.. (await Complete(marked)).Items.Select(item => item.Text)];

    /// <summary>The cell once the item of a text has been chosen.</summary>
    internal async Task<string> Choose(string marked, string text)
    {
        CellCompletions completions = await Complete(marked);
        Assert.Contains(text, completions.Items.Select(item => item.Text));
        string code = Split(marked).Code;
        return code[..completions.Start] + text + code[completions.End..];
    }

    /// <summary>The explanation as plain text; empty where there is none.</summary>
    internal async Task<string> Inspect(string marked)
    {
        (string code, int position) = Split(marked);
        return (await Language.InspectAsync(code, position, TestContext.Current.CancellationToken))?.Text("text/plain") ?? "";
    }

    public void Dispose()
    {
        language?.Dispose();
        trial.Dispose();
    }

    private static (string Code, int Position) Split(string marked)
    {
        int position = marked.IndexOf(Caret, StringComparison.Ordinal);
        return (marked.Remove(position, Caret.Length), position);
    }
}
