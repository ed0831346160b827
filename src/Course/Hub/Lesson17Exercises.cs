namespace Course.Hub;

/// <summary>The exercises of lesson 17.</summary>
internal static class Lesson17Exercises
{
    private const string Version = "version https://git-lfs.github.com/spec/v1\n";

    internal static IReadOnlyList<Exercise> All { get; } =
    [
        Exercise.Define<ScheduleAnswer>("17.noise-schedule", "A noise schedule", points: 2)
            .Case([1, 0.008], expected: Row(0.001), note: "a single step: β stops at 0.999, so a thousandth is left")
            .Case([2, 0.0], expected: Row(0.5, 0.0005), note: "two steps, s = 0: after the first, half is left")
            .Case([4, 0.008], expected: Row(0.8470121613, 0.4938435904, 0.1442721024, 0.0001442721024), note: "the paper's s")
            .Case([5, 0.25], expected: Row(0.7881514082, 0.518076659, 0.2565886371, 0.0683759856, 6.83759856e-05), note: "a large s: the first steps destroy more")
            .Case([8, 0.008], expected: Row(0.957804591, 0.8470121613, 0.6842265658, 0.4938435904, 0.3043948894, 0.1442721024,
                0.03747195477, 3.747195477e-05), note: "eight steps")
            .WrongAnswer<double[]>("The last β would be 1, and nothing would be left: stop it at 0.999.", Row(0), Row(0.5, 0),
                Row(0.8470121613, 0.4938435904, 0.1442721024, 0), Row(0.7881514082, 0.518076659, 0.2565886371, 0.0683759856, 0),
                Row(0.957804591, 0.8470121613, 0.6842265658, 0.4938435904, 0.3043948894, 0.1442721024, 0.03747195477, 0))
            .WrongAnswer<double[]>("ᾱ is the product of all 1 − β up to t, not the last factor.", Row(0.001), Row(0.5, 0.001),
                Row(0.8470121613, 0.5830419125, 0.2921412876, 0.001),
                Row(0.7881514082, 0.6573313878, 0.4952715638, 0.2664809571, 0.001),
                Row(0.957804591, 0.8843266876, 0.8078119737, 0.7217544818, 0.6163791438, 0.4739636157, 0.2597311203, 0.001))
            .WrongAnswer<double[]>("Those are the β: multiply all 1 − β up to t.", Row(0.999), Row(0.5, 0.999),
                Row(0.1529878387, 0.4169580875, 0.7078587124, 0.999),
                Row(0.2118485918, 0.3426686122, 0.5047284362, 0.7335190429, 0.999),
                Row(0.04219540899, 0.1156733124, 0.1921880263, 0.2782455182, 0.3836208562, 0.5260363843, 0.7402688797, 0.999))
            .WrongAnswer<double[]>("The cosine is squared.", Row(0.001), Row(0.7071067812, 0.0007071067812),
                Row(0.9203326362, 0.7027400589, 0.3798316764, 0.0003798316764),
                Row(0.8877789185, 0.7197754226, 0.5065457897, 0.2614880219, 0.0002614880219),
                Row(0.9786749159, 0.9203326362, 0.8271798872, 0.7027400589, 0.5517199375, 0.3798316764, 0.1935767413,
                0.0001935767413))
            .WrongAnswer<double[]>("t / T is a share: divide as double.", Row(0.001), Row(1, 0.001), Row(1, 1, 1, 0.001),
                Row(1, 1, 1, 1, 0.001), Row(1, 1, 1, 1, 1, 1, 1, 0.001))
            .Within(1e-6),

        Exercise.Define<HeaderAnswer>("17.safetensors-header", "Read a safetensors header", points: 4)
            .Case([Bytes("""{"w":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}}""", 24)],
                expected: Words("w F32 [2,3] 65"), note: "one matrix")
            .Case([Bytes("""{"b":{"dtype":"F32","shape":[2],"data_offsets":[8,16]},"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", 16)],
                expected: Words("a F64 [1] 116", "b F32 [2] 124"), note: "the second of the header comes first in the file")
            .Case([Bytes("""{"__metadata__":{"format":"pt"},"step":{"dtype":"I64","shape":[],"data_offsets":[0,8]}}""", 8)],
                expected: Words("step I64 [] 95"), note: "texts of the writer, and a single number")
            .Case([Bytes("""{"layers.0.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[16,24]},"layers.0.bias":{"dtype":"F32","shape":[1],"data_offsets":[24,28]},"embedding.weight":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"mask":{"dtype":"BOOL","shape":[3],"data_offsets":[28,31]}}   """, 31)],
                expected: Words("embedding.weight F32 [2,2] 280", "layers.0.weight F32 [1,2] 296", "layers.0.bias F32 [1] 304", "mask BOOL [3] 308"), note: "a header longer than 255 bytes, filled up with blanks")
            .WrongAnswer<string[]>("The offsets count from the end of the header: add the 8 bytes and the header's length.",
                Words("w F32 [2,3] 0"), Words("a F64 [1] 0", "b F32 [2] 8"), Words("step I64 [] 0"),
                Words("embedding.weight F32 [2,2] 0", "layers.0.weight F32 [1,2] 16", "layers.0.bias F32 [1] 24", "mask BOOL [3] 28"))
            .WrongAnswer<string[]>("Eight bytes stand before the header.",
                Words("w F32 [2,3] 57"), Words("a F64 [1] 108", "b F32 [2] 116"), Words("step I64 [] 87"),
                Words("embedding.weight F32 [2,2] 272", "layers.0.weight F32 [1,2] 288", "layers.0.bias F32 [1] 296", "mask BOOL [3] 300"))
            .WrongAnswer<string[]>("Sort by the place in the file.",
                Words("w F32 [2,3] 65"), Words("b F32 [2] 124", "a F64 [1] 116"), Words("step I64 [] 95"),
                Words("layers.0.weight F32 [1,2] 296", "layers.0.bias F32 [1] 304", "embedding.weight F32 [2,2] 280", "mask BOOL [3] 308"))
            .WrongAnswer<string[]>("The first offset is where the tensor begins, the second where it ends.",
                Words("w F32 [2,3] 89"), Words("a F64 [1] 124", "b F32 [2] 132"), Words("step I64 [] 103"),
                Words("embedding.weight F32 [2,2] 296", "layers.0.weight F32 [1,2] 304", "layers.0.bias F32 [1] 308", "mask BOOL [3] 311"))
            .WrongAnswer<string[]>("The blanks at the header's end count, too.",
                Words("w F32 [2,3] 65"), Words("a F64 [1] 116", "b F32 [2] 124"), Words("step I64 [] 95"),
                Words("embedding.weight F32 [2,2] 277", "layers.0.weight F32 [1,2] 293", "layers.0.bias F32 [1] 301", "mask BOOL [3] 305")),

        Exercise.Define<PointerAnswer>("17.lfs-pointer", "A pointer in place of a large file", points: 2)
            .Case(["hello, hub\n"], expected: Version + "oid sha256:7495da20d73d078571b3fa36f17d25fecae54b251b312e2cc06757d821887da4\nsize 11\n", note: "a short text")
            .Case([""], expected: "", note: "an empty file stays an empty file")
            .Case(["naïve"], expected: Version + "oid sha256:f86fd89de87a848a45bfe77708d91a5d2ff48b8e4a4b98af5165af82692f8928\nsize 6\n", note: "five characters, six bytes")
            .Case(["a b"], expected: Version + "oid sha256:c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65\nsize 3\n", note: "no line break at its end")
            .Case(["weights\nweights\nweights\n"], expected: Version + "oid sha256:7810bf4b07fe6bd0b2a9fb43f00d054ed29cfe0886ae0ff7c718fe724fb3321d\nsize 24\n", note: "three lines")
            .WrongAnswer<string>("Size counts bytes of UTF-8, not characters.",
                Version + "oid sha256:7495da20d73d078571b3fa36f17d25fecae54b251b312e2cc06757d821887da4\nsize 11\n",
                "",
                Version + "oid sha256:f86fd89de87a848a45bfe77708d91a5d2ff48b8e4a4b98af5165af82692f8928\nsize 5\n",
                Version + "oid sha256:c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65\nsize 3\n",
                Version + "oid sha256:7810bf4b07fe6bd0b2a9fb43f00d054ed29cfe0886ae0ff7c718fe724fb3321d\nsize 24\n")
            .WrongAnswer<string>("Git LFS writes the digits a to f small.",
                Version + "oid sha256:7495DA20D73D078571B3FA36F17D25FECAE54B251B312E2CC06757D821887DA4\nsize 11\n",
                "",
                Version + "oid sha256:F86FD89DE87A848A45BFE77708D91A5D2FF48B8E4A4B98AF5165AF82692F8928\nsize 6\n",
                Version + "oid sha256:C8687A08AA5D6ED2044328FA6A697AB8E96DC34291E8C2034AE8C38E6FCC6D65\nsize 3\n",
                Version + "oid sha256:7810BF4B07FE6BD0B2A9FB43F00D054ED29CFE0886AE0FF7C718FE724FB3321D\nsize 24\n")
            .WrongAnswer<string>("The last line ends with a line break as well.",
                Version + "oid sha256:7495da20d73d078571b3fa36f17d25fecae54b251b312e2cc06757d821887da4\nsize 11",
                "",
                Version + "oid sha256:f86fd89de87a848a45bfe77708d91a5d2ff48b8e4a4b98af5165af82692f8928\nsize 6",
                Version + "oid sha256:c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65\nsize 3",
                Version + "oid sha256:7810bf4b07fe6bd0b2a9fb43f00d054ed29cfe0886ae0ff7c718fe724fb3321d\nsize 24")
            .WrongAnswer<string>("An empty file stays as it is: its pointer is empty.",
                Version + "oid sha256:7495da20d73d078571b3fa36f17d25fecae54b251b312e2cc06757d821887da4\nsize 11\n",
                Version + "oid sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\nsize 0\n",
                Version + "oid sha256:f86fd89de87a848a45bfe77708d91a5d2ff48b8e4a4b98af5165af82692f8928\nsize 6\n",
                Version + "oid sha256:c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65\nsize 3\n",
                Version + "oid sha256:7810bf4b07fe6bd0b2a9fb43f00d054ed29cfe0886ae0ff7c718fe724fb3321d\nsize 24\n")
            .WrongAnswer<string>("Say which sum it is: sha256: stands before it.",
                Version + "oid 7495da20d73d078571b3fa36f17d25fecae54b251b312e2cc06757d821887da4\nsize 11\n",
                "",
                Version + "oid f86fd89de87a848a45bfe77708d91a5d2ff48b8e4a4b98af5165af82692f8928\nsize 6\n",
                Version + "oid c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65\nsize 3\n",
                Version + "oid 7810bf4b07fe6bd0b2a9fb43f00d054ed29cfe0886ae0ff7c718fe724fb3321d\nsize 24\n"),

        Exercise.Define<SummaryAnswer>("17.map-reduce", "Mean and spread, shard by shard", points: 3)
            .Case([Shards(Row(1, 2, 3))], expected: Row(3, 2, 0.8164965809), note: "one shard")
            .Case([Shards(Row(1, 2), Row(3, 4, 5))], expected: Row(5, 3, 1.414213562), note: "two shards of different length")
            .Case([Shards(Row(), Row(7))], expected: Row(1, 7, 0), note: "an empty shard")
            .Case([Shards(Row())], expected: Row(0, 0, 0), note: "a shard, but no number")
            .Case([Shards(Row(10), Row(20, 20, 20))], expected: Row(4, 17.5, 4.330127019), note: "most numbers lie in the second shard")
            .Case([Shards(Row(1000000001, 1000000003), Row(1000000001, 1000000003))], expected: Row(4, 1000000002, 1), note: "large numbers, close together (shown rounded)")
            .Case([Shards()], expected: Row(0, 0, 0), note: "no shard at all")
            .WrongAnswer<double[]>("A long shard counts more than a short one: add up sums, not means.", Row(3, 2, 0.8164965809),
                Row(5, 2.75, 1.414213562), Row(1, 7, 0), Row(0, 0, 0), Row(4, 15, 4.330127019), Row(4, 1000000002, 1), Row(0, 0, 0))
            .WrongAnswer<double[]>("The spread of the whole is not the mean of the shards' spreads.", Row(3, 2, 0.8164965809),
                Row(5, 3, 0.6898979486), Row(1, 7, 0), Row(0, 0, 0), Row(4, 17.5, 0), Row(4, 1000000002, 1), Row(0, 0, 0))
            .WrongAnswer<double[]>("The shards' means differ, too: that is part of the spread.", Row(3, 2, 0.8164965809),
                Row(5, 3, 0.7071067812), Row(1, 7, 0), Row(0, 0, 0), Row(4, 17.5, 0), Row(4, 1000000002, 1), Row(0, 0, 0))
            .WrongAnswer<double[]>("Divide by the count itself, not by one less.", Row(3, 2, 1), Row(5, 3, 1.58113883),
                Row(1, 7, double.NaN), Row(0, 0, 0), Row(4, 17.5, 5), Row(4, 1000000002, 1.154700538), Row(0, 0, 0))
            .WrongAnswer<double[]>("Without any number, all three results are 0.", Row(3, 2, 0.8164965809), Row(5, 3, 1.414213562),
                Row(1, 7, 0), Row(0, double.NaN, double.NaN), Row(4, 17.5, 4.330127019), Row(4, 1000000002, 1),
                Row(0, double.NaN, double.NaN))
            .Within(1e-6),
    ];

    internal delegate double[] ScheduleAnswer(int T, double s);

    internal delegate string[] HeaderAnswer(int[] file);

    internal delegate string PointerAnswer(string content);

    internal delegate double[] SummaryAnswer(double[][] shards);

    private static double[] Row(params double[] numbers) => numbers;

    private static double[][] Shards(params double[][] shards) => shards;

    private static string[] Words(params string[] words) => words;

    // A file as numbers from 0 to 255: the header's length in eight bytes, the header, then data of zeros.
    private static int[] Bytes(string header, int data) =>
        [header.Length % 256, header.Length / 256, 0, 0, 0, 0, 0, 0, .. header.Select(letter => (int)letter), .. new int[data]];
}
