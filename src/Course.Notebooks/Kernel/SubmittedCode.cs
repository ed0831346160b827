using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Course.Notebooks.Kernels;

/// <summary>A piece of code that has been started, as it was written.</summary>
/// <param name="Code">The code.</param>
/// <param name="References">The assemblies that it was the first to be compiled against.</param>
internal sealed record SubmittedCode(string Code, ImmutableArray<MetadataReference> References);
