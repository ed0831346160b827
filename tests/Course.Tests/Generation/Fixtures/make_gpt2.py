"""Makes gpt2/, words.json and tokenizer/ beside it. gpt2/ is a tiny GPT-2 as a folder of Hugging Face's Hub, assembled from torch.nn's own
TransformerEncoderLayer, with texts and what it answers in answers.safetensors. words.json holds texts as Python's module regex splits them
with GPT-2's pattern, pairs learnt by counting everything anew for each, and the tokens that they give. tokenizer/ holds the same pairs in
Hugging Face's form; compare_tokens.mjs lets their own library read it.

    python3 make_gpt2.py

Needs PyTorch and regex (Debian: python3-torch, python3-regex). The tests read the files and need no Python.
"""
import functools
import json
import random
import struct
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import regex
import torch
from torch import nn
from torch.nn import functional as F

TOKENS, CONTEXT, WIDTH, HEADS, LAYERS = 13, 9, 12, 3, 3
folder = Path(__file__).parent


# The model

def shake(*modules):
    """No norm or bias may keep the value that a forgotten one would have."""
    for module in modules:
        for parameter in module.parameters():
            parameter.add_(0.3 * torch.randn_like(parameter))


def save(path, tensors):
    header, data = {}, b""
    for key, value in tensors.items():
        dtype, kind = ("I64", "q") if value.dtype == torch.int64 else ("F32", "f")
        numbers = struct.pack(f"<{value.numel()}{kind}", *value.flatten().tolist())
        header[key] = {"dtype": dtype, "shape": list(value.shape), "data_offsets": [len(data), len(data) + len(numbers)]}
        data += numbers
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def gpt2():
    tokens, positions, last = nn.Embedding(TOKENS, WIDTH), nn.Embedding(CONTEXT, WIDTH), nn.LayerNorm(WIDTH)
    gelu = functools.partial(F.gelu, approximate="tanh")
    stack = [nn.TransformerEncoderLayer(WIDTH, HEADS, 4 * WIDTH, 0, gelu, 1e-5, batch_first=True, norm_first=True) for _ in range(LAYERS)]
    shake(tokens, positions, last, *stack)
    text = torch.randint(TOKENS, (4, CONTEXT))
    x = tokens(text) + positions.weight
    for block in stack:
        x = block(x, src_mask=nn.Transformer.generate_square_subsequent_mask(CONTEXT))
    logits = F.linear(last(x), tokens.weight)
    # OpenAI's own checkpoint has no prefix, and a causal mask in each block.
    tensors = {"wte.weight": tokens.weight, "wpe.weight": positions.weight, "ln_f.weight": last.weight, "ln_f.bias": last.bias}
    for n, block in enumerate(stack):
        h = f"h.{n}."
        tensors[h + "attn.bias"] = torch.tril(torch.ones(1, 1, CONTEXT, CONTEXT))
        tensors[h + "attn.c_attn.weight"] = block.self_attn.in_proj_weight.T
        tensors[h + "attn.c_attn.bias"] = block.self_attn.in_proj_bias
        layers = {"attn.c_proj": block.self_attn.out_proj, "mlp.c_fc": block.linear1, "mlp.c_proj": block.linear2}
        for key, layer in layers.items():
            tensors[h + key + ".weight"], tensors[h + key + ".bias"] = layer.weight.T, layer.bias
        for key, norm in {"ln_1": block.norm1, "ln_2": block.norm2}.items():
            tensors[h + key + ".weight"], tensors[h + key + ".bias"] = norm.weight, norm.bias
    target = folder / "gpt2"
    target.mkdir(exist_ok=True)
    save(target / "model.safetensors", tensors)
    save(folder / "gpt2-answers.safetensors", {
        "text": text, "logits": logits, "loss": F.cross_entropy(logits[:, :-1].flatten(0, 1), text[:, 1:].flatten())})
    (target / "config.json").write_text(json.dumps({
        "model_type": "gpt2", "activation_function": "gelu_new", "vocab_size": TOKENS, "n_positions": CONTEXT, "n_ctx": CONTEXT,
        "n_embd": WIDTH, "n_layer": LAYERS, "n_head": HEADS, "n_inner": None, "resid_pdrop": 0.1, "layer_norm_epsilon": 1e-5}, indent=1) + "\n")


