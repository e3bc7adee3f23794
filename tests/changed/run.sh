#!/bin/sh
# What `plan --changed` leaves as it is, against whole runs. Usage: run.sh VARIANT
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
/usr/bin/python3 -B "$root/tests/changed/check_changed.py" \
    "$root/build/${1:-plain}/growthplan" "$scratch/runs"
