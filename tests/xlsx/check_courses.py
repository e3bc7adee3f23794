"""Checks courses in a whole run: what a plan shows of them, and that nobody takes one for nothing.

Usage: check_courses.py PROGRAM ROOT SCRATCH
"""
import csv
import json
import os
import re
import subprocess
import sys

import openpyxl

import books

PROGRAM, ROOT, SCRATCH = sys.argv[1:4]
TEAM = ROOT + "/samples/team/"
INPUTS = [TEAM + "answers-wide.csv", "--roster", TEAM + "roster.csv", "--courses",
          TEAM + "courses.csv", "--spent", TEAM + "spent.csv", "--as-of", "2026-11-23"]
MONEY = ("salary", "pool", "left", "planned", "open", "spent")


def check(name, problems):
    problems = list(problems)
    print(f"FAIL {name}: {len(problems)} of them; {'; '.join(problems[:4])}" if problems
          else f"ok {name}", flush=True)


def plan(name, *more):
    folder = os.path.join(SCRATCH, name)
    subprocess.run([PROGRAM, "plan", *INPUTS, "-o", folder, "-q", *more], check=True)
    return folder


def lines_of(folder):
    with open(folder + "/budget.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells_of(folder, person):
    """The texts and numbers of all cells of somebody's plan."""
    book = openpyxl.load_workbook(f"{folder}/plans/{person}.xlsx", data_only=True)
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.value is not None]


def amounts_in(cells, amounts):
    """Which of `amounts` ("1234.50") stand in cells, as numbers or as part of a text."""
    texts = " ".join(str(cell) for cell in cells if isinstance(cell, str)).replace(",", "")
    numbers = {f"{cell:.2f}" for cell in cells if isinstance(cell, (int, float))}
    found = set(re.findall(r"[0-9]+\.[0-9]{2}", texts)) | numbers
    return sorted(found & amounts)


def amounts_of(line):
    return {line[key] for key in MONEY if abs(float(line[key])) >= 100}


def shown_without_asking(folder):
    """Plans name the courses chosen and hold no amount of the budget, nor a price."""
    with open(TEAM + "courses.csv", encoding="utf-8", newline="") as file:
        prices = {f"{float(row['price'].replace(',', '')):.2f}" for row in csv.DictReader(file)}
    lines, named = lines_of(folder), 0
    for line in lines:
        cells = cells_of(folder, line["person"])
        for course in filter(None, line["courses"].split("; ")):
            named += 1
            if course not in cells:
                yield f"{line['person']}'s plan does not name {course}"
        for amount in amounts_in(cells, prices.union(*(amounts_of(other) for other in lines))):
            yield f"{line['person']}'s plan holds {amount}"
    if named < 20:
        yield f"only {named} courses were chosen, so that the check says nothing"


def shown_when_asked(folder):
    """With --show-budget one's own pool and what is left, and nobody else's."""
    lines = lines_of(folder)
    for line in lines:
        if not line["courses"]:
            continue
        cells = cells_of(folder, line["person"])
        if len(amounts_in(cells, {line["pool"], line["left"]})) != len({line["pool"], line["left"]}):
            yield f"{line['person']}'s plan does not show the pool and what is left"
        others = set().union(*(amounts_of(other) for other in lines if other is not line))
        for amount in amounts_in(cells, others - amounts_of(line)):
            yield f"{line['person']}'s plan shows {amount}, which is somebody else's"


def taken_for_nothing():
    """Of every course somebody takes, it closes something of theirs or another one needs it."""
    with open(TEAM + "courses.csv", encoding="utf-8", newline="") as file:
        catalogue = {row["course"]: row for row in csv.DictReader(file)}
    done = subprocess.run([PROGRAM, "budget", *INPUTS, "--format", "json"], capture_output=True,
                          text=True, check=True)
    taken = 0
    for person in json.loads(done.stdout)["people"]:
        names = [course["course"] for course in person["courses"]]
        needed = {need for name in names for need in catalogue[name]["needs"].split("|")}
        for course in person["courses"]:
            taken += 1
            if not float(course["levels_closed"]) > 0 and course["course"] not in needed:
                yield f"{person['person']} takes {course['course']} for nothing"
        if float(person["planned"]) > max(0.0, float(person["left"])):
            yield f"{person['person']}'s courses cost more than is left"
    if taken < 20:
        yield f"only {taken} courses are taken, so that the check says nothing"


def not_recalculated(folders):
    paths = [folder + "/budget.xlsx" for folder in folders]
    for path, folder in zip(paths, folders):
        copies = books.recalculate([path], folder + "-recalculated", SCRATCH + "/profile")
        formulas = books.formula_cells(path)
        if len(formulas) < 100:
            yield f"{path} has only {len(formulas)} formulas"
        yield from books.differences(formulas, books.values(path), books.values(copies[path]))


def prorated():
    """A budget of people part of the time and part of the year."""
    with open(TEAM + "roster.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows):
        row["fte"] = ("", "80 %", "0.5", "0.333")[number % 4]
        row["joined"] = ("", "2026-04-15", "2019-01-01")[number % 3]
        row["leaves"] = "2026-10-30" if number % 5 == 4 else ""
        row["carry_over"] = "250.50" if number % 2 else ""
    with open(SCRATCH + "/prorated.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    folder = SCRATCH + "/prorated"
    subprocess.run([PROGRAM, "budget", "--roster", SCRATCH + "/prorated.csv", "--prorate", "-q",
                    "-o", folder, "--as-of", "2026-11-23"], check=True)
    return folder


def main():
    plain, shown = plan("courses"), plan("courses-shown", "--show-budget")
    check("a plan names its courses and no amount", shown_without_asking(plain))
    check("a plan shows amounts where they are asked for", shown_when_asked(shown))
    check("nobody takes a course for nothing, or above what is left", taken_for_nothing())
    check("budgets with courses, expenses and shares recalculate",
          not_recalculated([plain, prorated()]))


main()
