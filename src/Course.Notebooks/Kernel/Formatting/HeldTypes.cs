using System.Collections.Concurrent;
using System.Reflection;

namespace Course.Notebooks.Kernel.Formatting;

/// <summary>Finds the types that values of a type may hold, by what their members are declared as.</summary>
internal static class HeldTypes
{
    private static readonly ConcurrentDictionary<Type, bool> visited = [];

    /// <summary>Visits a type and those that it holds, each once in this process.</summary>
    internal static void Visit(Type type, Action<Type> action)
    {
        var waiting = new Queue<Type>([type]);
        while (waiting.TryDequeue(out Type? next))
        {
            if (next.IsPointer || next.IsByRefLike || !visited.TryAdd(next, true))
                continue;
            action(next);
            foreach (Type held in Of(next))
                waiting.Enqueue(held);
        }
    }

    private static IEnumerable<Type> Of(Type type)
    {
        if (type.IsArray)
            return [type.GetElementType()!];
        IEnumerable<Type> arguments = type.IsGenericType ? type.GetGenericArguments() : [];
        // What libraries declare has formatters, or needs none.
        return IsFromCell(type)
            ? arguments.Concat(type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => property.PropertyType))
                .Concat(type.GetFields(BindingFlags.Instance | BindingFlags.Public).Select(field => field.FieldType))
            : arguments;
    }

    private static bool IsFromCell(Type type) => type.Assembly.Location.Length == 0;
}
