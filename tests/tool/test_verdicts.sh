#!/bin/bash
# test_verdicts.sh: every way to fail is told in words of its own.
. tests/tool/lib.sh
make_copy

# The parts of exercise 1.1, as functions of what stands in one of them.
submit() {
    cat >exercises/01-ewma/ewma_weights.c <<C
#include "optim/ewma_weights.h"
#include "optim/todo.h"
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#line 100
${2-}
real ewma_weight(real alpha, uint64_t age)
{
    if (!(alpha > 0 && alpha <= 1)) return (real)NAN;
    $1
    return age ? alpha * exp((real)age * log1p(-alpha)) : alpha;
}
#line 200
real ewma_weight_sum(real alpha, uint64_t n)
{
    if (!(alpha > 0 && alpha <= 1)) return (real)NAN;
    return n ? -expm1((real)n * log1p(-alpha)) : 0;
}

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1)) return (real)NAN;
    return log1p(-share) / log1p(-alpha);
}
C
}

# verdict NAME CODE HELPERS STATUS WORDS...
verdict() {
    local name=$1 status=$4 words
    submit "$2" "$3"
    run build/descent grade 1.1 --seed 5
    has "$name: status" "${out%%$'\n'*}" " $status "
    shift 4
    for words; do has "$name: words" "$out" "$words"; done
    is "$name: nothing on standard error, exit code 1" "$err$code" 1
}

submit '' ''
run build/descent grade 1.1
is "what these are made from passes" "$code" 0

verdict "not started" 'todo("1.1");' '' fail 'a function that this test calls is not started'
verdict "build error" 'return 1 +;' '' build-error \
    "exercises/01-ewma/ewma_weights.c:104:" "error: expected expression" "It does not compile:"
verdict "undefined function" 'return help();' 'real help(void);' build-error \
    "A function is called that nobody wrote:" \
    "exercises/01-ewma/ewma_weights.c:104: " "undefined reference to" "help'"
verdict "wrong values" 'return alpha * (1 + 1e-9);' '' fail \
    "✗ weights of young and old samples" "alpha " "age 0, weight: yours " ", expected " "(rel. 1e-09)"
verdict "a known mistake" 'age++;' '' fail "Your numbers show a known mistake:"
verdict "NaN" 'return sqrt(-alpha);' '' fail "yours nan, expected " "NaN is not a number"
verdict "heap overflow" 'char *p = malloc(8); volatile int i = 8; p[i] = 1; alpha += p[i]; free(p);' '' \
    crash "Sanitizer: " "ewma_weights.c:104"
verdict "stack overflow" 'return deep(alpha);' \
    'static real deep(real x) { volatile real a[64]; a[0] = x; return deep(x + 1) + a[0]; }' \
    crash "AddressSanitizer: stack-overflow at ewma_weights.c:100 (endless recursion"
verdict "use after free" 'double *volatile p = malloc(64); free(p); alpha += p[1];' '' \
    crash "AddressSanitizer: heap-use-after-free, read of 8 bytes at ewma_weights.c:104"
verdict "double free" 'char *volatile p = malloc(8); free(p); free(p);' '' \
    crash "AddressSanitizer: attempting double-free at ewma_weights.c:104"
verdict "null pointer" 'double *volatile p = NULL; alpha += *p;' '' \
    crash "null pointer" "ewma_weights.c:104"
verdict "wild pointer" 'double *volatile p = (double *)16777216; alpha += *p;' '' \
    crash "AddressSanitizer: SEGV at ewma_weights.c:104 (a pointer that points nowhere)"
verdict "division by zero" 'volatile int zero = 0; alpha += 1 / zero;' '' \
    crash "UndefinedBehaviorSanitizer: division by zero at ewma_weights.c:104:"
verdict "signed overflow" 'volatile int most = INT_MAX; alpha += most + 1;' '' \
    crash "UndefinedBehaviorSanitizer: signed integer overflow: 2147483647 + 1 cannot be represented in type 'int' at ewma_weights.c:104:"
verdict "index out of bounds" 'real a[4] = {0}; volatile int i = 4; alpha += a[i];' '' \
    crash "UndefinedBehaviorSanitizer: index 4 out of bounds for type 'real [4]' at ewma_weights.c:104:"
verdict "abort" 'abort();' '' crash "ended by the signal SIGABRT (abort)"
verdict "time-out" 'for (volatile int i = 0;; i = 1 - i);' '' timeout \
    "time-out: still running after 2 s of computing or 10 s in all (an endless loop?)" \
    "not run, because the program went over a limit before"
