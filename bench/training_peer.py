"""One training step of each model of the course in PyTorch, against the clock: the peer of bench/Course.Training.Bench, with the same
names, batches and number types.

    python3 training_peer.py MODEL THREADS
"""
import json
import os
import sys
import time

if __name__ == "__main__" and len(sys.argv) == 3:
    # A BLAS with threads of its own reads these once, when torch loads it.
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = sys.argv[2]
try:
    import torch
    from torch import nn
    from torch.nn import functional
except ImportError as missing:
    sys.exit(f"{sys.executable} can't import torch ({missing}). Name a Python that can, with --python; Debian: apt install python3-torch libopenblas0-pthread")

COUNT = 1000                                            # examples; speed does not depend on what they show
HEIGHT, STEEPNESS = 1.7159, 2 / 3                       # of the scaled tanh
float32, float64 = torch.float32, torch.float64


# Examples

def ink(*shape, dtype=float32):
    return torch.rand(COUNT, *shape, dtype=dtype)


def coins(inputs):
    return (torch.rand(COUNT, inputs) < 0.2).to(float32)


def classes(count):
    return torch.randint(count, (COUNT,))


def one_hot(labels, count, dtype):
    return functional.one_hot(labels, count).to(dtype)


# Steps, each from the numbers of the examples in its batch

def by_autograd(optimizer, loss):
    def learn(numbers):
        optimizer.zero_grad()
        mean = loss(numbers)
        mean.backward()
        optimizer.step()
        return mean.item()
    return learn


def perceptron():
    x, labels = ink(196), classes(10).tolist()
    w, b = torch.zeros(10, 196), torch.zeros(10)

    def learn(numbers):
        n = int(numbers[0])
        winner, label = int((w @ x[n] + b).argmax()), labels[n]
        if winner != label:
            w[label] += x[n]
            b[label] += 1
            w[winner] -= x[n]
            b[winner] -= 1
    return 1, float32, learn


def softmax():
    x, labels = ink(196), classes(10)
    net = nn.Linear(196, 10)
    return 20, float32, by_autograd(torch.optim.SGD(net.parameters(), 0.1), lambda n: functional.cross_entropy(net(x[n]), labels[n]))


def boltzmann():
    """The 4-2-4 encoder: one learning cycle. All eight settlings, awake and asleep, run side by side, which plain C# does one by one."""
    visible, hidden, chains = 8, 2, 8
    units = visible + hidden
    environment = torch.eye(4, dtype=float64).repeat(2, 2)          # four vectors twice
    w, b = torch.zeros(units, units, dtype=float64), torch.zeros(units, dtype=float64)
    joined = torch.zeros(units, units, dtype=float64)
    joined[:4, :4] = joined[4:8, 4:8] = joined[8:, :8] = joined[:8, 8:] = 1
    joined.fill_diagonal_(0)
    row = torch.arange(chains)

    def run(s, free, probes, temperature):
        for _ in range(probes):
            i = free[torch.randint(len(free), (chains,))]
            gap = (w[i] * s).sum(1) + b[i]
            s[row, i] = (torch.rand(chains, dtype=float64) < torch.sigmoid(gap / temperature)).to(float64)

    def gather(vectors, free):
        s = torch.cat([vectors, torch.zeros(chains, hidden, dtype=float64)], 1)
        s[:, free] = torch.randint(2, (chains, len(free)), dtype=float64)
        for duration, temperature in [(2, 20), (2, 15), (2, 12), (4, 10)]:
            run(s, free, duration * len(free), temperature)
        together = torch.zeros(units, units, dtype=float64)
        for _ in range(10):
            run(s, free, len(free), 10)
            together.addmm_(s.t(), s)
        return together

    def learn(_):
        flipped = torch.rand(chains, visible) < torch.where(environment == 1, 0.15, 0.05)
        awake = gather(torch.where(flipped, 1 - environment, environment), torch.arange(visible, units))
        asleep = gather(torch.zeros_like(environment), torch.arange(units))
        change = 2 * torch.sign(awake - asleep)
        w.add_(change * joined)
        b.add_(change.diagonal())
    return chains, float64, learn


