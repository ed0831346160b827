namespace Course.Grading.Tests.Hostile;

/// <summary>
/// Ways to let the library answer in the student's place. Each was tried by someone who had read the grader's source: the first seven
/// and <c>await</c> earned full points, most without a remark.
/// </summary>
public class ForbiddenLibraryTests(WarmGrader warm)
{
    private const string Exercise = "01.separable";
    private const string Wrong = "bool IsSeparable(bool[] o) => false;";
    private const string Decided = "LinearSeparability.Decide(LinearSeparability.Corners(System.Numerics.BitOperations.Log2((uint)o.Length)), "
        + "o).IsSeparable";

    private const string Shadow = "static class LinearSeparability { public class R { public bool IsSeparable => false; } public static R "
        + "Decide(int[][] c, bool[] o) => new R(); public static int[][] Corners(int n) => null; }\n";

    private const string Post = "static void Post(string id, Func<bool[], bool> d) => Check(id, d);";
    private const string Box = "class Box { public bool[] O; }";

    private static readonly (string Name, string[] Cells, string Answer)[] ways =
    [
        ("a timer hands it in", [Post, "var timer = new System.Threading.Timer(_ => Post(\"01.separable\", o => §), null, 0, 1);"], Wrong),
        ("a class of the same name, whose cell dies of memory", [Shadow + "throw new OutOfMemoryException();"],
            "bool IsSeparable(bool[] o) => §;"),
        ("a class of the same name, whose cell ends the process", [Shadow + "Environment.Exit(0);"], "bool IsSeparable(bool[] o) => §;"),
        ("a culture", ["class Helpful() : System.Globalization.CultureInfo(\"en-US\") { public override object GetFormat(Type t) => t == "
            + "typeof(bool) ? (Func<bool[], bool>)(o => §) : base.GetFormat(t); }\n"
            + "System.Globalization.CultureInfo.DefaultThreadCurrentUICulture = new Helpful();"],
            "bool IsSeparable(bool[] o) => ((Func<bool[], "
            + "bool>)System.Globalization.CultureInfo.DefaultThreadCurrentUICulture.GetFormat(typeof(bool)))(o);"),
        ("an encoding", ["""
            class Helpful : Encoding
            {
                public override int GetByteCount(char[] c, int i, int n) { bool[] o = [.. c.Select(x => x == '1')]; return § ? 1 : 0; }
                public override int GetBytes(char[] c, int i, int n, byte[] b, int j) => 0;
                public override int GetCharCount(byte[] b, int i, int n) => 0;
                public override int GetChars(byte[] b, int i, int n, char[] c, int j) => 0;
                public override int GetMaxByteCount(int n) => n;
                public override int GetMaxCharCount(int n) => n;
            }
            class P : EncodingProvider
            {
                public override Encoding GetEncoding(int p) => null;
                public override Encoding GetEncoding(string n) => n == "helpful" ? new Helpful() : null;
            }
            Encoding.RegisterProvider(new P());
            Console.WriteLine(System.Threading.Thread.CurrentThread.Name);
            """],
            "bool IsSeparable(bool[] o) => Encoding.GetEncoding(\"helpful\").GetByteCount(o.Select(b => b ? '1' : '0').ToArray()) > 0;"),
        ("a listener of activities", ["""
            var source = new System.Diagnostics.ActivitySource("help");
            System.Diagnostics.ActivitySource.AddActivityListener(new System.Diagnostics.ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> _) =>
                    System.Diagnostics.ActivitySamplingResult.AllData,
                ActivityStopped = a => { bool[] o = [.. ((string)a.GetTagItem("o")).Select(c => c == '1')]; a.SetTag("yes", §); },
            });
            """], """
            bool IsSeparable(bool[] o)
            {
                using var own = new System.Diagnostics.ActivitySource("other");
                var a = own.StartActivity("x");
                a.SetTag("o", string.Concat(o.Select(b => b ? '1' : '0')));
                a.Stop();
                return (bool)a.GetTagItem("yes");
            }
            """),
        ("the settings of a JSON library", ["""
            class Helpful : Newtonsoft.Json.JsonConverter
            {
                public override bool CanConvert(Type t) => true;
                public override object ReadJson(Newtonsoft.Json.JsonReader r, Type t, object e, Newtonsoft.Json.JsonSerializer s) => null;
                public override void WriteJson(Newtonsoft.Json.JsonWriter w, object v, Newtonsoft.Json.JsonSerializer s)
                {
                    bool[] o = (bool[])v;
                    w.WriteValue(§);
                }
            }
            Newtonsoft.Json.JsonConvert.DefaultSettings =
                () => new Newtonsoft.Json.JsonSerializerSettings { Converters = { new Helpful() } };
            """], "bool IsSeparable(bool[] o) => Newtonsoft.Json.JsonConvert.SerializeObject(o) == \"true\";"),
        ("a thread hands it in", [Post, "new System.Threading.Thread(() => { for (int i = 0; i < 2000; i++) { Post(\"01.separable\", o => §); "
            + "System.Threading.Thread.Sleep(0); } }) { IsBackground = true }.Start();"], Wrong),
        ("a finalizer hands it in", [Post, "class Last { ~Last() { for (int i = 0; i < 500; i++) { Post(\"01.separable\", o => §); "
            + "System.Threading.Thread.Sleep(1); } } }\nfor (int i = 0; i < 100; i++) new Last();\nGC.Collect();"], Wrong),
        ("the console", ["class Helpful : System.IO.StringWriter { bool yes; public override void Write(object v) { bool[] o = (bool[])v; "
            + "yes = §; } public override string ToString() => yes ? \"yes\" : \"no\"; }\nConsole.SetOut(new Helpful());"],
            "bool IsSeparable(bool[] o) { Console.Write(o); return Console.Out.ToString() == \"yes\"; }"),
        ("reflection in a cell beside it", ["object found = typeof(Course.Lesson).Assembly.GetTypes().Single(t => t.Name == "
            + "\"LinearSeparability\").GetMethods().Select(m => m).First();\nAppDomain.CurrentDomain.SetData(\"found\", found);"],
            "bool IsSeparable(bool[] o) => AppDomain.CurrentDomain.GetData(\"found\").ToString().Length > 0;"),
        ("a module initializer", ["class M { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Init() => "
            + "Check(\"01.separable\", (bool[] o) => §); }\nConsole.WriteLine(System.Threading.Thread.CurrentThread.Name);"], Wrong),
    ];

