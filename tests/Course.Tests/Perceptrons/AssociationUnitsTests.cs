using Course.ExpertSystems;
using Course.Perceptrons;

namespace Course.Tests.Perceptrons;

public class AssociationUnitsTests
{
    [Fact]
    public void In_the_dark_no_unit_fires() =>
        Assert.All(new AssociationUnits(9, 50, 4, threshold: 0, new Random(1)).Fire(new float[9]), a => Assert.Equal(0, a));

    [Fact]
    public void In_full_light_those_with_more_exciting_wires_fire_and_the_wiring_stays()
    {
        var units = new AssociationUnits(9, 500, 5, threshold: 0, new Random(1));
        var light = Enumerable.Repeat(1f, 9).ToArray();

        float[] active = units.Fire(light);

        Assert.InRange(active.Sum(), 200, 300);              // an odd number of wires: half the units have more of one kind
        Assert.Equal(active, units.Fire(light));
    }
}
