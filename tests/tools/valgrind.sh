#!/bin/sh
# valgrind.sh VARIANT - runs the main job on samples/small under valgrind; it may find nothing.
set -u
variant=$1
. "$(dirname "$0")/environment.sh"
name='valgrind plan samples/small'

# The program has an allocator of its own (cmd/allocation.c). Quiet, a file a process: a file with anything in it is a finding, also in a forked worker.
cd "$root" || exit 1
clean valgrind -q --soname-synonyms=somalloc=NONE --error-exitcode=9 --leak-check=full --show-leak-kinds=definite \
    --errors-for-leak-kinds=definite \
    --suppressions=tests/tools/leaks.valgrind --log-file="$scratch/valgrind.%p" \
    "$build/growthplan" plan samples/small/answers.csv --roster samples/small/roster.csv \
    --as-of 2026-11-23 -o "$scratch/out" >"$scratch/output" 2>&1 </dev/null
status=$?
if [ "$status" -eq 0 ] && ! cat "$scratch"/valgrind.* | grep -q .; then
    ok "$name"
else
    fail "$name" "exit $status"
    cat "$scratch/output" "$scratch"/valgrind.* | indent
fi
$all_good
