"""What `plan --changed` keeps is what a whole run would make.

For each of many small changes to the inputs of the sample team: a folder that an earlier run wrote
is brought up to date, and a whole run writes another. Every plan must hold the same in both, but
for the hashes of the input files on About; and what holds the same as before must not have been
written again. Prints "ok NAME" or "FAIL NAME: why" a check. Usage: check_changed.py PROGRAM SCRATCH
"""
import csv
import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
PROGRAM, SCRATCH = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
HASH = re.compile(rb"[0-9a-f]{64}")
FILES = ("answers-long.csv", "manager-ratings.csv", "roster.csv", "courses.csv", "spent.csv",
         "pairs.csv")


def run(folder, out, *more):
    """The run on the inputs in a folder."""
    command = [PROGRAM, "plan", "answers-long.csv", "manager-ratings.csv", "-r", "roster.csv",
               "-c", "courses.csv", "-S", "spent.csv", "-M", "pairs.csv", "-p", "policy.csv",
               "-l", "ladder", "--as-of", "2026-11-23", "-o", out, *more]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(" ".join(command[1:]) + "\n" + done.stderr)
    return done.stdout


def inputs(folder):
    os.makedirs(folder)
    for name in FILES:
        shutil.copy(f"{ROOT}/samples/team/{name}", folder)
    shutil.copy(f"{ROOT}/templates/quartz/policy.csv", folder)
    shutil.copytree(f"{ROOT}/templates/quartz", f"{folder}/ladder")


def cell(name, row, column, value):
    """A change of one cell; rows count from the first behind the header."""
    def change(folder):
        path = f"{folder}/{name}"
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        at = rows[0].index(column)
        assert rows[row + 1][at] != value, (name, row, column)
        rows[row + 1][at] = value
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    return change


def without(name, row):
    def change(folder):
        path = f"{folder}/{name}"
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        del rows[row + 1]
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    return change


def without_person(email, name):
    """Somebody who has left, in all files."""
    def change(folder):
        for file in FILES:
            with open(f"{folder}/{file}", encoding="utf-8") as lines:
                kept = [line for line in lines
                        if f",{email}," not in line and not line.startswith(f"{name},")
                        and f",{name}," not in line]
            with open(f"{folder}/{file}", "w", encoding="utf-8") as lines:
                lines.writelines(kept)
    return change


def nothing(_folder):
    pass


CHANGES = (
    # name, change, options of both runs, plans that are written again: at most so many
    ("nothing", nothing, (), 0),
    ("a skill", cell("answers-long.csv", 0, "skill", "1"), (), 12),
    ("an experience", cell("answers-long.csv", 0, "experience", "0"), (), 12),
    ("an interest", cell("answers-long.csv", 0, "interest", "5"), (), 12),
    ("a note", cell("answers-long.csv", 0, "note", "a word"), (), 1),
    ("a date", cell("answers-long.csv", 0, "date", "2026-10-18"), (), 1),
    ("a manager's rating", cell("manager-ratings.csv", 0, "manager_skill", "1"), (), 12),
    ("a role", cell("roster.csv", 2, "role", "PM"), (), 12),
    ("a target", cell("roster.csv", 0, "target", "VP"), (), 12),
    ("a manager", cell("roster.csv", 2, "manager", ""), (), 12),
    ("years", cell("roster.csv", 0, "product_years", "17"), (), 12),
    ("products", cell("roster.csv", 0, "products", "1"), (), 12),
    ("a product more", cell("roster.csv", 0, "products", "10"), (), 1),
    ("a background", cell("roster.csv", 0, "background", "engineering"), (), 12),
    ("hours", cell("roster.csv", 0, "mentor_hours", "2"), (), 12),
    ("willing", cell("roster.csv", 0, "mentor_willing", "no"), (), 12),
    ("support", cell("roster.csv", 0, "supported", "no"), (), 1),
    ("since when", cell("roster.csv", 0, "role_since", "2021-05-01"), (), 1),
    ("a time zone", cell("roster.csv", 0, "time_zone", "UTC+9"), (), 12),
    ("wants a mentor", cell("roster.csv", 1, "wants_mentor", "no"), (), 12),
    ("an id", cell("roster.csv", 0, "id", "E99"), (), 12),
    ("a salary", cell("roster.csv", 0, "salary", "230000"), (), 2),
    ("a salary that is shown", cell("roster.csv", 0, "salary", "230000"), ("--show-budget",), 2),
    ("a rate that is shown", cell("roster.csv", 0, "rate", "5 %"), ("--show-budget",), 2),
    ("a price", cell("courses.csv", 0, "price", "395.00"), (), 12),
    ("a price that is shown", cell("courses.csv", 0, "price", "395.00"), ("--show-budget",), 12),
    ("a provider", cell("courses.csv", 0, "provider", "Another Academy"), (), 12),
    ("hours of a course", cell("courses.csv", 1, "hours", "13"), (), 12),
    ("what a course teaches", cell("courses.csv", 0, "teaches", "Competitive Research=5"), (), 12),
    ("a course less", without("courses.csv", 0), (), 12),
    ("what was spent, shown", cell("spent.csv", 0, "amount", "1,200.00"), ("--show-budget",), 1),
    ("a pair less", without("pairs.csv", 0), (), 12),
    ("a second mentor", nothing, ("--each", "2"), 12),
    ("a policy", cell("policy.csv", 5, "value", "80"), (), 12),
    ("an expectation", cell("ladder/expectations.csv", 0, "pm", "1"), (), 12),
    ("somebody left", without_person("kim.yesi@example.com", "Kim Yesi"), (), 12),
    ("a day", nothing, ("--as-of", "2026-11-24"), 12),
)


