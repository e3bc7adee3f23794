"""Checks the outputs of whole runs. Usage: check_books.py PROGRAM ROOT SCRATCH"""
import csv
import filecmp
import glob
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile

import openpyxl

import books
import tailored

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


def recalculated(folder, name):
    """{workbook: its copy with every formula calculated again}"""
    return books.recalculate(workbooks(folder), f"{SCRATCH}/{name}-recalculated",
                             SCRATCH + "/profile")


def recalculated_differences(copies):
    for path in copies:
        formulas = books.formula_cells(path)
        if os.path.basename(path) not in ("team.xlsx",) and len(formulas) < 10:
            yield f"{path} has only {len(formulas)} formulas"
        for problem in books.differences(formulas, books.values(path), books.values(copies[path])):
            yield f"{os.path.basename(path)} {problem}"


def table(book, sheet, header):
    """The rows of a table as {column title: value}, from the row that starts with `header` down to
    the first empty cell."""
    rows = list(book[sheet].iter_rows(values_only=True))
    start = next(i for i, row in enumerate(rows) if row[0] == header)
    for row in rows[start + 1:]:
        if row[0] in (None, ""):
            return
        yield dict(zip(rows[start], row))


def missing_sheets(folder):
    """What a plan is made of, and where it says who is outside the ladder."""
    outside = {line["person"] for line in read_rows(folder + "/readiness.csv")
               if not line["current"]}
    if not outside:
        yield "the search itself: nobody is outside the ladder"
    for path in glob.glob(folder + "/plans/*.xlsx"):
        person = os.path.splitext(os.path.basename(path))[0]
        move = "Moving in" if person in outside else "Promotion"
        names = openpyxl.load_workbook(path, read_only=True).sheetnames
        if names != ["Plan", "Assessment", "Readiness", "Actions", "Mentoring", move, "About"]:
            yield f"{path} has {names}"


def scores_unlike_the_csv(folder, copies, ladder):
    """Every figure of readiness.csv against the recalculated workbook: equal to three decimals."""
    columns = {"score": "Score", "low": "Lowest it may be", "high": "Highest it may be",
               "product_score": "Product side", "people_score": "People side",
               "self_score": "Self", "manager_score": "Manager", "spread": "Spread"}
    titles = {row["id"]: row["title"] for row in read_rows(ladder + "/rungs.csv")}
    lines = read_rows(folder + "/readiness.csv")
    shown, compared = {}, 0
    for line in lines:
        path = f"{folder}/plans/{line['person']}.xlsx"
        if path not in shown:
            book = openpyxl.load_workbook(copies[path], data_only=True)
            shown[path] = {re.sub(r" \((now|target|now and target)\)$", "", row["Rung"]): row
                           for row in table(book, "Readiness", "Rung")}
        row = shown[path][titles[line["rung"]]]
        for column, title in columns.items():
            cell = row[title] if isinstance(row[title], (int, float)) else None
            value = float(line[column]) if line[column] else None
            if cell != value:
                yield f"{line['person']}, {line['rung']}: {column} is {value}, the cell {cell}"
            compared += value is not None
        if row["Band"] != line["band"]:
            yield f"{line['person']}, {line['rung']}: {row['Band']}, not {line['band']}"
    if compared < 5 * len(lines) * 0.9:
        yield f"the search itself: only {compared} figures were compared"


def wrong_pages(path, expected):
    """`expected`: {title: pages}; a title with no number may take any."""
    sheets = books.printed_sheets(path, expected, SCRATCH + "/pdf", SCRATCH + "/profile")
    if [title for title, _ in sheets] != list(expected):
        yield f"{path}: the sheets start with {sheets}"
    for title, pages in sheets:
        if expected.get(title) not in (None, len(pages)):
            yield f"{path}: {title} takes {len(pages)} pages"
        starts = {"Promotion:": "Steps: how to ask", "Moving in:": "Two paths"}.get(title)
        if starts and not pages[-1].startswith(starts):
            yield f"{path}: {starts} does not start a page of {title}"


