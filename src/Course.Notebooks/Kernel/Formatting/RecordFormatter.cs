using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Course.Notebooks.Kernel.Formatting;

/// <summary>
/// Shows records that contain themselves, or that are nested without end. Their own text would never be finished: the compiler writes a
/// record's <c>ToString</c> as that of all its members.
/// </summary>
internal static class RecordFormatter
{
    private const int Deepest = 50;
    private const int Most = 2_000;
    private const int ShownLevels = 3;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]?> members = [];

    /// <summary>Whether a value of this type may be a record with itself, or with any number of its kind, inside.</summary>
    internal static bool MayContainItself(Type type) =>
        MembersOf(type) is not null && !type.IsAssignableTo(typeof(IEnumerable)) && Reaches(type, type, []);

    /// <summary>Registers the formatters of one type of record; values that are bounded are shown as before.</summary>
    internal static void Register(Type type)
    {
        Formatter.Register(type, (value, context) => Write(value, context, PlainTextFormatter.MimeType, text => text),
            PlainTextFormatter.MimeType);
        Formatter.Register(
            type,
            (value, context) => Write(value, context, HtmlFormatter.MimeType,
                text => $"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(text)}</pre></div>"),
            HtmlFormatter.MimeType);
    }

    private static bool Write(object value, FormatContext context, string mimeType, Func<string, string> dressed)
    {
        int left = Most;
        if (IsBounded(value, Deepest, ref left))
        {
            return Formatter.RegisteredFormatters(includeDefaults: true)
                .Where(formatter => formatter.MimeType == mimeType && formatter.Type == typeof(object))
                .Any(formatter => formatter.Format(value, context));
        }
        context.Writer.Write(dressed(Text(value, [])));
        return true;
    }

    private static bool Reaches(Type from, Type to, HashSet<Type> passed) => passed.Add(from) && MembersOf(from)!.Any(member =>
        member.PropertyType is var held && (held == typeof(object) || held.IsAssignableFrom(to)
            || (MembersOf(held) is not null && Reaches(held, to, passed))));

    // Follows the members as the record's own ToString does, only not so far.
    private static bool IsBounded(object record, int depth, ref int left)
    {
        if (depth == 0 || --left < 0)
            return false;
        foreach (PropertyInfo member in MembersOf(record.GetType())!)
        {
            if (Value(member, record) is { } value && MembersOf(value.GetType()) is not null && !IsBounded(value, depth - 1, ref left))
                return false;
        }
        return true;
    }

    private static string Text(object record, object[] around)
    {
        if (around.Any(outer => ReferenceEquals(outer, record)))
            return $"(this {record.GetType().Name} again)";
        if (around.Length == ShownLevels)
            return "...";
        var text = new StringBuilder(record.GetType().Name).Append(" { ");
        string separator = "";
        foreach (PropertyInfo member in MembersOf(record.GetType())!)
        {
            object? value = Value(member, record);
            text.Append(separator).Append(member.Name).Append(" = ")
                .Append(value is not null && MembersOf(value.GetType()) is not null
                    ? Text(value, [.. around, record]) : Convert.ToString(value, CultureInfo.InvariantCulture));
            separator = ", ";
        }
        return text.Append(" }").ToString();
    }

    private static object? Value(PropertyInfo member, object record)
    {
        try
        {
            return member.GetValue(record);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    // What a record prints; null if the type is no record, or has a text that somebody wrote.
    private static PropertyInfo[]? MembersOf(Type type) => members.GetOrAdd(type, static type =>
        !type.IsPrimitive
        && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, [typeof(StringBuilder)])
            is not null
        && type.GetMethod(nameof(ToString), Type.EmptyTypes)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true
            ? [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)]
            : null);
}
