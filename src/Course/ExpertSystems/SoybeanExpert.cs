namespace Course.ExpertSystems;

/// <summary>
/// Rules for nineteen soybean diseases, written from what plant pathologists tell farmers and frozen before they were first scored. The
/// file <c>ExpertSystems/Knowledge/soybean.rules</c> names the sources. Defined in lesson 04.
/// </summary>
public static class SoybeanExpert
{
    /// <summary>The text of the rules, with remarks and sources.</summary>
    public static string Text { get; } = KnowledgeFile.Read("soybean.rules");

    /// <summary>The rules; they conclude <c>disease</c>.</summary>
    public static RuleBase Rules { get; } = RuleBase.Parse(Text);
}
