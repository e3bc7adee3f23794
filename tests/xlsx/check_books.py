"""Checks the outputs of whole runs. Usage: check_books.py PROGRAM ROOT SCRATCH"""
import csv
import filecmp
import glob
import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile

import openpyxl

import books

PROGRAM, ROOT, SCRATCH = sys.argv[1:4]
TEAM = ROOT + "/samples/team/"
AS_OF = ["--as-of", "2026-11-23"]


def check(name, problems):
    problems = list(problems)
    print(f"FAIL {name}: {len(problems)} of them; {'; '.join(problems[:4])}" if problems
          else f"ok {name}", flush=True)


def plan(out, answers, roster, *more):
    out = os.path.join(SCRATCH, out)
    done = subprocess.run([PROGRAM, "plan", *answers, "--roster", roster, "-o", out, *AS_OF, *more],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"FAIL run {out}: exit {done.returncode}: {done.stderr[:2000]}")
    return out


def files_of(folder):
    return sorted(os.path.relpath(os.path.join(where, name), folder)
                  for where, _, names in os.walk(folder) for name in names)


def different_files(one, other):
    names = files_of(one)
    if names != files_of(other):
        return ["the files are not the same ones"]
    return [name for name in names if not filecmp.cmp(f"{one}/{name}", f"{other}/{name}", False)]


def workbooks(folder):
    return sorted(glob.glob(folder + "/plans/*.xlsx")) + sorted(glob.glob(folder + "/*.xlsx"))


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def opens(path):
    """What python3-openpyxl and the package itself have to say against a workbook."""
    with zipfile.ZipFile(path) as package:
        if package.testzip():
            yield f"{path}: a damaged part"
    for where, value in books.values(path).items():
        if isinstance(value, str) and re.match(r"#(REF|N/A|VALUE|DIV/0|NAME|NUM|NULL)[!?]?", value):
            yield f"{path} {where}: {value}"
    for sheet in openpyxl.load_workbook(path):
        if sheet.sheet_state != "visible":
            yield f"{path}: {sheet.title} is hidden"
        if any(d.hidden for d in sheet.row_dimensions.values()):
            yield f"{path}: {sheet.title} hides rows"


def recalculated_differences(folder, name):
    paths = workbooks(folder)
    copies = books.recalculate(paths, f"{SCRATCH}/{name}-recalculated", SCRATCH + "/profile")
    for path in paths:
        formulas = books.formula_cells(path)
        if os.path.basename(path) not in ("team.xlsx",) and len(formulas) < 10:
            yield f"{path} has only {len(formulas)} formulas"
        for problem in books.differences(formulas, books.values(path), books.values(copies[path])):
            yield f"{os.path.basename(path)} {problem}"


def salaries_outside(folder, roster):
    """Salaries and 3 % pools found in files that are not the budget's."""
    lines = read_rows(folder + "/budget.csv")
    amounts = {amount for line in lines for amount in (line["salary"], line["pool"])}
    needles = {form for amount in amounts
               for form in (amount, amount.rstrip("0").rstrip("."), f"{float(amount):,.2f}")}
    budget = books.unzipped(folder + "/budget.xlsx")
    for line in lines:
        if line["salary"].rstrip("0").rstrip(".").encode() not in budget:
            yield f"the search itself: {line['person']}'s salary is not seen in budget.xlsx"
    for name in files_of(folder):
        if name.startswith("budget"):
            continue
        data = books.unzipped(f"{folder}/{name}")
        for needle in needles:
            if re.search(rb"(?<![0-9.])" + re.escape(needle.encode()) + rb"(?![0-9])", data):
                yield f"{name} holds an amount of the budget"


def open_modes(folder):
    for name in ("budget.xlsx", "budget.csv"):
        if stat.S_IMODE(os.stat(f"{folder}/{name}").st_mode) != 0o600:
            yield f"{name} is not 0600"
    if stat.S_IMODE(os.stat(folder).st_mode) != 0o700:
        yield "the folder is not 0700"


def parts_that_do_not_sum(folder):
    totals = {}
    for line in read_rows(folder + "/budget.csv"):
        cents = {key: round(float(line[key]) * 100)
                 for key in ("pool", "training", "coaching", "conferences", "left", "spent")}
        if cents["training"] + cents["coaching"] + cents["conferences"] != cents["pool"]:
            yield f"{line['person']}'s parts"
        if cents["left"] != cents["pool"] - cents["spent"]:
            yield f"what {line['person']} has left"
        totals[line["currency"]] = totals.get(line["currency"], 0) + cents["pool"]
    shown = {value for value in books.values(folder + "/budget.xlsx").values()
             if isinstance(value, (int, float))}
    for currency, total in totals.items():
        if total / 100 not in shown:
            yield f"the total of {currency} is not in the workbook"


def edit_cells(path, edited, edits):
    """Changes cells of a copy; edits: {(sheet, cell): value}."""
    book = openpyxl.load_workbook(path)
    for (sheet, cell), value in edits.items():
        book[sheet][cell].value = value
    book.save(edited)


def edited_differences(name, original, edits, fresh):
    """Edits a workbook, recalculates it, and compares with the one a run writes for that input."""
    edited = f"{SCRATCH}/{name}.xlsx"
    edit_cells(original, edited, edits)
    copy = books.recalculate([edited], f"{SCRATCH}/{name}-recalculated", SCRATCH + "/profile")
    formulas = books.formula_cells(fresh)
    before, after = books.values(original), books.values(fresh)
    changed = {where[0] for where in formulas if before.get(where) != after.get(where)}
    if len([w for w in formulas if before.get(w) != after.get(w)]) < 8:
        yield "the edit changes next to nothing, so that the check says nothing"
    for problem in books.differences(formulas, after, books.values(copy[edited])):
        yield problem
    print(f"# {name}: sheets that followed: {', '.join(sorted(changed))}")


