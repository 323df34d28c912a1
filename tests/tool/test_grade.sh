#!/bin/bash
# test_grade.sh: `descent grade`, as a student and as an instructor use it.
. tests/tool/lib.sh
make_copy

# --- A fresh clone, and a finished one ----------------------------------------------------

run build/descent grade
is "fresh stubs: exit code" "$code" 1
has "fresh stubs: no points" "$out" "0 of 60 points"
has "fresh stubs: where to begin" "$out" \
    "Next: exercise 1.1, Weights and their sum. Edit exercises/01-ewma/ewma_weights.c"
is "fresh stubs: five times not started" "$(grep -c ' not-started ' <<<"$out")" 5
hasnt "no color when this is no terminal" "$out" $'\033'

cp solutions/01-ewma/ewma_decay.c exercises/01-ewma/
run build/descent grade 1.3
has "after a pass: the one after it is next" "$out" \
    "Next: exercise 1.4, Weighted mean and variance. Edit exercises/01-ewma/ewma_variance.c"
cp solutions/01-ewma/ewma_irregular.c exercises/01-ewma/
run build/descent grade 1.5
has "after the last one: the first that is left" "$out" "Next: exercise 1.1,"
cp solutions/01-ewma/*.c exercises/01-ewma/
run build/descent grade
is "all solutions: exit code" "$code" 0
has "all solutions: all points" "$out" "60 of 60 points"
has "all solutions: nothing is next" "$out" "All exercises pass."

# --- What can be asked for ----------------------------------------------------------------

run build/descent grade 1.2 1.1
is "two exercises, in the book's order" "$(grep -o ' 1\.[0-9] ' <<<"$out" | tr -d ' \n')" 1.11.2
for word in 1 01 01-ewma; do
    run build/descent grade $word
    has "a chapter by '$word'" "$out" "60 of 60 points"
done
run build/descent grade 1.1 1.1
has "twice the same counts once" "$out" "10 of 10 points"
run build/descent grade 1.1 --seed 12345
has "a seed is used and shown" "$out" "(seed 12345)"
is "a seed repeats the same bytes" "$(build/descent grade --seed 9)" "$(build/descent grade --seed 9 -J 1)"
is "and the same JSON" "$(build/descent grade -j --seed 9)" "$(build/descent grade --json -J 5 --seed 9)"

usage() {
    local name=$1 words=$2
    shift 2
    run build/descent "$@"
    is "$name: exit code" "$code" 2
    has "$name: words" "$err" "$words"
    is "$name: nothing on standard output" "$out" ""
}
usage "no such exercise" "there is no exercise '9.9'. There are:" grade 9.9
has "no such exercise: what there is" "$err" "  1.5   Samples at irregular times"
usage "one of two does not exist" "no exercise '2.1'" grade 1.1 2.1
usage "an empty word" "no exercise ''" grade ""
usage "a path is no exercise" "no exercise '../1.1'" grade ../1.1
usage "a bad option" "unrecognized option '--fast'" grade --fast
usage "a seed that is no number" "the seed must be a number from 1" grade --seed x 1.1
usage "a seed of 0" "the seed must be" grade --seed 0
usage "a negative seed" "the seed must be" grade --seed -5
usage "a seed that is too large" "the seed must be" grade --seed 99999999999999999999
usage "no jobs" "the number of jobs must be" grade --jobs 0
usage "an option without its argument" "requires an argument" grade --seed
usage "no such folder" "cannot open the folder" grade --exercises /nowhere
usage "a file is no folder" "cannot open the folder" grade --exercises README.md
usage "no such subcommand" "there is no subcommand 'grad'" grad
usage "no subcommand" "Usage: descent" ""

# --- Files that are not as they should be -------------------------------------------------

# In practice and as a stranger's folder alike.
file=exercises/01-ewma/ewma_weights.c
odd() {
    local name=$1 status=$2 words=$3 mode
    for mode in "" "--exercises exercises --no-sandbox"; do
        # shellcheck disable=SC2086
        run build/descent grade --json 1.1 $mode
        is "$name ${mode:0:11}: status" "$(json_status) $code" "$status 1"
        has "$name ${mode:0:11}: words" "$out" "$words"
    done
    rm -rf "$file"
}
: >$file && odd "empty" build-error '"problem": "01-ewma/ewma_weights.c is empty"'
printf ' \n\n\t\n' >$file && odd "blank" build-error "ewma_weights.c is empty"
rm $file 2>/dev/null
odd "absent" not-started "ewma_weights.c does not exist"
head -c 3000 build/descent >$file && odd "binary" build-error "ewma_weights.c is not a text file"
printf 'int x;\0int y;\n' >$file && odd "with a zero byte" build-error "is not a text file"
head -c 2000000 /dev/zero | tr '\0' ' ' >$file && odd "huge" build-error "larger than 1 MiB"
truncate -s 100G $file && odd "huge, with a hole" build-error "larger than 1 MiB"
mkdir $file && odd "a folder" build-error "is a folder, not a file"
mkfifo $file && odd "a pipe" build-error "is a pipe or a device, not a file"
ln -s /nowhere $file && odd "a link to nothing" build-error "symbolic link"
ln -s ewma_weights.c $file && odd "a link to itself" build-error "symbolic link"
printf 'int x' >$file && odd "no newline at the end" build-error "error:"
printf '/* α \xff\xfe */ #error \xe9t\xe9\n' >$file && odd "not UTF-8" build-error "error:"

