using Microsoft.Data.Analysis;
using static Course.ExpertSystems.Lesson04Exercises;
using static Course.Grading.HiddenTests.Answers.Lesson04Answers;

namespace Course.Grading.HiddenTests;

/// <summary>The hidden halves of lesson 04: references, hidden cases, and wrong answers that these catch.</summary>
internal static class Lesson04
{
    /// <summary>Animals on which opinions differ: an answer that is right on all others has reached 90 %.</summary>
    private static readonly string[] oddest = ["seasnake", "newt", "tortoise", "tuatara", "crayfish", "lobster", "flea", "worm",
        "platypus", "starfish"];

    private static readonly Lazy<Dictionary<string, object?[]>> animals = new(ReadAnimals);

    internal static IReadOnlyList<HiddenTest> All => [Certainty(), Prove(), Questions(), Zoo()];

    private static HiddenTest<CertaintyAnswer> Certainty() =>
        HiddenTest.Define<CertaintyAnswer>("04.certainty", factors => factors.Aggregate(0.0, Combine))
            .Edge(EdgeKind.Empty, "no rule has fired", [Factors()])
            .Edge(EdgeKind.One, "one rule", [Factors(-0.35)])
            .Edge(EdgeKind.Negative, "three rules against", [Factors(-0.5, -0.4, -0.3)])
            .Edge(EdgeKind.Tie, "as much against as for", [Factors(0.4, 0.7, -0.7, -0.4)])
            .Edge(EdgeKind.Special, "a little for, much against", [Factors(0.2, -0.9)])
            .Edge(EdgeKind.Special, "for, against, for again", [Factors(0.6, -0.7, 0.8)])
            .Edge(EdgeKind.Many, "thirty weak rules", random => [Drawn(30, 0.2, random)])
            .Random(12, random => [Drawn(random.Next(2, 6), 0.9, random)])
            .WrongAnswer("You add the factors up", cf => cf.Sum())
            .WrongAnswer("You take the largest", cf => cf.DefaultIfEmpty(0).Max())
            .WrongAnswer("Two factors below 0 do not combine as two above 0 do",
                cf => cf.Aggregate(0.0, (x, y) => x * y < 0 ? Mixed(x, y) : x + y - x * y))
            .WrongAnswer("For one factor above 0 and one below", cf => cf.Aggregate(0.0, (x, y) => x * y < 0 ? x + y : Alike(x, y)))
            .HiddenWrongAnswer("the mean", factors => factors.DefaultIfEmpty(0).Average())
            .HiddenWrongAnswer("two heaps, subtracted at the end, as in 1975",
                factors => Heap(factors.Where(x => x > 0)) - Heap(factors.Where(x => x < 0).Select(x => -x)))
            .HiddenWrongAnswer("divides by 1 + min",
                factors => factors.Aggregate(0.0, (x, y) => x * y < 0 ? (x + y) / (1 + Math.Min(Math.Abs(x), Math.Abs(y))) : Combine(x, y)))
            .WrongAnswer("The divisor takes the smaller of the two sizes",
                factors => factors.Aggregate(0.0, (x, y) => x * y < 0 ? (x + y) / (1 - Math.Max(Math.Abs(x), Math.Abs(y))) : Combine(x, y)))
            .WrongAnswer("Take the sizes |x| and |y|",
                factors => factors.Aggregate(0.0, (x, y) => x * y < 0 ? (x + y) / (1 - Math.Min(x, y)) : Combine(x, y)))
            .HiddenWrongAnswer("the first two only", factors => factors.Take(2).Aggregate(0.0, Combine));

