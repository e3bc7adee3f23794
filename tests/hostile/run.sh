#!/bin/sh
# Files that are made to hurt: each is refused soon, in little memory. Prints "ok NAME" or
# "FAIL NAME: why" a check. Usage: run.sh VARIANT
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$root/build/${1:-plain}/growthplan
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PYTHONDONTWRITEBYTECODE=1 TZ=UTC LC_ALL=C.UTF-8
mkdir "$scratch/caps"
/usr/bin/python3 "$root/tests/hostile/check_hostile.py" "$program" "$scratch"
/usr/bin/python3 "$root/tests/hostile/check_caps.py" "$program" "$scratch/caps"
/usr/bin/python3 "$root/tests/hostile/check_text.py" "$program" "$scratch/text"
