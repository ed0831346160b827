using System.Reflection;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace Course.Hub.Streaming;

/// <summary>
/// Writes rows as columns of Apache Arrow and reads them back. A row is a record (or an anonymous type), whose properties become columns,
/// or a single value, which becomes the column <c>value</c>.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed class ArrowRows<T>
{
    private readonly (string Name, Func<T, object?> Get, ArrowKind Kind)[] columns;
    private readonly Func<object?[], T> make;

    /// <exception cref="NotSupportedException">A row cannot be written as columns; the message says why.</exception>
    internal ArrowRows()
    {
        if (ArrowKind.Of(typeof(T)) is { } alone)
        {
            columns = [("value", row => row, alone)];
            make = values => (T)values[0]!;
            return;
        }

        PropertyInfo[] properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
        // The constructor of a record: each of its parameters is a property.
        ConstructorInfo constructor = typeof(T).GetConstructors().FirstOrDefault(candidate =>
            candidate.GetParameters() is { Length: > 0 } all && all.All(parameter => PropertyOf(parameter) is not null))
            ?? throw new NotSupportedException($"{typeof(T).Name} is no record, so its rows cannot be kept in an Arrow file.");
        columns = [.. constructor.GetParameters().Select(parameter => (parameter.Name!, Getter(PropertyOf(parameter)!),
            ArrowKind.Of(parameter.ParameterType) ?? throw new NotSupportedException(
                $"{typeof(T).Name}.{parameter.Name} is of type {parameter.ParameterType.Name}, which an Arrow file here does not hold.")))];
        var invoker = ConstructorInvoker.Create(constructor);
        make = values => (T)invoker.Invoke(values.AsSpan())!;

        PropertyInfo? PropertyOf(ParameterInfo parameter) => properties.FirstOrDefault(property =>
            property.Name == parameter.Name && property.PropertyType == parameter.ParameterType);
    }

    /// <summary>The columns' names and types, and whose rows they are.</summary>
    /// <param name="fingerprint">The fingerprint, kept where Datasets keeps its own.</param>
    internal Schema Schema(string fingerprint) => new(
        columns.Select(column => new Field(column.Name, column.Kind.Type, nullable: false)),
        new Dictionary<string, string> { ["huggingface"] = $"{{\"fingerprint\": \"{fingerprint}\"}}" });

    /// <summary>The bytes that a file with that schema begins with.</summary>
    internal static byte[] Beginning(Schema schema)
    {
        using var bytes = new MemoryStream();
        using (var writer = new ArrowStreamWriter(bytes, schema, leaveOpen: true)) writer.WriteStart();
        return bytes.ToArray();
    }

    /// <summary>Makes a batch of rows.</summary>
    /// <exception cref="ArgumentException">A value is null.</exception>
    internal RecordBatch Write(Schema schema, IReadOnlyList<T> rows) =>
        new(schema, columns.Select(column => column.Kind.Write(rows.Select(row => column.Get(row)
            ?? throw new ArgumentException($"A row without {column.Name} cannot be kept in an Arrow file: {row}")))), rows.Count);

    /// <summary>The rows of a batch.</summary>
    internal IEnumerable<T> Read(RecordBatch batch)
    {
        IArrowArray[] arrays = [.. columns.Select((_, i) => batch.Column(i))];
        var values = new object?[columns.Length];
        for (int row = 0; row < batch.Length; row++)
        {
            for (int i = 0; i < values.Length; i++) values[i] = columns[i].Kind.Read(arrays[i], row);
            yield return make(values);
        }
    }

    private static Func<T, object?> Getter(PropertyInfo property) => row => property.GetValue(row);
}

/// <summary>A type of values that the file holds.</summary>
/// <param name="Type">The type's name in Arrow.</param>
/// <param name="Write">Makes a column of values.</param>
/// <param name="Read">A column's value at a row.</param>
internal sealed record ArrowKind(IArrowType Type, Func<IEnumerable<object>, IArrowArray> Write, Func<IArrowArray, int, object> Read)
{
    private static readonly Dictionary<Type, ArrowKind> kinds = new()
    {
        [typeof(string)] = new(StringType.Default,
            values => new StringArray.Builder().AppendRange(values.Cast<string>()).Build(),
            // Not GetString: it trusts the offsets that the file gives, and would read beyond the buffer.
            (array, i) => Encoding.UTF8.GetString(((StringArray)array).GetBytes(i))),
        [typeof(bool)] = new(BooleanType.Default,
            values => new BooleanArray.Builder().AppendRange(values.Cast<bool>()).Build(),
            (array, i) => ((BooleanArray)array).GetValue(i)!.Value),
        [typeof(int)] = Number<int>(Int32Type.Default, values => new Int32Array.Builder().AppendRange(values).Build()),
        [typeof(long)] = Number<long>(Int64Type.Default, values => new Int64Array.Builder().AppendRange(values).Build()),
        [typeof(float)] = Number<float>(FloatType.Default, values => new FloatArray.Builder().AppendRange(values).Build()),
        [typeof(double)] = Number<double>(DoubleType.Default, values => new DoubleArray.Builder().AppendRange(values).Build()),
        [typeof(float[])] = List<float>(FloatType.Default, (numbers, list) => ((FloatArray.Builder)numbers).Append(list.AsSpan())),
        [typeof(int[])] = List<int>(Int32Type.Default, (numbers, list) => ((Int32Array.Builder)numbers).Append(list.AsSpan())),
    };

    /// <summary>How values of that type are kept; null if they are not.</summary>
    internal static ArrowKind? Of(Type type) => kinds.GetValueOrDefault(type);

    private static ArrowKind Number<T>(IArrowType type, Func<IEnumerable<T>, IArrowArray> write)
        where T : struct, IEquatable<T> =>
        new(type, values => write(values.Cast<T>()), (array, i) => ((PrimitiveArray<T>)array).GetValue(i)!.Value);

    private static ArrowKind List<T>(IArrowType item, Action<IArrowArrayBuilder<IArrowArray>, T[]> append)
        where T : struct, IEquatable<T>
    {
        return new(new ListType(item), Write, (array, i) => ((PrimitiveArray<T>)((ListArray)array).GetSlicedValues(i)).Values.ToArray());

        ListArray Write(IEnumerable<object> values)
        {
            var lists = new ListArray.Builder(item);
            foreach (T[] list in values.Cast<T[]>())
            {
                lists.Append();
                append(lists.ValueBuilder, list);
            }

            return lists.Build();
        }
    }
}
