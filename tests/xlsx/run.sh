#!/bin/sh
# Workbooks under programs that are not ours: python3-openpyxl reads them, LibreOffice calculates
# them again. Prints "ok NAME" or "FAIL NAME: why" a check. Usage: run.sh VARIANT
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$root/build/${1:-plain}/growthplan
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python=/usr/bin/python3
export PYTHONDONTWRITEBYTECODE=1 TZ=UTC LC_ALL=C.UTF-8
"$python" "$root/tests/xlsx/check_books.py" "$program" "$root" "$scratch"
"$python" "$root/tests/xlsx/check_budget.py" "$program" "$root" "$scratch"
"$python" "$root/tests/xlsx/check_courses.py" "$program" "$root" "$scratch"
"$python" "$root/tests/xlsx/check_mentors.py" "$program" "$root" "$scratch"
"$python" "$root/tests/xlsx/check_form.py" "$program" "$root" "$scratch"
"$python" "$root/tests/xlsx/check_input.py" "$program" "$root" "$scratch"
