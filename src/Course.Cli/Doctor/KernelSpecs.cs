using System.Globalization;
using Course.Jupyter.Client;
using Course.Jupyter.Specs;
using Course.Notebooks.Lessons;

namespace Course.Cli.Doctor;

/// <summary>Checks the kernels that Jupyter and VS Code find, and has this course's kernel run something.</summary>
internal static class KernelSpecs
{
    private const string Remedy = "`course kernel install`, so that the notebooks open in VS Code and Jupyter";

    public static IEnumerable<Finding> Examine(CourseFolder course)
    {
        IReadOnlyList<KernelSpec> specs = KernelSpec.FindAll(JupyterFolders.Of(Environment.GetEnvironmentVariable));
        foreach (KernelSpec spec in specs)
            yield return spec.Checkout is null
                ? new Finding(FindingState.Works, Subject(spec), $"belongs to {spec.Owner}; in {spec.Folder}") : Try(spec, course);
        if (!specs.Any(spec => spec.Checkout is not null))
            yield return new Finding(FindingState.Note, "kernelspec", "Jupyter and VS Code do not find this course's kernel", Remedy);
    }

    private static Finding Try(KernelSpec spec, CourseFolder course)
    {
        (TimeSpan elapsed, string? failure) = KernelProbe.Try(spec, course.Notebooks);
        if (failure is not null)
            return new Finding(FindingState.Fails, Subject(spec), $"belongs to {spec.Owner}; does not answer: {failure}", Remedy);
        string works = string.Create(CultureInfo.InvariantCulture,
            $"belongs to {spec.Owner}; answers ({elapsed.TotalSeconds:0.0} s with starting it)");
        return spec.Checkout == course.Root
            ? new Finding(FindingState.Works, Subject(spec), works)
            : new Finding(FindingState.Note, Subject(spec), $"{works}, but is another checkout than this", Remedy);
    }

    private static string Subject(KernelSpec spec) => $"kernelspec {spec.Name}";
}
