"""Measures growthplan against what else could be used, and writes build/bench/report.md.

Usage: bench.py [--only PART,...] [--large] [--pairs N] [--seconds N] [--megabytes N] [--grow]
                [--write-readme] [PROGRAM]

Parts: verify, job, openxlsx, floor, reading, mentors, syscalls, grow. All but grow are run unless --only
names others; --grow adds it. --write-readme adds it too, and puts what was measured into the README
beside this file. Runs to be compared take turns, and ratios are medians over such pairs. Nothing is
asserted.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import zipfile

import generate
import grow

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TOOLS = ROOT + "/build/bench"
PYTHON = "/usr/bin/python3"
DUCKDB = "@duckdb/node-api@1.5.6-r.1"
PARTS = ("verify", "job", "openxlsx", "floor", "reading", "mentors", "syscalls", "grow")
AS_OF = ["--as-of", "2026-11-23"]
CORES = {1: "0", 2: "0,1"}
# Nothing from outside tells a run where it is; threads of libraries would blur what a core does.
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC",
               "PYTHONDONTWRITEBYTECODE": "1", "OPENBLAS_NUM_THREADS": "1"}


class Run:
    """What one run took: seconds by the clock and of CPU, and the peak memory in MB."""

    def __init__(self, line):
        wall, user, system, peak, _ = line.split()
        self.wall, self.cpu, self.peak = float(wall), float(user) + float(system), int(peak) / 1024


class Bench:
    def __init__(self, options):
        self.options = options
        self.program = os.path.abspath(options.program)
        self.scratch = tempfile.mkdtemp(prefix="growthplan-bench-", dir="/dev/shm")
        usage = subprocess.run([self.program, "plan", "--help"], check=True, capture_output=True,
                               text=True).stdout
        self.has_jobs = re.search(r"^\s+-j, ", usage, re.M) is not None
        self.tables = []
        self.job_cpu = {}

    def path(self, name):
        return f"{self.scratch}/{name}"

    def measure(self, command, cores=1):
        """Runs a command on so many cores; it must succeed."""
        out = self.path("measured")
        done = subprocess.run([TOOLS + "/measure", out, "taskset", "-c", CORES[cores], *command],
                              env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              check=False)
        if done.returncode != 0:
            sys.exit(f"bench: {' '.join(command)}: exit {done.returncode}: "
                     f"{done.stderr.decode(errors='replace')[:1000]}")
        with open(out, encoding="ascii") as file:
            return Run(file.read())

    def team(self, people, **how):
        folder = self.path("team-" + "-".join(str(part) for part in (people, *how.values())))
        if not os.path.exists(folder):
            generate.generate(folder, people, **how)
        return folder

    def plan(self, team, out, cores=1, *more):
        jobs = ["-j", str(cores)] if self.has_jobs else []
        return [self.program, "plan", team + "/answers.csv", "--roster", team + "/roster.csv",
                "-o", out, *AS_OF, *jobs, *more]

    def peer(self, cache, team, out, jobs=1, *more):
        return [PYTHON, HERE + "/peer.py", "write", cache, team, out, "-j", str(jobs), *more]

    def prepared(self, people):
        """A team, growthplan's output for it, and the peer's recipes from that."""
        team = self.team(people)
        out, cache = team + "/ours", team + "/cache"
        if not os.path.exists(cache):
            self.measure(self.plan(team, out))
            self.measure([PYTHON, HERE + "/peer.py", "recipes", out, cache])
        return team, out, cache

    def table(self, name, title, header, rows, note=""):
        """Prints a table now, and keeps it for the report."""
        rows = [[str(cell) for cell in row] for row in rows]
        self.tables.append((name, title, header, rows, note))
        widths = [max(len(row[i]) for row in [header] + rows) for i in range(len(header))]
        print(f"\n{title}")
        for row in [header] + rows:
            print("  " + "  ".join(cell.ljust(width) if i == 0 else cell.rjust(width)
                                   for i, (cell, width) in enumerate(zip(row, widths))))
        if note:
            print("  " + note)
        sys.stdout.flush()


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def median_ratio(pairs, what):
    return statistics.median(getattr(peer, what) / getattr(ours, what) for ours, peer in pairs)


def middle(runs, what):
    return statistics.median(getattr(run, what) for run in runs)


def paired(bench, one, other, pairs):
    """[(run, run)]: in turns, as many as wanted, fewer once the seconds are used up."""
    found, used = [], 0
    while len(found) < pairs and (not found or used < bench.options.seconds):
        found.append((one(), other()))
        used += found[-1][0].wall + found[-1][1].wall
    return found


def verify(bench):
    """The peer's workbooks are the same ones, else there is nothing to compare."""
    team, out, cache = bench.prepared(100)
    peer, scratch = fresh(bench.path("out")), bench.path("verify")
    bench.measure(bench.peer(cache, team, peer))
    os.makedirs(scratch)
    subprocess.run([PYTHON, HERE + "/check_peer.py", out, peer, cache, scratch], check=True)
    fresh(peer)
    fresh(scratch)


