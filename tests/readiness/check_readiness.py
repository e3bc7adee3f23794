"""Does the arithmetic of `growthplan readiness` again. Usage: check_readiness.py PROGRAM ROOT SCRATCH"""
import csv
import io
import json
import random
import subprocess
import sys
from fractions import Fraction

PROGRAM, ROOT, SCRATCH = sys.argv[1:4]
TEAM = ROOT + "/samples/team/"
ANSWERS, MANAGER = TEAM + "answers-wide.csv", TEAM + "manager-ratings.csv"
RUNGS = ("tpm", "pmm", "pm", "principal", "gpm", "director", "vp", "cpo")


def check(name, problems):
    problems = list(problems)
    print(f"FAIL {name}: {len(problems)} of them; {'; '.join(problems[:4])}" if problems
          else f"ok {name}", flush=True)


def run(*arguments, answers=(ANSWERS,), roster=TEAM + "roster.csv"):
    done = subprocess.run([PROGRAM, "readiness", *answers, "--roster", roster, "--as-of",
                           "2026-11-23", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"FAIL run {arguments}: exit {done.returncode}: {done.stderr[:2000]}")
    return done.stdout


def half_up(numerator, denominator):
    return int(Fraction(numerator, denominator) + Fraction(1, 2))


def mille(share):
    return None if share is None else round(share * 1000)


def mean(pairs):
    """The weighted mean of (weight, permille); None without any."""
    weight = sum(w for w, _ in pairs)
    return half_up(sum(w * c for w, c in pairs), weight) if weight else None


def hats(product, people, hat):
    if product is None or people is None:
        return people if product is None else product
    return half_up(hat["product"] * product + hat["people"] * people, 100)


def credit(skill, expected, cap):
    return min(cap, half_up(round(skill * 1000), expected))


def score_by(rows, key, hat, every):
    """A score from the activities' credits of a kind; over every activity, or the rated ones."""
    def earned(row):  # of what only one rater rated, that one's
        return mille(row["credit"] if row[key] is None else row[key])

    sides = {side: mean([(row["weight"], earned(row)) for row in rows
                         if row["side"] == side and (every or row["credit"] is not None)])
             for side in ("product", "people")}
    return sides, hats(sides["product"], sides["people"], hat)


def wrong_credits(row, unproven):
    """Credits of an activity that do not follow from its levels."""
    experience, skill = row["experience"], row["skill"]
    cap = unproven if experience is not None and 2 * experience < 5 else 1000
    takes_away = skill is not None and cap < 1000 and half_up(round(skill * 1000), row["expected"]) > cap
    if cap != mille(row["cap"]) or row["unproven"] != takes_away:
        yield f"the cap of {row['activity']}"
    ratings = [r for r in (row["self"], row["manager"]) if r is not None]
    if (skill is None) != (not ratings):
        yield f"{row['activity']} is rated by somebody, or by nobody"
    if not ratings:
        if row["credit"] is not None or (row["low_credit"], row["high_credit"]) != (0, 1):
            yield f"what {row['activity']} counts unrated"
        return
    if skill != sum(ratings) / len(ratings):
        yield f"the skill of {row['activity']}"
    seen = {"credit": skill, "low_credit": min(ratings), "high_credit": max(ratings),
            "self_credit": row["self"], "manager_credit": row["manager"]}
    for key, level in seen.items():
        if mille(row[key]) != (None if level is None else credit(level, row["expected"], cap)):
            yield f"the {key} of {row['activity']}"


def gate_states(why, rows, facts):
    """What the gates of skill and the score must say by the activities alone."""
    least = {key: mille(value) for key, value in why["thresholds"].items()}
    weight = sum(row["weight"] for row in rows)
    rated = [row for row in rows if row["skill"] is not None]
    rated_weight = sum(row["weight"] for row in rated)
    met = sum(row["weight"] for row in rated if row["skill"] >= row["expected"])
    must = [row for row in rows if row["must_have"]]
    facets = {name: mean([(row["weight"], mille(row["credit"])) for row in rated
                          if row["facet"] == name]) for name in {row["facet"] for row in rows}}
    known = [share for share in facets.values() if share is not None]

    def by(share, gate):
        return "pass" if share >= least[gate] else "fail"

    yield "answered", by(half_up(1000 * rated_weight, weight), "answered_gate")
    short = any(row["skill"] is not None and row["skill"] < row["expected"] for row in must)
    unrated = any(row["skill"] is None for row in must)
    yield "must_haves", "fail" if short else "unknown" if unrated else "pass"
    yield "breadth", (by(half_up(1000 * met, rated_weight), "breadth_gate") if rated_weight
                      else "unknown")
    weak = any(share < least["facet_gate"] for share in known)
    yield "facet", "fail" if weak else "unknown" if len(known) < len(facets) else "pass"
    yield "score", by(mille(facts["score"]), "ready_from") if facts["score"] is not None else "unknown"


def wrong_derivations(document, rung):
    for person in document["people"]:
        facts = next(row for row in person["rungs"] if row["rung"] == rung)
        why = person["why"]
        rows = why["activities"]
        hat = {side["side"]: side["hat"] for side in why["sides"]}
        who = f"{person['person']} for {rung}: "
        for row in rows:
            for problem in wrong_credits(row, mille(why["thresholds"]["unproven_credit"])):
                yield who + problem
        sides, score = score_by(rows, "credit", hat, False)
        found = {"score": score, "product_score": sides["product"], "people_score": sides["people"],
                 "low": score_by(rows, "low_credit", hat, True)[1],
                 "high": score_by(rows, "high_credit", hat, True)[1]}
        if any(row["self"] is not None and row["manager"] is not None for row in rows):
            found["self_score"] = score_by(rows, "self_credit", hat, False)[1]
            found["manager_score"] = score_by(rows, "manager_credit", hat, False)[1]
            found["spread"] = abs(found["self_score"] - found["manager_score"])
        else:
            found.update(self_score=None, manager_score=None, spread=None)
        for key, value in found.items():
            if value != mille(facts[key]):
                yield f"{who}{key} is {facts[key]}, added up {value}"
        for side in why["sides"]:
            credits = sum(row["weight"] * mille(row["credit"]) for row in rows
                          if row["side"] == side["side"] and row["credit"] is not None)
            if side["weight_x_credit_thousandths"] != credits:
                yield f"{who}the sum of the {side['side']} side"
        for gate, state in gate_states(why, rows, facts):
            if facts["gates"][gate] != state:
                yield f"{who}gate {gate} is {facts['gates'][gate]}, should be {state}"


def all_derivations(answers):
    count = 0
    for rung in RUNGS:
        document = json.loads(run("--why", "--target", rung, "--format", "json", answers=answers))
        count += len(document["people"])
        yield from wrong_derivations(document, rung)
    if count != 12 * len(RUNGS):
        yield f"{count} derivations instead of 12 people and 8 rungs"


def wrong_ways(answers):
    """The shortest way, assumed as gone, must lead where it says, and no raise be for nothing."""
    for rung in RUNGS:
        document = json.loads(run("--shortest", "--target", rung, "--format", "json", answers=answers))
        for person in document["people"]:
            way = person["shortest_way"]
            who = f"{person['person']} for {rung}: "
            if not way["found"]:
                yield who + "no way"
                continue
            if way["raises"] != sum(step["levels"] for step in way["steps"]):
                yield who + "the raises do not add up"
            if not way["steps"] or rung not in ("pm", "gpm"):
                continue
            levels = {}
            for step in way["steps"]:
                levels.setdefault(step["activity"], {})[step["axis"]] = step["to"]
            text = ",".join(f"{name}={axes.get('skill', '')}" +
                            (f"/{axes['experience']}" if "experience" in axes else "")
                            for name, axes in levels.items())
            then = json.loads(run("--person", person["person"], "--target", rung, "--assume", text,
                                  "--format", "json", answers=answers))
            facts = next(r for r in then["people"][0]["rungs"] if r["rung"] == rung)
            if mille(facts["score"]) != mille(way["score_then"]):
                yield f"{who}then the score is {facts['score']}, not {way['score_then']}"
            if not way["to_rate_first"]:
                for gate in ("answered", "must_haves", "breadth", "facet", "score"):
                    if facts["gates"][gate] != "pass":
                        yield f"{who}then gate {gate} does not pass"


def shuffled(path, name):
    """The same file with its rows in another order."""
    with open(path, encoding="utf-8") as file:
        header, *rows = list(csv.reader(file))
    random.Random(7).shuffle(rows)
    with open(f"{SCRATCH}/{name}", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
    return f"{SCRATCH}/{name}"


def other_orders():
    long, roster = TEAM + "answers-long.csv", TEAM + "roster.csv"
    more = ["--why", "--shortest", "--format", "json"]
    one = run(*more, answers=[long, MANAGER])
    if one != run(*more, answers=[shuffled(MANAGER, "m.csv"), shuffled(long, "a.csv")],
                  roster=shuffled(roster, "r.csv")):
        yield "another order of rows gives another answer"


def other_numbers_in_csv():
    """readiness.csv of the main job, the CSV and the JSON of the command are the same numbers."""
    out = SCRATCH + "/out"
    subprocess.run([PROGRAM, "plan", ANSWERS, MANAGER, "-r", TEAM + "roster.csv", "-o", out, "-q",
                    "--as-of", "2026-11-23"], check=True)
    with open(out + "/readiness.csv", encoding="utf-8") as file:
        text = file.read()
    if text != run("--format", "csv", answers=[ANSWERS, MANAGER]):
        yield "--format csv is not readiness.csv"
    document = json.loads(run("--format", "json", answers=[ANSWERS, MANAGER]))
    shown = {(person["person"], row["rung"]): row for person in document["people"]
             for row in person["rungs"]}
    for line in csv.DictReader(io.StringIO(text)):
        row = shown.pop((line["person"], line["rung"]))
        for key in ("score", "low", "high", "product_score", "people_score", "self_score",
                    "manager_score", "spread"):
            if line[key] != ("" if row[key] is None else f"{row[key]:.3f}"):
                yield f"{line['person']} for {line['rung']}: {key} is {line[key]}, {row[key]}"
        if (line["band"], line["first_gate"]) != (row["band"], row["first_gate"] or ""):
            yield f"{line['person']} for {line['rung']}: band or gate"
    if shown:
        yield f"{len(shown)} rows of JSON are not in the CSV"


def main():
    check("why: the figures add up to the score", all_derivations([ANSWERS]))
    check("why: with a manager's ratings too", all_derivations([ANSWERS, MANAGER]))
    check("shortest: the way leads where it says", wrong_ways([ANSWERS]))
    check("shortest: with a manager's ratings too", wrong_ways([ANSWERS, MANAGER]))
    check("another order of rows changes nothing", other_orders())
    check("table, CSV and JSON are the same numbers", other_numbers_in_csv())


main()
