namespace Course.Lessons.Tests.Promises;

internal static class Lesson00Promises
{
    internal static readonly Promise[] All =
    [
        new("schools", "Circles are machines, squares are events, the diamond is a book", "timeline", @"""symbol"":\[[^\]]*""diamond"""),
        new("schools", "The number in brackets leads to the lesson", "timeline", @"01-mcculloch-pitts-neuron\.ipynb.{1,12}\[01\]"),
        new("ex-longest-gap", "Eleven of the 38 rows fall into the 2010s", "table", @"2010 11 "),
        new("ex-longest-gap", "A dash means that a value is missing", "table", @"1965 – DENDRAL"),
        new("fields", "From 1960 to 1980 there is no machine on the left", "gaps", "before: 1960 to 1980"),
        new("fields", "The verdict is reported", "gaps", @"20, 6[\s\S]*reported"),
        new("learning", "Outside of all learning are expert systems, the chess machine Deep Blue and the nets of 1943", "fields-chart",
            @"04 expert systems"",""Deep Blue"",""01 nets of neurons"),
        new("threshold-idea", "It is off by some 320 grams in 4,200", "line", @"penguins: (\d+) g of (\d+) g",
            n => n[0] is >= 315 and < 325 && n[1] is >= 4150 and < 4250),
        new("threshold-idea", "the mean alone is off by some 660", "line", @"errs by (\d+) g", n => n[0] is >= 655 and < 665),
        new("threshold-idea", "is below 0, which is no penguin's mass", "line", @"flipper, -\d+ g at 0 mm"),
        new("count-idea", "One threshold is right on 161 of 166", "threshold", "161 of 166 other penguins right"),
        new("ex-join", "The largest difference is the Transformer's", "count-large", @"Transformer +63,082,496   printed +65,000,000"),
        new("ex-join", "LeNet's 9,760, the LSTM's 10,504 and LeNet-5's 60,000 agree to the last one", "count-large",
            @"LeNet +9,760   printed +9,760\nLSTM +10,504   printed +10,504\nLeNet-5 +60,000   printed +60,000\n"),
        new("ex-join", "The largest difference is the Transformer's, 3.0 %", "count-large", @"3\.0 %"),
        new("ex-join", "The open triangle is GPT-4", "sizes-chart", @"""text"":\[""GPT-4""\]"),
        new("ex-join", "The open triangle is GPT-4", "sizes-chart", "triangle-up-open"),
        new("ex-join", "AlexNet's layers make nearly 61 million, where its paper says 60", "count-large",
            @"AlexNet +60,9\d\d,\d{3}   printed +60,000,000"),
        new("ex-join", "So does the perceptron's 1,960", "count-large", @"Perceptron +1,960   printed +1,960\n"),
        new("compute-idea", "its 9,760 weights at many places of a picture, in 64,660 connections", "merge", "64,660 connections"),
        new("doubling-idea", "From $10^{10}$ to $10^{25}$, where the last is an estimate, a mean says nothing", "merge",
            @"Max 2\.1E\+25[\s\S]*Min 3\.2E\+10"),
        new("ex-doubling-time", "Five machines say 5.5 months", "doubling", @"5 machines: doubled every 5\.5 months"),
        new("ex-doubling-time", "The verdict is same direction", "doubling", "same direction"),
        new("ex-doubling-time", "at GPT-3 it lies some 27,500 times too low", "doubling-chart", @"GPT-3 lies (\d+),(\d+) times above",
            n => n[0] is 27 && n[1] is >= 450 and < 550),
        new("play", "AlphaGo and the LSTM share no code with another lesson", "map", @"AlphaGo.{1,16}, 2016.{1,16}builds on no other"),
        new("play", "AlphaGo and the LSTM share no code with another lesson", "map", @"Long short-term memory.{1,16}, 1997.{1,16}builds on no other"),
        new("play", "Ten of 17 lessons lean on earlier ones", "map", "^10 of 17 lessons lean on earlier ones"),
        new("play", "GPT-3 rests on the Transformer", "map", @"GPT-3: scale.{1,16}, 2020.{1,16}builds on 12, 13"),
        new("next", "Hinton is in seven rows, from 1983 to 2024", "ask", @"^1983 [\s\S]*\n2024 [^\n]*\n7 of 38 rows tell of Hinton"),
    ];
}