def job(bench):
    rows = []
    sizes = [(1, 4), (100, 1), (1000, 1)] + ([(10000, 1)] if bench.options.large else [])
    for people, times in sizes:
        team, _, cache = bench.prepared(people)
        for cores in CORES:
            out = bench.path("out")

            def ours():
                return bench.measure(bench.plan(team, fresh(out), cores), cores)

            def peer():
                return bench.measure(bench.peer(cache, team, fresh(out), cores), cores)
            pairs = paired(bench, ours, peer, times * bench.options.pairs)
            fresh(out)
            left, right = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
            rows.append([f"{people:,}", cores,
                         f"{1000 * middle(left, 'wall') / people:.1f}",
                         f"{1000 * middle(right, 'wall') / people:.1f}",
                         f"{median_ratio(pairs, 'wall'):.1f}",
                         f"{median_ratio(pairs, 'cpu'):.1f}",
                         f"{middle(left, 'peak'):.0f}", f"{middle(right, 'peak'):.0f}", len(pairs)])
            if cores == 1:
                bench.job_cpu[people] = middle(left, "cpu") / people
        if people > 1000:
            fresh(team)
    bench.table("job", "The whole job: growthplan and the peer",
                ["people", "cores", "ms a person", "peer's", "times", "times CPU", "peak MB",
                 "peer's", "pairs"], rows,
                "" if bench.has_jobs else "growthplan has no -j: one process on two cores too.")
    split(bench)
    sizes_of_files(bench)


def split(bench):
    """What the peer's time goes to."""
    team, _, cache = bench.prepared(100)
    out = fresh(bench.path("out"))
    done = subprocess.run(["taskset", "-c", "0", *bench.peer(cache, team, out, 1, "--split")],
                          env=ENVIRONMENT, check=True, capture_output=True, text=True)
    fresh(out)
    parts = json.loads(done.stdout)
    total = sum(parts.values())
    words = {"import": "import of pandas and XlsxWriter", "recipe": "load the recipes",
             "read": "read answers and roster", "cells": "calls that fill a workbook",
             "xml": "XML made by close()", "zip": "zipped by close()"}
    bench.table("split", "What the peer's time goes to, 100 people on one core", ["part", "s", "%"],
                [[words[part], f"{seconds:.2f}", f"{100 * seconds / total:.0f}"]
                 for part, seconds in parts.items()])


