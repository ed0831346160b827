using System.Reflection;
using System.Text.RegularExpressions;
using Course.Grading.HiddenTests;
using Course.Grading.Tests.Submissions;
using Course.Notebooks.Kernel;

namespace Course.Grading.Tests.HiddenTests;

/// <summary>Each exercise's hidden test keeps what it promises.</summary>
public class HiddenTestTests
{
    private const int Seed = 4;
    private const int MostCases = 60;
    private const int MostNumbers = 20_000;

    public static TheoryData<string> Ids => [.. HiddenTestCatalog.All.Select(test => test.Id)];

    public static TheoryData<string> Lessons => [.. ExerciseCells.Lessons];

    public static TheoryData<string> RandomIds =>
        [.. HiddenTestCatalog.All.Where(test => Cases(test).Any(@case => @case.Kind is null)).Select(test => test.Id)];

    [Fact]
    public void The_first_three_lessons_have_fourteen_exercises_or_more() =>
        Assert.True(HiddenTestCatalog.All.Count(test => test.Id[..2] is "01" or "02" or "03") >= 14);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_reference_is_right_in_every_visible_case(string id)
    {
        HiddenTest test = HiddenTestCatalog.Find(id);

        Assert.All(test.Exercise.Cases, @case =>
            Assert.True(test.Accepts(@case.Arguments, @case.Expected, test.Answer(@case.Arguments)), @case.Note));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_reference_answers_every_hidden_case_and_passes_its_own_judgement(string id)
    {
        HiddenTest test = HiddenTestCatalog.Find(id);

        Assert.All(Seeds().SelectMany(seed => Cases(test, seed)), @case =>
        {
            object? expected = test.Answer(@case.Arguments);
            Assert.IsType(test.Exercise.Signature.GetMethod("Invoke")!.ReturnType, expected);
            Assert.False(PlainValue.HoldsNaN(expected) && @case.Kind != EdgeKind.NotFinite, $"{@case.Name}: not a number");
            Assert.True(test.Accepts(@case.Arguments, expected, PlainValue.Copy(expected)), @case.Name);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_answer_and_answers_of_another_type_are_wrong(string id)
    {
        HiddenTest test = HiddenTestCatalog.Find(id);
        object?[] arguments = Cases(test)[0].Arguments;
        object? expected = test.Answer(arguments);

        Assert.All((object?[])[null, "42", new object(), new object[] { 1 }, Array.Empty<string>()], got =>
            Assert.False(test.Accepts(arguments, expected, got)));
    }

    [Fact]
    public void Where_several_answers_are_right_another_than_the_reference_s_is_accepted()
    {
        HiddenTest cycle = HiddenTestCatalog.Find("03.cycle");
        IReadOnlyList<Trial> trials = Trial.Of(cycle, Seed);

        Assert.All(trials, trial =>
            Assert.False(trial.Fails((int[][] on, int[][] off) => Array.ConvertAll((int[])trial.Expected!, times => 2 * times)),
            trial.Case.Name));
    }

    // Taken 2^30 times, 4 is 2^32, which an int takes for 0.
    [Fact]
    public void A_balance_that_holds_only_because_numbers_overflow_is_refused()
    {
        object?[] arguments = [new int[][] { [4], [0] }, new int[][] { [0], [4] }];

        Assert.False(HiddenTestCatalog.Find("03.cycle").Accepts(arguments, new[] { 1, 1, 1, 1 }, new[] { 1 << 30, 0, 1 << 30, 0 }));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_same_seed_gives_the_same_cases_and_they_fit_the_signature(string id)
    {
        HiddenTest test = HiddenTestCatalog.Find(id);
        ParameterInfo[] parameters = test.Exercise.Signature.GetMethod("Invoke")!.GetParameters();

        IReadOnlyList<HiddenCase> cases = Cases(test);
        IReadOnlyList<HiddenCase> again = Cases(test);

        Assert.Equal(cases.Select(Shown), again.Select(Shown));
        Assert.All(cases, @case => Assert.Equal(parameters.Select(parameter => parameter.ParameterType),
            @case.Arguments.Select(argument => argument!.GetType())));
    }

    [Theory]
    [MemberData(nameof(RandomIds))]
    public void Another_seed_gives_other_cases(string id)
    {
        HiddenTest test = HiddenTestCatalog.Find(id);

        Assert.NotEqual(Cases(test, 1).Select(Shown), Cases(test, 2).Select(Shown));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Whoever_spoils_a_cases_arguments_spoils_no_later_case(string id)
    {
        HiddenTest test = HiddenTestCatalog.Find(id);
        string[] before = [.. Cases(test).Select(Shown)];

        foreach (Array array in Cases(test).SelectMany(@case => @case.Arguments).OfType<Array>())
            Array.Clear(array);

        Assert.Equal(before, Cases(test).Select(Shown));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_edges_come_first_and_are_what_they_are_called(string id)
    {
        IReadOnlyList<HiddenCase> cases = Cases(HiddenTestCatalog.Find(id));
        HiddenCase[] edges = [.. cases.TakeWhile(@case => @case.Kind is not null)];

        Assert.NotEmpty(edges);
        Assert.DoesNotContain(cases.Skip(edges.Length), @case => @case.Kind is not null);
        Assert.All(edges, edge => Assert.True(Holds(edge), $"\"{edge.Name}\" is no case of {edge.Kind}"));
    }

    // What cannot be read off the arguments shows by its effect: somebody gets it wrong.
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_tie_or_a_special_case_catches_a_wrong_answer(string id)
    {
        HiddenTest test = HiddenTestCatalog.Find(id);

        Assert.All(Trial.Of(test, Seed).Where(trial => trial.Case.Kind is EdgeKind.Tie or EdgeKind.Special), trial =>
            Assert.True(test.WrongAnswers.Any(wrong => trial.Fails(wrong.Answer)), $"nobody fails on \"{trial.Case.Name}\""));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void There_are_not_too_many_cases_and_they_are_not_too_large(string id)
    {
        HiddenTest test = HiddenTestCatalog.Find(id);

        Assert.All(Seeds(), seed =>
        {
            IReadOnlyList<HiddenCase> cases = Cases(test, seed);
            Assert.InRange(cases.Count, 10, MostCases);
            Assert.InRange(cases.SelectMany(@case => @case.Arguments).Sum(argument => Plain(argument).Count()), 1, MostNumbers);
        });
    }

    // A generator that draws until something fits may never end: a minute is a hundred times what these take.
    [Fact(Timeout = 60_000)]
    public Task Drawing_the_cases_of_all_exercises_ends() =>
        Task.Run(() => Assert.All(Seeds(), seed => Assert.All(HiddenTestCatalog.All, test => Cases(test, seed))),
        TestContext.Current.CancellationToken);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_library_and_TorchSharp_are_forbidden_and_what_is_allowed_exists(string id)
    {
        HiddenTest test = HiddenTestCatalog.Find(id);
        Type[] types =
        [
            .. typeof(Exercises).Assembly.GetTypes(), .. typeof(CellFunctions).Assembly.GetTypes(),
            .. typeof(TorchSharp.torch).Assembly.GetTypes(),
        ];

        Assert.Contains("Course", test.ForbiddenNamespaces);
        Assert.Contains("TorchSharp", test.ForbiddenNamespaces);
        Assert.All(test.AllowedNamespaces, name => Assert.Contains(types, type => type.Namespace == name));
        Assert.All(test.AllowedSymbols, name => Assert.Contains(types, type =>
            type.FullName == name
            || (name.StartsWith(type.FullName + ".", StringComparison.Ordinal)
            && type.GetMember(name[(type.FullName!.Length + 1)..]).Length > 0)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_wrong_answers_that_the_visible_half_names_are_here_and_give_the_results_that_it_states(string id)
    {
        HiddenTest test = HiddenTestCatalog.Find(id);
        IReadOnlyList<WrongAnswer> stated = test.Exercise.WrongAnswers;

        IReadOnlyList<WrongAnswer> real = test.WrongAnswersIn([.. test.Exercise.Cases.Select(@case => @case.Arguments)]);

        Assert.Equal(stated.Select(wrong => wrong.Hint), real.Select(wrong => wrong.Hint));
        Assert.All(stated.Zip(real), pair => Assert.All(pair.First.Results.Zip(pair.Second.Results), results => Assert.True(
            results.First is Type thrown
                ? thrown.Equals(results.Second) : PlainValue.Same(results.Second, results.First, test.Exercise.Tolerance / 10),
            $"{pair.First.Hint} It gives {PlainValue.Show(results.Second, exact: true)}, stated is {PlainValue.Show(results.First, exact: true)}.")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Whoever_gives_a_wrong_answer_that_the_visible_half_names_reads_its_hint(string id)
    {
        HiddenTest test = HiddenTestCatalog.Find(id);

        Assert.All(test.WrongAnswers.Where(wrong => wrong.HasHint), wrong =>
        {
            CheckOutcome outcome = Checker.Check(test.Exercise, wrong.Answer);
            Assert.Equal((CheckStatus.Failed, wrong.Name), (outcome.Status, outcome.Hint));
        });
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Calls_name_their_arguments_as_the_notebook_does(string lesson) =>
        Assert.All(ExerciseCells.Stubs(lesson), stub => Assert.Equal(stub.Parameters,
            HiddenTestCatalog.Find(stub.Exercise).Exercise.Invocation.GetParameters().Select(parameter => parameter.Name)));

    [Fact]
    public void Every_case_of_the_notebook_says_what_it_shows() =>
        Assert.All(Exercises.All, exercise => Assert.All(exercise.Cases, @case => Assert.False(string.IsNullOrWhiteSpace(@case.Note),
            $"{exercise.Id} has a case without a note")));

    // The learner's process holds the visible half: it is data, and computes nothing.
    [Fact]
    public void The_visible_halves_call_nothing_of_the_library()
    {
        Type[] halves = [.. typeof(Exercises).Assembly.GetTypes()
            .Where(type => Regex.IsMatch(type.FullName!, @"^Course\.\w+\.Lesson\d\dExercises(\+|$)"))];

        MethodBase[] called = [.. halves.SelectMany(CallsOf)];

        Assert.Equal(Exercises.All.Select(exercise => exercise.Id[..2]).Distinct().Count(), halves.Count(type => !type.IsNested));
        Assert.Contains(called, method => method.DeclaringType == typeof(Exercise));
        // What the compiler adds, such as the class of a collection, has no namespace.
        MethodBase[] others = [.. called.Where(method => method.DeclaringType is { Namespace: not null } type && !halves.Contains(type))];
        Assert.All(others.Where(method => method.Module == typeof(Exercises).Module), method =>
            Assert.Equal(typeof(Exercise), method.DeclaringType));
    }

    [Fact]
    public void The_library_that_notebooks_load_knows_nothing_of_the_hidden_tests()
    {
        string folder = Path.GetDirectoryName(Repository.Course.Library)!;

        Assert.Equal(Repository.Course.Library, typeof(Exercises).Assembly.Location);
        Assert.DoesNotContain(typeof(Exercises).Assembly.GetReferencedAssemblies(), name =>
            name.Name == typeof(HiddenTest).Assembly.GetName().Name);
        Assert.Empty(Directory.EnumerateFiles(folder, "Course.Grading*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_wrong_answer_whose_hint_the_visible_half_does_not_have_is_refused()
    {
        HiddenTest<Func<bool[], bool>> majority = HiddenTest.Define("01.majority", (bool[] votes) => true);

        Assert.Equal("Hidden test 01.majority: no hint begins with \"A draw\".",
            Assert.Throws<ArgumentException>(() => majority.WrongAnswer("A draw", votes => true)).Message);
        Assert.Equal("Hidden test 01.majority: several hints begin with \"You\".",
            Assert.Throws<ArgumentException>(() => majority.WrongAnswer("You", votes => true)).Message);
    }

    [Fact]
    public void A_reference_of_another_signature_is_refused_and_so_is_every_wrong_answer_by_the_compiler()
    {
        Assert.StartsWith("Hidden test 01.majority: ", Assert.Throws<ArgumentException>(() =>
            HiddenTest.Define("01.majority", (int votes) => true)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Hidden test 01.majority: ", Assert.Throws<ArgumentException>(() =>
            HiddenTest.Define("01.majority", (bool[] votes) => 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_does_not_fit_the_signature_is_refused()
    {
        HiddenTest test = HiddenTest.Define("01.majority", (bool[] votes) => true).Edge(EdgeKind.Special, "a number", [1]);

        Assert.Equal("Hidden test 01.majority: the arguments of \"a number\" do not fit the exercise's signature.",
            Assert.Throws<InvalidOperationException>(() => Cases(test)).Message);
    }

    internal static IEnumerable<int> Seeds() => Enumerable.Range(1, 20);

    /// <summary>The methods that a type's own methods call, read from their code.</summary>
    private static IEnumerable<MethodBase> CallsOf(Type type)
    {
        const BindingFlags All =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (MethodBase method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
            for (int i = 0; i + 4 < code.Length; i++)
            {
                // call, callvirt, newobj, ldftn: the byte may also be part of a number, which then seldom names a method.
                if (code[i] is not (0x28 or 0x6F or 0x73) && !(code[i] == 0x06 && i > 0 && code[i - 1] == 0xFE))
                    continue;
                MethodBase? called = null;
                try
                {
                    called = type.Module.ResolveMethod(BitConverter.ToInt32(code, i + 1), type.IsGenericType
                        ? type.GetGenericArguments() : null, null);
                }
                catch (ArgumentException)
                {
                }

                if (called is not null)
                    yield return called;
            }
        }
    }

    private static IReadOnlyList<HiddenCase> Cases(HiddenTest test, int seed = Seed) => test.HiddenCases(new Random(seed));

    private static string Shown(HiddenCase @case) =>
        $"{@case.Name}: {string.Join(", ", @case.Arguments.Select(argument => string.Join(' ', Plain(argument).Select(value => PlainValue.Show(value, exact: true)))))}";

    private static IEnumerable<object?> Plain(object? value) => value is Array array ? array.Cast<object?>().SelectMany(Plain) : [value];

    private static bool Holds(HiddenCase edge)
    {
        Array[] arrays = [.. edge.Arguments.OfType<Array>()];
        double[] numbers = [.. edge.Arguments.SelectMany(Plain).Where(value => value is int or double)
            .Select(value => Convert.ToDouble(value, null))];
        return edge.Kind switch
        {
            EdgeKind.Empty => arrays.Any(array => array.Length == 0),
            EdgeKind.One => arrays.Any(array => array.Length == 1) || numbers.Contains(1),
            EdgeKind.Many => arrays.Sum(array => array.Length) >= 20,
            EdgeKind.Negative => numbers.Any(number => number < 0),
            EdgeKind.VeryLarge => numbers.Any(number => Math.Abs(number) >= 1000),
            EdgeKind.NotFinite => !numbers.All(double.IsFinite),
            _ => true,
        };
    }
}
