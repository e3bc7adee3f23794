#!/bin/sh
# layers.sh [ROOT] - checks what holds the code together and no compiler sees:
#
#   - lib/base includes only base; model adds model; read, analyze and write add themselves only
#   - each third-party header stands in one file
#   - model/pay.h is included only where salaries are read, worked out or written
#   - functions of at most 70 lines, files of at most 500
#   - no function that overruns or that the library leaves to cmd (printing, exiting, the clock)
#
# A line a violation, "FILE:LINE: what; what would be right"; exit 1 if there is any.
# layers.sh --self-test breaks each rule in a scratch folder and expects to be told.
set -u

sources() {
    find lib cmd tests -name '*.[ch]' | sort
}

check_includes() {
    awk '
        BEGIN {
            may["base"] = " base "
            may["model"] = " base model "
            may["read"] = " base model read "
            may["analyze"] = " base model analyze "
            may["write"] = " base package model write "
            may["package"] = " base package "
            may["cmd"] = may["tests"] = " base package model read analyze write cmd "
            pay = "^(lib/read/(readers[.]h|intake[.]c|roster[.]c)|lib/analyze/(analyze[.]h|budget[^/]*[.][ch])"
            pay = pay "|lib/write/budget[^/]*[.][ch]|cmd/[^/]*[.]c|tests/.*)$"
        }
        FNR == 1 {
            split(FILENAME, folder, "/")
            layer = folder[1] == "lib" ? folder[2] : folder[1]
        }
        /^[ \t]*#[ \t]*include[ \t]*"/ {
            split($0, quoted, "\"")
            named = split(quoted[2], target, "/") > 1
            # A file of cmd or of the tests may call its neighbor by its bare name.
            if (!named && layer != "cmd" && layer != "tests")
                print FILENAME ":" FNR ": \"" quoted[2] "\" names no layer; \"LAYER/" quoted[2] "\" would"
            if (named && index(may[layer], " " target[1] " ") == 0)
                print FILENAME ":" FNR ": " layer " includes " target[1] "; it may include" may[layer]
            if (quoted[2] == "model/pay.h" && FILENAME !~ pay)
                print FILENAME ":" FNR ": includes model/pay.h; salaries are for the budget alone"
        }
        /^[ \t]*#[ \t]*include[ \t]*<(csv|pcre2|xlsxwriter|jansson|utf8proc|iconv|expat)[.]h>/ &&
        layer != "tests" {
            split($0, angled, "[<>]")
            header = angled[2]
            if (header in first && first[header] != FILENAME)
                print FILENAME ":" FNR ": includes <" header ">; only " first[header] " may"
            else
                first[header] = FILENAME
        }' "$@"
}

check_lengths() {
    wc -l "$@" | awk '
        $2 != "total" && $1 > 500 { print $2 ":" $1 ": a file of " $1 " lines; 500 is the limit" }'
    ctags -f - --languages=C --langmap=C:.c.h --kinds-C=f --fields=ne --sort=no "$@" |
        awk -F '\t' '{
            start = end = 0
            for (i = 4; i <= NF; i++) {
                if ($i ~ /^line:/) start = substr($i, 6)
                if ($i ~ /^end:/) end = substr($i, 5)
            }
            lines = end - start + 1
            if (lines > 70)
                print $2 ":" start ": " $1 "() has " lines " lines; 70 is the limit"
        }'
}

check_words() {
    awk '
        function find(pattern, why) {
            if (match(code, "(^|[^A-Za-z0-9_.>])(" pattern ")"))
                print FILENAME ":" FNR ": " substr(code, RSTART, RLENGTH) why
        }
        FNR == 1 { in_library = FILENAME ~ "^lib/" }
        {
            code = $0
            sub("//.*", "", code)
            find("(str(n?cpy|n?cat|tok)|v?sprintf|gets|ato(i|l|ll|f)|alloca)[(]", " is banned")
            if (in_library) {
                find("(v?printf|puts|putchar|perror)[(]|std(in|out|err)($|[^A-Za-z0-9_])",
                     " in the library; only cmd prints")
                find("(_?exit|_Exit|quick_exit|v?fork|system|popen|exec[lv][pe]*)[(]",
                     " in the library; only cmd exits and forks")
                find("(time|clock|clock_gettime|gettimeofday|(local|gm)time(_r)?)[(]",
                     " in the library; only cmd reads the clock")
                find("(secure_)?(getenv|setenv|putenv|setlocale)[(]",
                     " in the library; only cmd knows the environment")
            }
        }
        /NOLINT/ { print FILENAME ":" FNR ": NOLINT; mend what is warned of, or settle it in .clang-tidy" }
        ' "$@"
}

