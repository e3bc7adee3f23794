"""What is in a workbook, as the calls of XlsxWriter that would write it again.

read(path) takes a workbook of growthplan's apart, from its XML. It is never part of what is timed.
"""
import posixpath
import re
import xml.etree.ElementTree as ElementTree
import zipfile

from openpyxl.formula.translate import Translator

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAW = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BORDERS = {"thin": 1, "medium": 2, "dashed": 3, "dotted": 4, "thick": 5}
CRITERIA = {"equal": "==", "notEqual": "!=", "greaterThan": ">", "lessThan": "<",
            "greaterThanOrEqual": ">=", "lessThanOrEqual": "<="}
VERTICAL = {"center": "vcenter", "top": "top", "bottom": "bottom", "justify": "vjustify"}
EMU_A_PIXEL = 9525


def plain(tree):
    return None if tree is None else tree.get("val")


def color(element):
    return None if element is None or element.get("rgb") is None else "#" + element.get("rgb")[2:]


def place(reference):
    letters, digits = re.fullmatch(r"\$?([A-Z]+)\$?([0-9]+)", reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def area(reference):
    first, _, last = reference.partition(":")
    return place(first) + place(last or first)


class Package:
    def __init__(self, path):
        with zipfile.ZipFile(path) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}

    def tree(self, name):
        return ElementTree.fromstring(self.parts[name])

    def links(self, name):
        """{id: part} of the parts that a part refers to."""
        folder, file = posixpath.split(name)
        links = f"{folder}/_rels/{file}.rels"
        if links not in self.parts:
            return {}
        return {link.get("Id"): posixpath.normpath(posixpath.join(folder, link.get("Target")))
                for link in self.tree(links)}


def font_of(font):
    found = {}
    for tag, key in (("b", "bold"), ("i", "italic")):
        if font.find(MAIN + tag) is not None:
            found[key] = True
    if font.find(MAIN + "sz") is not None:
        found["font_size"] = float(font.find(MAIN + "sz").get("val"))
    if color(font.find(MAIN + "color")):
        found["font_color"] = color(font.find(MAIN + "color"))
    return found


def border_of(border):
    found = {}
    for side in ("left", "right", "top", "bottom"):
        line = border.find(MAIN + side)
        if line is not None and line.get("style"):
            found[side] = BORDERS[line.get("style")]
            found[side + "_color"] = color(line.find(MAIN + "color"))
    return found


def style_of(xf, fonts, fills, borders, numbers):
    found = font_of(fonts[int(xf.get("fontId"))])
    if found.get("font_size") == 11:
        del found["font_size"]
    fill = fills[int(xf.get("fillId"))].find(MAIN + "patternFill")
    if fill.get("patternType") == "solid":
        found["bg_color"] = color(fill.find(MAIN + "fgColor"))
    found.update(border_of(borders[int(xf.get("borderId"))]))
    number = int(xf.get("numFmtId"))
    if number:
        found["num_format"] = numbers.get(number, number)
    alignment = xf.find(MAIN + "alignment")
    if alignment is not None:
        if alignment.get("horizontal"):
            found["align"] = alignment.get("horizontal")
        if alignment.get("vertical"):
            found["valign"] = VERTICAL[alignment.get("vertical")]
        if alignment.get("wrapText"):
            found["text_wrap"] = True
        for attribute, key in (("indent", "indent"), ("textRotation", "rotation")):
            if alignment.get(attribute):
                found[key] = int(alignment.get(attribute))
    return found


def read_styles(package):
    tree = package.tree("xl/styles.xml")
    fonts, fills, borders = (list(tree.find(MAIN + tag)) for tag in ("fonts", "fills", "borders"))
    numbers = {int(number.get("numFmtId")): number.get("formatCode")
               for number in tree.iter(MAIN + "numFmt")}
    cells = [style_of(xf, fonts, fills, borders, numbers) for xf in tree.find(MAIN + "cellXfs")]
    conditions = []
    for dxf in tree.iter(MAIN + "dxf"):
        found = font_of(dxf.find(MAIN + "font")) if dxf.find(MAIN + "font") is not None else {}
        if dxf.find(MAIN + "fill") is not None:
            found["bg_color"] = color(next(dxf.iter(MAIN + "bgColor")))
        conditions.append(found)
    return cells, conditions


