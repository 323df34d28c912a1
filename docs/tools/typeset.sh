#!/bin/sh
# typeset.sh: runs XeLaTeX as often as the book needs and checks what it reports.
#
#     typeset.sh DIR/book.tex OUTPUT.pdf
#
# Writes its working files to DIR. Fails on an error, an undefined reference, a missing
# character or a line that is more than 1 pt too long, and says where. Two runs on the same
# input give the same bytes: SOURCE_DATE_EPOCH is the only clock.
set -eu

source=$1
output=$2
dir=$(dirname "$source")
name=$(basename "$source" .tex)
log=$dir/$name.log
export FORCE_SOURCE_DATE=1 max_print_line=1000

# What the next run reads from this one.
carried_over() {
    cat "$dir/$name.aux" "$dir/$name.toc" "$dir/$name.loe" "$dir/$name.out" 2>/dev/null | cksum
}

forget() {
    rm -f "$dir/$name.aux" "$dir/$name.toc" "$dir/$name.loe" "$dir/$name.out"
}

xelatex_once() {
    xelatex -no-pdf -interaction=nonstopmode -halt-on-error -file-line-error \
        -output-directory="$dir" "$source" >/dev/null
}

# What an earlier build carried over may not fit a changed template: if the first run fails, it is
# tried once more from nothing.
run() {
    xelatex_once && return
    forget
    if [ "$attempt" -eq 1 ]; then
        before=
        xelatex_once && return
    fi
    grep -A3 -E '^(!|[^ ]+:[0-9]+:)' "$log" >&2 || tail -n 20 "$log" >&2
    forget
    exit 1
}

before=
after=$(carried_over)
for attempt in 1 2 3 4 5; do
    before=$after
    run
    after=$(carried_over)
    [ "$before" != "$after" ] || break
done
if [ "$before" != "$after" ]; then
    echo "$source:1: error: page numbers do not settle in $attempt runs of XeLaTeX" >&2
    exit 1
fi

# Each message names what is too long or missing; the text after it shows where.
problems=$(awk '
    /^Overfull/ {
        pt = $0; sub(/^.*\(/, "", pt); sub(/pt too.*/, "", pt)
        if (pt + 0 > 1) { print; if ((getline next_line) > 0) print "    " next_line }
    }
    /^Missing character|undefined references|^LaTeX Warning: (Reference|Citation|Hyper reference)/ { print }
    /multiply[- ]defined|^LaTeX Font Warning: Font shape.*undefined|has been referenced but does not exist/ { print }
' "$log")
if [ -n "$problems" ]; then
    printf '%s\n' "$problems" >&2
    echo "$log:1: error: the pages above are not fit to print: shorten or reword what they name" >&2
    exit 1
fi

xdvipdfmx -q -o "$output" "$dir/$name.xdv"
