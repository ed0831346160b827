using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Course.Grading.HiddenTests;
using Course.Notebooks.Protocol;

namespace Course.Grading.Marking;

/// <summary>
/// The cases of every exercise in one grading: the visible ones and the hidden ones, the same for all submissions of a class. The same seed
/// gives the same cases.
/// </summary>
internal sealed class CaseSet(long seed)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<AnswerCase>> _cases = new(StringComparer.Ordinal);

    public IReadOnlyList<AnswerCase> Of(HiddenTest test) => _cases.GetOrAdd(test.Id, _ => Draw(test));

    /// <summary>A seed that nobody can foretell.</summary>
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

    /// <summary>One exercise's cases do not depend on how many others are graded beside it.</summary>
    private int SeedOf(string exercise) =>
        BinaryPrimitives.ReadInt32LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {exercise}"))));
}
