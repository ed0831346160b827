using TorchSharp;

namespace Course.Tests;

/// <summary>
/// Counts the tensors that this thread has made and nobody has disposed of: .NET's garbage collector does not feel their weight.
/// </summary>
internal static class LiveTensors
{
    internal static long Count => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;

    /// <summary>Does something twice, since the first time may make what stays for good, and wants no tensor left by the second.</summary>
    internal static void AreGivenBackBy(Action action)
    {
        action();
        long before = Count;
        action();
        Assert.Equal(before, Count);
    }
}
