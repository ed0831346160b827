namespace Course.Lessons.Tests.Promises;

internal static class Lesson13Promises
{
    internal static readonly Promise[] All =
    [
        new("hook", "a small network and 4,802 messages", Cell: "read", Output: @"4,802 messages without labels"),
        new("story", "The one that has read sorts 87.3 % rightly, its twin 72.1 %", Cell: "ten",
            Output: @"both classes: (\d+\.\d) % right by [\s\S]* (\d+\.\d) % by its twin",
            Holds: n => n[0] is > 83 and < 91 && n[1] is > 68 and < 77),
        new("13-perplexity-text", "A perplexity of 11.5 means", Cell: "pairs", Output: @"to that power (\d+\.\d)",
            Holds: n => n[0] is > 11.3 and < 11.7),
        new("gpt-twin-text", "Reading brings it from 55.1 down to 7.2", Cell: "gpt-learn",
            Output: @"perplexity (\d+\.\d) before, (\d+\.\d) after", Holds: n => n[0] is > 31 and < 80 && n[1] is > 6.8 and < 7.8),
        new("13-mask-text", "A triangle and a square", Cell: "sees", Output: @"ours 28, 49"),
        new("bert-text", "15.06 % were chosen, and 79.9 % of these are hidden", Cell: "shares",
            Output: @"ours (\d+\.\d+) %[\s\S]*?ours (\d+\.\d) %", Holds: n => n[0] is > 14.9 and < 15.1 && n[1] is > 79.5 and < 80.5),
        new("count-text", "GPT has read th and says e. BERT has read ng as well, and says i.", Cell: "guess-drawn",
            Output: @"“th_ng”: GPT says e, BERT says i"),
        new("count-text", "the two are level: GPT names 40.8 %, BERT 40.5 %", Cell: "guess-count",
            Output: @"GPT names (\d+\.\d) %, BERT (\d+\.\d) %", Holds: n => n[0] is > 37 and < 45 && Math.Abs(n[0] - n[1]) < 5),
        new("match-text", "GPT has 116,534,784 weights", Cell: "count", Output: @"116,534,784[\s\S]*109,482,240[\s\S]*335,141,888"),
        new("fine-text", "It finds 5 of 12", Cell: "halves", Output: @"(\d+) of 12 first halves", Holds: n => n[0] is >= 4 and <= 8),
        new("layers-text", "Pre-training gains 15.3, 4.9 and 4.1 points", Cell: "few-claim",
            Output: @"ours \+(\d+\.\d), \+(\d+\.\d), \+(\d+\.\d)", Holds: n => n[0] > n[1] && n[0] > n[2] && n[2] is > 1 and < 7),
        new("layers-text", "With 5 and 20 labels the reader is ahead of it, by 13.3 and 6.2 points; with 100 they are level",
            Cell: "few-claim",
            Output: @"ours \+(\d+\.\d), \+(\d+\.\d), [+−](\d+\.\d) [· ]*reported",
            Holds: n => n[0] > 8 && n[1] > 3 && n[2] < 3),
        new("13-safetensors-text", "89.8 % with the embeddings alone, 87.8 % with the block as well, 82.9 % with nothing", Cell: "layers",
            Output: @"nothing (\d+\.\d) %, embeddings (\d+\.\d) %, embeddings and block (\d+\.\d) %",
            Holds: n => n[1] - n[0] > 3 && n[2] - n[0] > 2 && Math.Abs(n[1] - n[2]) < 4),
        new("load-text", "does the file hold every weight that it needs", Cell: "load", Output: @"^0 tensors of the file were not needed"),
        new("next", "Both agree on all three", Cell: "play",
            Output: @"^spam    spam    You[^\n]*\nwanted  wanted  Re[^\n]*\nspam    spam    Dear"),
        new("curious-text", "how much more often it stands in spam", Cell: "telling", Output: @"spam: free \+\d\.\d"),
    ];
}
