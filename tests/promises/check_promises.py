"""What the README promises of salaries and of outputs, each seen to hold on the sample team.

- No salary, and no share of one, stands in any output but the budget's: every byte of every other
  file, with workbooks unpacked, and of what was printed, is searched for each salary, each pool and
  each part of it, in every way an amount is written.
- Modes are those of private files.
- People in are people out.
- The same input gives the same bytes in another folder, locale, time zone, order of rows, and by
  any number of processes.
- No text of a user is a formula, in any cell or CSV; no sheet, row or column is hidden.
- The program asks for no network, and starts nothing but its own workers.

Prints "ok NAME" or "FAIL NAME: why" a check. Usage: check_promises.py PROGRAM SCRATCH
"""
import csv
import io
import os
import random
import re
import shutil
import stat
import subprocess
import sys
import zipfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
PROGRAM, SCRATCH = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
TEAM = ROOT + "/samples/team"
HASH = re.compile(rb"[0-9a-f]{64}")


def report(name, problems):
    print(f"FAIL {name}: {problems[0]} ({len(problems)} in all)" if problems else f"ok {name}")


def run(out, *more, inputs=TEAM, env=None):
    """On the inputs in a folder: what names them is the same wherever they are."""
    done = subprocess.run([PROGRAM, "plan", "answers-long.csv", "-r", "roster.csv", "-d",
                           "2026-11-23", "-o", out, *more], capture_output=True, check=True,
                          cwd=inputs, env={**os.environ, **(env or {})})
    return done.stdout + done.stderr


def files(folder):
    for where, _, names in os.walk(folder):
        for name in names:
            yield os.path.join(where, name)


def contents(path):
    """(name, bytes) of a file, or of each part of a workbook."""
    if path.endswith(".xlsx"):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                yield f"{os.path.basename(path)}: {name}", package.read(name)
    else:
        with open(path, "rb") as file:
            yield os.path.basename(path), file.read()


def ways(amount):
    """An amount as people and programs write it: 3373.09 too, where it is 3373.0900000000001."""
    whole, cents = divmod(round(amount * 100), 100)
    grouped = f"{whole:,}"
    texts = {f"{whole}.{cents:02}", f"{grouped}.{cents:02}",
             f"{grouped.replace(',', '.')},{cents:02}"}
    if cents == 0:
        texts |= {str(whole), grouped, grouped.replace(",", ".")}
    if cents % 10 == 0:
        texts.add(f"{whole}.{cents // 10}")
    return {text.encode() for text in texts}


