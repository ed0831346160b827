using Course.Notebooks.Documents;

namespace Course.Notebooks.Kernel;

/// <summary>A new display.</summary>
/// <param name="Id">The name by which it may be updated; null where it never will be.</param>
/// <param name="Data">What to show.</param>
public sealed record Displayed(string? Id, MimeBundle Data) : KernelOutput;
