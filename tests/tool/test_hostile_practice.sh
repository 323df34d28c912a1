#!/bin/bash
# test_hostile_practice.sh: unfair code in a student's own exercises/ scores nothing, and
# harms nothing but itself.
. tests/tool/lib.sh
. tests/tool/hostile.sh
make_copy
grade_hostile practice
printf '#error %0900000d\n' 0 >exercises/01-ewma/ewma_weights.c
run build/descent grade 1.1
has "a long message is shown" "$out" "#error 000000"
is "but does not fill the terminal" "$((${#out} > 10000))" 0
finish
