namespace Course.Lessons.Tests.Promises;

internal static class Lesson10Promises
{
    internal static readonly Promise[] All =
    [
        new("story", "0.10 % is what blind guessing gives", Cell: "giant", Output: @"sure to 0\.1\d %"),
        new("story", "All its 60,965,224 weights and biases", Cell: "giant", Output: @"60,965,224 weights"),
        new("relu-text", "the tanh lets 0.010 of the blame through", Cell: "curves", Output: @"at 3: 0\.010"),
        new("why", "takes 0.8 times the pictures", Cell: "race-run", Output: @"ReLU ([\d,]+), tanh ([\d,]+)",
            Holds: shown => shown[1] / shown[0] is > 0.72 and < 0.85),
        new("start-text", "In the fresh network the slope is 0.93, 0.97 and 0.99", Cell: "slopes", Output: @"fresh: 0\.93, 0\.97, 0\.99"),
        new("start-text", "After the race the slope is 0.77, 0.31 and 0.32", Cell: "slopes", Output: @"race: (0\.\d+), (0\.\d+), (0\.\d+)",
            Holds: slopes => slopes[0] is > 0.7 and < 0.9 && slopes[1] is > 0.2 and < 0.45 && slopes[2] is > 0.2 and < 0.45),
        new("start-seen", "the ReLU takes 5,550 pictures and the tanh 3,150", Cell: "start-race", Output: @"ReLU ([\d,]+), tanh ([\d,]+)",
            Holds: shown => shown[0] is > 5_000 and < 6_100 && shown[1] is > 2_800 and < 3_500),
        new("pool-text", "shrinks from 11.7 to 5.2", Cell: "normalise", Output: @"20 alone: +11\.7, .*\n20 beside 200: 5\.2"),
        new("pool-text", "both kinds give 27", Cell: "pool", Output: @"27 and 27 windows"),
        new("towers-text", "In the overlapping row the 9 stands twice", Cell: "pool",
            Output: @"side by side: 5 9 3 4\noverlapping:  9 9 4 4"),
        new("count-text", "Its own list of units adds up to 622,312", Cell: "counted", Output: @"622,312"),
        new("count-text", "the sum is 659,272", Cell: "counted", Output: @"659,272"),
        new("dropout-text", "Both are −0.03, though single sums scatter by 0.41", Cell: "coins",
            Output: @"sums: -0\.03, spread 0\.41\none sum of halved outputs:   -0\.03"),
        new("by-heart-seen", "5.2 % of the 250 are wrong, and 28.9 % of the new ones", Cell: "by-heart",
            Output: @"ReLU alone +the 250 +([\d.]+) %, new ones ([\d.]+) %",
            Holds: wrong => wrong[0] is > 3 and < 8 && wrong[1] is > 27 and < 31),
        new("by-heart-seen", "from 23.7 to 14.5 points", Cell: "by-heart", Output: @"14\.\d %, 23\.\d %"),
    ];
}
