#!/bin/sh
# Gives each target of the fuzzer what it once found, and the samples there are. Usage: run.sh VARIANT
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
replay=$root/build/${1:-plain}/tests/replay
cd "$root" || exit 1
good=0
. tests/fuzz/names.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# target NAME FOLDER...
target() {
    name=$1
    shift
    mkdir "$scratch/$name"
    unpack "$name" "$scratch/$name"
    if said=$("$replay" "$name" "tests/fuzz/corpus/$name" "$scratch/$name" "$@" 2>"$scratch/said"); then
        echo "$said"
    else
        echo "FAIL $name: $(grep "^$name " "$scratch/said" | tail -n 1)"
        tail -n 20 "$scratch/said" | sed 's/^/    /'
        good=1
    fi
}

exports="samples/exports/answers samples/exports/rosters"
for table in csv inspect; do
    # shellcheck disable=SC2086
    target "$table" $exports samples/team samples/small tests/csv
done
target answers samples/exports/answers samples/team samples/small tests/csv
target roster samples/exports/rosters samples/team samples/small tests/csv
target policy templates/quartz
target xlsx samples/exports/answers
for other in money dates ladder lists sheet pipeline; do
    target "$other"
done
exit "$good"
