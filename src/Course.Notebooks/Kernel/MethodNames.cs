using System.Reflection;
using System.Text.RegularExpressions;
using Course.Notebooks.Kernel.Compiler;

namespace Course.Notebooks.Kernel;

/// <summary>Names methods as their author wrote them, without the compiler's renaming.</summary>
internal static partial class MethodNames
{
    private static readonly Dictionary<Type, string> keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
    };

    internal static string Describe(MethodBase method)
    {
        string type = TypeName(method.DeclaringType);
        string name = method.Name;
        string parameters = $"({string.Join(", ", method.GetParameters().Select(parameter => ShortName(parameter.ParameterType)))})";

        // An async method or an iterator is compiled into a class named after it, with one method.
        if (name == "MoveNext" && Generated().Match(method.DeclaringType?.Name ?? "") is { Success: true } state)
            (type, name, parameters) = (TypeName(method.DeclaringType!.DeclaringType), state.Groups["name"].Value, "(…)");
        else if (Generated().Match(name) is { Success: true } nested)
            name = nested.Groups["local"] is { Success: true } local ? local.Value : $"a lambda in {nested.Groups["name"].Value}";

        if (name.Contains("<Initialize>", StringComparison.Ordinal))
            return name.StartsWith("a lambda", StringComparison.Ordinal) ? "a lambda" : "the cell";
        return type.Length == 0 ? name + parameters : $"{type}.{name}{parameters}";
    }

    /// <summary>A type as C# writes it, without its namespace.</summary>
    internal static string ShortName(Type type)
    {
        if (type.IsArray)
            return $"{ShortName(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsGenericType)
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(ShortName))}>";
        return keywords.GetValueOrDefault(type, type.Name);
    }

    // A submission's class contains the cell's own methods; its author knows no name for it.
    private static string TypeName(Type? type)
    {
        if (type is null or { Name: SubmissionChain.ScriptClass, Namespace: null, IsNested: false })
            return "";
        if (type.Name.StartsWith('<'))
            return TypeName(type.DeclaringType);
        string outer = type.IsNested ? TypeName(type.DeclaringType) : type.Namespace ?? "";
        string name = type.Name.Split('`')[0];
        return outer.Length == 0 ? name : $"{outer}.{name}";
    }

    [GeneratedRegex(@"^<(?<name><?[^>]*>?)>(g__(?<local>[^|]+)\||[a-z]__|d__)")]
    private static partial Regex Generated();
}
