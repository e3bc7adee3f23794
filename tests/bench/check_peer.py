"""Checks that the peer's workbooks are growthplan's: as many cells, formulas, charts, ...

Usage: check_peer.py OURS PEER CACHE SCRATCH: two output folders of the same team. Prints "ok NAME"
or "FAIL NAME: why" a check.
"""
import glob
import os
import pickle
import subprocess
import sys

import recipe


def check(name, problems):
    print(f"FAIL {name}: {'; '.join(problems[:5])}" if problems else f"ok {name}", flush=True)
    return not problems


def differences(ours, peer):
    one, other = recipe.counts(ours), recipe.counts(peer)
    if list(one) != list(other):
        return [f"sheets {list(one)}, the peer's {list(other)}"]
    return [f"{sheet} has {one[sheet][key]} {key}, the peer's {other[sheet][key]}"
            for sheet in one for key in one[sheet] if one[sheet][key] != other[sheet][key]]


def cells(path):
    """{sheet: {(row, column): what is in it}}, the look of each cell included."""
    book, found = recipe.read(path), {}
    for sheet in book["sheets"]:
        every = sheet["cells"] + [cell for _, cell in sheet["merged"]]
        found[sheet["name"]] = {cell[:2]: (cell[2], book["styles"][cell[3]]) + cell[4:]
                                for cell in every}
    return found


def different_cells(ours, peer):
    one, other = cells(ours), cells(peer)
    return [f"{sheet} {place}: {cell}, the peer's {other[sheet].get(place)}"
            for sheet in one for place, cell in one[sheet].items()
            if other[sheet].get(place) != cell]


def bare(what):
    """A quoted name of a sheet is the same as one that is not."""
    return repr(what).replace("'", "")


def different_rest(ours, peer):
    """Whatever a recipe holds besides the cells: charts to the pixel, dropdowns, how it prints."""
    keys = ("heights", "widths", "filter", "validations", "conditions", "charts", "page")
    return [f"{one['name']} {key}: {one[key]}, the peer's {other[key]}"
            for one, other in zip(recipe.read(ours)["sheets"], recipe.read(peer)["sheets"])
            for key in keys if bare(one[key]) != bare(other[key])]


def opens(path, scratch):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless",
                    "--convert-to", "csv", "--outdir", scratch, path], check=False, timeout=600,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    made = os.path.join(scratch, os.path.splitext(os.path.basename(path))[0] + ".csv")
    good = os.path.exists(made) and os.path.getsize(made) > 0
    return [] if good else ["LibreOffice made nothing of it"]


def main():
    ours, peer, cache, scratch = sys.argv[1:5]
    with open(cache, "rb") as file:
        plan = "plans/" + os.path.basename(pickle.load(file)["from"])
    numbers = [len(glob.glob(folder + "/plans/*")) for folder in (ours, peer)]
    good = check("as many plans", [] if numbers[0] == numbers[1] else [f"{numbers}"])
    for name in (plan, "team.xlsx", "budget.xlsx"):
        pair = (f"{ours}/{name}", f"{peer}/{name}")
        good &= check(f"as many of everything: {name}", differences(*pair))
        good &= check(f"every cell: {name}", different_cells(*pair))
        good &= check(f"charts, dropdowns, pages: {name}", different_rest(*pair))
        good &= check(f"opens: {name}", opens(pair[1], scratch))
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
