# shellcheck shell=bash disable=SC2154
# hostile.sh: runs the hostile set in one of two modes; to be sourced by the test of the mode.
#
#     grade_hostile practice | sandbox
#
# Building costs more than most attacks. So those that act while they run share programs: each
# has a case to itself, in which it alone does anything. The others are an exercise each.
# Exercise 1.3 is never attacked: it is the neighbor that has to keep its points.

# What an attack of its own is put in front of: exercise, file, functions.
victims=(ewma_weights ewma_corrected ewma_variance ewma_irregular)
neighbor=ewma_decay

hostile_includes='#include <fcntl.h>
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>
#pragma GCC diagnostic ignored "-Wunused-parameter"
#define FOUND(...) (printf("FOUND " __VA_ARGS__), puts(""), exit(99))
'

attack_file() { echo "$root/tests/tool/hostile/$1.inc"; }
attack_text() { sed "1d; s|@COPY@|$copy|g; s|@FILE@|$2.c|g" "$(attack_file "$1")"; }

# expectation NAME: sets where, kind, status and words; false if it is not for this mode.
expectation() {
    local expected
    read -r expected <"$(attack_file "$1")"
    expected=${expected#/\* } expected=${expected% \*/}
    where=all kind=exercise
    [[ $expected != sandbox\ * ]] || { where=sandbox && expected=${expected#sandbox }; }
    [[ $expected != case\ * ]] || { kind=case && expected=${expected#case }; }
    [[ $expected != names\ * ]] || { kind=names && expected=${expected#names }; }
    [[ $expected != excess\ * ]] || { kind=excess && expected=${expected#excess }; }
    status=${expected%%: *} words=${expected#*: }
    [ "$where" = all ] || [ "$where" = "$mode" ]
}

# The stub of an exercise, whose functions do what is given for todo().
stub_with() {
    awk -v act="$2" '/tgmath/ { next } /^void /{ answers = 0 } /^(real|enum) /{ answers = 1 }
        /todo\(/ { print answers ? "    return " act ";" : "    " act ";"; next } { print }' \
        "$copy/stubs/$1.c"
}

# Attacks in front of an exercise whose functions are BODY.
exercise_source() {
    local exercise=$1 name
    shift
    printf '#include "optim/%s.h"\n%s' "$exercise" "$hostile_includes"
    for name; do
        attack_text "$name" "$exercise"
    done
    cat <<'C'
#ifndef BODY
#define BODY
#endif
static double hostile_body(double alpha) { BODY return 0; }
C
    stub_with "$exercise" 'hostile_body(1)'
}

# One exercise in which each attack of a list "CASE NAME" has its case.
cases_source() {
    local exercise=$1 list=$2 run name id kind part table=
    printf '#include "optim/%s.h"\n%s' "$exercise" "$hostile_includes"
    while read -r run name; do
        id=${name//-/_} table+="{\"$run\""
        for part in BEFORE AFTER; do
            echo "#define $part static void ${part}_$id(void)"
        done
        attack_text "$name" "$exercise"
        echo "#undef BEFORE"
        echo "#undef AFTER"
        for part in BEFORE AFTER; do
            if grep -q "^$part" "$(attack_file "$name")"; then
                table+=", ${part}_$id"
            else
                table+=", NULL"
            fi
        done
        if grep -q '^#define BODY' "$(attack_file "$name")"; then
            echo "static double body_$id(double alpha) { BODY return 0; }"
            echo "#undef BODY"
            table+=", body_$id},"$'\n'
        else
            table+=", NULL},"$'\n'
        fi
    done <<<"$list"
    cat <<C
static const struct { const char *run; void (*before)(void), (*after)(void); double (*body)(double); }
attacks[] = {$table}, *chosen;
__attribute__((constructor)) static void start(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < sizeof attacks / sizeof *attacks; i++)
        if (strcmp(attacks[i].run, argv[1]) == 0) chosen = &attacks[i];
    if (chosen && chosen->before) chosen->before();
}
__attribute__((destructor)) static void stop(void)
{
    if (chosen && chosen->after) chosen->after();
}
static double act(void)
{
    static int calls;
    return chosen && chosen->body && calls++ == 0 ? chosen->body(1) : 0;
}
C
    stub_with "$exercise" 'act()'
}

# The cases of an exercise in the order in which they are judged.
cases_of() {
    sed -n 's/^    {"[^"]*", [0-9]*, "\([a-z-]*\)".*/\1/p' "$copy/tests/01-ewma/check_$1.c" | uniq
}

# The part of the result in $out that is about an exercise.
entry_of() {
    awk -v file="01-ewma/$1.c" '/^    \{/ { entry = "" } { entry = entry $0 "\n" }
        index($0, "\"file\": \"" file "\"") { found = 1 } /^    \}/ && found { printf "%s", entry; exit }' <<<"$out"
}

# Lines "CASE VERDICT MESSAGE" of the tests of an entry.
tests_of() {
    awk -F'": "' '{ sub(/",?$/, "") } /^          "case"/ { run = $2 }
        /^          "verdict"/ { verdict = $2 } /^          "message"/ { print run, verdict, $2 }' <<<"$1"
}

# What is wrong with how an attack has ended.
judged() {
    local exercise=$1 run=$2 name=$3 entry got said line left=
    entry=$(entry_of "$exercise")
    expectation "$name"
    if [ "$run" = - ]; then
        got=$(sed -n 's/^      "status": "\([a-z-]*\)",$/\1/p' <<<"$entry") said=$entry
    else
        line=$(tests_of "$entry" | grep "^$run " | head -1)
        read -r _ got said <<<"$line"
        [ "$got" != nan ] || got=wrong-values
    fi
    # shellcheck disable=SC2053
    [[ $got == $status ]] || left+=" (status $got)"
    [[ $said == *"$words"* ]] || [ "$words" = '*' ] || left+=" (words: $said)"
    [[ $entry == *'"points": 0,'* ]] || left+=" (points)"
    echo "$left"
}

# Grades what lies in the folder; each line of `plan` is "EXERCISE CASE NAME".
grade_plan() {
    local folder=$1 before=$failed exercise run name
    run timeout -s KILL 300 build/descent grade --json --jobs 2 --budget 3600 "${sandboxed[@]}"
    is "$mode: what is left" "$(leftovers)" ""
    is "$mode: only the neighbor has points" "$code $(json_points)" "1 10"
    hasnt "$mode: nothing was found" "$out" "FOUND "
    is "$mode: no control characters" "$(LC_ALL=C grep -c $'[\x01-\x09\x0b-\x1f\x7f]' <<<"$out")" 0
    while read -r exercise run name; do
        is "$mode: $name" "$(judged "$exercise" "$run" "$name")" ""
    done <<<"$plan"
    [ "$failed" -eq "$before" ] || printf '%s\n' "$plan" "$err"
}

# Fills one exercise: with attacks in all of its cases while there are such, the last of them
# one that goes over a limit; or else with all that define names of others, or with one attack.
fill() {
    local exercise=$1 list='' runs count i
    mapfile -t runs < <(cases_of "$exercise")
    count=${#runs[@]}
    if [ ${#excesses[@]} -gt 0 ]; then
        list+="${runs[count - 1]} ${excesses[0]}"$'\n'
        excesses=("${excesses[@]:1}") count=$((count - 1))
    fi
    for ((i = 0; i < count && ${#cases[@]} > 0; i++)); do
        list+="${runs[i]} ${cases[0]}"$'\n'
        cases=("${cases[@]:1}")
    done
    if [ -n "$list" ]; then
        cases_source "$exercise" "${list%$'\n'}"
        plan+=$(sed "/./s/^/$exercise /" <<<"$list")$'\n'
    elif [ ${#names[@]} -gt 0 ]; then
        exercise_source "$exercise" "${names[@]}"
        plan+=$(printf "$exercise - %s\n" "${names[@]}")$'\n'
        names=()
    elif [ ${#exercises[@]} -gt 0 ]; then
        exercise_source "$exercise" "${exercises[0]}"
        plan+="$exercise - ${exercises[0]}"$'\n'
        exercises=("${exercises[@]:1}")
    else
        cat "$copy/stubs/$exercise.c"
    fi >"$folder/01-ewma/$exercise.c"
}

grade_hostile() {
    echo 'FOUND the secret' >"$copy/secret"
    local mode=$1 name plan folder=exercises number=0 where kind status words
    local cases=() excesses=() names=() exercises=() sandboxed=()
    cp -r exercises/01-ewma "$copy/stubs"
    for name in "$root"/tests/tool/hostile/*.inc; do
        name=$(basename "$name" .inc)
        [[ -z ${ONLY-} || " $ONLY " == *" $name "* ]] || continue
        expectation "$name" || continue
        case $kind in
        case) cases+=("$name") ;;
        excess) excesses+=("$name") ;;
        names) names+=("$name") ;;
        exercise) exercises+=("$name") ;;
        esac
    done
    while [ $((${#cases[@]} + ${#excesses[@]} + ${#names[@]} + ${#exercises[@]})) -gt 0 ]; do
        number=$((number + 1)) plan=
        [ "$mode" = practice ] || folder="$copy/class/$number"
        [ "$mode" = practice ] || sandboxed=(--exercises "$folder")
        mkdir -p "$folder/01-ewma"
        cp "solutions/01-ewma/$neighbor.c" "$folder/01-ewma"
        for victim in "${victims[@]}"; do
            fill "$victim"
        done
        plan=$(sed '/^$/d' <<<"$plan")
        grade_plan "$folder"
    done
}
