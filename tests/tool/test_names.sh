#!/bin/bash
# test_names.sh: wrong submissions that once got the name of a mistake that was not theirs.
# Some have a name of their own since, or words that are wide enough for them, the others
# none.
. tests/tool/lib.sh
declare -A due=(
    [2.6-root-one-minus.c]=restart-root-of-a-not-squared
    [2.6-a-before-gradient-old-step.c]=restart-overwrites-x
    [2.6-slope-after-update.c]=restart-tests-the-gradient-step
    [6.4-decay-once.c]=param_groups-settings-of-the-first-step
)
for file in tests/tool/names/*.c; do
    name=${file##*/} id=${name%%-*}
    stem=$(grep -l "@exercise $id " solutions/*/*.c)
    stem=${stem#solutions/}
    mkdir -p "$copy/$name/${stem%/*}"
    cp solutions/"${stem%/*}"/*.c "$copy/$name/${stem%/*}"
    cp "$file" "$copy/$name/$stem"
    run build/descent grade --json --seed 4242 --exercises "$copy/$name" "$id"
    hasnt "$name: does not pass" "$(json_status)" pass
    if [ -n "${due[$name]:-}" ]; then
        has "$name: gets its name" "$out" "\"name\": \"${due[$name]}\""
    else
        has "$name: gets no name" "$out" '"diagnosis": null'
    fi
done
finish
