namespace Course.Grading.HiddenTests.Answers;

/// <summary>Code shared by right and wrong answers to the exercises of lesson 04.</summary>
internal static class Lesson04Answers
{
    internal static double Mixed(double x, double y) => (x + y) / (1 - Math.Min(Math.Abs(x), Math.Abs(y)));

    internal static double Alike(double x, double y) => x + y - Math.Sign(x + y) * x * y;

    internal static bool Proved(string[][] rules, string[] facts, string goal, bool needAll)
    {
        var known = facts.ToHashSet();
        while (rules.FirstOrDefault(rule => !known.Contains(rule[0])
            && (needAll ? rule[1..].All(known.Contains) : rule[1..].Any(known.Contains))) is { } next) known.Add(next[0]);
        return known.Contains(goal);
    }

    internal static bool ByFirstRule(string[][] rules, string[] facts, string goal, string[] stack) =>
        facts.Contains(goal)
        || (!stack.Contains(goal) && rules.FirstOrDefault(rule => rule[0] == goal) is { } first
            && first[1..].All(condition => ByFirstRule(rules, facts, condition, [.. stack, goal])));

    internal static string[] Asked(string[][] rules, string[] truths, string goal, bool remember = true, bool stopAtNo = true,
        bool stopAtYes = true, bool rememberNo = true, bool askAll = false)
    {
        List<string> asked = [];
        Holds(goal);
        return [.. asked];

        bool Holds(string wanted)
        {
            string[][] about = [.. rules.Where(rule => rule[0] == wanted)];
            bool said = truths.Contains(wanted);
            bool ask = !asked.Contains(wanted) || !remember || (!said && !rememberNo);
            if (ask && (askAll || about.Length == 0)) asked.Add(wanted);
            if (about.Length == 0) return said;

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

    internal static string Kind(bool milk, bool feathers, bool backbone, bool fins, bool breathes, bool aquatic, int legs) =>
        milk ? "mammal"
        : feathers ? "bird"
        : backbone ? (fins ? "fish" : aquatic && breathes && legs == 4 ? "amphibian" : "reptile")
        : breathes && legs == 6 ? "insect" : "invertebrate";
}