def content(path):
    """The parts of a workbook without the hashes in them."""
    with zipfile.ZipFile(path) as package:
        return {name: HASH.sub(b"", package.read(name)) for name in package.namelist()}


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def plans(out):
    return sorted(os.listdir(f"{out}/plans"))


def written_before(options):
    """What a run with these options writes of the inputs as they are; made once."""
    folder = f"{SCRATCH}/before{''.join(options)}"
    if not os.path.exists(folder):
        inputs(folder)
        run(folder, "out", *options)
    return f"{folder}/out"


def check(name, change, options, most):
    folder = f"{SCRATCH}/{name.replace(' ', '-')}"
    inputs(folder)
    before = written_before(() if name in ("a day", "a second mentor") else options)
    change(folder)
    run(folder, "fresh", *options)
    shutil.copytree(before, f"{folder}/now")
    said = run(folder, "now", "--changed", *options)
    problems = []
    if plans(f"{folder}/now") != plans(f"{folder}/fresh"):
        problems.append("other plans than a whole run")
    written = needless = 0
    for plan in plans(f"{folder}/now"):
        now, fresh, old = (f"{out}/plans/{plan}" for out in
                           (f"{folder}/now", f"{folder}/fresh", before))
        if content(now) != content(fresh):
            problems.append(f"{plan} is not what a whole run makes")
        if os.path.exists(old) and digest(old) != digest(now):
            written += 1
            needless += content(old) == content(fresh)
    if written > most:
        problems.append(f"{written} plans were written again, not at most {most}")
    kept = len(plans(f"{folder}/now")) - written
    if kept > 0 and f"; {kept} as " not in said:
        problems.append(f"{kept} were kept, but said was: {said}")
    for file in ("readiness.csv", "coverage.csv", "mentors.csv", "budget.csv"):
        if digest(f"{folder}/now/{file}") != digest(f"{folder}/fresh/{file}"):
            problems.append(f"{file} is not what a whole run makes")
    print(f"FAIL {name}: {'; '.join(problems)}" if problems else
          f"ok {name}: {written} written again, {needless} of them for nothing")
    shutil.rmtree(folder)
    return needless


def main():
    needless = sum(check(*row) for row in CHANGES)
    print(f"ok few are written for nothing: {needless}" if needless <= 12 else
          f"FAIL few are written for nothing: {needless} of all plans hold what they held")


main()