def rbm(k, momentum):
    data = coins(196)
    w, b, c = 0.01 * torch.randn(64, 196), torch.zeros(196), torch.zeros(64)
    dw, db, dc = torch.zeros_like(w), torch.zeros_like(b), torch.zeros_like(c)
    share = 0.1 / 20

    def learn(numbers):
        v0 = data[numbers]
        p0 = torch.sigmoid(torch.addmm(c, v0, w.t()))
        p = p0
        for _ in range(k):
            h = torch.bernoulli(p)
            v = torch.bernoulli(torch.sigmoid(torch.addmm(b, h, w)))
            p = torch.sigmoid(torch.addmm(c, v, w.t()))
        dw.mul_(momentum).addmm_(p0.t(), v0, alpha=share).addmm_(p.t(), v, alpha=-share)
        db.mul_(momentum).add_((v0 - v).sum(0), alpha=share)
        dc.mul_(momentum).add_((p0 - p).sum(0), alpha=share)
        w.add_(dw)
        b.add_(db)
        c.add_(dc)
    return 20, float32, learn


class FamilyTrees(nn.Module):
    def __init__(self):
        super().__init__()
        self.person, self.relation = nn.Linear(24, 6), nn.Linear(12, 6)
        self.central, self.answer_code, self.answer = nn.Linear(12, 12), nn.Linear(12, 6), nn.Linear(6, 24)

    def forward(self, x):                                           # (B, 24 + 12)
        codes = torch.sigmoid(torch.cat([self.person(x[:, :24]), self.relation(x[:, 24:])], 1))
        return torch.sigmoid(self.answer(torch.sigmoid(self.answer_code(torch.sigmoid(self.central(codes))))))


def family_trees():
    person, relation = one_hot(classes(24), 24, float64), one_hot(classes(12), 12, float64)
    x = torch.cat([person, relation], 1)
    net = FamilyTrees().to(float64)

    def loss(n):
        error = net(x[n]) - person[n]
        return 0.5 * torch.where(error.abs() < 0.2, 0, error).square().sum() / len(n)
    return 100, float64, by_autograd(torch.optim.SGD(net.parameters(), 1e-3, momentum=0.9), loss)


def mlp(dtype):
    x, labels = ink(196, dtype=dtype), classes(10)
    net = nn.Sequential(nn.Linear(196, 100), nn.ReLU(), nn.Linear(100, 10)).to(dtype)
    return 32, dtype, by_autograd(torch.optim.Adam(net.parameters(), 1e-3), lambda n: functional.cross_entropy(net(x[n]), labels[n]))


def squashed(sums):
    return torch.tanh(sums * STEEPNESS) * HEIGHT


def bordered(planes, width):
    return functional.pad(planes, (width,) * 4, value=-1.0)


def draw(inputs, *shape, bound=None):
    bound = bound or 2.4 / inputs
    return nn.Parameter(torch.empty(*shape).uniform_(-bound, bound))


class Net3(nn.Module):
    """Two layers, locally connected: every unit has weights of its own."""

    def __init__(self):
        super().__init__()
        self.w1, self.b1 = draw(9, 9, 64), draw(9, 64)
        self.w2, self.b2 = draw(25, 25, 16), draw(25, 16)
        self.w3, self.b3 = draw(16, 10, 16), draw(16, 10)

    def forward(self, x):                                           # (B, 1, 16, 16)
        patches = functional.unfold(bordered(x, 1), 3, stride=2)    # (B, 9, 64)
        first = squashed((patches * self.w1).sum(1) + self.b1).reshape(-1, 1, 8, 8)
        patches = functional.unfold(bordered(first, 2), 5, stride=2)
        second = squashed((patches * self.w2).sum(1) + self.b2)     # (B, 16)
        return squashed(functional.linear(second, self.w3, self.b3))


