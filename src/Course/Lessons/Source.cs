using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Course;

/// <summary>Shows the library's own text in a notebook, so that nothing is pasted twice and what is read is what runs.</summary>
public static class Source
{
    /// <summary>The source of a type's method or of all its overloads, with its documentation.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="member">The method, property or constructor: <c>nameof(Perceptron.Learn)</c>, or <c>".ctor"</c>.</param>
    public static SourceText Of<T>(string member) => Of(typeof(T), member);

    /// <summary>The source of a whole type: the file it stands in, below its usings.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public static SourceText Of<T>() => Of(typeof(T));

    /// <inheritdoc cref="Of{T}()"/>
    /// <param name="type">The type; a static class can be named here.</param>
    public static SourceText Of(Type type)
    {
        (string file, _, _) = Locate(type, _ => true).FirstOrDefault();
        return new SourceText(file is null ? throw NotFound(type, null) : SourceFile.Body(SourceFile.Read(type.Assembly, file)));
    }

    /// <inheritdoc cref="Of{T}(string)"/>
    /// <param name="type">The type; a static class can be named here.</param>
    /// <param name="member">The method, property or constructor.</param>
    public static SourceText Of(Type type, string member)
    {
        string[] texts =
        [
            .. Locate(type, method => method.Name == member || method.Name == $"get_{member}" || method.Name == $"set_{member}")
                .OrderBy(place => place.First)
                .Select(place => SourceFile.Member(SourceFile.Read(type.Assembly, place.File), place.First, place.Last, Margin(type)))
                .Distinct(),
        ];
        return texts.Length > 0 ? new SourceText(string.Join("\n\n", texts)) : throw NotFound(type, member);
    }

    /// <summary>File, first and last line of the code of each method that is asked for, read from the symbol file.</summary>
    private static IEnumerable<(string File, int First, int Last)> Locate(Type type, Func<MethodBase, bool> wanted)
    {
        MetadataReaderProvider? symbols = SourceFile.Symbols(type.Assembly);
        if (symbols is null) yield break;
        using (symbols)
        {
            MetadataReader reader = symbols.GetMetadataReader();
            const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            foreach (MethodBase method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)).Where(wanted))
            {
                // An iterator's or an async method's code stands in the state machine that the compiler made of it.
                Type? machine = method.GetCustomAttribute<System.Runtime.CompilerServices.StateMachineAttribute>()?.StateMachineType;
                MethodBase body = machine?.GetMethod("MoveNext", BindingFlags.NonPublic | BindingFlags.Instance) ?? method;
                MethodDebugInformation information = reader.GetMethodDebugInformation(MetadataTokens.MethodDebugInformationHandle(body.MetadataToken & 0xffffff));
                SequencePoint[] points = [.. information.GetSequencePoints().Where(point => !point.IsHidden)];
                if (points.Length == 0) continue;
                yield return (reader.GetString(reader.GetDocument(points[0].Document).Name), points.Min(point => point.StartLine), points.Max(point => point.EndLine));
            }
        }
    }

    /// <summary>How far members of a type are indented: four spaces for every type they stand in.</summary>
    private static int Margin(Type? type)
    {
        int margin = 0;
        for (; type is not null; type = type.DeclaringType) margin += 4;
        return margin;
    }

    private static ArgumentException NotFound(Type type, string? member) => new(
        member is null
            ? $"The source of {type.Name} is not here: Source.Of shows what stands in Course.dll."
            : $"{type.Name} has no method '{member}' whose source is here. It has: {string.Join(", ", type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name).Distinct())}.");
}
