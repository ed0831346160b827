"""Grades made-up classes of lesson 02 to their end, and tells what that cost and whether every mark is right.

`class`: half of the submissions solved, a tenth solved with a cell that attacks the machine, the others blank. Afterwards nothing of the
grader is left. `small`: each with one cell of its own near the top, to see whether the memory of the grader and of the process that
analyses grows with the class, or what the grader has open or lays down. `nbconvert`: half solved, half blank, beside the execution of the
same notebooks by nbconvert on the course's kernel, two at a time, as a grader without workers of its own does it. Needs Linux, bubblewrap
and `dotnet build`; `nbconvert` needs Debian's jupyter-nbconvert too.
"""
import argparse
import concurrent.futures
import copy
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from kernel_table import ROOT, megabytes, tree, use_home

LESSON = "02-perceptron"
GRADE = ["dotnet", str(ROOT / "artifacts/cli/Course.Cli.dll"), "grade"]
ATTACKS = ROOT / "tests/Course.Grading.Tests/Hostile/attacks.txt"
AT_ONCE = 2


def attacks():
    """The cells by which the tests attack the machine, by name."""
    parts = [part.split("\n", 1) for part in ATTACKS.read_text().split("\n=== ")[1:]]
    return [(name, code.strip()) for name, code in parts]


class Lesson:
    """A lesson's notebook with its published solutions."""

    def __init__(self, name):
        self.blank = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text())
        text = (ROOT / "notebooks/solutions" / f"{name}.md").read_text()
        found = re.findall(r"^## `?(\d\d)\.([\w-]+)`?:.*?```csharp\n(.*?)```", text, re.S | re.M)
        self.answers = {f"{number}-{exercise}": code for number, exercise, code in reversed(found)}

    def solved(self, attack=None):
        """With the solutions; with a cell that attacks, before the first."""
        notebook = copy.deepcopy(self.blank)
        cells = []
        for cell in notebook["cells"]:
            answer = self.answers.get(cell["metadata"].get("nbgrader", {}).get("grade_id"))
            if answer is not None:
                if attack is not None:
                    # What touches a file is run, whether or not an answer needs it.
                    cells.append({"cell_type": "code", "execution_count": None, "id": "attack", "metadata": {}, "outputs": [],
                                  "source": ('System.IO.File.Exists("x");\n' + attack).splitlines(keepends=True)})
                    attack = None
                cell["source"] = answer.splitlines(keepends=True)
            cells.append(cell)
        notebook["cells"] = cells
        return notebook


class Peaks(threading.Thread):
    """Watches the memory of a process, and of it with all that descend from it."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.own, self.all, self.seen = pid, 0.0, 0.0, set()
        self.start()

    def run(self):
        while pathlib.Path(f"/proc/{self.pid}/status").exists():
            try:
                processes = tree(self.pid)
            except OSError:
                continue
            sizes = {pid: self.size(pid) for pid in processes}
            self.seen.update(processes)
            self.own = max(self.own, sizes[self.pid])
            self.all = max(self.all, sum(sizes.values()))
            time.sleep(0.2)

    @staticmethod
    def size(pid):
        try:
            return megabytes(pid)
        except OSError:     # It has ended, or its memory is nobody's to read.
            return 0.0


def grade(folder, temporary, show):
    """The seconds that a grading takes, the marks by student, and the peaks of memory."""
    report = pathlib.Path(temporary, "report.json")
    command = GRADE + [str(folder), "--parallel", str(AT_ONCE), "--report", str(report)]
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "TMPDIR": temporary},
                               stdout=None if show else subprocess.DEVNULL)
    peaks = Peaks(process.pid)
    process.wait()
    seconds = time.monotonic() - started
    marks = {mark["student"]: mark for mark in json.loads(report.read_text())["submissions"]}
    report.unlink()
    return seconds, marks, peaks


def wrong(marks):
    """Students whose marks aren't what their names say."""
    def right(student, mark):
        due = 0 if student.endswith("blank") else sum(exercise["points"] for exercise in mark["exercises"])
        return "problem" not in mark and mark["exercises"] and sum(exercise["earned"] for exercise in mark["exercises"]) == due

    return [student for student, mark in marks.items() if not right(student, mark)]


def locks():
    """Locks that any process holds on what the sandbox shows of the course."""
    inodes = {str(file.stat().st_ino) for part in ("artifacts/cli", "artifacts/course", "datasets")
              for file in (ROOT / part).rglob("*") if file.is_file()}
    lines = [line.split() for line in pathlib.Path("/proc/locks").read_text().splitlines()]
    return {" ".join(line[1:6]) for line in lines if "->" not in line and line[5].split(":")[-1] in inodes}


