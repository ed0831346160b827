namespace Course;

/// <summary>One way by which a value reaches the reader's eyes.</summary>
internal interface IDisplayRoute
{
    /// <summary>Whether an update replaces what was shown.</summary>
    bool IsLive { get; }

    /// <summary>Shows the value and returns what updates it.</summary>
    Action<object?> Show(object? value);
}
