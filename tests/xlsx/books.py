"""Reading, recalculating and comparing workbooks, for check_books.py."""
import os
import subprocess
import zipfile

import openpyxl

# Tells LibreOffice to calculate every formula again when it opens a file.
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def recalculate(paths, folder, profile):
    """Opens and saves workbooks in LibreOffice; returns {path: recalculated copy}."""
    os.makedirs(profile + "/user", exist_ok=True)
    os.makedirs(folder, exist_ok=True)
    with open(profile + "/user/registrymodifications.xcu", "w", encoding="utf-8") as out:
        out.write(RECALCULATE)
    subprocess.run(
        ["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", folder] + list(paths),
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    return {path: os.path.join(folder, os.path.basename(path)) for path in paths}


def printed_sheets(path, titles, folder, profile):
    """[(title, first line of each page)]: the pages a workbook prints on, as LibreOffice makes them.

    A page belongs to the title its text starts with, else to the one before."""
    subprocess.run(
        ["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "pdf",
         "--outdir", folder, path],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    pdf = os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + ".pdf")
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True,
                          text=True, timeout=600).stdout
    sheets = []
    for page in text.split("\f")[:-1]:
        first = page.strip().split("\n")[0]
        title = next((title for title in titles if first.startswith(title)), None)
        if title or not sheets:
            sheets.append((title, [first]))
        else:
            sheets[-1][1].append(first)
    return sheets


def formula_cells(path):
    """{(sheet, cell): formula} of every formula in a workbook."""
    book = openpyxl.load_workbook(path)
    return {(sheet.title, cell.coordinate): cell.value
            for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.data_type == "f"}


def values(path):
    """{(sheet, cell): value} of every cell as a viewer shows it; empty cells and texts left out."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value
            for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.value not in (None, "")}


def differences(formulas, expected, found):
    """The formula cells whose values are not equal to the last bit."""
    return [f"{sheet}!{cell} {formulas[sheet, cell][:90]} is {found.get((sheet, cell))!r}, "
            f"not {expected.get((sheet, cell))!r}"
            for sheet, cell in formulas
            if expected.get((sheet, cell)) != found.get((sheet, cell))]


def unzipped(path):
    """All the bytes of a file, those of a package after inflating."""
    if not zipfile.is_zipfile(path):
        with open(path, "rb") as file:
            return file.read()
    with zipfile.ZipFile(path) as package:
        return b"\n".join(package.read(name) for name in package.namelist())
