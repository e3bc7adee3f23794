#!/bin/sh
# Fuzzes each target for so many seconds, from its corpus and the samples; what it finds stands in
# build/fuzz/finds. Usage: fuzz.sh SECONDS [TARGET...]
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root" || exit 1
seconds=$1
shift
. tests/fuzz/names.sh
# shellcheck disable=SC2086 # a list of words
[ $# -gt 0 ] || set -- $targets
found=0
mkdir -p build/fuzz/finds
for name in "$@"; do
    mkdir -p "build/fuzz/corpus/$name"
    unpack "$name" "build/fuzz/corpus/$name"
    seeds=''
    [ ! -d "tests/fuzz/corpus/$name" ] || seeds="tests/fuzz/corpus/$name"
    case $name in
    csv | inspect) seeds="$seeds samples/exports/answers samples/exports/rosters tests/csv" ;;
    answers) seeds="$seeds samples/exports/answers samples/small tests/csv" ;;
    roster) seeds="$seeds samples/exports/rosters samples/small tests/csv" ;;
    policy) seeds="$seeds templates/quartz" ;;
    xlsx) seeds="$seeds samples/exports/answers" ;;
    esac
    # shellcheck disable=SC2086
    FUZZ=$name ASAN_OPTIONS=detect_leaks=0 build/fuzz-clang/fuzzer -max_total_time="$seconds" \
        -timeout=20 -rss_limit_mb=3000 -max_len=20000 -print_final_stats=1 -verbosity=0 \
        -artifact_prefix="build/fuzz/finds/$name-" "build/fuzz/corpus/$name" $seeds \
        >"build/fuzz/$name.log" 2>&1
    status=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: //p' "build/fuzz/$name.log")
    if [ "$status" -eq 0 ]; then
        echo "ok $name: ${runs:-?} executions"
    else
        echo "FAIL $name: a find after ${runs:-?} executions; see build/fuzz/$name.log"
        found=1
    fi
done
exit "$found"
