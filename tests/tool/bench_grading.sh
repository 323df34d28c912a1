#!/bin/bash
# bench_grading.sh: what `descent grade` of all exercises takes, beside what it cannot do without: to
# compile and link each solution, and to judge it. Of what runs in the sandbox the computing is not
# known.
#
#     tests/tool/bench_grading.sh [CHAPTER]      in the root of a built clone, on a quiet machine
set -eu
jobs=$(nproc) chapter=${1:-}
exec 3>&2
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
export made compiler libraries
compiler=$(xargs <build/practice/command)
libraries=$(xargs <build/practice/libraries)

# As the tool does: the file, those of the exercises that it calls, and the driver.
compile() {
    local stem=$1 file objects=() needs
    needs=$(sed -n '/\*\/$/q; s/.*@needs //p' "solutions/$stem.c")
    mkdir -p "$made/$stem"
    for id in "" $needs; do
        file=solutions/$stem.c
        [ -z "$id" ] || file=$(grep -lF "@exercise $id " solutions/*/*.c)
        objects+=("$made/$stem/$(basename "$file" .c).o")
        $compiler -c "$file" -o "${objects[-1]}"
    done
    $compiler "${objects[@]}" "build/practice/tests/${stem%/*}/cases_${stem#*/}.o" build/practice/src/judge/*.o \
        build/practice/libdescent.a $libraries -o "$made/$stem/driver"
}

judge() {
    build/judge/"$1" --student "$made/$1/driver" --reference "build/reference/$1" \
        --mistakes "build/mistakes/$1" --seed 4711 >"$made/$1/report"
    jq -e '.status == "pass"' "$made/$1/report" >/dev/null || echo "$1 does not pass" >&2
}
export -f compile judge

# measured WORDS COMMAND...: seconds of the clock, and of computing.
measured() {
    local words=$1 TIMEFORMAT='%R %U %S' times
    shift
    times=$({ time "$@" >/dev/null 2>&3; } 2>&1) || echo "$words: exit code $?"
    awk -v words="$words" '{ printf "%-28s %6.1f s  %6.1f CPU s\n", words, $1, $2 + $3 }' <<<"$times"
}

stems=$(printf '%s\n' solutions/"${chapter:-*}"/*.c | sed 's|solutions/||; s|\.c$||')
each() { xargs -P "$jobs" -I{} bash -c "$1 {}" <<<"$stems"; }
names=$(sed 's|.*/||' <<<"$stems")

echo "$(wc -l <<<"$stems") exercises, $jobs at once"
measured "compiling and linking alone" each compile
measured "judging alone" each judge
# shellcheck disable=SC2086
measured "descent grade" build/descent grade --exercises solutions --no-sandbox $names
# shellcheck disable=SC2086
measured "descent grade, sandboxed" build/descent grade --exercises solutions $names
