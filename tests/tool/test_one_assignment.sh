#!/bin/bash
# test_one_assignment.sh: handout, batch, export and similar read one assignment file alike.
. tests/tool/lib.sh
make_copy
box=()
sandbox_works || box=(--unsafe-no-sandbox)

cat >week3.json <<'END'
{"name": "Week 3", "exercises": ["1.1", "1.3"], "points": {"1.3": 20},
 "due": "2026-12-07T23:59Z", "late": {"percent_per_day": 25, "days": 2},
 "tests": "hidden", "seed": 471147, "similar_percent": 90}
END

# --- handout ----------------------------------------------------------------------------------

make build/handout.md >/dev/null
mkdir -p build/site
touch build/site/{index.html,style.css,descent.pdf}
run build/descent handout --assignment week3.json
is "handout: exit code" "$code$err" 0
tar xJf build/week-3.tar.xz -C "$copy"
readme=$(<week-3/README.md)
has "handout: the name, the date and what lateness costs" "$readme" "# Week 3

Due on 2026-12-07 23:59 UTC. Each day after that, once begun, takes off 25 %. $(
    )What comes more than 2 days later does not count."
has "handout: the points" "$readme" "| 1.1 Weights and their sum | 10 |"
has "handout: points that are not the exercise's own" "$readme" "| 1.3 The decay rate by other names | 20 |"
is "handout: the exercises" "$(ls week-3/exercises/01-ewma | xargs)" "ewma_decay.c ewma_weights.c"
is "handout: nothing else of the assignment" "$(grep -rlE '471147|similar_percent' week-3)" ""

run build/descent assigned week3.json
has "assigned: the name, and what it counts" "$(tr -s ' \n' ' ' <<<"$out")" "Week 3 1.1 10 points Weights and their sum 1.3 20 points "
has "assigned: the total" "$out" "30 points in all"
has "assigned: when it is due" "$out" "due 2026-12-07 "
refused "assigned: an assignment that is wrong" "/dev/null is" build/descent assigned /dev/null

# --- batch ------------------------------------------------------------------------------------

for student in right late later; do
    mkdir -p class/$student/01-ewma
    cp solutions/01-ewma/ewma_weights.c class/$student/01-ewma
    cp build/mistakes/01-ewma/ewma_decay/ewma_decay-span-to-alpha.c \
        class/$student/01-ewma/ewma_decay.c
done
cp solutions/01-ewma/ewma_decay.c class/right/01-ewma
find class -exec touch -d 2026-12-07T23:00Z {} +
find class/late -exec touch -d 2026-12-09T00:00Z {} +
find class/later -exec touch -d 2026-12-11T00:00Z {} +
run build/descent batch "${box[@]}" --assignment week3.json class
says=$(<build/mistakes/01-ewma/ewma_decay/ewma_decay-span-to-alpha.says)
totals() { jq -c "[.students[] | $1]" class.results/gradebook.json; }
is "batch: exit code" "$code" 0
is "batch: the totals, less what lateness costs" "$(totals .points)" "[11,0,30]"
is "batch: of which" "$(totals '.exercises[].points')" "[10,12,10,12,10,20]"
is "batch: the seed" "$(totals '.exercises[].seed' | grep -o 471147 | wc -l)" 6
page=$(cat class.results/feedback/late/*)
has "batch: the points stand in the feedback" "$page" "fail, 12 of 20 points"
for part in "from a span" known spans "<svg" 471147; do
    hasnt "batch: no '$part' in it, because tests are hidden" "$page" "$part"
done

# --- export -----------------------------------------------------------------------------------

run build/descent export canvas class.results
is "export: the totals" "$(cut -d, -f6 <<<"$out" | tail -n +3 | xargs)" "11 0 30"
run build/descent export gradescope --output scope class.results
is "export: gradescope has the total" "$(jq .score scope/late.json)" 11
hasnt "export: gradescope shows no test" "$(<scope/late.json)" "from a span"
run build/descent export junit class.results
has "export: junit has the points" "$out" 'message="12 of 20 points"'
for part in "from a span" span-to-alpha "$says" known; do
    hasnt "export: junit has no '$part'" "$out" "$part"
done
run build/descent export autograder --assignment week3.json --output autograder.zip
is "export: the autograder gets the same" \
    "$(unzip -p autograder.zip assignment.json | jq -S 'del(.points."1.1") | .due |= sub(":00Z"; "Z")')" \
    "$(jq -S . week3.json)"
run build/descent export github --assignment week3.json
has "export: the workflow's points" "$out" '"1.3": 20'

# --- similar ----------------------------------------------------------------------------------

if [ -x /usr/bin/sim_c ]; then
    run build/descent similar "${box[@]}" --assignment week3.json class
    is "similar: the exercises" "$(jq -c '[.exercises[].id]' class.results/similar.json)" '["1.1","1.3"]'
    is "similar: the threshold" "$(jq '[.pairs[].exercises[].threshold] | unique == [90]' class.results/similar.json)" true
fi
finish
