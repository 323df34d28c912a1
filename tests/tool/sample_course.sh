#!/bin/bash
# sample_course.sh FOLDER: makes a class of 30 submissions, to try `descent batch` on.
#
# Run it from the root of a built clone whose exercises are as they came. Right ones in all
# the forms in which they are handed in, known mistakes, stubs, broken and hostile files:
#
#     01-05  right: a folder, a .tar.gz, a .tar.xz, as Moodle has it, as Canvas has it
#     06-15  the first to the tenth known mistake of each exercise
#     16-17  stubs, and every second exercise a stub
#     18-20  nothing, files that are empty, files that do not compile
#     21-24  right: from Windows, renamed by a browser, too deep, in capital letters; in 1.1, 23
#            has a way of its own, and 24 the same with other names, blanks and comments
#     25-26  two files between which nobody can choose, names that may be meant
#     27-28  endless loops, and code that wants the solutions
#     29-30  an archive that is none, and one whose paths lead out of it
set -eu
folder=$1
mkdir -p "$folder"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
solutions=(solutions/*/*.c)

# Writes what COMMAND makes of each solution to a folder: whole FOLDER COMMAND...
whole() {
    local to=$1 file
    shift
    cp -r solutions "$to"
    for file in "${solutions[@]}"; do
        "$@" "$file" >"$to/${file#solutions/}"
    done
}

# Copies the solutions out of the chapters' folders, with a PREFIX and a SUFFIX to the names:
# flat FOLDER PREFIX SUFFIX
flat() {
    local file name
    mkdir -p "$1"
    for file in "${solutions[@]}"; do
        name=${file##*/}
        printf '%s' "$(<"$file")" >"$1/$2${name%.c}$3.c"
    done
}

nth_mistake() {
    local path=${2#solutions/} files
    files=(build/mistakes/"${path%.c}"/*-*.c)
    cat "${files[$(($1 - 1))]:-$2}"
}

stub() { cat "exercises/${1#solutions/}"; }

every_second() {
    count=$((${count:-0} + 1))
    if [ $((count % 2)) -eq 0 ]; then stub "$1"; else cat "$1"; fi
}

empty() { :; }

broken() { echo 'int x = ;'; }

from_windows() { printf '\xef\xbb\xbf' && sed 's/$/\r/' "$1"; }

capitals() { mv "$1" "${1%/*}/$(tr a-z A-Z <<<"${1##*/}")"; }

endless() { sed 's|^ *todo(.*|    for (volatile int i = 0;;) i = 1 - i;|' "exercises/${1#solutions/}"; }

hostile() { printf '#include "../../%s"\n#include "/etc/shadow"\n' "$1"; }

cp -r solutions "$folder/01"
tar czf "$folder/02.tar.gz" -C solutions .
tar cJf "$folder/03.tar.xz" -C solutions .
flat "$folder/Student Four_4_assignsubmission_file_" "" ""
flat "$folder" student05_LATE_5_5_ ""
for i in {1..10}; do
    whole "$folder/$(printf %02d $((5 + i)))" nth_mistake "$i"
done
whole "$folder/16" stub
whole "$folder/17" every_second
mkdir "$folder/18"
whole "$folder/19" empty
whole "$folder/20" broken
whole "$folder/21" from_windows
flat "$folder/22" "" " (1)"
mkdir -p "$folder/23/home/me"
cp -r solutions "$folder/23/home/me/exercises"
own=tests/tool/sample/ewma_weights.c
cp $own "$folder/23/home/me/exercises/01-ewma"
flat "$folder/24" "" ""
sed '1,/\*\//d; s/place/part/g; s/logarithm/sum/g; s/missing/rest/g; s/    /\t/g' $own \
    >"$folder/24/ewma_weights.c"
for file in "$folder"/24/*; do
    capitals "$file"
done
flat "$folder/25/one" "" ""
cp -r "$folder/25/one" "$folder/25/two"
sed -i '1i /* another */' "$folder"/25/two/*
flat "$folder/26" "" _final
whole "$folder/27" endless
whole "$folder/28" hostile
echo 'no archive' >"$folder/29.zip"
tar czf "$folder/30.tar.gz" -P --transform 's|.*/|../../../../tmp/|' "${solutions[@]}"
