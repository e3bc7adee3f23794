"""Checks samples/exports: that it is made again the same, and that every file in it says the same.

Usage: check_exports.py PROGRAM ROOT SCRATCH"""
import concurrent.futures
import csv
import glob
import json
import os
import subprocess
import sys

import openpyxl

PROGRAM, ROOT, SCRATCH = sys.argv[1:4]
EXPORTS = ROOT + "/samples/exports"
LONG, ROSTER = EXPORTS + "/answers/plain-long.csv", EXPORTS + "/rosters/plain.csv"
# The file, or the folder of files to read at once, and the shape it has.
ANSWERS = {
    "answers/plain-long.csv": "plain-long", "answers/plain-wide.csv": "plain-wide",
    "answers/stars.csv": "plain-wide", "answers/transposed.csv": "transposed",
    "answers/one-a-person": "one-a-person", "answers/google-forms.csv": "google-forms",
    "answers/microsoft-forms.xlsx": "microsoft-forms", "answers/surveymonkey.csv": "surveymonkey",
    "answers/qualtrics.csv": "qualtrics", "answers/typeform.csv": "typeform",
    "answers/limesurvey.csv": "limesurvey"}
ENCODINGS = ("utf-8", "utf-8-bom", "utf-16le", "utf-16be", "utf-16le-no-bom", "windows-1252",
             "macroman", "utf-8-tab", "sep-line", "pipe")
ANSWERS.update({f"encodings/{name}.csv": "plain-long" for name in ENCODINGS})
ROSTERS = {
    "rosters/plain.csv": "plain-roster", "rosters/generic.xlsx": "plain-roster",
    "rosters/workday.csv": "workday", "rosters/bamboohr.csv": "bamboohr",
    "rosters/gusto.csv": "gusto", "rosters/quickbooks.csv": "quickbooks"}
OPTIONS = {"encodings/macroman.csv": ["--encoding", "MacRoman"]}  # nothing in it tells
MARKED = SCRATCH + "/marked-roster.csv"  # with a byte order mark, which comes before --encoding
FAILED = []


def check(name, problems):
    problems = list(problems)
    if problems:
        FAILED.append(name)
    print(f"FAIL {name}: {len(problems)} of them; {'; '.join(problems[:4])}" if problems
          else f"ok {name}", flush=True)


def run(*arguments):
    """What a command prints; a ValueError with its messages when it fails."""
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False,
                          timeout=300)
    if done.returncode != 0:
        messages = " ".join(done.stderr.replace(EXPORTS + "/", "").split())
        raise ValueError(f"exit {done.returncode}: {messages[:300]}")
    return done.stdout


def files_below(folder):
    return {path[len(folder) + 1:] for path in glob.glob(folder + "/**/*.*", recursive=True)}


def content(path):
    """The bytes of a file; of a workbook, the cells, their formats and the tables."""
    if not path.endswith(".xlsx"):
        with open(path, "rb") as file:
            return file.read()
    return [(sheet.title, sheet.tables.items(),
             [(cell.value, cell.number_format) for row in sheet.iter_rows() for cell in row])
            for sheet in openpyxl.load_workbook(path)]


def made_otherwise():
    again = SCRATCH + "/again"
    subprocess.run([sys.executable, ROOT + "/tests/exports/make.py", ROOT, again], check=True)
    there, made = files_below(EXPORTS) - {"README.md"}, files_below(again)
    yield from (f"{name} is only in one of them" for name in sorted(there ^ made))
    yield from (f"{name} is not as it is made" for name in sorted(there & made)
                if content(f"{EXPORTS}/{name}") != content(f"{again}/{name}"))


def unnamed():
    """Files of samples/exports that no check below reads."""
    read = [*ANSWERS, *ROSTERS]
    yield from (name for name in sorted(files_below(EXPORTS) - {"README.md"})
                if name not in read and os.path.dirname(name) not in read)


def files_of(name):
    path = f"{EXPORTS}/{name}"
    return sorted(glob.glob(path + "/*")) if os.path.isdir(path) else [path]


