using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;

namespace Course.Notebooks.Runner;

/// <summary>Puts the outputs of a notebook's cells into the document, as a front end would.</summary>
internal sealed class CellOutputBuilder
{
    private readonly Dictionary<string, List<DisplayOutput>> displays = new(StringComparer.Ordinal);
    private IList<CellOutput> outputs = [];
    private bool clearFirst;

    /// <summary>From now on, outputs belong to this cell.</summary>
    public void Turn(CodeCell cell)
    {
        outputs = cell.Outputs;
        outputs.Clear();
        clearFirst = false;
    }

    /// <summary>Puts an output in its place.</summary>
    public void Add(KernelOutput shown)
    {
        switch (shown)
        {
            case StreamWritten written:
                Write(written.Name, written.Text);
                break;
            case Displayed displayed:
                Show(displayed.Id, displayed.Data);
                break;
            case DisplayUpdated updated:
                Update(updated.Id, updated.Data);
                break;
            case OutputCleared cleared:
                Clear(cleared.Wait);
                break;
        }
    }

    public void Result(MimeBundle data, int number) => outputs.Add(new ResultOutput(data, number));

    public void Error(string name, string message, IEnumerable<string> traceback) =>
        outputs.Add(new ErrorOutput(name, message, traceback));

    private void Write(string stream, string text)
    {
        ClearIfAsked();
        if (outputs.LastOrDefault() is StreamOutput last && last.Name == stream)
            last.Text += text;
        else
            outputs.Add(new StreamOutput(stream, text));
    }

    private void Show(string? id, MimeBundle data)
    {
        ClearIfAsked();
        var display = new DisplayOutput(data);
        outputs.Add(display);
        if (id is null)
            return;
        if (!displays.TryGetValue(id, out List<DisplayOutput>? same))
            displays[id] = same = [];
        same.Add(display);
    }

    private void Update(string id, MimeBundle data)
    {
        foreach (DisplayOutput display in displays.GetValueOrDefault(id, []))
            display.Data = data;
    }

    private void Clear(bool wait)
    {
        clearFirst = true;
        if (!wait)
            ClearIfAsked();
    }

    private void ClearIfAsked()
    {
        if (clearFirst)
            outputs.Clear();
        clearFirst = false;
    }
}
