"""Makes transformer.json beside it: a tiny Transformer assembled from torch.nn's own parts, with random weights, and what it answers.

    python3 make_transformer.py

Needs PyTorch (Debian 13: python3-torch). The tests read the file and need no Python. torch.nn.Transformer ends each stack with a norm that the
paper does not have; custom stacks leave it out. Embeddings and positions are not part of torch.nn, and are written out here.
"""
import json
import math
from pathlib import Path

import torch
from torch import nn

TOKENS, WIDTH, HEADS, INNER, LAYERS = 11, 8, 2, 12, 2

torch.manual_seed(20170612)
encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(WIDTH, HEADS, INNER, 0, batch_first=True), LAYERS, enable_nested_tensor=False)
decoder = nn.TransformerDecoder(nn.TransformerDecoderLayer(WIDTH, HEADS, INNER, 0, batch_first=True), LAYERS)
model = nn.Transformer(WIDTH, HEADS, custom_encoder=encoder, custom_decoder=decoder, batch_first=True)
with torch.no_grad():
    for parameter in model.parameters():
        parameter.copy_(parameter + 0.3 * torch.randn_like(parameter))
embedding = nn.Embedding(TOKENS, WIDTH)


def embed(tokens):
    x = embedding(tokens) * math.sqrt(WIDTH)
    for position in range(tokens.shape[1]):
        for i in range(0, WIDTH, 2):
            angle = position / 10000 ** (i / WIDTH)
            x[:, position, i] += math.sin(angle)
            x[:, position, i + 1] += math.cos(angle)
    return x


source = torch.tensor([[3, 4, 5, 6, 7], [8, 9, 10, 0, 0], [5, 5, 3, 8, 0]])       # 0 fills up
target = torch.tensor([[1, 9, 3, 4], [1, 5, 5, 6], [1, 10, 7, 0]])
with torch.no_grad():
    filled = source == 0
    causal = nn.Transformer.generate_square_subsequent_mask(target.shape[1])
    answers = model(embed(source), embed(target), tgt_mask=causal, src_key_padding_mask=filled, memory_key_padding_mask=filled)
    logits = answers @ embedding.weight.T

weights = {"embedding": embedding.weight, **dict(model.named_parameters())}
lines = [f'  "{name}": {json.dumps(values.flatten().tolist())}' for name, values in
         {**weights, "source": source, "target": target, "logits": logits}.items()]
(Path(__file__).parent / "transformer.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
