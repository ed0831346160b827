namespace Course.Tests;

/// <summary>A host that keeps what is displayed, installed until it is disposed.</summary>
internal sealed class Host : IDisposable
{
    internal Host() =>
        AppContext.SetData(Display.HostName, (Action<string, IReadOnlyDictionary<string, string>, bool>)((id, bundle, isUpdate) =>
        Calls.Add((id, bundle, isUpdate))));

    internal List<(string Id, IReadOnlyDictionary<string, string> Bundle, bool IsUpdate)> Calls { get; } = [];

    internal IReadOnlyDictionary<string, string> Last => Calls[^1].Bundle;

    public void Dispose() => AppContext.SetData(Display.HostName, null);
}
