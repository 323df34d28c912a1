#!/bin/bash
# test_compare.sh: the comparison gives the same in parts as in one run, goes on where it was
# stopped, makes again what is broken or of other settings, and says what is wrong.
set -eu
cd "$(dirname "$0")/../.."
export OPENBLAS_NUM_THREADS=1
compare=$PWD/build/compare-optimizers
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
fail() { echo "not ok: $*"; exit 1; }

# The files without the seconds of a step, which no two runs have in common.
contents() { (cd "$1" && for f in *; do echo "$f"; sed 2d "$f"; done); }

run() { "$compare" --small --workload digits "$@" 2>"$dir/said"; }
run "$dir/whole" >"$dir/table"
[ "$(ls "$dir/whole" | wc -l)" = 225 ] || fail "9 methods, 5 studies, 5 trials make 225 files"
grep -q '^digits: target 0\.' "$dir/table" || fail "no target"
grep -q '225 trials, about' "$dir/said" || fail "no progress"

# In two parts.
run --shard 1/2 "$dir/parts" >"$dir/first"
grep -qx '112 trials of other shards are missing' "$dir/first" || fail "the first part: $(cat "$dir/first")"
run --shard 2/2 "$dir/parts" >"$dir/second"
diff <(contents "$dir/whole") <(contents "$dir/parts") >/dev/null || fail "parts differ from the whole"
steps() { sed -n '/^Steps/,/^Seconds/{/^Seconds/!p}' "$1"; }
diff <(steps "$dir/table") <(steps "$dir/second") || fail "tables of steps differ"

# Nothing is run twice; what is cut, of another version, or absent is.
cp -r "$dir/whole" "$dir/broken"
run "$dir/broken" >/dev/null
[ ! -s "$dir/said" ] || fail "it ran again: $(cat "$dir/said")"
rm "$dir/broken/digits-adam-0-1"
sed -i '6,$d' "$dir/broken/digits-muon-1-2"
sed -i '1s/^2 /0 /' "$dir/broken/digits-sgd-0-0"
: >"$dir/broken/digits-lion-1-0"
run "$dir/broken" >/dev/null
grep -q 'of 4 trials' "$dir/said" || fail "four trials are missing, not: $(tail -c 60 "$dir/said")"
diff <(contents "$dir/whole") <(contents "$dir/broken") >/dev/null || fail "a trial differs"

# A run that is killed leaves nothing but whole files.
"$compare" --small --workload digits "$dir/killed" >/dev/null 2>&1 & pid=$!
until [ -e "$dir/killed/digits-heavy_ball-0-0" ]; do sleep 0.02; done
kill -9 $pid; wait $pid || true
run "$dir/killed" >/dev/null
rm -f "$dir/killed/"*.new
diff <(contents "$dir/whole") <(contents "$dir/killed") >/dev/null || fail "after the kill it differs"

# What is wrong.
refused() { if "$compare" "${@:2}" >/dev/null 2>"$dir/said"; then fail "$* is not refused"; fi
            grep -q "$1" "$dir/said" || fail "${*:2}: $(cat "$dir/said")"; }
refused 'no directory' --small
refused 'I from 1 to N' --shard 3/2 "$dir/x"
refused 'I from 1 to N' --shard 0/2 "$dir/x"
refused 'digits, zipf, pairs and language' --workload cats "$dir/x"
refused usage --big "$dir/x"
refused 'No such file' "$dir/no/such"
echo ok
