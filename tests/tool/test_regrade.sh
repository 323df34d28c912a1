#!/bin/bash
# test_regrade.sh: `descent regrade`, after a test of an exercise was changed.
. tests/tool/lib.sh
make_copy
box=()
sandbox_works || box=(--unsafe-no-sandbox)
regrade=(build/descent regrade "${box[@]}")
judge=build/judge/01-ewma/ewma_decay
check=tests/01-ewma/check_ewma_decay.c

# Makes the judge of 1.3 from what its check says now.
make_judge() {
    cc -D_GNU_SOURCE -Isrc -std=c17 -O1 "$check" "$root/build/obj/src/judge/judge.o" \
        "$root/build/libjudge.a" -ljansson -lseccomp -lz $(pkg-config --libs check) -lm \
        -o judge.new && mv judge.new $judge
}

row() { sed -n "s/^$1,[^,]*,[^,]*,[^,]*,//p" "${2:-class.results}/gradebook.csv"; }
state() { (cd class.results && find . -path ./regraded -prune -o -type f ! -name lock -exec sha256sum {} + | sort -k 2); }
seeds() { jq -c '[.students[].exercises[].seed]' "${1:-class.results}/gradebook.json"; }

wrong=build/mistakes/01-ewma/ewma_decay/ewma_decay-span-to-alpha.c
for student in right wrong byhand; do
    mkdir -p class/$student/01-ewma
    cp solutions/01-ewma/ewma_{weights,decay}.c class/$student/01-ewma
done
cp $wrong class/wrong/01-ewma/ewma_decay.c
cp $wrong class/byhand/01-ewma/ewma_decay.c
mkdir class/none
make_judge
mkdir class.results
cat >class.results/adjustments.json <<'END'
[{"student": "byhand", "exercise": "1.3", "points": 9, "reason": "taught otherwise"}]
END
run build/descent batch "${box[@]}" class 1.1 1.3
is "a class is graded" "$(row wrong) $(row byhand)" \
    "10,6,16,20, 10,9,19,20,1.3 was set by hand: taught otherwise."
before=$(state)
old_seeds=$(seeds)
cp -r class.results spare

# --- Nothing has changed ---------------------------------------------------------------------

run "${regrade[@]}" class.results
is "no test has changed: exit code" "$code" 0
has "no test has changed: words" "$out" "0 results are out of date"
run "${regrade[@]}" --write class.results
is "and nothing is written" "$(state)" "$before"

# --- It shows, and writes nothing ------------------------------------------------------------

