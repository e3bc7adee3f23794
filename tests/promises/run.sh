#!/bin/sh
# What the README promises, on the sample team. Usage: run.sh VARIANT
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
/usr/bin/python3 -B "$root/tests/promises/check_promises.py" "$root/build/${1:-plain}/growthplan" \
    "$scratch/runs"
