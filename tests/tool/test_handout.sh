#!/bin/bash
# test_handout.sh: a handout has no solutions, and judges as if it had.
. tests/tool/lib.sh
make_copy

run build/descent handout
has "without a book: words" "$err" "build/handout.md is not there; run 'make handout' first"
make build/handout.md >/dev/null
mkdir -p build/site/fonts build/site/api build/figures/01-ewma
cp tests/01-ewma/facts.tsv build/figures/01-ewma
echo '<a href="api/index.html">API</a> <!-- guide --><a href="guide/index.html">No</a><!-- /guide --> <!-- live --><script defer src="live/01-ewma.js"></script><!-- /live --> <a href="api/sag__table_8c_source.html#l00012">here</a>' \
    >build/site/index.html
mkdir build/site/live
touch build/site/{style.css,theme.js,site.js,search.js,descent.pdf,fonts/text.otf,api/ewma_8h.html,live/01-ewma.js}
# What the search finds is more than a megabyte of text.
{
    echo '["book", /*<!-- guide -->*/ "guide", /*<!-- /guide -->*/]'
    yes | head -c 1200000
} >build/site/search-index.js

# Some exercises: with what they call, without the experiments, which call others.
run env SOURCE_DATE_EPOCH=86400 build/descent handout --exercises 1.5 --name "Week 1" \
    --due 2026-12-07T23:59+01:00
is "of one exercise: exit code" "$code$err" 0
unzip -q build/week-1.zip -d "$copy/zip"
tar xJf build/week-1.tar.xz -C "$copy"
is "both archives have the same" "$(diff -r "$copy/zip/week-1" "$copy/week-1")" ""
cd week-1 || exit 1
is "an exercise, and what it calls" "$(ls exercises/*/* tests/*/* recorded/*/*.record | xargs -n1 basename | xargs)" \
    "ewma_decay.c ewma_irregular.c ewma_decay.record ewma_irregular.record $(
    )cases_ewma_decay.c cases_ewma_irregular.c check_ewma_decay.c check_ewma_irregular.c"
is "no experiments, which call others" "$(ls -d chapters/*/figures 2>/dev/null)" ""
is "nothing for instructors" "$(ls src/tool | grep -E 'batch|export.*c$|handout|mistakes|diff|similar|regrade')" ""
is "files, and their date" "$(find . -type f ! -newermt 1970-01-03 | wc -l)" "$(find . -type f | wc -l)"
readme=$(<README.md)
has "its README: the heading" "$readme" "# Week 1

Due on 2026-12-07 22:59 UTC.

| exercise | points | file |"
has "its README: what counts" "$readme" "| 1.5 Samples at irregular times | 15 |"
has "its README: what is called" "$readme" "| 1.3 The decay rate by other names | called by others |"
has "its README: the table ends" "$readme" "\`exercises/01-ewma/ewma_irregular.c\` |

The exercises of"
has "its README: an exercise that is there" "$readme" "make grade EX=1.5"
for words in "descent diff" "git pull" "<!--" "## For instructors" "FROM=exercises" ewma_weights; do
    hasnt "its README has no '$words'" "$readme" "$words"
done

# The book's links lead to files, those to the API to the sources.
for link in $(grep -oh 'href="[^"]*"' book/*.html); do
    link=${link#href=?}
    [ -e "book/${link%\"}" ] || not_ok "the link $link"
done
is "what the search finds is in the book" "$(head -n 1 book/search-index.js)" '["book", /**/]'
is "a link to a source" "$(grep -o '"[^"]*sag[^"]*"' book/index.html)" '"../src/optim/sag_table.c"'

# A live figure is the solutions, compiled: the printed one stands there.
is "no live figure" "$(ls book/live 2>/dev/null; grep -o 'live/' book/index.html)" ""

