# shellcheck shell=bash disable=SC2154
# hostile.sh: runs the hostile set in one of two modes; to be sourced by the test of the mode.
#
#     grade_hostile practice | sandbox

hostile_source() {
    cat <<'C'
#include "optim/ewma_weights.h"
#include <fcntl.h>
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
C
    sed "1d; s|@COPY@|$copy|g" "$1"
    cat <<'C'
#ifndef BODY
#define BODY return 0;
#endif
real ewma_weight(real alpha, uint64_t age) { BODY }
real ewma_weight_sum(real alpha, uint64_t n) { BODY }
real ewma_window(real alpha, real share) { BODY }
C
}

# One submission; where it tries to reach others, with a right neighbor.
grade_one() {
    local mode=$1 file=$2 name=$3 status=$4 words=$5
    local folder=exercises arguments=(1.1) neighbor=0
    case $name in
    *bomb* | kill* | system | forged* | points | *output | own-main)
        arguments+=(1.2)
        neighbor=10
        ;;
    esac
    if [ "$mode" = sandbox ]; then
        folder="$copy/class/$name"
        arguments+=(--exercises "$folder")
    fi
    mkdir -p "$folder/01-ewma"
    hostile_source "$file" >"$folder/01-ewma/ewma_weights.c"
    cp solutions/01-ewma/ewma_corrected.c "$folder/01-ewma"
    run timeout -s KILL 60 build/descent grade --json --jobs 1 "${arguments[@]}"
    local first left
    first=${out%%\"id\": \"1.2\"*}
    left=$(leftovers)
    # shellcheck disable=SC2254
    case $(sed -n 's/^      "status": "\([a-z-]*\)",$/\1/p' <<<"$first") in
    $status) ;;
    *) left+=" (status)" ;;
    esac
    [ "$code" -eq 1 ] || left+=" (exit code $code)"
    [[ $first == *"$words"* ]] || [ "$words" = '*' ] || left+=" (words)"
    [[ $first != *FOUND* ]] || left+=" (found something)"
    [ "$(json_points)" = "$neighbor" ] || left+=" (points)"
    ! LC_ALL=C grep -q $'[\x01-\x09\x0b-\x1f\x7f]' <<<"$out" || left+=" (control characters)"
    is "$mode: $name ($SECONDS s)" "$left" ""
    [ -z "$left" ] || printf '%s\n' "$first" "$err" | head -60
}

grade_hostile() {
    echo 'FOUND the secret' >"$copy/secret"
    local mode=$1 file name expected status words
    for file in "$root"/tests/tool/hostile/*.inc; do
        name=$(basename "$file" .inc)
        [[ -z ${ONLY-} || $name == $ONLY ]] || continue
        read -r expected <"$file"
        expected=${expected#/\* } expected=${expected% \*/}
        case $expected in
        sandbox\ *) [ "$mode" = sandbox ] || continue ;;
        esac
        expected=${expected#sandbox }
        status=${expected%%: *} words=${expected#*: }
        grade_one "$mode" "$file" "$name" "$status" "$words"
    done
}
