using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Language;

/// <summary>A symbol's declaration in readable form.</summary>
/// <param name="Text">One line of C#.</param>
/// <param name="MarkStart">The position at which the current parameter's name begins.</param>
/// <param name="MarkLength">Its length; 0 if there is no current parameter.</param>
internal sealed record SignatureText(string Text, int MarkStart = 0, int MarkLength = 0)
{
    private const SymbolDisplayMemberOptions Member =
        SymbolDisplayMemberOptions.IncludeType
        | SymbolDisplayMemberOptions.IncludeParameters
        | SymbolDisplayMemberOptions.IncludeRef
        | SymbolDisplayMemberOptions.IncludeConstantValue;

    private static readonly SymbolDisplayFormat ofCells = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: Member,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.Default,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeNamespaceKeyword | SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.CollapseTupleTypes);

    // For the compiler, the declarations of cells are in a class that nobody wrote.
    private static readonly SymbolDisplayFormat ofMembers = ofCells.WithMemberOptions(
        Member | SymbolDisplayMemberOptions.IncludeContainingType);

    private static readonly SymbolDisplayFormat ofTypes = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: ofCells.GenericsOptions | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: ofCells.MemberOptions,
        delegateStyle: ofCells.DelegateStyle,
        parameterOptions: ofCells.ParameterOptions,
        kindOptions: ofCells.KindOptions,
        miscellaneousOptions: ofCells.MiscellaneousOptions);

    /// <param name="symbol">The declared symbol.</param>
    /// <param name="parameter">The index of the parameter to mark, from 0; null for none.</param>
    internal static SignatureText Of(ISymbol symbol, int? parameter = null)
    {
        IParameterSymbol? marked = parameter is { } number ? ParameterAt(symbol, number) : null;
        int at = 0;
        SignatureText signature = new("");
        foreach (SymbolDisplayPart part in symbol.ToDisplayParts(Format(symbol)))
        {
            string text = part.ToString();
            if (marked is not null && part.Kind == SymbolDisplayPartKind.ParameterName
                && SymbolEqualityComparer.Default.Equals(part.Symbol, marked))
                signature = signature with { MarkStart = at, MarkLength = text.Length };
            signature = signature with { Text = signature.Text + text };
            at += text.Length;
        }
        return signature;
    }

    /// <summary>The parameters of a method or an indexer.</summary>
    internal static IReadOnlyList<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    /// <summary>The parameter that receives an argument; a last parameter with <c>params</c> receives all remaining ones.</summary>
    internal static IParameterSymbol? ParameterAt(ISymbol symbol, int number)
    {
        IReadOnlyList<IParameterSymbol> parameters = Parameters(symbol);
        return number < parameters.Count ? parameters[number] : parameters is [.., { IsParams: true } rest] ? rest : null;
    }

    /// <summary>The line and, below it, a line that marks the current parameter.</summary>
    public override string ToString() =>
        MarkLength == 0
            ? Text
            : string.Create(CultureInfo.InvariantCulture, $"{Text}\n{new string(' ', MarkStart)}{new string('^', MarkLength)}");

    private static SymbolDisplayFormat Format(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { ContainingType: null or { IsScriptClass: false } } or INamespaceSymbol => ofTypes,
        { ContainingType.IsScriptClass: true } => ofCells,
        _ => ofMembers,
    };
}
