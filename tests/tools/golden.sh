#!/bin/sh
# golden.sh VARIANT [record] - runs tests/cases/AREA/NAME/cmd and compares what comes out.
#
# cmd is a shell snippet, run in a fresh folder with CASE (its own folder) and ROOT (the project's)
# set and growthplan on the PATH. Beside it stand stdout, stderr and exit, left out where nothing
# and 0 are expected. In what comes out, the two folders are written as $CASE and $ROOT.
set -u
variant=$1
record=${2:-}
. "$(dirname "$0")/environment.sh"

# How a folder's name is written inside a sed pattern.
quoted() {
    printf '%s\n' "$1" | sed 's/[][\.*^$|]/\\&/g'
}

# run CASE - runs a case; leaves stdout, stderr and exit in $scratch/got.
run() {
    rm -rf "$scratch/work" "$scratch/got"
    mkdir "$scratch/work" "$scratch/got"
    (
        cd "$scratch/work" &&
            clean CASE="$1" ROOT="$root" timeout 60 sh "$1/cmd" \
                </dev/null >"$scratch/stdout" 2>"$scratch/stderr"
    )
    echo $? >"$scratch/got/exit"
    for stream in stdout stderr; do
        sed -e "s|$(quoted "$1")|\$CASE|g" -e "s|$(quoted "$root")|\$ROOT|g" \
            "$scratch/$stream" >"$scratch/got/$stream"
        [ -s "$scratch/got/$stream" ] || rm "$scratch/got/$stream"
    done
    [ "$(cat "$scratch/got/exit")" -ne 0 ] || rm "$scratch/got/exit"
}

# differs CASE - shows where a case and what came out differ; false if nowhere.
differs() {
    found=1
    for part in stdout stderr exit; do
        expected=$1/$part
        got=$scratch/got/$part
        [ -e "$expected" ] || expected=/dev/null
        [ -e "$got" ] || got=/dev/null
        if ! cmp -s "$expected" "$got"; then
            diff -u --label "expected $part" --label "$part" "$expected" "$got" | indent
            found=0
        fi
    done
    return "$found"
}

for cmd in "$root"/tests/cases/*/*/cmd; do
    [ -e "$cmd" ] || continue
    case=${cmd%/cmd}
    name=${case#"$root"/tests/cases/}
    run "$case"
    if difference=$(differs "$case"); then
        if [ -n "$record" ]; then
            for part in stdout stderr exit; do
                rm -f "$case/$part"
                [ ! -e "$scratch/got/$part" ] || cp "$scratch/got/$part" "$case/$part"
            done
            echo "recorded $name"
        else
            fail "$name" 'not as recorded'
            printf '%s\n' "$difference"
        fi
    elif [ -z "$record" ]; then
        ok "$name"
    fi
done
$all_good