# The tokens

PATTERN = regex.compile(r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")
SPACES = [chr(c) for c in range(sys.maxunicode) if regex.match(r"\s", chr(c))]


def some_text(draw):
    """Characters of all kinds, those beyond U+FFFF among them; none that Unicode has not assigned."""
    kinds = [
        lambda: draw.choice(SPACES), lambda: " ", lambda: draw.choice(["'s", "'S", "'t", "'re", "'ve", "'ll", "'lL", "'d", "'m", "'"]),
        lambda: draw.choice("abcdefgABC"), lambda: draw.choice("0123456789²½Ⅷ٣"), lambda: draw.choice(".,!?-_$€…"),
        lambda: chr(draw.randrange(0x300, 0x370)), lambda: chr(draw.choice([0x10400, 0x20000, 0x1D7D8, 0x1F600, 0x10107, 0x1F1E9, 0x200D, 0xFE0F])),
        lambda: chr(draw.randrange(0x80, 0x3000)), lambda: chr(draw.randrange(0x4E00, 0x9FA0)), lambda: chr(draw.randrange(0x10000, 0x20000))]
    text = "".join(draw.choice(kinds)() * draw.choice([1, 1, 1, 2, 3]) for _ in range(draw.randrange(1, 25)))
    return "".join(c for c in text if unicodedata.category(c) not in ("Cn", "Cs"))


def alphabet():
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [value for value in range(256) if value not in printable]
    return {value: chr(value) if value in printable else chr(256 + others.index(value)) for value in printable + others}


def joined(word, pair):
    done, n = [], 0
    while n < len(word):
        if n + 1 < len(word) and (word[n], word[n + 1]) == pair:
            done.append(word[n] + word[n + 1])
            n += 2
        else:
            done.append(word[n])
            n += 1
    return done


def learn(text, count):
    letters = alphabet()
    numbers = {letter: n for n, letter in enumerate(letters.values())}
    words = Counter(PATTERN.findall(text))
    parts = {word: [letters[value] for value in word.encode()] for word in words}
    merges = []
    while len(merges) < count:
        pairs = Counter()
        for word, times in words.items():
            for pair in zip(parts[word], parts[word][1:]):
                pairs[pair] += times
        best = max(pairs, key=lambda pair: (pairs[pair], -numbers[pair[0]], -numbers[pair[1]]))
        merges.append(best)
        numbers.setdefault(best[0] + best[1], len(numbers))
        parts = {word: joined(symbols, best) for word, symbols in parts.items()}
    return merges, numbers


def tokens(text, merges, numbers):
    letters, ranks, found = alphabet(), {pair: rank for rank, pair in reversed(list(enumerate(merges)))}, []
    for word in PATTERN.findall(text):
        symbols = [letters[value] for value in word.encode()]
        while pairs := [pair for pair in zip(symbols, symbols[1:]) if pair in ranks]:
            symbols = joined(symbols, min(pairs, key=ranks.get))
        found += [numbers[symbol] for symbol in symbols]
    return found


def words():
    draw = random.Random(20190214)
    texts = [some_text(draw) for _ in range(600)]
    lesson = " ".join(texts[:150]) + " aaaaa baaa aaab" * 20 + " abab babab bab" * 30
    merges, numbers = learn(lesson, 300)
    (folder / "words.json").write_text(json.dumps({
        "lesson": lesson, "merges": [" ".join(pair) for pair in merges],
        "texts": [{"text": text, "words": PATTERN.findall(text), "tokens": tokens(text, merges, numbers)} for text in texts]}, ensure_ascii=True))
    target = folder / "tokenizer"
    target.mkdir(exist_ok=True)
    splitting = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    end = {"id": len(numbers), "content": "<|endoftext|>", "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    (target / "tokenizer.json").write_text(json.dumps({
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": [end], "normalizer": None, "pre_tokenizer": splitting,
        "post_processor": None, "decoder": splitting,
        "model": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None, "end_of_word_suffix": None,
                  "fuse_unk": False, "byte_fallback": False, "ignore_merges": False, "vocab": numbers, "merges": merges}}, ensure_ascii=True))


torch.manual_seed(20190214)
with torch.no_grad():
    gpt2()
words()
