using System.Globalization;

namespace Course.History;

/// <summary>The notebooks in a folder, by the number of their lesson. Defined in lesson 00.</summary>
public static class LessonPages
{
    /// <summary>Lists a folder.</summary>
    /// <param name="folder">The folder; a notebook runs in its own.</param>
    /// <returns>The file name of each lesson's notebook, for example <c>02-perceptron.ipynb</c>; none if there is no such
    /// folder.</returns>
    public static IReadOnlyDictionary<int, string> In(string folder = ".")
    {
        var pages = new SortedDictionary<int, string>();
        if (!Directory.Exists(folder)) return pages;
        foreach (string file in Directory.EnumerateFiles(folder, "*.ipynb").Select(path => Path.GetFileName(path)))
        {
            if (int.TryParse(file.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)) pages[number] = file;
        }

        return pages;
    }
}
