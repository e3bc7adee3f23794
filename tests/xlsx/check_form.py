"""Checks the blank forms: what they ask, what can be chosen, and that what is typed is taken over.

Usage: check_form.py PROGRAM ROOT SCRATCH
"""
import csv
import datetime
import filecmp
import glob
import os
import shutil
import subprocess
import sys

import openpyxl

import books

PROGRAM, ROOT, SCRATCH = sys.argv[1:4]
LADDER = ROOT + "/templates/quartz/"
HEADER = ["Person", "Activity", "Skill", "Experience", "Interest", "Note", "Facet",
          "What it means", "Date"]
ROSTER = """id,name,email,role,salary,currency
1,Jo Doe,jo@example.com,pm,123457,USD
2,Jo Doe,jo.doe@example.com,gpm,,
3,"../Zoë ""<&>"" Ünal",zoe@example.com,outside,,
4,=1+1,one@example.com,pm,,
"""
AXES = ("skill", "experience", "interest")


def check(name, problems):
    problems = list(problems)
    print(f"FAIL {name}: {len(problems)} of them; {'; '.join(problems[:4])}" if problems
          else f"ok {name}", flush=True)


def form(out, *more):
    out = os.path.join(SCRATCH, out)
    done = subprocess.run([PROGRAM, "form", "-o", out, "--as-of", "2026-11-23", "-q", *more],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"FAIL run {out}: exit {done.returncode}: {done.stderr[:2000]}")
    return out


def read_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def header_row(sheet):
    return next(row for row in range(1, 30) if sheet.cell(row, 2).value == "Activity")


def table(sheet):
    """The rows below the header as {column title: value}; one empty row would end them."""
    first = header_row(sheet)
    titles = [cell.value for cell in sheet[first]]
    return [dict(zip(titles, row)) for row in sheet.iter_rows(first + 1, values_only=True)]


def wrong_layout(path, name, last_title=None, last_value=None):
    book = openpyxl.load_workbook(path, data_only=True)
    if book.sheetnames != ["Assessment", "Scale"]:
        yield f"{path} has {book.sheetnames}"
    for sheet in book:
        if sheet.sheet_state != "visible" or sheet._charts or any(
                d.hidden for d in [*sheet.row_dimensions.values(),
                                   *sheet.column_dimensions.values()]):
            yield f"{path}: something on {sheet.title} is hidden, or a chart"
    sheet = book["Assessment"]
    top = header_row(sheet)
    titles = [cell.value for cell in sheet[top]]
    if titles != HEADER + ([last_title] if last_title else []):
        yield f"{path}: the header is {titles}"
    if sheet.freeze_panes != f"C{top + 1}" or sheet.auto_filter.ref.split(":")[0] != f"A{top}":
        yield f"{path}: frozen at {sheet.freeze_panes}, filter {sheet.auto_filter.ref}"
    if str(sheet.print_title_rows).replace("$", "") != f"{top}:{top}" or \
            sheet.page_setup.orientation == "landscape" or str(sheet.page_setup.paperSize) != "9":
        yield f"{path}: printed with {sheet.print_title_rows}, {sheet.page_setup.orientation}"
    facts = {row["activity"]: row for row in read_rows(LADDER + "activities.csv")}
    for row in table(sheet):
        fact = facts[row["Activity"]]
        if (row["Person"] or "", row["Facet"], row["What it means"], row.get(last_title)) != (
                name, fact["facet"], fact["description"], last_value):
            yield f"{path}: {row}"
        if [row[title] for title in HEADER[2:6]] != [None] * 4:
            yield f"{path}: {row['Activity']} is not blank"


def wrong_titles(path):
    """Above the header no row may be taken for one: two cells that name a column."""
    sheet = openpyxl.load_workbook(path)["Assessment"]
    known = {"person", "name", "your name", "date", "activity", "note", "email", "id", *AXES}
    for row in sheet.iter_rows(1, header_row(sheet) - 1, values_only=True):
        if sum(str(cell).lower() in known for cell in row) > 1:
            yield f"{path}: {row}"


def wrong_choices(path, unrated=("N/A", "don't know")):
    book = openpyxl.load_workbook(path)
    sheet, scale = book["Assessment"], book["Scale"]
    levels = {axis: [int(row["value"]) for row in read_rows(LADDER + "scales.csv")
                     if row["axis"] == axis] for axis in AXES}
    lists = {str(v.sqref): v for v in sheet.data_validations.dataValidation}
    first, last = header_row(sheet) + 1, sheet.max_row
    for column, axis in zip("CDE", AXES):
        validation = lists.pop(f"{column}{first}:{column}{last}", None)
        if not validation or validation.type != "list" or validation.errorStyle not in (
                None, "stop"):
            yield f"{path}: no choices for {axis}"
            continue
        where = validation.formula1.lstrip("=").replace("$", "").split("!")
        found = [row[0].value for row in scale[where[1]]] if where[0] == "Scale" else where
        if found != levels[axis] + list(unrated):
            yield f"{path}: {axis} offers {found}"
    if lists:
        yield f"{path}: choices for {list(lists)}"


def offered_though_unknown():
    """A ladder that knows no N/A and no don't know offers neither, and does not speak of them."""
    own = SCRATCH + "/own-ladder"
    shutil.copytree(LADDER, own)
    with open(own + "/scales.csv", encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("any,")]
    with open(own + "/scales.csv", "w", encoding="utf-8") as file:
        file.writelines(lines)
    path = form("form-own", "--ladder", own) + "/assessment.xlsx"
    yield from wrong_choices(path, ())
    yield from (f"{where}: {value}" for where, value in books.values(path).items()
                if "N/A" in str(value))


