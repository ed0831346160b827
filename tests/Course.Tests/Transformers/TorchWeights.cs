using Course.Transformers;
using static TorchSharp.torch;

namespace Course.Tests.Transformers;

/// <summary>Copies weights into torch's own modules, which know nothing of ours.</summary>
internal static class TorchWeights
{
    internal static void Copy(MultiHeadAttention ours, nn.Module theirs, string prefix)
    {
        var named = theirs.named_parameters().ToDictionary(one => one.name, one => one.parameter);
        named[prefix + "in_proj_weight"].copy_(cat([ours.WQ.weight!, ours.WK.weight!, ours.WV.weight!]));
        named[prefix + "in_proj_bias"].copy_(cat([ours.WQ.bias!, ours.WK.bias!, ours.WV.bias!]));
        named[prefix + "out_proj.weight"].copy_(ours.WO.weight!);
        named[prefix + "out_proj.bias"].copy_(ours.WO.bias!);
    }

    internal static void Copy(TransformerBlock ours, nn.Module theirs)
    {
        Copy(ours.SelfAttention, theirs, "self_attn.");
        if (ours.CrossAttention is not null) Copy(ours.CrossAttention, theirs, "multihead_attn.");
        var from = ours.named_parameters().ToDictionary(one => one.name, one => one.parameter);
        var to = theirs.named_parameters().ToDictionary(one => one.name, one => one.parameter);
        (string, string)[] rest = ours.CrossAttention is null
            ? [("selfNorm", "norm1"), ("forwardNorm", "norm2"), ("inner", "linear1"), ("outer", "linear2")]
            : [("selfNorm", "norm1"), ("crossNorm", "norm2"), ("forwardNorm", "norm3"), ("inner", "linear1"), ("outer", "linear2")];
        foreach ((string our, string their) in rest)
        {
            to[their + ".weight"].copy_(from[our + ".weight"]);
            to[their + ".bias"].copy_(from[our + ".bias"]);
        }
    }
}
