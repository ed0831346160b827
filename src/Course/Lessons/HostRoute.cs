namespace Course;

/// <summary>The course's own kernel, which leaves a delegate of plain .NET types so that neither knows the other.</summary>
/// <param name="host">Takes the display's id, its texts by mime type, and whether this is an update.</param>
internal sealed class HostRoute(Action<string, IReadOnlyDictionary<string, string>, bool> host) : IDisplayRoute
{
    public bool IsLive => true;

    public Action<object?> Show(object? value)
    {
        string id = Guid.NewGuid().ToString("N");
        host(id, Bundle.Of(value), false);
        return updated => host(id, Bundle.Of(updated), true);
    }
}
