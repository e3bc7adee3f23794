#!/bin/sh
# Instructions a person, which may not rise: see README.md. Prints "ok NAME" or "FAIL NAME: why" a
# check. Usage: run.sh VARIANT
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
export PYTHONDONTWRITEBYTECODE=1 TZ=UTC LC_ALL=C.UTF-8
/usr/bin/python3 "$root/tests/bench/instructions.py" "$root/build/${1:-plain}/growthplan"
