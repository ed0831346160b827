using System.Threading.Channels;
using Course.Notebooks.Documents;
using Course.Notebooks.Kernel;
using Course.Notebooks.Protocol;
using Course.Notebooks.Runner;
using Course.Notebooks.Worker;

namespace Course.Notebooks.Tests.Runner;

/// <summary>What a worker sends is bounded on this side too, because a cell can write to the worker's pipe itself.</summary>
public class EventQueueTests
{
    private static readonly WorkerEvent happened = new WorkerEvent.Started(1);

    [Theory]
    [InlineData(60, 1)]
    [InlineData(1, 64)]
    [InlineData(1000, 1)]
    public async Task A_worker_that_sends_faster_than_it_is_read_waits(int length, int most)
    {
        var queue = new EventQueue(100);
        for (int i = 0; i < most; i++)
            Assert.True(queue.Write(happened, length));

        Task<bool> one = Task.Run(() => queue.Write(happened, length), TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(one.IsCompleted);

        await queue.ReadAsync(TestContext.Current.CancellationToken);
        Assert.True(await one);
    }

    [Fact]
    public async Task A_worker_that_waits_is_told_that_nobody_reads_any_more()
    {
        var queue = new EventQueue(100);
        queue.Write(happened, 100);
        Task<bool> one = Task.Run(() => queue.Write(happened, 100), TestContext.Current.CancellationToken);

        queue.Complete(new InvalidDataException("why"));

        Assert.False(await one);
        Assert.Same(happened, queue.TryRead());
        ChannelClosedException thrown =
            await Assert.ThrowsAsync<ChannelClosedException>(async () => await queue.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal("why", thrown.InnerException?.Message);
    }

    [Fact]
    public void The_runner_takes_what_the_kernel_lets_through_and_not_much_more()
    {
        var limits = new KernelOptions { TextLimit = 1000, DisplayLimit = 100_000, DisplayCountLimit = 10 };
        var budget = new OutputBudget(limits);

        Assert.True(budget.Allows(new StreamWritten("stdout", new string('x', 1000 - 6))));
        for (int i = 0; i < 9; i++)
            Assert.True(budget.Allows(Shown(11_000)));
        Assert.False(budget.Allows(Shown(11_000)));
        budget.Turn();
        Assert.True(budget.Allows(Shown(11_000)));
    }

    [Fact]
    public void Things_without_content_do_not_add_up_without_end()
    {
        var budget = new OutputBudget(new KernelOptions { TextLimit = 0, DisplayLimit = 0, DisplayCountLimit = 100 });

        Assert.Equal(100, Enumerable.Range(0, 1000).Count(_ => budget.Allows(Shown(0))));
    }

    private static Displayed Shown(int length)
    {
        var data = new MimeBundle();
        data.Add("text/plain", new string('x', length));
        return new Displayed(null, data);
    }
}
