"""Checks workbooks as inputs: plans handed back, and what other programs write.

Usage: check_input.py PROGRAM ROOT SCRATCH"""
import csv
import datetime
import glob
import os
import struct
import subprocess
import sys
import zipfile

import openpyxl

import books

PROGRAM, ROOT, SCRATCH = sys.argv[1:4]
TEAM = ROOT + "/samples/team/"
SMALL = ROOT + "/samples/small/"
WORK = SCRATCH + "/input"
AS_OF = ["--as-of", "2026-11-23"]
# openpyxl may write texts where they stand, and then shares none.
SHARED_RELATION = (b'<Relationship Id="shared" Type="http://schemas.openxmlformats.org/officeDocument'
                   b'/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>')


def check(name, problems):
    problems = list(problems)
    print(f"FAIL {name}: {len(problems)} of them; {'; '.join(problems[:4])}" if problems
          else f"ok {name}", flush=True)


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False,
                          timeout=300)


def readiness(name, answers, roster):
    """What plan writes as readiness.csv, or its messages."""
    out = f"{WORK}/{name}"
    done = run("plan", *answers, "--roster", roster, "-o", out, *AS_OF)
    if done.returncode != 0:
        return done.stderr
    with open(out + "/readiness.csv", encoding="utf-8") as file:
        return file.read()


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def as_seen(text):
    """A cell as somebody would type it: a number where it is one, a day where it is one."""
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        pass
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        return text or None


def workbook_of(path, rows, sheet="Sheet1"):
    """A table as openpyxl writes it."""
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append([as_seen(cell) for cell in row])
    book.save(path)
    return path


def plans_come_back():
    """Plans as they were written give what the run gave that wrote them; so does an edited one."""
    answers = [TEAM + "answers-long.csv", TEAM + "manager-ratings.csv"]
    first = readiness("first", answers, TEAM + "roster.csv")
    plans = sorted(glob.glob(WORK + "/first/plans/*.xlsx"))
    if len(plans) < 10:
        yield f"only {len(plans)} plans: {first[:300]}"
        return
    again = readiness("again", plans, TEAM + "roster.csv")
    if again != first:
        yield "plans do not give the same readiness.csv: " + again[:300]