class Net5(nn.Module):
    """Both layers shared, a bias for each unit."""

    def __init__(self):
        super().__init__()
        self.w1, self.b1 = draw(9, 2, 1, 3, 3), draw(9, 2, 8, 8)
        self.w2, self.b2 = draw(50, 4, 2, 5, 5), draw(50, 4, 4, 4)
        self.w3, self.b3 = draw(64, 10, 64), draw(64, 10)

    def forward(self, x):
        first = squashed(functional.conv2d(bordered(x, 1), self.w1, stride=2) + self.b1)
        second = squashed(functional.conv2d(bordered(first, 2), self.w2, stride=2) + self.b2)
        return squashed(functional.linear(second.flatten(1), self.w3, self.b3))


class LeNet1989(nn.Module):
    def __init__(self, modern=False):
        super().__init__()
        self.modern = modern

        def drawn(inputs, *shape):
            return draw(inputs, *shape, bound=2.4 / inputs ** 0.5 if modern else None)
        self.h1, self.h1_bias = drawn(25, 12, 1, 5, 5), drawn(25, 12, 8, 8)
        self.h2, self.h2_bias = drawn(200, 12, 8, 5, 5), drawn(200, 12, 4, 4)
        self.h3, self.h3_bias = drawn(192, 30, 192), drawn(192, 30)
        self.output, self.output_bias = drawn(30, 10, 30), drawn(30, 10)

    def forward(self, x):                                           # (B, 1, 16, 16)
        hidden = functional.relu if self.modern else squashed
        h1 = hidden(functional.conv2d(bordered(x, 2), self.h1, stride=2) + self.h1_bias)
        below = bordered(h1, 2)                                     # (B, 12, 12, 12)
        eights = [below[:, 0:8], below[:, 4:12], torch.cat([below[:, 0:4], below[:, 8:12]], 1)]
        fours = [functional.conv2d(eight, self.h2[4 * k:4 * k + 4], stride=2) for k, eight in enumerate(eights)]
        h2 = hidden(torch.cat(fours, 1) + self.h2_bias)             # (B, 12, 4, 4)
        if self.modern:
            h2 = functional.dropout(h2, 0.25, self.training)
        h3 = hidden(functional.linear(h2.flatten(1), self.h3, self.h3_bias))
        sums = functional.linear(h3, self.output, self.output_bias)
        return sums if self.modern else squashed(sums)


class LeNet5(nn.Module):
    TABLE = ["012", "123", "234", "345", "045", "015", "0123", "1234", "2345", "0345", "0145", "0125", "0134", "1245", "0235", "012345"]

    def __init__(self):
        super().__init__()
        self.c1, self.c1_bias = draw(25, 6, 1, 5, 5), draw(25, 6)
        self.s2, self.s2_bias = draw(4, 6, 1, 1), draw(4, 6, 1, 1)
        self.c3, self.c3_bias = draw(90, 1500), draw(90, 16)
        self.s4, self.s4_bias = draw(4, 16, 1, 1), draw(4, 16, 1, 1)
        self.c5, self.c5_bias = draw(400, 120, 16, 5, 5), draw(400, 120)
        self.f6, self.f6_bias = draw(120, 84, 120), draw(120, 84)
        self.places = torch.tensor([(map * 6 + int(plane)) * 25 + k for map, planes in enumerate(self.TABLE) for plane in planes for k in range(25)])
        self.codes = torch.randint(2, (10, 84)) * 2.0 - 1

    def forward(self, x):                                           # (B, 1, 32, 32)
        c1 = squashed(functional.conv2d(x, self.c1, self.c1_bias))
        s2 = squashed(functional.avg_pool2d(c1, 2) * 4 * self.s2 + self.s2_bias)
        stencils = torch.zeros(16 * 6 * 25).index_copy(0, self.places, self.c3).reshape(16, 6, 5, 5)
        c3 = squashed(functional.conv2d(s2, stencils, self.c3_bias))
        s4 = squashed(functional.avg_pool2d(c3, 2) * 4 * self.s4 + self.s4_bias)
        c5 = squashed(functional.conv2d(s4, self.c5, self.c5_bias)).flatten(1)
        f6 = squashed(functional.linear(c5, self.f6, self.f6_bias))
        return -(f6.unsqueeze(1) - self.codes).square().sum(2)      # (B, 10)


