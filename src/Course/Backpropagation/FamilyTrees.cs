namespace Course.Backpropagation;

/// <summary>
/// Two families of twelve, one English, one Italian, with the same tree, and twelve relations between their members. Figure 2 of D. E.
/// Rumelhart, G. E. Hinton and R. J. Williams, Nature 323, 1986. The relations are derived here from marriages and births. Defined in
/// lesson 06.
/// </summary>
public static class FamilyTrees
{
    // One family per line: husband, wife, their children. The two trees list corresponding people in the same order.
    private static readonly string[][] english =
    [
        ["Christopher", "Penelope", "Arthur", "Victoria"], ["Andrew", "Christine", "James", "Jennifer"],
        ["Arthur", "Margaret"], ["James", "Victoria", "Colin", "Charlotte"], ["Charles", "Jennifer"],
    ];

    private static readonly string[][] italian =
    [
        ["Roberto", "Maria", "Emilio", "Lucia"], ["Pierro", "Francesca", "Marco", "Angela"],
        ["Emilio", "Gina"], ["Marco", "Lucia", "Alfonso", "Sophia"], ["Tomaso", "Angela"],
    ];

    private static readonly string[][] families = [.. english, .. italian];

    /// <summary>The 24 people, the English first and the oldest first.</summary>
    public static IReadOnlyList<Relative> People { get; } = [.. Members(english, "English"), .. Members(italian, "Italian")];

    /// <summary>The 12 relations.</summary>
    public static IReadOnlyList<string> Relations { get; } =
        ["father", "mother", "husband", "wife", "son", "daughter", "uncle", "aunt", "brother", "sister", "nephew", "niece"];

    /// <summary>
    /// The 104 questions that have an answer, such as "Colin's aunt". Each comes with all its answers, 112 triples in all.
    /// </summary>
    public static IReadOnlyList<KinshipQuestion> Questions { get; } =
    [
        .. from person in Enumerable.Range(0, People.Count)
           from relation in Enumerable.Range(0, Relations.Count)
           let answers = Answers(People[person].Name, Relations[relation]).Select(Number).ToArray()
           where answers.Length > 0
           select new KinshipQuestion(person, relation, answers),
    ];

    private static IEnumerable<string> Answers(string person, string relation) => relation switch
    {
        "father" => Parents(person).Take(1),
        "mother" => Parents(person).Skip(1),
        "husband" => families.Where(family => family[1] == person).Select(family => family[0]),
        "wife" => families.Where(family => family[0] == person).Select(family => family[1]),
        "son" => Male(Children(person)),
        "daughter" => Female(Children(person)),
        "brother" => Male(Siblings(person)),
        "sister" => Female(Siblings(person)),
        "uncle" => Male(Parents(person).SelectMany(Siblings).SelectMany(WithSpouse)),
        "aunt" => Female(Parents(person).SelectMany(Siblings).SelectMany(WithSpouse)),
        "nephew" => Male(WithSpouse(person).SelectMany(Siblings).SelectMany(Children)),
        "niece" => Female(WithSpouse(person).SelectMany(Siblings).SelectMany(Children)),
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    };

    private static IEnumerable<string> Parents(string person) =>
        families.Where(family => family.Skip(2).Contains(person)).SelectMany(family => family.Take(2));

    private static IEnumerable<string> Children(string person) =>
        families.Where(family => family.Take(2).Contains(person)).SelectMany(family => family.Skip(2));

    private static IEnumerable<string> Siblings(string person) =>
        Parents(person).Take(1).SelectMany(Children).Where(child => child != person);

    private static IEnumerable<string> WithSpouse(string person) =>
        families.Where(family => family.Take(2).Contains(person)).SelectMany(family => family.Take(2)).DefaultIfEmpty(person);

    private static IEnumerable<string> Male(IEnumerable<string> names) => names.Where(name => !People[Number(name)].Female);

    private static IEnumerable<string> Female(IEnumerable<string> names) => names.Where(name => People[Number(name)].Female);

    private static int Number(string name) => People.ToList().FindIndex(person => person.Name == name);

    private static IEnumerable<Relative> Members(string[][] families, string nation)
    {
        string[] grandparents = [.. families[..2].SelectMany(family => family.Take(2))];
        string[] grandchildren = [.. families[2..].SelectMany(family => family.Skip(2))];
        string[] between = [.. families[2..].SelectMany(family => family.Take(2))];
        bool Woman(string name) => families.Any(family => family[1] == name || family.Skip(3).Contains(name));
        return
        [
            .. grandparents.Select(name => new Relative(name, Woman(name), 1, nation)),
            .. between.Select(name => new Relative(name, Woman(name), 2, nation)),
            .. grandchildren.Select(name => new Relative(name, Woman(name), 3, nation)),
        ];
    }
}

/// <summary>Who is in this relation to that person? Defined in lesson 06.</summary>
/// <param name="Person">The number of the person asked about, in <see cref="FamilyTrees.People"/>.</param>
/// <param name="Relation">The number of the relation, in <see cref="FamilyTrees.Relations"/>.</param>
/// <param name="Answers">The numbers of all people in that relation.</param>
public sealed record KinshipQuestion(int Person, int Relation, int[] Answers)
{
    /// <summary>The question as network inputs: one of 24 inputs is on for the person, one of 12 for the relation.</summary>
    public double[] Inputs()
    {
        var x = new double[FamilyTrees.People.Count + FamilyTrees.Relations.Count];
        x[Person] = x[FamilyTrees.People.Count + Relation] = 1;
        return x;
    }

    /// <summary>The target outputs: 1 for each right person, 0 for all others.</summary>
    public double[] Targets()
    {
        var t = new double[FamilyTrees.People.Count];
        foreach (int answer in Answers) t[answer] = 1;
        return t;
    }

    /// <summary>Whether every right answer, and no other, has an activity above ½: "correct" as G. E. Hinton counted it in 1986.</summary>
    /// <param name="outputs">One activity per person.</param>
    public bool AnsweredBy(ReadOnlySpan<double> outputs)
    {
        for (int person = 0; person < outputs.Length; person++)
        {
            if (outputs[person] > 0.5 != Answers.Contains(person)) return false;
        }
        return true;
    }

    /// <summary>
    /// Whether the right answers are the most active of all. Unlike the threshold of ½, this measure has a known chance level.
    /// </summary>
    /// <param name="outputs">One activity per person.</param>
    public bool RankedFirstBy(double[] outputs)
    {
        double least = Answers.Min(answer => outputs[answer]);
        return outputs.Where((_, person) => !Answers.Contains(person)).All(activity => activity < least);
    }
}

/// <summary>A member of one of the two families. Defined in lesson 06.</summary>
/// <param name="Name">The first name.</param>
/// <param name="Female">Whether the person is a mother, wife or daughter.</param>
/// <param name="Generation">1 for grandparents, 2 for their children and the people they married, 3 for grandchildren.</param>
/// <param name="Nation">English or Italian.</param>
public sealed record Relative(string Name, bool Female, int Generation, string Nation);
