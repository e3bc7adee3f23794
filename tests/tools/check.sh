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

# part NAME COMMAND...
part() {
    name=$1
    log=$build/tests/$name.log
    shift
    clean CMOCKA_MESSAGE_OUTPUT=TAP timeout 1800 "$@" >"$log" 2>&1 </dev/null
    status=$?
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
# The rest does not depend on how the program was built: once is enough.
if [ "$variant" = plain ]; then
    part layers tests/tools/layers.sh --self-test
    if [ -d samples/small ]; then
        part valgrind tests/tools/valgrind.sh "$variant"
    fi
    part readiness tests/readiness/run.sh "$variant"
    part exports tests/exports/run.sh "$variant"
    part fills tests/fills/run.sh "$variant"
    part shards tests/shards/run.sh "$variant"
    part changed tests/changed/run.sh "$variant"
    part large tests/large/run.sh "$variant"
    part faults tests/faults/run.sh "$variant"
    part promises tests/promises/run.sh "$variant"
    part instructions tests/bench/run.sh "$variant"
    part hostile tests/hostile/run.sh "$variant"
    if [ -e tests/xlsx/run.sh ]; then
        part workbooks tests/xlsx/run.sh "$variant"
    fi
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