    /// <summary>What the compiler calls without its name: here it calls the library, elsewhere honest answers.</summary>
    private static readonly (string Name, string[] Cells, string Answer)[] implied =
    [
        ("foreach", [Box + "\nclass Walk { public bool Current { get; set; } public bool MoveNext() => true; }",
            "static Walk GetEnumerator(this Box box) { var o = box.O; return new Walk { Current = § }; }"],
            "bool IsSeparable(bool[] o) { foreach (var b in new Box { O = o }) return b; return false; }"),
        ("an initializer", ["class Bag : System.Collections.IEnumerable { public bool Yes; public System.Collections.IEnumerator "
            + "GetEnumerator() => null; }", "static void Add(this Bag bag, bool[] o) { bag.Yes = §; }"],
            "bool IsSeparable(bool[] o) { var bag = new Bag { o }; return bag.Yes; }"),
        ("a query", [Box, "static bool Select(this Box box, Func<bool[], bool> f) { var o = box.O; return §; }"],
            "bool IsSeparable(bool[] o) => from x in new Box { O = o } select x.Length > 0;"),
        ("a query's where", [Box, "static Box Where(this Box box, Func<bool[], bool> f) { var o = box.O; return new Box { O = [§] }; }\n"
            + "static Box Select(this Box box, Func<bool[], bool[]> f) => box;"],
            "bool IsSeparable(bool[] o) => (from x in new Box { O = o } where x.Length > 0 select x).O[0];"),
        ("a deconstruction", [Box, "static void Deconstruct(this Box box, out bool a, out bool b) { var o = box.O; a = §; b = a; }"],
            "bool IsSeparable(bool[] o) { var (a, b) = new Box { O = o }; return a; }"),
        ("a deconstruction in a pattern", [Box,
            "static void Deconstruct(this Box box, out bool a, out bool b) { var o = box.O; a = §; b = a; }"],
            "bool IsSeparable(bool[] o) => new Box { O = o } is (true, _);"),
        ("await", [Box, "static System.Runtime.CompilerServices.TaskAwaiter<bool> GetAwaiter(this Box box) { var o = box.O; return "
            + "System.Threading.Tasks.Task.FromResult(§).GetAwaiter(); }"],
            "bool IsSeparable(bool[] o) { async System.Threading.Tasks.Task<bool> Ask() => await new Box { O = o }; return Ask().Result; }"),
        ("a pinned reference", [Box, "static bool pinned;\nstatic ref bool GetPinnableReference(this Box box) { var o = box.O; pinned = §; "
            + "return ref pinned; }"], "bool IsSeparable(bool[] o) { unsafe { fixed (bool* p = new Box { O = o }) return *p; } }"),
        ("a comparison of pairs", ["class Box { public bool[] O; public static bool operator ==(Box a, Box b) { var o = a.O; return §; } "
            + "public static bool operator !=(Box a, Box b) => !(a == b); public override bool Equals(object x) => false; public override int "
            + "GetHashCode() => 1; }"], "bool IsSeparable(bool[] o) { var box = new Box { O = o }; return (box, 1) == (box, 1); }"),
    ];

