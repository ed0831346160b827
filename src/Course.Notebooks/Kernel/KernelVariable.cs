namespace Course.Notebooks.Kernel;

/// <summary>A variable that a cell declared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="Value">Its value now.</param>
public sealed record KernelVariable(string Name, Type Type, object? Value);
