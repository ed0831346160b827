using Course.ExpertSystems;
using Course.McCullochPitts;
using Course.McCullochPitts.Charts;
using Plotly.NET;

namespace Course.Tests.McCullochPitts;

public class NetHistoryTests
{
    [Fact]
    public void Every_tick_is_a_frame_with_as_many_traces_as_the_others()
    {
        var frames = HeatIllusion.Net().Run(5, ("cold", "01")).Frames().ToArray();

        Assert.Equal(["0", "1", "2", "3", "4"], frames.Select(f => f.Label));
        Assert.Single(frames.Select(f => GenericChart.getTraces(f.Frame).Length).Distinct());
    }

    [Fact]
    public void Who_fired_can_be_asked_by_name_by_tick_and_as_a_train()
    {
        NetHistory history = HeatIllusion.Net().Run(5, ("cold", "01"));

        Assert.True(history["felt hot", 4]);
        Assert.Equal("00001", history.Spikes("felt hot"));
        Assert.Equal(["felt hot"], history.Firing(4));
    }
}
