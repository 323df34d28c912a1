#!/bin/bash
# test_commands.sh: the other subcommands, as a student uses them.
. tests/tool/lib.sh
make_copy
file=exercises/01-ewma/ewma_weights.c
solution=solutions/01-ewma/ewma_weights.c

# --- Help ---------------------------------------------------------------------------------

run build/descent --help
is "--help: exit code" "$code" 0
commands=$(sed -n 's/^  \([a-z]*\)  *.*/\1/p' <<<"$out")
for command in grade watch hint plot diff reset status list; do
    has "--help names $command" "$commands" "$command"
done
for command in $commands; do
    run build/descent "$command" --help
    is "$command --help: exit code" "$code" 0
    has "$command --help" "$out" "Usage: descent $command"
    has "$command --help: --no-color" "$out" "--no-color"
    is "help $command is the same" "$(build/descent help "$command")" "$out"
    run build/descent "$command" --nonsense
    is "$command --nonsense: exit code" "$code" 2
    is "no line is wider than a terminal" "$(build/descent "$command" --help | awk 'length > 80')" ""
done
run build/descent --version
has "--version" "$out" "descent "
run build/descent
is "no subcommand: exit code" "$code" 2

# --- list, status -------------------------------------------------------------------------

run build/descent list
is "list: exit code" "$code" 0
is "list: an exercise a line, and the chapter" "$(wc -l <<<"$out")" 6
has "list: names the file" "$out" "exercises/01-ewma/ewma_corrected.c"
is "list takes no words" "$(build/descent list 1.1 2>&1 >/dev/null)" \
    "descent: descent list takes no words; see --help"
