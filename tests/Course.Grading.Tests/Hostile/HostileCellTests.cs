namespace Course.Grading.Tests.Hostile;

/// <summary>
/// Cells that attack the machine or the grader while they run, beside an answer that is right or wrong. The mark is the answer's, whatever
/// the cell does.
/// </summary>
public class HostileCellTests(WarmGrader warm)
{
    // Makes a cell one that the grader must run.
    private const string Run = "System.IO.File.Exists(\"x\");\n";

    private static readonly string[] reachOutside =
    [
        "System.IO.Directory.Delete(\"../artifacts\", true);",
        "System.IO.File.WriteAllText(\"../artifacts/course/Course.dll\", \"\");",
        "System.IO.File.WriteAllText(\"01-mcculloch-pitts-neuron.ipynb\", \"{}\");",
        "System.IO.File.WriteAllText(\"/course/worker/Course.Notebooks.dll\", \"\");",
        "System.IO.File.WriteAllText(\"/dev/shm/x\", \"\");",
        "foreach (var f in System.IO.Directory.EnumerateFileSystemEntries(\"/\")) if (f is not (\"/tmp\" or \"/proc\" or "
            + "\"/dev\")) System.IO.File.WriteAllText(f + \"/mark.json\", \"{}\");",
        "new System.Net.Http.HttpClient().GetStringAsync(\"http://1.1.1.1/\").Wait();",
        "new System.Net.Sockets.TcpClient(\"127.0.0.1\", 80);",
        "System.Diagnostics.Process.Start(\"/bin/sh\", \"-c true\");",
        "System.Reflection.Assembly.LoadFrom(\"/course/worker/Course.Grading.dll\");",
        "[System.Runtime.InteropServices.DllImport(\"libc\", SetLastError = true)] static extern int unshare(int f);\nif "
            + "(unshare(0x10000000) != 0) throw new Exception(\"refused\");",
        "[System.Runtime.InteropServices.DllImport(\"libc\", SetLastError = true)] static extern int socket(int a, int b, int "
            + "c);\nif (socket(40, 1, 0) < 0) throw new Exception(\"refused\");",
        "if (Environment.GetEnvironmentVariables().Values.Cast<string>().All(value => value != \"only the grader knows\")) throw "
            + "new Exception(\"nothing to see\");",
        "string Read(string p) { try { return System.IO.File.ReadAllText(p + \"/environ\"); } catch { return \"\"; } }\nif "
            + "(!System.IO.Directory.GetDirectories(\"/proc\").Any(p => Read(p).Contains(\"only the \" + \"grader knows\"))) throw new "
            + "Exception(\"nothing to see\");",
        "string Read(string p) { try { return System.IO.File.ReadAllText(p); } catch { return \"\"; } }\nif "
            + "(!System.IO.Directory.GetDirectories(\"/proc\").Any(p => Read(p + \"/status\").Contains(\"Seccomp:\\t0\") || Read(p + "
            + "\"/limits\").Split('\\n').Any(l => l.StartsWith(\"Max data size\") && l.Contains(\"unlimited\")))) throw new "
            + "Exception(\"nothing to see\");",
        "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int inotify_init1(int f);\nif (inotify_init1(0) < 0) throw new "
            + "Exception(\"refused\");",
        "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int prctl(int o, ulong a, ulong b, ulong c, ulong d);\nif "
            + "(prctl(1, 0, 0, 0, 0) != 0) throw new Exception(\"refused\");",
        "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int flock(int f, int o);\nusing (var f = "
            + "System.IO.File.OpenRead(\"/course/artifacts/course/Course.dll\")) if (flock((int)f.SafeFileHandle.DangerousGetHandle(), 6) != "
            + "0) throw new Exception(\"refused\");",
        "using (var f = System.IO.File.OpenRead(\"/course/artifacts/course/Course.dll\")) f.Lock(0, 1);",
        "if (new System.IO.EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true } is var deep && !new[] "
            + "{ \"*Grading*\", \"*olution*.md\", \"*Tests*\" }.SelectMany(p => new[] { \"/course\", \"/tmp\", \"/dotnet\" }.SelectMany(d => "
            + "System.IO.Directory.EnumerateFiles(d, p, deep))).Any()) throw new Exception(\"nothing to see\");",
    ];

