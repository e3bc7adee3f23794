#!/bin/sh
# setup.sh PACKAGE... - installs the Debian packages among these that are missing, if it may.
#
# Silent and quick when nothing is missing. Where it may not install, it says what to run.
set -eu

if ! command -v dpkg-query >/dev/null; then
    echo "setup: this is no Debian, so nothing was installed; Debian calls what is needed: $*" >&2
    exit 0
fi

missing=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
    awk -v wanted="$*" '
        $2 == "installed" { have[$1] = 1 }
        END {
            count = split(wanted, names, " ")
            for (i = 1; i <= count; i++)
                if (!(names[i] in have)) printf " %s", names[i]
        }')
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=env
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root='sudo -n env'
else
    echo 'setup: some packages are missing, and installing them needs root. Run:' >&2
    echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing" >&2
    exit 1
fi

echo "setup: installing$missing" >&2
$as_root apt-get update -q
# With a run level of its own no service among them is started: the tests start theirs themselves.
# shellcheck disable=SC2086 # a list of words
$as_root RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
