using Course.Generation;
using Course.Transformers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Course.Alignment;

/// <summary>
/// A policy that also says what reward it expects: a language model with a second head. InstructGPT's value function is a model of its own;
/// sharing the body follows J. Schulman and others, 2017, section 5. Defined in lesson 16.
/// </summary>
public sealed class PolicyWithValue : Module<Tensor, int, (Tensor Logs, Tensor Values)>
{
    private readonly Gpt2 policy;
    private readonly Linear value;

    /// <summary>Creates a policy; it expects 0 everywhere.</summary>
    /// <param name="start">The model whose weights it starts with; it stays as it is.</param>
    public PolicyWithValue(Gpt2 start)
        : base(nameof(PolicyWithValue))
    {
        policy = FineTuning.Copy(start);
        value = Layers.Linear(policy.Settings.Width, 1, spread: 0);
        RegisterComponents();
    }

    /// <summary>The language model.</summary>
    public Gpt2 Policy => policy;

    /// <summary>What it thinks of answers.</summary>
    /// <param name="text">(B, P + R) prompts of P tokens with answers of R.</param>
    /// <param name="prompt">P.</param>
    /// <returns>ln π of each token of the answers, and V before it, each (B, R).</returns>
    public override (Tensor Logs, Tensor Values) forward(Tensor text, int prompt)
    {
        ArgumentNullException.ThrowIfNull(text);
        Tensor states = policy.States(text.narrow(1, 0, text.shape[1] - 1)).narrow(1, prompt - 1, text.shape[1] - prompt);    // (B, R, C)
        return (Logs(policy, states, text, prompt), value.call(states).squeeze(2));
    }

    /// <summary>ln π of each token of the answers, by a model without values.</summary>
    internal static Tensor Logs(Gpt2 model, Tensor text, int prompt) =>
        Logs(model, model.States(text.narrow(1, 0, text.shape[1] - 1)).narrow(1, prompt - 1, text.shape[1] - prompt), text, prompt);

    private static Tensor Logs(Gpt2 model, Tensor states, Tensor text, int prompt)
    {
        Tensor all = functional.log_softmax(model.Head(states), 2);                       // (B, R, V)
        return all.gather(2, text.narrow(1, prompt, text.shape[1] - prompt).unsqueeze(2)).squeeze(2);
    }
}
