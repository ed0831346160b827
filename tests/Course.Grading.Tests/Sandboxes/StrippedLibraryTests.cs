using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Course.Grading.HiddenTests;
using Course.Grading.Sandboxes;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Course.Grading.Tests.Sandboxes;

/// <summary>The library as a process gets it that calls answers: everything can be listed in it, and nothing computed.</summary>
public sealed class StrippedLibraryTests : IDisposable
{
    private static readonly string[] allowed =
        [.. HiddenTestCatalog.OfLesson(1).SelectMany(test => test.AllowedSymbols).Distinct()];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("course-stripped-");
    private readonly AssemblyLoadContext context = new("stripped");
    private readonly string file;

    public StrippedLibraryTests()
    {
        file = Path.Combine(folder.FullName, "Course.dll");
        StrippedLibrary.Write(Repository.Course.Library, file, allowed);
    }

    public void Dispose() => folder.Delete(recursive: true);

    // One list that calls a machine while it is made would leave the process without any exercise.
    [Fact]
    public void Every_lesson_registers_in_it_what_it_registers_in_the_whole_library()
    {
        object[] stripped = [.. Lessons(Load())];

        Assert.Equal(Course.Lessons.All.Count, stripped.Length);
        foreach ((Lesson whole, object lesson) in Course.Lessons.All.Zip(stripped))
        {
            Assert.Equal(whole.Exercises.Select(Told), Listed(lesson, nameof(Lesson.Exercises)).Select(Told));
            Assert.Equal(whole.Claims.Select(claim => claim.Id), Listed(lesson, nameof(Lesson.Claims)).Select(claim => Of(claim, "Id")));
            Assert.Equal(whole.LongRuns.Count, Listed(lesson, nameof(Lesson.LongRuns)).Count());
        }
    }

    [Fact]
    public void No_machine_computes_in_it()
    {
        using ModuleDefinition module = Read();
        MethodDefinition[] machines = [.. module.GetTypes().Where(type => IsIn(type, "Course.") && !IsIn(type, "Course.Data")
            && !IsIn(type, "Course.Plots") && !IsList(type)).SelectMany(type => type.Methods).Where(method => method.HasBody)];

        Assert.InRange(machines.Length, 1000, int.MaxValue);
        Assert.Equal(["Course.McCullochPitts.BooleanFunction::InputsOf"],
            machines.Where(method => !IsEmpty(method)).Select(method => $"{method.DeclaringType.FullName}::{method.Name}"));
    }

    [Fact]
    public void What_keeps_its_body_calls_nothing_that_lost_its_own()
    {
        using ModuleDefinition module = Read();
        IEnumerable<string> broken =
            from type in module.GetTypes()
            where !IsIn(type, "Course.") || IsIn(type, "Course.Data") || IsIn(type, "Course.Plots")
            from method in type.Methods
            where method.HasBody
            from use in method.Body.Instructions
            where use.Operand is MethodReference { DeclaringType: var owner } && owner.GetElementType() is TypeDefinition
            let called = ((MethodReference)use.Operand).Resolve()
            where called.HasBody && Throws(called)
            select $"{method.FullName} calls {called.FullName}";

        Assert.Empty(broken);
    }

    [Fact]
    public void What_judges_a_result_does_not_judge_in_it()
    {
        object cycle = Lessons(Load()).SelectMany(lesson => Listed(lesson, nameof(Lesson.Exercises))).Single(exercise =>
            Of(exercise, "Id") is "03.cycle");
        var judge = (Delegate)cycle.GetType().GetProperty("Judge", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(cycle)!;

        Exception thrown = Assert.ThrowsAny<Exception>(() => judge.Method.Invoke(judge.Target, BindingFlags.DoNotWrapExceptions, null,
            [new int[1][], new int[1][], new int[1], new int[1]], CultureInfo.InvariantCulture));

        Assert.Equal(StrippedLibrary.Message, thrown.Message);
    }

    [Fact]
    public void A_library_is_made_once_for_all_workers_that_may_use_the_same()
    {
        using var libraries = new StrippedLibraries(Repository.Course);

        string first = libraries.Of(["b", "a"]);

        Assert.Equal(first, libraries.Of(["a", "b", "a"]));
        Assert.NotEqual(first, libraries.Of([]));
    }

    private ModuleDefinition Read() => ModuleDefinition.ReadModule(file, new ReaderParameters { InMemory = true });

    private Assembly Load()
    {
        context.Resolving += (_, name) => AssemblyLoadContext.Default.LoadFromAssemblyName(name);
        using FileStream stream = File.OpenRead(file);
        return context.LoadFromStream(stream);
    }

    private static IEnumerable<object> Lessons(Assembly library) =>
        ((IEnumerable)library.GetType("Course.Lessons")!.GetProperty("All")!.GetValue(null)!).Cast<object>();

    private static IEnumerable<object> Listed(object lesson, string list) => ((IEnumerable)Of(lesson, list)!).Cast<object>();

    private static object? Of(object value, string property) => value.GetType().GetProperty(property)!.GetValue(value);

    private static string Told(object exercise) => string.Join('\n',
        [
            $"{Of(exercise, "Id")} {Of(exercise, "Title")} {Of(exercise, "Points")} {Of(exercise, "Tolerance")}",
            .. ((IEnumerable)Of(exercise, "Cases")!).Cast<object>().Select(@case => PlainValue.Show(Of(@case, "Arguments"))
                + PlainValue.Show(Of(@case, "Expected"))),
            .. ((IEnumerable)Of(exercise, "WrongAnswers")!).Cast<object>().Select(wrong => (string)Of(wrong, "Hint")!),
        ]);

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static bool IsIn(TypeDefinition type, string space) =>
        Outermost(type).Namespace.StartsWith(space, StringComparison.Ordinal);

    private static bool IsList(TypeDefinition type) =>
        Outermost(type).Name is ['L', 'e', 's', 's', 'o', 'n', >= '0' and <= '9', >= '0' and <= '9', ..];

    private static bool IsEmpty(MethodDefinition method) =>
        Throws(method) || method.Body.Instructions is [{ OpCode.Code: Code.Ret }];

    private static bool Throws(MethodDefinition method) =>
        method.Body.Instructions is [{ Operand: StrippedLibrary.Message }, _, { OpCode.Code: Code.Throw }];
}
