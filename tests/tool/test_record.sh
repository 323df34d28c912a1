#!/bin/bash
# test_record.sh: a record gives every mistake of every exercise its own name, and the
# verdicts of the reference itself; of an exercise's mistakes, those of one in eight are
# compared, because it is the reference that they depend on.
set -u
passed=0 failed=0
folder=$(mktemp -d "${TMPDIR:-/tmp}/descent-test.XXXXXX")
trap 'rm -rf "$folder"' EXIT

# The report, less the diagnosis.
verdicts() { sed 's/"diagnosis":.*"output":/"output":/' <<<"$1"; }

# One of the seeds that a handout has, another in each exercise.
seed=0 count=0
for judge in build/judge/*/*; do
    exercise=${judge#build/judge/}
    seed=$((seed % 5 + 1))
    reference=build/reference/$exercise mistakes=build/mistakes/$exercise
    record=$folder/${exercise##*/}.record
    "$judge" --record "$record" --reference "$reference" --mistakes "$mistakes" --seed $seed
    for words in "$mistakes"/*.says; do
        name=${words##*/} name=${name%.says}
        ours=$("$judge" --student "$mistakes/$name" --reference "$record" --mistakes "$record" \
            --seed $seed)
        theirs=$ours
        [ $((count++ % 8)) -gt 0 ] ||
            theirs=$("$judge" --student "$mistakes/$name" --reference "$reference" \
                --seed $seed)
        if [[ $ours == *"\"diagnosis\":{\"name\":\"$name\","* ]] &&
            [ "$(verdicts "$ours")" = "$(verdicts "$theirs")" ]; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            printf 'not ok %s, seed %s\n    %s\n    %s\n' "$name" $seed "$theirs" "$ours"
        fi
    done
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
