namespace Course.Lessons.Tests.Promises;

internal static class Lesson08Promises
{
    internal static readonly Promise[] All =
    [
        new("story", "With 0.9 the pulse fades to 0.005", Cell: "pulse", Output: @"w = 0\.9: 0\.005 is left"),
        new("story", "With 1.1 it explodes to 117", Cell: "pulse", Output: @"w = 1\.1: 117\."),
        new("story", "Only with 1 does it stay", Cell: "pulse", Output: @"w = 1\.0: 1 is left"),
        new("bptt-text", "Both agree", Cell: "product", Output: @"lag 20: product 6\.1449e-3, nudged 6\.1449e-3"),
        new("bptt-text", "less than a thousandth is left", Cell: "product", Output: @"lag 30: product 2\.6371e-4"),
        new("fading-text", "Equal", Cell: "bptt-check", Output: @"blame ([\d.]+), nudged ([\d.]+)",
            Holds: slopes => Math.Abs(slopes[0] - slopes[1]) < 1e-6),
        new("clip-text", "keeps 0.68 of the blame at each step", Cell: "fading", Output: @"each step keeps 0\.68"),
        new("step-text", "It holds to the last digit what step 5 brought", Cell: "acts",
            Output: @"step 5 brought -1\.424, step 39 holds -1\.424"),
        new("gates-text", "Five of six starts learn it", Cell: "lag", Output: "5 of 6 starts learn it"),
        new("gates-text", "after some 24,000 sequences", Cell: "lag", Output: "24,077"),
        new("drift-text", "The answer is right both times", Cell: "gates",
            Output: @"it was x: the network says x ([\d.]+), y ([\d.]+)[\s\S]*it was y: the network says x ([\d.]+), y ([\d.]+)",
            Holds: said => said[0] > 0.75 && said[1] < 0.25 && said[2] < 0.25 && said[3] > 0.75),
        new("reber-plain-text", "One of ten", Cell: "reber", Output: "1 of 10 starts learn the grammar"),
        new("forget-text", "Both read all 500 fresh strings without a mistake", Cell: "reber-plain",
            Output: @"plain: 500 of 500\nLSTM: +500 of 500"),
        new("forget-gate", "21 of 40 is guessing", Cell: "no-reset", Output: "21 of 40 without reset, 40 with it"),
        new("forget-gate", "from 26 to 1,163", Cell: "no-reset", Output: @"largest state 26\.1 after one sequence, 1163\.4 after 40"),
        new("torch", "Nothing but rounding", Cell: "claim-gradients", Output: @"3\.9e−9, 4\.\de−15"),
        new("austen-text", "The plain network never does better than saying 1", Cell: "adding-run", Output: @"plain ([\d.]+)",
            Holds: error => error[0] > 0.15),
        new("austen-text", "then finds the marks", Cell: "adding-run", Output: @"LSTM ([\d.]+), plain", Holds: error => error[0] < 0.01),
        new("temperature-text", "The loss falls well below that of guessing by frequency", Cell: "austen-train",
            Output: @"step 300: loss ([\d.]+)", Holds: loss => loss[0] < 2.1),
        new("sunspots-text", "nearly shut at spaces, 0.16 on average, and half open elsewhere, 0.52", Cell: "letters-map",
            Output: @"forget gate \d+: ([\d.]+) at spaces, ([\d.]+) elsewhere", Holds: open => open[0] < 0.25 && open[1] > 0.4),
        new("sunspots-text", "The largest of all states is about 22", Cell: "states-map", Output: @"largest state ([\d.]+)",
            Holds: state => state[0] is > 5 and < 40),
        new("play", "Persistence errs by about 31, the seasonal guess by 35", Cell: "sunspots",
            Output: @"persistence +31\.3\nseasonal, 11 years +35\.1"),
        new("play", "The LSTM errs by about 18, and so does the weighted sum of 1927", Cell: "sunspots",
            Output: @"autoregression +18\.0\nLSTM, mean of five +18\.0"),
    ];
}
