#!/bin/bash
# test_compare.sh: the comparison gives the same in parts as in one run, goes on where it was
# stopped, makes again what is broken or of other settings, and says what is wrong.
. tests/tool/lib.sh
export OPENBLAS_NUM_THREADS=1
compare=build/compare-optimizers # reads the data from the workbook's folder

# The files without the seconds of a step, which no two runs have in common.
contents() { (cd "$copy/$1" && for f in *; do echo "$f"; sed 2d "$f"; done); }

# The tables without those of seconds.
steps() { sed -n '/^Steps/,/^Seconds/{/^Seconds/!p}' <<<"$1"; }

# digits DIRECTORY [ARGUMENT…]
digits() { run "$compare" --small --workload digits "${@:2}" "$copy/$1"; }

# same NAME DIRECTORY: its trials are those of the whole.
same() {
    is "$1" "$(contents "$2" | cksum)" "$whole"
}

digits whole
whole=$(contents whole | cksum) table=$(steps "$out")
is "9 methods, 5 studies, 5 trials" "$(ls "$copy/whole" | wc -l)" 225
has "a target" "$out" 'digits: target 0.'
has "progress, and an estimate" "$err" '225 trials, about'

digits parts --shard 1/2
has "a part says what is missing" "$out" '112 trials of other shards are missing'
digits parts --shard 2/2
same "parts are the whole" parts
is "and so are their tables" "$(steps "$out")" "$table"

cp -r "$copy/whole" "$copy/broken"
digits broken
is "nothing is run twice" "$err" ""
rm "$copy/broken/digits-adam-0-1"
sed -i '6,$d' "$copy/broken/digits-muon-1-2"
sed -i '1s/^2 /0 /' "$copy/broken/digits-sgd-0-0"
: >"$copy/broken/digits-lion-1-0"
digits broken
has "what is cut, empty, absent or of another version is run again" "$err" 'of 4 trials'
same "and is as before" broken

"$compare" --small --workload digits "$copy/killed" >/dev/null 2>&1 &
for _ in {1..3000}; do
    [ ! -e "$copy/killed/digits-heavy_ball-0-0" ] || break
    sleep 0.02
done
kill -9 $!
wait $! 2>/dev/null
digits killed
rm -f "$copy/killed/"*.new
same "a run that is killed leaves nothing but whole files" killed

refused "no directory" 'no directory' "$compare" --small
refused "a shard beyond the last" 'I from 1 to N' "$compare" --shard 3/2 "$copy/x"
refused "a shard before the first" 'I from 1 to N' "$compare" --shard 0/2 "$copy/x"
refused "no such workload" 'digits, zipf, pairs and language' "$compare" --workload cats "$copy/x"
refused "no such option" usage "$compare" --big "$copy/x"
refused "a directory that cannot be made" 'No such file' "$compare" "$copy/no/such"
finish
