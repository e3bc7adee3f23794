"""Files that are made to hurt are refused soon, in little memory. Usage: check_hostile.py PROGRAM SCRATCH

Time is held against a good file of 64 MB, read by the same program in the same run (no file here is
larger), memory against the file's size. Files are written piece by piece: the peak that is measured of a child counts what this program
holds when it starts one.
"""
import os
import subprocess
import sys

PROGRAM, SCRATCH = sys.argv[1:3]
MIB = 1 << 20
SIZE = 64 * MIB
HEADER = b"person,activity,skill,note\n"
ROW = b"Ana,Understand the Market,3," + b"x" * 1000 + b"\n"
SLOWER, LARGER, CONSTANT = 3, 1, 56 * MIB  # times a good file; peak = LARGER * size + CONSTANT


def write(name, *parts):
    """Writes parts, each bytes or (bytes, how often)."""
    path = f"{SCRATCH}/{name}"
    with open(path, "wb") as file:
        for part in parts:
            unit, count = part if isinstance(part, tuple) else (part, 1)
            many = max(1, MIB // len(unit))
            for _ in range(count // many):
                file.write(unit * many)
            file.write(unit * (count % many))
    return path


def run(path, *options):
    """Exit code, seconds of CPU, peak bytes and messages of one run."""
    with open(SCRATCH + "/messages", "w+b") as messages:
        child = subprocess.Popen([PROGRAM, "check", path, *options], cwd=SCRATCH,
                                 stdout=subprocess.DEVNULL, stderr=messages)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = usage.ru_utime + usage.ru_stime
        messages.seek(0)
        return child.returncode, seconds, usage.ru_maxrss * 1024, messages.read(100000).decode()


def refuse(name, good_seconds, path, message, *options, constant=CONSTANT):
    code, seconds, peak, messages = run(path, *options)
    size = os.path.getsize(path)
    problems = []
    if code != 1:
        problems.append(f"exit {code}, not 1")
    if message not in messages:
        problems.append(f"it says {messages[:300]!r}, not {message!r}")
    if seconds > SLOWER * good_seconds:
        problems.append(f"it takes {seconds / good_seconds:.1f} times as long as a good file")
    if peak > LARGER * size + constant:
        problems.append(f"it takes {peak // MIB} MiB for {size // MIB} MiB")
    os.remove(path)
    print(f"FAIL {name}: {'; '.join(problems)}" if problems else f"ok {name}", flush=True)


def costly_ladder():
    """A copy of the default ladder with a rule that tries every way to split a header."""
    subprocess.run([PROGRAM, "init", f"{SCRATCH}/start"], check=True, capture_output=True)
    with open(f"{SCRATCH}/start/ladder/aliases.csv", "a", encoding="utf-8") as file:
        # Of one letter, "b", PCRE2 sees at once that the header has none.
        file.write("field,(a+)+[bc],person,\n")
    return f"{SCRATCH}/start/ladder"


def main():
    rows = SIZE // len(ROW)
    good = write("good.csv", HEADER, b"Ana,Understand the Market,3,\n",
                 (b",,," + b" " * (len(ROW) - 4) + b"\n", rows))
    code, good_seconds, _, messages = run(good)
    if code != 0:
        sys.exit(f"FAIL good file: exit {code}: {messages[:1000]}")
    over = "this field has more than 1048576 bytes; is its closing quote missing?"
    nul = "a NUL stands here, which no text has; save the file as CSV UTF-8"
    for name, path, message in (
            ("a quoted field of 64 MB",
             write("f.csv", HEADER, b'A,B,3,"', (b"x", SIZE), b'"\n'), f"f.csv:2:4: {over}"),
            ("64 MB of line breaks in quotes",
             write("l.csv", HEADER, b'A,B,3,"', (b"\r\n", SIZE // 2), b'"\n'), f"l.csv:2:4: {over}"),
            ("a NUL at the start", write("n.csv", b"\0", HEADER, (ROW, rows)), f"n.csv:1: {nul}"),
            ("a NUL at the end", write("e.csv", HEADER, (ROW, rows), b"\0\n"),
             f"e.csv:{rows + 2}: {nul}"),
            ("a quote never closed, of 100,000 lines",
             write("q.csv", HEADER, b'A,B,3,"x\n', (b"A,B,3,a note\n", 100000)),
             f"q.csv:2:4: {over}"),
            ("a quote never closed, of fewer bytes than a field may have",
             write("u.csv", HEADER, b'A,B,3,"x\n', (b"A,B,3\n", 100000)),
             "u.csv:2:4: the quote opened on line 2 is never closed"),
            ("64 MB of one row", write("c.csv", (b",", SIZE)), "c.csv:1: this row has more than 16384"),
            ("a header of 20,000 fields", write("h.csv", (b"h,", 20000), b"\n"),
             "h.csv:1: this row has more than 16384 fields"),
    ):
        refuse(name, good_seconds, path, message)
    refuse("a header of 1 MiB of brackets", good_seconds,
           write("b.csv", b"person,", (b"[", MIB - 2), b"\nA,3\n"), 'b.csv:1:2: the header "[[[[')
    refuse("a header of 300 KiB with a dash in every place", good_seconds,
           write("d.csv", b"person,", (b" - ", MIB // 10), b"\nA,3\n"), 'd.csv:1:2: the header "- - ')
    refuse("8,000 headers, each with many dashes", good_seconds,
           write("m.csv", b"person", (b"," + b"a - " * 240 + b"a", 8000), b"\nA", (b",3", 8000),
                 b"\n"), "more messages, of which")
    refuse("a rule that takes too long", good_seconds,
           write("a.csv", b"person,", (b"a", 60), b"\nA,3\n"), "takes too long",
           "--ladder", costly_ladder())
    faults(good_seconds)


def faults(good_seconds):
    """A fault in every row: the memory of 100,000 messages is allowed, and no more."""
    many, messages = 200000, 160 * MIB
    refuse("an activity nobody knows in every row", good_seconds,
           write("k.csv", b"person,activity,skill\n",
                 "".join(f"Ana,What{i},3\n" for i in range(many)).encode()),
           'k.csv:2:2: no activity is called "What0"', constant=messages)
    refuse("no activity in every row", good_seconds,
           write("o.csv", b"person,activity,skill\n", (b"a\n", many)),
           "o.csv:2:2: row has no activity", constant=messages)
    second = write("z.csv", b"person,activity,skill\n",
                   "".join(f"Bo,Which{i},3\n" for i in range(50000)).encode())
    refuse("an activity nobody knows in every row of two files", good_seconds,
           write("y.csv", b"person,activity,skill\n",
                 "".join(f"Ana,What{i},3\n" for i in range(50000)).encode()),
           'z.csv:2:2: no activity is called "Which0"', second, constant=messages)
    roster = write("roster.csv", b"name,role\n", "".join(
        f"Roster Person Number {i},Product Manager\n" for i in range(20000)).encode())
    refuse("a roster of 20,000 and answers of 20,000 others", good_seconds,
           write("s.csv", b"person,activity,skill\n", "".join(
               f"Somebody Else {i},Pricing,3\n" for i in range(20000)).encode()),
           's.csv:2:1: "Somebody Else 0" is not on the roster', "--roster", roster,
           constant=messages)


main()
