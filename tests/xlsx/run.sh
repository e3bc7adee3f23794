#!/bin/sh
# Workbooks under programs that are not ours: python3-openpyxl reads them, LibreOffice calculates
# them again. Prints "ok NAME" or "FAIL NAME: why" a check. Usage: run.sh VARIANT
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$root/build/${1:-plain}/growthplan
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PYTHONDONTWRITEBYTECODE=1 TZ=UTC LC_ALL=C.UTF-8 root program scratch

# The longest first; each with a folder of its own, one a core at a time.
checks='books input budget courses mentors form'
status=0
# shellcheck disable=SC2016,SC2086 # the inner shell expands; the list is words
printf '%s\n' $checks | xargs -P "$(nproc)" -I '{}' sh -c '
    mkdir "$scratch/{}"
    /usr/bin/python3 "$root/tests/xlsx/check_{}.py" "$program" "$root" "$scratch/{}" \
        >"$scratch/{}.log" 2>&1' || status=$?
for check in $checks; do
    cat "$scratch/$check.log"
done
exit "$status"
