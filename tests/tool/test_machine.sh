#!/bin/bash
# test_machine.sh: what our own machine cannot do is exit code 2 with the reason, never a
# student's zero; what the student cannot do stays the student's.
. tests/tool/lib.sh
make_copy
mkdir -p class/right/01-ewma class/wrong/01-ewma
cp solutions/01-ewma/*.c class/right/01-ewma
printf 'int x = ;\n' >class/wrong/01-ewma/ewma_weights.c

# fault NAME WORDS COMMAND...: the command grades a right submission on a broken machine.
fault() {
    local name=$1 words=$2
    shift 2
    run timeout -s KILL 120 "$@"
    is "$name: exit code" "$code" 2
    has "$name: words" "$err" "$words"
    has "$name: JSON" "$out" '"error": "descent: '
    hasnt "$name: no result" "$out" '"points"'
    is "$name: nothing is left" "$(leftovers)" ""
}
grade=(build/descent grade --json --seed 11 --exercises class/right 1.1)
box=--no-sandbox
sandbox_works && box=--sandbox
grade+=("$box")

run "${grade[@]}"
is "a sound machine" "$code$(json_status)" 0pass

# --- Limits of the caller -----------------------------------------------------------------

while read -r flag amount words; do
    fault "ulimit $flag" "$words" bash -c "ulimit $flag $amount; exec \"\$@\"" - "${grade[@]}"
done <<'END'
-v 8000000 address space
-d 500000 data
-f 100 file size
-s 512 stack
-n 40 open files
-t 20 computing time
END

# --- A broken kit -------------------------------------------------------------------------

# spoil FILE COMMAND...: in place of the file is what the command prints.
spoil() {
    local file=$1
    shift
    "$@" >"$copy/spoiled" 2>/dev/null
    cp -p "$file" "$copy/sound"
    rm "$file"
    cp "$copy/spoiled" "$file"
}
mend() { mv -f "$copy/sound" "$1"; }

archive=build/practice/libdescent.a
spoil $archive head -c 1000 $archive
fault "a truncated library" "its stub fails too" "${grade[@]}"
mend $archive
mv src/optim/ewma_weights.h "$copy/header"
fault "a missing header" "its stub fails too" "${grade[@]}"
mv "$copy/header" src/optim/ewma_weights.h
object=build/practice/src/judge/driver.o
spoil $object true
fault "an empty object" "its stub fails too" "${grade[@]}"
mend $object

# --- The compiler, killed or missing ------------------------------------------------------

command=build/practice/command
spoil $command sed '1s/.*/no-such-compiler/' $command
fault "no compiler" "no-such-compiler" "${grade[@]}"
mend $command
spoil $command sed '1s/.*/false/' $command
fault "a compiler that fails" "its stub fails too" "${grade[@]}"
mend $command
if [ "$box" = --no-sandbox ]; then
    printf '#!/bin/sh\nkill -9 $$\n' >killed && chmod +x killed
    spoil $command sed "1s|.*|$copy/killed|" $command
    fault "a compiler that is killed" "its stub fails too" "${grade[@]}"
    mend $command
fi

# --- No namespaces ------------------------------------------------------------------------

if [ "$box" = --sandbox ]; then
    for kind in pid mnt net; do
        if unshare -Ur true 2>/dev/null; then
            fault "no $kind namespaces" "the sandbox does not work here" unshare -Ur bash -c \
                "echo 0 >/proc/sys/user/max_${kind}_namespaces; exec \"\$@\"" - "${grade[@]}"
        else
            echo "# SKIPPED: no $kind namespaces: this user cannot make a namespace"
        fi
    done
fi

# --- The student's own --------------------------------------------------------------------

run build/descent grade --json --seed 11 --exercises class/wrong 1.1 "$box"
is "a build error stays one" "$code$(json_status)" 1build-error
cp class/wrong/01-ewma/ewma_weights.c exercises/01-ewma/
run build/descent grade --json 1.1
is "in practice too" "$code$(json_status)" 1build-error

