using System.Runtime.InteropServices;
using Course.Grading.Marking;
using Course.Grading.Submissions;

namespace Course.Grading.Tests.Hostile;

/// <summary>A grader may be started with files open, by a shell or by another program. Submissions must not get them.</summary>
public sealed class OpenFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("course-class-").FullName;

    [Fact]
    [Trait("Grader", "any user")]
    public async Task A_file_that_the_grader_inherited_is_not_open_in_the_sandbox()
    {
        WarmGrader.SkipWithoutSandbox();
        string secret = Path.Combine(folder, "secret");
        await File.WriteAllTextAsync(secret, "only the grader knows", TestContext.Current.CancellationToken);
        string reader = """
            [System.Runtime.InteropServices.DllImport("libc")] static extern nint pread(int f, byte[] b, nint n, nint at);
            var block = new byte[100];
            for (int f = 3; f < 256; f++)
                if (pread(f, block, 100, 0) > 0 && Encoding.UTF8.GetString(block).Contains("only the " + "grader knows"))
                    throw new Exception("read it");
            """;
        string path = Submitted.WithMajority(Trap.Right).Insert("nand-xor", "System.IO.File.Exists(\"x\");\n" + reader)
            .Save(Path.Combine(folder, "mallory.ipynb"));

        // As a shell opens a file: programs that are started later get it too.
        int descriptor = open(secret, 0);
        try
        {
            Assert.True(descriptor > 2);
            using var grader = new Grader(WarmGrader.Course, WarmGrader.Options);
            SubmissionMark mark = await grader.GradeAsync(new Submission("mallory", path), next: false,
                TestContext.Current.CancellationToken);

            Assert.Equal(1, mark.Earned);
            Assert.DoesNotContain(mark.Remarks, remark => remark.Contains(" fails", StringComparison.Ordinal));
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

#pragma warning disable SYSLIB1054, CA2101 // Two calls that need no generated marshalling; paths are UTF-8 on Unix.
    [DllImport("libc", CharSet = CharSet.Ansi)]
    private static extern int open(string path, int flags);

    [DllImport("libc")]
    private static extern int close(int descriptor);
#pragma warning restore SYSLIB1054, CA2101
}
