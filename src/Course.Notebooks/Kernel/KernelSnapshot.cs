using System.Collections.Immutable;
using Course.Notebooks.Kernel.Compiler;
using Course.Notebooks.Kernel.References;

namespace Course.Notebooks.Kernel;

/// <summary>The state that a kernel's cells have left behind at one moment.</summary>
/// <param name="Cells">The code that has been started; each later snapshot's list begins with this one's.</param>
/// <param name="References">The assemblies that a cell may use. This is a copy, so more can be added to it.</param>
internal sealed record KernelSnapshot(ImmutableList<SubmittedCode> Cells, ReferenceSet References);
