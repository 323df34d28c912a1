#!/bin/bash
# test_batch.sh: `descent batch`, from submissions to a gradebook.
. tests/tool/lib.sh
make_copy
box=()
sandbox_works || box=(--unsafe-no-sandbox)
batch=(build/descent batch "${box[@]}" --seed 77)

# The row of a student in gradebook.csv, from the first exercise on.
row() { sed -n "s/^$1,[^,]*,[^,]*,[^,]*,//p" "${2:-class.results}/gradebook.csv"; }

graded() { sed -n 's/^\([0-9]*\) graded now.*/\1/p' <<<"$out"; }

# --- A class of folders ---------------------------------------------------------------------

mkdir -p class/{right,wrong,none,deep/inner}/01-ewma
cp solutions/01-ewma/*.c class/right/01-ewma
cp build/mistakes/01-ewma/ewma_decay/ewma_decay-span-to-alpha.c class/wrong/01-ewma/ewma_decay.c
printf '#error <b> ]**\n' >class/wrong/01-ewma/ewma_weights.c
cp solutions/01-ewma/ewma_weights.c class/deep/inner/01-ewma/
run "${batch[@]}" class 1.1 1.3
is "a class: exit code, and how many were graded" "$code $(graded)" "0 5"
is "all right" "$(row right)" "10,10,20,20,"
is "a build error and a known mistake" "$(row wrong)" "0,6,6,20,"
is "a row for who handed in nothing" "$(row none)" "0,0,0,20,There is no C source in it."
is "a folder too deep" "$(row deep)" "10,0,10,20,"
is "its head" "$(head -1 class.results/gradebook.csv)" \
    "student,id,submission,late,1.1,1.3,total,max,notes"
has "the mistake's name in the JSON" "$(<class.results/gradebook.json)" \
    '"diagnosis": "ewma_decay-span-to-alpha"'
is "nothing is left" "$(leftovers)" ""

# Notes are about what is assigned, and what that calls: 1.3 with 1.5, but not 1.2.
mkdir -p notes/kim
for name in corrected decay irregular; do
    cp "solutions/01-ewma/ewma_$name.c" "notes/kim/kim_12_ewma_$name.c"
done
run "${batch[@]}" notes 1.5
is "notes leave out what nobody asked for" "$(row kim notes.results)" "15,15,15,1.3 was taken from \
kim/kim_12_ewma_decay.c. 1.5 was taken from kim/kim_12_ewma_irregular.c."

# --- What students and the class hear -----------------------------------------------------------

page=$(<class.results/feedback/wrong/feedback.md)
says=$(head -c 40 build/mistakes/01-ewma/ewma_decay/ewma_decay-span-to-alpha.says)
has "feedback: the points" "$page" "6 of 20 points"
has "feedback: the verdict" "$page" "## 1.3 The decay rate by other names: fail, 6 of 10 points"
has "feedback: the first wrong value" "$page" "✗ λ from a span (0 of 1): span "
has "feedback: the mistake by name" "$page" "a known mistake (span-to-alpha): $says"
has "feedback: how to repeat it" "$page" "    build/drivers/01-ewma/ewma_decay spans 77"
has "feedback: the compiler's words" "$page" "    01-ewma/ewma_weights.c:1:2: error: #error <b> ]**"
has "feedback: the drawing" "$page" "](1.3.svg)"
html=$(<class.results/feedback/wrong/index.html)
has "as HTML, the drawing is in the page" "$html" "<svg"
has "and the submission's signs are text" "$html" "#error &lt;b&gt; ]**"
hasnt "nothing of this machine" "$page$html" "$copy"
has "the class: pass rates" "$(<class.results/class.md)" \
    "| 1.1 Weights and their sum | 3 of 4 | 2 | 50 % | 5.00 of 10 |"
has "the class: mistakes" "$(<class.results/class.md)" "| 1.3 | ewma\_decay-span-to-alpha | 1 |"
has "the class: bars" "$(<class.results/class.html)" "<svg"
junit=$(build/descent export junit class.results)
has "JUnit: the first wrong value" "$junit" "λ from a span: span "
has "JUnit: the mistake's words" "$junit" "A known mistake: $says"
has "JUnit: the compiler's words" "$junit" "01-ewma/ewma_weights.c:1:2: error: #error &lt;b&gt; ]**"
echo '{"name": "Week 1", "exercises": ["1.3"], "tests": "hidden"}' >hidden.json
run "${batch[@]}" --assignment hidden.json class
page=$(cat class.results/feedback/wrong/*)
has "tests that are hidden: the points" "$page" "fail, 6 of 10 points"
for part in "from a span" known spans "<svg"; do
    hasnt "tests that are hidden: no '$part'" "$page" "$part"
done

# --- By hand --------------------------------------------------------------------------------------

cat >class.results/adjustments.json <<'END'
[{"student": "wrong", "exercise": "1.3", "points": 7.5, "reason": "taught otherwise"}]
END
run "${batch[@]}" class 1.1 1.3
is "points set by hand" "$(row wrong)" "0,7.5,7.5,20,1.3 was set by hand: taught otherwise."
has "and the student hears of it" "$(<class.results/feedback/wrong/feedback.md)" \
    "It was set by hand, from 6 points: taught otherwise."
sed -i s/wrong/nobody/ class.results/adjustments.json
run "${batch[@]}" class 1.1 1.3
is "set for nobody: exit code" "$code" 2
has "set for nobody: words" "$err" "adjustments.json: 'nobody' names 0 students"
rm class.results/adjustments.json
run "${batch[@]}" class 1.1 1.3

# --- In parts -----------------------------------------------------------------------------------

for i in 1 2 3; do
    run "${batch[@]}" --shard $i/3 class 1.1 1.3
    is "part $i: exit code" "$code" 0
done
run build/descent merge whole class.results-?-of-3
is "the parts are joined: exit code" "$code" 0
is "and are the whole" "$(diff -r -I '"seconds"' whole class.results)" "Only in whole: merged"
run build/descent merge whole class.results-?-of-3
is "joined again" "$code" 0
run build/descent merge class.results class.results-?-of-3
is "not into a batch's results" "$code" 2
part=$(dirname "$(dirname class.results-?-of-3/units/right)")
cp -r "$part" other
sed -i 's/"seed": 77/"seed": 78/' other/units/right/1.1
run build/descent merge whole class.results-?-of-3 other
is "a submission in two parts" "$code" 2
has "a submission in two parts: words" "$err" "differs from what another part has"
rm -r class.results-?-of-3 other

# --- Only what has changed is graded again ----------------------------------------------------

cp class.results/gradebook.json before.json
run "${batch[@]}" class 1.1 1.3
is "nothing has changed" "$(graded)" 0
is "and the gradebook is the same" "$(cmp before.json class.results/gradebook.json && echo same)" same
cp solutions/01-ewma/ewma_weights.c class/wrong/01-ewma/
run "${batch[@]}" class 1.1 1.3
is "one file has changed" "$(graded)" 1
is "it is graded again" "$(row wrong)" "10,6,16,20,"
rm class/wrong/01-ewma/ewma_weights.c
run "${batch[@]}" class 1.1 1.3
is "a file is taken back" "$(graded)$(row wrong)" "00,6,6,20,"
run build/descent batch "${box[@]}" --seed 78 class 1.1
is "another seed" "$(graded)" 2
rm -r class.results
run build/descent batch "${box[@]}" class 1.1
seeds=$(sed -n 's/.*"seed": \([0-9]*\).*/\1/p' class.results/submissions/*)
is "a seed of its own for each" "$(sort -u <<<"$seeds" | wc -l)" 4
run build/descent batch "${box[@]}" class 1.1
is "and it is kept" "$(sed -n 's/.*"seed": \([0-9]*\).*/\1/p' class.results/submissions/*)$(graded)" "${seeds}0"
seed_of() { sed -n 's/.*"seed": \([0-9]*\).*/\1/p' "class.results/submissions/$1"; }
before=$(seed_of right) others=$(seed_of wrong)
echo '/* once more */' >>class/right/01-ewma/ewma_decay.c
run build/descent batch "${box[@]}" class 1.1
is "another file gets another seed" "$([ "$(seed_of right)" != "$before" ]; echo $?)" 0
is "the others keep theirs" "$(seed_of wrong)" "$others"

