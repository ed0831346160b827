namespace Course.Grading.Tests.Hostile;

/// <summary>Answers that want points without being right, or harm.</summary>
public class HostileAnswerTests(WarmGrader warm)
{
    private static readonly string[] endless =
    [
        "bool Majority(bool[] votes) { while (true) { } }",
        "class Slow { public static readonly bool Never = Spin(); static bool Spin() { while (true) { } } }\nbool "
            + "Majority(bool[] votes) => Slow.Never;",
        "bool Majority(bool[] votes) { System.Threading.Thread.Sleep(-1); return true; }",
        "class Endless : Exception { public override string Message { get { while (true) { } } } }\nbool Majority(bool[] votes) "
            + "=> throw new Endless();",
    ];

    private static readonly string[] ending =
    [
        "bool Majority(bool[] votes) => Majority(votes) ^ Majority(votes);",
        "bool Majority(bool[] votes) { Environment.Exit(0); return true; }",
        "bool Majority(bool[] votes) { Environment.FailFast(\"full marks\"); return true; }",
        "bool Majority(bool[] votes) { System.Threading.Tasks.Task.Run(() => Environment.Exit(0)).Wait(); return true; }",
    ];

    private static readonly string[] greedy =
    [
        "bool Majority(bool[] votes) { var all = new List<byte[]>(); for (int i = 0; i < 30_000; i++) { var b = new byte[1 << "
            + "20]; Array.Fill(b, (byte)1); all.Add(b); } return true; }",
        "bool Majority(bool[] votes) => new bool[2_000_000_000, 15].Length > 0;",
    ];

    private const string Flooding = """
        int call = 0;
        bool Majority(bool[] votes)
        {
            var pipe = new System.IO.Pipes.AnonymousPipeClientStream(System.IO.Pipes.PipeDirection.Out,
                Environment.GetCommandLineArgs()[^1]);
            pipe.Write(Encoding.UTF8.GetBytes("{\"event\":\"answered\",\"number\":" + ++call
                + ",\"value\":null,\"thrown\":\"X\",\"message\":\"" + new string('x', 3 << 20) + "\"}\n"));
            return true;
        }
        """;

    private static readonly SubmittedClass attackers = new(((string[])[.. endless, .. ending, .. greedy, Flooding]).Select(answer =>
        (answer, Submitted.WithMajority(answer))), 4);

    public static TheoryData<string> Endless => [.. endless];

    public static TheoryData<string> Ending => [.. ending];

    public static TheoryData<string> Greedy => [.. greedy];

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task An_answer_that_never_ends_is_stopped(string answer)
    {
        ExerciseMark mark = await OfAttackAsync(answer);

        Assert.Equal((ExerciseStatus.Stopped, 0.0), (mark.Status, mark.Earned));
        Assert.Contains("took too long", mark.Message);
    }

    [Theory]
    [MemberData(nameof(Ending))]
    public async Task An_answer_that_ends_its_process_earns_nothing(string answer)
    {
        ExerciseMark mark = await OfAttackAsync(answer);

        Assert.Equal((ExerciseStatus.Stopped, 0.0), (mark.Status, mark.Earned));
    }

    [Theory]
    [MemberData(nameof(Greedy))]
    public async Task An_answer_that_asks_for_30_GB_earns_nothing(string answer) => Assert.Equal(0, (await OfAttackAsync(answer)).Earned);

    [Fact]
    public async Task An_answer_that_returns_without_measure_is_stopped()
    {
        ExerciseMark mark = await OfAttackAsync(Flooding);

        Assert.Equal((ExerciseStatus.Stopped, 0.0), (mark.Status, mark.Earned));
        Assert.Contains("8 MB", mark.Message);
    }

