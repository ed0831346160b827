namespace Course.Go;

/// <summary>What lesson 11 measures again.</summary>
internal static class Lesson11Claims
{
    internal static IReadOnlyList<Claim> All { get; } = Claim.OfLesson(11,
    [
        new Claim
        {
            Id = "11.tic-tac-toe",
            Kind = ClaimKind.OwnCheck,
            Statement = "Games of tic-tac-toe that the notebook's tree search loses, whatever the opponent answers",
            Published = "0",
            SameDirection = Acceptance.Exactly(0).Because("with right play nobody has to lose"),
            Setting = "every answer of the opponent in every position, the search as X and as O; 1,000 simulations a move; seed 1",
            Format = "N0",
        },
        new Claim
        {
            Id = "2007.tromp.legal-positions",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Tromp2007,
            Where = "the table of legal positions",
            Statement = "Legal positions on boards of one to three rows",
            Published = "1; 57; 12,675",
            Same = Acceptance.Exactly(1, 57, 12_675),
            Setting = "all positions counted in which every group has a liberty",
            Format = "N0",
        },
        new Claim
        {
            Id = "11.self-play",
            Kind = ClaimKind.OwnCheck,
            Statement = "Games that the search wins with the network of 160 games of self-play, against the same search with the "
                + "untrained network",
            Published = "more than chance",
            SameDirection = Acceptance.AtLeast(0.75).Because("chance alone would give 15 of 20 games in 2 of 100 trials"),
            Setting = "5×5, komi 7.5, 10 random openings of two moves with both colours, 60 simulations",
            Format = "0 %",
        },
        new Claim
        {
            Id = "2016.silver.search-live",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Silver2016,
            Where = Table7,
            Statement = "Games that the search with policy and value wins against the policy alone",
            Published = "98 % (2177 − 1517 = 660 points)",
            SameDirection = Acceptance.AtLeast(0.65).Because("chance alone would give 26 of 40 games in 4 of 100 trials"),
            Setting = Small + ", 20 random openings of two moves with both colours, 200 simulations",
            Format = "0 %",
        },
        new Claim
        {
            Id = "2003.vanderwerf.5x5",
            Kind = ClaimKind.OtherData,
            Paper = Papers.VanDerWerf2003,
            Where = "the solution of 5×5: 22 plies, 4.5 billion positions, four hours",
            Statement = "Points that Black has at the end, of 25, and White",
            Published = "25, 0; Black opens in the centre",
            SameDirection = Acceptance.Exactly(25, 0).Because("the solved result; a game played is no proof of it"),
            Setting = "the shipped network against itself from the empty board, 1,600 simulations a move, komi 24.5: Black wins with 25 "
                + "points only",
            Format = "N0",
        },
        new Claim
        {
            Id = "2016.silver.programs",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Silver2016,
            Where = "Extended Data Table 6: 494 of 495 games on 19×19 against Crazy Stone, Zen, Pachi, Fuego and GNU Go",
            Statement = "Games won against GNU Go 3.8 at level 10",
            Published = "99.8 %",
            SameDirection = Acceptance.AtLeast(0.67).Because("from 134 of 200 games on, the lower end of Wilson's interval is 60 %"),
            Setting = Small + ", 100 random openings of two moves with both colours, 1,600 simulations",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "11.gnugo.7x7",
            Kind = ClaimKind.OwnCheck,
            Statement = "Games won against GNU Go 3.8 at level 10 on 7×7",
            Published = "not known before",
            ReportedBecause = "how far half an hour of self-play brings a network on 7×7 was not known",
            Setting = "the shipped network for 7×7, komi 8.5, 50 random openings of two moves with both colours, 1,600 simulations",
            Format = "0.0 %",
        },
        new Claim
        {
            Id = "2016.silver.order",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Silver2016,
            Where = Table7,
            Statement = "Elo points of the policy alone, of search with the value, of search with policy and value",
            Published = "1517; 1655; 2177",
            SameDirection = Acceptance.Rising.Because("the order; points of another game and other rivals cannot be compared"),
            Setting = Parts,
            Format = "0",
        },
        new Claim
        {
            Id = "2016.silver.all",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Silver2016,
            Where = Table7,
            Statement = "Elo points by which everything together is above the policy alone",
            Published = "1373",
            SameDirection = Acceptance.AtLeast(200).Because("three games in four; more than the intervals of both"),
            Setting = Parts,
            Format = "0",
        },
        new Claim
        {
            Id = "2016.silver.mixed",
            Kind = ClaimKind.OtherData,
            Paper = Papers.Silver2016,
            Where = Table7,
            Statement = "Elo points of policy and value, of policy and playouts, of all three",
            Published = "2177; 2416; 2890",
            SameDirection = Acceptance.RisingAtLast.Because("the mixture is at least as good as its better half"),
            Setting = Parts,
            Format = "0",
        },
        new Claim
        {
            Id = "11.ladder",
            Kind = ClaimKind.OwnCheck,
            Statement = "Elo points of random moves, of tree search with 100, 1,000 and 10,000 random games, and of the network with its search",
            Published = "each above the one before",
            SameDirection = Acceptance.Rising.Because("more search with the same knowledge, and then more knowledge"),
            Setting = Small + ", 20 random openings of two moves with both colours for each pair; the second is counted as 0",
            Format = "0",
        },
        new Claim
        {
            Id = "11.rules",
            Kind = ClaimKind.OwnCheck,
            Statement = "Differences between the course's rules of Go and GNU Go's: legal points, stones after a capture, final scores",
            Published = "0",
            SameDirection = Acceptance.Exactly(0).Because("a rule that is wrong once is wrong"),
            Setting = "1,000 random games on boards of 3 to 7 and of 9 rows, every point for both colours before every move",
            Format = "N0",
        },
        new Claim
        {
            Id = "2007.tromp.legal-positions-4",
            Kind = ClaimKind.Theorem,
            Paper = Papers.Tromp2007,
            Where = "the table of legal positions",
            Statement = "Legal positions on the board of four rows",
            Published = "24,318,165",
            Same = Acceptance.Exactly(24_318_165),
            Setting = "all positions counted in which every group has a liberty",
            Format = "N0",
        },
    ]);

    private const string Table7 = "Extended Data Table 7: Elo points on 19×19, 5 seconds a move, one machine";

    private const string Small = "5×5, komi 7.5, the shipped network of 67,323 weights";

    private const string Parts = Small + ", 20 random openings of two moves with both colours for each pair of seven players, 400 "
        + "simulations; the policy alone counts as 0";
}