    private static readonly string[] lines =
    [
        "{}",
        "null",
        "[1, 2]",
        "{\"number\":1,\"value\":true,\"event\":\"answered\"}",
        "{\"event\":\"answer-submitted\",\"exercise\":null,\"returns\":null,\"takes\":null}",
        "{\"event\":\"answered\",\"number\":null,\"value\":null}",
        "{\"event\":\"finished\",\"cell\":\"all\",\"seconds\":0,\"value\":null,\"error\":null,\"outputCut\":false}",
        "{\"event\":\"output\",\"content\":{\"output\":\"displayed\"}}",
        "{\"event\":\"finished\",\"cell\":1}",
    ];

    private static readonly string[] forgeries =
    [
        "Console.WriteLine(\"{\\\"event\\\":\\\"answered\\\",\\\"number\\\":1,\\\"value\\\":true}\\n[1/1] mallory: 10 of 10\");",
        "foreach (var fd in System.IO.Directory.EnumerateFiles(\"/proc/self/fd\")) try { using var s = "
            + "System.IO.File.OpenWrite(fd); for (int i = 1; i < 99; i++) "
            + "s.Write(Encoding.UTF8.GetBytes($\"{{\\\"event\\\":\\\"answered\\\",\\\"number\\\":{i},\\\"value\\\":true}}\\n\")); } catch { }",
        "foreach (var fd in System.IO.Directory.EnumerateFiles(\"/proc/self/fd\")) try { using var s = "
            + "System.IO.File.OpenWrite(fd); s.Write(Encoding.UTF8.GetBytes(\"full marks\\n\")); } catch { }",
        "foreach (var fd in System.IO.Directory.EnumerateFiles(\"/proc/self/fd\")) try { using var s = "
            + "System.IO.File.OpenWrite(fd); var b = new byte[1 << 20]; for (int i = 0; i < 100; i++) s.Write(b); } catch { }",
        "void Check(string id, Delegate answer) => Console.WriteLine(\"passed\");",
        "class Course { public class Exercises { public static void Check(string id, Delegate answer) { } } }",
        "AppContext.SetData(\"Course.Graded\", null);",
        "System.IO.File.WriteAllText(\"/tmp/report.json\", \"{\\\"earned\\\": 10}\");",
    ];

    private static readonly Dictionary<string, string> attacks =
        File.ReadAllText(Path.Combine(Repository.Course.Root, "tests", "Course.Grading.Tests", "Hostile", "attacks.txt"))
            .Split("\n=== ")[1..].Select(attack => attack.Split('\n', 2)).ToDictionary(parts => parts[0], parts => parts[1].Trim());

    private static readonly string[][] reaching = [.. reachOutside.Chunk(10)];

    private static readonly SubmittedClass attackers = new(attacks.Select(attack => (attack.Key, Beside(Trap.Right, attack.Value))), 4);
    private static readonly SubmittedClass reachers = new(reaching.Select((part, number) => ($"part {number}", Beside(Trap.Right, part))));
    private static readonly SubmittedClass senders = new(lines.Select(line => (line, Beside(Trap.Wrong, Sending(line)))));
    private static readonly SubmittedClass forgers = new(forgeries.Select(forgery => (forgery, Beside(Trap.Wrong, forgery))));

    public static TheoryData<string> Attacks => [.. attacks.Keys];

    public static TheoryData<string> Lines => [.. lines];

    public static TheoryData<string> Forgeries => [.. forgeries];

    [Theory]
    [Trait("Grader", "any user")]
    [MemberData(nameof(Attacks))]
    public async Task A_cell_that_attacks_the_machine_costs_no_answer_its_points(string attack)
    {
        (ExerciseMark mark, SubmissionMark all) = await attackers.MajorityOfAsync(warm, attack);

        Assert.Equal((ExerciseStatus.Passed, 1.0), (mark.Status, mark.Earned));
        Assert.Contains(all.Remarks, remark => remark.Contains("cell ", StringComparison.Ordinal));
    }

