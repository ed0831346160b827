using System.Text.RegularExpressions;

namespace Course;

/// <summary>A declaration in a source file, found by its braces and semicolons: a namespace, a type, a member, or the whole file.</summary>
internal sealed partial class SourceDeclaration
{
    private readonly string source;
    private readonly string outline;
    private readonly int first;
    private readonly int start;
    private readonly int end;

    /// <summary>The file as a whole.</summary>
    internal SourceDeclaration(string source)
        : this(source, SourceScanner.Blank(source), first: 0, start: 0, end: source.Length)
    {
    }

    private SourceDeclaration(string source, string outline, int first, int start, int end)
    {
        (this.source, this.outline, this.first, this.start, this.end) = (source, outline, first, start, end);
        Header = first == 0 && start == 0 && end == source.Length ? "" : HeaderOf(outline[start..end]);
    }

    /// <summary>
    /// The declared name: <c>Learn</c> for a method or a property, the type's name for a constructor, <c>this</c> for an indexer,
    /// <c>operator +</c> for an operator.
    /// </summary>
    internal string Name => Keyword == "namespace" ? Header["namespace".Length..].Trim() : NameOf(Header);

    /// <summary>The number of a type's type parameters.</summary>
    internal int Arity => TypeParameters().Match(Header) is { Success: true } match && match.Groups[1].Success
        ? match.Groups[1].Value.Split(',').Length : 0;

    /// <summary>The keyword that makes it a type or a namespace; empty for another member.</summary>
    internal string Keyword => KindWord().Match(WithoutParameters(Header)).Value;

    internal bool IsType => Keyword is not ("" or "namespace");

    private string Header { get; }

    /// <summary>The declarations inside, including the members of namespaces with a block.</summary>
    internal IReadOnlyList<SourceDeclaration> Members()
    {
        int open = Header.Length == 0 ? -1 : outline.IndexOf('{', AfterAttributes(), this.end - AfterAttributes());
        int i = Header.Length == 0 ? 0 : open + 1;
        int close = Header.Length == 0 ? this.end : open < 0 ? 0 : this.end - 1;
        var members = new List<SourceDeclaration>();
        int before = i;
        while (true)
        {
            while (i < close && (char.IsWhiteSpace(outline[i]) || outline[i] == '}')) i++;
            if (i >= close) return members;

            int end = EndOfMember(i, close);
            var member = new SourceDeclaration(source, outline, before, i, end);
            members.Add(member);
            if (member.Keyword == "namespace") members.AddRange(member.Members());
            i = before = end;
        }
    }

    /// <summary>The declaration with its documentation and attributes, moved to the left margin.</summary>
    internal string Text()
    {
        int line = LineStart(start);
        int margin = start - line;
        while (line > first && LineStart(line - 1) is var above && above >= first && !source.AsSpan(above, line - above).IsWhiteSpace()
            && !IsDirective(above)) line = above;
        return string.Join('\n', source[line..end].Split('\n')
            .Select(text => text[Math.Min(margin, text.Length - text.TrimStart().Length)..].TrimEnd()));
    }

    private int AfterAttributes()
    {
        int i = start;
        while (i < end && (outline[i] == '[' || char.IsWhiteSpace(outline[i]))) i = outline[i] == '[' ? Closing(i, end) + 1 : i + 1;
        return i;
    }

    private bool IsDirective(int line) => source.AsSpan(line).TrimStart().StartsWith("#");

    private int LineStart(int i) => i == 0 ? 0 : source.LastIndexOf('\n', i - 1) + 1;

    /// <summary>A member ends with its block. It ends with a semicolon if it has no block, or if something is assigned.</summary>
    private int EndOfMember(int i, int close)
    {
        bool assigned = false;
        for (int start = i; i < close; i++)
        {
            switch (outline[i])
            {
                case ';':
                    return i + 1;
                case '=' when !OperatorWord().IsMatch(outline[start..i]) || outline[start..i].Contains('(', StringComparison.Ordinal):
                    assigned = true;
                    break;
                case '(' or '[' or '{':
                    bool block = outline[i] == '{';
                    i = Closing(i, close);
                    int next = i + 1;
                    while (next < close && char.IsWhiteSpace(outline[next])) next++;
                    if (block && !assigned && !(next < close && outline[next] == '=')) return i + 1;
                    break;
                default:
                    break;
            }
        }

        return close;
    }

    private int Closing(int open, int close)
    {
        int depth = 0;
        for (int i = open; i < close; i++)
        {
            depth += outline[i] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            if (depth == 0) return i;
        }

        return close - 1;
    }

    /// <summary>The signature alone: no attributes, body, value, base types or constraints.</summary>
    private static string HeaderOf(string outline)
    {
        string text = outline.TrimStart();
        while (text.StartsWith('[')) text = text[(Match(text, 0) + 1)..].TrimStart();

        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            bool ends = text[i] is '{' or ';' || (text[i] is '=' or ':' && !OperatorWord().IsMatch(text[..i]))
                || (text[i] == 'w' && Constraint().IsMatch(text[Math.Max(0, i - 1)..Math.Min(text.Length, i + 6)]));
            if (depth == 0 && ends) return text[..i].Trim();
        }

        return text.Trim();
    }

    private static int Match(string text, int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            depth += text[i] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (depth == 0) return i;
        }

        return text.Length - 1;
    }

    /// <summary>The last word before the parameters; the tuple in a return type is not a parameter list.</summary>
    private static string NameOf(string header)
    {
        Match overloaded = Overloaded().Match(header);
        return overloaded.Success
            ? $"operator {overloaded.Groups[1].Value}"
            : LastWord().Match(WithoutParameters(header)).Groups[1].Value;
    }

    private static string WithoutParameters(string header)
    {
        if (!header.EndsWith(')') && !header.EndsWith(']')) return header;
        int depth = 0;
        for (int i = header.Length - 1; i >= 0; i--)
        {
            depth += header[i] switch { ')' or ']' => 1, '(' or '[' => -1, _ => 0 };
            if (depth == 0) return header[..i].TrimEnd();
        }

        return header;
    }

    [GeneratedRegex(@"\b(?:namespace|class|struct|interface|enum|record|delegate)\b(?=\s+[\w.]+)")]
    private static partial Regex KindWord();

    [GeneratedRegex(@"\b(?:class|struct|interface|record|delegate)\s+(?:struct\s+|class\s+)?\w+\s*(?:<([^>]*)>)?")]
    private static partial Regex TypeParameters();

    [GeneratedRegex(@"(\w+)\s*(?:<[\w\s,]*>)?$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"\boperator\b")]
    private static partial Regex OperatorWord();

    [GeneratedRegex(@"\boperator\s*([^\s(]+)")]
    private static partial Regex Overloaded();

    [GeneratedRegex(@"^\swhere\s")]
    private static partial Regex Constraint();
}