    private static HiddenTest<ProveAnswer> Prove() =>
        HiddenTest.Define<ProveAnswer>("04.prove", (rules, facts, goal) => Closure(rules, facts).Contains(goal))
            .Edge(EdgeKind.Empty, "no rules and no facts", [Rules(), Words(), "a"])
            .Edge(EdgeKind.Special, "a rule without conditions", [Rules("a b", "b"), Words(), "a"])
            .Edge(EdgeKind.Special, "a circle and nothing else", [Rules("a b", "b c", "c a"), Words("d"), "a"])
            .Edge(EdgeKind.Special, "a rule whose condition is its conclusion", [Rules("a a"), Words(), "a"])
            .Edge(EdgeKind.Special, "a goal that fails on the stack and holds later",
                [Rules("g a b", "a b", "a c", "b a"), Words("c"), "g"])
            .Edge(EdgeKind.Special, "a fact that rules conclude too", [Rules("a b", "g a"), Words("a"), "g"])
            .Edge(EdgeKind.Special, "the last of many rules", [Rules("g a", "g b", "g c", "g d"), Words("d"), "g"])
            .Edge(EdgeKind.Many, "a chain of forty rules", [Chain(40), Words("s40"), "s0"])
            .Edge(EdgeKind.Many, "a chain of forty rules, the last fact missing", [Chain(40), Words("s41"), "s0"])
            .Random(15, random => Net(random, circles: true))
            .WrongAnswer("One condition that holds is not enough", (rules, facts, goal) => Proved(rules, facts, goal, needAll: false))
            .WrongAnswer("You look only for rules whose conditions are facts",
                (rules, facts, goal) => facts.Contains(goal) || rules.Any(rule => rule[0] == goal && rule[1..].All(facts.Contains)))
            .WrongAnswer("You give up when the first rule for a goal fails", (rules, facts, goal) => ByFirstRule(rules, facts, goal, []))
            .WrongAnswer("A goal that failed while another stood on the stack", (rules, facts, goal) => Remembering(rules, facts, goal, []))
            .WrongAnswer("A goal that already waits on the stack proves nothing", (rules, facts, goal) => OnStack(rules, facts, goal, []))
            .WrongAnswer("Look among the facts first",
                (rules, facts, goal) => Closure(rules, [.. facts.Where(fact => rules.All(rule => rule[0] != fact))]).Contains(goal))
            .HiddenWrongAnswer("a rule without conditions never holds",
                (rules, facts, goal) => Closure([.. rules.Where(rule => rule.Length > 1)], facts).Contains(goal))
            .HiddenWrongAnswer("five steps are enough", (rules, facts, goal) => Closure(rules, facts, rounds: 5).Contains(goal))
            .HiddenWrongAnswer("always yes", (rules, facts, goal) => true);

    private static HiddenTest<QuestionsAnswer> Questions() =>
        HiddenTest.Define<QuestionsAnswer>("04.questions", (rules, truths, goal) => Consult(rules, truths, goal))
            .Edge(EdgeKind.Empty, "everything is answered no", [Clinic, Words(), "meningitis"])
            .Edge(EdgeKind.Special, "a goal without rules", [Clinic, Words(), "headache"])
            .Edge(EdgeKind.Special, "a rule without conditions", [Rules("x a b", "a", "b c"), Words(), "x"])
            .Edge(EdgeKind.Special, "one condition twice", [Rules("x a a b"), Words("a"), "x"])
            .Edge(EdgeKind.Special, "one goal behind two rules", [Rules("x a b", "a p", "b a q"), Words("p"), "x"])
            .Edge(EdgeKind.Special, "a no that two rules need", [Rules("x a b", "x a c"), Words("b"), "x"])
            .Edge(EdgeKind.Special, "the second rule decides", [Rules("x p q", "x r s"), Words("p", "r", "s"), "x"])
            .Edge(EdgeKind.Many, "a chain of thirty rules", [Chain(30), Words("s30"), "s0"])
            .Random(15, random => Net(random, circles: false))
            .WrongAnswer("You ask again what was answered before", (rules, truths, goal) => Asked(rules, truths, goal, remember: false))
            .WrongAnswer("A condition that does not hold ends the rule",
                (rules, truths, goal) => Asked(rules, truths, goal, stopAtNo: false))
            .WrongAnswer("Once a rule has proved the goal", (rules, truths, goal) => Asked(rules, truths, goal, stopAtYes: false))
            .WrongAnswer("Remember the noes too", (rules, truths, goal) => Asked(rules, truths, goal, rememberNo: false))
            .WrongAnswer("You ask for goals that rules conclude", (rules, truths, goal) => Asked(rules, truths, goal, askAll: true))
            .HiddenWrongAnswer("in alphabetical order",
                (rules, truths, goal) => Consult(rules, truths, goal).Order(StringComparer.Ordinal).ToArray())
            .HiddenWrongAnswer("rules from the last to the first", (rules, truths, goal) => Consult([.. rules.Reverse()], truths, goal))
            .HiddenWrongAnswer("everything that might matter",
                (rules, truths, goal) =>
                    rules.SelectMany(rule => rule[1..]).Where(word => rules.All(rule => rule[0] != word)).Distinct().ToArray())
            .HiddenWrongAnswer("a goal without rules is not asked",
                (rules, truths, goal) => rules.All(rule => rule[0] != goal) ? [] : Consult(rules, truths, goal))
            .HiddenWrongAnswer("only what was answered yes",
                (rules, truths, goal) => Consult(rules, truths, goal).Where(truths.Contains).ToArray());

