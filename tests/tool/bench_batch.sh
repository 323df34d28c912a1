#!/bin/bash
# bench_batch.sh: how `descent batch` grows with a class: seconds, and the memory of the tool itself.
#
#     tests/tool/bench_batch.sh [COUNT...]       in the root of a built clone, on a quiet machine
#
# The class is the sample course (see sample_course.sh) again and again. EX names the exercises that
# are graded, one a chapter of the first four if it is not set.
set -eu
[ $# -gt 0 ] || set -- 30 100 300
read -ra exercises <<<"${EX:-0.1 1.2 2.3 3.2}"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# What one student hands in: a folder or an archive each.
tests/tool/sample_course.sh "$made/sample"
sample=("$made"/sample/[0-9S]*)

# class FOLDER COUNT
class() {
    local i entry
    mkdir "$1"
    for ((i = 0; i < $2; i++)); do
        entry=${sample[i % ${#sample[@]}]}
        cp -r "$entry" "$1/$(printf s%04d "$i")$(grep -o '\.\(tar\..*\|zip\)$' <<<"$entry" || true)"
    done
}

# peak PID: the largest memory of a process, in MB, seen until it ends.
peak() {
    local kilobytes=0 seen
    while seen=$(awk '/VmHWM/ { print $2 }' "/proc/$1/status" 2>/dev/null) && [ -n "$seen" ]; do
        kilobytes=$seen
        sleep 0.2
    done
    echo $((kilobytes / 1024))
}

echo "exercises ${exercises[*]}, $(nproc) processors"
printf '%11s %9s %9s %9s %7s\n' submissions results seconds 'a minute' MB
for count in "$@"; do
    class "$made/class" "$count"
    start=$(date +%s%N)
    build/descent batch "$made/class" "${exercises[@]}" --results "$made/results" >"$made/log" 2>&1 &
    megabytes=$(peak $!)
    wait $! || true # some of the sample cannot be graded
    rows=$(($(wc -l <"$made/results/gradebook.csv") - 1))
    [ "$rows" -eq "$count" ] || { cat "$made/log"; exit 1; }
    awk -v n="$rows" -v e=${#exercises[@]} -v ns=$(($(date +%s%N) - start)) -v mb="$megabytes" 'BEGIN {
        printf "%11d %9d %9.1f %9.1f %7d\n", n, n * e, ns / 1e9, n / (ns / 6e10), mb }'
    rm -r "$made/class" "$made/results"
done
