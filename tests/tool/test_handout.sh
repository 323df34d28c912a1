#!/bin/bash
# test_handout.sh: without solutions, records judge as the references would.
. tests/tool/lib.sh
make_copy
mkdir mine
cp solutions/01-ewma/*.c mine
cp build/mistakes/01-ewma/ewma_weights/ewma_weights-swapped.c swapped.c
run build/descent record .
is "record: exit code" "$code$err" 0
rm -r solutions tests/*/mistakes tests/*/right build/reference build/mistakes
file=exercises/01-ewma/ewma_weights.c

run build/descent grade
is "fresh stubs" "$(grep -c ' not-started ' <<<"$out")" 5
cp mine/*.c exercises/01-ewma/
for seed in 1 2 3 4 5; do
    run build/descent grade --seed $seed
    has "solutions pass, seed $seed" "$out" "60 of 60 points"
done
run build/descent grade --seed 6
is "there is no seed 6: exit code" "$code" 2
has "there is no seed 6: words" "$err" "a handout has the seeds 1 to 5"
cp swapped.c $file
run build/descent grade 1.1
has "a mistake is recognized" "$out" "Your numbers show a known mistake:"
run build/descent hint 1.1
is "hints are there" "$code" 0
run build/descent diff 1.2
is "diff has nothing to show: exit code" "$code" 2
has "diff has nothing to show: words" "$err" "this workbook has no solutions to show"

# The first verdict waits for what is compiled: the tool, and of the library only what the exercise
# is linked with. The rest comes once somebody calls it.
compiled() { make -n B=build/fresh grade "$1" | grep -o ' -c [^ ]*'; }
objects=$(compiled EX=1.1)
is "for one exercise: of the library" "$(grep -oE 'src/(optim|lab)/.*' <<<"$objects" | sort | xargs)" \
    "src/lab/rng.c src/optim/todo.c"
is "for one exercise: of the tests" "$(grep -o 'tests/.*' <<<"$objects" | sort | xargs)" \
    "tests/01-ewma/cases_ewma_weights.c tests/01-ewma/check_ewma_weights.c"
is "for one exercise: not more than 64 files" "$(($(wc -l <<<"$objects") > 64))" 0
objects=$(compiled CH=1)
is "for a chapter: of the library" "$(grep -oE 'src/(optim|lab)/.*' <<<"$objects" | sort | xargs)" \
    "src/lab/rng.c src/lab/series.c src/optim/todo.c"
echo 'double no_such(void), calls(void); double calls(void) { return no_such(); }' >>$file
run build/descent grade 1.1
has "a call of what is not there is a mistake" "$out" "undefined reference to \`no_such'"
touch build/practice/partial
run build/descent grade 1.1
is "unless the library is there in part only: exit code" "$code" 2
has "unless the library is there in part only: words" "$err" "run 'make' and grade again"
rm build/practice/partial
cp mine/ewma_weights.c $file

# What only a clone can do is not in a handout's README. Its book gets your figures, a chapter at a time.
run make build/handout.md
is "the README: exit code" "$code" 0
readme=$(cat build/handout.md)
for words in "descent diff" "git pull" "<!--" "## For instructors"; do
    hasnt "the README has no '$words'" "$readme" "$words"
done
has "the README says how to begin" "$readme" "build/descent status"
figures() { make -n own-figures FROM=exercises PASSED="$1" V=1 | grep -o 'cp build/own/figures/[^ ]*svg'; }
whole="01-ewma/ewma_weights 01-ewma/ewma_corrected 01-ewma/ewma_decay 01-ewma/ewma_variance 01-ewma/ewma_irregular"
is "a chapter whose exercises pass is drawn" "$(figures "$whole")" "cp build/own/figures/01-ewma/*.svg"
is "a chapter with one that does not is not" "$(figures "${whole% *}")" ""
rm exercises/01-ewma/ewma_decay.c

# Another mathematical library than that of the machine it was recorded on may round the
# inputs in another way. That is not the student's doing; a larger change is.
cp -r recorded as-recorded
change_inputs() {
    local record
    (cd as-recorded && find . -name '*.record') | while read -r record; do
        gzip -dc <"as-recorded/$record" | LC_ALL=C awk -v factor="$1" '
            /^case / { start = $1 " " $2 " " $3; left = $4; trace = ""; next }
            left <= 0 { print; next }
            { left -= length($0) + 1 }
            /^#/ { input = / input$/ }
            input && /^[-0-9.e+]+$/ { $0 = sprintf("%.17g", $0 * factor) }
            { trace = trace $0 "\n" }
            left <= 0 { printf "%s %d\n%s", start, length(trace), trace }' |
            gzip >"recorded/$record"
    done
}
cp mine/*.c exercises/01-ewma/
change_inputs 1.0000000000000004
hasnt "the last digits of the inputs have changed" "$(diff -rq recorded as-recorded | wc -l)x" "0x"
run build/descent grade --seed 1
has "the last digits of inputs do not matter" "$out" "60 of 60 points"
change_inputs 1.000000001
run build/descent grade --seed 1
has "the others do" "$out" "the inputs of this test were changed by the code under test"
finish
