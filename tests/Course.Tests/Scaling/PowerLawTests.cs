using Course.Scaling;
using CsCheck;

namespace Course.Tests.Scaling;

public class PowerLawTests
{
    private static readonly double[] sizes = [1e3, 4e3, 2e4, 6e4, 3e5];

    // From the printed tables of Student's distribution.
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(3, 3.182)]
    [InlineData(4, 2.776)]
    [InlineData(10, 2.228)]
    [InlineData(29, 2.045)]
    public void Student_s_bounds_are_those_of_the_tables(int freedom, double bound)
    {
        Assert.Equal(bound, StudentT.Bound(0.95, freedom), 5e-4);
        Assert.Equal(0.95, StudentT.Within(bound, freedom), 1e-4);
    }

    [Fact]
    public void With_many_degrees_of_freedom_Student_s_bound_is_the_normal_one() =>
        Assert.Equal(1.95996, StudentT.Bound(0.95, 100_000), 1e-4);

    [Fact]
    public void A_known_law_is_found_again() =>
        Gen.Select(Gen.Double[0.1, 100], Gen.Double[0.01, 1.5]).Sample((scale, exponent) =>
        {
            var law = new PowerLaw(scale, exponent);

            PowerLawFit fit = PowerLawFit.Of(sizes, Array.ConvertAll(sizes, law.At));

            Assert.Equal(exponent, fit.Law.Exponent, 1e-9);
            Assert.Equal(scale, fit.Law.Scale, scale * 1e-8);
            Assert.Equal(1, fit.R2, 1e-9);
            Assert.True(fit.Exponent.Low <= exponent + 1e-9 && fit.Exponent.High >= exponent - 1e-9);
        }, iter: 200);

    [Fact]
    public void A_known_floor_is_found_again() =>
        Gen.Select(Gen.Double[0.5, 20], Gen.Double[0.1, 1.2], Gen.Double[0.1, 5]).Sample((above, exponent, floor) =>
        {
            var law = new PowerLaw(above * Math.Pow(sizes[2], exponent), exponent, floor);

            PowerLaw found = PowerLawFit.WithFloor(sizes, Array.ConvertAll(sizes, law.At));

            Assert.Equal(exponent, found.Exponent, 1e-3);
            Assert.Equal(floor, found.Floor, 1e-2);
        }, iter: 100);

    [Fact]
    public void A_law_without_a_floor_gets_none()
    {
        var law = new PowerLaw(5, 0.1);

        PowerLaw found = PowerLawFit.WithFloor(sizes, Array.ConvertAll(sizes, law.At));

        Assert.Equal(0.1, found.Exponent, 1e-3);
        Assert.Equal(0, found.Floor, 0.02);
    }

    [Fact]
    public void The_intervals_hold_the_truth_in_95_of_100_cases()
    {
        var random = new Random(1);
        var law = new PowerLaw(4, 0.05);
        int exponents = 0, lines = 0, further = 0;
        for (int trial = 0; trial < 2_000; trial++)
        {
            PowerLawFit fit = PowerLawFit.Of(sizes, Array.ConvertAll(sizes, x => Noisy(x)));
            if (fit.Exponent.Low < 0.05 && fit.Exponent.High > 0.05) exponents++;
            if (fit.Band(1e6).Low < law.At(1e6) && fit.Band(1e6).High > law.At(1e6)) lines++;
            double next = Noisy(1e6);
            if (fit.Range(1e6).Low < next && fit.Range(1e6).High > next) further++;
        }

        Assert.InRange(exponents / 2_000.0, 0.935, 0.965);
        Assert.InRange(lines / 2_000.0, 0.935, 0.965);
        Assert.InRange(further / 2_000.0, 0.935, 0.965);

        double Noisy(double x) =>
            law.At(x) * Math.Exp(0.02 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    [Fact]
    public void The_band_is_narrowest_in_the_middle_and_the_range_is_wider()
    {
        PowerLawFit fit = PowerLawFit.Of(sizes, [2.61, 2.47, 2.34, 2.21, 2.13]);

        Assert.True(Width(fit.Band(2e4)) < Width(fit.Band(1e3)));
        Assert.True(Width(fit.Band(1e3)) < Width(fit.Band(1)));
        Assert.True(Width(fit.Band(2e4)) < Width(fit.Range(2e4)));
        Assert.InRange(fit.R2, 0.98, 0.999);

        static double Width((double Low, double High) interval) => interval.High / interval.Low;
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PowerLawFit.Of([1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => PowerLawFit.Of([1, 2, 3], [1, 2]));
        Assert.Throws<ArgumentException>(() => PowerLawFit.Of([2, 2, 2], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => PowerLawFit.WithFloor([1, 2, 3], [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerLawFit.Of([1, 2, 0], [1, 2, 3]));
    }

    [Fact]
    public void Kaplan_s_laws_reach_one_at_their_constants_and_data_help_most()
    {
        Assert.Equal(1, KaplanLaws.Parameters.At(8.8e13), 1e-9);
        Assert.Equal(0.949, KaplanLaws.Parameters.Doubling, 1e-3);
        Assert.True(KaplanLaws.Data.Exponent > KaplanLaws.Parameters.Exponent);
        Assert.True(KaplanLaws.Parameters.Exponent > KaplanLaws.Compute.Exponent);
    }
}
