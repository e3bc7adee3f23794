#!/bin/sh
# A formula that is said to be the one above it is the one that would have been made: every workbook
# is the same to the byte when all of them are made. Prints "ok NAME" or "FAIL NAME: why" a check.
# Usage: run.sh VARIANT
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$root/build/${1:-plain}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if [ ! -e "$build/tests/unfilled" ]; then
    echo 'ok formulas filled down # SKIP every formula is made here'
    exit 0
fi

# compare NAME ARGUMENTS...
compare() {
    name=$1
    shift
    rm -rf "$scratch/filled" "$scratch/made"
    "$build/growthplan" plan "$@" -d 2026-11-23 -q -o "$scratch/filled"
    "$build/tests/unfilled" plan "$@" -d 2026-11-23 -q -o "$scratch/made"
    # The manifest holds a hash of the program, too.
    if diff -r -x manifest.csv "$scratch/filled" "$scratch/made" >"$scratch/diff"; then
        echo "ok $name"
    else
        echo "FAIL $name: $(head -n 3 "$scratch/diff" | tr '\n' ' ')"
    fi
}

small=$root/samples/small team=$root/samples/team
compare 'one level of weights' "$small/answers.csv" -r "$small/roster.csv"
compare 'a team with courses' "$team/answers-wide.csv" -r "$team/roster.csv" -c "$team/courses.csv"
"$build/growthplan" init "$scratch/own" >"$scratch/log"
# Weights 1, 1, 2, 3, 1, 1, 2, 3, ... behind the header.
/usr/bin/python3 - "$scratch/own/ladder/activities.csv" <<'END'
import csv, sys
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = list(csv.reader(file))
column = rows[0].index("weight")
for i, row in enumerate(rows[1:]):
    row[column] = str((1, 1, 2, 3)[i % 4])
with open(sys.argv[1], "w", newline="", encoding="utf-8") as file:
    csv.writer(file).writerows(rows)
END
compare 'weights that differ' "$scratch/own/answers.csv" -r "$scratch/own/roster.csv" \
    -l "$scratch/own/ladder"