# No solution, in no file and in nothing that is built from them.
leaks() { awk -f "$root/tests/tool/leaks.awk" "$root"/solutions/*/*.c "$@"; }
mapfile -t texts < <(find . -type f ! -path './book/fonts/*')
is "no solution in a text" "$(leaks "${texts[@]}")" ""
is "none in an experiment" "$(leaks "$root"/chapters/*/figures/*.[ch])" ""
cat "$copy"/solutions/*/*.c >all.txt
sed 's/&/\&amp;/g; s/</\&lt;/g; s/^/<b>/' all.txt >all.html
is "it would be seen" "$(($(leaks all.txt | wc -l) > 20))" 1
is "in a page, too" "$(leaks all.html | wc -l)" "$(leaks all.txt | wc -l)"
rm all.txt all.html
offline=$(unshare -rn true 2>/dev/null && echo unshare -rn)
run $offline make grade EX=1.5
has "without a network, the first verdict" "$out$err" "1.5  not-started"
out=$(echo | build/descent quiz 1)
has "the quiz has its numbers" "$out" "as a multiple of the learning rate?

Your answer"
is "it takes at most 60 compilations" "$(($(grep -c '[.]o$' <<<"$out") > 60))" 0
is "one of them of the library" "$(ls build/practice/src/{optim,lab}/*.o |
    xargs -n1 basename | xargs)" "rng.o series.o todo.o"
own=$(nm -P --defined-only "$root"/build/obj/solutions/*/*.o | sed -n 's/ [Tt] .*//p' | sort -u)
library=$(nm -P --defined-only "$root"/build/obj/{src,tests}/*/*.o | sed -n 's/ [Tt] .*//p' | sort -u)
own=$(comm -23 <(echo "$own") <(echo "$library"))
built=$(find build -path build/drivers -prune -o -type f \( -name '*.[oa]' -o -perm -u+x \) -print)
is "solutions define functions" "$(($(wc -l <<<"$own") > 80))" 1
is "none of them is built" "$(nm -P --defined-only $built 2>/dev/null | sed -n 's/ [Tt] .*//p' | sort -u | comm -12 - <(echo "$own"))" ""
run $offline make grade CH=1
has "without a network, a chapter" "$out$err" "1.3  not-started"
while read -r command; do
    run $offline $command
    has "of its README: $command" "01" "$code"
done < <(sed -n 's/^    \(build[^#]*[^# ]\).*/\1/p' README.md | grep -v watch)
cp "$copy"/solutions/01-ewma/ewma_{decay,irregular}.c exercises/01-ewma/
run build/descent grade
has "its references pass" "$out" "25 of 25 points"
cd "$copy" || exit 1

# All exercises, with experiments. What the rest needs of it is put into the copy.
run build/descent handout
is "of all: exit code" "$code$err" 0
tar xJf build/descent-handout.tar.xz
cmp -s {descent-handout/,}chapters/01-ewma/figures/weights.c || not_ok "experiments are in a whole handout"
has "its README: experiments" "$(<descent-handout/README.md)" "FROM=exercises"
mkdir mine
cp solutions/01-ewma/*.c mine
cp build/mistakes/01-ewma/ewma_weights/ewma_weights-swapped.c swapped.c
cp -r descent-handout/{stubs,recorded} .
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
objects=$(compiled CH=1)
is "for a chapter: of the library" "$(grep -oE 'src/(optim|lab)/.*' <<<"$objects" | sort | xargs)" \
    "src/lab/rng.c src/lab/series.c src/optim/todo.c"
echo 'double no_such(void), calls(void); double calls(void) { return no_such(); }' >>$file
run build/descent grade 1.1
has "a call of what is not there is a mistake" "$out" "undefined reference to"
touch build/practice/partial
run build/descent grade 1.1
is "unless the library is there in part only: exit code" "$code" 2
has "unless the library is there in part only: words" "$err" "run 'make' and grade again"
rm build/practice/partial
cp mine/ewma_weights.c $file

# A handout's book gets your figures, a chapter at a time.
figures() { make -n own-figures FROM=exercises PASSED="$1" V=1 | grep -o 'drawn=build/own/figures/.*'; }
whole="01-ewma/ewma_weights 01-ewma/ewma_corrected 01-ewma/ewma_decay 01-ewma/ewma_variance 01-ewma/ewma_irregular"
is "a chapter whose exercises pass is drawn" "$(figures "$whole")" \
    "drawn=build/own/figures/01-ewma -f docs/tools/inline_figure.awk book/01-ewma.html >build/own/site/01-ewma.html;"
is "a chapter with one that does not is not" "$(figures "${whole% *}")" ""
rm exercises/01-ewma/ewma_decay.c

# Another mathematical library than that of the machine it was recorded on may round the
# inputs in another way. That is not the student's doing; a larger change is.
cp -r recorded as-recorded
change_inputs() {
    local record
    (cd as-recorded && find . -name '*.record') | while read -r record; do
        gzip -dcf <"as-recorded/$record" | LC_ALL=C awk -v factor="$1" '
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
