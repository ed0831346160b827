using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Course.Grading.HiddenTests;
using Course.Notebooks.Protocol;

namespace Course.Grading.Marking;

/// <summary>
/// The cases of every exercise in one grading, visible and hidden, the same for all submissions of a class. The same seed gives the same
/// cases.
/// </summary>
internal sealed class CaseSet(long seed)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<AnswerCase>> cases = new(StringComparer.Ordinal);

    public IReadOnlyList<AnswerCase> Of(HiddenTest test) => cases.GetOrAdd(test.Id, _ => Draw(test));

    /// <summary>A seed that nobody can predict.</summary>
    public static long NewSeed() => RandomNumberGenerator.GetInt32(int.MaxValue);

    private AnswerCase[] Draw(HiddenTest test)
    {
        IEnumerable<AnswerCase> visible = test.Exercise.Cases.Select(@case =>
            Of(@case.Note ?? "a case of the notebook", @case.Arguments, @case.Expected, isHidden: false));
        IEnumerable<AnswerCase> hidden = test.HiddenCases(new Random(SeedOf(test.Id)))
            .Select(@case => Of(@case.Name, @case.Arguments, test.Answer(@case.Arguments), isHidden: true));
        return [.. visible, .. hidden];
    }

    private static AnswerCase Of(string name, object?[] arguments, object? expected, bool isHidden) =>
        new(name, arguments, ArgumentJson.Write(arguments), expected, isHidden);

    /// <summary>One seed per exercise, so its cases do not depend on which other exercises are graded.</summary>
    private int SeedOf(string exercise) =>
        BinaryPrimitives.ReadInt32LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {exercise}"))));
}

/// <summary>A case in the form in which an answer is called.</summary>
/// <param name="Name">A description for the learner.</param>
/// <param name="Arguments">The arguments of the call.</param>
/// <param name="Sent">The same arguments, as they are sent.</param>
/// <param name="Expected">The right result. It never leaves this process before the grading is over.</param>
/// <param name="IsHidden">Whether the case is hidden from the notebook.</param>
internal sealed record AnswerCase(string Name, object?[] Arguments, JsonElement Sent, object? Expected, bool IsHidden);
