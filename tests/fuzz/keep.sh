#!/bin/sh
# Keeps, of what the fuzzer made up since, the small inputs that lead somewhere no other does, as
# tests/fuzz/corpus/TARGET.tar.gz: make check gives them to the readers again, and make fuzz starts
# from them. Usage: keep.sh [TARGET...]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
. tests/fuzz/names.sh
# shellcheck disable=SC2086 # a list of words
[ $# -gt 0 ] || set -- $targets
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for name in "$@"; do
    mkdir -p "$scratch/small" "$scratch/kept"
    unpack "$name" "$scratch/small"
    find "build/fuzz/corpus/$name" -type f -size -300c -exec cp {} "$scratch/small" \;
    FUZZ=$name ASAN_OPTIONS=detect_leaks=0 build/fuzz-clang/fuzzer -merge=1 -max_len=300 -verbosity=0 \
        "$scratch/kept" "$scratch/small" >"build/fuzz/$name.merge.log" 2>&1
    # The same inputs make the same bytes. They are called by their hashes.
    (cd "$scratch/kept" && find . -type f -printf '%f\n' | LC_ALL=C sort) >"$scratch/names"
    tar --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=0644 --format=ustar \
        -C "$scratch/kept" -c -T "$scratch/names" | gzip -9n >"tests/fuzz/corpus/$name.tar.gz"
    echo "$name: $(wc -l <"$scratch/names") inputs kept"
    rm -rf "$scratch/small" "$scratch/kept"
done