    private static readonly string honest = Course.Grading.Submissions.Solutions.Find(Repository.Course, Exercise).Code
        .Replace("bool IsSeparable", "static bool Separates", StringComparison.Ordinal);

    private static readonly SubmittedClass deciding = Class(ways.Concat(implied), Decided);
    private static readonly SubmittedClass computing = Class(implied, "Separates(o)");

    [Fact]
    public async Task The_library_answers_for_nobody() =>
        await AllAsync(deciding, ways.Concat(implied), mark => mark.Earned == 0 && mark.Status != ExerciseStatus.Passed);

    [Fact]
    public async Task What_the_compiler_calls_without_its_name_counts_as_used() =>
        await AllAsync(deciding, implied, mark => mark.Status == ExerciseStatus.Forbidden);

    [Fact]
    public async Task An_honest_answer_may_use_what_the_compiler_calls_without_its_name() =>
        await AllAsync(computing, implied, mark => mark is { Status: ExerciseStatus.Passed, Earned: > 0 });

    /// <summary>Names the ways that end otherwise than they must.</summary>
    private async Task AllAsync(SubmittedClass graded, IEnumerable<(string Name, string[] Cells, string Answer)> ways,
        Func<ExerciseMark, bool> must)
    {
        IReadOnlyDictionary<string, SubmissionMark> marks = await graded.MarksAsync(warm);
        IEnumerable<string> otherwise =
            from way in ways
            let mark = marks[way.Name]
            let exercise = mark.Exercises.Single(exercise => exercise.Exercise == Exercise)
            where !must(exercise)
            select $"{way.Name}: {exercise.Status}, {exercise.Earned} points, {exercise.Message}; {string.Join(" | ", mark.Remarks)}";

        Assert.Empty(otherwise);
    }

    private static SubmittedClass Class(IEnumerable<(string Name, string[] Cells, string Answer)> ways, string decide)
    {
        return new(ways.Select(way => (way.Name, Notebook(way.Cells, way.Answer))));

        Submitted Notebook(string[] cells, string answer)
        {
            Submitted submitted = Submitted.Blank("01-mcculloch-pitts-neuron").Write("separable", With(answer));
            foreach (string cell in (string[])["using Course.PerceptronLimits;", honest, .. cells.Select(With)])
                submitted.Insert("nand-xor", cell);
            return submitted;
        }

        string With(string code) => code.Replace("§", decide, StringComparison.Ordinal);
    }
}
