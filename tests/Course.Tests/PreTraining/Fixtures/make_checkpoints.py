"""Makes gpt.safetensors and bert.safetensors beside it: a tiny GPT and a tiny BERT assembled from torch.nn's own TransformerEncoderLayer,
with random weights under the names of the published checkpoints, texts, and what the models answer.

    python3 make_checkpoints.py

Needs PyTorch (Debian 13: python3-torch). The tests read the files and need no Python.
"""
import functools
import json
import struct
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

TOKENS, CONTEXT, WIDTH, HEADS, LAYERS = 11, 6, 8, 2, 2
folder = Path(__file__).parent


def shake(*modules):
    """No norm or bias may keep the value that a forgotten one would have."""
    for module in modules:
        for parameter in module.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))


def blocks(activation, epsilon):
    return [nn.TransformerEncoderLayer(WIDTH, HEADS, 4 * WIDTH, 0, activation, epsilon, batch_first=True) for _ in range(LAYERS)]


def save(name, tensors):
    header, data = {}, b""
    for key, value in tensors.items():
        dtype, kind = ("I64", "q") if value.dtype == torch.int64 else ("F32", "f")
        numbers = struct.pack(f"<{value.numel()}{kind}", *value.flatten().tolist())
        header[key] = {"dtype": dtype, "shape": list(value.shape), "data_offsets": [len(data), len(data) + len(numbers)]}
        data += numbers
    text = json.dumps(header).encode()
    (folder / name).write_bytes(struct.pack("<Q", len(text)) + text + data)


def gpt():
    tokens, positions = nn.Embedding(TOKENS, WIDTH), nn.Embedding(CONTEXT, WIDTH)
    stack = blocks(functools.partial(F.gelu, approximate="tanh"), 1e-5)
    shake(tokens, positions, *stack)
    text = torch.randint(TOKENS, (3, CONTEXT))
    x = tokens(text) + positions.weight
    for block in stack:
        x = block(x, src_mask=nn.Transformer.generate_square_subsequent_mask(CONTEXT), is_causal=True)
    tensors = {"transformer.tokens_embed.weight": tokens.weight, "transformer.positions_embed.weight": positions.weight}
    for n, block in enumerate(stack):
        h = f"transformer.h.{n}."
        layers = {"attn.c_proj": block.self_attn.out_proj, "mlp.c_fc": block.linear1, "mlp.c_proj": block.linear2}
        tensors[h + "attn.c_attn.weight"] = block.self_attn.in_proj_weight.T
        tensors[h + "attn.c_attn.bias"] = block.self_attn.in_proj_bias
        for key, layer in layers.items():
            tensors[h + key + ".weight"], tensors[h + key + ".bias"] = layer.weight.T, layer.bias
        for key, norm in {"ln_1": block.norm1, "ln_2": block.norm2}.items():
            tensors[h + key + ".weight"], tensors[h + key + ".bias"] = norm.weight, norm.bias
    save("gpt.safetensors", {**tensors, "text": text, "logits": F.linear(x, tokens.weight)})


def bert():
    words, positions, segments = nn.Embedding(TOKENS, WIDTH), nn.Embedding(CONTEXT, WIDTH), nn.Embedding(2, WIDTH)
    norm, head_norm = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
    pooler, head, follows = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, 2)
    bias = nn.Parameter(torch.randn(TOKENS))
    stack = blocks("gelu", 1e-12)
    shake(words, positions, segments, norm, head_norm, pooler, head, follows, *stack)
    text = torch.tensor([[2, 5, 4, 3, 9, 3], [2, 8, 7, 3, 0, 0], [2, 10, 6, 6, 3, 0]])          # 0 fills up
    segment = torch.tensor([[0, 0, 0, 0, 1, 1], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0]])
    x = norm(words(text) + positions.weight + segments(segment))
    for block in stack:
        x = block(x, src_key_padding_mask=text == 0)
    masked = F.linear(head_norm(F.gelu(head(x))), words.weight, bias)
    named = {"bert.embeddings.word_embeddings": words, "bert.embeddings.position_embeddings": positions,
             "bert.embeddings.token_type_embeddings": segments, "bert.embeddings.LayerNorm": norm, "bert.pooler.dense": pooler,
             "cls.predictions.transform.dense": head, "cls.predictions.transform.LayerNorm": head_norm, "cls.seq_relationship": follows}
    tensors = {"cls.predictions.bias": bias}
    for n, block in enumerate(stack):
        layer = f"bert.encoder.layer.{n}."
        for key, weight, part in zip(("query", "key", "value"), block.self_attn.in_proj_weight.chunk(3), block.self_attn.in_proj_bias.chunk(3)):
            tensors[layer + f"attention.self.{key}.weight"], tensors[layer + f"attention.self.{key}.bias"] = weight, part
        named.update({layer + "attention.output.dense": block.self_attn.out_proj, layer + "attention.output.LayerNorm": block.norm1,
                      layer + "intermediate.dense": block.linear1, layer + "output.dense": block.linear2, layer + "output.LayerNorm": block.norm2})
    for key, module in named.items():
        tensors.update({f"{key}.{name}": parameter for name, parameter in module.named_parameters()})
    save("bert.safetensors", {**tensors, "text": text, "segment": segment, "states": x, "masked": masked,
                              "follows": follows(torch.tanh(pooler(x[:, 0])))})


torch.manual_seed(20181011)
with torch.no_grad():
    gpt()
    bert()