run build/descent status
is "status of a fresh clone: exit code" "$code" 1
has "status: the bar" "$out" "[----------------------------------------] 0 of 60 points"
has "status: what is next" "$out" "Next: exercise 1.1"
cp $solution exercises/01-ewma/ewma_weights.c
run build/descent status
has "status sees a change" "$out" "10 of 60 points"
has "status: the next one" "$out" "Next: exercise 1.2"
has "status: a part of the bar" "$out" "[######----------------------------------]"
cp solutions/01-ewma/*.c exercises/01-ewma/
run build/descent status
is "status of all: exit code" "$code" 0
has "status of all" "$out" "[########################################] 60 of 60 points"
has "status of all: words" "$out" "All exercises pass."
echo '{"hash": 5}' >build/progress/1.1.json
echo 'nonsense' >build/progress/1.2.json
printf '\xff\0' >build/progress/1.3.json
run build/descent status
has "spoiled records are made anew" "$out" "60 of 60 points"
rm -rf build/progress
run build/descent status
is "records can be thrown away" "$code" 0

# --- hint ---------------------------------------------------------------------------------

run build/descent hint 1.1
is "hint: exit code" "$code" 0
has "hint: the first" "$out" "Hint 1 of 2 for exercise 1.1, Weights and their sum:"
has "hint: the next" "$out" "build/descent hint 1.1 2"
hasnt "hint: no TeX" "$out" '$'
hasnt "hint: no TeX" "$out" '\'
is "hint: no line is too wide" "$(build/descent hint 1.1 2 | awk 'length > 80')" ""
run build/descent hint 1.1 2
has "hint 2" "$out" "Hint 2 of 2"
hasnt "the last hint has no next" "$out" "next one"
for words in "" 9.9 "1.1 0" "1.1 3" "1.1 -1" "1.1 2x" "1.1 two" "1.1 1 1" 1; do
    # shellcheck disable=SC2086
    run build/descent hint $words
    is "hint '$words': exit code" "$code" 2
done

for command in hint plot diff; do
    run build/descent $command 1
    is "$command of a chapter: exit code" "$code$out" 2
    has "$command of a chapter: words" "$err" "'1' is a chapter; name one of its exercises:"
    has "$command of a chapter: its exercises" "$err" "  1.5   Samples at irregular times"
done
for command in plot diff; do
    run build/descent $command 1.1 1.2
    is "$command of two: exit code" "$code$out" 2
    is "$command of two: words" "$err" "descent: name one exercise only, not '1.2' too"
done
is "stubs takes no words" "$(build/descent stubs 1.1 2>&1)" \
    "descent: descent stubs takes no words; see --help"

# --- stubs --------------------------------------------------------------------------------

rm -rf exercises
run build/descent stubs
is "stubs: exit code" "$code" 0
is "stubs: five" "$(find exercises -name '*.c' | wc -l)" 5
is "stubs hold no solution" \
    "$(grep -lE 'BEGIN SOLUTION|END SOLUTION|@hint|@plot|@commentary|expm1' -r exercises)" ""
run build/descent stubs --check
is "stubs --check: exit code" "$code" 0
cp $solution $file
run build/descent stubs
has "a changed file is left alone, and that is said" "$out" "has been changed and was left alone"
is "it is" "$(cat $file)" "$(cat $solution)"
run build/descent stubs --check
is "stubs --check of a changed file: exit code" "$code" 1
has "stubs --check says which" "$out" "exercises/01-ewma/ewma_weights.c is not the stub"
is "stubs --check writes nothing" "$(cat $file)" "$(cat $solution)"
: >$file
build/descent stubs >/dev/null
is "even an emptied file is left alone" "$(wc -c <$file)" 0
rm $file
# A stub that nobody has touched follows its solution.
build/descent stubs >/dev/null
cp $solution saved.c
sed -i 's/@exercise 1.1 Weights and their sum/@exercise 1.1 Another title/' $solution
build/descent stubs >/dev/null
has "an untouched stub follows" "$(cat $file)" "Another title"
sed -i 's/BEGIN SOLUTION/BEGIN  SOLUTION/' $solution
run build/descent stubs
is "marks that do not pair: exit code" "$code" 2
cp saved.c $solution && build/descent stubs >/dev/null

# --- reset --------------------------------------------------------------------------------

build/descent reset 1.1 >/dev/null
stub=$(cat $file)
run build/descent reset 1.1
has "reset of a fresh stub keeps nothing" "$out" "is a fresh stub already"
is "reset of a fresh stub: no backup" "$(find exercises -name '*.bak*')" ""
for n in 1 2 3; do
    echo "version $n" >$file
    run build/descent reset 1.1
    is "reset $n: exit code" "$code" 0
    is "reset $n: the stub is back" "$(cat $file)" "$stub"
done
is "reset keeps every version" "$(cat $file.bak $file.bak.2 $file.bak.3)" \
    "$(printf 'version %d\n' 1 2 3)"
has "reset names the backup" "$out" "kept as exercises/01-ewma/ewma_weights.c.bak.3"
rm $file
run build/descent reset 1.1
is "reset of an absent file" "$code$(cat $file)" "0$stub"
rm $file && ln -s ../../elsewhere.c $file
run build/descent reset 1.1
is "reset keeps a link, too" "$(readlink $file.bak.4)" "../../elsewhere.c"
for n in 5 6 7 8; do
    echo "version $n" >$file
    build/descent reset 1.1 >/dev/null &
    build/descent reset 1.1 >/dev/null &
    wait
done
is "two resets at once lose nothing" \
    "$(cat $file.bak.[5-9] $file.bak.1? 2>/dev/null | grep -c version)" 4
cp solutions/01-ewma/*.c exercises/01-ewma/
run build/descent reset 1
is "reset of a chapter: exit code" "$code" 0
is "reset of a chapter: all are stubs" "$(build/descent stubs --check)" ""
is "reset of a chapter: all are kept" "$(grep -c 'kept as' <<<"$out")" 5
rm exercises/01-ewma/*.bak
run build/descent reset
is "reset of nothing: exit code" "$code" 2
echo mine >$file
run build/descent reset 1.1 9.9
is "reset of one that does not exist: exit code" "$code" 2
is "nothing is reset then" "$(cat $file)" mine
if [ "$(id -u)" != 0 ]; then
    chmod a-w exercises/01-ewma
    run build/descent reset 1.1
    is "reset in a folder that is read-only: exit code" "$code" 2
    has "reset in a folder that is read-only: words" "$err" "cannot keep your version as"
    has "reset in a folder that is read-only: why" "$err" ".bak: Permission denied"
    chmod u+w exercises/01-ewma
fi
run build/descent grade 1.1
has "a backup is no exercise" "$out" "build-error"
build/descent reset 1.1 >/dev/null

# --- diff ---------------------------------------------------------------------------------

run build/descent diff 1.1
is "diff before passing: exit code" "$code" 1
has "diff before passing: words" "$out" "does not pass yet"
hasnt "diff before passing shows nothing" "$out$err" "expm1"
sed 's/alpha \* exp(log_power/exp(log_power/' $solution >$file
run build/descent diff 1.1
is "diff of a wrong one: exit code" "$code" 1
hasnt "diff of a wrong one shows nothing" "$out$err" "log1p"
sed 's/log_power/my_power/' $solution >$file
run build/descent diff 1.1
is "diff after passing: exit code" "$code" 0
has "diff shows yours" "$out" "my_power"
has "diff shows the reference" "$out" "log_power"
hasnt "diff shows no marks" "$out" "SOLUTION"
hasnt "diff without a terminal has no color" "$out" $'\033'
run build/descent diff 9.9
is "diff of nothing: exit code" "$code" 2

sed 's/log_power/my_power/; s/$/\r/' $solution >$file
run build/descent diff ewma_weights
is "diff of a file from Windows: exit code" "$code" 0
hasnt "diff of a file from Windows: line ends are not shown" "$out" $'\r'
has "diff of a file from Windows: the difference is" "$out" "my_power"

# --- Names of exercises -------------------------------------------------------------------

for name in 1.2 ewma_corrected ewma_corrected.c exercises/01-ewma/ewma_corrected.c \
    "$PWD/exercises/01-ewma/ewma_corrected.c"; do
    has "named $name" "$(build/descent hint "$name")" "for exercise 1.2,"
done
has "grade takes a file" "$(build/descent grade $file)" "✓ 1.1"
is "a part of a name names nothing" "$(build/descent hint ewma 2>&1 | head -1)" \
    "descent: there is no exercise 'ewma'. There are:"

# --- plot ---------------------------------------------------------------------------------

run build/descent plot 1.2
is "plot of a stub: exit code" "$code" 1
has "plot of a stub: words" "$out" "nothing to draw: a function that this test calls is not started"
cp solutions/01-ewma/ewma_corrected.c exercises/01-ewma/
run build/descent plot 1.2
is "plot in the terminal: exit code" "$code" 0
has "plot: the title" "$out" "1.2 The bias-corrected average"
has "plot: yours" "$out" "yours"
has "plot: what is drawn" "$out" "value over t"
hasnt "plot in the terminal: no form feed" "$out" $'\f'
hasnt "plot in the terminal: no escape sequences" "$out" $'\033'
is "plot fits a terminal" "$(build/descent plot 1.2 | awk 'length > 80')" ""
hasnt "plot: all is drawn" "$out" "cannot be drawn"
sed -i 's/return ewma->raw \/ .*/return ewma->raw \/ (1 - (ewma->power > 0.9));/' exercises/01-ewma/ewma_corrected.c
run build/descent plot 1.2
has "plot: what cannot be drawn" "$out" "1 of your 150 values is not drawn: infinite or NaN, unlike the reference's."
cp solutions/01-ewma/ewma_corrected.c exercises/01-ewma/
for kind in svg pdf png; do
    run build/descent plot 1.2 --output "my plot.$kind"
    is "plot to a $kind file: exit code" "$code" 0
    if [ -s "my plot.$kind" ]; then ok "plot to a $kind file"; else not_ok "plot to a $kind file" "$err"; fi