def lists_without_reason(folder):
    """On the edge: of one nothing is rated, of one only what is at the level the target expects."""
    expected = {"Nobody Yet": ["Nothing is rated yet: rate skill and interest on Assessment.",
                               "nothing so far", "no interest is rated",
                               "nothing so far: no interest is rated"],
                "Zoë & <Tag>": ["There is no gap to the target in what is rated.",
                                "nothing so far", "nothing that is rated stands out"]}
    for path in glob.glob(folder + "/plans/*.xlsx"):
        shown = {value for (sheet, _), value in books.values(path).items() if sheet == "Plan"}
        name = next(value for value in shown if str(value).startswith("Growth plan: "))[13:]
        for text in expected.pop(name, []):
            if text not in shown:
                yield f"{name}: no \"{text}\" on Plan"
    yield from expected


def brought_elsewhere(folder, ladder):
    """Names beside a facet on Moving in that are not of it, or not as many as it says."""
    facets = {row["activity"]: row["facet"] for row in read_rows(ladder + "/activities.csv")}
    compared = 0
    for path in glob.glob(folder + "/plans/*.xlsx"):
        book = openpyxl.load_workbook(path, data_only=True)
        if "Moving in" not in book.sheetnames:
            continue
        for row in table(book, "Moving in", "Facet"):
            names = [name for name in
                     (row["What of the facet is at the level the rung expects"] or "").split("; ")
                     if name]
            compared += len(names)
            if any(facets[name] != row["Facet"] for name in names):
                yield f"{path}: {row['Facet']} has {names}"
            if row["At its level"][0].isdigit() and int(row["At its level"].split()[0]) != len(names):
                yield f"{path}: {row['Facet']} says {row['At its level']}, and has {names}"
    if compared < 5:
        yield f"the search itself: only {compared} names were seen"


def ways_unlike_the_terminal(folder, answers):
    """The raises and the choice of paths in each plan against what `readiness` says of the person."""
    done = subprocess.run([PROGRAM, "readiness", *answers, "--roster", TEAM + "roster.csv", *AS_OF,
                           "--shortest", "--format", "json"],
                          capture_output=True, text=True, check=True)
    compared = 0
    for person in json.loads(done.stdout)["people"]:
        path = f"{folder}/plans/{person['person']}.xlsx"
        book = openpyxl.load_workbook(path)
        sheet = book["Promotion" if "Promotion" in book.sheetnames else "Moving in"]
        cells = [cell for row in sheet.iter_rows() for cell in row
                 if cell.value not in (None, "")]
        texts = [str(cell.value) for cell in cells]
        start = next((i for i, text in enumerate(texts) if text.startswith("Shortest way to ")), None)
        if start is None or "does not follow edits" not in texts[start]:
            yield f"{path}: no shortest way, or not whether it follows edits"
            continue
        behind = texts[start + 1:]
        way = person["shortest_way"]
        if way["raises"] and not behind[0].startswith(f"{way['raises']} raise"):
            yield f"{path}: {behind[0]}, not {way['raises']} raises"
        for raise_ in way["steps"][:10]:
            words = f"{raise_['axis']} {raise_['from']:g} to {raise_['to']}"
            if (raise_["activity"], words) not in zip(behind, behind[1:]):
                yield f"{path}: no {raise_['activity']}, {words}"
            compared += 1
    if compared < 60:
        yield f"the search itself: only {compared} raises were compared"


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


