"""The same workbooks as a competent user would write them with pandas and XlsxWriter.

Usage: peer.py recipes FOLDER CACHE              what is in the workbooks growthplan wrote
       peer.py write CACHE TEAM OUT [-j N] [--split]    writes them anew, a plan a person: timed
       peer.py runs CACHE JSON          the cells of the plan, for openxlsx.R

Every plan has the sheets, cells, formulas, formats, widths, dropdowns, conditional formats and
charts of one of growthplan's own plans, that of median size; in it stand this person's name and
ratings. The figures of formulas are those cached in that one plan, so nothing is analyzed: no
readiness, no focus list, no shortest way, no mentors, no budget. The CSV files and manifests are
not written either. The peer does less than growthplan, which is fair to the peer.
"""
import argparse
import glob
import json
import multiprocessing
import os
import pickle
import sys
import time

clock = time.perf_counter
spent = {"start": clock(), "cells": 0.0, "xml": 0.0, "zip": 0.0}

AXES = {2: "Skill", 3: "Experience", 4: "Interest"}  # columns of the Assessment sheet
FIRST_ROW, ACTIVITY = 4, 1


def name_of_plan(path):
    return os.path.basename(path)[:-len(".xlsx")]


def mark_plan(book, name):
    """Which cells hold ratings, and which texts hold the name of the person."""
    assessment = next(sheet for sheet in book["sheets"] if sheet["name"] == "Assessment")
    activities = {cell[0]: cell[4] for cell in assessment["cells"]
                  if cell[1] == ACTIVITY and cell[0] >= FIRST_ROW and cell[2] == "string"}
    kept, ratings = [], []
    for cell in assessment["cells"]:
        if cell[1] in AXES and cell[0] in activities:
            ratings.append((cell[0], cell[1], AXES[cell[1]], activities[cell[0]], cell[3]))
        else:
            kept.append(cell)
    assessment["cells"], assessment["ratings"] = kept, ratings
    book["name"] = name