def read_strings(package):
    if "xl/sharedStrings.xml" not in package.parts:
        return []
    return ["".join(text.text or "" for text in item.iter(MAIN + "t"))
            for item in package.tree("xl/sharedStrings.xml")]


def number_of(text):
    value = float(text)
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def formula_of(cell, formula, filled):
    """The formula as the cell itself would have it; `filled` is {number: formula, as filled down}."""
    if formula.get("t") != "shared":
        return "=" + formula.text
    if formula.text:
        filled[formula.get("si")] = Translator("=" + formula.text, origin=cell)
    return filled[formula.get("si")].translate_formula(cell)


def read_cells(tree, strings):
    """[(row, column, kind, style, value, formula)]; kind: string, number, formula or blank."""
    found, filled = [], {}
    for cell in tree.iter(MAIN + "c"):
        row, column = place(cell.get("r"))
        style, value, formula = int(cell.get("s", 0)), cell.find(MAIN + "v"), cell.find(MAIN + "f")
        text = "" if value is None or value.text is None else value.text
        if formula is not None:
            # XlsxWriter leaves out that an empty text is a text.
            cached = text if cell.get("t") == "str" or not text else number_of(text)
            found.append((row, column, "formula", style, cached,
                          formula_of(cell.get("r"), formula, filled)))
        elif cell.get("t") == "s":
            found.append((row, column, "string", style, strings[int(text)], None))
        elif value is None:
            found.append((row, column, "blank", style, None, None))
        else:
            found.append((row, column, "number", style, number_of(text), None))
    return found


def join_merges(cells, merges):
    """The cells outside merged ranges, and [(range, cell)] of those that start one."""
    covered, firsts = set(), {}
    for first_row, first, last_row, last in merges:
        firsts[(first_row, first)] = (first_row, first, last_row, last)
        covered.update((row, column) for row in range(first_row, last_row + 1)
                       for column in range(first, last + 1))
    return ([cell for cell in cells if cell[:2] not in covered],
            [(firsts[cell[:2]], cell) for cell in cells if cell[:2] in firsts])


def read_validations(tree):
    return [(area(item.get("sqref")), {
        "validate": item.get("type"), "source": "=" + item.find(MAIN + "formula1").text,
        "error_title": item.get("errorTitle"), "error_message": item.get("error")})
            for item in tree.iter(MAIN + "dataValidation")]


def condition_of(rule):
    formula = rule.find(MAIN + "formula")
    if rule.get("type") == "expression":
        return {"type": "formula", "criteria": "=" + formula.text}
    if rule.get("type") == "cellIs":
        return {"type": "cell", "criteria": CRITERIA[rule.get("operator")], "value": formula.text}
    values = [float(stop.get("val")) for stop in rule.iter(MAIN + "cfvo")]
    colors = [color(stop) for stop in rule.iter(MAIN + "color")]
    found = {"type": "3_color_scale"}
    for name, value, shade in zip(("min", "mid", "max"), values, colors):
        found.update({name + "_type": "num", name + "_value": value, name + "_color": shade})
    return found


def read_conditions(tree):
    """[(range, options, number of the format or None)] in the order they were set."""
    found = []
    for group in tree.iter(MAIN + "conditionalFormatting"):
        for rule in group.iter(MAIN + "cfRule"):
            style = int(rule.get("dxfId")) if rule.get("dxfId") else None
            found.append((int(rule.get("priority")), area(group.get("sqref")), condition_of(rule),
                          style))
    return [entry[1:] for entry in sorted(found, key=lambda entry: entry[0])]


def read_page(tree):
    """How a sheet is seen and printed."""
    view = next(tree.iter(MAIN + "sheetView"))
    setup, margins = tree.find(MAIN + "pageSetup"), tree.find(MAIN + "pageMargins")
    breaks = {tag: [int(item.get("id")) for item in tree.iterfind(f"{MAIN}{tag}/{MAIN}brk")]
              for tag in ("rowBreaks", "colBreaks")}
    pane, fit = view.find(MAIN + "pane"), tree.find(f"{MAIN}sheetPr/{MAIN}pageSetUpPr")
    footer = tree.find(f"{MAIN}headerFooter/{MAIN}oddFooter")
    return {
        "gridlines": view.get("showGridLines") != "0",
        "freeze": None if pane is None else (int(pane.get("ySplit", 0)),
                                             int(pane.get("xSplit", 0))),
        "landscape": setup.get("orientation") == "landscape",
        "paper": int(setup.get("paperSize", 0)),
        "scale": int(setup.get("scale", 100)),
        "fit": None if fit is None else (int(setup.get("fitToWidth", 1)),
                                         int(setup.get("fitToHeight", 1))),
        "margins": {side: float(margins.get(side)) for side in ("left", "right", "top", "bottom")},
        "footer": "" if footer is None else footer.text,
        "row_breaks": breaks["rowBreaks"],
        "column_breaks": breaks["colBreaks"],
    }


