"""What is larger than it may be is refused by name, and what is as large is not.

The table "What there may be at most" of lib/README.md names each cap; its numbers are those of the
headers, and each is tried here. Usage: check_caps.py PROGRAM SCRATCH
"""
import os
import random
import re
import shutil
import subprocess
import sys
import zipfile

PROGRAM, SCRATCH = sys.argv[1:3]
ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
HEADER = "person,activity,skill\n"
UNITS = {"KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}


def constants():
    """Every number a header of the library names."""
    found = {}
    for folder, _, names in os.walk(ROOT + "/lib"):
        for name in names:
            if name.endswith(".h"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    text = file.read()
                for key, value in re.findall(r"\b(GP_[A-Z_]+) = ([0-9][0-9 <]*)\b", text):
                    found[key] = eval(value)  # "1 << 20"
                for key, value in re.findall(
                        r"#define (GP_[A-Z_]+) \(\((?:u?int64_t|size_t)\)([0-9]+\)?[0-9 <]*)\)",
                        text):
                    found[key] = eval(value.replace(")", ""))
    return found


def number(text):
    """1,000 or 16 MiB."""
    digits, _, unit = text.partition(" ")
    return int(digits.replace(",", "")) * UNITS.get(unit, 1)


def documented():
    """Name -> number of the table."""
    with open(ROOT + "/lib/README.md", encoding="utf-8") as file:
        part = file.read().split("## What there may be at most\n")[1].split("\n## ")[0]
    rows = [[cell.strip(" `") for cell in line.strip("|").split("|")]
            for line in part.splitlines() if line.startswith("|")][2:]
    return {row[2]: number(row[1]) for row in rows}


def write(name, *parts):
    path = f"{SCRATCH}/{name}"
    with open(path, "w", encoding="utf-8") as file:
        for part in parts:
            file.write(part)
    return path


def answers(*parts):
    return [write("answers.csv", *parts)]


def large_file(size):
    path = write("large.csv", HEADER)
    os.truncate(path, size)  # takes no room on the disk
    return [path]


def ladder_with(file, header, row, rows):
    """The default ladder with a table of so many rows."""
    folder = SCRATCH + "/ladder"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SCRATCH + "/start/ladder", folder)
    with open(f"{folder}/{file}", "w", encoding="utf-8") as out:
        out.write(header + "\n" + "".join(row % i + "\n" for i in range(rows)))
    return answers(HEADER, "Ana,Understand the Market,3\n") + ["--ladder", folder]


def large_table(size):
    arguments = ladder_with("activities.csv", "id,name", "a%d,b", 1)
    path = SCRATCH + "/ladder/activities.csv"
    with open(path, "a", encoding="utf-8") as file:
        file.write(" " * (size - os.path.getsize(path)))
    return arguments


def keys(count):
    path = write("policy.csv", "key,value,source,why\n",
                 "".join(f"key{i},1,,\n" for i in range(count)))
    return answers(HEADER, "Ana,Understand the Market,3\n") + ["--policy", path]


def workbook(name, sheet, texts="", **more):
    """The least that is a workbook: a sheet's rows, shared texts, and other parts."""
    kind = "http://schemas.openxmlformats.org/"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{kind}package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{kind}package/2006/relationships">'
                       f'<Relationship Id="r1" Type="{kind}officeDocument/2006/relationships/'
                       'officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{kind}spreadsheetml/2006/main" xmlns:r="{kind}'
                           'officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" '
                           'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{kind}package/2006/relationships"><Relationship Id="r1" '
            f'Type="{kind}officeDocument/2006/relationships/worksheet" '
            'Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
            f'Type="{kind}officeDocument/2006/relationships/sharedStrings" '
            'Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml":
            f'<worksheet xmlns="{kind}spreadsheetml/2006/main"><sheetData>{sheet}</sheetData>'
            "</worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{kind}spreadsheetml/2006/main">{texts}</sst>',
        **more}
    path = f"{SCRATCH}/{name}.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9 if name == "ratio" else 1) as package:
        for part, text in parts.items():
            package.writestr(part, text)
    return [path]


SMALL = ('<row r="1"><c t="inlineStr"><is><t>person</t></is></c><c t="inlineStr"><is><t>Skill [Pricing]</t>'
         "</is></c></row>")


def cells(count):
    """Rows of a thousand cells, and what is over in one row less wide: the table is as wide."""
    rows = (count + 999) // 1000
    row = "".join(f"<c><v>{random.randrange(10**6)}</v></c>" for _ in range(1000))
    return workbook("cells", "".join(f'<row r="{i + 1}">{row}</row>' for i in range(rows)))


