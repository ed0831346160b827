using System.Reflection;

namespace Course;

/// <summary>One call of an answer: what it returned, or what it threw.</summary>
/// <param name="Got">The result.</param>
/// <param name="Thrown">The exception, or <see langword="null"/>.</param>
internal sealed record CallResult(object? Got, Exception? Thrown)
{
    internal bool IsStub => Thrown is NotImplementedException;

    /// <summary>Calls the answer on copies of the arguments. An interruption is not an answer: it propagates to the caller.</summary>
    internal static CallResult Of(Delegate answer, IReadOnlyList<object?> arguments)
    {
        object?[] copies = [.. arguments.Select(PlainValue.Copy)];
        try
        {
            // Use the delegate's own Invoke: it handles closures, while its Method alone does not.
            object? got = answer.GetType().GetMethod("Invoke")!.Invoke(answer, BindingFlags.DoNotWrapExceptions, null, copies, null);
            return new CallResult(PlainValue.Copy(got), null);
        }
#pragma warning disable CA1031 // Whatever a learner's code throws belongs in its row of the table.
        catch (Exception thrown) when (thrown is not (ThreadInterruptedException or ThreadAbortException or OperationCanceledException))
#pragma warning restore CA1031
        {
            return new CallResult(null, thrown);
        }
    }
}
