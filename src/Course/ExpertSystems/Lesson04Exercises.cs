namespace Course.ExpertSystems;

/// <summary>The exercises of lesson 04: what is asked, the cases a learner sees, and wrong answers with their hints.</summary>
internal static class Lesson04Exercises
{
    /// <summary>Whose disease is it? The rules of the visible cases: [conclusion, condition, condition, ...].</summary>
    internal static string[][] Clinic { get; } =
    [
        ["meningitis", "stiff-neck", "fever"],
        ["fever", "hot"],
        ["fever", "shivers", "sweats"],
        ["flu", "fever", "cough"],
    ];

    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<CertaintyAnswer>("04.certainty", "Combine certainty factors", points: 2)
            .Case([Factors(0.6, 0.4)], expected: 0.76, note: "both for: 0.4 of what was missing")
            .Case([Factors(-0.6, -0.4)], expected: -0.76, note: "both against: the mirror image")
            .Case([Factors(0.8, -0.5)], expected: 0.6, note: "one for, one against: 0.3 / (1 − 0.5)")
            .Case([Factors(0.3, -0.3)], expected: 0.0, note: "as much for as against")
            .Case([Factors(0.5, 0.5, 0.5, -0.2)], expected: 0.84375, note: "four rules, one after the other")
            .Case([Factors()], expected: 0.0, note: "no evidence at all says nothing")
            .WrongAnswer<double>(
                "You add the factors up: two rules of 0.6 would then be more than certain. The second may only take its share of what "
                + "is still missing.",
                1, -1, 0.3, 0, 1.3, 0)
            .WrongAnswer<double>(
                "You take the largest. That is how alternatives of one condition are joined; separate rules strengthen each other.",
                0.6, -0.4, 0.8, 0.3, 0.5, 0)
            .WrongAnswer<double>(
                "Two factors below 0 do not combine as two above 0 do: x + y − xy leaves the range. Mirror it: x + y + xy.",
                0.76, -1.24, 0.6, 0, 0.84375, 0)
            .WrongAnswer<double>(
                "For one factor above 0 and one below, the sum is divided by 1 − min(|x|, |y|).",
                0.76, -0.76, 0.3, 0, 0.675, 0)
            .WrongAnswer<double>(
                "The divisor takes the smaller of the two sizes, not the larger: 1 − min(|x|, |y|).",
                0.76, -0.76, 1.5, 0, 5.4, 0)
            .WrongAnswer<double>(
                "Take the sizes |x| and |y| before you take the smaller: the minimum of 0.8 and −0.5 is −0.5, but the smaller size is 0.5.",
                0.76, -0.76, 0.2, 0, 0.5625, 0),