def edited_plan_comes_back():
    """One rating typed into a plan is that rating in a file of answers."""
    book = openpyxl.load_workbook(WORK + "/first/plans/Max Beispiel.xlsx")
    sheet = book["Assessment"]
    rated = next(row for row in sheet.iter_rows(min_row=5) if row[2].value in (1, 2, 3))
    activity, rated[2].value = rated[1].value, 5
    os.makedirs(WORK + "/edited", exist_ok=True)
    edited = WORK + "/edited/renamed.xlsx"
    book.save(edited)
    rows = rows_of(TEAM + "answers-long.csv")
    person, name, skill = (rows[0].index(title) for title in ("person", "activity", "skill"))
    changed = 0
    for row in rows[1:]:
        if row[person] == "Max Beispiel" and row[name] == activity:
            row[skill] = "5"
            changed += 1
    with open(WORK + "/edited/answers.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    if changed != 1:
        yield f"{activity} stands {changed} times in the sample"
    expected = readiness("typed", [WORK + "/edited/answers.csv", TEAM + "manager-ratings.csv"],
                         TEAM + "roster.csv")
    plans = [path for path in sorted(glob.glob(WORK + "/first/plans/*.xlsx"))
             if not path.endswith("/Max Beispiel.xlsx")]
    found = readiness("from-edited", plans + [edited], TEAM + "roster.csv")
    if found != expected:
        yield "an edited plan is not what the same answers give: " + found[:300]
    if found == readiness("unedited", [TEAM + "answers-long.csv", TEAM + "manager-ratings.csv"],
                          TEAM + "roster.csv"):
        yield "the edit changes nothing"


def faults_in_plans():
    """A rating off the scale is refused with the sheet's own line and column."""
    book = openpyxl.load_workbook(WORK + "/first/plans/Max Beispiel.xlsx")
    book["Assessment"]["D9"] = 7
    book.save(WORK + "/edited/off.xlsx")
    said = readiness("off", [WORK + "/edited/off.xlsx"], TEAM + "roster.csv")
    if "off.xlsx [Assessment]:9:4: experience is \"7\"" not in said:
        yield said[:300]


def tables_as_workbooks():
    """A roster and answers as workbooks give what they give as CSV, byte for byte."""
    for name, answers in (("wide", TEAM + "answers-wide.csv"), ("long", TEAM + "answers-long.csv")):
        roster = TEAM + "roster.csv"
        expected = readiness(name + "-csv", [answers], roster)
        books = (workbook_of(f"{WORK}/{name}.xlsx", rows_of(answers)),
                 workbook_of(f"{WORK}/{name}-roster.xlsx", rows_of(roster), "People"))
        found = readiness(name + "-xlsx", [books[0]], books[1])
        if not expected.startswith("person,") or found != expected:
            yield f"{name}: {found[:300]}"


def tables_of_libreoffice():
    """So do those that LibreOffice makes of the CSV files; what it makes otherwise is refused."""
    answers, roster = TEAM + "answers-wide.csv", TEAM + "roster.csv"
    expected = {"xlsx": readiness("office-csv", [answers], roster),
                "ods": "answers-wide.ods: this is an OpenDocument file (.ods); save it as .xlsx",
                "xls": "answers-wide.xls: this is a workbook of the old kind (.xls); save it"}
    for kind, convert in (("xlsx", "xlsx:Calc MS Excel 2007 XML"), ("ods", "ods"),
                          ("xls", "xls:MS Excel 97")):
        subprocess.run(["soffice", f"-env:UserInstallation=file://{SCRATCH}/profile", "--headless",
                        "--infilter=CSV:44,34,76,1,,0,false,true", "--convert-to", convert,
                        "--outdir", WORK + "/office", answers, roster],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       timeout=600)
        found = readiness("office-" + kind, [f"{WORK}/office/answers-wide.{kind}"],
                          f"{WORK}/office/roster.{kind}")
        if expected[kind] not in found:
            yield f"{kind}: {found[:300]}"


def put_zip(name, parts):
    path = f"{WORK}/{name}.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, data in parts:
            package.writestr(part, data)
    return path


def with_flag(path, name):
    """The same package with its first entry marked as encrypted."""
    with open(path, "rb") as file:
        data = bytearray(file.read())
    at = data.find(b"PK\1\2") + 8
    struct.pack_into("<H", data, at, struct.unpack_from("<H", data, at)[0] | 1)
    with open(f"{WORK}/{name}.xlsx", "wb") as file:
        file.write(data)
    return f"{WORK}/{name}.xlsx"


def claiming_less(path, name, part, size):
    """The same package whose directory says a part to have fewer bytes than it has."""
    with open(path, "rb") as file:
        data = bytearray(file.read())
    at = data.find(b"PK\1\2")
    while part.encode() not in data[at + 46:at + 46 + len(part)]:
        at = data.find(b"PK\1\2", at + 4)
    struct.pack_into("<I", data, at + 24, size)
    with open(f"{WORK}/{name}.xlsx", "wb") as file:
        file.write(data)
    return f"{WORK}/{name}.xlsx"


def raw(name, data):
    with open(f"{WORK}/{name}.xlsx", "wb") as file:
        file.write(data)
    return f"{WORK}/{name}.xlsx"


def parts_with(sheet=None, shared=None, more=()):
    """The parts of a small workbook by openpyxl, some put in their place, others added."""
    path = workbook_of(WORK + "/small.xlsx", rows_of(SMALL + "answers.csv"))
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if sheet is not None:
        parts["xl/worksheets/sheet1.xml"] = sheet
    if shared is not None:
        relation = SHARED_RELATION + b"</Relationships>"
        relations = "xl/_rels/workbook.xml.rels"
        parts[relations] = parts[relations].replace(b"</Relationships>", relation)
        parts["xl/sharedStrings.xml"] = shared
    return [*parts.items(), *more]


def refusals():
    sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    small = put_zip("plain", parts_with())
    with open(small, "rb") as file:
        whole = file.read()
    cases = (
        (put_zip("entries", parts_with(more=[(f"x/{i}", b"") for i in range(1000)])),
         "it has more than 1000 parts; save the one sheet as CSV"),
        (put_zip("entry", parts_with(more=[("x/large", bytes(65 << 20))])),
         'its part "x/large" has more than 64 MiB; save the one sheet as CSV'),
        (put_zip("ratio", parts_with(more=[("x/thin", bytes(8 << 20))])),
         'its part "x/thin" grows to more than 200 times its packed size, as in a zip bomb; '),
        (put_zip("texts", parts_with(shared="<sst>" + "".join(
            f"<si><t>{i * 7919}</t></si>" for i in range(1000001)) + "</sst>")),
         "this workbook has more than 1000000 texts; save the one sheet as CSV"),
        (put_zip("field", parts_with(sheet=sheet + '<row><c t="str"><v>' + "".join(
            str(i) for i in range(200000)) + "</v></c></row></sheetData></worksheet>")),
         "field.xlsx [Sheet1]:1:1: this cell has more than 1048576 bytes; shorten it"),
        (with_flag(small, "flag"),
         "this file is encrypted; take the password off and save it as .xlsx or CSV"),
        (raw("password", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(600) +
             "EncryptedPackage".encode("utf-16-le") + bytes(600)),
         "this file is encrypted; take the password off and save it as .xlsx or CSV"),
        (claiming_less(small, "less", "xl/worksheets/sheet1.xml", 400),
         'this workbook is damaged: part "xl/worksheets/sheet1.xml": '),
        (raw("cut", whole[:len(whole) // 2]),
         "this workbook is damaged: its directory is missing, as when a download was cut off; "),
        (put_zip("binary", [("_rels/.rels", b"<x/>"), ("xl/workbook.bin", b"")]),
         "this is a binary workbook (.xlsb); save it as .xlsx or CSV"),
        (put_zip("other", [("readme.txt", b"text")]),
         "this is a zip file and no workbook; take out what is in it"),
    )
    for path, message in cases:
        done = run("readiness", path)
        if done.returncode != 1 or message not in done.stderr or done.stderr.count("\n") > 2:
            yield f"{os.path.basename(path)}: exit {done.returncode}: {done.stderr[:300]}"


def formulas_without_values():
    """openpyxl keeps no value of a formula: said once, with what to do."""
    path = workbook_of(WORK + "/formulas.xlsx", rows_of(SMALL + "answers.csv"))
    book = openpyxl.load_workbook(path)
    for cell in ("C2", "C3"):
        book.active[cell] = "=1+1"
    book.save(path)
    done = run("readiness", path)
    if (done.returncode != 1 or done.stderr.count("a formula without its value") != 1 or
            "formulas.xlsx [Sheet1]:2:3: " not in done.stderr):
        yield done.stderr[:300]


os.makedirs(WORK)
def fill_in(form, path, values, name):
    """Fills in a form as a person would: name, date, ratings down the table."""
    book = openpyxl.load_workbook(form)
    sheet = book["Assessment"]
    labels = {row[0].value: row[0].row for row in sheet.iter_rows()}
    header = labels["Person"]
    sheet.cell(labels["Your name"], 2).value = name
    sheet.cell(labels["Date"], 2).value = "2026-11-20"
    for number, (skill, experience, interest) in enumerate(values):
        for column, value in ((3, skill), (4, experience), (5, interest)):
            sheet.cell(header + 1 + number, column).value = value
    names = [sheet.cell(header + 1 + number, 2).value for number in range(len(values))]
    book.save(path)
    return names


def forms_come_back():
    """A form filled in gives what the same answers as CSV give, formulas worked out or not."""
    folder = SCRATCH + "/blank"
    subprocess.run([PROGRAM, "form", "-o", folder, "-q", "--as-of", "2026-11-23"], check=True)
    values = [(n % 6, (2 * n) % 6, (3 * n + 1) % 6) for n in range(78)]
    values[5], values[6] = ("N/A", 2, 3), (None, None, None)
    form = SCRATCH + "/filled.xlsx"
    names = fill_in(folder + "/assessment.xlsx", form, values, "Jo Doe")
    with open(SCRATCH + "/filled.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["person", "activity", "skill", "experience", "interest", "date"])
        writer.writerows(["Jo Doe", name, *("" if v is None else v for v in value), "2026-11-20"]
                         for name, value in zip(names, values))
    worked_out = books.recalculate([form], SCRATCH + "/worked-out", SCRATCH + "/profile")[form]
    wanted = subprocess.run([PROGRAM, "readiness", SCRATCH + "/filled.csv", "--format", "csv"],
                            capture_output=True, text=True, check=True).stdout
    for path in (form, worked_out):
        done = subprocess.run([PROGRAM, "readiness", path, "--format", "csv"],
                              capture_output=True, text=True, check=False)
        if done.stdout != wanted or done.returncode != 0:
            yield f"{path} gives something else than its answers as CSV: {done.stderr[:300]}"
    if "Jo Doe" not in wanted:
        yield "the CSV is not read, so that the check says nothing"
    nameless = SCRATCH + "/nameless.xlsx"
    fill_in(folder + "/assessment.xlsx", nameless, values, None)
    done = subprocess.run([PROGRAM, "readiness", nameless], capture_output=True, text=True,
                          check=False)
    if done.returncode != 1 or "nobody's name stands on this form" not in done.stderr:
        yield f"a form without a name: exit {done.returncode}: {done.stderr[:300]}"


check("plans are read back as answers", plans_come_back())
check("an edited plan is read as its answers", edited_plan_comes_back())
check("forms are read back as answers", forms_come_back())
check("a fault in a plan has its place in the sheet", faults_in_plans())
check("tables as workbooks are what they are as CSV", tables_as_workbooks())
check("workbooks of LibreOffice", tables_of_libreoffice())
check("what is refused of workbooks", refusals())
check("formulas without values", formulas_without_values())
