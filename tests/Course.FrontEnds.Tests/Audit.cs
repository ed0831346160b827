using System.Text.Json;
using Microsoft.Playwright;

namespace Course.FrontEnds.Tests;

/// <summary>axe-core, which finds what keeps readers out: of a keyboard's reach, without a name, too pale.</summary>
internal static class Audit
{
    private static readonly string axe =
        Path.Combine(Repository.Root, "artifacts", "npm", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Skips the test, with a clear line, where axe-core is not installed.</summary>
    internal static void SkipWhereThereIsNone() => Assert.SkipUnless(File.Exists(axe),
        "axe-core is not here, so no page was audited (npm install --no-save --prefix artifacts/npm axe-core@4.14.1).");

    /// <summary>The page's serious and critical findings by the rules of WCAG 2.2 AA and by good practice: rule, place, reason.</summary>
    internal static async Task<string[]> FindingsAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe, TestContext.Current.CancellationToken));
        JsonElement findings = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              // The second is an experiment of axe, off by default: a number beside a button's word is to it a part of that word.
              const rules = { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: false } };
              const result = await axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values }, rules });
              return result.violations.filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
                .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} (${node.failureSummary.split('\n').pop().trim()})`));
            }
            """);
        return [.. findings.EnumerateArray().Select(finding => finding.GetString()!)];
    }
}
