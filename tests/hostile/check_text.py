"""Texts that are made to hurt go through every output and come out as they went in.

Some hundred names and notes: parts of paths, names of devices, dots and dashes, signs that change
direction, combining ones, emoji, twins by composition and by case, texts at the limits of a sheet's
and of a cell's, formulas, escapes of a workbook's own XML, signs that XML cannot hold. All workbooks
are opened with openpyxl, and one of each kind with LibreOffice. Prints "ok NAME" or "FAIL NAME: why"
a check. Usage: check_text.py PROGRAM SCRATCH
"""
import csv
import glob
import os
import re
import subprocess
import sys
import unicodedata
import zipfile

import openpyxl

PROGRAM, SCRATCH = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
LONGEST = 32767  # UTF-16 units of a cell

NAMES = [
    # parts of paths, and what file systems know
    "../../etc/passwd", "..", ".", "...", "/", "\\", "a/b", "a\\b", "C:\\x", "~", "~root", "-", "--",
    "-rf", "--help", ".hidden", "..hidden", "CON", "con", "NUL", "nul.txt", "AUX", "COM1", "LPT1.x",
    "name.", "name..", "a:b", "a*b", "a?b", 'a"b', "a<b", "a>b", "a|b", "%00", "%2e%2e%2f", "a\u2215b",
    "a\uff0fb", "$HOME", "`id`", "$(id)", "; rm -rf x", "a && b", "' OR 1=1 --", "x'); DROP TABLE x;--",
    # formulas
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"http://example.com\")", "=cmd|' /C calc'!A0",
    "\uff1d1+1", "{=1}", "'=1", "=", "+", "@",
    # a workbook's own
    "_x0041_", "_x005F_", "_x000D_", "_xlfn.X", "_x0041", "&amp;", "&#65;", "<c r=\"A1\"/>", "]]>",
    "<!--", "</t>", "<?xml?>", "&lt;b&gt;", "[1]x", "Sheet1!A1", "'", "''", "O'Neil", "a'", "'a",
    "History", "Plan", "About", "#REF!", "#N/A", "TRUE", "1e5", "0x10", "00012", "1/2", "3-4",
    # directions, joiners, marks, widths
    "\u202eevil", "\u202dx\u202c", "a\u200fb", "\u2066x\u2069", "\u200bx", "x\u200d", "a\u00adb",
    "e\u0301", "\u00e9", "n\u0303o", "\u00f1o", "\u1e9b\u0323", "Z\u0351\u036b\u0343algo",
    "\u0e01\u0e33", "\u1100\u1161\u11a8", "\uac01", "\u05d0\u05d1", "\u0627\u0644\u0633", "\u4f60\u597d",
    "\uff21\uff22", "\u2460", "\ufb01n", "\u0130stanbul", "istanbul", "I\u0307stanbul", "\u0131x",
    "stra\u00dfe", "STRASSE", "\u03c3\u03c2", "\u03a3\u03a3", "\u212bngstrom", "\u00c5ngstrom",
    # beyond the first plane
    "\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea", "\U00020000",
    "\U0001d4d0", "\U0010fffd", "\ue000", "\ufffd",
    # lengths: of a sheet's name, of a file's name, of a cell
    "x" * 31, "y" * 32, "\U0001f600" * 15 + "z", "\U0001f600" * 16, "w" * 255, "v" * 256,
    "\u00e9" * 200, "u" * 1000, "t" * LONGEST, "s" * 40000, "\U0001f600" * 20000,
    # blanks
    "a  b", "a\u00a0b", "a\u2003b", "a\u3000b",
]
NAMES += [f"{sign}{place}" for place in range(4) for sign in "=+-@_.~#%&*!?;:,<>|^`'(){}[]$"]
NOTES = ["two\nlines", "tab\there", "\x01\x02", "a\x7f\x85b", "\ufffe\uffff", "a\x0b\x0c\x1fb", "a\r\nb",
         "\ufeffmarked", "_x0001_\x01"]