done
is "the files are what their names say" "$(head -c 4 'my plot.pdf')$(head -c 4 'my plot.png' | tail -c 3)$(grep -c '</svg>' 'my plot.svg')" "%PDFPNG1"
run build/descent plot 1.2 --output plot.jpeg
is "plot to another kind of file: exit code" "$code" 2
has "plot to another kind of file: words" "$err" "must end in .svg, .pdf or .png"
run build/descent plot 1.2 --output nowhere/plot.svg
is "plot to nowhere: exit code" "$code" 2
is "plot to nowhere: words" "$err" "descent: cannot write nowhere/plot.svg: No such file or directory"
run build/descent plot 1.2 --output "it's.svg"
has "plot to a name with a quote" "$(cat "it's.svg")" "</svg>"
mkdir no-gnuplot
for program in gcc cc as ld env; do ln -s "$(command -v $program)" no-gnuplot/; done
run env PATH="$PWD/no-gnuplot" build/descent plot 1.2 --output without.svg
is "plot without gnuplot: exit code" "$code" 2
has "plot without gnuplot: words" "$err" "cannot run gnuplot: No such file or directory"
is "plot without gnuplot: no file" "$(find . -name 'without.svg*')" ""
run env -u DISPLAY -u WAYLAND_DISPLAY build/descent plot 1.2 --window
is "plot without a display: exit code" "$code" 2
has "plot without a display: words" "$err" "there is no display for a window; try --output plot.svg"
echo 'int x' >exercises/01-ewma/ewma_corrected.c
run build/descent plot 1.2
is "plot of what does not compile: exit code" "$code" 1
is "plot of what does not compile: words" "$out" \
    "Exercise 1.2 does not compile; build/descent grade 1.2 says why."