def line_of(properties):
    line = None if properties is None else properties.find(DRAW + "ln")
    if line is None:
        return None
    return {"color": "#" + next(line.iter(DRAW + "srgbClr")).get("val"),
            "width": int(line.get("w")) / 12700}


def series_of(series):
    found = {"name": "".join(series.find(CHART + "tx").itertext()),
             "categories": "=" + next(series.find(CHART + "cat").iter(CHART + "f")).text,
             "values": "=" + next(series.find(CHART + "val").iter(CHART + "f")).text}
    properties = series.find(CHART + "spPr")
    if line_of(properties):
        found["line"] = line_of(properties)
    else:
        found["fill"] = {"color": "#" + next(properties.iter(DRAW + "srgbClr")).get("val")}
    return found


def axis_of(axis):
    font = next(axis.iter(DRAW + "defRPr"))
    found = {"num_font": {"size": int(font.get("sz")) / 100,
                          "color": "#" + next(font.iter(DRAW + "srgbClr")).get("val")}}
    lines = axis.find(CHART + "majorGridlines")
    found["major_gridlines"] = {"visible": lines is not None}
    line = None if lines is None else line_of(lines.find(CHART + "spPr"))
    if line:
        found["major_gridlines"]["line"] = line
    for end in ("min", "max"):
        if axis.find(f"{CHART}scaling/{CHART}{end}") is not None:
            found[end] = float(plain(axis.find(f"{CHART}scaling/{CHART}{end}")))
    if plain(axis.find(f"{CHART}scaling/{CHART}orientation")) == "maxMin":
        found["reverse"] = True
    number = axis.find(CHART + "numFmt")
    if number is not None and number.get("formatCode") != "General":
        found["num_format"] = number.get("formatCode")
    return found


def chart_of(tree):
    drawn = next(child for child in next(tree.iter(CHART + "plotArea"))
                 if child.tag.endswith("Chart"))
    kind = drawn.tag[len(CHART):-len("Chart")]
    lying = plain(drawn.find(CHART + "barDir")) == "bar"
    options = {"type": "radar" if kind == "radar" else "bar" if lying else "column"}
    if plain(drawn.find(CHART + "grouping")) == "stacked":
        options["subtype"] = "stacked"
    found = {"options": options,
             "series": [series_of(series) for series in drawn.iter(CHART + "ser")]}
    if drawn.find(CHART + "gapWidth") is not None:
        found["series"][0]["gap"] = int(plain(drawn.find(CHART + "gapWidth")))
    axes = {"x": axis_of(next(tree.iter(CHART + "catAx"))),
            "y": axis_of(next(tree.iter(CHART + "valAx")))}
    # XlsxWriter, like Excel, has the categories of a lying bar chart on its x axis in the file and
    # on y for the caller.
    found["axes"] = {"x": axes["y"], "y": axes["x"]} if lying else axes
    if plain(next(tree.iter(CHART + "valAx")).find(CHART + "crosses")) == "max":
        found["axes"]["y" if lying else "x"]["crossing"] = "max"
    title = next(tree.iter(CHART + "title"))
    font = next(title.iter(DRAW + "rPr"))
    found["title"] = {"name": "".join(title.itertext()), "name_font": {
        "size": int(font.get("sz")) / 100, "bold": font.get("b") == "1",
        "color": "#" + next(font.iter(DRAW + "srgbClr")).get("val")}}
    has_legend = tree.find(f"{CHART}chart/{CHART}legend") is not None
    found["legend"] = {"position": "bottom"} if has_legend else {"none": True}
    return found


def edge(anchor, sizes, usual, axis, offset):
    """Pixels from the sheet's corner to an end of an anchor."""
    index = int(anchor.find(PLACE + axis).text)
    return (sum(sizes.get(i, usual) for i in range(index))
            + round(int(anchor.find(PLACE + offset).text) / EMU_A_PIXEL))


