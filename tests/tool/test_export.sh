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

run build/descent export gradescope --output gradescope results
is "gradescope: a file each, but for who has no total" "$code $(find gradescope -type f | wc -l)" "1 5"
run build/descent export autolab --output autolab results
is "autolab: a file each, but for who has no total" "$code $(find autolab -type f | wc -l)" "1 5"
# Those of the students in the order of the gradebook.
of_students() {
    jq -r '.students[] | select(.points != null) | .submission' gradebook.json |
        while IFS= read -r key; do jq "$2" "$1/$key.json"; done
}
is "gradescope: totals" "$(of_students gradescope .score)" "$totals"
is "autolab: totals" "$(of_students autolab '.scores | add * 100 | round / 100')" "$totals"
is "autolab: totals on the scoreboard" "$(of_students autolab '.scoreboard[-1]')" "$totals"

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
is "CSV: no byte-order mark" "$(head -c 3 canvas)" "Stu"
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
jq '.tests = "hidden"' gradebook.json >hidden.json
is "junit: a failure of tests that are hidden" \
    "$(build/descent export junit hidden.json 2>/dev/null | xmllint --xpath 'string(//testsuite[2]/testcase[1]/failure/@message)' -)" \
    "6.67 of 10 points"

is_gradescope=$(<gradescope.jq)
is "gradescope: is as it is specified" "$(of_students gradescope "$is_gradescope" | sort -u)" true
is "gradescope: an exercise" "$(jq -c '.tests[0]' "gradescope/O'Neil_102.json")" \
    '{"number":"1.1","name":"The weights","score":6.67,"max_score":10,"status":"failed","output":"fail"}'
is "gradescope: notes" "$(jq -r .output "gradescope/O'Neil_102.json")" \
    "It is late and keeps 85 % of its points."
is "autolab: one line, and what lateness costs" "$(<"autolab/O'Neil_102.json")" \
    '{"scores": {"1.1": 6.67, "1.2": 4, "late": -1.6}, "scoreboard": [6.67, 4, 9.07]}'
jq '.students |= .[:1]' gradebook.json >single.json
run build/descent export autolab single.json
is "autolab: of a single student" "$code$out" \
    '0{"scores": {"1.1": 10, "1.2": 7.5}, "scoreboard": [10, 7.5, 17.5]}'

# --- What is refused ------------------------------------------------------------------------

changed() { jq "$1" gradebook.json >changed.json; }
refused "no format" "name a format" build/descent export
refused "no results" "name the format and the folder" build/descent export canvas
refused "another format" "there is no format 'excel'" build/descent export excel results
refused "no such results" "No such file" build/descent export canvas nowhere
changed '.students[1].points = 15'
refused "a total that is no sum" "in row 2 of students: points is not the sum" build/descent export canvas changed.json
changed '.students[4].points = 0'
refused "a total of what is not graded" "only then" build/descent export canvas changed.json
changed '.schema = 2'
refused "another version" "is not a gradebook of this version" build/descent export canvas changed.json
changed 'del(.students[0].notes)'
refused "a row that lacks something" "in row 1 of students: it needs" build/descent export canvas changed.json
changed '.students[0].submission = "../../x"'
refused "a name that leads elsewhere" "fit for a file's name" build/descent export canvas changed.json
refused "many students in one file" "name a folder" build/descent export gradescope results
refused "no such exercise" "9.9" build/descent export github 9.9
refused "exercises and an assignment" "not both" build/descent export github --assignment week.json 1.1
echo '{"schema": 1,' >changed.json
refused "no JSON" "changed.json:2:" build/descent export canvas changed.json
run build/descent export canvas --output canvas.csv gradebook.json
is "to a file" "$(cmp canvas.csv canvas && echo same)" same
finish
