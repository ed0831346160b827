using Course.Data;
using Microsoft.Data.Analysis;

namespace Course.Tests.Data;

public class SymbolicTableTests
{
    [Fact]
    public void Soybeans_come_in_words_with_gaps()
    {
        SymbolicTable plants = SymbolicTable.Of(Soybean.Load(), "disease");

        Assert.Equal((683, 35, 19), (plants.Count, plants.Attributes.Length, plants.Classes.Length));
        Assert.Equal("oct", plants.Case(0)["date"]);
        Assert.Equal("ab-sec-nde", plants.Case(0)["stem-cankers"]);
        Assert.Equal("diaporthe-stem-canker", plants.Labels[0]);
        Assert.Equal(121, plants.Rows.Count(row => row.Contains(null)));
    }

    [Fact]
    public void Fifty_two_soybeans_are_duplicates()
    {
        SymbolicTable plants = SymbolicTable.Of(Soybean.Load(), "disease").Distinct();

        Assert.Equal(631, plants.Count);
        Assert.Equal(631, plants.Distinct().Count);
    }

    [Fact]
    public void The_zoo_has_a_hundred_and_one_animals_of_seven_types()
    {
        DataFrame zoo = Zoo.Load();
        SymbolicTable animals = SymbolicTable.Of(zoo, "kind", without: "animal");
        string?[] names = zoo["animal"].Words();

        Assert.Equal((101, 16, 7), (animals.Count, animals.Attributes.Length, animals.Classes.Length));
        Assert.Equal(("aardvark", "mammal", "4"), (names[0], animals.Labels[0], animals.Case(0)["legs"]));
        Assert.DoesNotContain("animal", animals.Attributes);
        Assert.Equal("invertebrate", animals.Labels[Array.IndexOf(names, "octopus")]);
    }

    [Fact]
    public void Votes_have_the_bills_names_and_gaps()
    {
        SymbolicTable votes = SymbolicTable.Of(HouseVotes.Load(), "party");

        Assert.Equal((435, 16), (votes.Count, votes.Attributes.Length));
        Assert.Equal(["democrat", "republican"], votes.Classes);
        Assert.Equal("y", votes.Case(0)["physician-fee-freeze"]);
        Assert.False(votes.Case(0).ContainsKey("synfuels-corporation-cutback"));
    }

    [Fact]
    public void A_split_keeps_every_example_and_each_class_s_share()
    {
        SymbolicTable plants = SymbolicTable.Of(Soybean.Load(), "disease");
        var (first, others) = plants.Split(300, seed: 4);

        Assert.Equal(300, first.Count);
        Assert.Equal(plants.Labels.Order(), first.Labels.Concat(others.Labels).Order());
        Assert.All(plants.Classes, name => Assert.InRange(first.Labels.Count(name.Equals) - plants.Labels.Count(name.Equals) * 300 / 683.0,
            -1.0, 1.0));
        Assert.Equal(first.Labels, plants.Split(300, seed: 4).First.Labels);
        Assert.NotEqual(first.Rows[0], plants.Split(300, seed: 5).First.Rows[0]);
    }

    [Fact]
    public void One_input_a_value_and_none_for_a_gap()
    {
        SymbolicTable table = new(["colour", "size"], [["red", null], ["blue", "big"]], ["x", "y"]);

        LabelledTable numbers = table.OneHot();

        Assert.Equal([[0f, 1f, 0f], [1f, 0f, 1f]], numbers.X);
        Assert.Equal([0, 1], numbers.Y);
    }

    [Fact]
    public void Values_and_classes_unseen_in_training_have_no_input()
    {
        SymbolicTable train = new(["colour"], [["red"]], ["x"]), test = new(["colour"], [["green"]], ["x"]);

        Assert.Equal([[0f]], test.OneHot(train).X);
        Assert.Contains("'y'", Assert.Throws<ArgumentException>(() =>
            new SymbolicTable(["colour"], [["red"]], ["y"]).OneHot(train)).Message, StringComparison.Ordinal);
    }
}
