#!/bin/bash
# test_contracts.sh: code whose values are right, but which breaks what its header promises,
# loses points. One of each kind; those that a student is likely to write are known mistakes.
. tests/tool/lib.sh

# breaks KIND ID NAME EDIT WORDS: a solution that was edited (by sed) fails with these words
breaks() {
    local id=$2 stem folder=$copy/$passed-$failed
    stem=$(cd solutions && echo ./*/"$3".c)
    mkdir -p "$folder/${stem%/*}"
    cp solutions/"${stem%/*}"/*.c "$folder/${stem%/*}"
    sed -i -e '/todo.h"/a #include <stdlib.h>' -e "$4" "$folder/$stem"
    run build/descent grade --json --seed 4242 --exercises "$folder" "$id"
    case $(json_status) in
    fail | crash) has "$1" "$out" "$5" ;;
    *) not_ok "$1" "status $(json_status)" ;;
    esac
}

breaks 'the program ends on a strange sample' 1.2 ewma_corrected \
    's/^    ewma->raw = .*x;/if (x != x) exit(0);&/' 'code 0 in the middle of the test'
breaks 'a clock for all averages' 1.5 ewma_irregular \
    '/_update/,/^}/s/ewma->time/clock_of_all/; s/^enum descent_status ewma_irregular_update/static real clock_of_all;\n&/; /_init/,/^}/s/^    return DESCENT_OK;/clock_of_all = -(real)INFINITY;&/; 1,/clock_of_all/s/^enum descent_status ewma_irregular_init/static real clock_of_all;\n&/' \
    'of-the-'
breaks 'a velocity for all methods' 2.2 nesterov \
    's/real \*v = nesterov->v,/static real shared[100000]; real *v = shared,/' \
    'two that take turns'
breaks 'a step that allocates' 2.2 nesterov \
    's/^    objective(n, ahead/void *volatile room = malloc(n); free(room);&/' 'allocations-in-steps'
breaks 'a gradient that is written to' 3.1 adadelta \
    's/real grad = g\[i\] + /real grad = ((real *)g)[i] += /' \
    'numbers-of-the-gradient-overwritten'
breaks 'logits that are written to' 3.5 cross_entropy \
    's/^    const real top = largest_of/((real *)z)[0] += 1;((real *)z)[0] -= 1;&/' \
    'logits-overwritten'
breaks 'inputs of a layer that are written to' 3.6 layers_backward \
    's/^    if (dx)$/((real *)dy)[0] *= 2;&/' 'numbers-of-X-W-and-dY-overwritten'
breaks 'inputs of ReLU that are written to' 3.6 layers_backward \
    's/\(dx\[i\] = x\[i\] <= 0.*\);/\1, ((real *)x)[i] = 0;/' \
    'numbers-of-x-and-dy-overwritten'
breaks 'parameters that are written to' 2.3 nesterov_current \
    's/^        behind\[i\] = \(.*\);/((real *)theta)[i] = behind[i] = \1;/' \
    'numbers-of-theta-overwritten'
breaks 'a schedule that is written to' 6.5 warmup_cosine \
    's/^    if (t >= total)/&((struct warmup_cosine *)schedule)->total = t;&/' 'shape-changed'
breaks 'memory that is not freed, outside of a step' 3.5 cross_entropy \
    's/^    const real top = largest_of/z = memcpy(malloc(k * sizeof *z), z, k * sizeof *z);&/; s/^#include <stdlib.h>/&\n#include <string.h>/' \
    'memory leak: not all memory that was asked for was freed'
breaks 'memory of a fixed size' 3.5 cross_entropy \
    's/^    const real top = largest_of/real copy[256]; for (size_t i = 0; i < k; i++) copy[i] = z[i]; z = copy;&/' \
    'index 256 out of bounds'
finish
