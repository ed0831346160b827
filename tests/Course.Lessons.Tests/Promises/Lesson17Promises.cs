namespace Course.Lessons.Tests.Promises;

internal static class Lesson17Promises
{
    internal static readonly Promise[] All =
    [
        new("schedule-ex", "Walk and jump agree but for rounding, and of the picture's variance 0.00004 is left", Cell: "closed",
            Output: @"ᾱ after the last step: 0\.0000404"),
        new("schedule-ex", "The linear schedule has destroyed nearly everything at half of the way", Cell: "schedules",
            Output: @"""linear, as in 2020""[\s\S]*?""y"":\s*\[(?:\s*[\d.]+,){500}\s*(\d\.\d+),",
            Holds: n => n[0] < 0.1),
        new("loss-text", "A model that guesses no noise at all has a loss of 1. Ours is to be below 0.2", Cell: "loss",
            Output: @"ours (0\.\d+)", Holds: n => n[0] < 0.2),
        new("copies-text", "our distance is 29, the rival's 17. New digits of people have 3", Cell: "verdict",
            Output: @"new digits: distance\s+(\d+\.\d)[\s\S]*diffusion: distance\s+(\d+\.\d)[\s\S]*machine: distance\s+(\d+\.\d)",
            Holds: n => Math.Abs(n[0] - 3) < 1 && Math.Abs(n[1] - 29) < 2 && Math.Abs(n[2] - 17) < 2),
        new("copies-text", "The detective is right about 64 % of ours and 62 % of the rival's", Cell: "verdict",
            Output: @"diffusion: .* told apart (0\.\d+)[\s\S]*machine: .* told apart (0\.\d+)",
            Holds: n => Math.Abs(n[0] - 0.64) < 0.04 && Math.Abs(n[1] - 0.62) < 0.04),
        new("copies-text", "the judge takes 86 % of ours for digits, 99 % of the rival's", Cell: "verdict",
            Output: @"diffusion: .* digits (0\.\d+)[\s\S]*machine: .* digits ([01]\.\d+)",
            Holds: n => Math.Abs(n[0] - 0.86) < 0.03 && n[1] > 0.97),
        new("files-text", "lie farther from the training digits than people's new ones, 5.1 against 3.6", Cell: "copies",
            Output: @"drawn (\d\.\d), people's (\d\.\d)", Holds: n => Math.Abs(n[0] - 5.1) < 0.2 && Math.Abs(n[1] - 3.6) < 0.1),
        new("header-ex", "The file begins with eight bytes: the length of the header, the lowest byte first", Cell: "save",
            Output: @"bytes, they begin with 184 16 0 0 0 0 0 0"),
        new("layouts-text", "A convolution's (outputs, inputs, height, width) become (height, width, inputs, outputs)", Cell: "layouts",
            Output: @"32 × 16 × 3 × 3[\s\S]*3 × 3 × 16 × 32"),
        new("pointer-ex", "The weights are a pointer in Git", Cell: "tree", Output: @"model\.safetensors\s+255,940 bytes, a pointer in Git"),
        new("reduce-ex", "With 8,000 digits they are 0.1311 and 0.3087", Cell: "stream", Output: @"mean 0\.1311, spread 0\.3087"),
        new("pull-text", "The judge as pulled is right 12 % of the time", Cell: "tune",
            Output: @"as pulled (\d+\.\d) %", Holds: n => Math.Abs(n[0] - 12) < 2),
        new("pull-text", "Trained alone on 20 digits, a net reaches 38 %. Fine-tuned it reaches 78 %", Cell: "tune",
            Output: @"ours (\d+\.\d) %, (\d+\.\d) %", Holds: n => Math.Abs(n[0] - 38) < 3 && Math.Abs(n[1] - 78) < 3),
        new("end-text", "The judge takes 12 of these 20 for digits", Cell: "play", Output: @"takes (\d+) of 20", Holds: n => Math.Abs(n[0] - 12) <= 2),
        new("end", "On the soybeans the two are even", Cell: "ledger",
            Output: @"induced: (\d+\.\d) %[\s\S]*perceptron: (\d+\.\d) %", Holds: n => Math.Abs(n[0] - n[1]) < 1),
        new("end", "In both, published results came out again, and some did not", Cell: "ledger",
            Output: @"lesson 04: .*\d missed.*\d same[\s\S]*all others: .*\d missed.*\d same"),
        new("http-seen", "No pixel differs", Cell: "http", Output: @"\b0 pixels differ"),
    ];
}
