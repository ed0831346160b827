using Course.Backpropagation;
using Course.ExpertSystems;
using Course.Nn;

namespace Course.Tests.Backpropagation;

public class FamilyTreesTests
{
    [Fact]
    public void There_are_104_questions_and_112_facts_about_24_people_in_12_relations()
    {
        Assert.Equal(24, FamilyTrees.People.Count);
        Assert.Equal(12, FamilyTrees.Relations.Count);
        Assert.Equal(104, FamilyTrees.Questions.Count);
        Assert.Equal(112, FamilyTrees.Questions.Sum(question => question.Answers.Length));
    }

    [Theory]
    [InlineData("Colin", "aunt", "Jennifer, Margaret")]
    [InlineData("Colin", "father", "James")]
    [InlineData("Arthur", "nephew", "Colin")]
    [InlineData("Charles", "niece", "Charlotte")]
    [InlineData("Sophia", "uncle", "Emilio, Tomaso")]
    [InlineData("Victoria", "brother", "Arthur")]
    [InlineData("Maria", "son", "Emilio")]
    [InlineData("Gina", "husband", "Emilio")]
    [InlineData("Margaret", "mother", "")]
    public void Relations_follow_from_marriages_and_births(string person, string relation, string answers) =>
        Assert.Equal(answers, string.Join(", ", FamilyTrees.Questions
            .Where(question => FamilyTrees.People[question.Person].Name == person && FamilyTrees.Relations[question.Relation] == relation)
            .SelectMany(question => question.Answers.Select(answer => FamilyTrees.People[answer].Name)).Order()));

    [Fact]
    public void The_two_families_have_the_same_tree()
    {
        IEnumerable<string> Facts(int from) => FamilyTrees.Questions.Where(question => question.Person / 12 == from)
            .Select(question =>
                $"{question.Person % 12} {question.Relation} {string.Join(' ', question.Answers.Select(answer => answer - 12 * from))}");
        Assert.Equal(Facts(0), Facts(1));
        Assert.Equal(FamilyTrees.People.Take(12).Select(person => (person.Generation, person.Female)), FamilyTrees.People.Skip(12)
            .Select(person => (person.Generation, person.Female)));
        Assert.Equal([4, 6, 2], Enumerable.Range(1, 3)
            .Select(generation => FamilyTrees.People.Count(person => person.Nation == "English" && person.Generation == generation)));
    }

    [Fact]
    public void A_question_switches_on_one_person_and_one_relation_and_wants_its_answers()
    {
        var question = new KinshipQuestion(Person: 2, Relation: 3, Answers: [5, 7]);
        Assert.Equal([2, 24 + 3], Enumerable.Range(0, 36).Where(i => question.Inputs()[i] == 1));
        Assert.Equal([5, 7], Enumerable.Range(0, 24).Where(i => question.Targets()[i] == 1));
        Assert.Equal((2, 2), ((int)question.Inputs().Sum(), (int)question.Targets().Sum()));
    }

    [Fact]
    public void Right_above_a_half_and_all_others_below_is_an_answer_and_being_first_is_less()
    {
        var question = new KinshipQuestion(0, 0, Answers: [1]);
        double[] low = new double[24], sure = new double[24], both = new double[24];
        low[1] = 0.4;
        sure[1] = 0.9;
        (both[1], both[2]) = (0.9, 0.6);
        Assert.Equal([false, true, false], new[] { low, sure, both }.Select(outputs => question.AnsweredBy(outputs)));
        Assert.Equal([true, true, true], new[] { low, sure, both }.Select(question.RankedFirstBy));
        both[2] = 0.9;
        Assert.False(question.RankedFirstBy(both));
    }

    [Fact]
    public void The_network_has_630_parameters_and_gradients_that_finite_differences_confirm()
    {
        var net = new FamilyTreeNetwork(new Random(1), range: 1);
        Assert.Equal((24 * 6 + 6) + (12 * 6 + 6) + (12 * 12 + 12) + (12 * 6 + 6) + (6 * 24 + 24),
            net.Parameters.Sum(parameter => parameter.Values.Length));
        Assert.Equal(630, net.Parameters.Sum(parameter => parameter.Values.Length));

        KinshipQuestion[] some = [.. FamilyTrees.Questions.Take(5)];
        double[] x = Examples.Flat(some.Select(question => question.Inputs())),
            t = Examples.Flat(some.Select(question => question.Targets())), gradient = new double[t.Length];
        double Loss() => new SquaredError().LossAndGradient(net.Forward(x), t, 24, gradient);
        Loss();
        net.Backward(gradient);
        Assert.InRange(GradientCheck.LargestError(Loss, net.Parameters), 0, 1e-6);
    }
}
