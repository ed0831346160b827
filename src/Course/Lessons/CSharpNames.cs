using System.Reflection;

namespace Course;

/// <summary>Types and signatures as a C# programmer writes them.</summary>
internal static class CSharpNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    internal static string Of(Type type) =>
        type.IsArray ? $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]" : Keywords.GetValueOrDefault(type, type.Name);

    internal static string Signature(MethodInfo method) =>
        $"that takes ({string.Join(", ", method.GetParameters().Select(parameter => Of(parameter.ParameterType)))}) and returns {Of(method.ReturnType)}";
}
