namespace Course.ExpertSystems;

/// <summary>
/// Ten rules about bacteria in the manner of MYCIN, to show how such rules work; they are no medical advice. The file
/// <c>ExpertSystems/Knowledge/bacteria.rules</c> says which two are MYCIN's. Defined in lesson 04.
/// </summary>
public static class BacteriaExpert
{
    /// <summary>The text of the rules, with remarks.</summary>
    public static string Text { get; } = KnowledgeFile.Read("bacteria.rules");

    /// <summary>The rules and their questions; they conclude <c>organism</c>.</summary>
    public static RuleBase Rules { get; } = RuleBase.Parse(Text);
}
