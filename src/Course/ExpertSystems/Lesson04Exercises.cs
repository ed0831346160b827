namespace Course.ExpertSystems;

/// <summary>The exercises of lesson 04: what is asked, the cases a learner sees, and the mistakes that get a hint of their own.</summary>
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

    internal static IReadOnlyList<Exercise> All { get; } = [Certainty(), Prove(), Questions(), Zoo()];

    private static Exercise Certainty() =>
        Exercise.Define<Func<double[], double>>("04.certainty", "Combine certainty factors", points: 2)
            .Case([Factors(0.6, 0.4)], expected: 0.76, note: "both for: 0.4 of what was missing")
            .Case([Factors(-0.6, -0.4)], expected: -0.76, note: "both against: the mirror image")
            .Case([Factors(0.8, -0.5)], expected: 0.6, note: "one for, one against: 0.3 / (1 − 0.5)")
            .Case([Factors(0.3, -0.3)], expected: 0.0, note: "as much for as against")
            .Case([Factors(0.5, 0.5, 0.5, -0.2)], expected: 0.84375, note: "four rules, one after the other")
            .Case([Factors()], expected: 0.0, note: "no evidence at all says nothing")
            .Mistake("You add the factors up: two rules of 0.6 would then be more than certain. The second may only take its share of what is still missing.", (double[] cf) => cf.Sum())
            .Mistake("You take the largest. That is how alternatives of one condition are joined; separate rules strengthen each other.", (double[] cf) => cf.DefaultIfEmpty(0).Max())
            .Mistake("Two factors below 0 do not combine as two above 0 do: x + y − xy leaves the range. Mirror it: x + y + xy.", (double[] cf) => cf.Aggregate(0.0, (x, y) => x * y < 0 ? Mixed(x, y) : x + y - x * y))
            .Mistake("For one factor above 0 and one below, the sum is divided by 1 − min(|x|, |y|).", (double[] cf) => cf.Aggregate(0.0, (x, y) => x * y < 0 ? x + y : Alike(x, y)));

    private static Exercise Prove() =>
        Exercise.Define<Func<string[][], string[], string, bool>>("04.prove", "Backward chaining with a goal stack", points: 3)
            .Case([Clinic, Words("hot"), "hot"], expected: true, note: "the goal is a fact")
            .Case([Clinic, Words("hot"), "fever"], expected: true, note: "one rule back")
            .Case([Clinic, Words("hot", "stiff-neck"), "meningitis"], expected: true, note: "two rules back")
            .Case([Clinic, Words("shivers", "stiff-neck"), "fever"], expected: false, note: "shivers without sweats: all conditions of a rule must hold")
            .Case([Clinic, Words("shivers", "sweats", "cough"), "flu"], expected: true, note: "the first rule for fever fails, the second holds")
            .Case([Rules("a b", "b a", "b c"), Words("c"), "a"], expected: true, note: "a rests on b and b on a, but b rests on c too")
            .Case([Rules("a b", "b a"), Words(), "a"], expected: false, note: "a because of b because of a: nobody is proved by itself")
            .Mistake("One condition that holds is not enough: a rule needs all of its conditions.", (string[][] rules, string[] facts, string goal) => Proved(rules, facts, goal, needAll: false))
            .Mistake("You look only for rules whose conditions are facts. A condition may itself be a goal with rules of its own.", (string[][] rules, string[] facts, string goal) => facts.Contains(goal) || rules.Any(rule => rule[0] == goal && rule[1..].All(facts.Contains)))
            .Mistake("You give up when the first rule for a goal fails: try the others.", (string[][] rules, string[] facts, string goal) => ByFirstRule(rules, facts, goal, []));

    private static Exercise Questions() =>
        Exercise.Define<Func<string[][], string[], string, string[]>>("04.questions", "What does the consultation ask?", points: 4)
            .Case([Clinic, Words("hot"), "fever"], expected: Words("hot"), note: "the first rule holds: no further rule is tried")
            .Case([Clinic, Words("shivers", "sweats"), "fever"], expected: Words("hot", "shivers", "sweats"), note: "not hot, so the second rule")
            .Case([Clinic, Words("shivers"), "meningitis"], expected: Words("stiff-neck"), note: "no stiff neck ends the rule: nothing is asked in vain")
            .Case([Clinic, Words("hot", "stiff-neck"), "meningitis"], expected: Words("stiff-neck", "hot"), note: "for the fever, its own rules")
            .Case([Rules("x a b", "x a c"), Words("a", "c"), "x"], expected: Words("a", "b", "c"), note: "a was answered yes: it is not asked again")
            .Case([Rules("x a b", "x a c"), Words("b", "c"), "x"], expected: Words("a"), note: "a was answered no: it is not asked again either")
            .Case([Clinic, Words("cough"), "cough"], expected: Words("cough"), note: "no rule concludes it, so the user is asked")
            .Mistake("You ask again what was answered before: remember the answers.", (string[][] rules, string[] truths, string goal) => Asked(rules, truths, goal, remember: false))
            .Mistake("A condition that does not hold ends the rule: ask for none of the others.", (string[][] rules, string[] truths, string goal) => Asked(rules, truths, goal, stopAtNo: false))
            .Mistake("Once a rule has proved the goal, no further rule for it is tried.", (string[][] rules, string[] truths, string goal) => Asked(rules, truths, goal, stopAtYes: false));

    private static Exercise Zoo() =>
        Exercise.Define<Func<bool, bool, bool, bool, bool, bool, int, string>>("04.zoo", "Rules that reach 90 % on the zoo", points: 3)
            .Case([true, false, true, false, true, false, 4], expected: "mammal", note: "the lion")
            .Case([true, false, true, true, true, true, 0], expected: "mammal", note: "the dolphin has fins, but gives milk")
            .Case([true, false, true, false, true, true, 4], expected: "mammal", note: "the platypus swims on four legs, but gives milk")
            .Case([false, true, true, false, true, true, 2], expected: "bird", note: "the penguin swims, but has feathers")
            .Case([false, false, true, true, false, true, 0], expected: "fish", note: "the carp")
            .Case([false, false, true, false, true, true, 4], expected: "amphibian", note: "the frog")
            .Case([false, false, true, false, true, false, 0], expected: "reptile", note: "the slow-worm has no legs, but a backbone")
            .Case([false, false, false, false, true, false, 6], expected: "insect", note: "the wasp")
            .Case([false, false, false, false, false, true, 8], expected: "invertebrate", note: "the octopus")
            .Case([false, false, false, false, true, false, 8], expected: "invertebrate", note: "the scorpion breathes, but has two legs too many for an insect")
            .Mistake("Swimming does not make a fish: ask for milk and feathers first.", (bool milk, bool feathers, bool backbone, bool fins, bool breathes, bool aquatic, int legs) =>
                aquatic && backbone && legs == 0 ? "fish" : Kind(milk, feathers, backbone, fins, breathes, aquatic, legs))
            .Mistake("Whatever has no backbone is not yet an insect: count its legs.", (bool milk, bool feathers, bool backbone, bool fins, bool breathes, bool aquatic, int legs) =>
                !backbone && breathes ? "insect" : Kind(milk, feathers, backbone, fins, breathes, aquatic, legs))
            .Mistake("No legs, so a fish? A slow-worm and a pit viper breathe.", (bool milk, bool feathers, bool backbone, bool fins, bool breathes, bool aquatic, int legs) =>
                !milk && !feathers && backbone && legs == 0 ? "fish" : Kind(milk, feathers, backbone, fins, breathes, aquatic, legs))
            .Mistake("Reptiles walk on land: who breathes air but lives in water on four legs is an amphibian.", (bool milk, bool feathers, bool backbone, bool fins, bool breathes, bool aquatic, int legs) =>
                !milk && !feathers && backbone && !fins ? "reptile" : Kind(milk, feathers, backbone, fins, breathes, aquatic, legs));

    /// <summary>Words of one line.</summary>
    internal static string[][] Rules(params string[] lines) => [.. lines.Select(line => line.Split(' '))];

    /// <summary>Several words.</summary>
    internal static string[] Words(params string[] words) => words;

    /// <summary>Certainty factors.</summary>
    internal static double[] Factors(params double[] factors) => factors;

    private static double Mixed(double x, double y) => (x + y) / (1 - Math.Min(Math.Abs(x), Math.Abs(y)));

    private static double Alike(double x, double y) => x + y - Math.Sign(x + y) * x * y;

    private static bool Proved(string[][] rules, string[] facts, string goal, bool needAll)
    {
        var known = facts.ToHashSet();
        while (rules.FirstOrDefault(rule => !known.Contains(rule[0]) && (needAll ? rule[1..].All(known.Contains) : rule[1..].Any(known.Contains))) is { } next) known.Add(next[0]);
        return known.Contains(goal);
    }

    private static bool ByFirstRule(string[][] rules, string[] facts, string goal, string[] stack) =>
        facts.Contains(goal) || (!stack.Contains(goal) && rules.FirstOrDefault(rule => rule[0] == goal) is { } first && first[1..].All(condition => ByFirstRule(rules, facts, condition, [.. stack, goal])));

    private static string[] Asked(string[][] rules, string[] truths, string goal, bool remember = true, bool stopAtNo = true, bool stopAtYes = true)
    {
        List<string> asked = [];
        Holds(goal);
        return [.. asked];

        bool Holds(string wanted)
        {
            string[][] about = [.. rules.Where(rule => rule[0] == wanted)];
            if (about.Length == 0)
            {
                if (!remember || !asked.Contains(wanted)) asked.Add(wanted);
                return truths.Contains(wanted);
            }

            bool any = false;
            foreach (string[] rule in about)
            {
                bool all = true;
                foreach (string condition in rule[1..])
                {
                    all &= Holds(condition);
                    if (!all && stopAtNo) break;
                }

                any |= all;
                if (any && stopAtYes) break;
            }

            return any;
        }
    }

    private static string Kind(bool milk, bool feathers, bool backbone, bool fins, bool breathes, bool aquatic, int legs) =>
        milk ? "mammal"
        : feathers ? "bird"
        : backbone ? (fins ? "fish" : aquatic && breathes && legs == 4 ? "amphibian" : "reptile")
        : breathes && legs == 6 ? "insect" : "invertebrate";
}