# Each is told in words of its own, with what to do.
told() {
    local name=$1 words=$2 advice=$3
    run timeout 5 build/descent grade 1.1
    has "$name: words" "$out" "  exercises/01-ewma/ewma_weights.c $words."
    has "$name: advice" "$out" "  its stub: build/descent reset 1.1$advice"$'\n'"0 of"
    hasnt "$name: nothing was compiled" "$out" "compile"
    hasnt "$name: no hint" "$out" "hint"
    run timeout 5 build/descent plot 1.1
    is "$name: plot refuses it at once" "$code" 1
    rm -rf "$file"
}
told "absent" "does not exist" ""
: >$file && told "empty" "is empty" " (what is there now is kept)"
mkdir $file && told "a folder" "is a folder, not a file" " (what is there now is kept)"
mkfifo $file && told "a pipe" "is a pipe or a device, not a file" " (what is there now is kept)"
ln -s /dev/zero $file && told "a link to a device" "is a pipe or a device, not a file" " (what is there now is kept)"
ln -s /nowhere $file && told "a link to nothing" "is a symbolic link that leads nowhere" " (what is there now is kept)"
if [ "$(id -u)" != 0 ]; then
    cp solutions/01-ewma/ewma_weights.c $file && chmod 0 $file
    odd "unreadable" build-error "Permission denied"
fi
printf '\xef\xbb\xbf' | cat - solutions/01-ewma/ewma_weights.c >$file
run build/descent grade 1.1
is "a file with a byte-order mark is graded" "$code" 0
sed 's/$/\r/' solutions/01-ewma/ewma_weights.c >$file
run build/descent grade 1.1
is "a file from Windows is graded" "$code" 0

# A result belongs to the file that was graded, not to the one saved meanwhile.
cp solutions/01-ewma/ewma_weights.c $file
build/descent grade 1.1 >/dev/null &
sleep 0.1
printf 'int x;\n' >$file
wait $! || true
hasnt "saved while the former version is graded" \
    "$(build/descent status | grep ' 1\.1 ')" pass
cp solutions/01-ewma/ewma_weights.c $file

# Nor is one that was saved and undone while another exercise was graded taken for another.
endless_version ewma_weights >$file
other=exercises/01-ewma/ewma_corrected.c
printf 'int x;\n' >$other
build/descent grade --jobs 1 1.1 1.2 >undone.txt 2>&1 &
wait_for_driver
cp solutions/01-ewma/ewma_corrected.c $other
wait $! || true
has "a version that is graded" "$(<undone.txt)" "✓ 1.2  pass"
printf 'int x;\n' >$other
hasnt "and undone" "$(build/descent status | grep ' 1\.2 ')" pass
cp solutions/01-ewma/ewma_corrected.c $other
cp solutions/01-ewma/ewma_weights.c $file

