#!/bin/sh
# bad.sh VARIANT [record] - every tests/csv/bad-NAME.csv must be refused with just bad-NAME.txt.
#
# bad-roster-NAME.csv is read as a roster with good answers, bad-ladder-FILE-NAME.csv as FILE.csv of
# the default ladder (or its policy), bad-courses-NAME.csv and bad-spent-NAME.csv beside good answers
# and a good roster, every other as answers with a good roster. Each is run twice: with nothing at
# the output's place, where nothing may appear, and over an earlier good run with --force, where
# nothing may change.
set -u
variant=$1
record=${2:-}
. "$(dirname "$0")/environment.sh"
# Relative, so that messages that name it are the same everywhere.
small=../../samples/small

# plan ANSWERS ROSTER OUT OPTION...
plan() {
    clean timeout 60 growthplan plan "$1" --roster "$2" --as-of 2026-11-23 \
        -o "$scratch/$3" ${4:+"$4"} ${5:+"$5"} </dev/null
}

# plan_by FILE OUT OPTION... - a plan by a copy of the default ladder with one file replaced. It is
# named as seen from beside it, so that messages name it the same everywhere.
plan_by() {
    part=${1#bad-ladder-}
    rm -rf "$scratch/ladder"
    cp -r "$root/templates/quartz" "$scratch/ladder" &&
        cp "$1" "$scratch/ladder/${part%%-*}.csv" || return
    (
        cd "$scratch" &&
            clean timeout 60 growthplan plan "$root/samples/small/answers.csv" \
                --roster "$root/samples/small/roster.csv" --ladder ladder --as-of 2026-11-23 \
                -o "$2" ${3:+"$3"} </dev/null
    )
}

# refused FILE OUT OPTION... - runs a bad input; its messages are left in $scratch/stderr.
refused() {
    case $1 in
    bad-ladder-*) plan_by "$@" ;;
    bad-roster-*) plan "$small/answers.csv" "$1" "$2" --prorate ${3:+"$3"} ;;
    bad-courses-*) plan "$small/answers.csv" "$small/roster.csv" "$2" --courses="$1" ${3:+"$3"} ;;
    bad-spent-*) plan "$small/answers.csv" "$small/roster.csv" "$2" --spent="$1" ${3:+"$3"} ;;
    *) plan "$1" "$small/roster.csv" "$2" ${3:+"$3"} ;;
    esac >/dev/null 2>"$scratch/stderr"
    status=$?
    if [ "$status" -ne 1 ]; then
        why="exit $status, not 1"
        return 1
    fi
}

# What is beside and inside the output: names, modes, times and bytes.
state() {
    (
        cd "$scratch" || exit 1
        find . -path './good*' -printf '%p %m %T@\n' | sort
        find . -path './good*' -type f -exec sha256sum {} + | sort
        find . -name 'none*'
    )
}

# judge FILE - true if a bad input is refused as it must be; else $why says what was wrong.
judge() {
    rm -rf "$scratch"/none*
    before=$(state)
    refused "$1" none || return 1
    if [ -n "$record" ]; then
        cp "$scratch/stderr" "${1%.csv}.txt"
    elif ! cmp -s "${1%.csv}.txt" "$scratch/stderr"; then
        why='other messages than expected'
        return 1
    fi
    cp "$scratch/stderr" "$scratch/first"
    refused "$1" good --force || return 1
    if ! cmp -s "$scratch/first" "$scratch/stderr"; then
        why='other messages over an earlier run'
        return 1
    fi
    if [ "$before" != "$(state)" ]; then
        why='something was written'
        return 1
    fi
}

cd "$root/tests/csv" 2>/dev/null || exit 0
set -- bad-*.csv
[ -e "$1" ] || exit 0
if ! plan "$small/answers.csv" "$small/roster.csv" good >"$scratch/log" 2>&1; then
    fail bad-inputs 'the good run they are tried over does not work'
    indent <"$scratch/log"
    exit 1
fi
for file; do
    name=${file%.csv}
    if judge "$file"; then
        [ -n "$record" ] || ok "$name"
    else
        fail "$name" "$why"
        expected=$name.txt
        [ -e "$expected" ] || expected=/dev/null
        diff -u --label "$name.txt" --label stderr "$expected" "$scratch/stderr" | indent
    fi
done
$all_good
