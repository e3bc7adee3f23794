"""Checks the Mentors and Mentoring sheets. Usage: check_mentors.py PROGRAM ROOT SCRATCH"""
import csv
import glob
import io
import os
import re
import subprocess
import sys

import openpyxl

import books

PROGRAM, ROOT, SCRATCH = sys.argv[1:4]
TEAM = ROOT + "/samples/team/"
ANSWERS = [TEAM + "answers-wide.csv", TEAM + "manager-ratings.csv"]
ROSTER = ["--roster", TEAM + "roster.csv", "--as-of", "2026-11-23"]


def check(name, problems):
    problems = list(problems)
    print(f"FAIL {name}: {len(problems)} of them; {'; '.join(problems[:4])}" if problems
          else f"ok {name}", flush=True)


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"FAIL run {' '.join(arguments)}: exit {done.returncode}: {done.stderr[:2000]}")
    return done.stdout


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def sheet(path, name):
    return openpyxl.load_workbook(path, data_only=True)[name]


def plans(out):
    return {os.path.splitext(os.path.basename(path))[0]: path
            for path in sorted(glob.glob(out + "/plans/*.xlsx"))}


def cells(page):
    return [(cell.coordinate, cell.value) for row in page.iter_rows() for cell in row
            if cell.value is not None]


def misplaced(out):
    names = openpyxl.load_workbook(out + "/team.xlsx", read_only=True).sheetnames
    if names[-2:] != ["Mentors", "About"]:
        yield f"team.xlsx has {names}"
    for path in plans(out).values():
        names = openpyxl.load_workbook(path, read_only=True).sheetnames
        if names[3:5] != ["Actions", "Mentoring"]:
            yield f"{path} has {names}"


def wrong_sums(rows):
    """Reasons whose points are not the strength."""
    for row in rows:
        points = re.findall(r"(?:= |: )([0-9.]+)", row["reasons"])
        if row["mentor"] and abs(sum(map(float, points)) - float(row["strength"])) > 1e-9:
            yield f"{row['mentee']}: {row['strength']} is not the sum of {row['reasons']}"
    if not any(row["mentor"] for row in rows):
        yield "the search itself: there are no pairs"


def unlike_the_csv(out, rows):
    """Pairs and people without a mentor that the team's sheet has otherwise than mentors.csv."""
    shown = [[cell.value for cell in row] for row in sheet(out + "/team.xlsx", "Mentors").iter_rows()]
    for row in rows:
        if row["mentor"]:
            wanted = [row["mentee"], row["mentor"], float(row["strength"]),
                      float(row["hours_per_month"]), int(row["round"]), row["activities"]]
            if not any(line[:6] == wanted and line[6].startswith(row["reasons"])
                       for line in shown):
                yield f"no row {wanted}"
        elif not any(line[:2] == [row["mentee"], row["reasons"]] for line in shown):
            yield f"no row on {row['mentee']}, who has no mentor"


def untold(out, rows):
    """What a plan ought to say of its person's mentor and mentees, or of having none."""
    texts = {name: [value for _, value in cells(sheet(path, "Mentoring"))]
             for name, path in plans(out).items()}
    for row in rows:
        mine = texts[row["mentee"]]
        if not row["mentor"]:
            if row["reasons"] not in mine or not any("informal way" in str(t) for t in mine):
                yield f"{row['mentee']} is not told why there is no mentor"
            continue
        if f"Agreement with {row['mentor']}" not in mine:
            yield f"{row['mentee']} has no agreement with {row['mentor']}"
        activities = set(row["activities"].split("; "))
        for who, other in ((row["mentee"], row["mentor"]), (row["mentor"], row["mentee"])):
            if other not in texts[who]:
                yield f"{who} is not told of {other}"
            if not any(set(str(text).split("; ")) == activities for text in texts[who]):
                yield f"{who} is not told what {other} and they are about"


def goal_rows(page):
    """The rows of the goals: from below their header to the first empty one."""
    first = next((cell.row for cell in page["A"] if cell.value == "Focus list"), None)
    row = first and first + 1
    while row and page.cell(row, 1).value:
        yield row
        row += 1