def shown_ratings(plans):
    """The ratings on the plans, a line a person and activity; readiness.csv knows no interest."""
    for path in sorted(glob.glob(plans + "/*.xlsx")):
        sheet = openpyxl.load_workbook(path, read_only=True, data_only=True)["Assessment"]
        for row in sheet.iter_rows(4, min_col=2, max_col=5, values_only=True):
            yield f"{os.path.basename(path)}: {row}"


def plan(out, answers, roster, *more):
    """What of a plan is to be the same: {name: lines}."""
    out = f"{SCRATCH}/{out}"
    run("plan", *answers, "--roster", roster, "--as-of", "2026-11-23", "-o", out, "-q", *more)
    tables = {name: content(f"{out}/{name}").decode().split("\n")
              for name in ("readiness.csv", "budget.csv")}
    return {**tables, "ratings": list(shown_ratings(out + "/plans"))}


def plan_of(name):
    """The plan with a file of answers, or a roster, of samples/exports; or what was wrong."""
    out = "plan-" + name.replace("/", "-")
    try:
        if name in ROSTERS:
            return plan(out, [LONG], f"{EXPORTS}/{name}")
        roster = MARKED if name in OPTIONS else ROSTER
        return plan(out, files_of(name), roster, *OPTIONS.get(name, []))
    except (ValueError, OSError) as problem:
        return str(problem)


def differences(found, expected, tables):
    if isinstance(found, str) or isinstance(expected, str):
        yield found if isinstance(found, str) else "no reference: " + expected
        return
    for table in tables:
        lines, right = found[table], expected[table]
        if lines != right:
            other = [line for line, same in zip(lines, right) if line != same]
            yield f"{table}: {len(lines)} lines, not {len(right)}; {' | '.join(other[:2])}"


def unseen_change(reference, axis, table):
    """One rating of one person changed: another table, or the comparison sees nothing."""
    with open(LONG, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    column = rows[0].index(axis)
    rows[1][column] = "0" if rows[1][column] != "0" else "5"
    changed = f"{SCRATCH}/changed-{axis}.csv"
    with open(changed, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    try:
        found = plan("plan-changed-" + axis, [changed], ROSTER)
    except (ValueError, OSError) as problem:
        yield str(problem)
        return
    if not list(differences(found, reference, [table])):
        yield f"the {axis} of {rows[1]} changes nothing in {table}"


def wrong_dialect(name, dialect):
    for path in files_of(name):
        try:
            document = json.loads(run("inspect", path, "--format", "json", *OPTIONS.get(name, [])))
            found = document["files"][0]["dialect"]["name"]
        except (KeyError, TypeError):
            found = "without a dialect"
        except ValueError as problem:
            found = str(problem)
        if found != dialect:
            yield f"{os.path.basename(path)} is {found}, not {dialect}"


def main():
    check("exports: made again", made_otherwise())
    check("exports: every file is read below", unnamed())
    with open(MARKED, "wb") as file:
        file.write(b"\xef\xbb\xbf" + content(ROSTER))
    names = [*ANSWERS, *ROSTERS]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        plans = dict(zip(names, pool.map(plan_of, names)))
    reference = plans["answers/plain-long.csv"]
    check("exports: the plan to compare with",
          [reference] if isinstance(reference, str) else [])
    check("exports: another rating is another plan", [
        *unseen_change(reference, "skill", "readiness.csv"),
        *unseen_change(reference, "interest", "ratings")])
    for name in ANSWERS:
        check(f"exports: the ratings of {name}",
              differences(plans[name], reference, ["readiness.csv", "ratings"]))
    for name in ROSTERS:
        check(f"exports: the people of {name}",
              differences(plans[name], reference, ["readiness.csv", "budget.csv"]))
    for name, dialect in {**ANSWERS, **ROSTERS}.items():
        check(f"exports: {name} is {dialect}", wrong_dialect(name, dialect))
    sys.exit(1 if FAILED else 0)


main()
