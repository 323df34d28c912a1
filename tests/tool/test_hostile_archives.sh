#!/bin/bash
# test_hostile_archives.sh: archives that are made to do harm are submissions like any other:
# each has a row that says what is wrong, and a right neighbor keeps its points.
. tests/tool/lib.sh
bombs=$root/build/tests/tool/test_bombs
make_copy
box=()
sandbox_works || box=(--unsafe-no-sandbox)
mkdir class
"$bombs" write class
# A neighbor before them, one among them, and one after them.
for name in a-right m-right z-right; do
    tar czf "class/$name.tar.gz" -C solutions 01-ewma/ewma_weights.c
done
run timeout -s KILL 300 build/descent batch "${box[@]}" --seed 77 class 1.1
is "exit code: a person has to decide" "$code" 1
is "what is left" "$(leftovers)" ""
is "nothing was unpacked to the disk" "$(find class.results -size +1M)" ""
rows=$(<class.results/gradebook.csv)
is "a row for each" "$(wc -l <<<"$rows")" "$(($(find class -type f | wc -l) + 1))"
for name in a-right m-right z-right; do
    is "$name: keeps its points" "$(grep "^$name," <<<"$rows")" "$name,,$name.tar.gz,,10,10,10,"
done

# is_said ARCHIVE POINTS WORDS: what its row has for 1.1 and as a total, and in its notes
is_said() {
    local row
    row=$(grep -F ",$1," <<<"$rows")
    is "$1: points" "$(cut -d, -f5,6 <<<"$row")" "$2"
    [[ $row == *"takes too long to unpack"* ]] || has "$1: the reason" "$row" "$3"
    is "$1: the row can be read" "$((${#row} < 5000))" 1
}
is_said nested.zip , "0.zip is an archive in an archive, and was not unpacked."
is_said overlapping.zip , "the rest was not read, because it is more than a submission may have."
is_said million.zip , "the rest was not read, because it is more than a submission may have."
is_said entries.tar.gz , "the rest was not read, because it is more than a submission may have."
is_said lies.zip 0,0 "small.c is no exercise's file"
is_said short.tar , "the rest was not read, because the archive is damaged."
is_said encrypted.zip 0,0 "notes.txt is encrypted, and was not read."
is_said names.zip 0,0 "has a name that is too long, and was not read."
is_said name.tar.gz , "the rest was not read, because the archive is damaged."
is_said zeros.tar.gz , "takes too long to unpack."
is_said sparse.tar 0,0 "x.c is no exercise's file"
is_said dictionary.tar.xz 0,0 "x.c is no exercise's file"
is_said duplicates.zip , "1.1 is unclear: it may be duplicates.zip/ewma_weights.c"
finish