    private static HiddenTest<ZooAnswer> Zoo() =>
        HiddenTest.Define<ZooAnswer>("04.zoo",
                (milk, feathers, backbone, fins, breathes, aquatic, legs) =>
                    KindOf(milk, feathers, backbone, fins, breathes, aquatic, legs))
            .Edge(EdgeKind.Special, "the seal", Animal("seal"))
            .Edge(EdgeKind.Special, "the porpoise", Animal("porpoise"))
            .Edge(EdgeKind.Special, "the wallaby", Animal("wallaby"))
            .Edge(EdgeKind.Special, "the swan", Animal("swan"))
            .Edge(EdgeKind.Special, "the toad", Animal("toad"))
            .Edge(EdgeKind.Special, "the pit viper", Animal("pitviper"))
            .Edge(EdgeKind.Special, "the seahorse", Animal("seahorse"))
            .Edge(EdgeKind.Special, "the slug", Animal("slug"))
            .Edge(EdgeKind.Special, "the moth", Animal("moth"))
            .Edge(EdgeKind.Special, "the crab", Animal("crab"))
            .Random(20, random => random.GetItems([.. animals.Value.Values], 1)[0])
            .WrongAnswer("Swimming does not make a fish",
                (milk, feathers, backbone, fins, breathes, aquatic, legs) =>
                    aquatic && backbone && legs == 0 ? "fish" : Kind(milk, feathers, backbone, fins, breathes, aquatic, legs))
            .WrongAnswer("Whatever has no backbone is not yet an insect",
                (milk, feathers, backbone, fins, breathes, aquatic, legs) =>
                    !backbone && breathes ? "insect" : Kind(milk, feathers, backbone, fins, breathes, aquatic, legs))
            .WrongAnswer("No legs, so a fish",
                (milk, feathers, backbone, fins, breathes, aquatic, legs) =>
                    !milk && !feathers && backbone && legs == 0 ? "fish" : Kind(milk, feathers, backbone, fins, breathes, aquatic, legs))
            .WrongAnswer("Reptiles walk on land",
                (milk, feathers, backbone, fins, breathes, aquatic, legs) =>
                    !milk && !feathers && backbone && !fins ? "reptile" : Kind(milk, feathers, backbone, fins, breathes, aquatic, legs))
            .HiddenWrongAnswer("fins make a fish",
                (milk, feathers, backbone, fins, breathes, aquatic, legs) =>
                    fins ? "fish" : KindOf(milk, feathers, backbone, fins, breathes, aquatic, legs))
            .HiddenWrongAnswer("two legs, so a bird, and no other",
                (milk, feathers, backbone, fins, breathes, aquatic, legs) =>
                    legs == 2 ? "bird" : KindOf(milk, false, backbone, fins, breathes, aquatic, legs))
            .HiddenWrongAnswer("swims, so no bird",
                (milk, feathers, backbone, fins, breathes, aquatic, legs) =>
                    KindOf(milk, feathers && !aquatic, backbone, fins, breathes, aquatic, legs))
            .WrongAnswer("Four legs do not make an amphibian",
                (milk, feathers, backbone, fins, breathes, aquatic, legs) =>
                    !milk && legs == 4 ? "amphibian" : KindOf(milk, feathers, backbone, fins, breathes, aquatic, legs))
            .HiddenWrongAnswer("no fish",
                (milk, feathers, backbone, fins, breathes, aquatic, legs) =>
                    KindOf(milk, feathers, backbone, false, breathes, aquatic, legs))
            .HiddenWrongAnswer("no insects",
                (milk, feathers, backbone, fins, breathes, aquatic, legs) => KindOf(milk, feathers, backbone, fins, breathes, aquatic, 0));

