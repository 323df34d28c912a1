# shellcheck shell=bash
# lib.sh: for scripts that drive the tool as a user does; to be sourced from the
# repository's root.
#
# Everything happens in a throwaway copy of the workbook, in $copy, with fresh stubs: what a
# student has put into exercises/, build/progress and backups is neither looked at nor touched.
set -u
export LC_ALL=C.UTF-8
unset NO_COLOR

passed=0 failed=0
root=$PWD
copy=$(mktemp -d "${TMPDIR:-/tmp}/descent-test.XXXXXX")
trap 'chmod -R u+rwX "$copy"; rm -rf "$copy"' EXIT
trap 'exit 1' INT TERM HUP

# The files of the workbook: those that git knows, or else all but what was built.
list_files() {
    if git ls-files --error-unmatch Makefile >/dev/null 2>&1; then
        git ls-files -z
    else
        find . -path ./build -prune -o -path ./.git -prune -o -type f -printf '%P\0'
    fi
}

make_copy() {
    list_files | while IFS= read -r -d '' file; do
        case $file in
        exercises/*) ;;
        *) [ ! -e "$file" ] || printf '%s\0' "$file" ;;
        esac
    done | xargs -0 cp --parents -t "$copy"
    mkdir "$copy/build"
    local kit=(build/descent build/judge build/reference build/mistakes build/practice)
    cp -al "${kit[@]}" "$copy/build" 2>/dev/null || cp -a "${kit[@]}" "$copy/build"
    cd "$copy" || exit 1
    # Chapter 1 is workbook enough, and these tests know its exercises.
    find solutions tests -mindepth 1 -maxdepth 1 -name '[0-9]*' ! -name '01-ewma' \
        -exec rm -rf {} +
    build/descent stubs >/dev/null
}

ok() {
    passed=$((passed + 1))
    echo "ok $1"
}

not_ok() {
    failed=$((failed + 1))
    echo "not ok $1"
    shift
    printf '    %s\n' "$@"
}

# is NAME GOT EXPECTED
is() {
    if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1" "got:      $2" "expected: $3"; fi
}

# has NAME TEXT PART: PART occurs in TEXT
has() {
    if [[ $2 == *"$3"* ]]; then ok "$1"; else not_ok "$1" "no '$3' in:" "$2"; fi
}

# hasnt NAME TEXT PART
hasnt() {
    if [[ $2 != *"$3"* ]]; then ok "$1"; else not_ok "$1" "'$3' in:" "$2"; fi
}

# run COMMAND...: sets out, err and code
run() {
    code=0
    out=$("$@" 2>"$copy/err" </dev/null) || code=$?
    err=$(<"$copy/err")
}

# A command that is refused, with words for it: refused NAME WORDS COMMAND...
refused() {
    local name=$1 words=$2
    shift 2
    run "$@"
    is "$name: exit code" "$code" 2
    has "$name: words" "$err" "$words"
}

# Parts of what `grade --json` of one exercise says, in $out.
json_points() { sed -n 's/^  "points": \([0-9]*\),$/\1/p' <<<"$out"; }
json_status() { sed -n 's/^      "status": "\([a-z-]*\)",$/\1/p' <<<"$out"; }

sandbox_works() {
    build/descent grade --sandbox --json 1.1 >"$copy/sandbox" 2>&1
    [ $? -ne 2 ] && return
    echo "# SKIPPED, the sandbox does not work here: $(<"$copy/sandbox")"
    return 1
}

# Files that must not outlive a grading, and programs.
leftovers() {
    find build -maxdepth 1 -name 'stage*'
    find exercises -name '*~'
    find /proc -mindepth 2 -maxdepth 2 -name exe -lname "$copy/*" -printf '%l\n' 2>/dev/null
    return 0
}

# Waits until code under test is about to run.
wait_for_driver() {
    local _
    for _ in {1..600}; do
        ! compgen -G 'build/stage.*/made/driver' >/dev/null || return
        sleep 0.05
    done
}

# A right file of chapter 1 that computes for ever.
endless_version() {
    cat "solutions/01-ewma/$1.c"
    echo '__attribute__((constructor)) static void spin(void) { for (volatile int i = 0;; i = 1 - i); }'
}

finish() {
    cd "$root" || exit 1
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
