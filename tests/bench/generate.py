"""Makes a team: answers.csv and roster.csv in a folder. The same options give the same bytes.

Usage: generate.py FOLDER --people N [--shape wide|long] [--activities N] [--mentors N] [--seed N]

Every name is plainly invented. Managers form a tree: one chief, and below each level the next.
With --activities other than the 78 of the built-in ladder, FOLDER/ladder is that ladder thinned or
multiplied to so many. With --mentors, just so many are willing, and the others want one.
"""
import argparse
import csv
import os
import random

TEMPLATE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../templates/quartz")
GIVEN = ("Jane", "Max", "Juana", "João", "Ola", "Sofia", "Kim", "Aino", "Ewa", "Zeynep", "Noor",
         "Marc")
# Level of the tree: the roles in it, what share of the team it is, salaries from and to.
LEVELS = (
    (("cpo",), 0.0, 190, 260),
    (("vp",), 0.01, 160, 210),
    (("director",), 0.04, 135, 180),
    (("gpm",), 0.10, 110, 150),
    (("pm", "pm", "tpm", "pmm", "principal"), 0.85, 70, 130),
)
TARGETS = {"tpm": "pm", "pmm": "pm", "pm": "principal", "principal": "gpm", "gpm": "director",
           "director": "vp", "vp": "cpo", "cpo": ""}
YEARS = {"tpm": 1, "pmm": 2, "pm": 3, "principal": 6, "gpm": 7, "director": 9, "vp": 12, "cpo": 15}
STEPS = (-3, -2, -2, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 1, 1, 2)
UNRATED = ("", "", "N/A")


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write_rows(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def chosen_activities(count):
    """[(name, name in the template)]: as many of every facet as its share of all."""
    rows = read_rows(TEMPLATE + "/activities.csv")[1:]
    if count > len(rows):
        copies = [(f"{row[0]}, part {part + 1}" if part else row[0], row[0])
                  for row in rows for part in range(-(-count // len(rows)))]
        # The parts that are too many are taken away evenly, never a whole activity.
        extra = len(copies) - count
        later = [copy for copy in copies if copy[0] != copy[1]]
        gone = {later[i * len(later) // extra][0] for i in range(extra)}
        return [copy for copy in copies if copy[0] not in gone]
    return [(rows[i * len(rows) // count][0],) * 2 for i in range(count)]


def write_ladder(folder, activities):
    os.makedirs(folder, exist_ok=True)
    sources = {source for _, source in activities}
    for name in ("activities.csv", "expectations.csv"):
        rows = read_rows(f"{TEMPLATE}/{name}")
        by_name = {row[0]: row[1:] for row in rows[1:]}
        write_rows(f"{folder}/{name}", rows[:1] + [[name] + by_name[source]
                                                   for name, source in activities])
    aliases = read_rows(TEMPLATE + "/aliases.csv")
    write_rows(folder + "/aliases.csv",
               [row for row in aliases if row[0] != "activity" or row[2] in sources])
    for name in ("backgrounds.csv", "policy.csv", "rungs.csv", "scales.csv"):
        write_rows(f"{folder}/{name}", read_rows(f"{TEMPLATE}/{name}"))


def level_sizes(people):
    if people == 1:
        return [0, 0, 0, 0, 1]
    sizes = [1] + [int(people * share) for _, share, _, _ in LEVELS[1:-1]]
    return sizes + [people - sum(sizes)]


def make_people(people, mentors, rng, titles):
    """[(name, email, role, row of the roster)], managers before their people."""
    rows, above = [], [""]
    willing = set(rng.sample(range(people), mentors)) if mentors is not None else None
    for (roles, _, low, high), size in zip(LEVELS, level_sizes(people)):
        names = []
        for place in range(size):
            number, role = len(rows), roles[rng.randrange(len(roles))]
            name = f"{GIVEN[number % len(GIVEN)]} Sample {number + 1:05}"
            email = f"person{number + 1:05}@example.com"
            mentor = number in willing if willing is not None else rng.random() < 0.3
            years = YEARS[role] + rng.randrange(0, 8) / 2
            row = [f"E{number + 1:05}", name, email, titles[role],
                   titles.get(TARGETS[role], "") if rng.random() < 0.7 else "",
                   above[place % len(above)],
                   f"{rng.randrange(low, high)}{rng.randrange(1000):03}.{rng.randrange(100):02}",
                   "EUR" if rng.random() < 0.2 else "USD", f"{years:g}",
                   int(years // 2), rng.choice((2, 4, 6)) if mentor else "",
                   "yes" if mentor else "no", rng.choice(("yes", "yes", "no", ""))]
            if willing is not None:
                row.append("no" if mentor else "yes")
            rows.append((name, email, role, row))
            names.append(name)
        above = names or above
    return rows


def ratings_of(expected, rng):
    """Three lists of text a person: skill, experience and interest of each activity."""
    count = len(expected)
    skill, experience = ([], [])
    for axis, near in ((skill, expected), (experience, skill)):
        axis.extend(min(5, max(0, level + step))
                    for level, step in zip(near, rng.choices(STEPS, k=count)))
    axes = [list(map(str, skill)), list(map(str, experience)), rng.choices("012345", k=count)]
    for axis in axes:
        for _ in range(rng.randrange(0, 1 + count // 26)):
            axis[rng.randrange(count)] = rng.choice(UNRATED)
    return axes


def write_answers(path, shape, people, activities, rng):
    table = read_rows(TEMPLATE + "/expectations.csv")
    by_name = {row[0]: row[1:] for row in table[1:]}
    expected = {rung: [int(by_name[source][index].rstrip("!")) for _, source in activities]
                for index, rung in enumerate(table[0][1:])}
    names = [name for name, _ in activities]
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        if shape == "wide":
            rows.writerow(["date", "email", "person"] + [f"{axis} [{name}]" for axis in (
                "Skill", "Experience", "Interest") for name in names])
        else:
            rows.writerow(["date", "email", "person", "activity", "skill", "experience",
                           "interest"])
        for name, email, role, _ in people:
            axes = ratings_of(expected[role], rng)
            if shape == "wide":
                rows.writerow(["2026-11-02", email, name] + axes[0] + axes[1] + axes[2])
            else:
                rows.writerows(["2026-11-02", email, name, *row] for row in zip(names, *axes))


def generate(folder, people, shape="wide", activities=78, mentors=None, seed=1):
    os.makedirs(folder, exist_ok=True)
    rng = random.Random(seed)
    titles = {row[0]: row[1] for row in read_rows(TEMPLATE + "/rungs.csv")[1:]}
    chosen = chosen_activities(activities)
    if activities != 78:
        write_ladder(folder + "/ladder", chosen)
    team = make_people(people, mentors, rng, titles)
    header = ["id", "name", "email", "role", "target", "manager", "salary", "currency",
              "product_years", "products", "mentor_hours", "mentor_willing", "supported"]
    if mentors is not None:
        header.append("wants_mentor")
    write_rows(folder + "/roster.csv", [header] + [row for _, _, _, row in team])
    write_answers(folder + "/answers.csv", shape, team, chosen, rng)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder")
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--shape", choices=("wide", "long"), default="wide")
    parser.add_argument("--activities", type=int, default=78)
    parser.add_argument("--mentors", type=int)
    parser.add_argument("--seed", type=int, default=1)
    generate(**vars(parser.parse_args()))


if __name__ == "__main__":
    main()