def squared_error(net, side, batch, rate, dtype):
    """Plain gradient descent towards outputs of +1 and -1, as in 1989."""
    x, targets = 2 * ink(1, side, side, dtype=dtype) - 1, 2 * one_hot(classes(10), 10, dtype) - 1
    net = net.to(dtype)
    return batch, dtype, by_autograd(torch.optim.SGD(net.parameters(), rate), lambda n: (net(x[n]) - targets[n]).square().sum() / (2 * len(n)))


def cross_entropy(net, side, optimizer):
    x, labels = ink(1, side, side), classes(10)
    return 16, float32, by_autograd(optimizer, lambda n: functional.cross_entropy(net(x[n]), labels[n]))


def lenet_modern():
    net = LeNet1989(modern=True)
    return cross_entropy(net, 16, torch.optim.AdamW(net.parameters(), 3e-3, weight_decay=0.01))


def lenet_5():
    net = LeNet5()
    return cross_entropy(net, 32, torch.optim.SGD(net.parameters(), 0.01))


class Recurrent(nn.Module):
    """A recurrent layer and a linear one on top of it, at every step."""

    def __init__(self, kind, inputs, units, outputs):
        super().__init__()
        self.layer, self.top = kind(inputs, units, batch_first=True), nn.Linear(units, outputs)

    def forward(self, x):                                           # (B, T, inputs)
        return self.top(self.layer(x)[0])


def recurrent(kind):
    net = Recurrent(kind, 8, 32, 2).to(float64)
    x, targets = ink(20, 8, dtype=float64), ink(20, 2, dtype=float64)
    optimizer = torch.optim.Adam(net.parameters(), 1e-3)
    return 20, float64, by_autograd(optimizer, lambda n: 0.5 * (net(x[n]) - targets[n]).square().sum() / len(n))


class Lstm1997(nn.Module):
    """Two blocks of two cells without forget gates; what gates and cells hear of the step before passes no blame on."""

    def __init__(self):
        super().__init__()
        self.hidden, self.output = nn.Linear(2 + 8, 8, dtype=float64), nn.Linear(4, 1, dtype=float64)

    def forward(self, x):                                           # (T, 2)
        heard, state = torch.zeros(8, dtype=float64), torch.zeros(4, dtype=float64)
        for now in x:
            sums = self.hidden(torch.cat([now, heard.detach()]))
            into, out = torch.sigmoid(sums[:4]).view(2, 2)          # the gates of both blocks
            state = state + into.repeat_interleave(2) * (4 * torch.sigmoid(sums[4:]) - 2)
            cells = out.repeat_interleave(2) * (2 * torch.sigmoid(state) - 1)
            heard = torch.cat([into, out, cells])
        return torch.sigmoid(self.output(cells))


def lstm_1997():
    net, x, targets = Lstm1997(), ink(20, 2, dtype=float64), ink(1, dtype=float64)
    return 1, float64, by_autograd(torch.optim.SGD(net.parameters(), 0.5), lambda n: (net(x[n[0]]) - targets[n[0]]).square().sum())


def characters():
    kinds, window = 32, 64
    net = Recurrent(nn.LSTM, kinds, 96, kinds)
    windows = classes(kinds).unfold(0, window + 1, 1).contiguous()

    def loss(n):
        rows = windows[n % len(windows)]
        x = functional.one_hot(rows[:, :-1], kinds).to(float32)
        return functional.cross_entropy(net(x).flatten(0, 1), rows[:, 1:].flatten())
    return 20, float32, by_autograd(torch.optim.Adam(net.parameters(), 1e-3), loss)


def dbn_layer():
    data = coins(784)
    w, b, c = 0.01 * torch.randn(500, 784), torch.zeros(784), torch.zeros(500)
    dw, db, dc = torch.zeros_like(w), torch.zeros_like(b), torch.zeros_like(c)
    eta, momentum, decay = 0.1, 0.9, 2e-4

    def learn(numbers):
        v0 = data[numbers]
        share = eta / len(v0)
        p0 = torch.addmm(c, v0, w.t()).sigmoid_()
        v1 = torch.addmm(b, (torch.rand_like(p0) < p0).to(float32), w).sigmoid_()
        p1 = torch.addmm(c, v1, w.t()).sigmoid_()
        dw.addmm_(p0.t(), v0, beta=momentum, alpha=share).addmm_(p1.t(), v1, alpha=-share).add_(w, alpha=-eta * decay)
        db.mul_(momentum).add_((v0 - v1).sum(0), alpha=share)
        dc.mul_(momentum).add_((p0 - p1).sum(0), alpha=share)
        w.add_(dw)
        b.add_(db)
        c.add_(dc)
    return 100, float32, learn


