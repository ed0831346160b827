using System.Text.RegularExpressions;
using Course.Jupyter.Specs;

namespace Course.Jupyter.Tests.FrontEnds;

public sealed partial class KernelTestTests
{
    [Fact]
    public async Task Jupyters_own_test_of_kernels_passes()
    {
        await Python.RequireAsync("jupyter_kernel_test");
        using var data = new TemporaryFolder();
        new KernelInstaller(JupyterFolders.Of(name => name == "JUPYTER_DATA_DIR" ? data.Path : null), Repository.Root,
            Repository.Command).Install();

        (int exitCode, string output) =
            await Python.RunAsync([Path.Combine(Repository.Root, "tests", "Course.Jupyter.Tests", "FrontEnds", "kernel_test.py")],
            data.Path);

        Assert.True(exitCode == 0, output);
        // The one that may be skipped is the pager, which the protocol has given up.
        Assert.Matches(Summary(), output);
    }

    [GeneratedRegex(@"Ran 12 tests.*OK \(skipped=1\)", RegexOptions.Singleline)]
    private static partial Regex Summary();
}