def read_charts(package, sheet_part, widths, heights):
    found, links = [], package.links(sheet_part)
    across = {i: round(width * 7) for first, last, width in widths for i in range(first, last + 1)}
    down = {row: int(height * 4 / 3) for row, height in heights.items()}
    for drawing in (part for part in links.values() if "/drawings/" in part):
        charts = package.links(drawing)
        for anchor in package.tree(drawing):
            start, end = anchor.find(PLACE + "from"), anchor.find(PLACE + "to")
            part = charts[next(anchor.iter(CHART + "chart")).get(LINK + "id")]
            chart = chart_of(package.tree(part))
            chart["at"] = (int(start.find(PLACE + "row").text), int(start.find(PLACE + "col").text))
            left, right = (edge(at, across, 64, "col", "colOff") for at in (start, end))
            upper, lower = (edge(at, down, 20, "row", "rowOff") for at in (start, end))
            chart["insert"] = {
                "x_scale": (right - left) / 480, "y_scale": (lower - upper) / 288,
                "object_position": 2,
                "description": next(anchor.iter(PLACE + "cNvPr")).get("descr")}
            found.append(chart)
    return found


def read_sheet(package, part, strings):
    tree = package.tree(part)
    merges = [area(item.get("ref")) for item in tree.iter(MAIN + "mergeCell")]
    widths = [(int(item.get("min")) - 1, int(item.get("max")) - 1, float(item.get("width")))
              for item in tree.iter(MAIN + "col")]
    heights = {int(row.get("r")) - 1: float(row.get("ht"))
               for row in tree.iter(MAIN + "row") if row.get("customHeight")}
    cells, merged = join_merges(read_cells(tree, strings), merges)
    filtered = tree.find(MAIN + "autoFilter")
    return {"cells": cells, "merged": merged, "heights": heights,
            # A width in the file has the five pixels of padding in it.
            "widths": [(first, last, (width * 7 - 5) / 7) for first, last, width in widths],
            "filter": None if filtered is None else area(filtered.get("ref")),
            "validations": read_validations(tree), "conditions": read_conditions(tree),
            "charts": read_charts(package, part, widths, heights), "page": read_page(tree)}


def read_names(book, sheets):
    """What is printed and repeated is kept as names in the workbook."""
    for name in book.iter(MAIN + "definedName"):
        page = sheets[int(name.get("localSheetId"))]["page"]
        spans = [part.rpartition("!")[2].replace("$", "") for part in name.text.split(",")]
        if name.get("name") == "_xlnm.Print_Area":
            page["area"] = area(spans[0])
        elif name.get("name") == "_xlnm.Print_Titles":
            for span in spans:
                ends = span.split(":")
                if ends[0].isdigit():
                    page["repeat_rows"] = (int(ends[0]) - 1, int(ends[1]) - 1)
                else:
                    page["repeat_columns"] = (place(ends[0] + "1")[1], place(ends[1] + "1")[1])


def read(path):
    package = Package(path)
    strings = read_strings(package)
    styles, conditional = read_styles(package)
    book, links = package.tree("xl/workbook.xml"), package.links("xl/workbook.xml")
    sheets = []
    for sheet in book.iter(MAIN + "sheet"):
        found = read_sheet(package, links[sheet.get(LINK + "id")], strings)
        found["name"] = sheet.get("name")
        sheets.append(found)
    read_names(book, sheets)
    title = [element.text for element in package.tree("docProps/core.xml")
             if element.tag.endswith("}title")]
    return {"sheets": sheets, "styles": styles, "conditional": conditional,
            "title": title[0] if title else ""}


def counts(path):
    """What two workbooks that are alike have as many of, and which charts."""
    package, found = Package(path), {}
    book, links = package.tree("xl/workbook.xml"), package.links("xl/workbook.xml")
    for sheet in book.iter(MAIN + "sheet"):
        part = links[sheet.get(LINK + "id")]
        tree = package.tree(part)
        number = {tag: len(list(tree.iter(MAIN + tag))) for tag in (
            "c", "f", "mergeCell", "dataValidation", "cfRule", "col", "brk", "pane", "autoFilter")}
        number["heights"] = len([row for row in tree.iter(MAIN + "row") if row.get("customHeight")])
        charts = read_charts(package, part, [], {})
        number["charts"] = [(chart["options"], chart["title"]["name"], chart["at"], [
            (series["categories"].replace("'", ""), series["values"].replace("'", ""))
            for series in chart["series"]]) for chart in charts]
        found[sheet.get("name")] = number
    return found