for id in $(build/descent list | sed -n 's/^  \([0-9.]*\) .*/\1/p'); do
    cp solutions/01-ewma/*.c exercises/01-ewma/
    run build/descent plot "$id"
    is "plot $id" "$code" 0
    hasnt "plot $id: NaN where NaN is due is no news" "$out" "NaN"
done

# --- prove --------------------------------------------------------------------------------

run build/descent prove 1.1 --seed 12345
is "prove: exit code" "$code" 0
has "prove: the seed" "$out" "# seed 12345"
has "prove: the solution" "$out" "ok 1.1 solution ewma_weights.c"
has "prove: the count" "$out" " passed, 0 failed"
# A few mistakes are enough for what follows.
mistakes=build/mistakes/01-ewma/ewma_weights
find $mistakes -name '*.says' ! -name '*-swapped.says' ! -name '*-window-*' -delete
cp $mistakes/ewma_weights-swapped.c tests/01-ewma/right/ewma_weights-swapped.c
run build/descent prove 1.1
is "prove finds what is no right version: exit code" "$code" 1
has "prove finds what is no right version" "$out" \
    "not ok 1.1 right ewma_weights-swapped.c: fail, 'weights of young and old samples': alpha "
hasnt "prove prints no JSON" "$out" "{"
rm tests/01-ewma/right/ewma_weights-swapped.c
# make_mistake NAME SOURCE: a version more, whose program is one of those below
make_mistake() {
    cp "$2" $mistakes/ewma_weights-$1.c
    echo "You err." >$mistakes/ewma_weights-$1.says
}
mv $mistakes/driver versions
cat >driver.c <<'C'
#include "judge/driver.h"
#include <string.h>
#include <unistd.h>
int main(int argc, char **argv)
{
    driver_take_request(&argc, &argv);
    if (strstr(argv[3], "fine") || strstr(argv[3], "a-novelty"))
        execl("build/reference/01-ewma/ewma_weights", argv[0], argv[1], argv[2], NULL);
    const char *other = strstr(argv[3], "other") ? "ewma_weights-swapped" : argv[3];
    execl("versions", argv[0], argv[1], argv[2], other, NULL);
    return 1;
}
C
cc -D_GNU_SOURCE -Isrc -fsanitize=address,undefined driver.c \
    build/practice/src/judge/driver_serve.o -o $mistakes/driver
make_mistake fine $solution
make_mistake other $mistakes/ewma_weights-swapped.c
# The first of them is compiled like a student's file.
sed 's/alpha \* exp/1.01 * &/' $solution >unknown.c
make_mistake a-novelty unknown.c
echo 'int x' >tests/01-ewma/right/ewma_weights-broken.c
run build/descent prove 1.1
has "prove finds what is no mistake" "$out" "not ok 1.1 mistake ewma_weights-fine.c: it passes"
has "prove: another mistake" "$out" "is diagnosed as ewma_weights-"
has "prove: an unknown mistake" "$out" \
    "not ok 1.1 mistake ewma_weights-a-novelty.c: no mistake is recognized: fail, 'weights"
has "prove: a broken version" "$out" "not ok 1.1 right ewma_weights-broken.c: build-error, "
rm tests/01-ewma/right/ewma_weights-broken.c $mistakes/ewma_weights-{fine,other,a-novelty}*
mv versions $mistakes/driver

# make_reference STATEMENT: one that does this before it answers
make_reference() {
    cat >driver.c <<C
#include "judge/driver.h"
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
int main(int argc, char **argv)
{
    driver_take_request(&argc, &argv);
    $1
    execl("reference", argv[0], argv[1], argv[2], NULL);
    return 1;
}
C
    cc -D_GNU_SOURCE -Isrc -fsanitize=address,undefined driver.c \
        build/practice/src/judge/driver_serve.o -o build/reference/01-ewma/ewma_weights
}
mv build/reference/01-ewma/ewma_weights reference
make_reference 'argv[2] = "5";'
run build/descent prove 1.1 --seed 5
has "prove finds cases that no seed changes" "$out" "not ok 1.1 cases: weights is the same with each seed"
make_reference 'argv[1] = "nowhere";'
run build/descent prove 1.1 --seed 5
has "a case that does not exist is named" "$err" "the reference's case 'weights': nothing was run"
has "those that exist are named" "$err" "where CASE is one of:
  weights"
# The record is written after other seeds were tried.
make_reference '
    if (strcmp(argv[2], "6") == 0)
        creat("tried", 0600);
    else if (access("tried", F_OK) == 0)
        execl("build/mistakes/01-ewma/ewma_weights/driver", argv[0], argv[1], argv[2],
              "ewma_weights-swapped", NULL);'
run build/descent prove 1.1 --seed 5
has "prove finds a record that judges otherwise" "$out" "not ok 1.1 record: with it ewma_weights-"
mv reference build/reference/01-ewma/ewma_weights
rm driver.c tried

# prove_finds NAME WORDS: what an author got wrong, in the solution as it is now
prove_finds() {
    run build/descent prove 1.1
    has "prove finds $1" "$out$err" "$2"
    is "prove finds $1: exit code" "$code" 1
    cp saved.c $solution
}
cp $solution saved.c
sed -i '/todo.h/d' $solution
prove_finds "a stub with warnings" "not ok 1.1 stub stub-1.1.c: "
has "prove says what is wrong with it" "$out" "implicit declaration of function ‘todo’"
sed -i 's|^#include <math.h>|&\nstatic int unused;|' $solution
grep -q unused $solution || sed -i 's|^#include "optim/todo.h"|&\nstatic int unused;|' $solution
prove_finds "a stub with another warning" "not ok 1.1 stub stub-1.1.c: it compiles with warnings, build/stub-1.1.c:"
sed -i '/BEGIN SOLUTION/d; /END SOLUTION/d' $solution
prove_finds "a solution without marks" "not ok 1.1 stub stub-1.1.c: it passes; are there marks"
sed -i 's/@plot mass n sum/@plot mass n nothing/' $solution
prove_finds "a plot of no array" \
    "not ok 1.1 plot: the case 'mass' records no column 'nothing', which its @plot names"
sed -i 's/@plot mass n sum/@plot nowhere n sum/' $solution
prove_finds "a plot of no case" "not ok 1.1 plot: the case 'nowhere' of its @plot: nothing was run"
sed -i '0,/@hint .*/s//@hint Think of \\mathfrak{x}./' $solution
prove_finds "a hint that no terminal can show" "not ok 1.1 has hints: one has TeX outside of"
sed -i '2i \ *  A \\bogus word.' $solution
prove_finds "such a statement" "not ok 1.1 statement: it has TeX outside of"
cp $mistakes/ewma_weights-swapped.c tests/01-ewma/right/ewma_weigths-typo.c
prove_finds "a version of no exercise" "not ok 1.1 ewma_weigths-typo.c: its name begins with"
rm tests/01-ewma/right/ewma_weigths-typo.c

