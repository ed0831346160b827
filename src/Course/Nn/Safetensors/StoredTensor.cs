using static TorchSharp.torch;

namespace Course.Nn.Safetensors;

/// <summary>What the header of a <see cref="SafetensorsFile"/> says of one tensor. Defined in lesson 13.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its numbers.</param>
/// <param name="Shape">Its shape; empty for a single number.</param>
/// <param name="Begin">The first of its bytes, counted from the end of the header.</param>
/// <param name="End">The byte behind its last one.</param>
public sealed record StoredTensor(string Name, ScalarType Type, long[] Shape, long Begin, long End)
{
    /// <summary>The number of its numbers.</summary>
    public long Count => (End - Begin) / StoredTypes.Size(Type);
}

/// <summary>The format's names for types of numbers, as far as torch has the type.</summary>
internal static class StoredTypes
{
    private static readonly (string Name, ScalarType Type, int Size)[] all =
    [
        ("F64", ScalarType.Float64, 8), ("F32", ScalarType.Float32, 4), ("F16", ScalarType.Float16, 2), ("BF16", ScalarType.BFloat16, 2),
        ("I64", ScalarType.Int64, 8), ("I32", ScalarType.Int32, 4), ("I16", ScalarType.Int16, 2), ("I8", ScalarType.Int8, 1),
        ("U8", ScalarType.Byte, 1), ("BOOL", ScalarType.Bool, 1),
    ];

    /// <summary>All names, for an error.</summary>
    internal static string Names => string.Join(", ", all.Select(one => one.Name));

    /// <summary>The type of that name, or null.</summary>
    internal static ScalarType? Find(string? name)
    {
        int place = Array.FindIndex(all, one => one.Name == name);
        return place < 0 ? null : all[place].Type;
    }

    /// <summary>The name of a type, or null.</summary>
    internal static string? Name(ScalarType type) => Array.Find(all, one => one.Type == type).Name;

    /// <summary>The bytes of one number.</summary>
    internal static int Size(ScalarType type) => Array.Find(all, one => one.Type == type).Size;
}
