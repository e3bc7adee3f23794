"""A team of more people than stand in memory as sheets: its workbooks hold what a small one's do.

Reads the workbooks of 1,001 people with openpyxl, every cell of them, against the input and the CSV
files; has LibreOffice open them; and holds the memory that more people take against what is stated
in bench/README.md. Prints "ok NAME" or "FAIL NAME: why" a check.
Usage: check_large.py PROGRAM SCRATCH
"""
import csv
import os
import subprocess
import sys

import openpyxl

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
PROGRAM, SCRATCH = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
PEOPLE, MORE = 1001, 4004
MOST_BYTES_A_PERSON = 16 * 1024
SHEETS = ["Summary", "Skill", "Experience", "Interest", "Gap", "Readiness", "Coverage", "About"]


def report(name, problems):
    print(f"FAIL {name}: {problems[0]} ({len(problems)} in all)" if problems else f"ok {name}")


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def generate(people):
    folder = f"{SCRATCH}/{people}"
    os.makedirs(folder)
    subprocess.run([sys.executable, "-B", f"{ROOT}/tests/bench/generate.py", folder, "--people",
                    str(people), "--shape", "long"], check=True, stdout=subprocess.DEVNULL)
    return folder


def run(folder, out, *options):
    """Peak memory in bytes."""
    pid = os.fork()
    if pid == 0:
        os.chdir(folder)
        os.execv(PROGRAM, [PROGRAM, "plan", "answers.csv", "-r", "roster.csv", "-d", "2026-11-23",
                           "-q", "-o", out, *options])
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        raise RuntimeError(f"{folder}: ended with {status}")
    return usage.ru_maxrss * 1024


def levels(folder):
    """{axis: {person: {activity: level}}} of the answers."""
    found = {axis: {} for axis in ("skill", "experience", "interest")}
    for row in rows_of(f"{folder}/answers.csv"):
        for axis, people in found.items():
            people.setdefault(row["person"], {})[row["activity"]] = row[axis]
    return found


def check_heat(sheet, answers):
    """Every rating of one axis; a block is a header, its title, then a row a person."""
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    activities, problems, seen = rows[0][2:], [], 0
    for row in rows[2:]:
        if not row[0]:
            continue
        seen += 1
        for activity, value in zip(activities, row[2:]):
            if activity is None:
                continue
            given = answers[row[0]].get(activity, "")
            if str(value if value is not None else "") != given:
                problems.append(f"{row[0]}, {activity}: {value} for {given!r}")
    if seen != PEOPLE:
        problems.append(f"{seen} people")
    return problems


def check_readiness(sheet, scores):
    rows = list(sheet.iter_rows(values_only=True))
    header = next(i for i, row in enumerate(rows) if row[0] == "Person")
    at, problems, seen = rows[header].index("Score"), [], 0
    for row in rows[header + 1:]:
        if not row[0]:
            continue
        seen += 1
        score = scores.get(row[0], "")
        if ("" if row[at] is None else f"{row[at]:.3f}") != score:
            problems.append(f"{row[0]}: {row[at]} for {score}")
    if seen != PEOPLE:
        problems.append(f"{seen} people")
    return problems


def check_people(sheet, budget):
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    column = {title: i for i, title in enumerate(rows[0])}
    pools = {row["person"]: (row["pool"], row["left"]) for row in budget}
    problems, seen = [], 0
    for row in rows[1:]:
        if row[0] not in pools:
            continue
        seen += 1
        found = tuple(f"{row[column[title]]:.2f}" for title in ("Pool", "Left"))
        if found != pools[row[0]]:
            problems.append(f"{row[0]}: {found} for {pools[row[0]]}")
    if seen != len(budget):
        problems.append(f"{seen} of {len(budget)} people")
    return problems


def check_opens(folder, name):
    """LibreOffice reads all of it: what it writes anew has all rows."""
    done = subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{SCRATCH}/office",
                           "--convert-to", "ods", "--outdir", SCRATCH, f"{folder}/out/{name}"],
                          capture_output=True, text=True)
    made = f"{SCRATCH}/{name.replace('.xlsx', '.ods')}"
    if done.returncode != 0 or not os.path.exists(made):
        return [f"LibreOffice: {done.stderr.strip()}"]
    return []


def main():
    folder = generate(PEOPLE)
    run(folder, "out", "--only", "team")
    run(folder, "out", "--only", "budget")
    few = run(folder, "peak", "--only", "team")
    team = openpyxl.load_workbook(f"{folder}/out/team.xlsx", read_only=True)
    names = [name for name in team.sheetnames if name != "Mentors"]
    report("sheets", [] if names == SHEETS else [str(team.sheetnames)])
    answers = levels(folder)
    for sheet in ("Skill", "Experience", "Interest"):
        report(f"every rating of {sheet}", check_heat(team[sheet], answers[sheet.lower()]))
    scores = {row["person"]: row["score"] for row in rows_of(f"{folder}/out/readiness.csv")
              if row["is_target"] == "yes"}
    report("every score", check_readiness(team["Readiness"], scores))
    budget = openpyxl.load_workbook(f"{folder}/out/budget.xlsx", read_only=True, data_only=True)
    report("everybody's budget", check_people(budget["People"],
                                              rows_of(f"{folder}/out/budget.csv")))
    report("LibreOffice opens team.xlsx", check_opens(folder, "team.xlsx"))
    report("LibreOffice opens budget.xlsx", check_opens(folder, "budget.xlsx"))
    many = run(generate(MORE), "peak", "--only", "team")
    each = (many - few) // (MORE - PEOPLE)
    report(f"memory a person, {each} bytes",
           [] if 0 < each <= MOST_BYTES_A_PERSON else [f"{each} bytes, not {MOST_BYTES_A_PERSON}"])


main()
