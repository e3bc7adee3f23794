"""Nothing that goes wrong on the way damages what is there, or leaves salaries lying about.

- faults: the n-th open, read, write, syncfs, fsync, rename, close or malloc fails, n = 1, 2, ... until
  a run comes through without it. Over a folder of an earlier run, and into a folder part by part.
- signals: a run is terminated just while it makes its private folder, or a process of its own.
- kills: runs are interrupted, terminated or killed at random moments.
- disk: a run writes to a disk of 4 KiB, and more and more, until there is room.

After each run the output folder is as it was before, or wholly new; no private folder is left; and
the exit is 0 only with the new one. Prints "ok NAME" or "FAIL NAME: why" a check.
Usage: check_faults.py PROGRAM FAULT_LIBRARY SCRATCH [--long]
"""
import contextlib
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
PROGRAM, LIBRARY, SCRATCH = (os.path.abspath(path) for path in sys.argv[1:4])
LONG = "--long" in sys.argv
KINDS = ("open", "read", "write", "syncfs", "fsync", "rename", "close", "malloc")
OF_PARTS = tuple(kind for kind in KINDS if kind != "fsync")  # one syncfs does for all of a part
# Of calls of which there are hundreds of thousands, these and then ever fewer.
FIRST, STEP = (2000, 1.002) if LONG else (40, 1.25)
KILLS = 100 if LONG else 20
WORKERS = 50 if LONG else 10


def command(day, *more):
    small = ROOT + "/samples/small"
    return [PROGRAM, "plan", small + "/answers.csv", "-r", small + "/roster.csv", "-d", day,
            *more]


def tree(folder):
    """What a folder holds: every file with its hash; None where there is none."""
    if not os.path.isdir(folder):
        return None
    found = {}
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def left_over(folder):
    return [name for name in os.listdir(folder) if ".unfinished-" in name]


class Place:
    """A folder to run in: what an earlier run wrote, and what this run is to write."""

    def __init__(self, name, options=(), whole=True):
        self.folder, self.options, self.whole = f"{SCRATCH}/{name}", options, whole
        os.makedirs(self.folder)
        subprocess.run(command("2026-11-23", "-q", "-o", f"{self.folder}/old", *options),
                       check=True)
        subprocess.run(command("2026-11-24", "-q", "-o", f"{self.folder}/new", *options),
                       check=True)
        self.old, self.new = tree(f"{self.folder}/old"), tree(f"{self.folder}/new")
        assert self.old != self.new

    def prepare(self):
        shutil.rmtree(f"{self.folder}/out", ignore_errors=True)
        shutil.copytree(f"{self.folder}/old", f"{self.folder}/out")

    def command(self, *more):
        return command("2026-11-24", "-q", "-f", "-o", f"{self.folder}/out", *self.options, *more)

    def is_sound(self, now):
        """As before, or new; a part of a run goes file by file, and each file is one of the two."""
        if self.whole:
            return now in (self.old, self.new)
        return now is not None and all(
            now.get(name) in (self.old.get(name), self.new.get(name))
            for name in set(self.old) | set(self.new) | set(now))

    def problem(self, code, said):
        """What is wrong after a run; "" where all is well."""
        now, rest = tree(f"{self.folder}/out"), left_over(self.folder)
        for name in rest:
            shutil.rmtree(f"{self.folder}/{name}", ignore_errors=True)
        if rest:
            return "a private folder is left: " + " ".join(rest)
        if not self.is_sound(now):
            return "the folder is neither as it was nor as it should be"
        if code == 0 and now != self.new:
            return "exit 0, and the folder is not new"
        if code != 0 and not said.strip():
            return f"exit {code} without a word"
        return ""


def numbers():
    n = 1
    while True:
        yield n
        n = n + 1 if n < FIRST else int(n * STEP) + 1


def faults(place, name, kind, *more):
    runs, failed, problems = 0, 0, []
    mark = f"{place.folder}/mark"
    for n in numbers():
        place.prepare()
        if os.path.exists(mark):
            os.unlink(mark)
        done = subprocess.run(place.command(*more), capture_output=True, text=True, errors="replace",
                              env={**os.environ, "LD_PRELOAD": LIBRARY, "FAULT": f"{kind}:{n}",
                                   "FAULT_MARK": mark})
        runs += 1
        failed += done.returncode != 0
        problem = place.problem(done.returncode, done.stderr)
        if not problem and done.returncode < 0:
            problem = f"ended by signal {-done.returncode}"
        if problem:
            problems.append(f"{kind} {n}: {problem}; said was: {done.stderr.strip()[-200:]}")
        if not os.path.exists(mark):
            break
        if len(problems) > 5:
            break
    title = f"{name}, {kind}: {runs} runs, {failed} failed"
    if failed == 0:
        problems.append("no run failed: the fault is not made")
    print(f"FAIL {title}: {problems[0]} ({len(problems)} in all)" if problems else f"ok {title}",
          flush=True)


