#!/bin/bash
# test_course.sh: the sample course, from submissions to the gradebook, on one exercise.
. tests/tool/lib.sh
make_copy
box=()
sandbox_works || box=(--unsafe-no-sandbox)

"$root/tests/tool/sample_course.sh" class
run build/descent batch "${box[@]}" --seed 77 class 1.3
is "somebody has to look at some" "$code" 1
is "all are there" "$(tail -n +2 class.results/gradebook.csv | wc -l)" 30

# The points of a submission: of the exercise, and the total.
points() { sed -n "s/^$1[^,]*,[^,]*,[^,]*,[^,]*,\([^,]*,[^,]*\),.*/\1/p" class.results/gradebook.csv; }
for student in 01 02 03 "Student Four" student05 21 22 23 24; do
    is "$student is right" "$(points "$student")" 10,10
done
for student in 16 17 18 19 20 28 30; do
    is "$student has nothing" "$(points "$student")" 0,0
done
for student in 25 26 29; do
    is "$student has no total, and no zero" "$(points "$student")" ,
done
mistakes=(build/mistakes/01-ewma/ewma_decay/*-*.c)
for i in {06..15}; do
    has "$i: its mistake is named" "$(<class.results/units/"$i"/1.3)" \
        "\"name\": \"$(basename "${mistakes[$((10#$i - 6))]}" .c)\""
done
has "endless loops" "$(<class.results/units/27/1.3)" '"status": "timeout"'
has "what it includes is not there" "$(<class.results/feedback/28/feedback.md)" "No such file"
has "late" "$(grep ^student05 class.results/gradebook.csv)" ",late,"
has "paths that lead out" "$(grep ^30, class.results/gradebook.csv)" "leads out of its archive"
is "nothing got out" "$(ls /tmp/ewma_*.c 2>/dev/null)" ""
is "nothing is left" "$(leftovers)" ""
finish
