namespace Course.Lessons.Tests.Promises;

internal static class Lesson14Promises
{
    internal static readonly Promise[] All =
    [
        new("story", "The five Chinese characters take nine tokens", Cell: "first", Output: @"5 characters, 9 tokens"),
        new("story", "12345 becomes 123|45", Cell: "first", Output: @"123\s*10163\s*45\s*2231"),
        new("story", "as un|bel|iev|able", Cell: "first", Output: @"un\s*403\s*bel\s*6667\s*iev\s*11203\s*able"),
        new("apply-text", "The very first merge is a blank and a t", Cell: "merges", Output: @"1- 10: ␣t  "),
        new("apply-text", "the is there after 15 merges", Cell: "merges", Output: @"11- 20: \S+  \S+  \S+  \S+  ␣the  "),
        new("apply-text", "and ing after 20", Cell: "merges", Output: @"11- 20: .*  ing\n"),
        new("apply-text", "At 189 comes a whole Miss", Cell: "merges", Output: @"181-190: (?:\S+  ){8}␣Miss  "),
        new("apply-text", "Emma is one token by now, and Harriet nearly", Cell: "merges", Output: @"␣Emma\n␣H\|arriet\n"),
        new("vector-text", "All three texts come back", Cell: "round-trip", Output: @"ours 0 "),
        new("vector-text", "English costs about one token for four characters", Cell: "round-trip",
            Output: @"Austen: ([\d,]+) characters, ([\d,]+) tokens", Holds: n => n[0] / n[1] is > 3.8 and < 4.3),
        new("vector-text", "Chinese costs more than two tokens for each character", Cell: "round-trip",
            Output: @"Tang quatrains: ([\d,]+) characters, ([\d,]+) tokens", Holds: n => n[1] / n[0] > 2),
        new("learn-text", "The real sizes are 124, 355, 774 and 1,558 million", Cell: "count",
            Output: @"124,439,808[\s\S]*354,823,168[\s\S]*774,030,080[\s\S]*1,557,611,200"),
        new("write-text", "The GPT needs 2.29 bits per byte, the counter 2.37, gzip 3.13", Cell: "claim",
            Output: @"GPT (\d\.\d+), counter (\d\.\d+), gzip (\d\.\d+)",
            Holds: n => Math.Abs(n[0] - 2.29) < 0.05 && Math.Abs(n[1] - 2.37) < 0.006 && Math.Abs(n[2] - 3.13) < 0.006),
        new("write-text", "So it beats both", Cell: "claim", Output: @"GPT (\d\.\d+), counter (\d\.\d+), gzip (\d\.\d+)",
            Holds: n => n[0] < n[1] && n[1] < n[2]),
        new("cache-text", "This model has 426,624 weights", Cell: "claim", Output: @"426,624 weights and biases"),
        new("top-p-text", "At $T=1$ no token reaches 4 %", Cell: "next", Output: @"T = 1\.0: \S+ (\d+\.\d) %", Holds: n => n[0] < 4),
        new("top-p-text", "At $T=0.5$ it gets 28 %", Cell: "next", Output: @"T = 0\.5: ⏎ 28\.\d %, ␣very 10\.9 %"),
        new("near-text", "the cache is several times as fast", Cell: "speed", Output: @"without: (\d+\.\d) times as fast", Holds: n => n[0] > 3),
        new("play-text", "he finds she, my finds your, Mr finds Mrs", Cell: "near", Output: @"he: ␣she [\s\S]*my: ␣your [\s\S]*Mr: ␣Mrs "),
        new("play-text", "and the comma finds the semicolon", Cell: "near", Output: @",: ; "),
        new("knobs-seen", "The rounding costs less than 0.01 bits per byte", Cell: "knobs",
            Output: @"(\d\.\d{3}) as learnt, (\d\.\d{3}) rounded", Holds: n => n[1] - n[0] is > 0 and < 0.01),
        new("knobs-seen", "118 tokens stay after She had been a very, and one after Mr", Cell: "knobs",
            Output: @"after She had been a very: (\d+) of[\s\S]*after Mr: (\d+) of", Holds: n => n[0] is > 60 and < 200 && n[1] == 1),
        new("knobs-seen", "At temperature 0 it soon goes in circles", Cell: "knobs", Output: @"T = 0: .*and the .*and the .*and the "),
        new("pace-seen", "the tenth token stands there 2,334 times, the hundredth 314 times", Cell: "pace",
            Output: @"10th stands there 2,334 times, the 100th 314 times"),
        new("pace-seen", "Emma uses 9,005 of the 50,257 tokens", Cell: "pace", Output: @"Emma uses 9,005 of 50,257"),
    ];
}
