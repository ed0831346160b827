using Course.Generation;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Alignment;

/// <summary>Lets a model answer many prompts at once, token by token. Defined in lesson 16.</summary>
/// <param name="model">The model.</param>
/// <param name="most">The most tokens of an answer, its end included.</param>
public sealed class AnswerSampler(Gpt2 model, int most = AnswerSampler.Most)
{
    /// <summary>The most tokens of an answer, unless another number is given.</summary>
    public const int Most = 8;

    /// <summary>0 always takes the likeliest token; 1 draws by the model's own probabilities.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>What ends an answer: the end of a message, for a model that reads pages also the end of a sentence.</summary>
    public IReadOnlyList<string> Ends { get; init; } = ["<end>"];

    /// <summary>Answers prompts. Chance comes from torch's own generator.</summary>
    /// <param name="prompts">The tokens of each.</param>
    /// <returns>An answer for each.</returns>
    public Answer[] Say(IReadOnlyList<long[]> prompts)
    {
        using var scope = NewDisposeScope();
        return Read(Draw(prompts), [.. prompts.Select(prompt => prompt.Length)]);
    }

    /// <summary>Answers questions in the template.</summary>
    /// <param name="questions">The questions.</param>
    public Answer[] Say(IReadOnlyList<Question> questions) => Say([.. questions.Select(question => question.Prompt)]);

    /// <summary>Prompts with their answers behind them.</summary>
    /// <param name="prompts">The tokens of each.</param>
    /// <returns>(B, longest prompt + most) Int64; padding follows the end.</returns>
    public Tensor Draw(IReadOnlyList<long[]> prompts)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        int longest = prompts.Max(prompt => prompt.Length), width = model.Settings.Width;
        Tensor text = TrainingTexts.Batch(prompts, longest + most);
        Tensor place = tensor(prompts.Select(prompt => (long)prompt.Length).ToArray()).unsqueeze(1);    // (B, 1): where the next goes
        Tensor done = zeros_like(place).to(ScalarType.Bool);
        long[] ends = [.. Ends.Select(ChatWords.Number)];
        for (int t = 0; t < most && !done.all().item<bool>(); t++)
        {
            using var step = NewDisposeScope();
            Tensor states = model.States(text.narrow(1, 0, longest + t));                                           // (B, T, C)
            Tensor last = states.gather(1, (place - 1).unsqueeze(2).expand(-1, 1, width)).squeeze(1);
            Tensor logits = model.Head(last);                                                              // (B, V)
            Tensor next = Temperature == 0 ? logits.argmax(1, keepdim: true)
                : multinomial(functional.softmax(logits / Temperature, 1), 1);
            next = next.masked_fill(done, ChatWords.Padding);
            text.scatter_(1, place, next);
            foreach (long end in ends) done.logical_or_(next.eq(end));
            place.add_(1);
        }
        return text.MoveToOuterDisposeScope();
    }

    /// <summary>Reads the answers behind their prompts.</summary>
    internal Answer[] Read(Tensor text, int[] lengths)
    {
        long[] all = [.. text.data<long>()];
        int width = (int)text.shape[1];
        return [.. lengths.Select((length, n) =>
        {
            string[] words = [.. all.Skip(n * width + length).Take(most).Select(token => ChatWords.All[(int)token])];
            int end = Array.FindIndex(words, word => Ends.Contains(word));
            return end < 0 ? new Answer(string.Join(' ', words), Ended: false) : new Answer(string.Join(' ', words[..end]));
        })];
    }
}
