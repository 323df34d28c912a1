#!/bin/bash
# test_guide.sh: the instructor's guide, from clone to gradebook: its commands are run as they
# stand there, and print what stands below them.
. tests/tool/lib.sh
. tests/tool/guide.sh
make_copy
sandbox_works || { ok "nothing to do"; finish; exit; }

# Installing and making the book take long and have tests of their own: here make only looks
# whether there are such targets. A handout is packed with a small book.
mkdir bin
cat >bin/make <<'END'
#!/bin/bash
PATH=${PATH#*:}
make --dry-run "$@" >/dev/null || exit
[[ $1 != handout ]] || eval "build/descent $1 ${2#HANDOUT=}"
END
chmod +x bin/make
make build/handout.md >/dev/null
mkdir -p build/site build/figures/01-ewma
cut -f 1,2 tests/01-ewma/facts.tsv >build/figures/01-ewma/facts.tsv
touch build/site/{index.html,style.css,descent.pdf}

# follow BLOCK TEXT: runs a block of commands; each line of the text, if there is any, must come
# in its order, and next to the one before unless there is a line "…" between them.
follow() {
    local name=${1%%$'\n'*}
    run env PATH="$PWD/bin:$PATH" bash -ec "$1"
    [ "$code" -lt 2 ] && ok "$name" || not_ok "$name" "$out" "$err"
    hasnt "$name: no trace" "$out$err" "Sanitizer"
    [ -z "$2" ] || is "$name: what it prints" "$(awk '
        NR == FNR { expected[++n] = $0; next }
        at < n && expected[at + 1] == "…" { gap = 1; at++ }
        at < n && $0 == expected[at + 1] { at++; gap = 0; next }
        at > 0 && !gap { exit }
        END { while (expected[at + 1] == "…") at++
              for (at++; at <= n; at++) print expected[at] }' <(echo "$2") <(echo "$out"))" ""
}

while IFS= read -r -d '' block && IFS= read -r -d '' text; do
    follow "${block%$'\n'}" "${text%$'\n'}"
done < <(guide_blocks "From clone to gradebook")
is "a row for each" "$(tail -n +2 submissions.results/gradebook.csv | wc -l)" 30
is "and a total" "$(awk -F, '$7 == ""' submissions.results/gradebook.csv)" ""

# Every option of what instructors use is in the guide.
for command in handout batch regrade similar merge export grade; do
    section=$(awk -v heading="### descent $command" '/^##/ { here = $0 == heading } here' docs/guide.md)
    for option in $(build/descent $command --help | grep -o -- '--[a-z-]*' | sort -u); do
        case $option in --help | --usage | --version | --no-color) continue ;; esac
        has "the guide has $command $option" "$section" "\`$option"
    done
done
is "nothing is left" "$(leftovers)" ""
finish
