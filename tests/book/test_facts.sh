#!/bin/bash
# Every number that a chapter's experiments hand to its text lies within the bounds that
# tests/CHAPTER/facts.tsv gives it: key, lowest, highest, why, separated by tabs.
#
#     tests/book/test_facts.sh [FOLDER OF FIGURES [FOLDER OF TESTS]]
set -eu
figures=${1:-build/figures}
tests=${2:-tests}
passed=0
failed=0

# Prints a line for each fact of a chapter: "ok" or "not ok", and why.
check_chapter() {
    awk -F '\t' '
        FILENAME == ARGV[1] && !/^#/ && NF >= 3 { low[$1] = $2; high[$1] = $3; why[$1] = $4 }
        FILENAME == ARGV[2] {
            seen[$1] = 1
            number = $2 + 0
            if ($2 !~ /^[-+]?[0-9.]+(e[-+]?[0-9]+)?$/) {
                # Words need no bounds; a NaN or an infinity is meant if both bounds say so.
                if ($1 in low && low[$1] == $2 && high[$1] == $2) print "ok " $1
                else if ($1 in low || tolower($2) ~ /nan|inf/) print "not ok " $1 ": " $2 " is not a number"
                next
            }
            if (!($1 in low)) print "not ok " $1 ": " ARGV[1] " gives it no bounds"
            else if (why[$1] == "") print "not ok " $1 ": its bounds in " ARGV[1] " have no reason"
            else if (number < low[$1] || number > high[$1])
                print "not ok " $1 ": " $2 " is not from " low[$1] " to " high[$1] ", as " ARGV[1] " has it"
            else print "ok " $1
        }
        END { for (key in low) if (!(key in seen)) print "not ok " key ": no such fact as " ARGV[1] " bounds" }
    ' "$1" "$2"
}

for facts in "$figures"/*/facts.tsv; do
    chapter=$(basename "$(dirname "$facts")")
    bounds=$tests/$chapter/facts.tsv
    if [ ! -e "$bounds" ]; then
        echo "not ok $chapter: $bounds is missing"
        failed=$((failed + 1))
        continue
    fi
    lines=$(check_chapter "$bounds" "$facts")
    echo "$lines"
    passed=$((passed + $(grep -c '^ok' <<<"$lines" || true)))
    failed=$((failed + $(grep -c '^not ok' <<<"$lines" || true)))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