# In practice, too, a file is graded as it is handed in: alone.
echo 'enum { ONE = 1 };' >exercises/01-ewma/mine.h
sed 's/^#include "optim.ewma_weights.h"/&\n#include "mine.h"/' solutions/01-ewma/ewma_weights.c >$file
run build/descent grade 1.1
has "a header of one's own" "$out" "exercises/01-ewma/ewma_weights.c:"
has "a header of one's own is not there" "$out" "mine.h: No such file"
for path in ../exercises/01-ewma "$copy/exercises/01-ewma"; do
    sed "s|^#include \"optim.ewma_weights.h\"|&\n#include \"$path/mine.h\"|" solutions/01-ewma/ewma_weights.c >$file
    run build/descent grade 1.1
    has "a header of one's own, by another path" "$out" "mine.h, which is not handed in with it"
done
rm exercises/01-ewma/mine.h
cp solutions/01-ewma/ewma_weights.c $file

# A link of the student's own choice is followed in practice, not in a folder handed in.
mv $file elsewhere.c && ln -s ../../elsewhere.c $file
run build/descent grade 1.1
is "practice follows a link" "$code" 0
run build/descent grade --json 1.1 --exercises exercises --no-sandbox
is "a link handed in is not followed" "$(json_status)" build-error
rm $file elsewhere.c

# --- Points are the workbook's ------------------------------------------------------------

sed 's/@points 10/@points 1000/; s/1\.1/7.7/g' solutions/01-ewma/ewma_weights.c >$file
run build/descent grade --json 1.1
has "points are not the submission's" "$out" '"max_points": 10,'
is "nor is its number" "$(json_points)$code" 100

# --- An exercise that calls another -------------------------------------------------------

