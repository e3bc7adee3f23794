"""How time and memory grow with people and activities: two tables and a chart, for bench.py."""
import math
import os
import shutil
import statistics

PEOPLE, ACTIVITIES, FIXED_PEOPLE = (1, 10, 100, 1000), (10, 78, 200, 500), 20
TIME, MEMORY = "#0072B2", "#E69F00"
WIDTH, HEIGHT, LEFT, TOP, PANEL, DEEP = 760, 330, 62, 48, 270, 220


def measured(bench, team, more, times):
    """Median seconds by the clock and of CPU, and peak MB, on one core."""
    runs = []
    for _ in range(times):
        shutil.rmtree(bench.path("out"), ignore_errors=True)
        runs.append(bench.measure(bench.plan(team, bench.path("out"), 1, *more)))
    shutil.rmtree(bench.path("out"), ignore_errors=True)
    return [statistics.median(getattr(run, what) for run in runs)
            for what in ("wall", "cpu", "peak")]


def row_of(count, people, figures):
    wall, cpu, peak = figures
    return [f"{count:,}", f"{wall:.2f}", f"{cpu:.2f}", f"{1000 * cpu / people:.1f}", f"{peak:.0f}"]


def grow(bench):
    by_people, by_activities = [], []
    for people in PEOPLE + ((10000,) if bench.options.large else ()):
        times = min(bench.options.pairs, 10 if people <= 100 else 3 if people <= 1000 else 1)
        by_people.append((people, measured(bench, bench.team(people), [], times)))
    bench.table("people", "How cost grows with people, 78 activities, one core",
                ["people", "s", "CPU s", "CPU ms a person", "peak MB"],
                [row_of(people, people, figures) for people, figures in by_people])
    for count in ACTIVITIES:
        team = bench.team(FIXED_PEOPLE, activities=count)
        more = [] if count == 78 else ["--ladder", team + "/ladder"]
        by_activities.append((count, measured(bench, team, more, bench.options.pairs)))
    bench.table("activities", f"How cost grows with activities, {FIXED_PEOPLE} people, one core",
                ["activities", "s", "CPU s", "CPU ms a person", "peak MB"],
                [row_of(count, FIXED_PEOPLE, figures) for count, figures in by_activities])
    where = os.path.dirname(os.path.abspath(__file__)) if bench.options.write_readme else \
        os.path.dirname(os.path.abspath(__file__)) + "/../../build/bench"
    with open(where + "/growth.svg", "w", encoding="utf-8") as file:
        file.write(chart([("people", "People (78 activities)", by_people),
                          ("activities", f"Activities ({FIXED_PEOPLE} people)", by_activities)]))


def decades(values):
    return (math.floor(math.log10(min(values))), math.ceil(math.log10(max(values))))


def text(x, y, words, anchor="middle", fill="#333", weight="normal"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}" '
            f'font-weight="{weight}">{words}</text>')


def line_of(points, color):
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return [f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>'] + [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{color}"/>' for x, y in points]


def panel(left, title, found):
    """Both axes in powers of ten: a straight line of slope 1 is a cost that grows in proportion."""
    counts = [count for count, _ in found]
    across = decades(counts)
    down = decades([value for _, (_, cpu, peak) in found for value in (cpu, peak)])

    def x(value):
        return left + PANEL * (math.log10(value) - across[0]) / max(1, across[1] - across[0])

    def y(value):
        return TOP + DEEP * (down[1] - math.log10(value)) / (down[1] - down[0])
    parts = [text(left + PANEL / 2, TOP - 14, title, weight="bold")]
    for power in range(down[0], down[1] + 1):
        at = y(10.0 ** power)
        parts.append(f'<line x1="{left}" y1="{at:.1f}" x2="{left + PANEL}" y2="{at:.1f}" '
                     'stroke="#DDE3EA"/>')
        parts.append(text(left - 6, at + 4, f"{10.0 ** power:g}", "end"))
    parts += [text(x(count), TOP + DEEP + 18, f"{count:,}") for count in counts]
    parts += line_of([(x(count), y(cpu)) for count, (_, cpu, _) in found], TIME)
    parts += line_of([(x(count), y(peak)) for count, (_, _, peak) in found], MEMORY)
    return parts


def chart(panels):
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
             f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
             "<title>CPU seconds and peak megabytes against people and activities</title>",
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#FFFFFF"/>']
    for index, (_, title, found) in enumerate(panels):
        parts += panel(LEFT + index * (PANEL + 90), title, found)
    for index, (color, words) in enumerate(((TIME, "CPU seconds"), (MEMORY, "peak MB"))):
        at = LEFT + 180 + 150 * index
        parts.append(f'<circle cx="{at}" cy="{HEIGHT - 18}" r="4" fill="{color}"/>')
        parts.append(text(at + 10, HEIGHT - 14, words, "start"))
    return "\n".join(parts + ["</svg>"]) + "\n"