verdict "runaway output" 'for (;;) puts("again and again and again and again and again and again");' '' fail \
    "runaway output: it wrote more than 4096 kB" "    | again"
verdict "early exit" 'exit(3);' '' fail "the program ended with code 3 in the middle of the test"
verdict "exit code -1 is no signal" 'exit(-1);' '' fail "the program ended with code 255 in the middle"
verdict "nothing run" '' '__attribute__((constructor)) static void c(void) { _exit(0); }' fail \
    "nothing was run: the program ended with code 0 before the test began"
verdict "a spoiled record" 'if (write(3, "x", 1)) {}' '' fail "the record of the test is spoiled"
verdict "what it prints is shown" 'printf("alpha is %g\n", alpha); exit(1);' '' fail \
    "Your program printed:" "    | alpha is 0"
verdict "a warning is shown" 'int unused = 1; return 0;' '' fail \
    "The compiler warns:" "unused variable"

# One endless loop is enough to wait for.
submit 'for (volatile int i = 0;; i = 1 - i);'
run build/descent grade --json 1.1
is "a time-out is waited for once" "$(grep -c '"message": "time-out' <<<"$out")" 1
mkdir -p handed/01-ewma && cp exercises/01-ewma/ewma_weights.c handed/01-ewma
run build/descent grade --json 1.1 --exercises handed --no-sandbox
is "in code handed in, three times" "$(grep -c '"message": "time-out' <<<"$out")" 3

# What a student prints on the way is shown, whatever the verdict; what todo() prints is not.
cp exercises/01-ewma/ewma_corrected.c stub.c
run build/descent grade 1.2
has "a stub alone is told what to do" "$out" "Every test meets a todo()."
hasnt "a stub prints nothing" "$out" "Your program printed:"
sed '/power \*=/a printf("raw %g and more to fill the line\\n", ewma->raw);' \
    solutions/01-ewma/ewma_corrected.c >printing.c
sed -i '1i #include <stdio.h>' printing.c && cp printing.c exercises/01-ewma/ewma_corrected.c
run build/descent grade 1.2
has "a right solution that prints passes" "$out" "10 of 10 points"
has "what it prints is shown" "$out" "    | raw 0."
sed 's/return ewma->raw.*/todo("1.2");/' printing.c >exercises/01-ewma/ewma_corrected.c
run build/descent grade 1.2
has "a todo that is left" "$out" "is not started (exercise 1.2)"
has "what was printed before it is shown" "$out" "    | raw "
hasnt "what todo prints is not" "$out" "exercise 1.2 is not started"
cp stub.c exercises/01-ewma/ewma_corrected.c

# One crash fails many tests; its words stand once.
submit 'abort();'
run build/descent grade 1.1
is "the same words are not repeated" "$(grep -c SIGABRT <<<"$out")" 1
has "but all the tests are named" "$out" "✗ weights of young and old samples"
has "but all the tests are named" "$out" "✗ and 4 more (--verbose says how):"
has "but all the tests are named" "$out" "sums grow by the weights, windows undo sums"
has "how to run a crash alone" "$out" "  alone: build/drivers/01-ewma/ewma_weights "

# A sanitizer's report is no part of what the program printed; that shows up to the crash.
submit 'printf("so far\n"); double *volatile p = malloc(8); p[1] = 0;'
run build/descent grade 1.1
has "printed before a crash" "$out" "Your program printed:"$'\n'"    | so far"$'\n'"  alone"
hasnt "no report below it" "$out" "    | =="
hasnt "no report below it" "$out" "HINT"
run bash -c "$(sed -n 's/^  alone: //p' <<<"$out")"
has "the whole report" "$err" "is located 0 bytes "
submit 'for (volatile int i = printf("so far\n");; i = 1 - i);'
run build/descent grade 1.1
has "printed before an endless loop" "$out" "    | so far"

