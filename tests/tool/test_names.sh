#!/bin/bash
# test_names.sh: wrong submissions that once got the name of a mistake that was not theirs.
. tests/tool/lib.sh
for file in tests/tool/names/*.c; do
    name=${file##*/} id=${name%%-*}
    stem=$(grep -l "@exercise $id " solutions/*/*.c)
    stem=${stem#solutions/}
    mkdir -p "$copy/$name/${stem%/*}"
    cp solutions/"${stem%/*}"/*.c "$copy/$name/${stem%/*}"
    cp "$file" "$copy/$name/$stem"
    run build/descent grade --json --seed 4242 --exercises "$copy/$name" "$id"
    is "$name: fails" "$(json_status)" fail
    has "$name: gets no name" "$out" '"diagnosis": null'
done
finish
