namespace Course.ExpertSystems;

/// <summary>The rule files that the library ships in <c>ExpertSystems/Knowledge</c>.</summary>
internal static class KnowledgeFile
{
    /// <summary>The text of one of them.</summary>
    internal static string Read(string name)
    {
        using var reader =
            new StreamReader(typeof(KnowledgeFile).Assembly.GetManifestResourceStream($"Course.ExpertSystems.Knowledge.{name}")!);
        return reader.ReadToEnd();
    }
}
