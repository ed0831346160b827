using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Language;

/// <summary>The text of a symbol's documentation comment.</summary>
internal sealed partial record Documentation
{
    // A comment may inherit from one that inherits, but only up to this depth.
    private const int DeepestInheritance = 8;

    internal string Summary { get; init; } = "";

    /// <summary>Parameters, including type parameters, in the order of the comment.</summary>
    internal IReadOnlyList<(string Name, string Text)> Parameters { get; init; } = [];

    internal string Returns { get; init; } = "";

    internal IReadOnlyList<(string Name, string Text)> Exceptions { get; init; } = [];

    /// <summary>Reads the comment of a symbol. If it has none, reads that of the member it overrides or implements.</summary>
    internal static Documentation Of(ISymbol symbol, CancellationToken cancellation)
    {
        if (symbol is IParameterSymbol { ContainingSymbol: { } owner } parameter)
        {
            string? text = Of(owner, cancellation).Parameters.FirstOrDefault(known => known.Name == parameter.Name).Text;
            return new Documentation { Summary = text ?? "" };
        }

        ISymbol? source = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        for (int depth = 0; source is not null && depth < DeepestInheritance; depth++)
        {
            if (Read(source.OriginalDefinition.GetDocumentationCommentXml(cancellationToken: cancellation)) is { } comment
                && comment.Element("inheritdoc") is null)
                return From(comment);
            source = Inherited(source);
        }
        return new Documentation();
    }

    private static Documentation From(XElement comment) => new()
    {
        Summary = Text(comment.Element("summary") ?? comment.Element("value")),
        Parameters = [.. comment.Elements().Where(element => element.Name.LocalName is "param" or "typeparam")
            .Select(element => ((string?)element.Attribute("name") ?? "", Text(element)))],
        Returns = Text(comment.Element("returns")),
        Exceptions = [.. comment.Elements("exception")
            .Select(element => (ShortName((string?)element.Attribute("cref") ?? ""), Text(element)))],
    };

    private static XElement? Read(string? xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
            return null;
        try
        {
            // A comment in a cell may lack the root element that libraries have around it.
            var read = XElement.Parse($"<comment>{xml}</comment>");
            return read.Elements().ToArray() is [{ Name.LocalName: "member" or "doc" } only] ? only : read;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        IEventSymbol { OverriddenEvent: { } overridden } => overridden,
        IMethodSymbol { MethodKind: MethodKind.Constructor } => null,
        INamedTypeSymbol type => type.BaseType ?? type.Interfaces.FirstOrDefault(),
        _ => symbol.ContainingType?.AllInterfaces
            .SelectMany(implemented => implemented.GetMembers(symbol.Name))
            .FirstOrDefault(member =>
                SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)),
    };

    private static string Text(XElement? element)
    {
        if (element is null)
            return "";
        var text = new StringBuilder();
        Write(element, text);
        return string.Join('\n', text.ToString().Split('\n').Select(line => Blanks().Replace(line, " ").Trim())
            .Where(line => line.Length > 0));
    }

    private static void Write(XElement element, StringBuilder text)
    {
        foreach (XNode node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(words.Value.ReplaceLineEndings(" "));
                    break;
                case XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } name:
                    XAttribute? named = name.Attribute("cref") ?? name.Attribute("langword") ?? name.Attribute("name")
                        ?? name.Attribute("href");
                    text.Append(name.IsEmpty ? ShortName(named?.Value ?? "") : name.Value);
                    break;
                case XElement { Name.LocalName: "description", PreviousNode: XElement { Name.LocalName: "term" } } described:
                    text.Append(": ");
                    Write(described, text);
                    break;
                case XElement { Name.LocalName: "para" or "listheader" or "item" or "br" or "code" } block:
                    text.Append(block.Name.LocalName == "item" ? "\n- " : "\n");
                    Write(block, text);
                    text.Append('\n');
                    break;
                case XElement inner:
                    Write(inner, text);
                    break;
            }
        }
    }

    // M:System.Math.Abs(System.Int32) becomes Abs, T:System.Func`2 becomes Func.
    private static string ShortName(string name) =>
        name.Length > 1 && name[1] == ':' ? Arity().Replace(name[2..].Split('(')[0].Split('.')[^1], "") : name;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("`+[0-9]+")]
    private static partial Regex Arity();
}
