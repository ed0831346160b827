using System.Globalization;

namespace Course.Notebooks.Lessons;

/// <summary>A lesson's notebook, for example <c>notebooks/02-perceptron.ipynb</c>.</summary>
/// <param name="Path">The file.</param>
public sealed record LessonFile(string Path)
{
    /// <summary>The file's name without its extension: <c>02-perceptron</c>.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The number at the beginning of the name; null if there is none.</summary>
    public int? Number => int.TryParse(Name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>The name without its number: <c>perceptron</c>.</summary>
    public string Slug => Number is null ? Name : Name[(Name.IndexOf('-', StringComparison.Ordinal) + 1)..];
}