def edited_differences(name, original, edits, fresh, follow=()):
    """Edits a workbook, recalculates it, and compares with the one a run writes for that input.

    `follow`: (sheet, column) in which at least one cell has to be another one then."""
    edited = f"{SCRATCH}/{name}.xlsx"
    edit_cells(original, edited, edits)
    copy = books.recalculate([edited], f"{SCRATCH}/{name}-recalculated", SCRATCH + "/profile")
    # Who can help with a goal goes by the match, which is of the run: check_mentors.py looks there.
    formulas = {where: formula for where, formula in books.formula_cells(fresh).items()
                if not (where[0] == "Mentoring" and where[1].startswith("D"))}
    before, after = books.values(original), books.values(fresh)
    moved = {where for where in formulas if before.get(where) != after.get(where)}
    changed = {sheet for sheet, _ in moved}
    for wanted in follow:
        if wanted not in {(sheet, cell.rstrip("0123456789")) for sheet, cell in moved}:
            yield f"nothing in {wanted} follows the edit, so that the check says nothing"
    if len(moved) < 8:
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
    problems = []
    for person, follow in (("Max Beispiel", ()),  # what Kim brings: how many, and which
                           ("Kim Yesi", [("Moving in", "B"), ("Moving in", "C")])):
        edits = changed_answers(person, changes)
        name = person.split()[0]
        fresh = plan("changed-" + name, [SCRATCH + "/changed.csv"], TEAM + "roster.csv")
        problems += edited_differences("edited-" + name, f"{base}/plans/{person}.xlsx", edits,
                                       f"{fresh}/plans/{person}.xlsx", follow)
    check("a plan follows edited ratings", problems)


def edited_facts(base, person, sheet, facts):
    """Years, products and support typed into a plan against a roster with them."""
    original = f"{base}/plans/{person}.xlsx"
    column = openpyxl.load_workbook(original)[sheet].iter_rows(max_col=1)
    lines = {row[0].value: row[0].row for row in column}
    cells = {"product_years": f"B{lines['Years in product']}",
             "products": f"B{lines['Products worked on']}",
             "supported": f"B{lines['The manager supports the move']}"}
    name = f"facts-{person.split()[0]}-{facts['product_years']}"
    rows = read_rows(TEAM + "roster.csv")
    next(row for row in rows if row["name"] == person).update(facts)
    write_rows(f"{SCRATCH}/{name}.csv", rows)
    fresh = plan(name, [TEAM + "answers-wide.csv"], f"{SCRATCH}/{name}.csv")
    edits = {(sheet, cells[key]): float(value) if value[:1].isdigit() else value or None
             for key, value in facts.items()}
    follow = [("Readiness", "K"), ("Readiness", "L"), ("Readiness", "M")]  # the three gates
    if person == "Ola Eksempel":  # ready before: band, first gate, Plan, the gates on Promotion
        follow += [("Plan", "G"), ("Promotion", "D"), ("Promotion", "E"), ("Promotion", "F")]
    return edited_differences("edited-" + name, original, edits, f"{fresh}/plans/{person}.xlsx",
                              follow)


def check_facts_edit(base):
    """The gates follow the facts, and band, first gate and the Plan page follow the gates."""
    fewer = {"product_years": "2.9", "products": "1", "supported": "no"}
    unknown = {"product_years": "", "products": "", "supported": ""}
    more = {"product_years": "10", "products": "12", "supported": "yes"}
    check("gates, band and page follow edited facts",
          [*edited_facts(base, "Ola Eksempel", "Promotion", fewer),
           *edited_facts(base, "Ola Eksempel", "Promotion", unknown),
           *edited_facts(base, "Zeynep Örnek", "Promotion", more),
           *edited_facts(base, "Kim Yesi", "Moving in", more)])


