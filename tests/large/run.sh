#!/bin/sh
# The workbooks of a large team, and the memory they take. Usage: run.sh VARIANT
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
/usr/bin/python3 -B "$root/tests/large/check_large.py" "$root/build/${1:-plain}/growthplan" "$scratch"