def noise(size):
    """Text that does not pack well, of so many bytes."""
    return random.randbytes((size + 1) // 2).hex()[:size]


def texts(count):
    return workbook("texts", SMALL, "".join(f"<si><t>{i}</t></si>" for i in range(count)))


def entries(count):
    return workbook("entries", SMALL, **{f"x{i}": "" for i in range(count - 6)})


def entry(size):
    return workbook("entry", SMALL, x=noise(size))


def archive(size):
    """Parts that are large and not too large, and together a little over what the others leave."""
    piece = noise(60 << 20)
    rest = size - 4 * len(piece) - 2000
    return workbook("archive", SMALL, a=piece, b=piece, c=piece, d=piece,
                    e=piece[:rest + 4000] if size > LIMITS["GP_LARGEST_ARCHIVE"] else piece[:rest])


def ratio(times):
    """A part that packs to a little more, or a little less, than one part in so many."""
    low = times <= LIMITS["GP_MOST_RATIO"]
    return workbook("ratio", SMALL, x=noise(28000 if low else 20000) + "x" * (4 << 20))


def people(count):
    return answers("person,Skill [Pricing]\n", "".join(f"P{i},3\n" for i in range(count)))


def messages(count):
    return answers(HEADER, "".join(f"P{i},Pricing,x\n" for i in range(count)))


def needs(count):
    rows = "".join(f"C{i},training,X,10,USD,8,,seat,Pricing=3,\n" for i in range(count))
    many = "|".join(f"C{i}" for i in range(count))
    path = write("courses.csv", "course,kind,provider,price,currency,hours,seats,per,teaches,needs\n",
                 rows, f"All,training,X,10,USD,8,,seat,Pricing=4,{many}\n")
    return answers("person,Skill [Pricing]\n", "Ana,3\n") + ["--courses", path]


def pattern(steps):
    """A header a pattern needs few steps for, or without end."""
    low = steps <= LIMITS["GP_MOST_STEPS"]
    folder = SCRATCH + "/ladder"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(SCRATCH + "/start/ladder", folder)
    with open(f"{folder}/aliases.csv", "a", encoding="utf-8") as file:
        file.write("field,(a+)+[bc],person,\n")
    return answers("person,Skill [Pricing]," + "a" * (5 if low else 60) + "\n", "Ana,3,\n") + [
        "--ladder", folder]


# Name -> the arguments of a run with so much, and what it says when that is too much.
CASES = {
    "GP_LARGEST_FILE": (large_file, "it is larger than 1 GiB"),
    "GP_LONGEST_FIELD": (lambda n: answers("person,Skill [Pricing],note\nAna,3," + "x" * n + "\n"),
                         "this field has more than 1048576 bytes"),
    "GP_MOST_FIELDS": (lambda n: answers("person,Skill [Pricing]" + "," * (n - 2) + "\nAna,3\n"),
                       "this row has more than 16384 fields"),
    "GP_MOST_ROWS": (lambda n: answers(*["a\n" * (n // 64)] * 64, "a\n" * (n % 64)),
                     "there are more than 33554432 rows"),
    "GP_LONGEST_HEADER": (lambda n: answers("person,Skill [Pricing]," + "x" * n + "\nAna,3,\n"),
                          "has more than 1000 bytes; shorten it"),
    "GP_MOST_PEOPLE": (people, "and a sheet has room for 1000000"),
    "GP_MOST_MESSAGES": (messages, "counted and not kept: of errors and of warnings, the first 100000"),
    "GP_LARGEST_TABLE": (large_table, "more than 16 MiB; a file of a ladder"),
    "GP_MOST_RUNGS": (lambda n: ladder_with("rungs.csv", "id,title", "r%d,R", n),
                      "rows; at most 64 are allowed"),
    "GP_MOST_ACTIVITIES": (lambda n: ladder_with("activities.csv", "id,name", "a%d,A", n),
                           "rows; at most 2000 are allowed"),
    "GP_MOST_LEVELS": (lambda n: ladder_with("scales.csv", "axis,level,label", "skill,%d,x", n),
                       "rows; at most 500 are allowed"),
    "GP_MOST_RULES": (lambda n: ladder_with("aliases.csv", "kind,pattern,maps_to", "field,x%d,id",
                                            n), "rows; at most 500 are allowed"),
    "GP_MOST_BACKGROUNDS": (
        lambda n: ladder_with("backgrounds.csv", "id,title,pattern", "b%d,B,b", n),
        "rows; at most 200 are allowed"),
    "GP_MOST_KEYS": (keys, "rows; at most 500 are allowed"),
    "GP_MOST_NEEDS": (needs, "needs more than 20 courses"),
    "GP_MOST_STEPS": (pattern, "takes too long"),
    "GP_MOST_CELLS": (cells, "the table of this sheet has more than 2000000 cells"),
    "GP_MOST_SHARED_TEXTS": (texts, "this workbook has more than 1000000 texts"),
    "GP_MOST_ENTRIES": (entries, "it has more than 1000 parts"),
    "GP_LARGEST_ENTRY": (entry, "has more than 64 MiB; save the one sheet as CSV"),
    "GP_LARGEST_ARCHIVE": (archive, "its parts have more than 256 MiB together"),
    "GP_MOST_RATIO": (ratio, "grows to more than 200 times its packed size"),
}
# What takes too long to be tried at its very size is seen to be refused beyond it alone.
BEYOND_ALONE = {"GP_MOST_ROWS", "GP_MOST_PEOPLE"}
LIMITS = documented()


def says(arguments):
    done = subprocess.run([PROGRAM, "check", *arguments], capture_output=True, text=True,
                          check=False)
    for path in arguments:
        if os.path.isfile(path):
            os.remove(path)
    return done.returncode, done.stderr


def try_cap(name, most, make, message):
    code, said = says(make(most + 1))
    if code != 1 or message not in said:
        return f"with {most + 1}: exit {code}, says {said[:300]!r}"
    if name in BEYOND_ALONE:
        return ""
    code, said = says(make(most))
    if code not in (0, 1) or message in said:
        return f"with {most}: exit {code}, says {said[:300]!r}"
    return ""


def main():
    random.seed(20261126)
    subprocess.run([PROGRAM, "init", SCRATCH + "/start"], check=True, capture_output=True)
    real = constants()
    for name in sorted(LIMITS | CASES):
        if name not in LIMITS or name not in CASES or LIMITS[name] != real.get(name):
            problem = (f"documented is {LIMITS.get(name)}, the header has {real.get(name)}, "
                       f"{'one case' if name in CASES else 'no case'}")
        else:
            problem = try_cap(name, LIMITS[name], *CASES[name])
        print(f"FAIL cap {name}: {problem}" if problem else f"ok cap {name}", flush=True)


main()