def dbn_up_down():
    """Two layers of 500, recognition and generation apart, and a machine of 1,000 over the second and ten labels."""
    data, answers = coins(784), one_hot(classes(10), 10, float32)
    sizes = [784, 500, 500]
    up = [0.01 * torch.randn(above, below) for below, above in zip(sizes, sizes[1:])]
    down = [weights.clone() for weights in up]
    up_biases, down_biases = [torch.zeros(n) for n in sizes[1:]], [torch.zeros(n) for n in sizes[:-1]]
    w, b, c = 0.01 * torch.randn(1000, 510), torch.zeros(510), torch.zeros(1000)

    def sample(p):
        return (torch.rand_like(p) < p).to(float32)

    def above(v, layer):
        return torch.addmm(up_biases[layer], v, up[layer].t()).sigmoid()

    def below(h, layer):
        return torch.addmm(down_biases[layer], h, down[layer]).sigmoid()

    def learn(numbers):
        awake, share = [data[numbers]], 0.01 / len(numbers)
        for layer in range(2):
            awake.append(sample(above(awake[layer], layer)))
        for layer in range(2):
            error = awake[layer] - below(awake[layer + 1], layer)
            down[layer].addmm_(awake[layer + 1].t(), error, alpha=share)
            down_biases[layer].add_(error.sum(0), alpha=share)
        first = v = torch.cat([awake[-1], answers[numbers]], 1)
        p = t = torch.addmm(c, v, w.t()).sigmoid()
        for _ in range(3):
            sums = torch.addmm(b, sample(t), w)
            chosen = torch.multinomial(sums[:, 500:].softmax(1), 1).squeeze(1)
            v = torch.cat([sample(sums[:, :500].sigmoid()), functional.one_hot(chosen, 10).to(float32)], 1)
            t = torch.addmm(c, v, w.t()).sigmoid()
        w.addmm_(p.t(), first, alpha=share).addmm_(t.t(), v, alpha=-share)
        b.add_((first - v).sum(0), alpha=share)
        c.add_((p - t).sum(0), alpha=share)
        second = v[:, :500]
        one = sample(below(second, 1))
        asleep = [below(one, 0), one, second]
        for layer in range(2):
            error = asleep[layer + 1] - above(asleep[layer], layer)
            up[layer].addmm_(error.t(), asleep[layer], alpha=share)
            up_biases[layer].add_(error.sum(0), alpha=share)
    return 100, float32, learn


def autoencoder():
    sizes = [784, 500, 250, 30]
    ways = list(zip(sizes, sizes[1:])) + list(zip(sizes[::-1], sizes[-2::-1]))
    layers = [part for i, way in enumerate(ways) for part in ([nn.Linear(*way)] if i in (2, 5) else [nn.Linear(*way), nn.Sigmoid()])]
    net, data = nn.Sequential(*layers), ink(784)
    optimizer = torch.optim.Adam(net.parameters(), 1e-3)
    return 100, float32, by_autograd(optimizer, lambda n: functional.binary_cross_entropy_with_logits(net(data[n]), data[n]))


class ResponseNormalisation(nn.Module):
    """By a convolution of 1 × 1 over the neighbouring maps: on a processor, faster than torch's own layer."""

    def __init__(self, maps):
        super().__init__()
        self.register_buffer("neighbours", torch.ones(maps, maps).triu(-2).tril(2).reshape(maps, maps, 1, 1))

    def forward(self, x):
        return x * torch.exp(-0.75 * torch.log(2 + 1e-4 * functional.conv2d(x.square(), self.neighbours)))