def levels_of_others(out):
    """Numbers on Mentoring that are not one's own levels, hours, or dates and counts in texts."""
    harmless = re.compile(r"\d{4}-\d\d-\d\d|^Step \d$|in \d+ of the \d+ activities|^\d+(\.\d)?$")
    for name, path in plans(out).items():
        page, own = sheet(path, "Mentoring"), sheet(path, "Assessment")
        lines = {row[1].value: row for row in own.iter_rows(min_row=5)}
        mine = {}
        for row in goal_rows(page):
            line = lines[page.cell(row, 1).value]
            mine[f"B{row}"], mine[f"C{row}"] = line[6].value, line[9].value
        hours = {f"E{cell.row}" for cell in page["D"] if cell.value == "Hours a month"}
        for place, value in cells(page):
            if isinstance(value, (int, float)):
                if place not in hours and mine.get(place) != value:
                    yield f"{name}, {place}: {value}"
            elif re.search(r"\d", harmless.sub("", value)):
                yield f"{name}, {place}: {value}"
            elif re.match(r"^\d+(\.\d)?$", value) and page.cell(
                    page[place].row, 1).value != "Hours a month you give":
                yield f"{name}, {place}: {value}"


def helpers_that_do_not_follow(out, rows):
    """Interest typed away: the focus list moves up, and with it who can help with what."""
    row = next(row for row in rows if row["mentor"] and row["activities"].count(";") >= 1)
    path = plans(out)[row["mentee"]]
    gone = row["activities"].split("; ")[0]
    book = openpyxl.load_workbook(path)
    line = next(cell.row for cell in book["Assessment"]["B"] if cell.value == gone)
    book["Assessment"].cell(line, 5).value = 0
    edited = SCRATCH + "/edited-mentoring.xlsx"
    book.save(edited)
    copy = books.recalculate([edited], SCRATCH + "/edited-mentoring", SCRATCH + "/profile")[edited]
    page = sheet(copy, "Mentoring")
    goals = {page.cell(at, 1).value: page.cell(at, 4).value for at in goal_rows(page)}
    if gone in goals or not goals:
        yield f"{gone} is still a goal of {row['mentee']}"
    for goal, helper in goals.items():
        wanted = row["mentor"] if goal in row["activities"].split("; ") else None
        if (helper or None) != wanted:
            yield f"{goal}: {helper}, not {wanted}"
    if row["mentor"] not in goals.values():
        yield "the search itself: the mentor helps with nothing any more"


def wrong_choices(out):
    """Lists to choose from that are not there, or do not hold what is chosen."""
    for name, path in plans(out).items():
        page = openpyxl.load_workbook(path)["Mentoring"]
        for rule in page.data_validations.dataValidation:
            area = rule.formula1.split("!")[1].replace("$", "")
            choices = [cell.value for row in page[area] for cell in row]
            chosen = page[str(rule.sqref).split(":", maxsplit=1)[0]].value
            if None in choices or (chosen and chosen not in choices):
                yield f"{name}: {rule.sqref} may be {choices}"
        wanted = 2 * sum(1 for _, value in cells(page) if str(value).startswith("Agreement with"))
        if len(page.data_validations.dataValidation) < wanted:
            yield f"{name}: no lists"


def wrong_prints(out):
    page = openpyxl.load_workbook(out + "/team.xlsx")["Mentors"]
    if page.page_setup.orientation != "landscape" or int(page.page_setup.paperSize) != 9:
        yield "Mentors is not A4 landscape"
    if not page.sheet_properties.pageSetUpPr.fitToPage or page.page_setup.fitToWidth not in (1, None):
        yield "Mentors does not fit the page's width"
    for name, path in plans(out).items():
        page = openpyxl.load_workbook(path)["Mentoring"]
        texts = [str(value) for _, value in cells(page)]
        both = any(t.startswith("Agreement with") for t in texts) and "You as a mentor" in texts
        if page.page_setup.fitToHeight not in ((0,) if both else (1, None)):
            yield f"{name}: fits {page.page_setup.fitToHeight} pages"


def unlike_the_command(out):
    """`growthplan mentors` and the folder of `growthplan plan` tell the same match."""
    if run("mentors", *ANSWERS, *ROSTER, "--format", "csv") != read(out + "/mentors.csv"):
        yield "mentors --format csv is not mentors.csv"


def main():
    out = SCRATCH + "/mentors"
    run("plan", *ANSWERS, *ROSTER, "-o", out)
    rows = rows_of(read(out + "/mentors.csv"))
    check("mentors: the sheets are where they belong", misplaced(out))
    check("mentors: the reasons add up to the strength", wrong_sums(rows))
    check("mentors: the team's sheet is mentors.csv", unlike_the_csv(out, rows))
    check("mentors: a plan tells its person's mentor and mentees", untold(out, rows))
    check("mentors: no plan holds another person's level", levels_of_others(out))
    check("mentors: who can help follows the focus list", helpers_that_do_not_follow(out, rows))
    check("mentors: what can be chosen stands on the sheet", wrong_choices(out))
    check("mentors: the sheets print as they should", wrong_prints(out))
    if subprocess.run([PROGRAM, "mentors", "--help"], capture_output=True,
                      check=False).returncode == 0:
        check("mentors: the command tells the same match", unlike_the_command(out))


main()
