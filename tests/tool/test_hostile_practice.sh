#!/bin/bash
# test_hostile_practice.sh: unfair code in a student's own exercises/ scores nothing, and
# harms nothing but itself.
. tests/tool/lib.sh
. tests/tool/hostile.sh
make_copy
grade_hostile practice
finish
