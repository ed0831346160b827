"""Training steps of the course's models beside the same in PyTorch, in turns, as a Markdown table.

    dotnet build bench/Course.Training.Bench
    python3 bench/training_table.py [--python python3] [--pairs 5] [MODEL ...]

Needs a Python that can import torch (Debian: python3-torch libopenblas0-pthread); it may be another than the one that runs this file.
"""
import argparse
import json
import statistics
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent
PROGRAM = BENCH.parent / "artifacts/bin/Course.Training.Bench/release/Course.Training.Bench.dll"

# Plain C# has one thread; torch has as many as it is given.
TITLES = {
    "perceptron": "multiclass perceptron 196-10",
    "softmax": "softmax regression 196-10",
    "softmax-torch": "softmax regression 196-10, TorchSharp",
    "boltzmann": "Boltzmann machine, 4-2-4 encoder",
    "rbm-cd1": "RBM 196-64, CD-1, momentum",
    "rbm-cd25": "RBM 196-64, CD-25, momentum",
    "rbm-cd1-torch": "RBM 196-64, CD-1, TorchSharp",
    "family-trees": "family-tree network, momentum",
    "mlp": "MLP 196-100-10, Adam",
    "mlp-torch": "MLP 196-100-10, Adam, TorchSharp",
    "net-3": "Net-3 of 1989 (locally connected)",
    "net-5": "Net-5 of 1989 (shared)",
    "lenet-1989": "LeNet of 1989",
    "lenet-1989-torch": "LeNet of 1989, TorchSharp",
    "lenet-modern-torch": "LeNet of 1989 modernised, AdamW, TorchSharp",
    "lenet-5-torch": "LeNet-5, TorchSharp",
    "rnn": "recurrent net 8-32-2, 20 steps, Adam",
    "lstm": "LSTM with forget gate 8-32-2, 20 steps, Adam",
    "lstm-1997": "LSTM of 1997 on the adding problem, 20 steps",
    "lstm-torch": "LSTM of 96 cells on characters, 64 steps, Adam, TorchSharp",
    "dbn-layer-torch": "a layer of a deep belief net 784-500, CD-1, TorchSharp",
    "dbn-up-down-torch": "deep belief net 784-500-500-1000, up-down, TorchSharp",
    "autoencoder-torch": "autoencoder 784-500-250-30, Adam, TorchSharp",
    "alexnet-small-torch": "small AlexNet on 32 × 32 pixels, momentum, TorchSharp",
    "transformer-torch": "Transformer, 2 + 2 blocks of 128, TorchSharp",
    "gpt2-torch": "GPT-2, 2 blocks of 96, windows of 64, TorchSharp",
    "gpt2-generate": "the same, writing: tokens",
}


def measured(command):
    try:
        run = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        sys.exit(f"There is no program {command[0]}.")
    if run.returncode != 0:
        sys.exit(run.stderr.strip() or f"{' '.join(map(str, command))} ended with {run.returncode}.")
    return json.loads(run.stdout)


def rounded(value):
    """Three digits."""
    return f"{float(f'{value:.3g}'):,.0f}"


def row(model, threads, pairs, python):
    ours, theirs = [], []
    for _ in range(pairs):
        here = measured(["dotnet", PROGRAM, model, str(threads)])
        there = measured([python, BENCH / "training_peer.py", model, str(threads)])
        if (here["batch"], here["dtype"]) != (there["batch"], there["dtype"]):
            sys.exit(f"The two sides of {model} differ: {here} and {there}.")
        ours.append(here["examples_per_second"])
        theirs.append(there["examples_per_second"])
    ratios = [a / b for a, b in zip(ours, theirs)]
    return (f"| {TITLES[model]} | {here['dtype']} | {here['batch']} | {threads} | {rounded(statistics.median(ours))} | {rounded(statistics.median(theirs))} "
            f"| {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}) |")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("models", nargs="*", metavar="MODEL", help=f"which; all without any: {', '.join(TITLES)}")
    arguments.add_argument("--python", default=sys.executable, help="a Python that can import torch")
    arguments.add_argument("--threads", type=int, nargs="+", default=[1, 2], help="how many threads torch gets, a line for each")
    arguments.add_argument("--pairs", type=int, default=5, help="runs of either side, in turns")
    chosen = arguments.parse_args()
    unknown = [model for model in chosen.models if model not in TITLES]
    if unknown:
        arguments.error(f"no model is called {', '.join(unknown)}")
    if chosen.pairs < 1 or min(chosen.threads) < 1:
        arguments.error("at least one pair and one thread")
    if not PROGRAM.exists():
        sys.exit("The C# side is not built: dotnet build bench/Course.Training.Bench")
    print("| model | numbers | batch | threads | ours, examples/s | PyTorch, examples/s | ratio, median (range) |\n|---|---|--:|--:|--:|--:|--:|", flush=True)
    for model in chosen.models or TITLES:
        for threads in chosen.threads if model.endswith("-torch") else [1]:
            print(row(model, threads, chosen.pairs, chosen.python), flush=True)


if __name__ == "__main__":
    main()
