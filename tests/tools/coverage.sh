#!/bin/sh
# coverage.sh VARIANT - what the tests that were run last in build/VARIANT went through: lines and
# branches a folder, and the files of lib with the most lines left out. Ends with 1 where lib is below
# 95 % of lines or 85 % of branches.
set -u
variant=$1
. "$(dirname "$0")/environment.sh"
cd "$root" || exit 1

# Debian's lcov says of each of its functions that it is there twice.
lcov --quiet --capture --directory "$build" --base-directory . --no-external \
    --rc lcov_branch_coverage=1 --output-file "$build/coverage.info" 2>"$scratch/said" || {
    cat "$scratch/said"
    exit 1
}
/usr/bin/python3 -B tests/tools/coverage.py "$build/coverage.info"