sed -i '/{"λ from a half-life"/d; s/{"λ from a span", 1,/{"λ from a span", 2,/
    s/{"λ from a center of mass"/{"λ from a center"/' $check
make_judge
run "${regrade[@]}" class.results
is "a test has changed: exit code" "$code" 0
shown=$out
has "only its exercise is graded again" "$out" "3 results are out of date; graded again, they change 1 totals"
has "whose points change" "$out" "wrong: 16 -> 15 of 20"
has "in which exercise" "$out" "  1.3: 6 -> 5 of 10"
has "a test that counts more, and its words" "$out" "λ from a span, 0 of 1 -> 0 of 2: span"
has "a test that is new" "$out" "λ from a center, a new test, 1 of 1"
has "a test that is gone" "$out" "λ from a half-life, 1 of 1, is no longer a test"
has "what was set by hand" "$out" "1.3: stays at 9, set by hand; by the tests 6 -> 5 of 10"
hasnt "who is not concerned" "$out" "right:"
has "how to write it" "$out" "'descent regrade --write class.results' does"
is "nothing is written" "$(state)" "$before"
run "${regrade[@]}" class.results
is "it shows the same again" "$out" "$shown"

# --- It writes -------------------------------------------------------------------------------

run "${regrade[@]}" --write class.results
is "written: exit code" "$code" 0
is "written: the gradebook" "$(row wrong) $(row byhand) $(row right)" \
    "10,5,15,20, 10,9,19,20,1.3 was set by hand: taught otherwise. 10,10,20,20,"
is "the seeds are those of before" "$(seeds)" "$old_seeds"
is "the old gradebook is kept" "$(cmp class.results/before-1/gradebook.json spare/gradebook.json && echo same)" same
is "and the old results" "$(diff class.results/before-1/units/wrong/1.3 spare/units/wrong/1.3 && echo same)" same
is "and no others" "$(find class.results/before-1/units -name '1.1*')" ""
has "and what has changed" "$(<class.results/before-1/changes.txt)" "wrong: 16 -> 15 of 20"
has "the feedback is new" "$(<class.results/feedback/wrong/feedback.md)" "λ from a span (0 of 2)"
is "nothing is pending" "$(ls -d class.results/regraded 2>&1 | grep -c 'No such')" 1
written=$(state | grep -v before-)
run build/descent batch "${box[@]}" class 1.1 1.3
has "a batch has nothing left to do" "$out" "0 graded now"
is "and writes the same" "$(state | grep -v before-)" "$written"

# --- Interrupted -----------------------------------------------------------------------------

cp class.results/gradebook.json calm.json
start_again() {
    rm -rf class.results
    cp -r spare class.results
}
start_again
for i in {1..10}; do
    timeout -s KILL "$((i % 3)).${i}5" "${regrade[@]}" --write class.results
done >/dev/null 2>&1
run "${regrade[@]}" --write class.results
is "killed 10 times: exit code" "$code" 0
is "killed 10 times: the same gradebook" "$(cmp calm.json class.results/gradebook.json && echo same)" same
is "and the old one is there" "$(cmp class.results/before-1/gradebook.json spare/gradebook.json && echo same)" same
start_again
run "${regrade[@]}" class.results
mkdir -p class.results/before-1/units/wrong
printf 'before-1' >class.results/regraded/writing
mv class.results/units/wrong/1.3 class.results/before-1/units/wrong/
run build/descent batch "${box[@]}" class 1.1 1.3
is "stopped while it wrote: a batch is refused" "$code" 2
has "and says what to do" "$err" "finish it with 'descent regrade "
run "${regrade[@]}" class.results
has "stopped while it wrote: it goes on" "$out" "This ended a regrade"
is "with the same gradebook" "$(cmp calm.json class.results/gradebook.json && echo same)" same
is "and the old results" "$(ls class.results/before-1/units/*/1.3 | wc -l)" 3
start_again
endless_version ewma_decay >class.results/files/wrong/01-ewma/ewma_decay.c
calm=$(state)
env --default-signal=INT "${regrade[@]}" --write class.results >interrupted.txt 2>&1 &
wait_for_driver
kill -INT $!
wait $!
is "interrupted: exit code" "$?" 2
has "interrupted: it says how to go on" "$(<interrupted.txt)" "interrupted; the same command goes on"
has "interrupted: words" "$(<interrupted.txt)" "Nothing was written."
is "interrupted: nothing is written" "$(state)" "$calm"

# --- What is refused, and the machine's faults -------------------------------------------------

start_again
refused "no folder" "name the folder of the results" "${regrade[@]}"
refused "no results" "holds no results of a batch" "${regrade[@]}" class
is "and none are made of it" "$(ls class)" "$(printf 'byhand\nnone\nright\nwrong')"
refused "a batch at work" "another batch is writing to" flock class.results/lock "${regrade[@]}" class.results
printf '\n' >>$check
mv $judge judge
refused "a judge is missing" "could not be graded on this machine" "${regrade[@]}" --write class.results
has "a judge is missing: nothing is written" "$out" "Nothing was written."
is "not even a part" "$(state)" "$before"
mv judge $judge
run "${regrade[@]}" --write class.results
is "the judge is back" "$code $(row wrong)" "0 10,5,15,20,"
finish