cp $solution solutions/01-ewma/twin.c
run build/descent prove 1.1
has "two exercises of one number are told" "$err" "both have the number 1.1"
has "two exercises of one number are named" "$err" "01-ewma/twin.c"
rm solutions/01-ewma/twin.c

# --- mistakes -----------------------------------------------------------------------------

run build/descent mistakes 1.1
is "mistakes: exit code" "$code" 0
has "mistakes: a name" "$out" "ewma_weights-swapped"
has "mistakes: what a student hears" "$out" "You have α and λ the wrong way round"
has "mistakes: the edit" "$out" "@@
-"
list=tests/01-ewma/mistakes/ewma_weights
sed -i '0,/^-  /s//-   no such line/' $list
run build/descent mistakes --write out 1.1
is "an edit that does not apply: exit code" "$code" 2
has "an edit that does not apply: where" "$err" "descent: $list:"
has "an edit that does not apply: why" "$err" "no such lines in the solution"

# --- Color -------------------------------------------------------------------------------

terminal() { TERM=xterm script -qec "$1" /dev/null </dev/null; }
if command -v script >/dev/null; then
    has "color on a terminal" "$(terminal 'build/descent list; build/descent status')" $'\033['
    has "who waits is told for what" "$(terminal 'build/descent grade 1')" "Grading 5 exercises …"
    hasnt "--no-color" "$(terminal 'build/descent status --no-color')" $'\033'
    hasnt "NO_COLOR" "$(terminal 'NO_COLOR=1 build/descent status')" $'\033'
    has "an empty NO_COLOR asks for nothing" "$(terminal 'NO_COLOR= build/descent status')" $'\033['
    narrow() { terminal "stty cols 60; $1" | tr -d '\r' | sed 's/\x1b\[[0-9;]*m//g' | grep -E '^.{61,}'; }
    build/descent reset 1.1 >/dev/null
    sed 's/alpha \* exp(log/(1 - alpha) * exp(log/' $solution >$file
    is "a narrow terminal: a failure" "$(narrow 'build/descent grade 1.1')" ""
    is "a narrow terminal: a hint" "$(narrow 'build/descent hint 1.1')" ""
    hasnt "a terminal without capabilities" "$(terminal 'TERM=dumb build/descent status')" $'\033'
