namespace Course.Lessons.Tests.Promises;

internal static class Lesson09Promises
{
    internal static readonly Promise[] All =
    [
        new("story", "It misses 88.5 %", Cell: "deep-fails", Output: @"88\.5 %"),
        new("fade-text", "The two agree to all digits shown", Cell: "nudged", Output: @"blame (\S+), nudged (\S+)",
            Holds: slopes => slopes[0] == slopes[1]),
        new("nudge", "about 45 times", Cell: "blame", Output: @"gets 1/(\d+) of",
            Holds: share => share[0] * 0.15 * 0.15 is > 40 and < 50),
        new("nudge", "Each hidden layer passes on 0.15", Cell: "blame", Output: @"Each layer passes on 0\.15"),
        new("stack-text", "Both machines learnt to redraw their data", Cell: "two-machines",
            Output: @"1st machine: ([\d.]+), after ([\d.]+)\n2nd machine: ([\d.]+), after ([\d.]+)",
            Holds: error => error[1] < error[0] / 5 && error[3] < error[2] / 5),
        new("rest", "Now it misses 4.6 %", Cell: "remedies", Output: @"momentum, pre-trained +4\.6 %"),
        new("rest", "differs by 0.0001 from picture to picture", Cell: "fine-tune", Output: @"spread 0\.00010 from random"),
        new("rest", "After pre-training the spread is 0.31", Cell: "fine-tune", Output: @"0\.31 after pre-training"),
        new("pca", "88.5 % without it, 4.6 % with it", Cell: "remedies", Output: @"random +88\.5 %\nmomentum, pre-trained +4\.6 %"),
        new("pca", "it misses 7.7 % without the stack and 3.9 % with it", Cell: "remedies",
            Output: @"Adam, random +7\.7 %\nAdam, pre-trained +3\.9 %"),
        new("pca", "The ReLU with He's start comes to 4.4 %", Cell: "remedies", Output: @"He's start +4\.4 %"),
        new("project-text", "The mean picture alone costs 52.86", Cell: "pca-error", Output: @"mean alone 52\.86"),
        new("project-text", "Two numbers bring the error to 43.61, thirty to 14.03", Cell: "pca-error",
            Output: @"2 numbers 43\.61, .*30 14\.03"),
        new("curves-text", "with an error of 28.23", Cell: "claim-order", Output: @"before fine-tuning: 28\.23"),
        new("curves-text", "7.23 for the deep autoencoder, 9.01 for logistic PCA, 14.03 for PCA", Cell: "claim-order",
            Output: @"7\.23, 9\.01, 14\.03"),
        new("map-text", "its error is 1.00 of the mean picture's", Cell: "curves", Output: @"1\.00"),
        new("map-text", "The pre-trained network comes to 0.55", Cell: "curves", Output: @"0\.55"),
        new("dream-text", "in 38 % of cases, by the deep code in 59 %", Cell: "map", Output: @"PCA 38 %, deep 59 %"),
        new("play", "Greedy training alone misses 3.5 %", Cell: "belief-net", Output: @"greedy training alone: 3\.5 % wrong"),
        new("play", "Two epochs of up-down change little: 3.7 %", Cell: "belief-net", Output: @"3\.7 %"),
        new("play", "reads 10 % of them as their label", Cell: "dreams", Output: @"10 % at first"),
        new("play", "After 500 rounds it reads 87 %", Cell: "dreams", Output: @"87 % after 500 rounds"),
        new("searched", "from 8.89 to 5.42 and from 7.09 to 4.44", Cell: "search-codes",
            Output: @"logistic PCA: 8\.89, searched 5\.42\ndeep: 7\.09, searched 4\.44"),
    ];
}
