#!/bin/bash
# test_record.sh: a record stands for the reference and the mistakes: with it every mistake
# of every exercise gets the verdicts, the words and the name that it gets from them. And what
# was recorded with one seed is wrong with another: no case is the same with both.
set -u
passed=0 failed=0
folder=$(mktemp -d "${TMPDIR:-/tmp}/descent-test.XXXXXX")
trap 'rm -rf "$folder"' EXIT

# The tested cases of an exercise whose traces differ in their first line alone, with the seed.
same_with_each_seed() {
    local run one other
    for run in $("build/reference/$1" 2>&1); do
        grep -q "\"$run\"" "tests/${1%/*}/check_${1#*/}.c" || continue
        one=$("build/reference/$1" "$run" 1) other=$("build/reference/$1" "$run" 2)
        [ "${one#*$'\n'}" != "${other#*$'\n'}" ] || printf ' %s' "$run"
    done
}

# One of the seeds that a handout has, another in each exercise.
seed=0
for judge in build/judge/*/*; do
    exercise=${judge#build/judge/}
    seed=$((seed % 5 + 1))
    reference=build/reference/$exercise mistakes=build/mistakes/$exercise
    record=$folder/${exercise##*/}.record
    same=$(same_with_each_seed "$exercise")
    if [ -z "$same" ] && "$judge" --prove "$mistakes" --reference "$reference" \
        --mistakes "$mistakes" --record "$record" --seed $seed >"$folder/both" &&
        sed -n 1p "$folder/both" >"$folder/theirs" &&
        sed -n 2p "$folder/both" >"$folder/ours" && [ -s "$folder/ours" ] &&
        cmp "$folder/ours" "$folder/theirs"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "not ok $exercise, seed $seed${same:+, the same with each seed:$same}"
        diff <(tr , '\n' <"$folder/theirs") <(tr , '\n' <"$folder/ours") | head -20
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
