using Course.Alignment;

namespace Course.Tests.Alignment;

public class ConversationTests
{
    [Fact]
    public void A_template_frames_each_message_and_asks_the_assistant_to_speak() =>
        Assert.Equal("<system> be brief <end> <user> what is 3 + 4 ? <end> <assistant>",
            ChatTemplate.Render([ChatMessage.System("be brief"), ChatMessage.User("what is 3 + 4 ?")]));

    [Fact]
    public void Only_what_the_assistant_says_counts_and_its_end_does()
    {
        (long[] tokens, bool[] spoken) = ChatTemplate.Encode([ChatMessage.User("hello"), ChatMessage.Assistant("hello ada")]);

        Assert.Equal("<user> hello <end> <assistant> hello ada <end>", ChatWords.Decode(tokens));
        Assert.Equal([false, false, false, false, true, true, true], spoken);
    }

    [Fact]
    public void A_full_window_drops_the_oldest_question_with_its_answer_and_keeps_the_system_prompt()
    {
        var talk = new Conversation(window: 24, system: "be polite");
        foreach (ChatMessage message in (ChatMessage[])
            [ChatMessage.User("hello my name is ada"), ChatMessage.Assistant("hello ada"), ChatMessage.User("what is 1 + 2 ?")])
        {
            talk.Add(message);
        }

        Assert.Equal("<system> be polite <end> <user> hello my name is ada <end> <assistant> hello ada <end> <user> what is 1 + 2 ? <end> "
            + "<assistant>", ChatTemplate.Render([talk.System!, .. talk.Messages]));
        Assert.Equal(4 + 7 + 4 + 8 + 1, 24);
        Assert.Equal(0, talk.FirstKept);
        Assert.Equal(24, talk.Prompt.Length);

        var narrow = new Conversation(window: 23, system: "be polite");
        foreach (ChatMessage message in talk.Messages) narrow.Add(message);

        Assert.Equal(2, narrow.FirstKept);
        Assert.Equal("<system> be polite <end> <user> what is 1 + 2 ? <end> <assistant>", ChatWords.Decode(narrow.Prompt));
    }

    [Fact]
    public void A_summary_stands_in_the_system_prompt()
    {
        var talk = new Conversation(window: 30, system: "be brief") { Summary = NameRecall.Summary("ada") };

        Assert.Equal("the user is ada . be brief", talk.System!.Text);
        Assert.Null(new Conversation(window: 30).System);
    }

    [Fact]
    public void All_questions_make_prompts_of_equal_length_and_only_the_held_out_ones_have_held_out_names()
    {
        var random = new Random(1);
        foreach (QuestionSet set in Enum.GetValues<QuestionSet>())
            Assert.All(Questions.Draw(200, random, set), question => Assert.Equal(Question.PromptLength, question.Prompt.Length));

        IEnumerable<string> Asked(QuestionSet set) => Questions.Draw(2_000, random, set).Where(one => one.Kind == QuestionKind.Greeting)
            .Select(one => one.Answer).Distinct();
        Assert.Empty(Asked(QuestionSet.Compared).Intersect(Asked(QuestionSet.HeldOut)));
        Assert.Equal(ChatWords.Names.Count, Asked(QuestionSet.All).Count());
    }

    [Fact]
    public void Every_long_dialogue_fits_into_a_model()
    {
        var random = new Random(2);

        Assert.All(Enumerable.Range(0, 2_000), _ =>
            Assert.InRange(ChatTemplate.Encode(TrainingTexts.Dialogue(random)).Tokens.Length, 1, ChatWords.Model().Context));
        Assert.All(Enumerable.Range(0, 200), _ => Assert.Equal(TrainingTexts.PageLength, TrainingTexts.Page(random).Length));
    }

    [Theory]
    [InlineData("7", true, 1)]
    [InlineData("7 gladly", true, 1.5)]
    [InlineData("7 gladly thanks", true, 1.5)]
    [InlineData("7 gladly thanks welcome", true, 0.7)]
    [InlineData("6 gladly", true, 0.5)]
    [InlineData("7 6", true, 0.5)]
    [InlineData("7 gladly", false, 1)]
    [InlineData("", true, -0.5)]
    public void The_true_score_follows_its_rule(string text, bool ended, double score) =>
        Assert.Equal(score, TrueScore.Of(new Question(QuestionKind.Sum, "what is 3 + 4 ?", "7"), new Answer(text, ended)), 1e-12);

    [Fact]
    public void People_prefer_the_better_answer_but_for_a_share_of_mistakes()
    {
        double Wrong(double flipped) => People.Compare(2_000, flipped, QuestionSet.All, seed: 3)
            .Average(pair => TrueScore.Prefers(pair.Question, pair.Better, pair.Worse) == 1 ? 0.0 : 1);

        Assert.Equal(0, Wrong(0));
        Assert.Equal(0.25, Wrong(0.25), 0.04);
    }
}
