namespace Course.Lessons.Tests.Promises;

internal static class Lesson01Promises
{
    internal static readonly Promise[] All =
    [
        new("idea", "\"42 and 17\" leaves at most the weeks before 23 April 1941", Cell: "when-they-met", Output: "42 and 17: .* to 22 April 1941"),
        new("claim-count", "Two are left over", Cell: "squares", Output: "one weighted unit: 14, a net without circles: 16"),
        new("scale", "about half of the net fires in every tick", Cell: "speed", Output: @"neurons, (\d),(\d+) of them fire",
            Holds: firing => 1000 * firing[0] + firing[1] is > 4_500 and < 5_500),
    ];
}
