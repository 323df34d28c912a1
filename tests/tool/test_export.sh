#!/bin/bash
# test_export.sh: `descent export`: the same totals in every format, and what each format asks
# for.
. tests/tool/lib.sh
make_copy
cp -r "$root/tests/tool/export/." .
mkdir results
cp gradebook.json results

# csv FILE COLUMN: that column by RFC 4180; complains about what is not CSV.
csv() {
    LC_ALL=C awk -v wanted="$2" '
        function fail(what) { print "line " NR ": " what; exit 1 }
        { n = 0; rest = $0 ","
          while (rest != "") {
              n++
              if (match(rest, /^"([^"]|"")*",/)) {
                  cell = substr(rest, 2, RLENGTH - 3); gsub(/""/, "\"", cell)
              } else if (match(rest, /^[^",]*,/)) {
                  cell = substr(rest, 1, RLENGTH - 1)
              } else fail("stray quotes")
              rest = substr(rest, RLENGTH + 1)
              if (n == wanted) print cell
          }
          if (NR == 1) columns = n
          if (n != columns) fail(n " columns, not " columns) }' "$1"
}

# --- The same totals in every format --------------------------------------------------------

totals=$(jq -r '.students[] | select(.points != null) | .points' gradebook.json)
is "the gradebook has totals" "$(xargs <<<"$totals")" "17.5 9.07 0 0 17.5"
for format in canvas moodle moodle-worksheet junit; do
    run build/descent export $format results
    is "$format: exit code, as one has no total" "$code" 1
    has "$format: says so" "$err" "1 without a total"
    printf '%s\n' "$out" >$format
done
is "canvas: totals" "$(csv canvas 6 | tail -n +3)" "$totals"
is "moodle: totals" "$(csv moodle 3 | tail -n +2)" "$totals"
is "moodle-worksheet: totals" "$(csv moodle-worksheet 3 | tail -n +2)" "$totals"
is "junit: totals" "$(xmllint --xpath '//property[@name="points"]/@value' junit | grep -o '[0-9.]*')" \
    "$totals"

# --- What each format asks for --------------------------------------------------------------

is "canvas: its columns" "$(head -1 canvas)" \
    'Student,ID,SIS User ID,SIS Login ID,Section,"Week 3, ""late"" & <more>"'
is "canvas: the points possible" "$(sed -n 2p canvas)" "    Points Possible,,,,,17.5"
is "canvas: numbers are Canvas' own" "$(csv canvas 2 | tail -n +3 | tr '\n' ' ')" "101 102 '-103 104 106 "
run build/descent export canvas --numbers sis --column "Week 3 (4711)" results
is "canvas: or the school's" "$(head -3 <<<"$out" | tail -1)" "Kim Lee,,101,,,17.5"
is "canvas: the assignment as Canvas calls it" "$(head -1 <<<"$out" | cut -d, -f6)" "Week 3 (4711)"
is "moodle: its columns" "$(csv moodle 2)" "ID number
101
102
'-103
104
106"
is "moodle-worksheet: its columns" "$(head -2 moodle-worksheet)" \
    "Identifier,Full name,Grade,Maximum grade,Last modified (grade)
Participant 101,Kim Lee,17.5,17.5,-"
is "names in CSV: quoted, in one line, and no formulas" "$(csv moodle 1)" "Full name
Kim Lee
O'Neil, \"Jo\" <jo@example.org>
'=HYPERLINK(\"http://example.org\") +2
'@Zoë Žižka; Æsop ß??
'+1 by hand"
is "junit: is as its schema says" "$(xmllint --noout --schema junit.xsd junit 2>&1)" "junit validates"
is "junit: names" "$(xmllint --xpath 'string(//testsuite[3]//property[@name="student"]/@value)' junit)" \
    '=HYPERLINK("http://example.org")
+2'
suites() { xmllint --xpath "//testsuite/@$1" junit | grep -o '[0-9]' | xargs; }
is "junit: tests, failures, errors" "$(suites tests)/$(suites failures)/$(suites errors)" \
    "2 2 2 2 2 2/0 2 2 1 0 0/0 0 0 0 2 0"
is "junit: counts are those of the elements" \
    "$(xmllint --xpath 'concat(sum(//@tests), " ", sum(//@failures), " ", sum(//@errors))' junit)" \
    "$(xmllint --xpath 'concat(count(//testcase), " ", count(//failure), " ", count(//error))' junit)"
is "junit: a failure" "$(xmllint --xpath 'string(//testsuite[2]/testcase[1]/failure/@message)' junit)" \
    "6.67 of 10 points: ewma_weights-swapped"

# --- What is refused ------------------------------------------------------------------------

refused() {
    local name=$1 words=$2
    shift 2
    run build/descent export "$@"
    is "$name: exit code" "$code" 2
    has "$name: words" "$err" "$words"
}
changed() { jq "$1" gradebook.json >changed.json; }
refused "no format" "name the format" results
refused "another format" "there is no format 'excel'" excel results
refused "no results" "No such file" canvas nowhere
changed '.students[1].points = 15'
refused "a total that is no sum" "in row 2 of students: points is not the sum" canvas changed.json
changed '.students[4].points = 0'
refused "a total of what is not graded" "only then" canvas changed.json
changed '.schema = 2'
refused "another version" "is not a gradebook of this version" canvas changed.json
changed 'del(.students[0].notes)'
refused "a row that lacks something" "in row 1 of students: it needs" canvas changed.json
changed '.students[0].submission = "../../x"'
refused "a name that leads elsewhere" "fit for a file's name" canvas changed.json
echo '{"schema": 1,' >changed.json
refused "no JSON" "changed.json:2:" canvas changed.json
run build/descent export canvas --output canvas.csv gradebook.json
is "to a file" "$(cmp canvas.csv canvas && echo same)" same
finish
