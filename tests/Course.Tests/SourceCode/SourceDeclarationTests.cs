namespace Course.Tests;

public class SourceDeclarationTests
{
    private const string Text = """"
        using System;

        namespace Some.Where;

        /// <summary>A { brace in words.</summary>
        [Obsolete("{ a brace in a string")]
        public sealed class Net<T> : IDisposable
            where T : class
        {
            public const string Brace = "}"; // } here too

            private static readonly char[] Braces = ['}', '\'', '{'];

            // Not part of it.

            /// <summary>Two at once.</summary>
            public (int A, int B) Pair(int a = 1) => (a, a switch { 1 => 2, _ => 3 });

            #pragma warning disable X
            public string Say(int x) => $"{{ {(x > 0 ? "}" : $"{x}")} }}" + @"a "" }" + $$"""
                { {{x}} "
                """;

            public int Size { get; set; } = 3;

            public T this[int i] => throw new Exception();

            public static bool operator ==(Net<T> a, Net<T> b) => true;

            public Net(int size) : this() { Size = size; }

            /* } */
            public TOut Map<TOut>(Func<T, TOut> map)
                where TOut : new()
            {
                return new TOut();
            }

            private enum Kind { One, Two }
        }
        """";

    private static SourceDeclaration Net => new SourceDeclaration(Text).Members().Single(member => member.IsType);

    [Fact]
    public void Members_are_told_apart_by_their_names() =>
        Assert.Equal(
            ["Brace", "Braces", "Pair", "Say", "Size", "this", "operator ==", "Net", "Map", "Kind"],
            Net.Members().Select(member => member.Name));

    [Fact]
    public void A_type_is_known_by_name_and_type_parameters() =>
        Assert.Equal(("Net", 1, "class"), (Net.Name, Net.Arity, Net.Keyword));

    [Theory]
    [InlineData("Brace", "public const string Brace = \"}\";")]
    [InlineData("Braces", "private static readonly char[] Braces = ['}', '\\'', '{'];")]
    [InlineData("Pair", "/// <summary>Two at once.</summary>\npublic (int A, int B) Pair(int a = 1) => (a, a switch { 1 => 2, _ => 3 });")]
    [InlineData("Size", "public int Size { get; set; } = 3;")]
    [InlineData("Net", "public Net(int size) : this() { Size = size; }")]
    [InlineData("Map", "/* } */\npublic TOut Map<TOut>(Func<T, TOut> map)\n    where TOut : new()\n{\n    return new TOut();\n}")]
    public void A_member_is_cut_out_whole(string name, string text) =>
        Assert.Equal(text, Net.Members().Single(member => member.Name == name).Text());

    [Fact]
    public void A_string_with_braces_does_not_end_its_member()
    {
        string text = Net.Members().Single(member => member.Name == "Say").Text();

        Assert.StartsWith("public string Say(int x) => ", text);
        Assert.EndsWith("\"\"\";", text);
    }
}
