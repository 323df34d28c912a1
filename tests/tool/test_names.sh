#!/bin/bash
# test_names.sh: wrong submissions that once got the name of a mistake that was not theirs.
# Two of them have a name of their own since, the others none.
. tests/tool/lib.sh
declare -A due=(
    [2.6-root-one-minus.c]=restart-root-of-a-not-squared
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
    is "$name: fails" "$(json_status)" fail
    if [ -n "${due[$name]:-}" ]; then
        has "$name: gets its name" "$out" "\"name\": \"${due[$name]}\""
    else
        has "$name: gets no name" "$out" '"diagnosis": null'
    fi
done
finish