def signals(place, name, kind, count, *more):
    problems, mark = [], f"{place.folder}/mark"
    for n in range(1, count + 1):
        place.prepare()
        done = subprocess.run(place.command(*more), capture_output=True, text=True, timeout=60,
                              env={**os.environ, "LD_PRELOAD": LIBRARY, "FAULT": f"{kind}:{n}",
                                   "FAULT_MARK": mark})
        problem = place.problem(done.returncode, "it was ended")
        if not problem and (done.returncode != -signal.SIGTERM or not os.path.exists(mark)):
            problem = f"exit {done.returncode}"
        time.sleep(0.5)
        if os.path.exists(mark + ".child"):
            problem = problem or "a process of its own lived on"
        if problem:
            problems.append(f"{kind} {n}: {problem}")
        for file in (mark, mark + ".child"):
            if os.path.exists(file):
                os.unlink(file)
    title = f"terminated while {name}"
    print(f"FAIL {title}: {problems[0]} ({len(problems)} in all)" if problems else f"ok {title}",
          flush=True)


def end_all(group):
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        pass


def unnamed(place, left):
    """A run beside folders that a killed run left says each of them, and how to remove it."""
    for name in left:
        os.utime(f"{place.folder}/{name}", (1000000, 1000000))
    said = subprocess.run(place.command("--only", "budget"), capture_output=True, text=True).stderr
    for name in left:
        if f"remove it: rm -r -- {place.folder}/{name}\n" not in said:
            return f"the next run does not name {name}: {said!r}"
    return "" if left or "unfinished" not in said else f"nothing is left, and said was {said!r}"


def kills(place):
    random.seed(20261126)
    started = time.monotonic()
    place.prepare()
    subprocess.run(place.command("-j", "2"), check=True)
    usual = time.monotonic() - started
    problems, unchanged, found = [], 0, 0
    for i in range(KILLS):
        place.prepare()
        kind = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)[i % 4]
        run = subprocess.Popen(place.command("-j", "2"), stderr=subprocess.PIPE,
                               start_new_session=True)
        time.sleep(random.random() * usual)
        run.send_signal(kind)
        run.stderr.read()  # until the last worker has gone, too
        code = run.wait()
        end_all(run.pid)
        now = tree(f"{place.folder}/out")
        unchanged += now == place.old
        # Against SIGKILL nothing can be done but that the next run names what is left.
        left = left_over(place.folder) if kind == signal.SIGKILL else []
        aside = [shutil.move(f"{place.folder}/{name}", f"{place.folder}/aside-{n}")
                 for n, name in enumerate(left)]
        problem = place.problem(code, "it was ended")
        for name, path in zip(left, aside):
            shutil.move(path, f"{place.folder}/{name}")
        if kind == signal.SIGKILL:
            problem = problem or unnamed(place, left)
            found += len(left)
        for name in left:
            shutil.rmtree(f"{place.folder}/{name}")
        if not problem and code not in (0, -kind):
            problem = f"exit {code}"
        if problem:
            problems.append(f"signal {int(kind)}: {problem}")
    title = (f"kills: {KILLS}, {unchanged} of them in time to change nothing; "
             f"{found} folders left by SIGKILL, and named by the next run")
    if found == 0:
        problems.append("no folder was left")
    if unchanged == 0:
        problems.append("none came in time")
    print(f"FAIL {title}: {problems[0]} ({len(problems)} in all)" if problems else f"ok {title}",
          flush=True)


def children(process):
    try:
        with open(f"/proc/{process}/task/{process}/children", encoding="ascii") as file:
            return [int(child) for child in file.read().split()]
    except FileNotFoundError:
        return []


