"""Holds the instructions a person that whole runs take against those recorded.

Usage: instructions.py PROGRAM [--record]. Prints "ok NAME" or "FAIL NAME: why" a figure.
Instructions are counted by callgrind on fixed teams, so that the figure hardly differs from run to
run: what 40 people take less what 20 take, by 20.
"""
import csv
import os
import re
import subprocess
import sys
import tempfile

import generate

RECORD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "instructions.csv")
AS_OF = ["--as-of", "2026-11-23"]
FEW, MANY = 20, 40
ALLOWED_PERCENT = 5
# What is counted: the command, and what stands behind answers and roster.
JOBS = {"plan": ["plan", "-o", "{out}"], "check": ["check"]}
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def has_jobs_option(program):
    usage = subprocess.run([program, "plan", "--help"], check=True, capture_output=True, text=True)
    return re.search(r"^\s+-j, ", usage.stdout, re.M) is not None


def instructions(program, job, team, scratch):
    """All that a run takes, its forked workers included."""
    counts = tempfile.mkdtemp(dir=scratch)
    command, *more = [part.format(out=counts + "/out") for part in JOBS[job]]
    if command == "plan" and has_jobs_option(program):
        more += ["-j", "1"]
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={counts}/callgrind.%p", program,
         command, team + "/answers.csv", "--roster", team + "/roster.csv", *AS_OF, *more],
        capture_output=True, text=True, check=False, env=ENVIRONMENT, timeout=1200)
    if done.returncode != 0:
        sys.exit(f"FAIL instructions of {job}: exit {done.returncode}: {done.stderr[-2000:]}")
    total = 0
    for name in os.listdir(counts):
        if name.startswith("callgrind."):
            with open(f"{counts}/{name}", encoding="utf-8") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith("summary:"))
    return total


def measure(program, scratch):
    teams = {}
    for people in (FEW, MANY):
        teams[people] = f"{scratch}/team-{people}"
        generate.generate(teams[people], people, seed=20)
    return {job: (instructions(program, job, teams[MANY], scratch)
                  - instructions(program, job, teams[FEW], scratch)) // (MANY - FEW)
            for job in JOBS}


def read_record():
    if not os.path.exists(RECORD):
        return {}
    with open(RECORD, encoding="utf-8", newline="") as file:
        return {row["what"]: int(row["instructions_per_person"]) for row in csv.DictReader(file)}


def write_record(found):
    with open(RECORD, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["what", "instructions_per_person"])
        rows.writerows(found.items())


def compare(found, recorded):
    good = True
    for what, count in found.items():
        name = f"instructions a person: {what}"
        before = recorded.get(what)
        if before is None:
            print(f"FAIL {name}: {count:,}, and none recorded; record with --record")
        elif count * 100 > before * (100 + ALLOWED_PERCENT):
            print(f"FAIL {name}: {count:,}, {100 * count / before - 100:.1f} % more than the "
                  f"{before:,} recorded; if it is worth it, record it anew (--record) in the same "
                  "commit, which says why")
        else:
            print(f"ok {name}")
            continue
        good = False
    return good


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--record"]
    if len(arguments) != 1:
        sys.exit("Usage: instructions.py PROGRAM [--record]")
    with tempfile.TemporaryDirectory() as scratch:
        found = measure(os.path.abspath(arguments[0]), scratch)
    recorded = read_record()
    if "--record" in sys.argv:
        for what, count in found.items():
            print(f"{what}: {count:,} instructions a person, recorded before: "
                  f"{recorded.get(what, 'none')}")
        write_record(found)
    elif not compare(found, recorded):
        sys.exit(1)


if __name__ == "__main__":
    main()
