using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Course.Grading.Sandboxes;

/// <summary>
/// The course's library as a process gets it that calls answers: whatever could answer an exercise throws. Only the display helpers, the
/// data, the pictures, the exercises' own texts, and what an exercise allows by name keep their bodies. So no trick finds anything to call.
/// </summary>
internal sealed partial class StrippedLibrary
{
    /// <summary>What a method says whose body was taken out.</summary>
    public const string Message = "The course's machines are not there while an answer is graded.";

    private const string Library = "Course";
    private static readonly string[] kept = ["Course.Data", "Course.Plots"];

    private readonly ModuleDefinition module;

    private StrippedLibrary(ModuleDefinition module) => this.module = module;

    /// <summary>Writes the stripped library.</summary>
    /// <param name="library">The whole library.</param>
    /// <param name="to">The file to write.</param>
    /// <param name="allowed">The members that keep their bodies, as <c>Course.McCullochPitts.BooleanFunction.InputsOf</c>.</param>
    public static void Write(string library, string to, IReadOnlyCollection<string> allowed)
    {
        // The size of an enumeration's constant is known only where the enumeration is.
        using var besides = new DefaultAssemblyResolver();
        besides.AddSearchDirectory(Path.GetDirectoryName(library));
        besides.AddSearchDirectory(RuntimeEnvironment.GetRuntimeDirectory());
        using ModuleDefinition module = ModuleDefinition.ReadModule(library,
            new ReaderParameters { InMemory = true, AssemblyResolver = besides });
        new StrippedLibrary(module).Strip(allowed);
        // The precompiled code of the whole library is left out, so the file is plain again.
        module.Attributes = ModuleAttributes.ILOnly;
        module.Architecture = TargetArchitecture.I386;
        module.Write(to);
    }

    private void Strip(IReadOnlyCollection<string> allowed)
    {
        MethodDefinition[] machines =
            [.. module.GetTypes().Where(IsMachine).SelectMany(type => type.Methods).Where(method => method.HasBody)];
        HashSet<MethodDefinition> needed = [.. machines.Where(method => IsVisibleHalf(method.DeclaringType))];
        needed.ExceptWith(needed.Where(IsRegistration).SelectMany(HandedOnBy).ToArray());
        needed.UnionWith(WithAllThatTheyUse(machines.Where(method => allowed.Contains(NameOf(method)))));
        foreach (MethodDefinition method in machines.Except(needed))
            Empty(method);
    }

    /// <summary>Everything in a lesson's folder or in Nn.</summary>
    private static bool IsMachine(TypeDefinition type)
    {
        string space = Outermost(type).Namespace;
        return space.StartsWith(Library + ".", StringComparison.Ordinal) && !kept.Any(name => space == name
            || space.StartsWith(name + ".", StringComparison.Ordinal));
    }

    /// <summary>A lesson's lists of exercises, claims and long runs, which the table of contents reads.</summary>
    private static bool IsVisibleHalf(TypeDefinition type) => VisibleHalf().IsMatch(Outermost(type).Name);

    private static bool IsRegistration(MethodDefinition method) => method is { IsConstructor: true, IsStatic: true };

    /// <summary>A function that a list only hands on judges results or is a long run: that might answer.</summary>
    private static IEnumerable<MethodDefinition> HandedOnBy(MethodDefinition method) =>
        from use in method.Body.Instructions
        where use.OpCode.Code == Code.Ldftn
        let used = UsedBy(use)
        where used is not null
        select used;

    private static TypeDefinition Outermost(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }

    private static string NameOf(MethodDefinition method)
    {
        string name = method.IsGetter || method.IsSetter ? method.Name[4..] : method.Name;
        return $"{method.DeclaringType.FullName.Replace('/', '.')}.{name}";
    }

    private static HashSet<MethodDefinition> WithAllThatTheyUse(IEnumerable<MethodDefinition> methods)
    {
        var all = new HashSet<MethodDefinition>();
        var waiting = new Queue<MethodDefinition>(methods);
        while (waiting.TryDequeue(out MethodDefinition? method))
        {
            if (!method.HasBody || !all.Add(method))
                continue;
            foreach (MethodDefinition used in method.Body.Instructions.Select(UsedBy).OfType<MethodDefinition>())
                waiting.Enqueue(used);
        }

        return all;
    }

    /// <summary>The library's own method that an instruction calls or hands on; for a field, what initializes its type.</summary>
    private static MethodDefinition? UsedBy(Instruction use) => use.Operand switch
    {
        MethodReference called when called.DeclaringType.GetElementType() is TypeDefinition => called.Resolve(),
        FieldReference { DeclaringType: var type } when type.GetElementType() is TypeDefinition holder =>
            holder.Methods.FirstOrDefault(method => method is { IsConstructor: true, IsStatic: true }),
        _ => null,
    };

    private void Empty(MethodDefinition method)
    {
        method.Body = new MethodBody(method);
        ILProcessor code = method.Body.GetILProcessor();
        // A type whose initializer or finalizer throws would end a process that only mentions it.
        if (method is { IsConstructor: true, IsStatic: true } or { Name: "Finalize", IsVirtual: true, Parameters.Count: 0 })
        {
            code.Emit(OpCodes.Ret);
            return;
        }

        code.Emit(OpCodes.Ldstr, Message);
        code.Emit(OpCodes.Newobj, NotSupported());
        code.Emit(OpCodes.Throw);
    }

    private MethodReference NotSupported()
    {
        var type = new TypeReference("System", nameof(NotSupportedException), module, module.TypeSystem.CoreLibrary);
        return new MethodReference(".ctor", module.TypeSystem.Void, type)
        {
            HasThis = true,
            Parameters = { new ParameterDefinition(module.TypeSystem.String) },
        };
    }

    [GeneratedRegex(@"^Lesson\d\d(Exercises|(LongRun)?Claims|LongRuns)$")]
    private static partial Regex VisibleHalf();
}
