namespace Course.Gradient;

/// <summary>Who is in this relation to that person? Defined in lesson 06.</summary>
/// <param name="Person">The number of the person asked about, in <see cref="FamilyTrees.People"/>.</param>
/// <param name="Relation">The number of the relation, in <see cref="FamilyTrees.Relations"/>.</param>
/// <param name="Answers">The numbers of all who are.</param>
public sealed record KinshipQuestion(int Person, int Relation, int[] Answers)
{
    /// <summary>The question as the network sees it: one of 24 inputs on for the person, one of 12 for the relation.</summary>
    public double[] Inputs()
    {
        var x = new double[FamilyTrees.People.Count + FamilyTrees.Relations.Count];
        x[Person] = x[FamilyTrees.People.Count + Relation] = 1;
        return x;
    }

    /// <summary>What the network should answer: an output of 1 for each right person, 0 for all others.</summary>
    public double[] Targets()
    {
        var t = new double[FamilyTrees.People.Count];
        foreach (int answer in Answers) t[answer] = 1;
        return t;
    }

    /// <summary>Whether every right answer, and no other, has an activity above ½: "correct" as G. E. Hinton counted it in 1986.</summary>
    /// <param name="outputs">One activity a person.</param>
    public bool AnsweredBy(ReadOnlySpan<double> outputs)
    {
        for (int person = 0; person < outputs.Length; person++)
        {
            if (outputs[person] > 0.5 != Answers.Contains(person)) return false;
        }
        return true;
    }

    /// <summary>Whether the right answers are the most active of all: correct by a measure that knows what chance would give.</summary>
    /// <param name="outputs">One activity a person.</param>
    public bool RankedFirstBy(double[] outputs)
    {
        double least = Answers.Min(answer => outputs[answer]);
        return outputs.Where((_, person) => !Answers.Contains(person)).All(activity => activity < least);
    }
}
