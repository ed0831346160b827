"""Lets stories260K tell its story in NumPy, and says how many tokens a second that makes: beside `course run --long 14.stories`.

    python3 bench/stories_peer.py FOLDER     # holds stories260K.bin and tok512.bin

The model and its file are those of llama2.c (github.com/karpathy/llama2.c): the likeliest token each time, keys and values kept.
"""
import struct
import sys
import time
from pathlib import Path

import numpy as np

START, MOST = 1, 512


def read_model(path):
    data = path.read_bytes()
    width, inner, layers, heads, key_heads, vocabulary, _ = struct.unpack("7i", data[:28])
    numbers = np.frombuffer(data, np.float32, offset=28)
    keys = width // heads * key_heads
    shapes = {"E": (vocabulary, width), "attention_norm": (layers, width), "Q": (layers, width, width), "K": (layers, keys, width),
              "V": (layers, keys, width), "O": (layers, width, width), "forward_norm": (layers, width), "gate": (layers, inner, width),
              "down": (layers, width, inner), "up": (layers, inner, width), "norm": (width,)}
    model, at = {"heads": heads, "key_heads": key_heads, "layers": layers}, 0
    for name, shape in shapes.items():
        size = int(np.prod(shape))
        model[name] = numbers[at:at + size].reshape(shape)
        at += size
    return model


def read_pieces(path):
    data, at, pieces = path.read_bytes(), 4, []
    while at < len(data):
        length = struct.unpack("fi", data[at:at + 8])[1]
        piece = data[at + 8:at + 8 + length]
        pieces.append(bytes([int(piece[3:5], 16)]) if piece.startswith(b"<0x") else piece)
        at += 8 + length
    return pieces


def norm(x, weight):
    return weight * x / np.sqrt(np.mean(x * x) + 1e-5)


def turn(x, place):
    """Turns neighbouring numbers of each head, the first pair by 1 radian at each place."""
    angle = place / 10_000 ** (np.arange(0, x.shape[1], 2, dtype=np.float32) / x.shape[1])
    even, odd, cosine, sine = x[:, 0::2], x[:, 1::2], np.cos(angle), np.sin(angle)
    return np.stack([even * cosine - odd * sine, even * sine + odd * cosine], 2).reshape(x.shape)


def tell(model):
    heads, key_heads = model["heads"], model["key_heads"]
    keys, values = [[] for _ in range(model["layers"])], [[] for _ in range(model["layers"])]
    token, story = START, []
    for place in range(MOST):
        x = model["E"][token]
        for n in range(model["layers"]):
            y = norm(x, model["attention_norm"][n])
            q = turn((model["Q"][n] @ y).reshape(heads, -1), place)
            keys[n].append(turn((model["K"][n] @ y).reshape(key_heads, -1), place))
            values[n].append((model["V"][n] @ y).reshape(key_heads, -1))
            k, v = (np.repeat(np.stack(one[n], 1), heads // key_heads, 0) for one in (keys, values))     # (h, S, d)
            matches = np.einsum("hd,hsd->hs", q, k) / np.sqrt(q.shape[1])
            shares = np.exp(matches - matches.max(1, keepdims=True))
            shares /= shares.sum(1, keepdims=True)
            x = x + model["O"][n] @ np.einsum("hs,hsd->hd", shares, v).reshape(-1)
            y = norm(x, model["forward_norm"][n])
            gate = model["gate"][n] @ y
            x = x + model["down"][n] @ (gate / (1 + np.exp(-gate)) * (model["up"][n] @ y))
        token = int(np.argmax(model["E"] @ norm(x, model["norm"])))
        if token == START:
            break
        story.append(token)
    return story


def main():
    folder = Path(sys.argv[1])
    model, pieces = read_model(folder / "stories260K.bin"), read_pieces(folder / "tok512.bin")
    tell(model)
    started = time.perf_counter()
    story = tell(model)
    seconds = time.perf_counter() - started
    print(b"".join(pieces[token] for token in story).decode().strip())
    print(f"{len(story)} tokens, {len(story) / seconds:,.0f} a second", file=sys.stderr)


if __name__ == "__main__":
    main()
