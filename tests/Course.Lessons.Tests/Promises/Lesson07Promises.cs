namespace Course.Lessons.Tests.Promises;

internal static class Lesson07Promises
{
    internal static readonly Promise[] All =
    [
        new("lenet-5-idea", "One pixel changes the map itself by 118 %", Cell: "pool-chart", Output: @"the map itself +one pixel +118 %"),
        new("lenet-5-idea", "the mean changes by 45 %", Cell: "pool-chart", Output: @"the mean of 4×4 +one pixel +45 %"),
        new("lenet-5-idea", "the largest by 33 %", Cell: "pool-chart", Output: @"the largest of 4×4 +one pixel +33 %"),
        new("lenet-5-idea", "The largest forgets more of the step than the mean", Cell: "pool-chart",
            Output: @"mean of 2×2 +one pixel +(\d+) %, three +(\d+) %\s+the largest of 2×2 +one pixel +(\d+) %, three +(\d+) %",
            Holds: change => change[2] < change[0] && change[3] < change[1]),
    ];
}