    // Their content is bounded by the folder's size; the empty ones would fill the kernel's memory, at 100,000 a second.
    [Theory]
    [Trait("Grader", "any user")]
    [InlineData("folders without end")]
    [InlineData("empty files without end")]
    public async Task A_cell_that_makes_files_without_end_is_stopped_at_20_000(string attack)
    {
        (ExerciseMark mark, SubmissionMark all) = await attackers.MajorityOfAsync(warm, attack);

        Assert.Equal(1, mark.Earned);
        Assert.Contains(all.Remarks, remark => remark.Contains("more than 20,000 files and folders", StringComparison.Ordinal));
    }

    // Ten in one submission, whose remarks tell of ten cells: a cell that fails stops no other.
    [Theory]
    [Trait("Grader", "any user")]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_cell_that_reaches_for_what_is_outside_gets_an_error(int part)
    {
        Environment.SetEnvironmentVariable("COURSE_GRADING_TEST", "only the grader knows");
        Assert.Equal(2, reaching.Length);

        (ExerciseMark mark, SubmissionMark all) = await reachers.MajorityOfAsync(warm, $"part {part}");

        Assert.Equal((ExerciseStatus.Passed, 1.0), (mark.Status, mark.Earned));
        Assert.Equal(reaching[part].Length, all.Remarks.Count(remark => remark.Contains(" fails", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task An_event_that_is_none_ends_its_own_worker_and_no_other_s_grading(string line) =>
        Assert.Equal(0, (await senders.MajorityOfAsync(warm, line)).Exercise.Earned);

    // A cell can claim that a later one has ended. Then the answer that this one would have given is not there.
    [Fact]
    public async Task A_check_that_another_cell_ends_hands_in_nothing()
    {
        string cell = "var pipe = new System.IO.Pipes.AnonymousPipeClientStream(System.IO.Pipes.PipeDirection.Out, "
            + "Environment.GetCommandLineArgs()[^1]);\nfor (int i = 2; i < 100; i++) pipe.Write(Encoding.UTF8.GetBytes("
            + "\"{\\\"event\\\":\\\"finished\\\",\\\"cell\\\":\" + i + \",\\\"seconds\\\":0,\\\"value\\\":null,\\\"error\\\":null,"
            + "\\\"outputCut\\\":false}\\n\"));";

        (ExerciseMark mark, _) = await Trap.GradeAsync(warm, Submitted.WithMajority("int nothing = 0;").Insert("nand-xor", Run + cell));

        Assert.Equal(0, mark.Earned);
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_cell_that_forges_earns_nothing_for_a_wrong_answer(string forgery)
    {
        (ExerciseMark mark, _) = await forgers.MajorityOfAsync(warm, forgery);

        Assert.Equal(0, mark.Earned);
        Assert.NotEqual(ExerciseStatus.Passed, mark.Status);
    }

    [Theory]
    [InlineData("void Check(string id, Delegate answer) => Console.WriteLine(\"passed\");")]
    [InlineData("class Course { public class Exercises { public static void Check(string id, Delegate answer) { } } }")]
    public async Task A_right_answer_counts_whatever_else_is_called_Check(string shadow)
    {
        (ExerciseMark mark, _) = await Trap.GradeAsync(warm, Submitted.WithMajority(Trap.Right).Insert("nand-xor", shadow));

        Assert.Equal((ExerciseStatus.Passed, 1.0), (mark.Status, mark.Earned));
    }

    private static Submitted Beside(string answer, params string[] cells)
    {
        Submitted submitted = Submitted.WithMajority(answer);
        foreach (string cell in cells)
            submitted.Insert("nand-xor", Run + cell);
        return submitted;
    }

    // The last argument of a worker is its pipe for events.
    private static string Sending(string line) =>
        "var pipe = new System.IO.Pipes.AnonymousPipeClientStream(System.IO.Pipes.PipeDirection.Out, "
        + "Environment.GetCommandLineArgs()[^1]);\n"
        + $"for (int i = 0; i < 5; i++) pipe.Write(Encoding.UTF8.GetBytes(\"\"\"{line}\"\"\" + \"\\n\"));";
}
