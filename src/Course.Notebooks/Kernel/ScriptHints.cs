namespace Course.Notebooks.Kernel;

/// <summary>
/// What to write instead of C# that every project allows and a cell does not. The compiler's own messages take it for granted that one
/// knows what a script is.
/// </summary>
internal static class ScriptHints
{
    private const string Nested = "A cell is a script, so its classes lie inside another class.";
    private const string Apart = "A namespace, or a class with extension methods, sees the types of its own cell and of others like "
        + "it, not what other cells declare: declare it in the same cell.";

    private const string Kept = "What a cell declares lives on after it, so it cannot lie on the stack: declare it inside a method, or "
        + "inside braces { }.";

    private static readonly Dictionary<string, string> byError = new()
    {
        ["CS1109"] = $"{Nested} Leave out this, and call the method by its name: Twice(text) and not text.Twice().",
        ["CS9054"] = $"{Nested} Leave out the word file: other notebooks do not see the type anyway.",
        ["CS8345"] = Kept,
        ["CS9059"] = Kept,
        ["CS8917"] = "The compiler knows no type for it: write one, as in Func<int, int> f = Twice; or leave out the word static.",
    };

    /// <summary>The compiler's message with the way out, if one is known.</summary>
    /// <param name="error">The error's number.</param>
    /// <param name="message">The compiler's message.</param>
    /// <param name="inLibrary">Whether the code was compiled apart from other cells (<see cref="Compiler.TypeLibraries"/>).</param>
    internal static string Explained(string error, string message, bool inLibrary)
    {
        string? hint = inLibrary && error is ("CS0103" or "CS0234" or "CS0246") ? Apart : byError.GetValueOrDefault(error);
        return hint is null ? message : $"{message.TrimEnd('.')}. {hint}";
    }
}