def check_manager_edit(base):
    """A manager's ratings typed into a plan give what a run with them gives: changed, taken back,
    and the first ones of somebody who had none."""
    names = [row["activity"] for row in read_rows(ROOT + "/templates/quartz/activities.csv")]
    changes = {"Jane Example": {"Problem Discovery": "", "Persona Definition": "1",
                                "Portfolio Management": "5", "Develop the Team": "4",
                                "Competitive Strategy": "2", "Set Strategic Direction": "0"},
               "Ola Eksempel": {"Develop the Team": "1", "Problem Discovery": "2"}}
    rows = [row for row in read_rows(TEAM + "manager-ratings.csv")
            if row["activity"] not in changes.get(row["person"], {})]
    rows += [{"person": person, "activity": activity, "manager_skill": rating,
              "date": "2026-10-19"}
             for person, ratings in changes.items() for activity, rating in ratings.items()
             if rating]
    write_rows(SCRATCH + "/managers.csv", rows)
    fresh = plan("managers", [TEAM + "answers-wide.csv", SCRATCH + "/managers.csv"],
                 TEAM + "roster.csv")
    problems = []
    for person, ratings in changes.items():
        edits = {("Assessment", f"F{5 + names.index(activity)}"): int(rating) if rating else None
                 for activity, rating in ratings.items()}
        problems += edited_differences(
            "edited-manager-" + person.split()[0], f"{base}/plans/{person}.xlsx", edits,
            f"{fresh}/plans/{person}.xlsx",
            [("Readiness", column) for column in "CDEF"] +  # score, self, manager, spread
            [("Assessment", "P"), ("Plan", "A"), ("Plan", "C"), ("Plan", "G"),  # apart, and why
             ("Promotion", "B"), ("Promotion", "C"), ("Promotion", "D"), ("Promotion", "E")])
    check("self, manager, spread and apart follow a manager's ratings", problems)


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
    """A rung that expects nothing, no answers asked for, somebody without any, notes like formulas;
    a manager who rated something else than the person, and one who rated alone."""
    ladder = SCRATCH + "/edge-ladder"
    shutil.copytree(ROOT + "/templates/quartz", ladder)
    rows = read_rows(ladder + "/expectations.csv")
    for row in rows:
        row["tpm"] = "0"
    write_rows(ladder + "/expectations.csv", rows)
    write_rows(SCRATCH + "/edge-policy.csv", [{"key": "answered_gate", "value": "0"}])
    people = ['=1+1 "Quote"', "@Sum, Ann", "Li  Wei", "Zoë & <Tag>", "Nobody Yet"]
    write_rows(SCRATCH + "/edge-roster.csv",
               [{"name": name, "role": role} for name, role in
                zip(people, ("pm", "tpm", "cpo", "outside", "pm"))])
    rated = [(name, activity, 3, "") for name in people[:3]
             for activity in ("Problem Discovery", "Develop the Team")]
    rated += [(people[0], "Positioning", "", 2), (people[3], "Positioning", "", 4)]
    write_rows(SCRATCH + "/edge-answers.csv",
               [{"person": name, "activity": activity, "skill": skill, "interest": 4,
                 "manager_skill": managers, "note": '=HYPERLINK("x")'}
                for name, activity, skill, managers in rated])
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
    quartz = ROOT + "/templates/quartz"
    ladder, people, answers = tailored.make(ROOT, SCRATCH)
    other = plan("tailored", [answers], people, "--ladder", ladder)
    edge = run_on_the_edge()
    for folder, name, of in ((one, "team", quartz), (managed, "managed", quartz),
                             (other, "tailored", ladder), (edge, "edge", quartz)):
        check(f"{name}: every workbook opens", (p for b in workbooks(folder) for p in opens(b)))
        copies = recalculated(folder, name)
        check(f"{name}: recalculated values equal the cached ones",
              recalculated_differences(copies))
        if name != "edge":  # whose names are not those of the files
            check(f"{name}: a plan has its sheets", missing_sheets(folder))
            check(f"{name}: the workbooks' scores are readiness.csv's",
                  scores_unlike_the_csv(folder, copies, of))
    pages = {"Growth plan": 1, "Assessment": None, "Readiness": 1, "Actions": 1}
    check("a plan prints as it should",
          [*wrong_pages(managed + "/plans/Jane Example.xlsx",
                        {**pages, "Mentoring:": 1, "You as a mentor": 1, "Promotion:": 2,
                         "About": None}),
           *wrong_pages(managed + "/plans/Kim Yesi.xlsx",
                        {**pages, "Mentoring:": 1, "Moving in:": 2, "About": None})])
    check("what is brought stands at its facet",
          [*brought_elsewhere(managed, quartz), *brought_elsewhere(other, ladder)])
    check("an empty list says why", lists_without_reason(edge))
    check("a plan holds the shortest way",
          ways_unlike_the_terminal(managed, wide + [TEAM + "manager-ratings.csv"]))
    check("salaries stand in the budget alone", salaries_outside(one, roster))
    check("the budget is for its owner alone", open_modes(one))
    check("parts sum to the pool, lines to the total", parts_that_do_not_sum(one))
    check_plan_edit(one)
    check_facts_edit(one)
    check_manager_edit(managed)
    check_rate_edit(one)


main()