needing=$(grep -l '@needs' solutions/01-ewma/*.c | head -1)
if [ -n "$needing" ]; then
    id=$(sed -n 's/.*@exercise \([0-9.]*\).*/\1/p' "$needing" | head -1)
    need=$(sed -n 's/.*@needs \([0-9.]*\).*/\1/p' "$needing")
    called=$(basename "$(grep -l "@exercise $need " solutions/01-ewma/*.c)")
    cp solutions/01-ewma/*.c exercises/01-ewma/
    rm "exercises/01-ewma/$called"
    run build/descent grade "$id"
    has "what it calls is absent" "$out" "a function that this test calls is not started"
    has "and it says so" "$out" "It calls your exercise $need"
    mkfifo "exercises/01-ewma/$called"
    run timeout 5 build/descent grade "$id"
    has "what it calls is a pipe" "$out" "exercises/01-ewma/$called is a pipe or a device, not a file"
    rm "exercises/01-ewma/$called"
fi

# --- A class ------------------------------------------------------------------------------

cp solutions/01-ewma/*.c exercises/01-ewma/
rm exercises/01-ewma/ewma_variance.c
remembered=$(build/descent status | grep pass)
mkdir -p "class/Ann O'Hara $(printf '\033[1m') é/01-ewma" class/solver class/empty class/link/ class/deep/01-ewma
ann=$(echo class/Ann*)
cp solutions/01-ewma/*.c "$ann/01-ewma"
touch "$ann/01-ewma/$(printf 'odd\nname\033[2J').c" "$ann/01-ewma/notes.txt"
run build/descent grade --exercises "$ann" --no-sandbox
has "a folder with an odd name" "$out" "60 of 60 points"
hasnt "its name is not printed" "$out$err" $'\033'
hasnt "no advice for a folder handed in" "$out" "Next:"
for folder in class class/empty "$ann/01-ewma"; do
    run build/descent grade --exercises "$folder" --no-sandbox 1.1
    is "no exercise in it: exit code" "$code$out" 2
    has "no exercise in it: words" "$err" \
        "holds no exercise; files are expected in it as in exercises/, such as 01-ewma/ewma_weights.c"
done
mkdir -p class/wrong/01-ewma
printf 'int x;\n' >class/wrong/01-ewma/ewma_weights.c
run build/descent grade --exercises class/wrong --no-sandbox --seed 7 1.1
has "how to grade a folder again" "$out" \
    "again: build/descent grade 1.1 --seed 7 --exercises DIR"
hasnt "no hints to who grades" "$out" "hint:"
usage "a seed with answers in handouts" "answers to the seeds 1 to 5" \
    grade --exercises class/wrong --seed 5 1.1
ln -s "$copy/solutions" class/all
ln -s "$copy/class" class/others
for folder in class/all class/all/ class/others/wrong; do
    run build/descent grade --exercises "$folder" --no-sandbox 1.1
    is "a folder that is a link: exit code" "$code$out" 2
    has "a folder that is a link: words" "$err" "$folder is a symbolic link"
done
ln -s "$copy/solutions/01-ewma" class/link/01-ewma
run build/descent grade --json --exercises class/link --no-sandbox
is "a linked chapter scores nothing" "$(json_points)" 0
has "a linked chapter: words" "$out" "is a symbolic link, not a file"
for name in ewma_weights ewma_corrected; do
    ln -s "$copy/solutions/01-ewma/$name.c" class/deep/01-ewma/$name.c
done
[ "$(id -u)" != 0 ] || mknod class/deep/01-ewma/ewma_decay.c c 1 5 2>/dev/null
mkfifo class/deep/01-ewma/ewma_variance.c
run timeout 20 build/descent grade --json --exercises class/deep --no-sandbox
is "links, devices and pipes score nothing" "$(json_points)$code" 01
mkdir -p class/hard/01-ewma "class/$(printf 'odd\033[2J')"
ln solutions/01-ewma/ewma_weights.c class/hard/01-ewma
run build/descent grade --json --exercises class/hard --no-sandbox
is "a hard link scores nothing" "$(json_points)" 0
has "a hard link: words" "$out" "is a hard link, not a file of its own"
run build/descent grade --exercises class/odd* --no-sandbox
hasnt "a folder without exercises: its name is cleaned" "$err" $'\033'
is "what was remembered of the own files stays" \
    "$(build/descent status | grep pass)" "$remembered"

if sandbox_works; then
    run build/descent grade --exercises "$ann"
    has "in the sandbox: all points" "$out" "60 of 60 points"
    run build/descent grade --exercises class/deep
    has "in the sandbox: no points" "$out" "0 of 60 points"
fi

# --- Two at once --------------------------------------------------------------------------

cp solutions/01-ewma/*.c exercises/01-ewma/
mkdir -p class/ben/01-ewma
cp build/mistakes/01-ewma/ewma_weights/ewma_weights-swapped.c class/ben/01-ewma/ewma_weights.c
for i in 1 2 3; do
    build/descent grade 1.1 1.2 >"own.$i" 2>&1 &
    build/descent grade --exercises class/ben --no-sandbox 1.1 1.2 >"ben.$i" 2>&1 &
done
wait
has "three gradings at once of one file" "$(cat own.?)" "20 of 20 points"
is "none of them fails" "$(grep -c '20 of 20 points' own.? | grep -c ':1')" 3
is "and nobody gets another's points" "$(grep -c ' 1.2 .* not-started ' ben.? | grep -c ':1')" 3

# --- Endings ------------------------------------------------------------------------------

cat >$file <<'C'
#include "optim/ewma_weights.h"
#include <unistd.h>
real ewma_weight(real a, uint64_t n) { if (setresuid(1, 1, 1)) {} for (volatile int i = 0;; i = 1 - i); return a + (real)n; }
real ewma_weight_sum(real a, uint64_t n) { return ewma_weight(a, n); }
real ewma_window(real a, real s) { return a + s; }
C
for signal in INT TERM HUP; do
    timeout -s $signal 0.7 build/descent grade 1.1 >/dev/null 2>&1
    sleep 0.3
    is "interrupted by $signal, nothing is left" "$(leftovers)" ""
done
build/descent grade 1.1 >/dev/null 2>&1 &
for _ in {1..200}; do
    leftovers | grep -q '/driver$' && break
    sleep 0.05
done
kill -KILL $! 2>/dev/null
wait $! 2>/dev/null
sleep 0.3
is "killed, nothing is left" "$(leftovers)" ""
mkdir -p build/stage.killed/01-ewma build/stage.atwork
touch -d '1 minute ago' build/stage.killed build/stage.atwork
run flock build/stage.atwork build/descent grade 1.2
is "what a killed grading left is removed, not what is at work" "$(ls -d build/stage.*)" build/stage.atwork
rmdir build/stage.atwork
run bash -c 'build/descent grade --json 1.2 >/dev/full'
is "a full disk is said" "$code" 2
is "nothing is left behind" "$(leftovers)" ""
finish