    private static double Combine(double x, double y) => (x, y) switch
    {
        ( >= 0, >= 0) => 1 - (1 - x) * (1 - y),
        ( <= 0, <= 0) => (1 + x) * (1 + y) - 1,
        _ => (x + y) / (1 - Math.Min(Math.Abs(x), Math.Abs(y))),
    };

    private static double Heap(IEnumerable<double> factors) => factors.Aggregate(0.0, Combine);

    private static double[] Drawn(int count, double most, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Round(most * (2 * random.NextDouble() - 1), 2))];

    // Everything that follows from the facts, by forward chaining: a proof exists exactly if this set contains the goal, with or without
    // circles.
    private static HashSet<string> Closure(string[][] rules, string[] facts, int rounds = int.MaxValue)
    {
        HashSet<string> known = [.. facts];
        for (int round = 0; round < rounds; round++)
        {
            string[] fresh = [.. rules.Where(rule => rule[1..].All(known.Contains)).Select(rule => rule[0]).Except(known)];
            if (fresh.Length == 0) break;
            known.UnionWith(fresh);
        }

        return known;
    }

    private static bool OnStack(string[][] rules, string[] facts, string goal, string[] stack) =>
        facts.Contains(goal) || stack.Contains(goal)
            || rules.Any(rule => rule[0] == goal && rule[1..].All(condition => OnStack(rules, facts, condition, [.. stack, goal])));

    private static bool Remembering(string[][] rules, string[] facts, string goal, Dictionary<string, bool> tried)
    {
        if (facts.Contains(goal)) return true;
        if (tried.TryGetValue(goal, out bool before)) return before;
        tried[goal] = false;
        return tried[goal] = rules.Any(rule => rule[0] == goal && rule[1..].All(condition => Remembering(rules, facts, condition, tried)));
    }

    private static string[] Consult(string[][] rules, string[] truths, string goal)
    {
        List<string> asked = [];
        Holds(goal);
        return [.. asked];

        bool Holds(string wanted)
        {
            if (rules.Any(rule => rule[0] == wanted)) return rules.Where(rule => rule[0] == wanted).Any(rule => rule[1..].All(Holds));
            if (!asked.Contains(wanted)) asked.Add(wanted);
            return truths.Contains(wanted);
        }
    }

    private static string[][] Chain(int length) => [.. Enumerable.Range(0, length).Select(i => Words($"s{i}", $"s{i + 1}"))];

    // Nine words, the goal first. A rule concludes an early word from later ones or, with circles, from any words.
    private static object?[] Net(Random random, bool circles)
    {
        string[][] rules = [.. Enumerable.Range(0, random.Next(6, 13)).Select(_ =>
        {
            int about = random.Next(5);
            return Enumerable.Range(0, random.Next(1, 4)).Select(_ => circles ? random.Next(9) : random.Next(about + 1, 9)).Prepend(about)
                .Select(word => $"w{word}").ToArray();
        })];
        return [(string[][])[Words("w0", $"w{random.Next(1, 9)}"), .. rules],
            Enumerable.Range(5, 4).Where(_ => random.Next(2) == 0).Select(word => $"w{word}").ToArray(), "w0"];
    }

    private static string KindOf(bool milk, bool feathers, bool backbone, bool fins, bool breathes, bool aquatic, int legs)
    {
        if (milk) return "mammal";
        if (feathers) return "bird";
        if (!backbone) return breathes && legs == 6 ? "insect" : "invertebrate";
        if (fins) return "fish";
        return aquatic && breathes && legs == 4 ? "amphibian" : "reptile";
    }

    private static Func<Random, object?[]> Animal(string name) => _ => animals.Value[name];

    private static Dictionary<string, object?[]> ReadAnimals()
    {
        DataFrame zoo = Data.Zoo.Load();
        return zoo.Rows.Where(animal => !oddest.Contains(animal["animal"])).DistinctBy(animal => animal["animal"])
            .ToDictionary(animal => (string)animal["animal"], Traits);
    }

    private static object?[] Traits(DataFrameRow animal) =>
    [
        .. new[] { "milk", "feathers", "backbone", "fins", "breathes", "aquatic" }.Select(trait => (object)((int)animal[trait] == 1)),
        animal["legs"],
    ];
}
