using Microsoft.DotNet.Interactive.Formatting;

namespace Course;

/// <summary>
/// The formatters of an <see cref="IMimeRenderable"/>. They are attached to its type by <see cref="TypeFormatterSourceAttribute"/> instead
/// of being registered. So they work in every engine, before any of our code has run, and after a host has called <see
/// cref="Formatter.ResetToDefault"/>.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
internal sealed class MimeFormatter<T> : ITypeFormatterSource
    where T : IMimeRenderable
{
    private static readonly string[] mimeTypes =
        [Mime.Html, Mime.Markdown, Mime.Plain, Mime.Claim, Mime.Check];

    public IEnumerable<ITypeFormatter> CreateTypeFormatters() => mimeTypes.Select(mime => new FaceFormatter(mime));

    private sealed class FaceFormatter(string mimeType) : ITypeFormatter
    {
        public string MimeType => mimeType;

        public Type Type => typeof(T);

        public bool Format(object instance, FormatContext context)
        {
            string? face = (instance as IMimeRenderable)?.Face(mimeType);
            context.Writer.Write(face);
            return face is not null;
        }
    }
}