def sizes_of_files(bench):
    team, out, cache = bench.prepared(100)
    peer = fresh(bench.path("out"))
    bench.measure(bench.peer(cache, team, peer))
    rows = []
    for what in ("plans", "team.xlsx", "budget.xlsx"):
        sums = []
        for folder in (out, peer):
            path = f"{folder}/{what}"
            files = [f"{path}/{name}" for name in os.listdir(path)] if what == "plans" else [path]
            sums.append(sum(os.path.getsize(file) for file in files) // len(files))
        rows.append(["a plan" if what == "plans" else what, *sums, f"{sums[0] / sums[1]:.2f}"])
    fresh(peer)
    bench.table("sizes", "Size of the workbooks, 100 people, bytes",
                ["workbook", "growthplan", "peer", "share"], rows)


def openxlsx(bench):
    """What R takes for the cells of a plan alone: for context."""
    count = 10
    team, _, cache = bench.prepared(100)
    runs, out = bench.path("runs.json"), fresh(bench.path("out"))
    os.makedirs(out)
    bench.measure([PYTHON, HERE + "/peer.py", "runs", cache, runs])
    command = ["Rscript", "--vanilla", HERE + "/openxlsx.R", runs]
    none = bench.measure([*command, "0", out])
    some = bench.measure([*command, str(count), out])
    size = os.path.getsize(out + "/1.xlsx")
    fresh(out)
    ours = bench.measure(bench.plan(team, out, 1, "--only", "plans"))
    fresh(out)
    each = 1000 * (some.wall - none.wall) / count
    bench.table("openxlsx", "R's openxlsx, the cells of a plan alone, one core",
                ["program", "ms a plan", "bytes", "peak MB"],
                [["growthplan, the whole plan", f"{1000 * ours.wall / 100:.1f}", "", f"{ours.peak:.0f}"],
                 ["openxlsx, numbers, texts and formulas", f"{each:.0f}", size, f"{some.peak:.0f}"]],
                "Without R's start and its packages, which take " + f"{none.wall:.1f} s.")


def floor(bench):
    """The members of all plans, deflated once: nothing that writes them can take less."""
    _, out, _ = bench.prepared(100)
    members, size, count = bench.path("members"), 0, 0
    with open(members, "wb") as file:
        for name in sorted(os.listdir(out + "/plans")):
            with zipfile.ZipFile(f"{out}/plans/{name}") as book:
                count += 1
                for member in book.infolist():
                    content = book.read(member)
                    file.write(struct.pack("<Q", len(content)) + content)
                    size += member.compress_size
    levels = {}
    for _ in range(3):
        done = subprocess.run(["taskset", "-c", "0", TOOLS + "/deflate", members,
                               *map(str, range(1, 10))], check=True, capture_output=True, text=True)
        for line in done.stdout.splitlines():
            level, seconds, _, made = line.split()
            levels.setdefault(int(level), []).append((float(seconds), int(made)))
    os.remove(members)
    if 100 not in bench.job_cpu:
        runs = [bench.measure(bench.plan(bench.team(100), fresh(bench.path("out"))))
                for _ in range(3)]
        bench.job_cpu[100] = middle(runs, "cpu") / 100
    nearest = min(levels, key=lambda level: abs(levels[level][0][1] - size))
    rows = []
    for level in sorted({1, 6, nearest}):
        seconds = statistics.median(took for took, _ in levels[level])
        rows.append([f"{level}{' (nearest to ours in size)' if level == nearest else ''}",
                     f"{1000 * seconds / count:.2f}", levels[level][0][1] // count, size // count,
                     f"{bench.job_cpu[100] * count / seconds:.1f}"])
    bench.table("floor", "The floor: a plan's XML deflated once with libdeflate",
                ["level", "ms a plan", "bytes", "our bytes", "our CPU, times the floor"], rows)


def have_duckdb():
    """DuckDB comes from npm, and only where node is; without it the row is left out."""
    shutil.copy(HERE + "/count.mjs", TOOLS)
    if shutil.which("node") is None or shutil.which("npm") is None:
        return False
    if not os.path.isdir(TOOLS + "/node_modules/@duckdb"):
        done = subprocess.run(["npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix",
                               TOOLS, DUCKDB], check=False, capture_output=True, timeout=300)
        return done.returncode == 0
    return True


def reading(bench):
    rows, wanted = [], bench.options.megabytes * 1000000
    readers = {"libcsv, fields counted": [TOOLS + "/fields"],
               "Miller, CSV to JSON": ["mlr", "--icsv", "--ojson", "cat"],
               "Miller, CSV to CSV": ["mlr", "--icsv", "--ocsv", "cat"]}
    if have_duckdb():
        readers["DuckDB, one thread, as text"] = ["node", TOOLS + "/count.mjs"]
    # Bytes a person of either shape.
    for shape, each in (("wide", 521), ("long", 6490)):
        team = bench.team(wanted // each, shape=shape)
        path = team + "/answers.csv"
        megabytes = os.path.getsize(path) / 1e6

        def row(name, runs, times="1.00", cpu="1.00"):
            return [f"{shape}: {name}", f"{megabytes:.0f}", f"{middle(runs, 'wall'):.2f}",
                    f"{megabytes / middle(runs, 'wall'):.0f}", times, cpu,
                    f"{middle(runs, 'peak'):.0f}"]

        def compared(name, command, cores=1, pairs=bench.options.pairs):
            found = paired(bench, lambda: bench.measure([TOOLS + "/cells", path]),
                           lambda: bench.measure(command, cores), pairs)
            return found, row(name, [pair[1] for pair in found],
                              f"{median_ratio(found, 'wall'):.2f}",
                              f"{median_ratio(found, 'cpu'):.2f}")

        # The quick ones more often.
        found, check = compared("growthplan check",
                                [bench.program, "check", path, "--roster", team + "/roster.csv",
                                 *AS_OF], pairs=3 * bench.options.pairs)
        rows += [row("growthplan, to a table", [pair[0] for pair in found]), check]
        for name, command in readers.items():
            slow = not name.startswith("libcsv")
            rows.append(compared(name, [*command, path], 2 if name.startswith("Miller") else 1,
                                 (1 if slow else 3) * bench.options.pairs)[1])
        fresh(team)
    bench.table("reading", "Reading alone",
                ["reader", "MB", "s", "MB/s", "times", "times CPU", "peak MB"], rows,
                "growthplan check also knows people, activities and ratings, and reads the roster. "
                "Miller has both cores, the others one."
                + ("" if len(readers) > 3 else " DuckDB was not to be had."))


def mentors(bench):
    team = bench.team(1000, mentors=500)
    runs = [bench.measure([bench.program, "mentors", team + "/answers.csv", "--roster",
                           team + "/roster.csv", "--format", "csv", *AS_OF])
            for _ in range(bench.options.pairs)]
    fresh(team)
    bench.table("mentors", "Mentors: the best match of 500 mentors and 500 mentees, one core",
                ["job", "s", "CPU s", "peak MB"],
                [["growthplan mentors", *(f"{middle(runs, what):.2f}" for what in ("wall", "cpu")),
                  f"{middle(runs, 'peak'):.0f}"]])


def calls_of(bench, people):
    """{call: how often} of a whole run."""
    log, out = bench.path("strace"), fresh(bench.path("out"))
    subprocess.run(["strace", "-f", "-c", "-o", log, *bench.plan(bench.team(people), out)],
                   check=True, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    fresh(out)
    found = {}
    with open(log, encoding="utf-8") as file:
        for line in file:
            words = line.split()
            if len(words) >= 5 and words[3].isdigit():
                found[words[-1]] = int(words[3])
    return found


def syscalls(bench):
    if shutil.which("strace") is None:
        print("\nSystem calls: strace is not installed; left out")
        return
    few, many = calls_of(bench, 10), calls_of(bench, 30)
    each = {name: (count - few.get(name, 0)) / 20 for name, count in many.items()}
    total = each.pop("total")
    most = sorted(each, key=lambda name: -each[name])[:8]
    bench.table("syscalls", "System calls a plan (30 people less 10, by 20)", ["call", "a plan"],
                [["all", f"{total:.1f}"]] + [[name, f"{each[name]:.1f}"] for name in most])


def cpu_name():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        names = [line.partition(": ")[2].strip() for line in file if line.startswith("model name")]
    return f"{names[0]}, {len(names)} cores" if names else "an unknown CPU"


def markdown(header, rows, note):
    lines = ["| " + " | ".join(header) + " |", "|---" + "|---:" * (len(header) - 1) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + (f"\n\n{note}" if note else "")


def write_report(bench, version):
    with open(TOOLS + "/report.md", "w", encoding="utf-8") as file:
        file.write(f"# Benchmarks\n\n{version}; {cpu_name()}.\n")
        for _, title, header, rows, note in bench.tables:
            file.write(f"\n## {title}\n\n{markdown(header, rows, note)}\n")


def write_readme(bench, version):
    """Puts each table between its markers; what was not measured stays as it is."""
    path = HERE + "/README.md"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for name, _, header, rows, note in bench.tables:
        filled = (f"<!-- bench:{name} -->\n{markdown(header, rows, note)}\n\n"
                  f"{version}; {cpu_name()}.\n<!-- end -->")
        text, count = re.subn(rf"<!-- bench:{name} -->.*?<!-- end -->", lambda _: filled, text,
                              flags=re.S)
        if count != 1:
            sys.exit(f"bench: README.md has {count} places for {name}; it needs one")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", nargs="?", default=ROOT + "/build/plain/growthplan")
    parser.add_argument("--only", help="parts to run, with commas: " + ", ".join(PARTS))
    parser.add_argument("--large", action="store_true", help="10,000 people too")
    parser.add_argument("--pairs", type=int, default=5, help="pairs of runs of each kind")
    parser.add_argument("--seconds", type=float, default=240, help="no new pair after so many")
    parser.add_argument("--megabytes", type=int, default=100, help="size of the files to read")
    parser.add_argument("--grow", action="store_true", help="how time and memory grow")
    parser.add_argument("--write-readme", action="store_true", help="put the figures there")
    options = parser.parse_args()
    options.parts = options.only.split(",") if options.only else list(PARTS[:-1])
    if (options.grow or options.write_readme) and not options.only:
        options.parts.append("grow")
    if not set(options.parts) <= set(PARTS):
        parser.error(f"there is no part {options.only}; there are {', '.join(PARTS)}")
    return options


def main():
    bench = Bench(parse())
    version = subprocess.run([bench.program, "--version"], check=True, capture_output=True,
                             text=True).stdout.strip().split("\n")[0]
    parts = {"verify": verify, "job": job, "openxlsx": openxlsx, "floor": floor, "reading": reading,
             "mentors": mentors, "syscalls": syscalls, "grow": grow.grow}
    try:
        for part in bench.options.parts:
            parts[part](bench)
        write_report(bench, version)
        if bench.options.write_readme:
            write_readme(bench, version)
    finally:
        fresh(bench.scratch)
    print("\nwrote build/bench/report.md")


if __name__ == "__main__":
    main()
