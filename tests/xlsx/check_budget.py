"""Checks the budget of a whole run: a team of 200 in five levels, and of it every sum.

Usage: check_budget.py PROGRAM ROOT SCRATCH
"""
import csv
import json
import os
import random
import re
import stat
import subprocess
import sys
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

import openpyxl

import books

PROGRAM, ROOT, SCRATCH = sys.argv[1:4]
AS_OF = ["--as-of", "2026-11-23"]
LEVELS = (1, 3, 9, 37, 150)
PLACES = {"USD": Decimal("0.01"), "EUR": Decimal("0.01"), "JPY": Decimal(1)}
PERCENTS = {"training": 60, "coaching": 25, "conferences": 15}
AMOUNTS = ("salary", "pool", "spent", "planned", "left")
ROLES = ("vp", "director", "gpm", "pm", "pm")


def check(name, problems):
    problems = list(problems)
    print(f"FAIL {name}: {len(problems)} of them; {'; '.join(problems[:4])}" if problems
          else f"ok {name}", flush=True)


def write_rows(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def make_team():
    """Rows of a roster, managers before their people; money as text with all its digits."""
    rng, rows, above = random.Random(5), [], [None]
    for level, count in enumerate(LEVELS):
        people = []
        for number in range(count):
            currency = rng.choice(("USD", "USD", "EUR", "JPY"))
            scale = 10000 if currency == "JPY" else 100
            salary = Decimal(rng.randrange(400 * scale, 2500 * scale)) * (
                1 if currency == "JPY" else Decimal("0.01") * 100)
            salary = (salary + Decimal(rng.randrange(1, 100)) * PLACES[currency]).quantize(
                PLACES[currency])
            people.append({"id": f"{level}{number:03}", "name": f"L{level} Ng{number:03}",
                           "role": ROLES[level], "manager": above[number % len(above)] or "",
                           "salary": str(salary), "currency": currency,
                           "rate": rng.choice(("", "", "", "2.5 %", "4.125 %")),
                           "spent": rng.choice(("", "", str((salary / 50).quantize(
                               PLACES[currency])), str((salary / 20).quantize(PLACES[currency]))))})
        rows += people
        above = [person["name"] for person in people]
    return rows


def expected_line(row, policy_rate):
    """What the rules make of a row of the roster, in decimals."""
    place = PLACES[row["currency"]]
    rate = Decimal(row["rate"].rstrip(" %") or policy_rate) / 100
    salary = Decimal(row["salary"])
    pool = (salary * rate).quantize(place, ROUND_HALF_UP)
    parts = {kind: (pool * share / 100).quantize(place, ROUND_FLOOR)
             for kind, share in PERCENTS.items()}
    by_claim = sorted(PERCENTS, key=lambda kind: parts[kind] - pool * PERCENTS[kind] / 100)
    for kind in by_claim[:int((pool - sum(parts.values())) / place)]:
        parts[kind] += place
    spent = Decimal(row["spent"] or 0).quantize(place)
    return {"salary": salary, "pool": pool, **parts, "spent": spent, "left": pool - spent,
            "planned": Decimal(0), "open": pool - spent, "currency": row["currency"],
            "manager": row["manager"], "name": row["name"]}


def chain(name, managers):
    """The managers above somebody, from the nearest to the top."""
    while managers.get(name):
        name = managers[name]
        yield name


def expected_sums(lines):
    """{(manager or "", currency): (direct lines, all lines below)}"""
    managers = {line["name"]: line["manager"] for line in lines}
    sums = {}
    for line in lines:
        above = list(chain(line["name"], managers)) or [""]
        sums.setdefault((above[0], line["currency"]), ([], []))[0].append(line)
        for manager in above:
            sums.setdefault((manager, line["currency"]), ([], []))[1].append(line)
    return sums


def plan(out, roster, *more):
    out = os.path.join(SCRATCH, out)
    answers = write_rows(SCRATCH + "/budget-answers.csv", [
        {"person": "L0 Ng000", "activity": "Problem Discovery", "skill": 3, "interest": 4}])
    done = subprocess.run([PROGRAM, "plan", answers, "--roster", roster, "-o", out, *AS_OF, *more],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"FAIL run {out}: exit {done.returncode}: {done.stderr[:2000]}")
    return out


def wrong_csv(folder, lines):
    rows = {row["person"]: row for row in read_rows(folder + "/budget.csv")}
    if len(rows) != len(lines):
        yield f"{len(rows)} lines, not {len(lines)}"
    for line in lines:
        for key in ("salary", "pool", *PERCENTS, "spent", "left", "planned", "open"):
            if Decimal(rows[line["name"]][key]) != line[key]:
                yield f"{line['name']}: {key} is {rows[line['name']][key]}, not {line[key]}"


def cell_money(value, currency):
    return Decimal(repr(value)).quantize(PLACES[currency]) if value is not None else None


def wrong_roll_up(path, lines):
    """Roll-up against the sums of the lines: both blocks of every manager."""
    sheet = openpyxl.load_workbook(path, data_only=True)["Roll-up"]
    sums, seen = expected_sums(lines), set()
    for row in sheet.iter_rows(min_row=6, values_only=True):
        if row[0] is None:
            break
        key = ("" if row[0] == "(no manager)" else row[0], row[2])
        seen.add(key)
        for block, group in enumerate(sums[key]):
            found = row[3 + 6 * block:9 + 6 * block]
            if found[0] != len(group):
                yield f"{key}: {found[0]} people, not {len(group)}"
            for value, amount in zip(found[1:], AMOUNTS):
                wanted = sum((line[amount] for line in group), Decimal(0))
                if cell_money(value, key[1]) != wanted:
                    yield f"{key}: {amount} is {value}, not {wanted}"
    yield from (f"{key} is missing" for key in sums if key not in seen)


def wrong_totals(path, lines):
    """The totals on Summary and below People."""
    book = openpyxl.load_workbook(path, data_only=True)
    labels = {"Pool": "pool", "Spent so far": "spent", "Left: pool + carried over - spent": "left"}
    header = next(row for row in book["Summary"].iter_rows() if row[1].value in PLACES)
    for column, cell in enumerate(header):
        for row in book["Summary"].iter_rows(min_row=header[0].row, max_row=header[0].row + 14):
            if cell.value in PLACES and row[0].value in labels:
                wanted = sum(line[labels[row[0].value]] for line in lines
                             if line["currency"] == cell.value)
                if cell_money(row[column].value, cell.value) != wanted:
                    yield f"Summary: {row[0].value} is {row[column].value}, not {wanted}"
    for row in book["People"].iter_rows(values_only=True):
        if str(row[0]).startswith("Total in "):
            wanted = sum(line["pool"] for line in lines if line["currency"] == row[3])
            if cell_money(row[6], row[3]) != wanted:
                yield f"People: {row[0]} is {row[6]}, not {wanted}"


def not_recalculated(paths, name):
    copies = books.recalculate(paths, f"{SCRATCH}/{name}-recalculated", SCRATCH + "/profile")
    for path in paths:
        formulas = books.formula_cells(path)
        if len(formulas) < 100:
            yield f"{path} has only {len(formulas)} formulas"
        yield from books.differences(formulas, books.values(path), books.values(copies[path]))


def not_followed(original, edits, fresh, name):
    """Types into a budget, recalculates it, and compares with one made for that input."""
    edited = f"{SCRATCH}/{name}.xlsx"
    book = openpyxl.load_workbook(original)
    for (sheet, cell), value in edits.items():
        book[sheet][cell].value = value
    book.save(edited)
    found = books.values(books.recalculate([edited], f"{SCRATCH}/{name}", SCRATCH + "/profile")[
        edited])
    formulas = {where: text for where, text in books.formula_cells(original).items()
                if where not in edits}
    before, after = books.values(original), books.values(fresh)
    for sheet in ("Summary", "People", "Roll-up"):
        if all(before.get(w) == after.get(w) for w in formulas if w[0] == sheet):
            yield f"the edit changes nothing on {sheet}, so that the check says nothing"
    yield from books.differences(formulas, after, found)


def not_planned(original, name):
    """An amount typed as planned reaches the roll-up and Summary."""
    edited = f"{SCRATCH}/{name}.xlsx"
    book = openpyxl.load_workbook(original)
    people = book["People"]
    column = next(cell.column for cell in people[4] if cell.value == "Planned")
    row = next(row for row in range(5, 300) if people.cell(row, 1).value == "L4 Ng000")
    currency = people.cell(row, 4).value
    people.cell(row, column).value = 77
    book.save(edited)
    found = books.recalculate([edited], f"{SCRATCH}/{name}", SCRATCH + "/profile")[edited]
    roll = openpyxl.load_workbook(found, data_only=True)["Roll-up"]
    touched = [cells[0] for cells in roll.iter_rows(min_row=6, values_only=True)
               if cells[0] and cells[2] == currency and cells[13] == 77]
    if len(touched) != len(LEVELS) - 1:
        yield f"planned of {touched}, not of the four managers above"


def amounts_outside(folder, lines):
    """Salaries and pools in files that are not the budget's."""
    forms = {form.encode() for line in lines for amount in (line["salary"], line["pool"])
             for form in (str(amount), f"{amount:,}", f"{amount.normalize():f}")
             if len(re.sub(r"\D", "", form)) > 5}
    number = re.compile(rb"[0-9][0-9.,]*[0-9]")
    if len(forms & set(number.findall(books.unzipped(folder + "/budget.xlsx")))) < len(lines):
        yield "the search itself does not see the salaries in budget.xlsx"
    for where, _, names in os.walk(folder):
        for name in names:
            if name.startswith("budget"):
                continue
            for found in forms & set(number.findall(books.unzipped(os.path.join(where, name)))):
                yield f"{name} holds {found.decode()}"


def open_modes(folder):
    for name in ("budget.xlsx", "budget.csv"):
        if stat.S_IMODE(os.stat(f"{folder}/{name}").st_mode) != 0o600:
            yield f"{name} is not 0600"


def wrong_terminal(roster, lines):
    """The same sums from the command."""
    done = subprocess.run([PROGRAM, "budget", "--roster", roster, "--format", "json", *AS_OF],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        yield f"exit {done.returncode}: {done.stderr[:500]}"
        return
    sums = expected_sums(lines)
    totals = json.loads(done.stdout)["by_manager"]
    if len(totals) != len(sums):
        yield f"{len(totals)} managers, not {len(sums)}"
    for total in totals:
        for block, group in zip(("direct", "whole"),
                                sums[total["manager"] or "", total["currency"]]):
            for amount in AMOUNTS:
                wanted = sum((line[amount] for line in group), Decimal(0))
                if Decimal(total[block][amount]) != wanted:
                    yield f"{total['manager']}: {amount} is {total[block][amount]}, not {wanted}"


def main():
    rows = make_team()
    roster = write_rows(SCRATCH + "/budget-roster.csv", rows)
    lines = [expected_line(row, "3") for row in rows]
    folder = plan("budget", roster)
    book = folder + "/budget.xlsx"
    check("a budget of 200: budget.csv is what the rules give", wrong_csv(folder, lines))
    check("a budget of 200: each manager's sums in the workbook", wrong_roll_up(book, lines))
    check("a budget of 200: the totals in the workbook", wrong_totals(book, lines))
    check("a budget of 200: recalculated values equal the cached ones",
          not_recalculated([book], "budget"))
    policy = write_rows(SCRATCH + "/budget-policy.csv", [{"key": "budget_rate", "value": "4.75"}])
    check("all of the budget follows the policy's rate",
          not_followed(book, {("Summary", "B5"): 0.0475},
                       plan("budget-policy", roster, "--policy", policy) + "/budget.xlsx",
                       "budget-by-policy"))
    check("an amount typed as planned goes up the tree", not_planned(book, "budget-planned"))
    check("a budget of 200: salaries stand in the budget alone", amounts_outside(folder, lines))
    check("a budget of 200: it is for its owner alone", open_modes(folder))
    if subprocess.run([PROGRAM, "budget", "--help"], capture_output=True,
                      check=False).returncode == 0:
        check("a budget of 200: each manager's sums in the terminal",
              wrong_terminal(roster, lines))


main()
