using Course.Notebooks.Documents;

namespace Course.Notebooks.Runner;

/// <summary>Puts what the cells of a notebook show where a frontend would: into the outputs of the document.</summary>
internal sealed class CellOutputBuilder
{
    private readonly Dictionary<string, List<DisplayOutput>> _displays = new(StringComparer.Ordinal);
    private IList<CellOutput> _outputs = [];
    private bool _clearFirst;

    /// <summary>What comes next is shown by this cell.</summary>
    public void Turn(CodeCell cell)
    {
        _outputs = cell.Outputs;
        _outputs.Clear();
        _clearFirst = false;
    }

    public void Write(string stream, string text)
    {
        ClearIfAsked();
        if (_outputs.LastOrDefault() is StreamOutput last && last.Name == stream)
            last.Text += text;
        else
            _outputs.Add(new StreamOutput(stream, text));
    }

    public void Show(string? id, MimeBundle data)
    {
        ClearIfAsked();
        var display = new DisplayOutput(data);
        _outputs.Add(display);
        if (id is null)
            return;
        if (!_displays.TryGetValue(id, out List<DisplayOutput>? same))
            _displays[id] = same = [];
        same.Add(display);
    }

    public void Update(string id, MimeBundle data)
    {
        foreach (DisplayOutput display in _displays.GetValueOrDefault(id, []))
            display.Data = data;
    }

    public void Clear(bool wait)
    {
        _clearFirst = true;
        if (!wait)
            ClearIfAsked();
    }

    public void Result(MimeBundle data, int number) => _outputs.Add(new ResultOutput(data, number));

    public void Error(string name, string message, IEnumerable<string> traceback) => _outputs.Add(new ErrorOutput(name, message, traceback));

    private void ClearIfAsked()
    {
        if (_clearFirst)
            _outputs.Clear();
        _clearFirst = false;
    }
}