def asked(folder):
    return [row["Activity"] for row in
            table(openpyxl.load_workbook(folder + "/assessment.xlsx")["Assessment"])]


def wrong_sets():
    """Every rung's form and the core ones against the files of the ladder."""
    activities = read_rows(LADDER + "activities.csv")
    core = {row["activity"] for row in activities if row["core"] == "yes"}
    expected = {row["activity"]: row for row in read_rows(LADDER + "expectations.csv")}
    for rung in ("pm", "tpm", "cpo"):
        for only_core in (False, True):
            folder = form(f"set-{rung}-{only_core}", "--role", rung,
                          *(["--set", "core"] if only_core else []))
            right = [row["activity"] for row in activities
                     if expected[row["activity"]][rung].rstrip("!") != "0" and
                     (not only_core or row["activity"] in core)]
            if asked(folder) != right:
                yield f"{folder}: {len(asked(folder))} activities, not {len(right)}"
            if [row["activity"] for row in read_rows(folder + "/assessment.csv")] != right:
                yield f"{folder}: the CSV asks something else"
            with open(folder + "/survey.csv", encoding="utf-8", newline="") as file:
                header = next(csv.reader(file))
            if header != ["Date", "Person", "Email"] + [
                    f"{axis.capitalize()} [{name}]" for axis in AXES for name in right]:
                yield f"{folder}: the survey asks something else"


def wrong_cache(paths):
    copies = books.recalculate(paths, SCRATCH + "/form-recalculated", SCRATCH + "/profile")
    for path in paths:
        formulas = books.formula_cells(path)
        if len(formulas) < 2 * 38 + 1:
            yield f"{path} has only {len(formulas)} formulas"
        yield from books.differences(formulas, books.values(path), books.values(copies[path]))


def wrong_when_filled(path):
    """Types a name, a date and some ratings, and lets LibreOffice calculate."""
    cases = {"day": (datetime.date(2026, 3, 9), "2026-03-09"), "text": ("2026-11-23", "2026-11-23"),
             "none": (None, None)}
    filled = []
    for case, (date, _) in cases.items():
        book = openpyxl.load_workbook(path)
        sheet = book["Assessment"]
        top = header_row(sheet)
        where = {sheet.cell(row, 1).value: row for row in range(1, top)}
        sheet.cell(where["Your name"], 2).value = "Zoë \"Q\" Ünal"
        sheet.cell(where["Date"], 2).value = date
        for row, value in enumerate([0, 3, "N/A", "don't know", 5], top + 1):
            sheet.cell(row, 3).value = value
        sheet.cell(top + 1, 4).value = 2
        filled.append(f"{SCRATCH}/filled-{case}.xlsx")
        book.save(filled[-1])
    copies = books.recalculate(filled, SCRATCH + "/form-filled", SCRATCH + "/profile")
    for (_, shown), copy in zip(cases.values(), copies.values()):
        sheet = openpyxl.load_workbook(copy, data_only=True)["Assessment"]
        rows = table(sheet)
        if {row["Person"] for row in rows} != {"Zoë \"Q\" Ünal"}:
            yield f"{copy}: persons {({row['Person'] for row in rows})}"
        if {row["Date"] or None for row in rows} != {shown}:
            yield f"{copy}: dates {({row['Date'] for row in rows})}, not {shown}"
        count = len(rows)
        line = f"Answered: skill 5 of {count}, experience 1 of {count}, interest 0 of {count}"
        if line not in [sheet.cell(row, 1).value for row in range(1, header_row(sheet))]:
            yield f"{copy}: no line \"{line}\""


def different(one, other):
    for path in glob.glob(one + "/**/*.*", recursive=True):
        if not filecmp.cmp(path, other + path[len(one):], False):
            yield path


def main():
    roster = SCRATCH + "/form-roster.csv"
    with open(roster, "w", encoding="utf-8") as file:
        file.write(ROSTER)
    blank, core = form("form-blank"), form("form-team", "--roster", roster, "--set", "core")
    people = {"Jo Doe (1)": ("Jo Doe", "ID", "1"), "Jo Doe (2)": ("Jo Doe", "ID", "2"),
              "_._Zoë __&__ Ünal": ("../Zoë \"<&>\" Ünal",), "=1+1": ("=1+1",)}
    paths = sorted(glob.glob(core + "/people/*.xlsx"))
    names = [os.path.splitext(os.path.basename(path))[0] for path in paths]
    check("form: a workbook a person", [] if names == sorted(people) else [str(names)])
    check("form: sheets and columns", [
        *wrong_layout(blank + "/assessment.xlsx", ""), *wrong_layout(core + "/assessment.xlsx", ""),
        *(problem for path, name in zip(paths, names)
          for problem in wrong_layout(path, *people[name]))])
    check("form: one header", wrong_titles(paths[0]))
    check("form: choices", [*wrong_choices(blank + "/assessment.xlsx"), *wrong_choices(paths[0])])
    check("form: choices the ladder does not know", offered_though_unknown())
    check("form: sets", wrong_sets())
    check("form: recalculation gives what is stored",
          wrong_cache([blank + "/assessment.xlsx", *paths]))
    check("form: what is typed is taken over", wrong_when_filled(blank + "/assessment.xlsx"))
    check("form: the same bytes again",
          different(core, form("form-again", "--roster", roster, "--set", "core")))
    check("form: no salaries", [path for path in glob.glob(core + "/**/*.*", recursive=True)
                                if b"123457" in books.unzipped(path)])


main()
