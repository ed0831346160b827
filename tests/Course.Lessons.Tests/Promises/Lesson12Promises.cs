namespace Course.Lessons.Tests.Promises;

internal static class Lesson12Promises
{
    internal static readonly Promise[] All =
    [
        new("story", "It sorts both rows", Cell: "first", Output: @"90817263 → 01236789"),
        new("hook", "with 5,776 weights", Cell: "first", Output: @"5,776 weights: 4153 → 1345"),
        new("root-text", "With river it is (2.15, 0.28)", Cell: "attend", Output: @"muddy river bank: bank is now \(2\.15, 0\.28\)"),
        new("root-text", "With cash it is (0.42, 2.01)", Cell: "attend", Output: @"muddy cash bank: bank is now \(0\.42, 2\.01\)"),
        new("heads-text", "it grows from 0.55 to 0.87", Cell: "root",
            Output: @"0\.33 with the root, 0\.55 without[\s\S]*0\.32 with the root, 0\.87 without"),
        new("inside-seen", "All 1,000 rows are right", Cell: "sorter", Output: @"ours 100\.0 %"),
        new("inside-seen", "In 89 of 100 cases it looks most at the very digit", Cell: "sorter",
            Output: @"ours (\d+\.\d) % [\s\S]*ours (\d+\.\d) %", Holds: n => n[1] is > 86 and < 92),
        new("watch-seen", "Writing the 1 of 4153, it looks at the 1 with 0.79", Cell: "watch",
            Output: @"4153 → 1345, shares of the first look: \S+ (\d\.\d+) ", Holds: n => n[0] is > 0.7 and < 0.9),
        new("watch-seen", "Four 3s get 0.21 to 0.32 each", Cell: "watch",
            Output: @"3333 → 3333, shares of the first look: (\S+) (\S+) (\S+) (\S+)",
            Holds: n => n.All(share => share is > 0.16 and < 0.36)),
        new("watch-seen", "It writes 3333 right; of seven 3s it makes nine", Cell: "watch", Output: @"3333333 → 3{8,9},"),
        new("rate-text", "For 65 million a model built as ours would need 40,745, for 213 million 35,784", Cell: "count", Output: @"40,745 words, 213 million 35,784"),
        new("beam-text", "The highest rate is 0.0007", Cell: "rate", Output: @"highest at step 4,000: 0\.000699"),
        new("words-seen", "With bigrams it is 34.3 %", Cell: "rivals", Output: @"random (\d+\.\d) %, bigrams (\d+\.\d) %",
            Holds: n => n[0] is > 3 and < 8 && n[1] is > 33 and < 36),
        new("words-seen", "The trigrams put 58.0 % right", Cell: "rivals", Output: @"trigrams (\d+\.\d) %", Holds: n => n[0] is > 57 and < 59),
        new("words-seen", "the Transformer puts 40.9 % right", Cell: "pointer", Output: @"400 steps (\d+\.\d) %", Holds: n => n[0] is > 38 and < 44),
        new("next", "both stumble over research", Cell: "play", Output: @"trigrams: +according to (?!research)\w+ the order of letters"),
        new("next", "With ten digits it loses one", Cell: "play", Output: @"3141592 → 1123459, 3141592058 → \d{9}\n"),
    ];
}