# --- Killed at any moment -------------------------------------------------------------------

build/descent batch "${box[@]}" --seed 77 --results calm class 1.1 1.2 1.3 >/dev/null 2>&1
for i in {1..20}; do
    timeout -s KILL "$((RANDOM % 2)).$((RANDOM % 10))5" build/descent batch "${box[@]}" \
        --seed 77 --results killed class 1.1 1.2 1.3
done >/dev/null 2>&1
touch -d '1 minute ago' build/stage.*
run build/descent batch "${box[@]}" --seed 77 --results killed class 1.1 1.2 1.3
is "killed 20 times, it ends well" "$code" 0
for name in gradebook.csv gradebook.json; do
    is "and $name is that of a batch left alone" \
        "$(cmp calm/$name killed/$name && echo same)" same
done
is "no parts of files are left" "$(find killed -name '*~')" ""
is "nothing else is left" "$(leftovers)" ""
for name in one two; do
    build/descent batch "${box[@]}" --seed 77 --results $name class 1.1 1.3 >/dev/null 2>&1 &
done
wait
is "two at once do not disturb each other" "$(diff -r -I '"seconds"' one two)$(row right one)" 10,10,20,20,
mkdir -p long/endless/01-ewma
endless_version ewma_weights >long/endless/01-ewma/ewma_weights.c
env --default-signal=INT build/descent batch "${box[@]}" long 1.1 >/dev/null 2>interrupted.txt &
wait_for_driver
kill -INT $!
wait $!
is "interrupted: exit code" "$?" 2
has "interrupted: words" "$(<interrupted.txt)" "interrupted; the same command goes on"

