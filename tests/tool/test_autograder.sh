#!/bin/bash
# test_autograder.sh: what `descent export` makes for Gradescope and for GitHub grades as
# `descent batch` does.
. tests/tool/lib.sh
make_copy
is_gradescope=$(<"$root/tests/tool/export/gradescope.jq")

box=()
sandbox_works || box=(--unsafe-no-sandbox)
wrong=build/mistakes/01-ewma/ewma_decay/ewma_decay-span-to-alpha.c
cat >assignment.json <<'END'
{"name": "Week 1", "exercises": ["1.1", "1.3"], "points": {"1.1": 5, "1.3": 12.5},
 "due": "2026-12-07T23:59Z", "late": {"percent_per_day": 10}}
END
mkdir -p class/{right,wrong,broken}
cp solutions/01-ewma/ewma_{weights,decay}.c class/right
cp solutions/01-ewma/ewma_weights.c $wrong class/wrong
mv class/wrong/ewma_decay{-span-to-alpha,}.c
cp solutions/01-ewma/ewma_decay.c class/broken
printf 'int x = ;\n' >class/broken/ewma_weights.c
find class -exec touch -d 2026-12-08T22:00Z {} +
build/descent batch "${box[@]}" --seed 77 --assignment assignment.json class >/dev/null 2>&1
of_batch() { jq ".students[] | select(.student == \"$1\") | .points" class.results/gradebook.json; }
is "batch: late, right, wrong and broken" "$(of_batch right) $(of_batch wrong) $(of_batch broken)" \
    "15.75 11.25 11.25"

# Gradescope's folders, under another root. What was compiled here need not be compiled again.
run build/descent export autograder --assignment assignment.json --output autograder.zip
is "autograder: exit code" "$code$err" 0
for name in setup.sh run_autograder; do
    is "autograder: $name lies at the top and runs" \
        "$(unzip -Z autograder.zip $name | cut -c1-10)" "-rwxr-xr-x"
done
is "autograder: no right versions" "$(unzip -Z1 autograder.zip | grep -c /right/)" 0
mkdir -p autograder/{results,source} bin tmp
unzip -q autograder.zip -d autograder/source
mkdir autograder/source/build
cp autograder/source/run_autograder autograder
for folder in obj/src obj/solutions/01-ewma obj/tests/01-ewma practice/src practice/tests/01-ewma mistakes/01-ewma; do
    mkdir -p autograder/source/build/${folder%/*}
    cp -a "$root/build/$folder" autograder/source/build/${folder%/*}
done
printf '#!/bin/sh\necho "$@" >>apt\n' >bin/apt-get
chmod +x bin/apt-get
run env -u MAKEFLAGS PATH="$copy/bin:$PATH" autograder/source/setup.sh
is "autograder: setup.sh" "$code" 0
has "autograder: it installs what make needs" "$(<autograder/source/apt)" "gcc libc6-dev make jq"
hasnt "autograder: it builds what there is, and no more" "$out" "figure"

# submit FOLDER TIME: what Gradescope does with a submission
submit() {
    rm -rf autograder/submission autograder/results/*
    cp -r "$1" autograder/submission
    printf '{"id": 1, "created_at": "%s", "assignment": {}}' "$2" >autograder/submission_metadata.json
    run env TMPDIR="$copy/tmp" autograder/run_autograder
}
if [ ${#box[@]} -eq 0 ]; then
    for student in right wrong broken; do
        submit class/$student 2026-12-08T14:00:00.365935-08:00
        is "autograder: $student, late: exit code" "$code" 0
        is "autograder: $student, late: the total is that of batch" \
            "$(jq .score autograder/results/results.json)" "$(of_batch $student)"
        is "autograder: $student: as specified" "$(jq "$is_gradescope" autograder/results/results.json)" true
    done
    has "autograder: the compiler's words" "$(jq -r .output autograder/results/results.json)" \
        "It does not compile"
    ln -sf "$copy/autograder/source/solutions/01-ewma/ewma_weights.c" class/broken
    submit class/broken 2026-12-07T12:00:00-08:00
    is "autograder: in time; a link to a solution earns nothing" \
        "$code $(jq .score autograder/results/results.json)" "0 12.5"
    mv class/right/ewma_decay{,_final}.c
    submit class/right 2026-12-07T12:00:00-08:00
    is "autograder: what is unclear has no result" "$code$(ls autograder/results)" 1
    has "autograder: the instructor sees why" "$out" "1.3 is unclear"
    if unshare -Ur true 2>/dev/null; then
        rm -f autograder/results/*
        run unshare -Ur bash -c 'echo 0 >/proc/sys/user/max_pid_namespaces; autograder/run_autograder'
        is "autograder: without a sandbox there is no result" "$code$(ls autograder/results)" 1
        has "autograder: and it says why" "$err" "the sandbox does not work here"
    fi
    is "autograder: nothing is left" "$(ls "$copy/tmp")" ""
fi

# The steps of the workflow, as the runner runs them.
run build/descent export github --assignment assignment.json --output grade.yml
is "github: exit code" "$code$err" 0
awk '/^      - / { n++ } /^          / { print substr($0, 11) > ("step" n) }' grade.yml
is "github: a step each, and the sum" "$(echo step*)" "step3 step4 step5"
step() { run env RUNNER_TEMP="$copy/runner" bash -eo pipefail "step$1"; }
mkdir runner
cp class/wrong/*.c exercises/01-ewma
step 3
is "github: a pass" "$code" 0
step 4
is "github: a mistake: exit code" "$code" 1
has "github: a mistake: words" "$out" "fail: 6 of 10"
step 5
is "github: the sum" "$code$out" '0::notice title=Autograding complete::Points 12.5/17.5
::notice title=Autograding report::{"totalPoints":12.5,"maxPoints":17.5}'
is "github: the same as batch but for lateness" "$(of_batch wrong)" 11.25
rm runner/exercise-1.1.json
step 5
is "github: no sum of parts" "$code" 1
finish
