using System.Text;
using System.Text.Json.Nodes;

namespace Course.Notebooks.Documents;

/// <summary>
/// A notebook file (<c>.ipynb</c>, nbformat 4): its cells and metadata. Members that this version does not know survive reading and saving.
/// A file saved by Jupyter is saved again byte for byte.
/// </summary>
public sealed class NotebookDocument
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The minor version of nbformat 4; from 5 on, cells have ids.</summary>
    public int NbformatMinor { get; set; } = 5;

    /// <summary>The cells, in order.</summary>
    public IList<NotebookCell> Cells { get; } = [];

    /// <summary>The notebook's metadata: <c>kernelspec</c>, <c>language_info</c>, and anything that other programs store there.</summary>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>Members of the file that this version does not know; they are preserved when saving.</summary>
    public JsonObject OtherMembers { get; internal set; } = [];

    /// <summary>Reads a notebook file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The notebook.</returns>
    /// <exception cref="NotebookFormatException">
    /// The file is there but is not a notebook of nbformat 4; the message is one line.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static NotebookDocument Load(string path)
    {
        string text = File.ReadAllText(path, utf8);
        try
        {
            return Parse(text);
        }
        catch (NotebookFormatException e)
        {
            throw new NotebookFormatException($"{Path.GetFileName(path)}: {e.Message}", e);
        }
    }

    /// <summary>Reads a notebook's text.</summary>
    /// <param name="text">The JSON of an <c>.ipynb</c> file.</param>
    /// <returns>The notebook.</returns>
    /// <exception cref="NotebookFormatException">The text is not a notebook of nbformat 4; the message is one line.</exception>
    public static NotebookDocument Parse(string text) => DocumentReader.Read(text);

    /// <summary>Saves the notebook as Jupyter does, replacing the file in one step.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    public void Save(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string draft = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(draft, ToJson(), utf8);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>
    /// The text of the file in Jupyter's own layout, ending with a newline. Cells without an id are given one if the format requires it.
    /// </summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => DocumentWriter.Write(this);
}
