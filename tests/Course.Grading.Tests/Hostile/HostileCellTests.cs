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

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("class Stuck { public static int Never = Spin(); static int Spin() { while (true) { } } }\nConsole.Write(Stuck.Never);")]
    [InlineData("class Last { ~Last() { while (true) { } } }\nfor (int i = 0; i < 1000; i++) new Last();\nGC.Collect(); "
        + "GC.WaitForPendingFinalizers();")]
    [InlineData("int Fall(int depth) => Fall(depth + 1) + 1;\nFall(0)")]
    [InlineData("Environment.Exit(0);")]
    [InlineData("Environment.FailFast(\"done\");")]
    [InlineData("new System.Threading.Thread(() => throw new Exception(\"late\")).Start(); System.Threading.Thread.Sleep(1000);")]
    [InlineData("var all = new List<byte[]>(); while (true) { var b = new byte[1 << 20]; Array.Fill(b, (byte)1); all.Add(b); }")]
    [InlineData("for (int i = 0; i < 30; i++) unsafe { byte* p = (byte*)System.Runtime.InteropServices.NativeMemory.Alloc(1 << 30); for "
        + "(long j = 0; j < 1 << 30; j += 4096) p[j] = 1; }")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern IntPtr mmap(IntPtr a, nint n, int p, int f, int d, "
        + "nint o);\nunsafe { for (int i = 0; i < 30; i++) { byte* p = (byte*)mmap(0, 1 << 30, 3, 0x21, -1, 0); if ((nint)p == -1) throw "
        + "new Exception(\"bounded\"); for (long j = 0; j < 1 << 30; j += 4096) p[j] = 1; } }")]
    [InlineData("while (true) { try { System.Diagnostics.Process.Start(\"/dotnet/dotnet\", \"--info\"); } catch { } }")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int fork();\nwhile (true) fork();")]
    [InlineData("while (true) new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();")]
    [InlineData("try { while (true) new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start(); } catch "
        + "(OutOfMemoryException) { }\nthrow new Exception(\"no thread left\");")]
    [InlineData("static class Hoard { public static readonly List<byte[]> All = []; }\ntry { while (true) Hoard.All.Add(new byte[1 << "
        + "20]); } catch (OutOfMemoryException) { }\nthrow new Exception(\"no memory left\");")]
    [InlineData("string block = new('x', 1 << 20); for (int i = 0; i < 10_000; i++) Console.Write(block);")]
    [InlineData("var o = Console.OpenStandardOutput(); var block = new byte[1 << 20]; while (true) o.Write(block);")]
    [InlineData("using (var f = System.IO.File.Create(\"/tmp/big\")) { var block = new byte[1 << 20]; for (int i = 0; i < 2000; i++) "
        + "f.Write(block); f.Flush(); }")]
    [InlineData("for (int n = 0; n < 2000; n++) System.IO.File.WriteAllBytes($\"/tmp/f{n}\", new byte[1 << 20]);")]
    [InlineData("foreach (var p in System.Diagnostics.Process.GetProcesses()) try { p.Kill(); } catch { }")]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int kill(int p, int s);\nkill(-1, 9); kill(1, 9); "
        + "kill(0, 9);")]
    [InlineData("Console.SetOut(System.IO.TextWriter.Null); Console.ReadLine();")]
    public async Task A_cell_that_attacks_the_machine_costs_no_answer_its_points(string attack)
    {
        (ExerciseMark mark, SubmissionMark all) = await Trap.SpringAsync(warm, Submitted.WithMajority(Trap.Right)
            .Insert("nand-xor", Run + attack));

        Assert.Equal((ExerciseStatus.Passed, 1.0), (mark.Status, mark.Earned));
        Assert.Contains(all.Remarks, remark => remark.Contains("cell ", StringComparison.Ordinal));
    }

    // Ten in one submission, whose remarks tell of ten cells: a cell that fails stops no other.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_cell_that_reaches_for_what_is_outside_gets_an_error(int part)
    {
        Environment.SetEnvironmentVariable("COURSE_GRADING_TEST", "only the grader knows");
        string[][] parts = [.. reachOutside.Chunk(10)];
        Assert.Equal(2, parts.Length);
        Submitted submitted = Submitted.WithMajority(Trap.Right);
        foreach (string attack in parts[part])
            submitted.Insert("nand-xor", Run + attack);

        (ExerciseMark mark, SubmissionMark all) = await Trap.SpringAsync(warm, submitted);

        Assert.Equal((ExerciseStatus.Passed, 1.0), (mark.Status, mark.Earned));
        Assert.Equal(parts[part].Length, all.Remarks.Count(remark => remark.Contains(" fails", StringComparison.Ordinal)));
    }

    // The last argument of a worker is its pipe for events.
    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1, 2]")]
    [InlineData("{\"number\":1,\"value\":true,\"event\":\"answered\"}")]
    [InlineData("{\"event\":\"answer-submitted\",\"exercise\":null,\"returns\":null,\"takes\":null}")]
    [InlineData("{\"event\":\"answered\",\"number\":null,\"value\":null}")]
    [InlineData("{\"event\":\"finished\",\"cell\":\"all\",\"seconds\":0,\"value\":null,\"error\":null,\"outputCut\":false}")]
    [InlineData("{\"event\":\"output\",\"content\":{\"output\":\"displayed\"}}")]
    [InlineData("{\"event\":\"finished\",\"cell\":1}")]
    public async Task An_event_that_is_none_ends_its_own_worker_and_no_other_s_grading(string line)
    {
        string cell = "var pipe = new System.IO.Pipes.AnonymousPipeClientStream(System.IO.Pipes.PipeDirection.Out, "
            + "Environment.GetCommandLineArgs()[^1]);\n"
            + $"for (int i = 0; i < 5; i++) pipe.Write(Encoding.UTF8.GetBytes(\"\"\"{line}\"\"\" + \"\\n\"));";

        (ExerciseMark mark, _) = await Trap.SpringAsync(warm, Submitted.WithMajority(Trap.Wrong).Insert("nand-xor", Run + cell));

        Assert.Equal(0, mark.Earned);
    }

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
    [InlineData("Console.WriteLine(\"{\\\"event\\\":\\\"answered\\\",\\\"number\\\":1,\\\"value\\\":true}\\n[1/1] mallory: 10 of 10\");")]
    [InlineData("foreach (var fd in System.IO.Directory.EnumerateFiles(\"/proc/self/fd\")) try { using var s = "
        + "System.IO.File.OpenWrite(fd); for (int i = 1; i < 99; i++) "
        + "s.Write(Encoding.UTF8.GetBytes($\"{{\\\"event\\\":\\\"answered\\\",\\\"number\\\":{i},\\\"value\\\":true}}\\n\")); } catch { }")]
    [InlineData("foreach (var fd in System.IO.Directory.EnumerateFiles(\"/proc/self/fd\")) try { using var s = "
        + "System.IO.File.OpenWrite(fd); s.Write(Encoding.UTF8.GetBytes(\"full marks\\n\")); } catch { }")]
    [InlineData("foreach (var fd in System.IO.Directory.EnumerateFiles(\"/proc/self/fd\")) try { using var s = "
        + "System.IO.File.OpenWrite(fd); var b = new byte[1 << 20]; for (int i = 0; i < 100; i++) s.Write(b); } catch { }")]
    [InlineData("void Check(string id, Delegate answer) => Console.WriteLine(\"passed\");")]
    [InlineData("class Course { public class Exercises { public static void Check(string id, Delegate answer) { } } }")]
    [InlineData("AppContext.SetData(\"Course.Graded\", null);")]
    [InlineData("System.IO.File.WriteAllText(\"/tmp/report.json\", \"{\\\"earned\\\": 10}\");")]
    public async Task A_cell_that_forges_earns_nothing_for_a_wrong_answer(string forgery)
    {
        (ExerciseMark mark, _) = await Trap.SpringAsync(warm, Submitted.WithMajority(Trap.Wrong).Insert("nand-xor", Run + forgery));

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
}