def worker(place):
    """One of two processes that write plans is killed: the plan it was at is named, no other. Where
    it was at none, the other writes all."""
    problems, named, whole = [], 0, 0
    said = re.compile(r"growthplan: plans/[^/]+\.xlsx could not be written \(the process writing them "
                      r"was ended by signal 9\); nothing was changed\n")
    for i in range(WORKERS):
        place.prepare()
        run = subprocess.Popen(place.command("-j", "2"), stderr=subprocess.PIPE, text=True)
        found = []
        while run.poll() is None and len(found) < 2:
            found = children(run.pid)
        time.sleep(i % 10 / 500)
        if len(found) == 2:
            with contextlib.suppress(ProcessLookupError):
                os.kill(found[1], signal.SIGKILL)
        text, code = run.stderr.read(), run.wait()
        problem = place.problem(code, text)
        if not problem and code != 0 and not said.fullmatch(text):
            problem = f"exit {code}, {text!r}"
        if problem:
            problems.append(problem)
        named += code != 0
        whole += code == 0
    title = f"a worker killed: {WORKERS} runs, {named} named the plan it was at, {whole} were whole"
    if named == 0:
        problems.append("none was at a plan")
    print(f"FAIL {title}: {problems[0]} ({len(problems)} in all)" if problems else f"ok {title}",
          flush=True)


def disk(place):
    """Sizes from 4 KiB on."""
    mounted, sizes, problems, code = f"{place.folder}/disk", 0, [], 1
    os.makedirs(mounted)
    size = 4
    while code != 0:
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", mounted],
                              capture_output=True, text=True)
        if made.returncode != 0:
            print(f"ok a full disk # SKIP no disk can be made here: {made.stderr.strip()}")
            return
        try:
            done = subprocess.run(command("2026-11-24", "-q", "-o", mounted + "/out"),
                                  capture_output=True, text=True)
            code, now, rest = done.returncode, tree(mounted + "/out"), left_over(mounted)
        finally:
            subprocess.run(["umount", mounted], check=True)
        sizes += 1
        if rest or now not in ((place.new,) if code == 0 else (None,)):
            problems.append(f"{size} KiB: exit {code}, left {rest}, {now and len(now)} files")
        if code != 0 and "No space left" not in done.stderr:
            problems.append(f"{size} KiB: said was {done.stderr!r}")
        size = size + 4 if LONG else int(size * 1.3) + 1
    title = f"a full disk: {sizes} sizes, up to {size} KiB"
    if sizes < 3:
        problems.append("the disk was never full")
    print(f"FAIL {title}: {problems[0]} ({len(problems)} in all)" if problems else f"ok {title}",
          flush=True)


def core():
    """The memory of a process that may dump no core belongs to root alone."""
    if os.geteuid() != 0:
        print("ok no core # SKIP not seen but by root")
        return
    run = subprocess.Popen([PROGRAM, "check", "-"], stdin=subprocess.PIPE, user=65534)
    owner = 65534
    for _ in range(200):
        owner = os.stat(f"/proc/{run.pid}/environ").st_uid
        if owner == 0 or run.poll() is not None:
            break
        time.sleep(0.01)
    run.kill()
    run.communicate()
    print("ok no core" if owner == 0 else "FAIL no core: the process may be dumped")


def full_streams():
    """What cannot be said is no success: answers after the day of the run are a warning."""
    for name, streams in (("standard output", {"stdout": "/dev/full", "stderr": "/dev/null"}),
                          ("standard error", {"stdout": "/dev/null", "stderr": "/dev/full"})):
        with open(streams["stdout"], "w", encoding="utf-8") as out, \
                open(streams["stderr"], "w", encoding="utf-8") as err:
            code = subprocess.run([PROGRAM, "readiness", ROOT + "/samples/small/answers.csv", "-d",
                                   "2020-01-01"], stdout=out, stderr=err, check=False).returncode
        print(f"ok {name} is full" if code == 3 else f"FAIL {name} is full: exit {code}")


def main():
    core()
    full_streams()
    whole = Place("whole")
    for kind in KINDS:
        faults(whole, "a whole run", kind)
    for kind in ("open", "write", "rename") if not LONG else KINDS:
        faults(whole, "with workers", kind, "-j", "2")
    parts = Place("parts", ("--only", "plans"), whole=False)
    for kind in ("open", "write", "syncfs", "rename") if not LONG else OF_PARTS:
        faults(parts, "a part of a run", kind)
    signals(whole, "its folder is made", "mkdtemp", 1)
    signals(whole, "its workers are made", "fork", 2, "-j", "2")
    kills(whole)
    worker(whole)
    disk(whole)


main()
