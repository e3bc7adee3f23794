"""A ladder tailored in every way at once, and a team on it: for check_books.py.

Of the default ladder: an activity renamed, a facet added, scales of 1 to 10, a ninth rung, other
hats, years, weights and must-haves.
"""
import csv
import os
import random
import shutil

RENAMED = ("Pricing and Packaging", "Price Setting")
NEW_FACET = "CARE"
NEW_ACTIVITIES = ("Weigh Harm to Users", "Explain Decisions Made by Machines")
PEOPLE = (("Alex Sample", "pm", "Lead Product Manager"), ("Billie Sample", "lead", "principal"),
          ("Charlie Sample", "Lead Product Manager", "gpm"), ("Dana Sample", "gpm", ""),
          ("Evan Sample", "outside", ""))


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def tailor_activities(ladder):
    rows = read(ladder + "/activities.csv")
    for row in rows:
        if row["activity"] == RENAMED[0]:
            row["activity"] = RENAMED[1]
        if row["facet"] == "LEARN":
            row["weight"] = "3"
    rows += [{**dict.fromkeys(rows[0], ""), "activity": name, "facet": NEW_FACET, "side": "product",
              "weight": "2", "description": "Ours", "try_next": "Ask one user"}
             for name in NEW_ACTIVITIES]
    write(ladder + "/activities.csv", rows)


def doubled(cell):
    level = int(cell.rstrip("!"))
    return f"{2 * level}{cell[len(cell.rstrip('!')):]}" if level else "0"


def tailor_expectations(ladder):
    rows = read(ladder + "/expectations.csv")
    for row in rows:
        if row["activity"] == RENAMED[0]:
            row["activity"] = RENAMED[1]
        for rung in list(row)[1:]:
            row[rung] = doubled(row[rung])
        row["lead"] = str((int(row["pm"].rstrip("!")) + int(row["principal"].rstrip("!")) + 1) // 2)
    rows += [{**dict.fromkeys(rows[0], "5"), "activity": name, "lead": "7!", "tpm": "0"}
             for name in NEW_ACTIVITIES]
    write(ladder + "/expectations.csv", rows)


def tailor_rungs(ladder):
    rows = read(ladder + "/rungs.csv")
    for row in rows:
        row["rank"] = str(int(row["rank"]) + (int(row["rank"]) > 2))
        row["from"] = row["from"].replace("pm|principal", "lead|principal")
        if row["id"] == "principal":
            row.update({"from": "lead", "product_hat": "75", "people_hat": "25", "min_years": "6"})
    place = [row["id"] for row in rows].index("principal")
    rows.insert(place, {**rows[place], "id": "lead", "title": "Lead Product Manager", "rank": "3",
                        "from": "pm", "min_years": "2", "min_products": "1", "scope": "Ours"})
    write(ladder + "/rungs.csv", rows)


def tailor_scales(ladder):
    kept = [row for row in read(ladder + "/scales.csv") if row["axis"] == "any"]
    write(ladder + "/scales.csv",
          [{"axis": axis, "value": str(value), "label": f"Step {value}", "also": ""}
           for axis in ("skill", "experience", "interest") for value in range(1, 11)] + kept)


def tailor_aliases(ladder):
    rows = [row for row in read(ladder + "/aliases.csv")
            if row["kind"] != "level" and row["target"] != RENAMED[0]]
    write(ladder + "/aliases.csv", rows)


def answers(ladder):
    """Every person's answers, some of them missing, N/A or labels; the manager's now and then."""
    rng = random.Random(11)
    for name, _, _ in PEOPLE:
        for row in read(ladder + "/activities.csv"):
            pick = rng.random()
            skill = str(rng.randint(1, 10))
            yield {"person": name, "activity": row["activity"],
                   "skill": "N/A" if pick < 0.04 else "" if pick < 0.08 else
                            f"Step {skill}" if pick < 0.3 else skill,
                   "experience": str(rng.randint(1, 10)), "interest": str(rng.randint(1, 10)),
                   "manager_skill": str(rng.randint(1, 10)) if pick > 0.8 else ""}


def make(root, folder):
    """Writes ladder, roster and answers below `folder`; returns their three paths."""
    ladder = folder + "/tailored-ladder"
    shutil.copytree(root + "/templates/quartz", ladder)
    os.remove(ladder + "/policy.csv")
    for tailor in (tailor_activities, tailor_expectations, tailor_rungs, tailor_scales,
                   tailor_aliases):
        tailor(ladder)
    roster, given = folder + "/tailored-roster.csv", folder + "/tailored-answers.csv"
    write(roster, [{"name": name, "role": role, "target": target, "product_years": "3.5",
                    "products": "2"} for name, role, target in PEOPLE])
    write(given, list(answers(ladder)))
    return ladder, roster, given
