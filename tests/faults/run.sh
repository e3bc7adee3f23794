#!/bin/sh
# What goes wrong on the way: faults of the system, kills, a full disk. Usage: run.sh VARIANT [--long]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
variant=${1:-plain}
[ $# -eq 0 ] || shift
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cc -std=c11 -O1 -shared -fPIC -o "$scratch/fault.so" "$root/tests/faults/fault.c"
/usr/bin/python3 -B "$root/tests/faults/check_faults.py" "$root/build/$variant/growthplan" \
    "$scratch/fault.so" "$scratch/runs" "$@"
