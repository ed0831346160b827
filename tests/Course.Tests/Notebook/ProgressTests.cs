namespace Course.Tests;

[Collection(OneHost.Name)]
public class ProgressTests
{
    [Fact]
    public void A_thousand_reports_in_a_second_are_drawn_ten_times_and_at_the_end()
    {
        using var host = new Host();
        var clock = new ManualClock();

        using (var bar = new Progress("work", 1000, clock))
        {
            for (int i = 1; i <= 1000; i++)
            {
                clock.Advance(0.001);
                bar.Report(i, loss: 1.0 / i);
            }
        }

        Assert.Equal(1 + 10 + 1, host.Calls.Count);
        Assert.Single(host.Calls.Select(call => call.Id).Distinct());
        Assert.Equal("work: 1,000 of 1,000 · loss 0.0010 · 1,000/s · took 1.0 s", host.Last["text/plain"]);
    }

    [Fact]
    public void A_running_bar_says_how_long_it_still_takes()
    {
        using var host = new Host();
        var clock = new ManualClock();
        using var bar = new Progress("training", 40, clock);

        clock.Advance(60);
        bar.Report(10, loss: 0.25, note: "test error 8.4 %");

        Assert.Equal("training: 10 of 40 · loss 0.2500 · test error 8.4 % · 6.0 s each · 3 min 00 s left", host.Last["text/plain"]);
        Assert.Contains("width:25%", host.Last["text/html"]);
    }

    [Fact]
    public void A_loop_reports_itself_and_takes_notes()
    {
        using var host = new Host();
        var clock = new ManualClock();

        foreach (int epoch in Progress.Over([1, 2, 3], "training", clock))
        {
            Progress.Note(loss: 1.0 / epoch);
            clock.Advance(1);
        }

        Progress.Note("after the loop nobody listens");

        Assert.Equal("training: 3 of 3 · loss 0.3333 · 1.0/s · took 3.0 s", host.Last["text/plain"]);
    }

    [Fact]
    public void In_a_loop_within_a_loop_a_note_goes_to_the_inner_one_and_after_it_to_the_outer()
    {
        using var host = new Host();
        var clock = new ManualClock();

        foreach (string run in Progress.Over(["only"], "runs", clock))
        {
            foreach (int epoch in Progress.Over([1], "epochs", clock)) Progress.Note("inner");
            Progress.Note("outer");
        }

        string[] texts = [.. host.Calls.Select(call => call.Bundle["text/plain"])];
        Assert.Contains("epochs: 1 of 1 · inner · took 0.0 s", texts);
        Assert.Equal("runs: 1 of 1 · outer · took 0.0 s", texts[^1]);
    }

    [Fact]
    public void A_loop_left_early_says_where_it_stopped()
    {
        using var host = new Host();

        foreach (int i in Progress.Over(Enumerable.Range(1, 1_000_000), "rounds", new ManualClock()))
        {
            if (i == 3) break;
        }

        Assert.Equal("rounds: stopped at 2 of 1,000,000 · took 0.0 s", host.Last["text/plain"]);
    }

    [Fact]
    public void Work_of_unknown_length_is_counted()
    {
        using var host = new Host();

        foreach (int _ in Progress.Over(Enumerable.Range(1, 5).Where(i => i > 2), "reading", new ManualClock()))
        {
        }

        Assert.Equal("reading: 3 · took 0.0 s", host.Last["text/plain"]);
    }

    [Fact]
    public void After_the_end_nothing_is_drawn()
    {
        using var host = new Host();
        var clock = new ManualClock();
        var bar = new Progress("work", 2, clock);
        bar.Dispose();
        int drawn = host.Calls.Count;

        clock.Advance(1);
        bar.Report(1);
        bar.Dispose();

        Assert.Equal(drawn, host.Calls.Count);
    }
}