# --- Right code that was refused ------------------------------------------------------------

{
    cat solutions/01-ewma/ewma_weights.c
    for i in {1..1500}; do echo "static int unused_$i(void) { int x; return 0; }"; done
} >class/right/01-ewma/ewma_weights.c
run "${grade[@]}"
is "many warnings are cut" "$code$(json_status)" 0pass
cp solutions/01-ewma/ewma_weights.c class/right/01-ewma
mkdir -p class/endless/01-ewma
{
    cat exercises/01-ewma/ewma_weights.c | sed '/todo/d' | grep '^#include'
    echo '#include <stdio.h>'
    for f in 'weight(real a, uint64_t n)' 'weight_sum(real a, uint64_t n)' 'window(real a, real n)'; do
        echo "real ewma_$f { for (;;) puts(\"\"); return a + (real)n; }"
    done
} >class/endless/01-ewma/ewma_weights.c
sed -i '1i #include "optim/ewma_weights.h"' class/endless/01-ewma/ewma_weights.c
endless=(build/descent grade --json --seed 11 --exercises class/endless 1.1 "$box")
is "endless output, twice the same" "$("${endless[@]}" | md5sum)" "$("${endless[@]}" | md5sum)"

# --- Who has started us -------------------------------------------------------------------

run timeout 30 bash -c 'trap "" CHLD; exec "$@"' - "${grade[@]}"
is "SIGCHLD is ignored by the parent" "$code" 0
printf '#!/bin/sh\ntouch %s/fooled\nexit 1\n' "$copy" >bwrap
chmod +x bwrap
run env PATH=".:$PATH" "${grade[@]}"
is "the first bwrap on PATH is not run" "$code$(ls fooled 2>/dev/null)" 0
mkdir -p build/progress && rm -f build/progress/1.1.json && mkfifo build/progress/1.1.json
run timeout -s KILL 60 build/descent status
is "a pipe in place of a result" "$code" 1
odd="$copy/a [b] *c? \\d"
mkdir -p "$odd" && cp -a build solutions tests src exercises Makefile "$odd"
run "$odd/build/descent" list
has "signs of patterns in the clone's path" "$out" "1.1"

# Git for Windows turns line ends around unless it is told not to.
mkdir repository && cp -r .gitattributes Makefile src solutions tests repository
(cd repository && git init -q && git add . && git -c user.name=x -c user.email=x commit -qm x)
git -c core.autocrlf=true clone -q repository checkout
is "no line ends of Windows in a checkout" "$(grep -rlI --exclude-dir=.git $'\r' checkout)" ""

# --- What is handed in ----------------------------------------------------------------------

mkdir -p class/odd/01-ewma
for name in 'ewma_decay (1).c' Ewma_corrected.c ewma_weights.c notes.txt; do
    cp solutions/01-ewma/ewma_decay.c "class/odd/01-ewma/$name"
done
run build/descent grade --json --exercises class/odd 1.3 "$box"
has "a renamed file is named" "$(tr -d ' \n' <<<"$out")" \
    '"unclaimed":["01-ewma/Ewma_corrected.c","01-ewma/ewma_decay(1).c"]'
run build/descent grade --exercises class/odd 1.3 "$box"
has "a renamed file is named in the text, too" "$out" "of this name: 01-ewma/ewma_decay (1).c"

# A folder that is swapped for a link while it is graded.
mkdir -p class/swapped/01-ewma
cp exercises/01-ewma/ewma_corrected.c class/swapped/01-ewma/
(while [ -e class ]; do
    mv class/swapped class/kept && ln -s "$copy/solutions" class/swapped
    rm -f class/swapped && mv class/kept class/swapped
done) 2>/dev/null &
swapper=$!
points=""
for _ in 1 2 3 4; do
    run build/descent grade --json --exercises class/swapped 1.2 "$box"
    [ "$code" = 2 ] || points+=$(json_points)
done
kill $swapper
is "a swapped folder scores nothing" "${points//0/}" ""
finish
