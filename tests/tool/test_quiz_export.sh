#!/bin/bash
# test_quiz_export.sh: the quizzes in the formats of learning platforms: well-formed, and all of
# them say what the terminal says.
. tests/tool/lib.sh
make_copy
cp -r "$root/tests/tool/export/." .

# exported FORMAT FILE: what it says; the order of a number's mistakes does not count.
exported() { awk -v format="$1" -f quizzes.awk "$2"; }
sorted() { awk '/^Q/ { n++ } { print n, $0 }' | sort -k1,1n -k2; }

is_qti() {
    # A DTD knows no default namespace but as an attribute.
    is "$1: is as its DTD says" "$(xmllint --noout --dtdvalid qti.dtd "$2" 2>&1)" ""
}

# --- Signs that mean something somewhere ------------------------------------------------------

mkdir others
mv chapters others
mkdir -p chapters/01-ewma build/figures/01-ewma
sed '/^## /q' others/chapters/01-ewma/text.md >chapters/01-ewma/text.md
echo '## The sum {#sec:sum}' >>chapters/01-ewma/text.md
printf 'one\t1\nhalf\t0.5\nsmall\t-1.2e-05\n' >build/figures/01-ewma/facts.tsv
cat >chapters/01-ewma/quiz.md <<'END'
## Signs: $\lambda$ & {such} = ~50 # "these"

