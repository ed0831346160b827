using System.Collections.Immutable;
using Course.Notebooks.Kernel.Compiler;
using Course.Notebooks.Kernel.References;

namespace Course.Notebooks.Kernel;

/// <summary>What the cells of a kernel have left behind at one moment.</summary>
/// <param name="Cells">The code that has been started; each later snapshot's list begins with this one's.</param>
/// <param name="References">The assemblies that a cell may use. A copy: more may be added to it.</param>
internal sealed record KernelSnapshot(ImmutableList<SubmittedCode> Cells, ReferenceSet References);
