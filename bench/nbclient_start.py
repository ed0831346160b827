"""From the launch of a kernel to the first result of 1+1 under nbclient: the course's kernel beside ipykernel, in turns, median of 5.

Needs nbclient and ipykernel (Debian: python3-nbclient python3-ipykernel), and the kernel installed: ./course kernel install
"""
import statistics
import time

import nbformat
from nbclient import NotebookClient

KERNELS = [".net-csharp", "python3"]


def seconds(kernel):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1+1")])
    client = NotebookClient(notebook, kernel_name=kernel, startup_timeout=120)
    started = time.monotonic()
    with client.setup_kernel():
        ready = time.monotonic() - started
        client.execute_cell(notebook.cells[0], 0)
        result = time.monotonic() - started
    assert notebook.cells[0].outputs, "no result"
    return ready, result


if __name__ == "__main__":
    times = {kernel: [] for kernel in KERNELS}
    for kernel in KERNELS:
        seconds(kernel)
    for _ in range(5):
        for kernel in KERNELS:
            times[kernel].append(seconds(kernel))
    for kernel, rows in times.items():
        ready, result = (statistics.median(column) for column in zip(*rows))
        print(f"{kernel:12} ready after {ready:.2f} s, 1+1 after {result:.2f} s (median of {len(rows)})")
