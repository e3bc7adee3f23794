"""A table of what an lcov file holds, by folder of lib and cmd. Usage: coverage.py FILE"""
import collections
import os
import sys

LEAST_LINES, LEAST_BRANCHES, SHOWN = 95, 85, 15


def read(path):
    """{file: [lines, lines run, branches, branches taken]}"""
    found, file = {}, None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            key, _, value = line.strip().partition(":")
            if key == "SF":
                file = found.setdefault(os.path.relpath(value), [0, 0, 0, 0])
            elif key == "DA":
                file[0] += 1
                file[1] += int(value.split(",")[1]) > 0
            elif key == "BRDA":
                file[2] += 1
                file[3] += value.rsplit(",", 1)[1] not in ("-", "0")
    return found


def share(part, whole):
    return 100 * part / whole if whole else 100


def show(name, counts):
    lines, run, branches, taken = counts
    print(f"{name:<14} {run:>6} of {lines:>6} lines {share(run, lines):6.1f} %"
          f" {taken:>7} of {branches:>6} branches {share(taken, branches):6.1f} %")


def main():
    files = {name: counts for name, counts in read(sys.argv[1]).items()
             if name.startswith(("lib/", "cmd/"))}
    folders, lib = collections.defaultdict(lambda: [0] * 4), [0] * 4
    for name, counts in files.items():
        for total in [folders[os.path.dirname(name)]] + [lib] * name.startswith("lib/"):
            for i, count in enumerate(counts):
                total[i] += count
    for name in sorted(folders):
        show(name, folders[name])
    show("all of lib", lib)
    left = sorted(((counts[0] - counts[1], name) for name, counts in files.items()
                   if name.startswith("lib/") and counts[0] > counts[1]), reverse=True)
    for count, name in left[:SHOWN]:
        print(f"    {count:>4} lines left out in {name}")
    return share(lib[1], lib[0]) < LEAST_LINES or share(lib[3], lib[2]) < LEAST_BRANCHES


sys.exit(main())
