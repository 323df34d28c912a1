#!/bin/bash
# test_hostile_sandbox.sh: unfair code in a folder that is graded for somebody else.
. tests/tool/lib.sh
. tests/tool/hostile.sh
make_copy
sandbox_works && grade_hostile sandbox || ok "nothing to test"
finish