        Exercise.Define<ProveAnswer>("04.prove", "Backward chaining with a goal stack", points: 3)
            .Case([Clinic, Words("hot"), "hot"], expected: true, note: "the goal is a fact")
            .Case([Clinic, Words("hot"), "fever"], expected: true, note: "one rule back")
            .Case([Clinic, Words("hot", "stiff-neck"), "meningitis"], expected: true, note: "two rules back")
            .Case(
                [Clinic, Words("shivers", "stiff-neck"), "fever"], expected: false,
                note: "shivers without sweats: all conditions of a rule must hold")
            .Case(
                [Clinic, Words("shivers", "sweats", "cough"), "flu"], expected: true,
                note: "the first rule for fever fails, the second holds")
            .Case([Rules("a b", "b a", "b c"), Words("c"), "a"], expected: true, note: "a rests on b and b on a, but b rests on c too")
            .Case([Rules("a b", "b a"), Words(), "a"], expected: false, note: "a because of b because of a: nobody is proved by itself")
            .Case(
                [Rules("g a b", "a b", "a c", "b a"), Words("c"), "g"], expected: true,
                note: "b fails while a is on the stack, and holds later")
            .Case([Rules("a b"), Words("a"), "a"], expected: true, note: "a fact that a rule concludes too")
            .Case([Rules("a b", "b"), Words(), "a"], expected: true, note: "b has a rule without conditions, so b holds")
            .Case(
                [Rules("a b", "b c", "c d", "d e", "e f", "f g", "g h"), Words("h"), "a"], expected: true,
                note: "a chain of seven rules")
            .WrongAnswer(
                "One condition that holds is not enough: a rule needs all of its conditions.",
                true, true, true, true, true, true, false, true, true, false, true)
            .WrongAnswer(
                "You look only for rules whose conditions are facts. A condition may itself be a goal with rules of its own.",
                true, true, false, false, false, false, false, false, true, false, false)
            .WrongAnswer(
                "You give up when the first rule for a goal fails: try the others.",
                true, true, true, false, false, false, false, false, true, true, true)
            .WrongAnswer(
                "A goal that failed while another stood on the stack may hold later: only the circle made it fail. Take each goal off "
                + "the stack when its proof ends, and do not remember that it failed.",
                true, true, true, false, true, true, false, false, true, true, true)
            .WrongAnswer(
                "A goal that already waits on the stack proves nothing: where a rests on b and b on a, neither is proved.",
                true, true, true, false, true, true, true, true, true, true, true)
            .WrongAnswer(
                "Look among the facts first: a fact is proved even if rules conclude it too.",
                true, true, true, false, true, true, false, true, false, true, true),

        Exercise.Define<QuestionsAnswer>("04.questions", "What does the consultation ask?", points: 4)
            .Case([Clinic, Words("hot"), "fever"], expected: Words("hot"), note: "the first rule holds: no further rule is tried")
            .Case(
                [Clinic, Words("shivers", "sweats"), "fever"], expected: Words("hot", "shivers", "sweats"),
                note: "not hot, so the second rule")
            .Case(
                [Clinic, Words("shivers"), "meningitis"], expected: Words("stiff-neck"),
                note: "no stiff neck ends the rule: nothing is asked in vain")
            .Case(
                [Clinic, Words("hot", "stiff-neck"), "meningitis"], expected: Words("stiff-neck", "hot"),
                note: "for the fever, its own rules")
            .Case(
                [Rules("x a b", "x a c"), Words("a", "c"), "x"], expected: Words("a", "b", "c"),
                note: "a was answered yes: it is not asked again")
            .Case(
                [Rules("x a b", "x a c"), Words("b", "c"), "x"], expected: Words("a"),
                note: "a was answered no: it is not asked again either")
            .Case([Clinic, Words("cough"), "cough"], expected: Words("cough"), note: "no rule concludes it, so the user is asked")
            .WrongAnswer<string[]>(
                "You ask again what was answered before: remember the answers.",
                ["hot"], ["hot", "shivers", "sweats"], ["stiff-neck"], ["stiff-neck", "hot"], ["a", "b", "a", "c"], ["a", "a"], ["cough"])
            .WrongAnswer<string[]>(
                "A condition that does not hold ends the rule: ask for none of the others.",
                ["hot"], ["hot", "shivers", "sweats"], ["stiff-neck", "hot", "shivers", "sweats"], ["stiff-neck", "hot"], ["a", "b", "c"],
                ["a", "b", "c"], ["cough"])
            .WrongAnswer<string[]>(
                "Once a rule has proved the goal, no further rule for it is tried.",
                ["hot", "shivers"], ["hot", "shivers", "sweats"], ["stiff-neck"], ["stiff-neck", "hot", "shivers"], ["a", "b", "c"],
                ["a"], ["cough"])
            .WrongAnswer<string[]>(
                "Remember the noes too: what was answered no is not asked again.",
                ["hot"], ["hot", "shivers", "sweats"], ["stiff-neck"], ["stiff-neck", "hot"], ["a", "b", "c"], ["a", "a"], ["cough"])
            .WrongAnswer<string[]>(
                "You ask for goals that rules conclude. Ask only for what no rule concludes.",
                ["fever", "hot"], ["fever", "hot", "shivers", "sweats"], ["meningitis", "stiff-neck"],
                ["meningitis", "stiff-neck", "fever", "hot"], ["x", "a", "b", "c"], ["x", "a"], ["cough"]),