def make_recipes(folder, cache):
    import recipe
    plans = sorted(glob.glob(folder + "/plans/*.xlsx"),
                   key=lambda path: (os.path.getsize(path), path))
    middle = plans[len(plans) // 2]
    books = {"plan": recipe.read(middle), "team": recipe.read(folder + "/team.xlsx"),
             "budget": recipe.read(folder + "/budget.xlsx"), "from": middle}
    mark_plan(books["plan"], name_of_plan(middle))
    with open(cache, "wb") as file:
        pickle.dump(books, file, pickle.HIGHEST_PROTOCOL)


def make_runs(cache, json_path):
    """Of each sheet of the plan the cells of one kind that stand below one another in a column."""
    with open(cache, "rb") as file:
        plan = pickle.load(file)["plan"]
    sheets = []
    for sheet in plan["sheets"]:
        runs = []
        for row, column, kind, _, value, *formula in sorted(sheet["cells"],
                                                            key=lambda cell: (cell[1], cell[0])):
            if kind == "blank":
                continue
            last = runs[-1] if runs else None
            if (last is None or last["kind"] != kind or last["column"] != column + 1
                    or last["row"] + len(last["values"]) != row + 1):
                runs.append({"row": row + 1, "column": column + 1, "kind": kind, "values": []})
            runs[-1]["values"].append(formula[0].lstrip("=") if kind == "formula" else value)
        sheets.append({"name": sheet["name"], "runs": runs})
    with open(json_path, "w", encoding="utf-8") as file:
        json.dump(sheets, file)


def read_team(folder, pandas):
    """[(name, email)] of the roster, and {name: {(axis, activity): rating}}."""
    # Everything as text: "N/A" is an answer, and an empty field is none.
    roster = pandas.read_csv(folder + "/roster.csv", dtype=str, keep_default_na=False)
    answers = pandas.read_csv(folder + "/answers.csv", dtype=str, keep_default_na=False)
    ratings = {}
    if "activity" in answers.columns:
        for name, group in answers.groupby("person", sort=False):
            ratings[name] = {(axis, activity): value for axis in ("Skill", "Experience", "Interest")
                             for activity, value in zip(group["activity"], group[axis.lower()])}
    else:
        keys = [(axis, rest[:-1]) for axis, _, rest in (
            column.partition(" [") for column in answers.columns[3:])]
        values = answers.iloc[:, 3:].to_numpy()
        ratings = {name: dict(zip(keys, row)) for name, row in zip(answers["person"], values)}
    return list(zip(roster["name"], roster["email"])), ratings


def write_cell(sheet, cell, formats, old, new):
    row, column, kind, style, value, formula = cell
    if kind == "number":
        sheet.write_number(row, column, value, formats[style])
    elif kind == "formula":
        if old and isinstance(value, str):
            value = value.replace(old, new)
        sheet.write_formula(row, column, formula, formats[style], value)
    elif kind == "string":
        sheet.write_string(row, column, value.replace(old, new) if old else value, formats[style])
    else:
        sheet.write_blank(row, column, None, formats[style])


def write_merged(sheet, merged, formats, old, new):
    for (first_row, first, last_row, last), cell in merged:
        sheet.merge_range(first_row, first, last_row, last, "", formats[cell[3]])
        if cell[2] != "blank":
            write_cell(sheet, cell, formats, old, new)


def write_ratings(sheet, wanted, formats, ratings):
    for row, column, axis, activity, style in wanted:
        value = ratings.get((axis, activity), "")
        if value.isdigit():
            sheet.write_number(row, column, int(value), formats[style])
        elif value:
            sheet.write_string(row, column, value, formats[style])
        else:
            sheet.write_blank(row, column, None, formats[style])


def add_chart(workbook, sheet, chart):
    drawn = workbook.add_chart(dict(chart["options"]))
    for series in chart["series"]:
        drawn.add_series(dict(series))
    drawn.set_title(dict(chart["title"]))
    drawn.set_legend(dict(chart["legend"]))
    drawn.set_x_axis(dict(chart["axes"]["x"]))
    drawn.set_y_axis(dict(chart["axes"]["y"]))
    sheet.insert_chart(*chart["at"], drawn, dict(chart["insert"]))


def set_page(sheet, page, old, new):
    if not page["gridlines"]:
        sheet.hide_gridlines(2)
    if page["freeze"]:
        sheet.freeze_panes(*page["freeze"])
    if page["landscape"]:
        sheet.set_landscape()
    sheet.set_paper(page["paper"])
    sheet.set_margins(**page["margins"])
    sheet.set_footer(page["footer"].replace(old, new) if old else page["footer"])
    if page["fit"]:
        sheet.fit_to_pages(*page["fit"])
    elif page["scale"] != 100:
        sheet.set_print_scale(page["scale"])
    for key, call in (("area", sheet.print_area), ("repeat_rows", sheet.repeat_rows),
                      ("repeat_columns", sheet.repeat_columns)):
        if key in page:
            call(*page[key])
    if page["row_breaks"]:
        sheet.set_h_pagebreaks(page["row_breaks"])
    if page["column_breaks"]:
        sheet.set_v_pagebreaks(page["column_breaks"])


def write_sheet(workbook, sheet, plan, formats, conditional, old, new, ratings):
    for first, last, width in plan["widths"]:
        sheet.set_column(first, last, width)
    for row, height in plan["heights"].items():
        sheet.set_row(row, height)
    for cell in plan["cells"]:
        write_cell(sheet, cell, formats, old, new)
    write_merged(sheet, plan["merged"], formats, old, new)
    if "ratings" in plan:
        write_ratings(sheet, plan["ratings"], formats, ratings)
    if plan["filter"]:
        sheet.autofilter(*plan["filter"])
    for place, options in plan["validations"]:
        sheet.data_validation(*place, dict(options))
    for place, options, style in plan["conditions"]:
        options = dict(options)
        if style is not None:
            options["format"] = conditional[style]
        sheet.conditional_format(*place, options)
    for chart in plan["charts"]:
        add_chart(workbook, sheet, chart)
    set_page(sheet, plan["page"], old, new)


def write_book(xlsxwriter, path, book, name="", ratings=None):
    start = clock()
    old = book.get("name", "")
    workbook = xlsxwriter.Workbook(path, {"in_memory": True})
    workbook.set_properties({"title": book["title"].replace(old, name) if old else book["title"]})
    formats = [None] + [workbook.add_format(style) for style in book["styles"][1:]]
    conditional = [workbook.add_format(style) for style in book["conditional"]]
    for plan in book["sheets"]:
        write_sheet(workbook, workbook.add_worksheet(plan["name"]), plan, formats, conditional,
                    old, name, ratings)
    written = clock()
    workbook.close()
    spent["cells"] += written - start
    spent["xml"] += clock() - written


def time_the_zip():
    """How much of close() is zipping: for the split alone, not when runs are compared."""
    import zipfile
    writestr = zipfile.ZipFile.writestr

    def timed(*arguments, **options):
        start = clock()
        writestr(*arguments, **options)
        spent["zip"] += clock() - start
    zipfile.ZipFile.writestr = timed


def write_all(cache, team, out, jobs, split):
    import pandas
    import xlsxwriter
    imported = clock()
    with open(cache, "rb") as file:
        books = pickle.load(file)
    unpacked = clock()
    people, ratings = read_team(team, pandas)
    read = clock()
    os.makedirs(out + "/plans")
    if split:
        time_the_zip()

    def write_person(person):
        write_book(xlsxwriter, f"{out}/plans/{person[0]}.xlsx", books["plan"], person[0],
                   ratings[person[0]])

    def write_share(share):
        for person in people[share::jobs]:
            write_person(person)
        if share == jobs - 1:
            write_book(xlsxwriter, out + "/team.xlsx", books["team"])
            write_book(xlsxwriter, out + "/budget.xlsx", books["budget"])

    if jobs == 1:
        write_share(0)
    else:
        fork = multiprocessing.get_context("fork")
        workers = [fork.Process(target=write_share, args=(share,)) for share in range(jobs)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        if any(worker.exitcode for worker in workers):
            sys.exit("a worker failed")
    if split:
        print(json.dumps({"import": imported - spent["start"], "recipe": unpacked - imported,
                          "read": read - unpacked, "cells": spent["cells"],
                          "xml": spent["xml"] - spent["zip"], "zip": spent["zip"]}))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    commands = parser.add_subparsers(dest="command", required=True)
    recipes = commands.add_parser("recipes")
    recipes.add_argument("folder")
    recipes.add_argument("cache")
    runs = commands.add_parser("runs")
    runs.add_argument("cache")
    runs.add_argument("json_path")
    write = commands.add_parser("write")
    for name in ("cache", "team", "out"):
        write.add_argument(name)
    write.add_argument("-j", dest="jobs", type=int, default=1)
    write.add_argument("--split", action="store_true")
    options = vars(parser.parse_args())
    command = options.pop("command")
    if command == "recipes":
        make_recipes(**options)
    elif command == "runs":
        make_runs(**options)
    else:
        write_all(**options)


if __name__ == "__main__":
    main()
