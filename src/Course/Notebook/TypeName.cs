using System.Reflection;

namespace Course;

/// <summary>Formats types and signatures as C# writes them.</summary>
internal static class TypeName
{
    private static readonly Dictionary<Type, string> keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
    };

    /// <summary><c>double[][]</c>, <c>int[,]</c>, <c>List&lt;int&gt;</c>, <c>int?</c>.</summary>
    internal static string Of(Type type)
    {
        if (keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return OfArray(type);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
            : type.Name;
    }

    /// <summary><c>double[] Learn(double[] w, double[] x, int t, double eta)</c>.</summary>
    internal static string OfSignature(string name, Type result, IEnumerable<(Type Type, string? Name)> parameters) =>
        $"{Of(result)} {name}({string.Join(", ", parameters.Select(parameter => $"{Of(parameter.Type)} {parameter.Name}".TrimEnd()))})";

    /// <summary>
    /// The name that the learner gave her method. The compiler mangles the names of lambdas and of local functions, which all methods in a
    /// notebook are.
    /// </summary>
    internal static string OfMethod(MethodInfo method)
    {
        string name = method.Name;
        int local = name.IndexOf("g__", StringComparison.Ordinal);
        if (name.StartsWith('<') && local >= 0)
        {
            string rest = name[(local + "g__".Length)..];
            int end = rest.IndexOf('|', StringComparison.Ordinal);
            return end > 0 ? rest[..end] : rest;
        }

        return name.Contains('<', StringComparison.Ordinal) ? "Answer" : name;
    }

    /// <summary>C# writes the ranks of a jagged array from the outside in.</summary>
    private static string OfArray(Type type)
    {
        string ranks = "";
        Type element = type;
        while (element.IsArray)
        {
            ranks += $"[{new string(',', element.GetArrayRank() - 1)}]";
            element = element.GetElementType()!;
        }

        return Of(element) + ranks;
    }
}
