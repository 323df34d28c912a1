#!/bin/bash
# test_pairs.sh: submissions with two known mistakes at once. Where each of them shows by itself,
# both are named; where they cannot be told apart, none is named falsely.
. tests/tool/lib.sh

# The code of a file, without its head and without the lines that say where it is from.
code_of() { sed '/^\/\*\* @exercise/,/\*\/$/d; /^#line/d; /^ *\/\/ \(BEGIN\|END\) SOLUTION/d' "$1"; }

# with_both STEM A B: the solution with both edits.
with_both() {
    local name=${1#*/} folder=build/mistakes/$1
    code_of "$folder/$name-$2.c" >"$copy/one"
    code_of "solutions/$1.c" >"$copy/right"
    code_of "$folder/$name-$3.c" >"$copy/two"
    diff3 -m "$copy/one" "$copy/right" "$copy/two"
}

# What is named of a grading, in the order of the letters.
named() { jq -r '.exercises[0] | .diagnosis.name, .second.name | select(.)' <<<"$out" | sort | xargs; }

cp -r solutions "$copy/both"
while read -r stem a b names; do
    name=${stem#*/}
    with_both "$stem" "$a" "$b" >"$copy/both/$stem.c" || not_ok "$stem: both edits apply"
    run build/descent grade --json --seed 4711 --no-sandbox --exercises "$copy/both" "$name"
    case $names in
    both) due="$name-$a $name-$b" ;;
    *) due="" ;;
    esac
    hasnt "$name, $a and $b: does not pass" "$(json_status)" pass
    is "$name, $a and $b: named are $names" "$(named)" "$due"
    cp "solutions/$stem.c" "$copy/both/$stem.c"
done <<'END'
00-foundations/descent_steps difference-rounded one-more-than-rounded-down both
00-foundations/kkt_verify equalities-without-prices smaller-of-the-two both
01-ewma/ewma_decay com-as-window halflife-negative both
01-ewma/ewma_variance fixed-share readings-swapped both
01-ewma/ewma_irregular swapped undivided none
02-momentum/momentum_forms bias-corrected unchecked both
02-momentum/momentum_spectrum lr-unchecked product-for-modulus both
02-momentum/nesterov_current behind-of-form-a velocity-for-gradient both
03-adaptive/amsgrad drift-weights-unnormalized one-maximum-for-all both
03-adaptive/layers_backward relu-slope-alone weights-accumulate both
04-variance-reduction/control_variate always-unbiased bias-not-squared both
04-variance-reduction/control_variate difference-of-squares zero-over-zero none
04-variance-reduction/svrg gradient-in-each-step weight-on-all both
05-second-order/lbfgs_direction second-loop-without-rho uphill both
END
finish