fi

# --- Make ---------------------------------------------------------------------------------

cp solutions/01-ewma/*.c exercises/01-ewma/
build/descent reset 1.3 >/dev/null
rm exercises/01-ewma/ewma_variance.c
sed -i 's/ewma->power \*= /ewma->power += /' exercises/01-ewma/ewma_corrected.c
run build/descent status --passed
is "what passes" "$out" 01-ewma/ewma_weights
is "what does not pass, by its number" "$err" "Not passing yet: 1.2, 1.3, 1.4, 1.5"
run make -n V=1 FROM=exercises PASSED="$out" build/own/libexercises.a
own=$(grep '^ar ' <<<"$out")
has "the figures' library: what passes" "$own" "build/obj/exercises/01-ewma/ewma_weights.o"
has "the figures' library: a solution" "$own" "build/obj/solutions/01-ewma/ewma_decay.o"
hasnt "the figures' library: one of each" "$own" "solutions/01-ewma/ewma_weights.o"
run make -n V=1 grade EX=1.1
has "make grade of one exercise: its judge" "$out" "build/judge/01-ewma/ewma_weights"
hasnt "make grade of one exercise: no other" "$out" "build/judge/01-ewma/ewma_variance"
run make -n V=1 grade EX=1
has "make grade of a chapter: all its judges" "$out" "build/judge/01-ewma/ewma_variance"
cp solutions/01-ewma/ewma_variance.c kept.c
sed -i 's/$/\r/' solutions/01-ewma/ewma_variance.c
is "a solution with such line ends has the same stub" "$(build/descent reset 1.4)" \
    "exercises/01-ewma/ewma_variance.c is a fresh stub now."
hasnt "its stub has none" "$(cat exercises/01-ewma/ewma_variance.c)" $'\r'
mv kept.c solutions/01-ewma/ewma_variance.c
make build/compile_commands.json >/dev/null
has "editors know the exercises" "$(cat build/compile_commands.json)" '"exercises/01-ewma/ewma_weights.c"'
touch src/tool/main.c
run make --no-print-directory build/obj/src/tool/main.o
is "make says what it makes, in a line" "$out" "build/obj/src/tool/main.o"
touch src/tool/main.c
run make V=1 build/obj/src/tool/main.o
has "V=1 shows the command" "$out" " -c src/tool/main.c -o build/obj/src/tool/main.o"

# --- The number 0 ------------------------------------------------------------------------

# A chapter may have the number 0. It comes first.
mkdir solutions/00-zero
sed 's/@exercise 1.1 /@exercise 0.1 /' $solution >solutions/00-zero/zero.c
build/descent stubs >/dev/null
run build/descent list
is "chapter 0: it comes first" "$(head -n 1 <<<"$out")" "00-zero"
for word in 0.1 zero; do
    run build/descent hint $word
    has "chapter 0: hint $word" "$out" "Hint 1 of 2 for exercise 0.1"
done
for word in 0 00 00-zero; do
    run build/descent hint $word
    has "chapter 0: $word is a chapter" "$err" "'$word' is a chapter"
    has "chapter 0: $word has its exercise" "$err" "  0.1 "
    hasnt "chapter 0: $word has no other" "$err" "1.1"
done
for word in x 0x +0 0.0 ''; do
    run build/descent hint "$word"
    hasnt "chapter 0: '$word' does not name it" "$err" "is a chapter"
done
rm -r solutions/00-zero exercises/00-zero

# --- A workbook that is not whole ---------------------------------------------------------

rm -r build/practice
run build/descent grade 1.1
is "without its objects: exit code" "$code" 2
has "without its objects: words" "$err" "run 'make' first"
rm -r solutions
run build/descent list
is "without exercises: exit code" "$code" 2
has "without exercises: words" "$err" "no exercises"
is "nothing is left behind" "$(leftovers)" ""
finish
