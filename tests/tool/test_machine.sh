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
# Once, as when memory runs out: the compiler proper, in a grading outside the sandbox.
mkdir parts
cat >parts/cc1 <<END
#!/bin/sh
[ -e "$copy/parts/killed" ] || { touch "$copy/parts/killed" && kill -9 \$\$; }
exec "$(cc -print-prog-name=cc1)" "\$@"
END
chmod +x parts/cc1
spoil $command sed "1a-B$copy/parts/" $command
run "${grade[@]}" --no-sandbox
is "a part of the compiler that is killed once" "$code$(json_status)$(ls parts/killed)" 0passparts/killed
mend $command

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

# --- Killed by the kernel -------------------------------------------------------------------

# What kills itself looks alike; only the kernel's count of what it killed for lack of memory
# tells them apart. Here a file takes its place: it stands still, or it counts.
mkdir -p class/killed/01-ewma
{
    cat solutions/01-ewma/ewma_weights.c
    printf '#include <signal.h>\n%s\n' '__attribute__((constructor)) static void end(void) { raise(SIGKILL); }'
} >class/killed/01-ewma/ewma_weights.c
killed=(build/descent grade --json --seed 11 --no-sandbox --exercises class/killed 1.1)
echo 'oom_kill 000000' >kills
counted=(unshare -Urm bash -c 'mount --bind kills /proc/vmstat && exec "$@"' -)
if "${counted[@]}" true 2>/dev/null; then
    run "${counted[@]}" "${killed[@]}"
    is "it has killed itself" "$code$(json_status)" 1crash
    for ((i = 1; ; i++)); do printf 'oom_kill %06d\n' "$i" 1<>kills; done &
    fault "memory has run out" "this machine ran out of memory" "${counted[@]}" "${killed[@]}"
    sed -i 's|raise(SIGKILL)|sleep(3), &|; 1i #include <unistd.h>' class/killed/01-ewma/ewma_weights.c
    fault "it has run out slowly" "this machine ran out of memory" "${counted[@]}" "${killed[@]}"
    kill $!
    wait $! 2>/dev/null
else
    echo "# SKIPPED: killed by the kernel: this user cannot make a namespace"
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
# The solution in other clothes: what C allows, but few write.
{
    cat <<'C'
#include <complex.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <tgmath.h>
#include "optim/../optim/ewma_weights.h"
#define ewma_weight a_weight
#define ewma_weight_sum a_sum
#define ewma_window a_window
C
    cat solutions/01-ewma/ewma_weights.c
    cat <<'C'
#undef ewma_weight
#undef ewma_weight_sum
#undef ewma_window
// A comment of C++, names in Greek, and helpers that are called like others' functions.
typedef struct { real α; uint64_t n; real (*what)(real, uint64_t); } job;
static const char *name = "α" u8"β", wide[] = {[3] = 'd', 'e'};
_Thread_local int rng_next = 3;
real heavy_ball_step(real x) { return x; }
void trace_end(const char *restrict const text) { (void)text; }
double max(double a, double b) { return a > b ? a : b; }
extern inline real run(job j);
inline real run(job j) { return j.what(j.α, j.n); }
static real around(int depth, job j) { return depth ? around(depth - 1, j) : run(j); }
_Static_assert(sizeof(real) >= 4, "numbers");
real ewma_weight(real const a, register uint64_t const n)
{
    real some[n % 7 + 1], *at = some, list[3] = {0};
    memset(some, 0, sizeof some);
again:
    if (rng_next-- > 0)
        goto again;
    trace_end(name);
    list[wide[0]] = around(20, (job){.n = n, .what = a_weight, .α = a});
    return heavy_ball_step(*at + list[0]);
}
real ewma_weight_sum(α, n) real α; uint64_t n;
{
    return ({ real sum = a_sum(α, n); sum; });
}
real (ewma_window)(real _1, real _2) { do { switch (0) default: return a_window(_1, _2); } while (1); }
C
} >class/right/01-ewma/ewma_weights.c
run "${grade[@]}"
is "the solution in other clothes" "$code$(json_status)" 0pass
[ "$code" = 0 ] || echo "$out"
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
mkdir include && echo '#error evil' | tee include/math.h >include/tgmath.h
run env CPATH=include GCC_EXEC_PREFIX=/nowhere COMPILER_PATH=/nowhere TMPDIR=/nowhere ASAN_OPTIONS=help=1 \
    CK_RUN_CASE=none CK_FORK=yes LD_BIND_NOW=1 DEPENDENCIES_OUTPUT=made \
    bash -c 'exec "$@" <&- 2>&-' - "${grade[@]}"
is "an odd environment, and streams that are closed" "$code$(json_status)" 0pass
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

# A folder that is swapped for a link to the solutions while an exercise of it is graded.
mkdir -p class/swapped/01-ewma
endless_version ewma_weights >class/swapped/01-ewma/ewma_weights.c
cp exercises/01-ewma/ewma_corrected.c class/swapped/01-ewma/
build/descent grade --json --jobs 1 --no-sandbox --exercises class/swapped 1.1 1.2 >swapped.txt 2>&1 &
wait_for_driver
mv class/swapped class/kept
ln -s "$copy/solutions" class/swapped
wait $! || true
out=$(<swapped.txt)
is "a swapped folder scores nothing" "$(json_points)" 0

# --- A submission that is slow in every exercise --------------------------------------------

mkdir -p class/slow/01-ewma
for name in ewma_weights ewma_corrected; do
    endless_version $name >class/slow/01-ewma/$name.c
done
cp solutions/01-ewma/ewma_decay.c class/slow/01-ewma/
run build/descent grade --json --jobs 1 --budget 1 --no-sandbox --exercises class/slow 1.1 1.2 1.3
waits() { grep -c '"message": "time-out: still running'; }
is "within its budget: several cases are waited for" "$(waits <<<"${out%%\"id\": \"1.2\"*}")" 3
is "after that, one" "$(waits <<<"${out#*\"id\": \"1.2\"}")" 1
is "what is right has its points" "$(json_points)" 10

# --- What a remembered result depends on ------------------------------------------------------

cp solutions/01-ewma/ewma_weights.c exercises/01-ewma/
rm -f build/progress/*
run build/descent grade 1.1
has "before the workbook changes" "$(build/descent status | grep ' 1\.1 ')" pass
for file in src/optim/ewma_weights.h build/judge/01-ewma/ewma_weights build/practice/libdescent.a; do
    spoil $file echo 'nothing of use'
    run build/descent status
    hasnt "a changed $file" "$out" pass
    mend $file
done

# --- An ordinary user -------------------------------------------------------------------------

as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
if [ "$(id -u)" = 0 ] && as_nobody true 2>/dev/null; then
    chmod a+rx "$copy" class
    fault "another user's clone" "cannot make the folder" setpriv --reuid=65534 --regid=65534 \
        --clear-groups "${grade[@]}"
    chmod a+rwx build build/progress
    run as_nobody "${grade[@]}"
    is "an ordinary user" "$code$(json_status)" 0pass
fi
finish