# What is long is cut to a screen, and it is said how to see the rest.
submit 'for (int i = 1; i < 3000; i++) printf("line %d\n", i); return (real)NAN;'
run build/descent grade 1.1 --seed 5
has "a long output is cut" "$out" "    | line 12"$'\n'"    … "
hasnt "a long output is cut" "$out" "    | line 13"
more=$(sed -n 's/^    … \([0-9]*\) more lines; all of it: .*/\1/p' <<<"$out")
whole=$(sed -n 's/^    … .* all of it: //p' <<<"$out")
is "it is said how much is left" "$(bash -c "$whole" | wc -l)" $((more + 12))
has "and how to see it" "$whole" " 5 3>/dev/null"
cat >exercises/01-ewma/ewma_weights.c <<'C'
#include "optim/ewma_weights.h"
real ewma_weight(real alpha, uint64_t age) { return alpha + (real)age; }
real ewma_weight_sum(real alpha, uint64_t n) { return alpha + (real)n; }
real ewma_window(real alpha, real share) { return alpha + share; }
C
for seed in 1 2 3; do
    run build/descent grade 1.1 --seed $seed
    has "everything wrong" "$out" "✗ and 7 more ("
    is "everything wrong fits a screen" "$(fold -sw 80 <<<"$out" | awk 'END { print (NR < 24) }')" 1
done
has "and says how to see the rest" "$out" "again: build/descent grade 1.1 --seed 3 --verbose"
run build/descent grade 1.1 --seed 3 --verbose
is "everything in full" "$(grep -c '^  ✗' <<<"$out")" 10
is "each with its values" "$(grep -A1 '^  ✗' <<<"$out" | grep -c '^      [^ ]')" 10
is "each with its case" "$(grep -c '^  ✗ .* (case [a-z-]*)$' <<<"$out")" 10
alone=$(sed -n 's/^  alone: //p' <<<"$out")
is "the first failed test's case can be run alone" "$alone" \
    "build/drivers/01-ewma/ewma_weights weights 3"
has "it prints what the test saw" "$(bash -c "$alone")" "weight"

# An exercise that was begun is told where a todo() is left, a stub is told what to do.
sed '0,/    \/\/ BEGIN SOLUTION/s//    todo("1.1");/' solutions/01-ewma/ewma_weights.c \
    >exercises/01-ewma/ewma_weights.c
line=$(grep -n 'todo("1.1")' exercises/01-ewma/ewma_weights.c | cut -d: -f1)
run build/descent grade 1.1
has "a todo that is left is named" "$out" "A todo() is left in line $line: the program ends there."
build/descent reset 1.1 >/dev/null
run build/descent grade 1.1
hasnt "not those of a stub" "$out" "is left in line"

# A program of one's own has a main().
{ cat solutions/01-ewma/ewma_weights.c; echo 'int main(void) { return 0; }'; } >exercises/01-ewma/ewma_weights.c
run build/descent grade 1.1
has "a main is named" "$out" "It has a main(), but the tests bring their own; take yours out:"

# A pass can be compared with something.
cp solutions/01-ewma/ewma_weights.c exercises/01-ewma/
run build/descent grade 1.1
has "a pass points to the reference" "$out" "build/descent diff 1.1"
run build/descent grade 1
hasnt "not each of many" "$out" "build/descent diff"

# 1.5 calls 1.3: it is blamed only if it does not pass and is called.
sed 's/ewma_lambda_from_halflife(halflife)/halflife \/ 2/' solutions/01-ewma/ewma_irregular.c \
    >without.c
sed 's/ewma->sum = /&1 + /' solutions/01-ewma/ewma_irregular.c >wrong.c
build/descent reset 1.3 >/dev/null
cp wrong.c exercises/01-ewma/ewma_irregular.c
run build/descent grade 1.5
has "an exercise that fails and is called is the cause" "$out" \
    "It calls your exercise 1.3, which does not pass: mend that one first."
has "it is next" "$out" "Next: exercise 1.3"
run build/descent grade 1.3 1.5
has "also beside it" "$out" "Next: exercise 1.3"
cp without.c exercises/01-ewma/ewma_irregular.c
run build/descent grade 1.5
hasnt "one that is not called is not" "$out" "mend that one first"
has "then this one is next" "$out" "Next: exercise 1.5"
cp solutions/01-ewma/ewma_decay.c exercises/01-ewma/
cp wrong.c exercises/01-ewma/ewma_irregular.c
run build/descent grade 1.5
hasnt "one that passes is not" "$out" "mend that one first"
has "then, too, this one is next" "$out" "Next: exercise 1.5"

# The next exercise is judged as if nothing had been.
cp solutions/01-ewma/ewma_corrected.c exercises/01-ewma/
submit 'for (;;) puts("again");'
run build/descent grade 1.1 1.2
has "a neighbor passes" "$out" "10 of 20 points"
is "nothing is left behind" "$(leftovers)" ""
finish
