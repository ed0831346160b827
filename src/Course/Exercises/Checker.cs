using System.Globalization;
using System.Reflection;

namespace Course;

/// <summary>Tries an answer on an exercise's visible cases.</summary>
internal static class Checker
{
    internal static CheckOutcome Check(Exercise exercise, Delegate? answer)
    {
        string name = answer is null ? "Answer" : TypeName.OfMethod(answer.Method);
        if (SignatureComplaint(exercise, answer, name) is { } complaint)
        {
            return new CheckOutcome(exercise, CheckStatus.Error, [], complaint);
        }

        string?[] parameters = ParameterNames(exercise, answer!);
        CallResult[] attempts = [.. exercise.Cases.Select(@case => CallResult.Of(answer!, @case.Arguments))];
        if (attempts.All(attempt => attempt.IsStub))
        {
            return new CheckOutcome(exercise, CheckStatus.NotAttempted,
                [.. exercise.Cases.Select(@case => Row(@case, null, exercise, name, parameters))], "");
        }

        CheckRow[] rows = [.. exercise.Cases.Zip(attempts, (@case, attempt) => Row(@case, attempt, exercise, name, parameters))];
        return rows.All(row => row.Ok == true)
            ? new CheckOutcome(exercise, CheckStatus.Passed, rows, "")
            : new CheckOutcome(exercise, CheckStatus.Failed, rows, Hints.For(exercise, attempts));
    }

    private static CheckRow Row(VisibleCase @case, CallResult? attempt, Exercise exercise, string name, string?[] parameters)
    {
        string shown =
            $"{name}({string.Join(", ", @case.Arguments.Select((argument, i) => parameters[i] is { } parameter ? $"{parameter}: {PlainValue.Show(argument)}" : PlainValue.Show(argument)))})";
        string example = exercise.Judge is null ? "" : "for example ";
        string expected = example + PlainValue.Show(@case.Expected);
        if (attempt is null)
        {
            return new CheckRow(shown, expected, "", null, @case.Note);
        }

        if (attempt.Thrown is { } thrown)
        {
            return new CheckRow(shown, expected, Describe(thrown), false, @case.Note);
        }

        bool ok = exercise.Accepts(@case.Arguments, @case.Expected, attempt.Got);
        string got = PlainValue.Show(attempt.Got);
        return !ok && got == expected
            ? new CheckRow(shown, PlainValue.Show(@case.Expected, exact: true), PlainValue.Show(attempt.Got, exact: true), ok, @case.Note)
            : new CheckRow(shown, expected, got, ok, @case.Note);
    }

    private static string Describe(Exception thrown) => thrown is NotImplementedException
        ? "not implemented yet"
        : $"{thrown.GetType().Name}: {thrown.Message.ReplaceLineEndings(" ")}";

    /// <summary>
    /// The learner's own parameter names make the calls readable; if she has a different number of parameters, the exercise's names are
    /// used.
    /// </summary>
    private static string?[] ParameterNames(Exercise exercise, Delegate answer)
    {
        ParameterInfo[] own = answer.Method.GetParameters();
        ParameterInfo[] wanted = exercise.Invocation.GetParameters();
        return [.. (own.Length == wanted.Length ? own : wanted).Select(parameter => parameter.Name)];
    }

    /// <summary>One sentence about an answer that cannot be called, or <see langword="null"/>.</summary>
    internal static string? SignatureComplaint(Exercise exercise, Delegate? answer, string name)
    {
        MethodInfo wanted = exercise.Invocation;
        if (answer is null)
        {
            return $"There is no method to check: give yours after the id, as in Check(\"{exercise.Id}\", {WantedName(exercise)}).";
        }

        MethodInfo given = answer.GetType().GetMethod("Invoke")!;
        Type[] wantedTypes = [.. wanted.GetParameters().Select(parameter => parameter.ParameterType)];
        Type[] givenTypes = [.. given.GetParameters().Select(parameter => parameter.ParameterType)];
        if (given.ReturnType == wanted.ReturnType && givenTypes.SequenceEqual(wantedTypes))
        {
            return null;
        }

        string?[] names = ParameterNames(exercise, answer);
        string wantedSignature = TypeName.OfSignature(name, wanted.ReturnType, wantedTypes.Select((type, i) => (type, names[i])));
        string problem = givenTypes.Length != wantedTypes.Length
            ? string.Create(CultureInfo.InvariantCulture,
            $"{name} takes {Count(givenTypes.Length)}, but this exercise gives it {wantedTypes.Length}")
            : given.ReturnType != wanted.ReturnType
                ? $"{name} returns {TypeName.Of(given.ReturnType)}, but this exercise wants {TypeName.Of(wanted.ReturnType)}"
                : WrongParameter(name, names, givenTypes, wantedTypes);
        return $"{problem}: write it as {wantedSignature}.";
    }

    private static string WrongParameter(string name, string?[] names, Type[] given, Type[] wanted)
    {
        int i = Enumerable.Range(0, wanted.Length).First(index => given[index] != wanted[index]);
        return $"{name}'s parameter {names[i] ?? (i + 1).ToString(CultureInfo.InvariantCulture)} is {TypeName.Of(given[i])}, but this exercise gives it {TypeName.Of(wanted[i])}";
    }

    private static string Count(int parameters) =>
        parameters == 1 ? "1 parameter" : string.Create(CultureInfo.InvariantCulture, $"{parameters} parameters");

    /// <summary>The likely name of a method for this exercise: Learn answers "02.learn".</summary>
    private static string WantedName(Exercise exercise)
    {
        string last = exercise.Id[(exercise.Id.LastIndexOf('.') + 1)..];
        return string.Concat(last.Split('-', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