# --- Downloads of platforms -------------------------------------------------------------------

csv() { cat "$1.results/gradebook.csv"; }
good=solutions/01-ewma/ewma_weights.c
mkdir -p moodle/"Kim Lee_12_assignsubmission_file_" moodle/"=HYPERLINK(1),
+2" moodle/-1 odd/01-ewma
tar czf moodle/"Kim Lee_12_assignsubmission_file_/hw.tar.gz" -C solutions 01-ewma/ewma_weights.c
printf 'garbage' >moodle/broken.zip
cp $good moodle/leekim_LATE_34_56_EWMA_weights-1.c
cp $good moodle/"=HYPERLINK(1),
+2/ewma_weights_final.c"
tar cf moodle/empty.tar -T /dev/null
ln -s "$copy/solutions" moodle/link
run "${batch[@]}" moodle 1.1
is "odd ones need a person" "$code" 1
is "a row for each, and no formulas" "$(csv moodle)" "student,id,submission,late,1.1,total,max,notes
'-1,,%2d1,,0,0,10,There is no C source in it.
\"'=HYPERLINK(1), +2\",,%3dHYPERLINK%281%29%2c%0a+2,,,,10,\"1.1 is unclear: it may be \
=HYPERLINK(1), +2/ewma_weights_final.c.\"
Kim Lee,12,Kim Lee_12,,10,10,10,
broken,,broken.zip,,,,10,broken.zip is not an archive that can be read.
empty,,empty.tar,,0,0,10,There is no C source in it.
leekim,34,leekim_34,late,10,10,10,1.1 was taken from leekim_LATE_34_56_EWMA_weights-1.c.
link,,link,,,,10,\"link is a link, a pipe or a device, and was not read.\""
cat >tests.json <<'END'
{"name": "One", "exercises": ["1.1"], "points": {"1.1": 5}, "due": "2026-12-07T23:59Z",
 "late": {"percent_per_day": 25}}
END
mkdir -p scope/submission_{1,2,3}
cp class/wrong/01-ewma/ewma_decay.c $good scope/submission_1
printf 'int x;' >scope/submission_2/ewma_weights.c
cat >scope/submission_metadata.yml <<'END'
---
submission_1:
  :submitters:
  - :name: Kim Lee
    :sid: '4711'
  - :name: Ann
    :email: ann@example.org
  :created_at: 2026-12-08 01:00:00.123 Z
submission_2:
  :submitters:
  - :name: Kim Lee
    :sid: '4711'
  :created_at: 2026-12-07T23:59:00Z
submission_3:
  :submitters:
  - :name: Ann
    :email: ann@example.org
  :created_at: 2026-12-08T00:30:00+02:00
END
scope() { run "${batch[@]}" --assignment tests.json "$@" scope; }
scope
is "of several the last counts, and it is late" "$(row "Kim Lee" scope.results)" \
    '5,3.75,5,"It is late and keeps 75 % of its points. 2 submissions were handed in; the last counts."'
scope --count first
is "or the first, and it is not late" "$(row "Kim Lee" scope.results)" \
    '0,0,5,"2 submissions were handed in; the first counts."'
scope --count best
is "or the best" "$(row Ann scope.results | cut -d, -f1,2)$(row "Kim Lee" scope.results | cut -d, -f1,2)" \
    5,3.755,3.75

# --- The same totals in every format ------------------------------------------------------------

cat >week.json <<'END'
{"name": "Week", "exercises": ["1.1", "1.3"], "points": {"1.1": 7, "1.3": 9.5},
 "due": "2026-12-07T23:59Z", "late": {"percent_per_day": 15}}
