# environment.sh - sourced by the other tools: where things are, and one way to run the program.
#
# Sets root, build (both absolute) and scratch (a fresh folder, removed at the end) from $variant.

root=$(cd "$(dirname "$0")/../.." && pwd) || exit 1
build=$root/build/$variant
umask 022
export LC_ALL=C
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM

# clean NAME=VALUE... COMMAND... - runs a command with an environment that is the same everywhere.
# Memory that is not to be had is for the program to deal with, also under the sanitizer.
clean() {
    env -i PATH="$build:$PATH" HOME="$scratch" LC_ALL=C.UTF-8 TZ=UTC \
        ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 \
        LSAN_OPTIONS=suppressions="$root/tests/tools/leaks.lsan":print_suppressions=0 \
        UBSAN_OPTIONS=print_stacktrace=1 \
        env "$@"
}

# A line of a result: "ok NAME", or "FAIL NAME: why" with details indented below it.
ok() {
    echo "ok $1"
}
fail() {
    echo "FAIL $1: $2"
    all_good=false
}
indent() {
    sed 's/^/    /'
}
all_good=true