def changed_answers(person, activities):
    """The long sample with some ratings of a person changed, and the same as edits of Assessment."""
    rows = read_rows(TEAM + "answers-long.csv")
    names = [row["activity"] for row in read_rows(ROOT + "/templates/quartz/activities.csv")]
    edits = {}
    for row in rows:
        if row["person"] == person and row["activity"] in activities:
            line = 5 + names.index(row["activity"])
            for axis, column in (("skill", "C"), ("experience", "D"), ("interest", "E")):
                value = activities[row["activity"]][axis]
                row[axis] = value
                edits["Assessment", f"{column}{line}"] = int(value) if value.isdigit() else value
    write_rows(SCRATCH + "/changed.csv", rows)
    return edits


def check_plan_edit(base):
    """Ratings typed into a plan give what a run with these answers gives."""
    changes = {name: {"skill": skill, "experience": experience, "interest": interest}
               for name, skill, experience, interest in (
                   ("Set Strategic Direction", "1", "0", "5"),
                   ("Portfolio Management", "0", "1", "4"),
                   ("Competitive Strategy", "5", "4", "5"),
                   ("Product Roadmap", "N/A", "2", "1"),
                   ("Know Stakeholder Goals", "1", "5", "0"),
                   ("Positioning", "5", "5", "5"),
                   ("Hire and Retain Talent", "5", "0", "3"))}
    person = "Max Beispiel"
    edits = changed_answers(person, changes)
    fresh = plan("changed", [SCRATCH + "/changed.csv"], TEAM + "roster.csv")
    check("a plan follows edited ratings",
          edited_differences("edited-plan", f"{base}/plans/{person}.xlsx", edits,
                             f"{fresh}/plans/{person}.xlsx"))


def check_rate_edit(base):
    """A rate typed into the budget gives what a roster with that rate gives."""
    rows = read_rows(TEAM + "roster.csv")
    book = openpyxl.load_workbook(base + "/budget.xlsx", data_only=True)["People"]
    header = next(row for row in book.iter_rows()
                  if any(str(cell.value).lower() == "rate" for cell in row))
    rate = next(cell for cell in header if str(cell.value).lower() == "rate")
    line = next(row[0].row for row in book.iter_rows() if row[0].value == "Max Beispiel")
    for row in rows:
        if row["name"] == "Max Beispiel":
            row["rate"] = "4.75 %"
    write_rows(SCRATCH + "/rates.csv", rows)
    fresh = plan("rates", [TEAM + "answers-wide.csv"], SCRATCH + "/rates.csv")
    check("the budget follows an edited rate",
          edited_differences("edited-budget", base + "/budget.xlsx",
                             {("People", f"{rate.column_letter}{line}"): 0.0475},
                             fresh + "/budget.xlsx"))


def run_on_the_edge():
    """A rung that expects nothing, no answers asked for, somebody without any, notes like formulas."""
    ladder = SCRATCH + "/edge-ladder"
    shutil.copytree(ROOT + "/templates/quartz", ladder)
    rows = read_rows(ladder + "/expectations.csv")
    for row in rows:
        row["tpm"] = "0"
    write_rows(ladder + "/expectations.csv", rows)
    write_rows(SCRATCH + "/edge-policy.csv", [{"key": "answered_gate", "value": "0"}])
    people = ['=1+1 "Quote"', "@Sum, Ann", "Li  Wei", "Zoë & <Tag>"]
    write_rows(SCRATCH + "/edge-roster.csv",
               [{"name": name, "role": role} for name, role in
                zip(people, ("pm", "tpm", "cpo", "outside"))])
    write_rows(SCRATCH + "/edge-answers.csv",
               [{"person": name, "activity": activity, "skill": 3, "interest": 4,
                 "note": '=HYPERLINK("x")'}
                for name in people[:3] for activity in ("Problem Discovery", "Develop the Team")])
    return plan("edge", [SCRATCH + "/edge-answers.csv"], SCRATCH + "/edge-roster.csv",
                "--ladder", ladder, "--policy", SCRATCH + "/edge-policy.csv")


def main():
    wide, roster = [TEAM + "answers-wide.csv"], TEAM + "roster.csv"
    one = plan("one", wide, roster)
    check("two runs give the same bytes", different_files(one, plan("two", wide, roster)))
    long = plan("long", [TEAM + "answers-long.csv"], roster)
    check("the long form gives the wide form's readiness.csv",
          [] if filecmp.cmp(one + "/readiness.csv", long + "/readiness.csv", False) else ["differs"])
    managed = plan("managed", wide + [TEAM + "manager-ratings.csv"], roster)
    for folder, name in ((one, "team"), (managed, "managed"), (run_on_the_edge(), "edge")):
        check(f"{name}: every workbook opens", (p for b in workbooks(folder) for p in opens(b)))
        check(f"{name}: recalculated values equal the cached ones",
              recalculated_differences(folder, name))
    check("salaries stand in the budget alone", salaries_outside(one, roster))
    check("the budget is for its owner alone", open_modes(one))
    check("parts sum to the pool, lines to the total", parts_that_do_not_sum(one))
    check_plan_edit(one)
    check_rate_edit(one)


main()
