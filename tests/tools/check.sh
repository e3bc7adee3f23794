#!/bin/sh
# check.sh VARIANT - runs all tests of build/VARIANT; ends with "N passed, N failed".
#
# A part (a unit test program, the golden cases, ...) is a command that prints a line a test: "ok
# NAME" or "FAIL NAME: why", or the same in TAP as cmocka does. Its whole output is kept in
# build/VARIANT/tests/PART.log; here stand a line a part, and the failures.
set -u
variant=$1
. "$(dirname "$0")/environment.sh"
cd "$root" || exit 1

passed=0
failed=0

# run NAME COMMAND... - keeps what it prints, and how it ends.
run() {
    log=$build/tests/$1.log
    shift
    clean CMOCKA_MESSAGE_OUTPUT=TAP timeout 1800 "$@" >"$log" 2>&1 </dev/null
    echo "$?" >"$log.exit"
}

# report NAME - counts the tests of a part that was run.
report() {
    name=$1
    log=$build/tests/$name.log
    status=$(cat "$log.exit") || status=1
    good=$(grep -c '^ok ' "$log")
    bad=$(grep -E '^(FAIL|not ok) ' "$log" | grep -vc '# SKIP')
    # A program that died has not run all tests it announced; one that says nothing ran none.
    planned=$(sed -n 's/^1\.\.\([0-9][0-9]*\)$/\1/p' "$log" | awk '{ sum += $1 } END { print sum + 0 }')
    skipped=$(grep -c '^not ok .*# SKIP' "$log")
    lost=$((planned - good - bad - skipped))
    [ "$lost" -le 0 ] || bad=$((bad + lost))
    if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$good" -eq 0 ]; }; then
        bad=1
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
    if [ "$bad" -eq 0 ]; then
        printf '%-24s %4d passed\n' "$name" "$good"
    else
        printf '%-24s %4d passed, %d failed (exit %d)\n' "$name" "$good" "$bad" "$status"
        grep -v '^ok ' "$log" | indent
    fi
}

part() {
    run "$@"
    report "$1"
}

# Parts that are a script run.sh in a folder of their own.
run_all() {
    for folder in "$@"; do
        run "$folder" "tests/$folder/run.sh" "$variant"
    done
}

rm -f "$build"/tests/*.log "$build"/tests/*.log.exit
for source in tests/unit/test_*.c; do
    test=$(basename "$source" .c)
    part "$test" "$build/tests/$test"
done
if [ -d tests/cases ]; then
    part golden tests/tools/golden.sh "$variant"
fi
if [ -d tests/csv ]; then
    part bad-inputs tests/tools/bad.sh "$variant"
fi
part fuzz tests/fuzz/run.sh "$variant"
# The rest does not depend on how the program was built: once is enough. Two at a time; xlsx has as
# many as there are cores by itself.
if [ "$variant" = plain ]; then
    part layers tests/tools/layers.sh --self-test
    part valgrind tests/tools/valgrind.sh "$variant"
    one='readiness exports fills shards changed large'
    other='faults promises bench hostile'
    # shellcheck disable=SC2086 # lists of words
    run_all $one &
    # shellcheck disable=SC2086
    run_all $other
    wait $!
    for name in $one $other; do
        report "$name"
    done
    part xlsx tests/xlsx/run.sh "$variant"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
