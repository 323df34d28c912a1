#!/bin/bash
# test_similar.sh: `descent similar`, on classes in which we know who has copied.
. tests/tool/lib.sh
make_copy
box=()
sandbox_works || box=(--unsafe-no-sandbox)
similar=(build/descent similar "${box[@]}")
fixtures=tests/tool/similar

# pairs FOLDER: for each pair that is shown, the submissions and the exercises
pairs() {
    jq -r '.pairs[] | "\(.a.submission)=\(.b.submission):\([.exercises[].id] | join(","))"' \
        "$1/similar.json" | sort | paste -sd ' '
}

# hand_in STUDENT FILE...: puts files of chapter 1 into the folder class
hand_in() {
    mkdir -p "class/$1/01-ewma"
    cp "${@:2}" "class/$1/01-ewma"
}

# disguise FILE: another's work, with other names, comments, constants' casts and blanks
disguise() {
    sed -E 's/\b(alpha|lambda)\b/a/g; s/\b(sum|minus|weight|span|com|share)\b/v/g
        s/\b(log_lambda|step|center|rest)\b/tmp/g; s/^    /\t/; s/ ([*+-]) /\1/g
        s/^(.*return.*;)$/\1 \/* my own idea *\//; 1i // Homework by somebody else' "$1"
}

# --- Independent ones -----------------------------------------------------------------------

for student in ann bob cem dan eva; do
    hand_in $student $fixtures/$student/*.c
done
hand_in fay solutions/01-ewma/ewma_{weights,decay}.c
hand_in gus tests/01-ewma/right/ewma_decay-natural-logarithms.c
mv class/gus/01-ewma/*.c class/gus/01-ewma/ewma_decay.c
for name in doubling hyperbolic kahan; do
    hand_in $name tests/01-ewma/right/ewma_weights-$name.c
    mv class/$name/01-ewma/*.c class/$name/01-ewma/ewma_weights.c
done
run build/descent batch "${box[@]}" class 1.1 1.3
is "they are right" "$(cut -d, -f5,6 class.results/gradebook.csv | grep -c '10,10')" 5
run "${similar[@]}" class 1.1 1.3
is "independent ones: exit code" "$code" 0
is "independent ones: nobody is shown" "$(pairs class.results)" ""
has "how many were compared" "$out" "1.1             8"

# --- Copies ---------------------------------------------------------------------------------

mkdir -p class/ian/01-ewma class/jim
disguise $fixtures/cem/ewma_weights.c >class/ian/01-ewma/ewma_weights.c
disguise $fixtures/eva/ewma_decay.c | sed 's/$/\r/' >class/jim/"ewma_decay (1).c"
run build/descent batch "${box[@]}" --results copies class 1.1 1.3
is "the copies are right" "$(grep -cE '^(ian|jim),.*,10' copies/gradebook.csv)" 2
run "${similar[@]}" class 1.1 1.3
is "copies: exit code" "$code" 0
is "copies are found, and nothing else" "$(pairs class.results)" "cem=ian:1.1 eva=jim:1.3"
has "copies: the table" "$out" "cem | ian: "
page=$(<"class.results/$(jq -r '.pairs[] | select(.a.student == "cem").page' class.results/similar.json)")
has "a page has both" "$page" "my own idea"
has "and marks what is alike" "$page" "<mark>  1 "
has "and does not accuse" "$page" "This page says that it is, not why."
is "pages are HTML" "$(xmllint --html --noout class.results/similar/*.html 2>&1 | grep error | grep -v 'Tag .* invalid')" ""

# --- One natural answer -----------------------------------------------------------------------

# Where most write the same, nobody is shown.
mv class few
for i in {1..9}; do
    hand_in "same$i" solutions/01-ewma/ewma_decay.c
done
hand_in ann $fixtures/ann/ewma_decay.c
hand_in eva $fixtures/eva/ewma_decay.c
mkdir class/jim
disguise $fixtures/eva/ewma_decay.c >class/jim/ewma_decay.c
run "${similar[@]}" class 1.3
is "what most have written is not shown" "$(pairs class.results)" "eva=jim:1.3"
is "and the table says how many cannot be told" "$(jq '.exercises[0].alike' class.results/similar.json)" 75
rm -r class
hand_in ann $fixtures/ann/ewma_decay.c
hand_in eva $fixtures/eva/ewma_decay.c
hand_in jim few/jim/*.c
mv class/jim/01-ewma/*.c class/jim/01-ewma/ewma_decay.c
run "${similar[@]}" class 1.3
is "a small class has no norm" "$(jq '.exercises[0].median' class.results/similar.json) $(pairs class.results)" \
    "null eva=jim:1.3"
rm -r class
for i in {1..9}; do
    hand_in "stub$i" exercises/01-ewma/*.c
done
run "${similar[@]}" class
is "stubs are not compared" "$(pairs class.results) $(jq '[.exercises[].compared] | add' class.results/similar.json)" " 0"

# --- What an assignment says ------------------------------------------------------------------

rm -r class
mv few class
echo '{"name": "W", "exercises": ["1.1"], "similar_percent": 30}' >low.json
run "${similar[@]}" --assignment low.json class
has "a threshold from the assignment" "$(pairs class.results)" "doubling=fay:1.1"
hasnt "and its exercises" "$(pairs class.results)" "1.3"
run "${similar[@]}" --assignment low.json --percent 80 class
is "an option goes before it" "$(pairs class.results)" "cem=ian:1.1"
is "pages of an earlier run are gone" "$(ls class.results/similar)" "1.html"

# --- Whose it is ------------------------------------------------------------------------------

mkdir scope
for i in 1 2 3; do
    cp -r class/cem/01-ewma scope/submission_$i
done
cat >scope/submission_metadata.yml <<'END'
submission_1:
  :submitters:
  - :name: Kim Lee
    :sid: '1'
  - :name: Ann Old
    :sid: '2'
  :created_at: 2026-12-07T23:59:00Z
submission_2:
  :submitters:
  - :name: Bo
    :sid: '3'
  :created_at: 2026-12-07T23:59:00Z
submission_3:
  :submitters:
  - :name: Bo
    :sid: '3'
  :created_at: 2026-12-06T23:59:00Z
END
run "${similar[@]}" scope 1.1
is "a group is one, and a student is not like himself" \
    "$(jq -r '.pairs[] | .a.student + "=" + .b.student' scope.results/similar.json)" "Ann Old, Kim Lee=Bo"

# --- A large class ----------------------------------------------------------------------------

# author SEED: 30 statements of nobody else
author() {
    awk -v seed="$1" 'BEGIN {
        srand(seed)
        print "#include \"optim/ewma_weights.h\"\nreal ewma_weight(real alpha, uint64_t age)\n{"
        n = split("x = y + z;|if (x < y) x++;|while (x) { x--; }|y = f(x, z);|z -= x * y;|" \
            "for (;;) break;|a[x] = y;|do y *= x; while (z > 0);|x = y ? z : -x;|" \
            "switch (x) { case 1: y = 0; }|p->q = &r;|return *p + x;", s, "|")
        for (i = 0; i < 30; i++) print "    " s[1 + int(n * rand())]
        print "}" }'
}
for i in {100..199}; do
    mkdir -p "large/$i"
    author "$i" >"large/$i/ewma_weights.c"
done
disguise large/141/ewma_weights.c >large/183/ewma_weights.c
sed -i '9a\    undo(x, y, z); if (!x) return -1;' large/183/ewma_weights.c
cp large/141/ewma_weights.c large/102/
run "${similar[@]}" large 1.1
is "three among 100" "$(pairs large.results)" "102=141:1.1 102=183:1.1 141=183:1.1"

# --- Hostile ones -----------------------------------------------------------------------------

mkdir "class/<b>&amp;" "class/$(printf 'li\nne\033[31m')"
printf '</pre><script>alert(1)</script>\xe2\x80\xae\033[2J\n' | cat $fixtures/eva/ewma_decay.c - \
    >"class/<b>&amp;/ewma_decay.c"
mv class/jim "class/$(printf 'li\nne\033[31m')/"
for name in colluding1 colluding2; do
    mkdir class/$name
    { yes 'x=x;' | head -c 30000; echo $name; } >class/$name/ewma_decay.c
done
mkdir class/{huge,open,quote}
yes 'y = x;' | head -c 1000000 >class/huge/ewma_decay.c
{ cat $fixtures/ann/ewma_decay.c; printf '/* not closed\n"'; } >class/open/ewma_decay.c
{ echo "int x = '"; echo 'char *s = "\'; cat $fixtures/bob/ewma_decay.c; } >class/quote/ewma_decay.c
ln -s "$copy/solutions" class/link
printf 'garbage' >class/broken.zip
tar czf class/archive.tar.gz -P --transform 's|^|../../|' solutions/01-ewma/ewma_decay.c
run timeout 300 "${similar[@]}" class 1.3
is "hostile ones: exit code" "$code" 0
has "hostile ones: all others are compared" "$(pairs class.results)" "ann=open:1.3"
has "hostile ones: found behind a quote" "$(pairs class.results)" "bob=quote:1.3"
has "hostile ones: too long" "$out" "without huge, which is far longer than a solution"
is "no control characters" "$(printf '%s' "$out" | tr -d '\n' | LC_ALL=C grep -c '[[:cntrl:]]')" 0
is "nor in a page" "$(cat class.results/similar/*.html | tr -d '\n\t' | LC_ALL=C grep -c '[[:cntrl:]]')" 0
is "nor what turns the direction of text" "$(cat class.results/similar/*.html | grep -c $'\u202e')" 0
is "nor a script" "$(cat class.results/similar/*.html | grep -cE '<(script|b)>')" 0
is "nothing is left" "$(leftovers)" ""

# --- What is refused --------------------------------------------------------------------------

refused "no folder" "name the folder" "${similar[@]}"
refused "no percentage" "must be a number from 1 to 100" "${similar[@]}" --percent 0 class
refused "results among the submissions" "must not lie in" "${similar[@]}" --results class/own class
rm -r class/own
refused "a batch at work" "another batch is writing to" flock class.results/lock "${similar[@]}" class
if [ "${#box[@]}" -eq 0 ]; then
    refused "no similarity tester" "'make deps' installs it" bwrap --dev-bind / / \
        --ro-bind /dev/null /usr/bin/sim_c build/descent similar --unsafe-no-sandbox class
fi
finish