        Exercise.Define<ZooAnswer>("04.zoo", "Rules that reach 90 % on the zoo", points: 3)
            .Case([true, false, true, false, true, false, 4], expected: "mammal", note: "the lion")
            .Case([true, false, true, true, true, true, 0], expected: "mammal", note: "the dolphin has fins, but gives milk")
            .Case([true, false, true, false, true, true, 4], expected: "mammal", note: "the platypus swims on four legs, but gives milk")
            .Case([false, true, true, false, true, true, 2], expected: "bird", note: "the penguin swims, but has feathers")
            .Case([false, false, true, true, false, true, 0], expected: "fish", note: "the carp")
            .Case([false, false, true, false, true, true, 4], expected: "amphibian", note: "the frog")
            .Case([false, false, true, false, true, false, 0], expected: "reptile", note: "the slow-worm has no legs, but a backbone")
            .Case([false, false, false, false, true, false, 6], expected: "insect", note: "the wasp")
            .Case([false, false, false, false, false, true, 8], expected: "invertebrate", note: "the octopus")
            .Case(
                [false, false, false, false, true, false, 8], expected: "invertebrate",
                note: "the scorpion breathes, but has two legs too many for an insect")
            .Case([true, false, true, false, true, false, 2], expected: "mammal", note: "the gorilla stands on two legs, but gives milk")
            .Case([false, false, true, false, true, false, 4], expected: "reptile", note: "the tortoise has four legs, but does not swim")
            .WrongAnswer(
                "Swimming does not make a fish: ask for milk and feathers first.",
                "mammal", "fish", "mammal", "bird", "fish", "amphibian", "reptile", "insect", "invertebrate", "invertebrate", "mammal", "reptile")
            .WrongAnswer(
                "Whatever has no backbone is not yet an insect: count its legs.",
                "mammal", "mammal", "mammal", "bird", "fish", "amphibian", "reptile", "insect", "invertebrate", "insect", "mammal", "reptile")
            .WrongAnswer(
                "No legs, so a fish? A slow-worm and a pit viper breathe.",
                "mammal", "mammal", "mammal", "bird", "fish", "amphibian", "fish", "insect", "invertebrate", "invertebrate", "mammal", "reptile")
            .WrongAnswer(
                "Reptiles walk on land: who breathes air but lives in water on four legs is an amphibian.",
                "mammal", "mammal", "mammal", "bird", "fish", "reptile", "reptile", "insect", "invertebrate", "invertebrate", "mammal", "reptile")
            .WrongAnswer(
                "Four legs do not make an amphibian: a tortoise has four, and does not live in water.",
                "mammal", "mammal", "mammal", "bird", "fish", "amphibian", "reptile", "insect", "invertebrate", "invertebrate", "mammal", "amphibian"),
    ];

    internal delegate double CertaintyAnswer(double[] factors);

    internal delegate bool ProveAnswer(string[][] rules, string[] facts, string goal);

    internal delegate string[] QuestionsAnswer(string[][] rules, string[] truths, string goal);

    internal delegate string ZooAnswer(bool milk, bool feathers, bool backbone, bool fins, bool breathes, bool aquatic, int legs);

    /// <summary>Words of one line.</summary>
    internal static string[][] Rules(params string[] lines) => [.. lines.Select(line => line.Split(' '))];

    /// <summary>Several words.</summary>
    internal static string[] Words(params string[] words) => words;

    /// <summary>Certainty factors.</summary>
    internal static double[] Factors(params double[] factors) => factors;
}
