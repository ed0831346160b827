using System.Text.Json;
using Course.Data;
using Course.Generation;
using Course.Hub;
using Course.Hub.Models;
using Course.Hub.Repositories;
using Course.Nn.Safetensors;
using Course.Perceptrons;
using Course.PreTraining;
using static TorchSharp.torch;

namespace Course.Tests.Hub.Models;

public sealed class AutoModelTests : IDisposable
{
    private static readonly RepoId id = RepoId.Model("ada/tiny");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("model-");
    private readonly TemporaryHub hub = new();

    public static TheoryData<string> Names => [.. TinyModels.Names];

    public void Dispose()
    {
        hub.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_saved_model_is_loaded_bit_for_bit(string name)
    {
        object model = TinyModels.Make(name);
        AutoModel.SavePretrained(model, folder.FullName);

        object loaded = AutoModel.FromPretrained<object>(folder.FullName, out IReadOnlyList<string> unused);

        Assert.NotEqual(TinyModels.Answer(TinyModels.Make(name, seed: 2)), TinyModels.Answer(model));
        Assert.Equal(TinyModels.Answer(model), TinyModels.Answer(loaded));
        Assert.Empty(unused);
        Assert.Equal(model.GetType(), loaded.GetType());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_in_TensorFlows_layout_gives_the_same_answers_bit_for_bit(string name)
    {
        object model = TinyModels.Make(name);
        AutoModel.SavePretrained(model, folder.FullName, WeightLayout.TensorFlow);

        object loaded = AutoModel.FromPretrained<object>(folder.FullName, out IReadOnlyList<string> unused);

        Assert.Equal(TinyModels.Answer(model), TinyModels.Answer(loaded));
        Assert.Empty(unused);
        using var file = new SafetensorsFile(Path.Combine(folder.FullName, "model.safetensors"));
        Assert.Equal("tf", file.Header.Metadata["format"]);
        Assert.All(file.Header.Tensors, tensor => Assert.EndsWith(":0", tensor.Name, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_model_in_several_files_is_the_same_model(string name)
    {
        object model = TinyModels.Make(name);
        AutoModel.SavePretrained(model, folder.FullName, shardBytes: 3_000);

        Assert.Equal(TinyModels.Answer(model), TinyModels.Answer(AutoModel.FromPretrained<object>(folder.FullName)));
        string[] shards = [.. folder.EnumerateFiles("*.safetensors").Select(file => file.Name).Order(StringComparer.Ordinal)];
        Assert.InRange(shards.Length, 2, 100);
        Assert.Equal($"model-00001-of-{shards.Length:00000}.safetensors", shards[0]);
        using JsonDocument index = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "model.safetensors.index.json")));
        Assert.Equal(shards, index.RootElement.GetProperty("weight_map").EnumerateObject().Select(one => one.Value.GetString()!)
            .Distinct().Order(StringComparer.Ordinal));
        AutoModel.SavePretrained(model, folder.FullName);
        Assert.Equal(["config.json", "model.safetensors"], folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pushed_model_is_pulled_and_an_old_version_stays(string name)
    {
        object first = TinyModels.Make(name), second = TinyModels.Make(name, seed: 2);
        string commit = AutoModel.PushToHub(first, hub.Hub, id, new ModelCard("# Tiny", ("license", ["mit"])), shardBytes: 3_000);
        AutoModel.PushToHub(second, hub.Hub, id);

        HubRepository repository = hub.Hub[id];
        Assert.Equal(TinyModels.Answer(second), TinyModels.Answer(AutoModel.FromPretrained<object>(repository)));
        Assert.Equal(TinyModels.Answer(first), TinyModels.Answer(AutoModel.FromPretrained<object>(repository, commit)));
        Assert.Equal([".gitattributes", "README.md", "config.json", "model.safetensors"], repository.Files().Select(file => file.Path));
        Assert.NotNull(repository.Find("main", "model.safetensors")!.LfsSha256);
        Assert.Equal("mit", Assert.Single(ModelCard.Parse(repository.ReadText("main", "README.md"))["license"]));
    }

    [Fact]
    public void A_model_that_stock_Git_pushed_is_loaded_with_LFS_and_without()
    {
        using var git = new StockGit();
        HubRepository repository = hub.Hub.Create(id);
        string clone = git.Clone(repository.Address);
        object model = TinyModels.Make("gpt2");
        AutoModel.SavePretrained(model, clone);
        git.Run(clone, "lfs", "install", "--local");
        git.Run(clone, "add", ".");
        git.Run(clone, "commit", "-q", "-m", "Train");
        git.Run(clone, "push", "-q", "origin", "main");
        string byLfs = repository.Resolve();
        File.WriteAllText(Path.Combine(clone, ".gitattributes"), "");
        git.Run(clone, "add", "--renormalize", ".");
        git.Run(clone, "commit", "-q", "-m", "Without LFS");
        git.Run(clone, "push", "-q", "origin", "main");

        Assert.NotNull(repository.Find(byLfs, "model.safetensors")!.LfsSha256);
        Assert.Null(repository.Find("main", "model.safetensors")!.LfsSha256);
        Assert.Equal(TinyModels.Answer(model), TinyModels.Answer(AutoModel.FromPretrained<Gpt2>(repository, byLfs)));
        Assert.Equal(TinyModels.Answer(model), TinyModels.Answer(AutoModel.FromPretrained<Gpt2>(repository)));
        Assert.Equal(TinyModels.Answer(model), TinyModels.Answer(AutoModel.FromPretrained<Gpt2>(clone)));
    }

    [Fact]
    public void A_clone_without_the_large_files_says_what_is_missing()
    {
        using var git = new StockGit(lfs: false);
        AutoModel.PushToHub(TinyModels.Make("gpt2"), hub.Hub, id);

        string message = Assert.Throws<HubFileException>(() => AutoModel.FromPretrained<Gpt2>(git.Clone(hub.Hub[id].Address))).Message;

        Assert.EndsWith("is a pointer of Git LFS, not the file itself: fetch it with git lfs pull.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void GPT_2_s_folder_is_the_one_of_lesson_14()
    {
        var model = (Gpt2)TinyModels.Make("gpt2");
        AutoModel.SavePretrained(model, folder.FullName);
        Assert.Equal(TinyModels.Answer(model), TinyModels.Answer(Gpt2.Load(folder.FullName)));

        model.Save(folder.FullName);
        Assert.Equal(TinyModels.Answer(model), TinyModels.Answer(AutoModel.FromPretrained<Gpt2>(folder.FullName)));
    }

    // OpenAI's own file has the names without the head's prefix, and the causal mask of each block.
    [Fact]
    public void Names_without_their_prefix_are_found_and_what_is_too_much_is_told()
    {
        var model = (Gpt2)TinyModels.Make("gpt2");
        AutoModel.SavePretrained(model, folder.FullName);
        SafetensorsFile.Write(Path.Combine(folder.FullName, "model.safetensors"), [
            .. model.state_dict().Select(one => (one.Key.Replace("transformer.", "", StringComparison.Ordinal), one.Value)),
            ("h.0.attn.bias", ones(1, 1, 8, 8))]);

        Gpt2 loaded = AutoModel.FromPretrained<Gpt2>(folder.FullName, out IReadOnlyList<string> unused);

        Assert.Equal(TinyModels.Answer(model), TinyModels.Answer(loaded));
        Assert.Equal(["h.0.attn.bias"], unused);
    }

    [Fact]
    public void Of_a_BERT_with_heads_the_encoder_alone_can_be_taken()
    {
        var whole = (BertPreTraining)TinyModels.Make("bert for pre-training");
        AutoModel.SavePretrained(whole, folder.FullName);

        Bert bert = AutoModel.FromPretrained<Bert>(folder.FullName, out IReadOnlyList<string> unused);

        Assert.Equal(TinyModels.Answer(whole.Bert), TinyModels.Answer(bert));
        Assert.All(unused, name => Assert.StartsWith("cls.", name, StringComparison.Ordinal));
        Assert.Contains("of another model", Assert.Throws<HubFileException>(() =>
        {
            AutoModel.SavePretrained(bert, folder.FullName);
            AutoModel.FromPretrained<BertPreTraining>(folder.FullName);
        }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_another_type_than_asked_for_is_refused()
    {
        AutoModel.SavePretrained(TinyModels.Make("gpt2"), folder.FullName);

        Assert.Contains("is a Gpt2, not a SoftmaxRegression", Assert.Throws<HubFileException>(
            () => AutoModel.FromPretrained<SoftmaxRegression>(folder.FullName)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => AutoModel.SavePretrained(new object(), folder.FullName));
    }

    [Fact]
    public void A_learner_adds_a_class_of_her_own()
    {
        ModelClasses.Register(new ModelClass<Halver>("halver", nameof(Halver), config => new(0, () => new(config.Number("by", 2))),
            model => new Dictionary<string, object> { ["by"] = model.By })
        {
            OwnWeights = model => new Dictionary<string, Tensor> { ["one"] = tensor(model.One) },
            OwnTake = (model, weights) => model.One = weights["one"].item<float>(),
        });
        AutoModel.PushToHub(new Halver(3) { One = 0.5f }, hub.Hub, id);

        Halver loaded = AutoModel.FromPretrained<Halver>(hub.Hub[id]);

        Assert.Equal((3, 0.5f), (loaded.By, loaded.One));
    }

    [Fact]
    public void The_storyteller_of_lesson_14_goes_to_a_hub_and_back()
    {
        Llama model;
        try
        {
            model = Stories260K.LoadModel();
        }
        catch (DatasetMissingException)
        {
            Assert.Skip("The storyteller is not on this machine.");
            return;
        }
        AutoModel.PushToHub(model, hub.Hub, id);

        Llama loaded = AutoModel.FromPretrained<Llama>(hub.Hub[id]);

        Assert.Equal(TinyModels.Answer(model), TinyModels.Answer(loaded));
        Assert.Equal(model.Settings, loaded.Settings);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Loading_and_saving_leave_no_more_tensors_than_making_the_model(string name)
    {
        object model = TinyModels.Make(name);
        long Left(Action action)
        {
            action();
            long before = LiveTensors.Count;
            action();
            return LiveTensors.Count - before;
        }
        // TorchSharp's own convolutions and tables keep one each when they are disposed of.
        long byMaking = Left(() => (TinyModels.Make(name) as IDisposable)?.Dispose());

        Assert.Equal(byMaking, Left(() =>
        {
            AutoModel.SavePretrained(model, folder.FullName, WeightLayout.TensorFlow);
            (AutoModel.FromPretrained<object>(folder.FullName) as IDisposable)?.Dispose();
        }));
    }

    private sealed class Halver(double by)
    {
        internal double By { get; } = by;

        internal float One { get; set; }
    }
}
