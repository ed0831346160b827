using System.Text.Json;
using Course.Hub.Repositories;
using static TorchSharp.torch;

namespace Course.Hub.Models;

/// <summary>
/// Models from a hub and to a hub: <c>from_pretrained</c>, <c>save_pretrained</c> and <c>push_to_hub</c> of Hugging Face's library. Files
/// of a hub are strangers' files: each is checked, and none is run. Defined in lesson 17.
/// </summary>
public static class AutoModel
{
    /// <summary>The bytes of one file of weights, unless another number is asked for: Transformers' own, 5 GB.</summary>
    public const long MostShardBytes = 5_000_000_000;

    /// <summary>A model from a repository on this machine.</summary>
    /// <typeparam name="TModel">Its type; object for whatever config.json names.</typeparam>
    /// <param name="repository">The repository.</param>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <exception cref="HubException">It is not there, or malformed; the message says in one line what is wrong.</exception>
    public static TModel FromPretrained<TModel>(HubRepository repository, string revision = HubRepository.Main)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(repository);
        return FromPretrained<TModel>(repository.Snapshot(revision));
    }

    /// <summary>A model from a folder, as a clone, a snapshot of a cache, or what <see cref="SavePretrained"/> wrote.</summary>
    /// <typeparam name="TModel">Its type; object for whatever config.json names.</typeparam>
    /// <param name="folder">The folder.</param>
    /// <exception cref="HubException">A file is not there, or malformed; the message says in one line what is wrong.</exception>
    public static TModel FromPretrained<TModel>(string folder)
        where TModel : class => FromPretrained<TModel>(folder, out _);

    /// <summary>A model from a folder, and what of the folder it had no place for.</summary>
    /// <typeparam name="TModel">Its type; object for whatever config.json names.</typeparam>
    /// <param name="folder">The folder.</param>
    /// <param name="unused">The names of tensors that the model has no place for, as a head that it lacks.</param>
    /// <exception cref="HubException">A file is not there, or malformed; the message says in one line what is wrong.</exception>
    public static TModel FromPretrained<TModel>(string folder, out IReadOnlyList<string> unused)
        where TModel : class
    {
        ArgumentNullException.ThrowIfNull(folder);
        ModelConfig config = ModelConfig.Read(Path.Combine(folder, ModelConfig.FileName));
        ModelClass entry = ModelClasses.Of(config, typeof(TModel));
        using WeightFiles files = WeightFiles.Open(folder);
        object model = entry.Create(config, files.Count);
        try
        {
            unused = Fill(model, entry, files);
            return (TModel)model;
        }
        catch
        {
            (model as IDisposable)?.Dispose();
            throw;
        }
    }

    /// <summary>Writes config.json and the weights.</summary>
    /// <param name="model">The model, of a type in <see cref="ModelClasses"/>.</param>
    /// <param name="folder">The folder; it is made if it is not there.</param>
    /// <param name="layout">Which library's habits the file follows.</param>
    /// <param name="shardBytes">The most bytes of weights in one file; a tensor that has more gets a file of its own.</param>
    /// <exception cref="ArgumentException">The model's type has no entry.</exception>
    public static void SavePretrained(
        object model, string folder, WeightLayout layout = WeightLayout.PyTorch, long shardBytes = MostShardBytes)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelClass entry = ModelClasses.Of(model);
        Directory.CreateDirectory(folder);
        var config = new Dictionary<string, object> { ["architectures"] = (string[])[entry.Architecture], ["model_type"] = entry.ModelType };
        foreach ((string name, object value) in entry.Settings(model)) config[name] = value;
        File.WriteAllText(Path.Combine(folder, ModelConfig.FileName), JsonSerializer.Serialize(config, HubJson.Readable) + "\n");
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        IReadOnlyDictionary<string, Tensor> weights = entry.Weights(model);
        ShardWriter.Write(folder, layout == WeightLayout.TensorFlow
            ? [.. TensorFlowLayout.FromPyTorch(model, weights, entry.Flattened)] : [.. weights.Select(one => (one.Key, one.Value))],
            layout == WeightLayout.TensorFlow ? "tf" : "pt", shardBytes);
    }

    /// <summary>Commits a model to a repository, which is made if it is not there: config.json, weights, card and tokens.</summary>
    /// <param name="model">The model, of a type in <see cref="ModelClasses"/>.</param>
    /// <param name="hub">The hub.</param>
    /// <param name="id">The repository's name.</param>
    /// <param name="card">What to tell of the model; null leaves a card that is there as it is.</param>
    /// <param name="tokenizer">The model's tokens; null for a model that has none.</param>
    /// <param name="message">What to say of the commit.</param>
    /// <param name="layout">Which library's habits the file of weights follows.</param>
    /// <param name="shardBytes">The most bytes of weights in one file.</param>
    /// <returns>The commit, 40 hex digits.</returns>
    /// <exception cref="ArgumentException">The model's type has no entry.</exception>
    public static string PushToHub(
        object model, LocalHub hub, RepoId id, ModelCard? card = null, HubTokenizer? tokenizer = null, string message = "Upload model",
        WeightLayout layout = WeightLayout.PyTorch, long shardBytes = MostShardBytes)
    {
        ArgumentNullException.ThrowIfNull(hub);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("push-");
        try
        {
            SavePretrained(model, folder.FullName, layout, shardBytes);
            tokenizer?.Save(folder.FullName);
            card?.Save(folder.FullName);
            HubRepository repository = hub.Create(id, existOk: true);
            HubChange[] added = [.. folder.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => HubChange.File(file.Name, file.FullName))];
            // A model that was in three files and is in one now leaves none of the three behind.
            HubChange[] stale = [.. repository.Files().Select(file => file.Path).Where(path => ShardWriter.IsOfModel(path)
                && added.All(change => change.Path != path)).Select(HubChange.Delete)];
            return repository.Commit(message, [.. stale, .. added]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] Fill(object model, ModelClass entry, WeightFiles files)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        IReadOnlyDictionary<string, Tensor> weights = entry.Weights(model);
        var used = new Dictionary<string, string>();
        foreach ((string name, Tensor weight) in weights)
        {
            // Some files have the names with what all of them begin with, and some without it.
            string[] names = entry.Prefix.Length == 0 ? [name]
                : [name, entry.Prefix + name, name.StartsWith(entry.Prefix, StringComparison.Ordinal) ? name[entry.Prefix.Length..] : name];
            string stored = names.FirstOrDefault(one => files.ShapeOf(one) is not null)
                ?? throw new HubFileException($"{files.Folder} is of another model: it has no {name}.");
            long[] shape = files.ShapeOf(stored)!;
            // TensorFlow's version of GPT-2 stores a row of biases as (1, n).
            if (files.Layout == WeightLayout.TensorFlow && shape is [1, ..] && weight.dim() == 1) shape = shape[1..];
            if (!shape.SequenceEqual(weight.shape))
            {
                throw new HubFileException($"{files.Folder} is of another model: its {stored} is ({string.Join(", ", shape)}), "
                    + $"and this model's is ({string.Join(", ", weight.shape)}).");
            }
            used[name] = stored;
        }
        foreach ((string name, Tensor weight) in weights)
        {
            using Tensor stored = files.Read(used[name], entry.Flattened.GetValueOrDefault(name));
            weight.copy_(stored.reshape(weight.shape));
        }
        entry.Take(model, weights);
        return [.. files.Names.Except(used.Values).Order(StringComparer.Ordinal)];
    }
}
