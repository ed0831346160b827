using Course.Notebooks.Documents;

namespace Course.Notebooks.Kernel;

/// <summary>New content for every display of this id, in this cell or an earlier one.</summary>
/// <param name="Id">The id it was displayed with.</param>
/// <param name="Data">What to show instead.</param>
public sealed record DisplayUpdated(string Id, MimeBundle Data) : KernelOutput;
