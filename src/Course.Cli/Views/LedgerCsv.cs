using System.Globalization;
using System.Text;
using Course.Grading;

namespace Course.Cli.Views;

/// <summary>The ledger as comma-separated values (RFC 4180), for a spreadsheet or a program.</summary>
internal static class LedgerCsv
{
    public static string Of(IEnumerable<LedgerRow> rows)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', ClaimResult.Columns).Append("\r\n");
        foreach (LedgerRow row in rows)
            text.AppendJoin(',', row.Result.Cells.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    // A single number is left bare, so that it stays a number. Several could be taken for a formula: "-1 -2" is -3 in a spreadsheet.
    private static string Cell(object? value) =>
        value is string words && !double.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? SafeText.Csv(words)
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