Is $\{x : x \ne 0\} \subset \mathbb R$, *or* is `a < b && c[0]`?
See [](#sec:sum). [](#ex:1.1) says:

- one item, 90\ %
- two \* two

    x = {1}

- ( ) [html] $a = b$, \\ and //
  > No: 50 % ~ half #1.
- (x) %50% of $\eta\nabla f$ in [](#ex:1.2)
  > Yes.
  >
  > Twice.

## Several

Which?

- [x] A
  > It is \fact{half}.
- [ ] B
  > It is []{.fact key="small"}.
- [x] C
  > c
- [x] D
  > d

## A number

How much?

- (!) 2
  > Twice: two.
- (=) []{.fact key="half"} ± 20 %
  > Right.
- (!) []{.fact key="small"}
  > Small.
END
for format in moodle-quiz gift qti; do
    run build/descent export $format 1
    is "$format: exit code" "$code$err" 0
    printf '%s\n' "$out" >$format
    has "$format: says whom it is for" "$out" "it is for instructors only"
done
run xmllint --noout moodle-quiz
is "moodle-quiz: is XML" "$code$err" 0
is_qti qti qti
nbsp=$(printf '\u00a0')
cat >expected <<END
Q	one	Signs: λ & {such} = ~50 # "these"	<p>Is \\(\\{x : x \\ne 0\\} \\subset \\mathbb R\\), <em>or</em> is <code>a &lt; b &amp;&amp; c[0]</code>? See section "The sum". Exercise 1.1 says:</p><p>- one item, 90$nbsp%<br>- two * two</p><pre>    x = {1}</pre>
C	wrong	[html] \\(a = b\\), \\ and //	No: 50 % ~ half #1.	
C	right	%50% of \\(\\eta\\nabla f\\) in exercise 1.2	<p>Yes.</p><p>Twice.</p>	
Q	several	Several	Which?
C	right	A	It is 0.5.	
C	wrong	B	It is \\(-1.2 \\times 10^{-5}\\).	
C	right	C	c	
C	right	D	d	
Q	number	A number	How much?
C	wrong	2	Twice: two.	
C	right	0.5	Right.	0.1
C	wrong	-1.2e-05	Small.	
END
is "moodle-quiz: all that was asked" "$(exported moodle moodle-quiz)" "$(<expected)"
is "gift: all that was asked" "$(exported gift gift)" "$(<expected)"
is "qti: all that was asked" "$(exported qti qti | sorted)" "$(sorted <expected)"
has "moodle-quiz: shares that Moodle knows" "$(<moodle-quiz)" 'fraction="33.33333"'
has "moodle-quiz: what is wrong costs" "$(<moodle-quiz)" 'fraction="-100"'
has "gift: the same" "$(<gift)" '~%-100%B#'
has "gift: a backslash is one" "$(<gift)" '\\eta\\nabla'
has "qti: a mistake's number is never tested" "$(grep -c '<varequal respident="response1">2<' qti)" 0

# --- All quizzes, and the terminal --------------------------------------------------------------

rm -r chapters build/figures
mv others/chapters .
for quiz in chapters/*/quiz.md; do
    chapter=$(basename "$(dirname "$quiz")")
    mkdir -p "build/figures/$chapter"
    # Numbers of which none is taken for another.
    grep -ohE 'key="[^"]*"|\\fact\{[^}]*\}' "$quiz" | sed 's/.*["{]\([^"}]*\)["}]/\1/' | sort -u |
        awk '{ printf "%s\t%.4g\n", $1, 1000.5 * 1.7 ^ NR }' >"build/figures/$chapter/facts.tsv"
done
for format in moodle-quiz gift qti; do
    run build/descent export $format --output $format
    is "all of them, $format: exit code" "$code$err" 0
done
xmllint --noout moodle-quiz || not_ok "all of them, moodle-quiz: is XML"
is_qti "all of them, qti" qti
exported moodle moodle-quiz >all
is "as many questions as there are" "$(grep -c ^Q all)" "$(cat chapters/*/quiz.md | grep -c '^## ')"
is "as many choices" "$(grep -c ^C all)" "$(cat chapters/*/quiz.md | grep -cE '^- [[(][ x=!][])] ')"
is "as many right ones" "$(grep -c '^C	right' all)" "$(cat chapters/*/quiz.md | grep -cE '^- [[(][x=][])] ')"
is "each with a reason" "$(awk -F'\t' '/^C/ && $4 == ""' all)" ""
is "gift says the same" "$(exported gift gift | diff - all)" ""
is "qti says the same" "$(diff <(exported qti qti | sorted) <(sorted <all))" ""

# asked CHOICE FILE: what is typed to choose the one of that number in each question, or 0 for
# what is right; and last, how many of the answers are right.
asked() {
    awk -F'\t' -v wanted="$1" '
        function done() {
            if (kind == "") return
            print typed; all += (typed != "" && typed == key)
        }
        /^Q/ { done(); kind = $2; n = 0; key = typed = "" }
        /^C/ { n++; said = kind == "number" ? $3 : substr("abcdefgh", n, 1)
               if ($2 == "right") key = key said
               if (wanted ? n == wanted : $2 == "right") typed = typed said }
        END { done(); print all + 0 }' "$2"
}

# Reads what the terminal showed, then the choices, and prints the reasons that were not shown.
# Between formulas the words are the same.
read -r -d '' unsaid <<'END'
function bare(text) { gsub(/[ \n]|\302\240/, "", text); return text }
# Whether the words from number i on follow each other, with no more than a formula between.
function follow(at, i) {
    for (; i <= n; i++) {
        gap = index(substr(all, at, 200 + length(words[i])), words[i])
        if (!gap) return 0
        at += gap - 1 + length(words[i])
    }
    return 1
}
function shown(reason, from, at) {
    gsub(/<[^>]*>/, "", reason); gsub(/&lt;/, "<", reason); gsub(/&gt;/, ">", reason); gsub(/&amp;/, "\\&", reason)
    gsub(/\\\(([^\\]|\\[^)])*\\\)/, "\001", reason)
    reason = bare(reason)
    gsub(/\001+/, "\001", reason); gsub(/^\001|\001$/, "", reason)
    n = split(reason, words, "\001")
    for (from = 1; (at = index(substr(all, from), words[1])) > 0; from += at)
        if (follow(from + at - 1 + length(words[1]), 2)) return 1
    return 0
}
FILENAME == "shown" { all = all bare($0); next }
/^C/ && !shown($4) { print $4 }
END
for quiz in chapters/*/quiz.md; do
    chapter=$(basename "$(dirname "$quiz")")
    build/descent export moodle-quiz "$chapter" >one
    exported moodle one >said
    : >shown
    for choice in 0 {1..8}; do
        rm -f build/progress/quiz-*
        asked $choice said >typed
        out=$(head -n -1 typed | build/descent quiz --all "$chapter")
        printf '%s\n' "$out" >>shown
        right=$(tail -1 typed) count=$(grep -c ^Q said)
        [ "$choice" -gt 0 ] || is "$chapter: what is right in the file is right in the terminal" "$right" "$count"
        has "$chapter: choice $choice" "$out" "$right of $count right."
    done
    is "$chapter: all reasons were shown" "$(LC_ALL=C awk -F'\t' "$unsaid" shown said)" ""
done

# --- The package for Canvas ---------------------------------------------------------------------

run build/descent export canvas-quiz --output canvas.zip
is "canvas-quiz: exit code" "$code$err" 0
mkdir package
unzip -q canvas.zip -d package
manifest=package/imsmanifest.xml
is "canvas-quiz: is XML" "$(find package -name '*.xml' -exec xmllint --noout {} + 2>&1)" ""
is "canvas-quiz: the manifest names all files" \
    "$(xmllint --xpath '//*[local-name()="file"]/@href' $manifest | sed 's/.*href="\(.*\)"/\1/' | sort)" \
    "$(cd package && find . -mindepth 2 -name '*.xml' | sed 's|^\./||' | sort)"
is "canvas-quiz: a quiz a chapter" "$(grep -c 'type="imsqti_xmlv1p2"' $manifest)" \
    "$(find chapters -name quiz.md | wc -l)"
for file in package/descent-*/descent-*.xml; do
    xmllint --noout --dtdvalid qti.dtd "$file" || not_ok "canvas-quiz: $file"
    exported qti "$file"
done >packed
is "canvas-quiz: says the same" "$(diff <(sorted <packed) <(sorted <all))" ""
build/descent export canvas-quiz --output again.zip
is "canvas-quiz: the same bytes each time" "$(cmp canvas.zip again.zip && echo same)" same

# --- What is refused ----------------------------------------------------------------------------

refused "no such chapter" "no chapter '99' has a quiz" build/descent export gift 99
is "no such chapter: nothing is exported" "$out" ""
rm build/figures/01-ewma/facts.tsv
refused "numbers that nobody has computed" "make build/figures/01-ewma/facts.tsv" build/descent export qti 1
run build/descent export gift 2
is "another chapter needs others" "$code" 0
echo 'other	1' >build/figures/01-ewma/facts.tsv
refused "a fact that is not there" "chapters/01-ewma/quiz.md:" build/descent export gift 1
rm chapters/*/quiz.md
refused "no quizzes" "no chapter has a quiz" build/descent export gift
finish
