"""Three kernels in turns, as nbclient sees them: the course's, the shipped tool of .NET Interactive, and ipykernel.

Prints a Markdown table of medians over some sessions. A session starts the kernel, runs 1+1, then 100 more cells of that kind, and weighs
the kernel's processes. Needs Linux, nbclient and ipykernel (Debian: python3-nbclient python3-ipykernel), `dotnet build src/Course.Cli` and
`dotnet tool restore`. The kernels are installed into a temporary folder; nothing of the user's is touched.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
CELLS = 100
TOOL_ID = "microsoft.dotnet-interactive"
TOOL_VERSION = json.loads((ROOT / ".config/dotnet-tools.json").read_text())["tools"][TOOL_ID]["version"]


def use_home(folder):
    """Everything that Jupyter, the kernels and this program write goes into a temporary home."""
    # The SDK remembers in the real home which tools are restored.
    os.environ.setdefault("DOTNET_CLI_HOME", os.environ["HOME"])
    os.environ["HOME"] = folder
    for name in ("DATA", "CONFIG", "RUNTIME"):
        os.environ[f"JUPYTER_{name}_DIR"] = os.path.join(folder, name)
    os.environ["IPYTHONDIR"] = os.path.join(folder, "ipython")
    os.environ.pop("JUPYTER_PATH", None)
    for name in ("CLI_TELEMETRY_OPTOUT", "INTERACTIVE_CLI_TELEMETRY_OPTOUT", "INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"):
        os.environ[f"DOTNET_{name}"] = "1"


def install(folder):
    """The kernels by the name that Jupyter finds them by."""
    def run(*command):
        subprocess.run(command, cwd=NOTEBOOKS, check=True, stdout=subprocess.DEVNULL)

    kernels = pathlib.Path(folder, "DATA", "kernels")
    kernels.mkdir(parents=True)
    run("dotnet", "interactive", "jupyter", "install", "--path", str(kernels))
    # Both C# kernels ask for the same name.
    (kernels / ".net-csharp").rename(kernels / "dotnet-interactive")
    run(str(ROOT / "course"), "kernel", "install")
    import ipykernel
    return {
        ".net-csharp": "this course's",
        "dotnet-interactive": f".NET Interactive, the tool {TOOL_VERSION}",
        "python3": f"Python's ipykernel {ipykernel.__version__}",
    }


def tree(pid):
    """A process and all that descend from it."""
    children = pathlib.Path(f"/proc/{pid}/task").glob("*/children")
    return [pid] + [one for file in children for child in file.read_text().split() for one in tree(int(child))]


def megabytes(pid):
    """Proportional set size: resident memory, in which a page that n processes share counts as 1/n in each."""
    lines = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def session(kernel):
    """Seconds to ready and to the first result, both from the launch; seconds of a further cell; megabytes at the end."""
    import nbformat
    from nbclient import NotebookClient

    cells = [nbformat.v4.new_code_cell(f"1+{n}") for n in range(1, CELLS + 2)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    client = NotebookClient(notebook, kernel_name=kernel, startup_timeout=120, resources={"metadata": {"path": str(NOTEBOOKS)}})

    def seconds(n):
        started = time.monotonic()
        client.execute_cell(notebook.cells[n], n)
        assert str(n + 2) in str(notebook.cells[n].outputs), f"no result: {notebook.cells[n].outputs}"
        return time.monotonic() - started

    started = time.monotonic()
    # The tool reports on the console that its web server started.
    with client.setup_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        ready = time.monotonic() - started
        first = ready + seconds(0)
        cell = statistics.median(seconds(n) for n in range(1, CELLS + 1))
        return ready, first, cell, sum(megabytes(pid) for pid in tree(client.km.provisioner.process.pid))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=5, help="of each kernel, after one that does not count (5)")
    sessions = parser.parse_args().sessions

    with tempfile.TemporaryDirectory(prefix="course-kernels-") as folder:
        use_home(folder)
        kernels = install(folder)
        rows = {kernel: [] for kernel in kernels}
        for turn in range(sessions + 1):
            for kernel in kernels:
                measured = session(kernel)
                if turn > 0:
                    rows[kernel].append(measured)

    sdk = subprocess.run(["dotnet", "--version"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    print(f"{datetime.date.today()}, {platform.freedesktop_os_release()['PRETTY_NAME']}, {os.cpu_count()} cores, .NET SDK {sdk}, "
          f"Python {platform.python_version()}; medians of {sessions} sessions.\n")
    print(f"| kernel | ready | first result | each of {CELLS} more cells | memory then |")
    print("|---|---|---|---|---|")
    for kernel, name in kernels.items():
        ready, first, cell, memory = (statistics.median(column) for column in zip(*rows[kernel]))
        print(f"| {name} | {ready:.2f} s | {first:.2f} s | {cell * 1000:.1f} ms | {memory:.0f} MB |")


if __name__ == "__main__":
    main()