def mounts():
    return set(pathlib.Path("/proc/self/mounts").read_text().splitlines())


def grade_class(arguments):
    lesson, cells = Lesson(LESSON), attacks()
    with tempfile.TemporaryDirectory(prefix="course-class-") as home:
        folder, temporary = pathlib.Path(home, "class"), pathlib.Path(home, "tmp")
        temporary.mkdir()
        temporary.chmod(0o755)      # A grader that is root becomes another user, who must find what it laid there.
        pathlib.Path(home).chmod(0o755)
        attacked = {}
        for number in range(arguments.submissions):
            kind = "hostile" if number % 10 == 9 else "blank" if number % 2 else "solved"
            student = f"s{number:03}-{kind}"
            if kind == "hostile":
                attacked[student], cell = cells[number // 10 % len(cells)]
            notebook = lesson.blank if kind == "blank" else lesson.solved(cell if kind == "hostile" else None)
            (folder / student).mkdir(parents=True)
            (folder / student / f"{LESSON}.ipynb").write_text(json.dumps(notebook))

        before = mounts(), locks()
        seconds, marks, peaks = grade(folder, str(temporary), show=True)
        time.sleep(2)
        mistakes = wrong(marks)
        left = {
            "processes": [pid for pid in peaks.seen if pathlib.Path(f"/proc/{pid}").exists() and pid != os.getpid()],
            "mounts": mounts() - before[0],
            "locks": locks() - before[1],
            # The runtime's own sockets and compiler leave names in the temporary folder; the grader's begin with its own.
            "folders": [entry.name for entry in temporary.iterdir() if entry.is_dir()],
        }

    print(f"\n{arguments.submissions} submissions, {len(attacked)} of them hostile, --parallel {AT_ONCE}: {seconds:.0f} s; "
          f"{len(marks)} rows; marks that are not right: {len(mistakes)}; the grader itself took at most {peaks.own:.0f} MB, "
          f"with all its workers {peaks.all:.0f} MB")
    print("left: " + ", ".join(f"{len(some)} {kind}" for kind, some in left.items()))
    print("\n| attack | mark | seconds |\n|---|---|---|")
    for student, attack in attacked.items():
        earned = marks[student].get("problem") or f"{marks[student]['earned']:g} of {marks[student]['points']:g}"
        print(f"| {attack} | {earned} | {marks[student]['seconds']:.0f} |")
    for problem in mistakes + [f"{kind}: {some}" for kind, some in left.items() if some]:
        print(problem, file=sys.stderr)
    return 1 if mistakes or any(left.values()) or len(marks) != arguments.submissions else 0


class Growth(threading.Thread):
    """Samples the memory of a grader and of its processes that analyse, what it has open, and how much lies in its temporary folder.

    A process shows for which it is in its arguments.
    """

    def __init__(self, pid, temporary):
        super().__init__(daemon=True)
        self.pid, self.temporary, self.samples = pid, temporary, []
        self.start()

    def run(self):
        while pathlib.Path(f"/proc/{self.pid}/status").exists():
            try:
                analysing = [process for process in tree(self.pid)
                             if b"\0Analyze\0" in pathlib.Path(f"/proc/{process}/cmdline").read_bytes()]
                self.samples.append((Peaks.size(self.pid), max((Peaks.size(process) for process in analysing), default=0.0),
                                     len(os.listdir(f"/proc/{self.pid}/fd")), len(os.listdir(self.temporary))))
            except OSError:
                pass
            time.sleep(1)

    def fifths(self):
        """The largest of each in each fifth of the time."""
        size = max(1, len(self.samples) // 5)
        return [tuple(map(max, zip(*self.samples[at:at + size]))) for at in range(0, 5 * size, size) if self.samples[at:at + size]]


def grade_small(arguments):
    blank = Lesson("01-mcculloch-pitts-neuron").blank
    with tempfile.TemporaryDirectory(prefix="course-class-") as home:
        folder, temporary = pathlib.Path(home, "class"), pathlib.Path(home, "tmp")
        for made in (pathlib.Path(home), folder, temporary):
            made.mkdir(exist_ok=True)
            made.chmod(0o755)
        for number in range(arguments.submissions):
            notebook = copy.deepcopy(blank)
            first = next(place for place, cell in enumerate(notebook["cells"]) if cell["cell_type"] == "code")
            notebook["cells"].insert(first + 1, {"cell_type": "code", "execution_count": None, "id": "own", "metadata": {},
                                                 "outputs": [], "source": [f"int mine{number} = {number};"]})
            (folder / f"s{number:04}.ipynb").write_text(json.dumps(notebook))
        report = pathlib.Path(home, "report.json")
        started = time.monotonic()
        process = subprocess.Popen(GRADE + [str(folder), "--parallel", str(AT_ONCE), "--report", str(report)], cwd=ROOT,
                                   env={**os.environ, "TMPDIR": str(temporary)}, stdout=subprocess.DEVNULL)
        growth = Growth(process.pid, temporary)
        process.wait()
        seconds = time.monotonic() - started
        left = sorted(entry.name for entry in temporary.iterdir())
        marks = json.loads(report.read_text())["submissions"]
    bad = [mark["student"] for mark in marks if mark.get("problem") or any(exercise["earned"] for exercise in mark["exercises"])]
    print(f"{len(marks)} submissions, --parallel {AT_ONCE}: {seconds:.0f} s, {60 * len(marks) / seconds:.0f} a minute; "
          f"marks that are not right: {len(bad)}")
    for place, (own, analysing, descriptors, files) in enumerate(growth.fifths(), 1):
        print(f"fifth {place}: the grader {own:.0f} MB and {descriptors} descriptors, the process that analyses {analysing:.0f} MB; "
              f"{files} entries in the temporary folder")
    print(f"left in the temporary folder: {', '.join(left) or 'nothing'}")
    return 1 if bad or len(marks) != arguments.submissions else 0


def grade_beside_nbconvert(arguments):
    lesson = Lesson(LESSON)
    with tempfile.TemporaryDirectory(prefix="course-class-") as home:
        os.chmod(home, 0o755)
        use_home(home)
        subprocess.run([str(ROOT / "course"), "kernel", "install"], check=True, stdout=subprocess.DEVNULL)
        # Laid out like a checkout, for the notebooks' own "../artifacts".
        folder = pathlib.Path(home, "course", "notebooks")
        folder.mkdir(parents=True)
        for part in ("artifacts", "datasets", "Course.sln"):
            (folder.parent / part).symlink_to(ROOT / part)
        for number in range(arguments.submissions):
            kind = "blank" if number % 2 else "solved"
            notebook = lesson.blank if kind == "blank" else lesson.solved()
            (folder / f"s{number:02}-{kind}.ipynb").write_text(json.dumps(notebook))

        def execute(notebook):
            command = [arguments.python, "-m", "nbconvert", "--to", "notebook", "--execute", "--allow-errors", "--output-dir", home,
                       str(notebook)]
            subprocess.run(command, cwd=folder, check=True, stderr=subprocess.DEVNULL)

        def nbconvert():
            started = time.monotonic()
            with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as places:
                list(places.map(execute, sorted(folder.glob("*.ipynb"))))
            return time.monotonic() - started

        def graded():
            seconds, marks, peaks = grade(folder, home, show=False)
            assert len(marks) == arguments.submissions and not wrong(marks), wrong(marks)
            return seconds, peaks.all

        grade(folder, home, show=False)     # The first after a build records which methods its workers compile.
        turns = [(graded(), nbconvert(), graded()) for _ in range(arguments.turns)]

    ratios = [2 * other / (one[0] + two[0]) for one, other, two in turns]
    for one, other, two in turns:
        print(f"grade {one[0]:.1f} s, nbconvert {other:.1f} s, grade {two[0]:.1f} s")
    quickest = min(seconds for one, _, two in turns for seconds, _ in (one, two))
    print(f"{arguments.submissions} submissions, {AT_ONCE} at a time: {statistics.median(ratios):.1f} times as fast as nbconvert, "
          f"{60 * arguments.submissions / quickest:.0f} a minute, at most {max(one[1] for one, _, _ in turns):.0f} MB")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    whole = commands.add_parser("class", help="half solved, a tenth hostile, the others blank")
    whole.add_argument("--submissions", type=int, default=200)
    whole.set_defaults(run=grade_class)
    small = commands.add_parser("small", help="each with a cell of its own")
    small.add_argument("--submissions", type=int, default=500)
    small.set_defaults(run=grade_small)
    beside = commands.add_parser("nbconvert", help="beside nbconvert on the same notebooks")
    beside.add_argument("--submissions", type=int, default=30)
    beside.add_argument("--turns", type=int, default=1)
    beside.add_argument("--python", default=sys.executable, help="a Python that has nbconvert")
    beside.set_defaults(run=grade_beside_nbconvert)
    arguments = parser.parse_args()
    sys.exit(arguments.run(arguments))


if __name__ == "__main__":
    main()