END
mkdir -p mixed/{by-hand,late-right,late-wrong,nothing,wrong}/01-ewma
for name in by-hand late-right late-wrong wrong; do
    cp solutions/01-ewma/ewma_weights.c mixed/$name/01-ewma
    cp build/mistakes/01-ewma/ewma_decay/ewma_decay-span-to-alpha.c mixed/$name/01-ewma/ewma_decay.c
done
cp solutions/01-ewma/ewma_decay.c mixed/late-right/01-ewma
find mixed -type f -exec touch -d '2026-12-07T12:00Z' {} +
find mixed/late-* -type f -exec touch -d '2026-12-09T12:00Z' {} +
mkdir mixed.results
echo '[{"student": "by-hand", "exercise": "1.3", "points": 3.33, "reason": "taught otherwise"}]' \
    >mixed.results/adjustments.json
run "${batch[@]}" --assignment week.json mixed
has "points that are weighed" "$(<mixed.results/feedback/wrong/feedback.md)" \
    "Its tests have 10 points in all, which count 9.5 here."
totals="by-hand 10.33
late-right 11.55
late-wrong 8.89
nothing 0
wrong 12.7"
is "partial points, by hand, and late" \
    "$(jq -r '.students[] | "\(.submission) \(.points)"' mixed.results/gradebook.json)" "$totals"
is "totals: gradebook.csv" "$(sed 1d mixed.results/gradebook.csv | cut -d, -f3,7 --output-delimiter=' ')" "$totals"
exported() { build/descent export "$1" mixed.results | sed "1,$2d" | cut -d, -f"$3" --output-delimiter=' '; }
is "totals: canvas" "$(exported canvas 2 1,6)" "$totals"
is "totals: moodle" "$(exported moodle 1 1,3)" "$totals"
is "totals: moodle-worksheet" "$(exported moodle-worksheet 1 2,3)" "$totals"
is "totals: junit" "$(build/descent export junit mixed.results |
    sed -n 's/.*<testsuite name="\([^"]*\)".*/\1/p; s/.*name="points" value="\([^"]*\)".*/\1/p' | paste -d' ' - -)" "$totals"
build/descent export gradescope --output scores mixed.results
is "totals: gradescope" "$(cd scores && jq -r '"\(input_filename | rtrimstr(".json")) \(.score)"' ./*.json | sed 's|^./||')" "$totals"
rm -r scores
build/descent export autolab --output scores mixed.results
is "totals: autolab" "$(cd scores && jq -r '"\(input_filename | rtrimstr(".json")) \(.scores | add * 100 | round / 100)"' ./*.json |
    sed 's|^./||')" "$totals"

# --- What is refused ----------------------------------------------------------------------------

refused "no folder" "name the folder" build/descent batch --seed 9
refused "no such folder" "cannot open the folder" build/descent batch /nowhere
refused "a submission, not a class" "so it is one submission" build/descent batch class/right
mkdir nobody
refused "an empty folder" "holds no submissions" build/descent batch nobody
refused "a seed with answers in handouts" "answers to the seeds" build/descent batch --seed 3 class
refused "results among the submissions" "must not lie in" build/descent batch "${box[@]}" --results class/own class
rm -r class/own
refused "no such part" "the part must be one like" build/descent batch --shard 5/4 class
refused "another batch in these results" "another batch is writing to" \
    flock class.results/lock build/descent batch "${box[@]}" class 1.1
if [ "${#box[@]}" -eq 0 ] && unshare -Ur true 2>/dev/null; then
    run unshare -Ur bash -c 'echo 0 >/proc/sys/user/max_pid_namespaces; build/descent batch class'
    is "no sandbox" "$code" 2
    has "no sandbox: words" "$err" "--unsafe-no-sandbox"
fi

# --- The machine's faults ---------------------------------------------------------------------

mv build/judge/01-ewma/ewma_decay judge
run "${batch[@]}" class 1.1 1.3
is "a judge is missing: exit code" "$code" 2
has "a judge is missing: words" "$err" "2 could not be graded on this machine"
has "not graded is no zero" "$(row right)" "10,,,20,1.3 is not graded: "
has "the JSON says so" "$(<class.results/gradebook.json)" '"status": "ungraded"'
mv judge build/judge/01-ewma/ewma_decay
run "${batch[@]}" class 1.1 1.3
is "the judge is back" "$code $(graded) $(row right)" "0 2 10,10,20,20,"
finish
