using System.Security.Cryptography;
using System.Text;
using Course.Hub;
using Course.Hub.Repositories;
using CsCheck;

namespace Course.Tests.Hub.Repositories;

/// <summary>Names that strangers choose: of repositories, of files, of contents.</summary>
public sealed class NameTests
{
    public static TheoryData<string> BadNames => ["", "a", "a/", "/b", "a/b/c", "../b", "a/..", "./b", "a/.b", "-a/b", "a/b-", "a/b.", "a--b/c", "a..b/c",
        "a/b.git", "a/b.GIT", "a/b.lock", "a/con", "a/NUL.txt", "a/com1", "a b/c", "a/b\n", "a/b\0", "a\\b/c", "C:/b", "a/ü", "a/b%2f", "~/b", "a/" + new string('b', 97),
        "datasets/a", "api/a", "spaces//b", "a/datasets/b"];

    public static TheoryData<string> BadPaths => ["", "/", "/etc/passwd", "..", "../x", "a/../x", "a/..", "./a", "a/./b", "a//b", "a/", "C:/x", "c:x", "a\\b", "..\\x",
        "\\\\server\\x", "a\0b", "a\nb", ".git/config", "a/.GIT/hooks/x", "git~1/x", "a.", "a /b", "a:stream", "a*", "a?", "\"a\"", "<a", "a|b", new string('a', 1_001)];

    [Theory]
    [MemberData(nameof(BadNames))]
    public void A_name_that_could_be_a_path_or_Gits_is_refused_in_one_line(string name) =>
        Assert.DoesNotContain('\n', Assert.Throws<ArgumentException>(() => RepoId.Parse(name)).Message);

    [Theory]
    [InlineData("karpathy/tinyllamas", RepoKind.Model)]
    [InlineData("datasets/roneneldan/TinyStories", RepoKind.Dataset)]
    [InlineData("spaces/a/b", RepoKind.Space)]
    [InlineData("a_b.c-d/E.2_", RepoKind.Model)]
    [InlineData("a/datasets", RepoKind.Model)]
    public void A_good_name_is_read_and_written(string text, RepoKind kind)
    {
        RepoId id = RepoId.Parse(text);

        Assert.Equal(kind, id.Kind);
        Assert.Equal(text, id.ToString());
        Assert.Equal(id, new RepoId(kind, id.Owner, id.Name));
    }

    [Theory]
    [MemberData(nameof(BadPaths))]
    public void A_path_that_could_lead_out_of_its_folder_is_refused_in_one_line(string path)
    {
        Assert.DoesNotContain('\n', Assert.Throws<HubFileException>(() => HubPath.Check(path)).Message);
        Assert.Throws<HubFileException>(() => HubPath.Inside(Path.GetTempPath(), path));
        Assert.Throws<HubFileException>(() => HubChange.Text(path, ""));
    }

    [Fact]
    public void Whatever_path_is_allowed_stays_inside_the_folder()
    {
        string folder = Path.Combine(Path.GetTempPath(), "some", "folder");
        Gen.String[Gen.OneOf(Gen.Char["./\\~: ab"], Gen.Char), 0, 12].Sample(path =>
        {
            try
            {
                string place = Path.GetFullPath(HubPath.Inside(folder, path));
                Assert.StartsWith(folder + Path.DirectorySeparatorChar, place, StringComparison.Ordinal);
            }
            catch (HubFileException)
            {
            }
        }, iter: 20_000, threads: 1);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("onnx/model.onnx")]
    [InlineData("a/b/c/d.e.f")]
    [InlineData(".gitattributes")]
    [InlineData("Größe/数据.json")]
    [InlineData("..a/...b")]
    public void A_good_path_is_taken(string path) => Assert.Equal(path, HubPath.Check(path));

    // The example of git-lfs's own specification.
    [Fact]
    public void A_pointer_is_three_lines()
    {
        const string Example = "version https://git-lfs.github.com/spec/v1\n"
            + "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";

        LfsPointer pointer = LfsPointer.Parse(Encoding.UTF8.GetBytes(Example));

        Assert.Equal(new("4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393", 12345), pointer);
        Assert.Equal(Example, pointer.Write());
        Assert.Equal("4d/7a/4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393", pointer.ObjectPath);
    }

    [Fact]
    public void A_pointer_survives_writing_and_reading() => Gen.Select(Gen.Byte.Array, Gen.Long[0, long.MaxValue]).Sample((content, size) =>
    {
        var pointer = new LfsPointer(Convert.ToHexStringLower(SHA256.HashData(content)), size);
        Assert.Equal(pointer, LfsPointer.Parse(Encoding.UTF8.GetBytes(pointer.Write())));
    }, threads: 1);

    public static TheoryData<string, string> WrongPointers
    {
        get
        {
            string good = new LfsPointer(new string('a', 64), 5).Write(), oid = "oid sha256:" + new string('a', 64);
            return new()
            {
                { "", "its first line" }, { "version https://git-lfs.github.com/spec/v2\n", "its first line" },
                { good.Replace("\n", "\r\n", StringComparison.Ordinal), "its first line" },
                { good.TrimEnd('\n'), "other lines" }, { good + "\n", "other lines" }, { good + "x 1\n", "other lines" },
                { $"{LfsPointer.Version}\nsize 5\n{oid}\n", "its second line" },
                { good.Replace("sha256", "md5", StringComparison.Ordinal), "its second line" },
                { good.Replace("aaaa", "aaa", StringComparison.Ordinal), "its second line" },
                { good.Replace("aaaa", "AAAA", StringComparison.Ordinal), "its second line" },
                { good.Replace("aaaa", "../.", StringComparison.Ordinal), "its second line" },
                { good.Replace("size 5", "size -5", StringComparison.Ordinal), "its third line" },
                { good.Replace("size 5", "size +5", StringComparison.Ordinal), "its third line" },
                { good.Replace("size 5", "size 05", StringComparison.Ordinal), "its third line" },
                { good.Replace("size 5", "size 5.0", StringComparison.Ordinal), "its third line" },
                { good.Replace("size 5", "size 9223372036854775808", StringComparison.Ordinal), "its third line" },
                { good.Replace("size 5", "size 5" + new string('0', 2_000), StringComparison.Ordinal), "fewer than 1024" },
                { good.Replace("size", "sïze", StringComparison.Ordinal), "its third line" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(WrongPointers))]
    public void A_wrong_pointer_is_refused_in_one_line(string text, string fault)
    {
        string message = Assert.Throws<HubFileException>(() => LfsPointer.Parse(Encoding.UTF8.GetBytes(text))).Message;

        Assert.Contains(fault, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_no_pointer() =>
        Assert.Contains("not UTF-8", Assert.Throws<HubFileException>(() => LfsPointer.Parse([.. "version "u8, 0xff, 0xfe])).Message, StringComparison.Ordinal);
}
