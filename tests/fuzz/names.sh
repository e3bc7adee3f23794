# names.sh - the targets, and how their kept inputs are unpacked. To be read by the scripts beside it,
# from the project's folder.
# shellcheck shell=sh disable=SC2034
targets='csv answers roster inspect money dates ladder policy lists xlsx sheet pipeline'

# unpack TARGET FOLDER - what was kept of earlier fuzzing, if anything.
unpack() {
    [ ! -e "tests/fuzz/corpus/$1.tar.gz" ] || tar -xzf "tests/fuzz/corpus/$1.tar.gz" -C "$2"
}
