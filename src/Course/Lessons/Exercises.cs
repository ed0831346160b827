using System.Reflection;

namespace Course;

/// <summary>The exercises of all lessons, and the check that a notebook calls: <c>Check("02.learn", Learn);</c>.</summary>
public static class Exercises
{
    /// <summary>The mime type by which a check travels out of a run.</summary>
    public const string MimeType = "application/vnd.course.check.v1+json";

    /// <summary>Every exercise, lesson by lesson.</summary>
    public static IReadOnlyList<Exercise> All { get; } = [.. Lesson01Exercises.All, .. Lesson02Exercises.All, .. Lesson03Exercises.All];

    /// <summary>Tries an answer on the visible cases and shows how it did. An answer not yet written is shown in grey and is no error.</summary>
    /// <param name="id">The exercise, for example <c>02.learn</c>.</param>
    /// <param name="answer">The learner's method.</param>
    /// <exception cref="ArgumentException">There is no such exercise.</exception>
    public static void Check(string id, Delegate answer)
    {
        Exercise exercise = All.FirstOrDefault(exercise => exercise.Id == id)
            ?? throw new ArgumentException($"There is no exercise '{id}'. There are: {string.Join(", ", All.Select(exercise => exercise.Id))}.");
        Display.Show(CheckFace.Of(Try(exercise, answer)));
    }

    /// <summary>Tries an answer on the visible cases.</summary>
    internal static CheckResult Try(Exercise exercise, Delegate? answer)
    {
        if (answer is null) return new CheckResult(exercise, "error", [], "There is no method to check: pass its name, as in the cell you were given.");
        if (SignatureError(exercise, answer.Method) is { } error) return new CheckResult(exercise, "error", [], error);

        var results = new List<CaseResult>();
        foreach (VisibleCase visible in exercise.Cases)
        {
            string shown = $"({string.Join(", ", visible.Arguments.Select(Values.Write))})";
            string expected = Values.Write(visible.Expected);
            try
            {
                object? got = Call(answer, visible.Arguments);
                results.Add(new CaseResult(shown, expected, Values.Write(got), Values.AreEqual(visible.Expected, got, exercise.Tolerance), visible.Note));
            }
            catch (NotImplementedException)
            {
                return new CheckResult(exercise, "not-attempted", [], null);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                results.Add(new CaseResult(shown, expected, $"{exception.GetType().Name}: {exception.Message}", Ok: false, visible.Note));
            }
        }

        bool passed = results.All(result => result.Ok);
        return new CheckResult(exercise, passed ? "passed" : "failed", results, passed ? null : HintFor(exercise, answer));
    }

    /// <summary>The hint of the first mistake that answers every visible case just as the learner did.</summary>
    private static string? HintFor(Exercise exercise, Delegate answer) =>
        exercise.Mistakes.FirstOrDefault(mistake => exercise.Cases.All(visible => Same(visible.Arguments, mistake.Answer, answer, exercise.Tolerance)))?.Hint;

    private static bool Same(object?[] arguments, Delegate mistake, Delegate answer, double tolerance)
    {
        try
        {
            return Values.AreEqual(Call(mistake, arguments), Call(answer, arguments), tolerance);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>Calls an answer on a copy of the arguments: an answer that changes them must not spoil the case.</summary>
    private static object? Call(Delegate answer, object?[] arguments)
    {
        try
        {
            return answer.DynamicInvoke([.. arguments.Select(Values.Copy)]);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            throw inner;
        }
    }

    private static string? SignatureError(Exercise exercise, MethodInfo answer)
    {
        MethodInfo wanted = exercise.Signature.GetMethod("Invoke")!;
        bool fits = answer.ReturnType == wanted.ReturnType
            && answer.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(wanted.GetParameters().Select(parameter => parameter.ParameterType));
        return fits ? null : $"This exercise wants a method {CSharpNames.Signature(wanted)}; yours is one {CSharpNames.Signature(answer)}.";
    }
}