def cell_text(text):
    """As a cell holds it: what XML cannot hold is replaced, what is too long cut."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join("\ufffd" if char in "\ufffe\uffff" or (char < " " and char not in "\t\n")
                   or "\x7f" <= char <= "\x9f"
                   else char for char in text)
    units = text.encode("utf-16-le")[:2 * LONGEST]
    return units.decode("utf-16-le", "ignore")


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def texts_of(path):
    found = set()
    for sheet in openpyxl.load_workbook(path, read_only=True).worksheets:
        for row in sheet.iter_rows(values_only=True):
            found.update(cell for cell in row if isinstance(cell, str))
    with zipfile.ZipFile(path) as package:
        # openpyxl takes the escape of an escape for what it escapes.
        shared = package.read("xl/sharedStrings.xml").decode()
        found.update(text.replace("_x005F_x005F_", "_x005F_")
                     for text in re.findall("<t[^>]*>([^<]*_x005F_x005F_[^<]*)</t>", shared))
    return found


def report(name, problems):
    shown = [problem if len(problem) < 300 else problem[:300] + "..." for problem in problems]
    print(f"FAIL {name}: {shown[0]} ({len(problems)} in all)" if problems else f"ok {name}")


def is_in(name, number, texts):
    """The name, or, of people who share one, the name with the id behind it; or cut."""
    wanted = cell_text(name)
    return wanted in texts or f"{wanted} ({number})" in texts or any(
        len(text) >= 1000 and (wanted.startswith(text[:1000]) or text.startswith(wanted))
        for text in texts)


def check_files(plans, people):
    problems = [] if len(plans) == people else [f"{len(plans)} plans of {people} people"]
    for path in plans:
        name = os.path.basename(path)
        if len(name.encode()) > 255 or name.startswith((".", "-")) or set(name) & set(
                '/\\:*?"<>|') or name.split(".")[0].upper() in ("CON", "NUL", "AUX", "PRN", "COM1",
                                                               "LPT1"):
            problems.append(f"the file name {name!r}")
    folded = {unicodedata.normalize("NFKC", os.path.basename(path)).casefold() for path in plans}
    if len(folded) != len(plans):
        problems.append(f"{len(plans) - len(folded)} file names are others' on some system")
    return problems


def check_opens(paths):
    done = subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{SCRATCH}/office",
                           "--convert-to", "ods", "--outdir", f"{SCRATCH}/ods", *paths],
                          capture_output=True, text=True)
    made = len(glob.glob(f"{SCRATCH}/ods/*.ods"))
    return [] if made == len(paths) else [f"LibreOffice opened {made} of {len(paths)}: {done.stderr}"]


def main():
    os.makedirs(SCRATCH)
    numbers = [f"N{i:04}" for i in range(len(NAMES))]
    write(f"{SCRATCH}/roster.csv", [["id", "name", "role", "background", "salary", "currency"]] + [
        [number, name, "PM", name[:200], "100000", "USD"] for number, name in zip(numbers, NAMES)])
    noted = [name + " as a note" for name in NAMES]
    write(f"{SCRATCH}/answers.csv", [["id", "activity", "skill", "interest", "note"]] + [
        [number, activity, "3", "4", note] for activity, notes in (("Positioning", noted),
                                                                   ("Pricing", NOTES))
        for number, note in zip(numbers, notes)])
    done = subprocess.run([PROGRAM, "plan", "answers.csv", "-r", "roster.csv", "-d", "2026-11-23",
                           "-q", "-o", "out"], cwd=SCRATCH, capture_output=True, text=True)
    report("a run with names made to hurt", [] if done.returncode == 0 else [done.stderr])
    if done.returncode != 0:
        return
    plans = sorted(glob.glob(glob.escape(f"{SCRATCH}/out/plans") + "/*", include_hidden=True))
    report("file names", check_files(plans, len(NAMES)))
    whole = {path: texts_of(path) for path in plans}
    # A plan names its person within a sentence; a note that ends as notes do here is no name.
    sentences = "\n".join(text for texts in whole.values() for text in texts
                          if not text.endswith(" as a note"))
    problems = [f"{name!r} is in no plan" for name in NAMES
                if cell_text(name)[:200] not in sentences]
    problems += [f"the note {note!r} is in no plan" for note in noted + NOTES
                 if not any(is_in(note, "", texts) for texts in whole.values())]
    report(f"{len(NAMES)} names and {len(noted + NOTES)} notes in plans", problems)
    for book in ("team.xlsx", "budget.xlsx"):
        texts = texts_of(f"{SCRATCH}/out/{book}")
        report(f"names in {book}", [f"{name!r}" for number, name in zip(numbers, NAMES)
                                    if not is_in(name, number, texts)])
    report("LibreOffice opens them", check_opens(
        [f"{SCRATCH}/out/team.xlsx", f"{SCRATCH}/out/budget.xlsx"] + plans[:5]))


main()
