namespace Course;

/// <summary>Shows the library's own source in a notebook, so no code is pasted twice, and the code shown is the code that runs.</summary>
public static class Source
{
    /// <summary>The source of a type's member, wrapped and without its XML documentation; all overloads if there are several.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="member">A method, property, field or nested type: <c>nameof(Perceptron.Learn)</c>; for a constructor the type's own
    /// name, or <c>.ctor</c>.</param>
    /// <exception cref="ArgumentException">The type has no such member; the message names the closest.</exception>
    /// <exception cref="InvalidOperationException">The type's library contains no sources.</exception>
    public static SourceText Of<T>(string member) => Of(typeof(T), member);

    /// <summary>The source of a whole type, wrapped and without its XML documentation.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="InvalidOperationException">The type's library contains no sources.</exception>
    public static SourceText Of<T>() => Of(typeof(T));

    /// <inheritdoc cref="Of{T}()"/>
    /// <param name="type">The type; use this overload for a static class.</param>
    public static SourceText Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Join(Declarations(type));
    }

    /// <inheritdoc cref="Of{T}(string)"/>
    /// <param name="type">The type; use this overload for a static class.</param>
    /// <param name="member">A method, property, field or nested type: <c>nameof(Perceptron.Learn)</c>; for a constructor the type's own
    /// name, or <c>.ctor</c>.</param>
    public static SourceText Of(Type type, string member)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentException.ThrowIfNullOrWhiteSpace(member);

        SourceDeclaration[] members = [.. Declarations(type).SelectMany(declaration => declaration.Members())];
        string name = member switch { ".ctor" => Plain(type), "Item" => "this", _ => member };
        SourceDeclaration[] found = [.. members.Where(declaration => declaration.Name == name)];
        return found.Length > 0
            ? Join(found)
            : throw new ArgumentException(DidYouMean.For($"member of {Plain(type)}", member, members.Select(declaration => declaration.Name)
                .Distinct()));
    }

    private static SourceText Join(IEnumerable<SourceDeclaration> declarations) =>
        new(SourceLines.Wrap(string.Join("\n\n", declarations.Select(declaration => WithoutDocumentation(declaration.Text())))));

    // The lesson's text says what a member is for; its documentation is for editors.
    private static string WithoutDocumentation(string code) =>
        string.Join('\n', code.Split('\n').Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)));

    /// <summary>The type's declarations; a partial type has several.</summary>
    private static SourceDeclaration[] Declarations(Type type)
    {
        Type definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        SourceDeclaration[] found = [.. EmbeddedSources.Of(type.Assembly)
            .Where(text => text.Contains(Plain(definition), StringComparison.Ordinal))
            .SelectMany(text => Find(new SourceDeclaration(text).Members(), definition))];
        return found.Length > 0
            ? found : throw new InvalidOperationException(
            $"The source of {Plain(type)} is not in {type.Assembly.GetName().Name}'s symbols.");
    }

    /// <summary>The type's declarations among these members of a file: in its namespace, inside the types that contain it.</summary>
    private static IEnumerable<SourceDeclaration> Find(IReadOnlyList<SourceDeclaration> file, Type type)
    {
        IEnumerable<SourceDeclaration> around = type.DeclaringType is { } outer
            ? Find(file, outer).SelectMany(declaration => declaration.Members())
            : file.Any(member => member.Keyword == "namespace" && member.Name == type.Namespace) ? file : [];
        int arity = type.GetGenericArguments().Length - (type.DeclaringType?.GetGenericArguments().Length ?? 0);
        return around.Where(member => member.IsType && member.Name == Plain(type) && member.Arity == arity);
    }

    private static string Plain(Type type) => type.Name.Split('`')[0];
}
