#!/bin/sh
# A formula that is said to be the one above it, or to the left of it, is the one that would have been
# made: workbooks are the same when all of them are made. Prints "ok NAME" or "FAIL NAME: why" a
# check. Usage: run.sh VARIANT
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$root/build/${1:-plain}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PYTHONDONTWRITEBYTECODE=1
if [ ! -e "$build/tests/unfilled" ]; then
    echo 'ok formulas filled down # SKIP every formula is made here'
    exit 0
fi

# compare NAME ARGUMENTS... - workbooks by what they hold, all else to the byte (the manifest holds
# hashes)
compare() {
    name=$1
    shift
    rm -rf "$scratch/filled" "$scratch/made"
    "$build/growthplan" plan "$@" -d 2026-11-23 -q -o "$scratch/filled"
    "$build/tests/unfilled" plan "$@" -d 2026-11-23 -q -o "$scratch/made"
    for side in filled made; do
        for book in "$scratch/$side"/*.xlsx "$scratch/$side"/plans/*.xlsx; do
            unzip -p "$book" 'xl/worksheets/*.xml' | grep -o '<f t="shared" ref' || true
        done | wc -l >"$scratch/$side.count"
    done
    if [ "$(cat "$scratch/filled.count")" -le "$(cat "$scratch/made.count")" ]; then
        echo "FAIL $name: no formula is said to be another"
    elif ! diff -r -x '*manifest*.csv' -x '*.xlsx' "$scratch/filled" "$scratch/made" \
        >"$scratch/said"; then
        echo "FAIL $name: $(head -n 3 "$scratch/said" | tr '\n' ' ')"
    elif /usr/bin/python3 "$root/tests/fills/compare.py" "$scratch/filled" "$scratch/made" \
        >"$scratch/said" 2>&1; then
        echo "ok $name: $(cat "$scratch/said") formulas"
    else
        echo "FAIL $name: $(tail -n 1 "$scratch/said")"
    fi
}

small=$root/samples/small
compare 'weights that are the same' "$small/answers.csv" -r "$small/roster.csv"
team=$root/samples/team
compare 'a team with courses' "$team/answers-wide.csv" -r "$team/roster.csv" \
    -c "$team/courses.csv" -S "$team/spent.csv"
# USD, USD, EUR, JPY, USD, USD, ...: by turns alike and not, and with decimals of their own.
/usr/bin/python3 - "$team/roster.csv" "$scratch/mixed.csv" <<'END'
import csv, sys

with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
for i, row in enumerate(rows):
    row.update(currency=("USD", "USD", "EUR", "JPY")[i % 4], salary=str(60000 + 1000 * i), spent="")
with open(sys.argv[2], "w", newline="", encoding="utf-8") as file:
    table = csv.DictWriter(file, rows[0].keys())
    table.writeheader()
    table.writerows(rows)
END
printf 'key,value\nbudget_floor.USD,1900\nbudget_cap.JPY,1950\n' >"$scratch/limits.csv"
compare 'several currencies' "$team/answers-wide.csv" -r "$scratch/mixed.csv"
compare 'several currencies, floors and caps, shares of a year' "$team/answers-wide.csv" \
    -r "$scratch/mixed.csv" -p "$scratch/limits.csv" -R
"$build/growthplan" init "$scratch/own" >"$scratch/log"
# Weights 1, 1, 2, 3, 1, 1, 2, 3, ... behind the header; the third rung expects nothing of people.
/usr/bin/python3 - "$scratch/own/ladder" <<'END'
import csv, sys

def change(name, act):
    path = f"{sys.argv[1]}/{name}"
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    act(rows[0], rows[1:])
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)

people = set()

def weigh(header, rows):
    for i, row in enumerate(rows):
        row[header.index("weight")] = str((1, 1, 2, 3)[i % 4])
        if row[header.index("side")] == "people":
            people.add(row[header.index("activity")])

def expect(header, rows):
    for row in rows:
        if row[0] in people:
            row[3] = "0"

change("activities.csv", weigh)
change("expectations.csv", expect)
END
compare 'weights that differ, a rung without a side' "$scratch/own/answers.csv" \
    -r "$scratch/own/roster.csv" -l "$scratch/own/ladder"