def amounts():
    """Every salary, pool and part of a pool of the sample team, by the budget itself."""
    found = set()
    with open(f"{SCRATCH}/out/budget.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for column in ("pool", "training", "coaching", "conferences", "left", "open"):
                if row[column]:
                    found.add(float(row[column]))
    with open(TEAM + "/roster.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            number = re.sub(r"[^0-9.]", "", row["salary"])
            if number:
                found.add(float(number))
    # An amount of few digits stands in anything.
    return {amount for amount in found if amount >= 1000}


def check_salaries(printed):
    problems, searched = [], 0
    patterns = {way: re.compile(rb"(?<![0-9.])(?<![0-9],)" + re.escape(way) + rb"(?![0-9])")
                for amount in amounts() for way in ways(amount)}
    texts = [("what was printed", printed)]
    for path in files(f"{SCRATCH}/out"):
        if not os.path.basename(path).startswith("budget"):
            texts += contents(path)
    for name, text in texts:
        searched += 1
        for way, pattern in patterns.items():
            if pattern.search(text):
                problems.append(f"{way.decode()} in {name}")
    budget = b"".join(text for path in files(f"{SCRATCH}/out")
                      if os.path.basename(path) == "budget.csv" for _, text in contents(path))
    if not any(pattern.search(budget) for pattern in patterns.values()):
        problems.append("no amount is found in the budget: the search is blind")
    report(f"no salary but in the budget: {len(patterns)} texts in {searched} parts", problems)


def check_modes():
    wanted = {"budget.xlsx": 0o600, "budget.csv": 0o600, "manifest.csv": 0o600,
              "budget-manifest.csv": 0o600}
    problems = []
    for folder in (f"{SCRATCH}/out", f"{SCRATCH}/out/plans"):
        if stat.S_IMODE(os.stat(folder).st_mode) != 0o700:
            problems.append(folder)
    for path in files(f"{SCRATCH}/out"):
        mode, name = stat.S_IMODE(os.stat(path).st_mode), os.path.basename(path)
        private = wanted.get(name) or (0o600 if "/plans/" in path else None)
        if private and mode != private:
            problems.append(f"{path} is {mode:o}")
    report("modes", problems)


def check_people(printed):
    with open(TEAM + "/roster.csv", encoding="utf-8", newline="") as file:
        people = len(list(csv.DictReader(file)))
    made = len(os.listdir(f"{SCRATCH}/out/plans"))
    said = re.search(rb"read +([0-9]+) people.*?([0-9]+) growth plans", printed, re.S)
    good = said and int(said[1]) == int(said[2]) == people == made
    report("people in are people out", [] if good else [f"{people} in, {made} plans: {printed}"])


def held(folder):
    """What the files of a folder hold, but for hashes, which hang on the order of rows."""
    found = {}
    for path in files(folder):
        for name, text in contents(path):
            found[(os.path.relpath(path, folder), name)] = HASH.sub(b"", text)
    return found


def raw(folder):
    found = {}
    for path in files(folder):
        with open(path, "rb") as file:
            found[os.path.relpath(path, folder)] = file.read()
    return found


def shuffled(source, target):
    with open(source, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    body = rows[1:]
    random.Random(7).shuffle(body)
    with open(target, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([rows[0]] + body)


def check_same():
    whole, problems = raw(f"{SCRATCH}/out"), []
    for name, more, env in (("another time zone", (), {"TZ": "Pacific/Kiritimati"}),
                            ("another locale", (), {"LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR"}),
                            ("no locale", (), {"LC_ALL": "C"}),
                            ("seven processes", ("-j", "7"), {}),
                            ("a deeper folder", (), {})):
        out = f"{SCRATCH}/deeper/and deeper/out" if name == "a deeper folder" else \
            f"{SCRATCH}/again"
        os.makedirs(os.path.dirname(out), exist_ok=True)
        run(out, "-c", "courses.csv", *more, env=env)
        if raw(out) != whole:
            problems.append(name)
        shutil.rmtree(out)
    os.makedirs(f"{SCRATCH}/shuffled")
    answers, roster = f"{SCRATCH}/shuffled/answers-long.csv", f"{SCRATCH}/shuffled/roster.csv"
    shuffled(TEAM + "/answers-long.csv", answers)
    shuffled(TEAM + "/roster.csv", roster)
    shutil.copy(TEAM + "/courses.csv", f"{SCRATCH}/shuffled")
    run(f"{SCRATCH}/again", "-c", "courses.csv", inputs=f"{SCRATCH}/shuffled")
    one, other = held(f"{SCRATCH}/out"), held(f"{SCRATCH}/again")
    problems += [f"another order of rows: {name}" for name in sorted(set(one) | set(other))
                 if one.get(name) != other.get(name)]
    report("the same bytes", problems)


def check_formulas():
    """A roster and answers whose every text is one a spreadsheet would run."""
    folder = f"{SCRATCH}/formulas"
    os.makedirs(folder)
    evil = '=HYPERLINK("http://example.com","x")'
    with open(f"{folder}/roster.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["name", "role", "manager", "background", "salary", "currency"],
                                    [evil, "PM", "@SUM(1)", "+1+1", "100000", "USD"],
                                    ["-2+3", "PM", evil, "\t=1", "100000", "USD"]])
    with open(f"{folder}/answers-long.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["person", "activity", "skill", "note"],
                                    [evil, "Positioning", "3", "=cmd|' /C calc'!A0"],
                                    ["-2+3", "Positioning", "1", "+3"]])
    run(f"{folder}/out", inputs=folder)
    problems, cells = [], 0
    hidden = re.compile(rb'<sheet [^>]*state=|<(row|col) [^>]*hidden="1"')
    for path in files(f"{folder}/out"):
        for name, text in contents(path):
            if re.search(rb"<f[^>]*>[^<]*(HYPERLINK|cmd\||@SUM|example\.com)", text):
                problems.append(f"a formula in {name}")
            if b"hyperlink" in text.replace(b"hyperlinkBase", b"").replace(b"=HYPERLINK", b"") and \
                    b"<hyperlinks" in text:
                problems.append(f"a link in {name}")
            if hidden.search(text):
                problems.append(f"something hidden in {name}")
            cells += text.count(b"HYPERLINK")
            if name.endswith(".csv") and not name.startswith(("manifest", "budget-manifest")):
                for row in csv.reader(io.StringIO(text.decode())):
                    problems += [f"{cell!r} in {name}" for cell in row
                                 if cell[:1] in ("=", "+", "@", "\t", "\r") or
                                 (cell[:1] == "-" and not re.fullmatch(r"-[0-9.]+", cell))]
    if cells == 0:
        problems.append("the text is nowhere: nothing was looked at")
    report("no text is a formula, nothing is hidden", problems)


def check_calls():
    log = f"{SCRATCH}/calls"
    subprocess.run(["strace", "-f", "-q", "-o", log, "-e", "trace=%network,execve,execveat",
                    PROGRAM, "plan", TEAM + "/answers-long.csv", "-r", TEAM + "/roster.csv", "-d",
                    "2026-11-23", "-q", "-j", "2", "-o", f"{SCRATCH}/traced"], check=True)
    with open(log, encoding="utf-8", errors="replace") as file:
        calls = [line.strip() for line in file
                 if "(" in line and "+++" not in line and "---" not in line]
    report("no network, no other program", calls[1:] if calls else ["nothing was traced"])


def main():
    os.makedirs(SCRATCH)
    printed = run(f"{SCRATCH}/out", "-c", "courses.csv")
    check_salaries(printed)
    check_modes()
    check_people(printed)
    check_same()
    check_formulas()
    check_calls()


main()
