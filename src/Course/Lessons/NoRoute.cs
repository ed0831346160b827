namespace Course;

/// <summary>Where nobody looks: nothing is shown, and so nothing is made into text.</summary>
internal sealed class NoRoute : IDisplayRoute
{
    public static NoRoute Instance { get; } = new();

    public bool IsLive => true;

    public Action<object?> Show(object? value) => _ => { };
}