def small_alexnet():
    maps, units = 16, 128

    def block(channels):
        return [nn.Conv2d(channels, maps, 5, padding=2), nn.ReLU(), nn.MaxPool2d(3, stride=2, padding=1), ResponseNormalisation(maps)]
    net = nn.Sequential(
        *block(3), *block(maps), nn.Conv2d(maps, maps, 3, padding=1), nn.ReLU(),
        nn.Flatten(), nn.Linear(maps * 8 * 8, units), nn.ReLU(), nn.Dropout(0.5), nn.Linear(units, 10))
    x, labels = ink(3, 32, 32), classes(10)
    optimizer = torch.optim.SGD(net.parameters(), 0.03, momentum=0.9, weight_decay=5e-4)
    return 50, float32, by_autograd(optimizer, lambda n: functional.cross_entropy(net(x[n]), labels[n]))


class Translator(nn.Module):
    """PyTorch's own layers between embeddings that source, target and output share, as in 2017."""

    def __init__(self, tokens, width, heads, inner, layers, longest):
        super().__init__()
        self.width = width
        self.embedding = nn.Parameter(torch.randn(tokens, width) / width ** 0.5)
        self.encoder = nn.ModuleList(nn.TransformerEncoderLayer(width, heads, inner, 0.1, batch_first=True) for _ in range(layers))
        self.decoder = nn.ModuleList(nn.TransformerDecoderLayer(width, heads, inner, 0.1, batch_first=True) for _ in range(layers))
        self.dropout = nn.Dropout(0.1)
        angles = torch.arange(longest)[:, None] * 10000 ** (-torch.arange(0, width, 2) / width)
        self.register_buffer("positions", torch.stack([angles.sin(), angles.cos()], 2).flatten(1))
        self.register_buffer("causal", torch.ones(longest, longest).tril() == 0)

    def embed(self, tokens):
        return self.dropout(functional.embedding(tokens, self.embedding) * self.width ** 0.5 + self.positions[:tokens.shape[1]])

    def forward(self, source, target):                              # (B, S), (B, T)
        filled = source == 0
        x = self.embed(source)
        for layer in self.encoder:
            x = layer(x, src_key_padding_mask=filled)
        y = self.embed(target)
        for layer in self.decoder:
            y = layer(y, x, tgt_mask=self.causal, memory_key_padding_mask=filled)
        return functional.linear(y, self.embedding)


def transformer():
    tokens, length = 1000, 20
    net = Translator(tokens, 128, 4, 512, 2, length)
    windows = (classes(tokens - 1) + 1).unfold(0, length + 1, 1).contiguous()

    def loss(n):
        rows = windows[n % len(windows)]
        logits = net(rows[:, :-1], rows[:, :-1])
        return functional.cross_entropy(logits.flatten(0, 1), rows[:, 1:].flatten(), label_smoothing=0.1, ignore_index=0)
    return 20, float32, by_autograd(torch.optim.Adam(net.parameters(), 1e-3, (0.9, 0.98), 1e-9), loss)


class Gpt2Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.ln_1, self.ln_2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.project, self.merge = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.inner, self.outer = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x, cache, past):
        q, k, v = (part.unflatten(2, (self.heads, -1)).transpose(1, 2) for part in self.project(self.ln_1(x)).chunk(3, 2))
        if cache is not None:
            seen = past + x.shape[1]
            cache[0][:, :, past:seen], cache[1][:, :, past:seen] = k, v
            k, v = cache[0][:, :, :seen], cache[1][:, :, :seen]
        answers = functional.scaled_dot_product_attention(q, k, v, is_causal=past == 0)
        x = x + self.merge(answers.transpose(1, 2).flatten(2))
        return x + self.outer(functional.gelu(self.inner(self.ln_2(x)), approximate="tanh"))