    [Theory]
    [InlineData("bool Majority(bool[] votes) => Random.Shared.Next(2) == 0;")]
    [InlineData("int calls = 0;\nbool Majority(bool[] votes) => calls++ % 3 == 0;")]
    [InlineData("bool Majority(bool[] votes) => true;")]
    [InlineData("bool Majority(bool[] votes) => votes[^7];")]
    [InlineData("delegate bool Func(bool[] votes);\nFunc Majority = votes => true;")]
    [InlineData("bool Majority(bool[] votes) { for (int i = 0; i < votes.Length; i++) votes[i] = true; return true; }")]
    public async Task An_answer_that_is_wrong_earns_nothing(string answer)
    {
        ExerciseMark mark = await OfAsync(answer);

        Assert.Equal(0, mark.Earned);
        Assert.Equal(ExerciseStatus.Failed, mark.Status);
    }

    [Theory]
    [InlineData("IEnumerable<bool> Majority(bool[] votes) { yield return true; throw new Exception(); }")]
    [InlineData("object Majority(bool[] votes) => null;")]
    [InlineData("double Majority(bool[] votes) => double.NaN;")]
    [InlineData("bool? Majority(bool[] votes) => null;")]
    [InlineData("async Task<bool> Majority(bool[] votes) => true;")]
    [InlineData("class Liar { public override bool Equals(object o) => true; public override int GetHashCode() => 1; public override "
        + "string ToString() => \"True\"; public static bool operator true(Liar l) => true; public static bool operator false(Liar l) => "
        + "false; }\nLiar Majority(bool[] votes) => new Liar();")]
    [InlineData("Func<bool[], bool> Majority = null;")]
    public async Task An_answer_of_another_type_is_none(string answer)
    {
        ExerciseMark mark = await OfAsync(answer);

        Assert.Equal((ExerciseStatus.NoAnswer, 0.0), (mark.Status, mark.Earned));
    }

    [Theory]
    [InlineData("bool Majority(bool[] votes) => new McCullochPittsNeuron(votes.Length / 2 + 1, [.. votes.Select(v => 1)], []).Fires(votes);")]
    [InlineData("var neuron = new McCullochPittsNeuron(2, [1, 1, 1], []);\nbool Majority(bool[] votes) => neuron.Fires(votes);")]
    [InlineData("Func<bool[], bool> helper = null;\nbool Majority(bool[] votes) => helper(votes);\nhelper = votes => new "
        + "McCullochPittsNeuron(votes.Length / 2 + 1, [.. votes.Select(v => 1)], []).Fires(votes);")]
    [InlineData("bool Majority(bool[] votes) => (bool)Type.GetType(\"Course.McCullochPitts.McCullochPittsNeuron, "
        + "Course\").GetMethod(\"Fires\").Invoke(null, [votes]);")]
    [InlineData("bool Majority(bool[] votes) { dynamic neuron = Activator.CreateInstance(typeof(List<int>)); return neuron.Fires(votes); }")]
    [InlineData("bool Majority(bool[] votes) => (bool)Type.GetType(\"Course.Grading.HiddenTests.HiddenTestCatalog, "
        + "Course.Grading\").GetMethod(\"Find\").Invoke(null, [\"01.majority\"]);")]
    [InlineData("bool Majority(bool[] votes) => System.Reflection.Assembly.LoadFrom(\"/course/artifacts/cli/Course.Grading.dll\") != null;")]
    [InlineData("unsafe bool Majority(bool[] votes) { delegate*<bool> f = null; return f(); }")]
    [InlineData("bool Majority(bool[] votes) => Course.Exercises.All.Single(e => e.Id == \"01.majority\").Cases.Any(c => c.Arguments[0] "
        + "== votes);\nCourse.Exercises.Check(\"01.majority\", (bool[] votes) => new McCullochPittsNeuron(1, [1], []).Fires(votes));")]
    public async Task An_answer_that_uses_the_library_or_goes_around_the_compiler_is_forbidden(string answer)
    {
        ExerciseMark mark = await OfAsync(answer);

        Assert.Equal((ExerciseStatus.Forbidden, 0.0), (mark.Status, mark.Earned));
    }

    private async Task<ExerciseMark> OfAsync(string answer) => (await Trap.GradeAsync(warm, Submitted.WithMajority(answer))).Exercise;

    private async Task<ExerciseMark> OfAttackAsync(string answer) =>
        (await attackers.MajorityOfAsync(warm, answer)).Exercise;
}
