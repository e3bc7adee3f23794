"""Whether two folders of workbooks hold the same formulas and values, cell by cell.

Shared formulas are written out for each of their cells by python3-openpyxl, which is not ours.
Usage: compare.py FOLDER OTHER; prints the first difference and ends with 1, or the number of
formulas.
"""
import glob
import os
import sys

import openpyxl


def text(value):
    """An array formula is an object of its own, which equals no other."""
    return getattr(value, "text", value)


def compare(path, other):
    """The number of formulas; the first difference ends the program."""
    count = 0
    for values in (False, True):
        books = [openpyxl.load_workbook(name, data_only=values) for name in (path, other)]
        if books[0].sheetnames != books[1].sheetnames:
            sys.exit(f"{path}: sheets {books[0].sheetnames}, not {books[1].sheetnames}")
        for sheet in books[0]:
            pairs = zip(sheet.iter_rows(), books[1][sheet.title].iter_rows(), strict=True)
            for row, other_row in pairs:
                for cell, other_cell in zip(row, other_row, strict=True):
                    if text(cell.value) != text(other_cell.value):
                        sys.exit(f"{path}: {sheet.title}!{cell.coordinate} is {cell.value!r}, "
                                 f"not {other_cell.value!r}")
                    count += cell.data_type == "f"
    return count


def workbooks(folder):
    return sorted(os.path.relpath(path, folder)
                  for path in glob.glob(f"{folder}/**/*.xlsx", recursive=True))


def main():
    folder, other = sys.argv[1:]
    names = workbooks(folder)
    if not names or names != workbooks(other):
        sys.exit(f"{folder} has other workbooks than {other}, or none")
    print(sum(compare(f"{folder}/{name}", f"{other}/{name}") for name in names))


main()