check() {
    cd "$1" || exit 1
    # shellcheck disable=SC2046 # no file here has blanks in its name
    set -- $(sources 2>/dev/null)
    [ $# -gt 0 ] || return 0
    found=$(
        check_includes "$@"
        check_lengths "$@"
        check_words "$@"
    )
    [ -n "$found" ] || return 0
    printf '%s\n' "$found"
    return 1
}

# --- self-test ---

# expect NAME FILE MESSAGE - writes standard input to FILE of a tree without faults, and expects just
# one message, at FILE; none with an empty MESSAGE.
expect() {
    rm -rf "$scratch/tree"
    mkdir -p "$scratch/tree/cmd" "$scratch/tree/tests/unit"
    for layer in base model read analyze write; do
        mkdir -p "$scratch/tree/lib/$layer"
    done
    printf '#include "base/text.h"\n#include <utf8proc.h>\n' >"$scratch/tree/lib/base/text.c"
    printf '#include "model/pay.h"\n' >"$scratch/tree/lib/read/roster.c"
    cat >"$scratch/tree/$2"
    found=$("$0" "$scratch/tree" 2>&1)
    status=$?
    case $found in
    "$2":*"$3"*) [ -n "$3" ] && [ "$status" -eq 1 ] && [ "$(echo "$found" | wc -l)" -eq 1 ] ;;
    *) [ -z "$3" ] && [ "$status" -eq 0 ] && [ -z "$found" ] ;;
    esac && echo "ok layers: $1" && return
    all_good=false
    echo "FAIL layers: $1: exit $status, said \"$found\""
}

# lines COUNT - so many lines with nothing on them but a comment.
lines() {
    awk -v count="$1" 'BEGIN { while (count-- > 0) print "    //" }'
}

self_test() {
    scratch=$(mktemp -d) || exit 1
    trap 'rm -rf "$scratch"' EXIT
    all_good=true

    expect 'base includes model' lib/base/a.c 'base includes model' <<-END
		#include "model/team.h"
	END
    expect 'model includes read' lib/model/a.h 'model includes read' <<-END
		#include "read/csv.h"
	END
    expect 'read includes analyze' lib/read/a.c 'read includes analyze' <<-END
		#include "analyze/analyze.h"
	END
    expect 'analyze includes write' lib/analyze/a.c 'analyze includes write' <<-END
		#include "write/book.h"
	END
    expect 'write includes read' lib/write/a.c 'write includes read' <<-END
		#  include "read/readers.h"
	END
    expect 'library includes cmd' lib/write/a.c 'write includes cmd' <<-END
		#include "cmd/options.h"
	END
    expect 'way round by ..' lib/base/a.c 'base includes ..' <<-END
		#include "../model/team.h"
	END
    expect 'no layer named' lib/model/a.c 'names no layer' <<-END
		#include "team.h"
	END
    expect 'all layers from cmd' cmd/a.c '' <<-END
		#include "options.h"
		#include "base/text.h"
		#include "model/pay.h"
		#include "read/readers.h"
		#include "analyze/analyze.h"
		#include "write/book.h"
	END
    for header in csv pcre2 xlsxwriter jansson iconv expat; do
        expect "<$header.h> in one file" lib/read/z.c '' <<-END
			#include <$header.h>
		END
    done
    expect 'third-party header in two files' lib/write/a.c '<utf8proc.h>; only lib/base/text.c' <<-END
		#include <utf8proc.h>
	END
    for file in lib/write/team_book.c lib/model/results.h lib/read/csv.c cmd/options.h; do
        expect "pay.h in $file" "$file" 'salaries are for the budget' <<-END
			#include "model/pay.h"
		END
    done
    for file in lib/write/budget_book.c lib/analyze/budget_tree.h tests/unit/test_budget.c; do
        expect "pay.h in $file" "$file" '' <<-END
			#include "model/pay.h"
		END
    done

    expect 'function of 70 lines' lib/base/a.c '' <<-END
		int long_one(void) {
		$(lines 67)
		    return 0;
		}
	END
    expect 'function of 71 lines' lib/base/a.c 'long_one() has 71 lines' <<-END
		int long_one(void) {
		$(lines 68)
		    return 0;
		}
	END
    expect 'static function in a test' tests/unit/test_a.c 'long_one() has 80 lines' <<-END
		static void long_one(void **state) {
		$(lines 78)
		}
	END
    lines 500 | expect 'file of 500 lines' cmd/a.c ''
    lines 501 | expect 'file of 501 lines' cmd/a.c '500 is the limit'

    for call in 'strcpy(a, b)' 'strncpy(a, b, 2)' 'strcat(a, b)' 'sprintf(a, b)' 'vsprintf(a, b, c)' \
        'strtok(a, b)' 'atoi(a)' 'atof(a)' 'gets(a)' 'alloca(8)'; do
        expect "banned: $call" cmd/a.c 'is banned' <<-END
			    x = $call;
		END
    done
    for call in 'printf("")' 'puts("")' 'fputs("", stderr)' 'exit(1)' 'fork()' 'time(NULL)' \
        'getenv("HOME")' 'setlocale(LC_ALL, "")'; do
        expect "library: $call" lib/base/a.c 'in the library' <<-END
			    $call;
		END
        expect "cmd: $call" cmd/a.c '' <<-END
			    $call;
		END
    done
    expect 'names that only look banned' lib/base/a.c '' <<-END
		    snprintf(a, 2, "x"); // not sprintf(a, "x")
		    gp_print(memory, "x"), my_exit(1), book->time(2);
	END
    expect 'NOLINT' cmd/a.c 'NOLINT' <<-END
		int a; // NOLINT
	END
    $all_good
}

case ${1:-} in
--self-test) self_test ;;
'') check "$(dirname "$0")/../.." ;;
*) check "$1" ;;
esac
