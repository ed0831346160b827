namespace Course.Lessons.Tests.Promises;

internal static class Lesson11Promises
{
    internal static readonly Promise[] All =
    [
        new("story", "She takes the centre, C3", Cell: "first", Output: @"C3, after 1,600 looks"),
        new("ucb-idea", "The centre has 0.51, a corner 0.31, an edge 0.17", Cell: "playouts",
            Output: @"centre 0\.51, a corner 0\.31, an edge 0\.17"),
        new("never-text", "the upper right has 30 % of the visits", Cell: "watch", Output: @"10 simulations: 30 %"),
        new("never-text", "After 1,000 it has 89 %", Cell: "watch", Output: @"1000 simulations: 89 %"),
        new("rules-text", "It never loses", Cell: "never", Output: @"games, 0 lost[\s\S]*games, 0 lost"),
        new("rules-seen", "Black has 14 points and White 10", Cell: "rules", Output: @"Black 14, White 10"),
        new("puct-seen", "At a glance Black is losing, −0.43", Cell: "puct", Output: @"value: -0\.4\d at a glance, 0\.[67]\d after"),
        new("puct-seen", "The search gives E2 ten visits; their mean for Black is −0.37", Cell: "puct-tree",
            Output: @"E2(?:<br>|\\u003Cbr\\u003E)10(?:<br>|\\u003Cbr\\u003E)(?:−|\\u2212)0\.37"),
        new("puct-seen", "376 of 400 visits go there", Cell: "puct", Output: @"A3: p = 0\.\d+, (\d+) visits", Holds: n => n[0] is > 330 and <= 400),
        new("learn-seen", "the trained one wins 20 games of 20", Cell: "learn-match", Output: @"untrained: (\d+) of 20",
            Holds: n => n[0] >= 18),
        new("parts-seen", "wins 35 of 40 games", Cell: "parts", Output: @"policy alone: +(\d+) of 40", Holds: n => n[0] is > 30 and <= 40),
        new("gnugo-seen", "every move of hers was lost, −0.95", Cell: "gnugo", Output: @"best move: pass, mean result -0\.9\d"),
        new("gnugo-seen", "both have 12 points", Cell: "gnugo", Output: @"Black 12, White 12"),
        new("gnugo-seen", "and takes all 25", Cell: "gnugo", Output: @"Black 25, White 0"),
        new("solved-seen", "She opens in the centre and takes all", Cell: "solved", Output: @"first move C3, \d+ moves, area 25 to 0"),
    ];
}