class Gpt2(nn.Module):
    def __init__(self, tokens, context, width, layers, heads):
        super().__init__()
        self.shape = (1, heads, context, width // heads)
        self.tokens, self.positions = nn.Embedding(tokens, width), nn.Embedding(context, width)
        self.blocks, self.norm = nn.ModuleList(Gpt2Block(width, heads) for _ in range(layers)), nn.LayerNorm(width)

    def forward(self, text, caches=None, past=0, last=False):
        x = self.tokens(text) + self.positions(torch.arange(past, past + text.shape[1]))
        for n, block in enumerate(self.blocks):
            x = block(x, caches and caches[n], past)
        return functional.linear(self.norm(x)[:, -1:] if last else self.norm(x), self.tokens.weight)

    def new_caches(self):
        return [(torch.empty(self.shape), torch.empty(self.shape)) for _ in self.blocks]


def gpt2():
    length = 64
    net = Gpt2(66, length, 96, 2, 4)
    windows = classes(66).unfold(0, length + 1, 1).contiguous()
    matrices, others = [p for p in net.parameters() if p.dim() > 1], [p for p in net.parameters() if p.dim() < 2]
    optimizer = torch.optim.AdamW([{"params": matrices, "weight_decay": 0.1}, {"params": others, "weight_decay": 0}], 1e-3, (0.9, 0.99))

    def learn(n):
        rows = windows[n % len(windows)]
        optimizer.zero_grad()
        loss = functional.cross_entropy(net(rows[:, :-1]).flatten(0, 1), rows[:, 1:].flatten())
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1)
        optimizer.step()
        return loss.item()
    return 20, float32, learn


def gpt2_generate():
    net, prompt = Gpt2(66, 64, 96, 2, 4).eval(), classes(66)[None, :10]

    @torch.no_grad()
    def write(numbers):
        caches, text, past = net.new_caches(), prompt, 0
        for _ in numbers:
            logits = net(text, caches, past, last=True)
            past += text.shape[1]
            text = logits[:, -1].argmax(1, keepdim=True)
            text.item()
    return 50, float32, write


STEPS = {
    "perceptron": perceptron,
    "softmax": softmax,
    "softmax-torch": softmax,
    "boltzmann": boltzmann,
    "rbm-cd1": lambda: rbm(1, momentum=0.5),
    "rbm-cd25": lambda: rbm(25, momentum=0.5),
    "rbm-cd1-torch": lambda: rbm(1, momentum=0),
    "family-trees": family_trees,
    "mlp": lambda: mlp(float64),
    "mlp-torch": lambda: mlp(float32),
    "net-3": lambda: squared_error(Net3(), 16, 1, 0.005, float64),
    "net-5": lambda: squared_error(Net5(), 16, 1, 0.005, float64),
    "lenet-1989": lambda: squared_error(LeNet1989(), 16, 1, 0.005, float64),
    "lenet-1989-torch": lambda: squared_error(LeNet1989(), 16, 16, 0.05, float32),
    "lenet-modern-torch": lenet_modern,
    "lenet-5-torch": lenet_5,
    "rnn": lambda: recurrent(nn.RNN),
    "lstm": lambda: recurrent(nn.LSTM),
    "lstm-1997": lstm_1997,
    "lstm-torch": characters,
    "dbn-layer-torch": dbn_layer,
    "dbn-up-down-torch": dbn_up_down,
    "autoencoder-torch": autoencoder,
    "alexnet-small-torch": small_alexnet,
    "transformer-torch": transformer,
    "gpt2-torch": gpt2,
    "gpt2-generate": gpt2_generate,
}


def speed(batch, learn, seconds):
    """Goes over all examples, batch after batch, until the time is up: examples a second."""
    batches = torch.arange(COUNT // batch * batch).split(batch)
    examples, started = 0, time.perf_counter()
    while time.perf_counter() - started < seconds:
        for numbers in batches:
            learn(numbers)
        examples += len(batches) * batch
    return examples / (time.perf_counter() - started)


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in STEPS or not sys.argv[2].isdecimal():
        sys.exit(f"Give a model and a number of threads. Models: {', '.join(STEPS)}.")
    model, threads = sys.argv[1], int(sys.argv[2])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    batch, dtype, learn = STEPS[model]()
    speed(batch, learn, seconds=0.5)
    print(json.dumps({
        "model": model, "batch": batch, "dtype": str(dtype).removeprefix("torch."), "threads": threads, "examples_per_second": speed(batch, learn, seconds=1.5)}))
