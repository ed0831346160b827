namespace Course.Tests.Lessons;

public class DisplayTests
{
    [Fact]
    public void What_is_shown_is_updated_under_the_same_id()
    {
        var calls = new List<(string Id, IReadOnlyDictionary<string, string> Bundle, bool IsUpdate)>();
        AppContext.SetData(Display.HostName, (Action<string, IReadOnlyDictionary<string, string>, bool>)((id, bundle, isUpdate) => calls.Add((id, bundle, isUpdate))));
        try
        {
            Display.Show("one").Update("two");
            using (var progress = Progress.Start("work", total: 1000))
            {
                for (int i = 1; i <= 1000; i++) progress.Report(i, loss: 1.0 / i);
            }
        }
        finally
        {
            AppContext.SetData(Display.HostName, null);
        }

        Assert.Equal([false, true], calls.Take(2).Select(call => call.IsUpdate));
        Assert.Equal(calls[0].Id, calls[1].Id);
        Assert.Equal("two", calls[1].Bundle["text/plain"]);
        Assert.Contains("1000/1000", calls[^1].Bundle["text/plain"]);
        Assert.True(calls.Count < 100, $"a thousand reports were shown as {calls.Count} displays");
    }
}
