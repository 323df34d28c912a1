#!/bin/bash
# Tests how the book is made: builds a tiny one with the real Makefile, filters and templates,
# and checks what comes out; then spoils it in one way at a time and checks that the build
# fails and says what to do. Needs no part of the real book.
#
#     tests/book/test_pipeline.sh [WORD]      only the tests whose names contain WORD
set -u
export LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1700000000
export V=1 # make shows its commands, so that a test can see which were run
unset MAKEFLAGS MAKELEVEL EDITION FROM PAPER CH CI

here=$(cd "$(dirname "$0")" && pwd)
only=${1:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# result NAME CODE [FILE]: one line for a test, and what was printed if it failed.
result() {
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
        echo "ok $1"
    else
        failed=$((failed + 1))
        echo "not ok $1"
        [ $# -lt 3 ] || sed 's/^/    /' "$3"
    fi
}

wanted() { [[ $1 == *"$only"* ]]; }

# new DIRECTORY: a tree with the tiny book.
new() {
    mkdir -p "$1"
    tar -C "$here/../.." --exclude=docs/practice -cf - Makefile README.md docs | tar -C "$1" -xf -
    cp -r "$here/tiny/." "$1"
    mkdir "$1/src/figure" "$1/src/book" "$1/src/tool"
    cp "$here/../../src/book/"* "$1/src/book"
    cp "$here/../../src/tool/"{facts,files,quiz}.[ch] "$1/src/tool"
    cp "$here/../../src/figure/main.c" "$1/src/figure"
    cp "$here/../../src/lab/figure."[ch] "$1/src/lab"
    cp "$here/../../src/optim/status."[ch] "$1/src/optim"
    cp "$here/tiny/references.bib" "$1/docs/references.bib"
}

# contains NAME FILE TEXT: the file contains the text. Line ends count as spaces; a no-break
# space is written ~ and a narrow one _.
contains() {
    wanted "$1" || return 0
    tr '\n' ' ' <"$2" | sed 's/\xc2\xa0/~/g; s/\xe2\x80\xaf/_/g' | grep -qF -- "$3"
    result "$1" $?
}

# lacks NAME TEXT PATH…: no file contains the text.
lacks() {
    local name=$1 text=$2
    shift 2
    wanted "$name" || return 0
    ! grep -rqF -- "$text" "$@"
    result "$name" $?
}

# refuses NAME TARGET MESSAGE COMMAND…: after the command, making the target fails with the
# message on a line of its own. A line number may be written N where it does not matter.
refuses() {
    local name=$1 target=$2 message=$3 code
    shift 3
    wanted "$name" || return 0
    rm -rf "$work/spoiled"
    cp -a "$work/good" "$work/spoiled"
    (cd "$work/spoiled" && "$@" && ! make -s $target) >"$work/log" 2>&1 \
        && sed -E 'p; s/:[0-9]+:/:N:/' "$work/log" | grep -qFx -- "$message"
    code=$?
    result "$name" $code "$work/log"
}

text=chapters/01-tiny/text.md
code=src/optim/tiny.c
chapter=build/book/01-tiny/chapter.json
page=build/site/01-tiny.html
tex=build/book/01-tiny/chapter.tex

replace() { sed -i "s|$1|$2|" "$3"; }
append() { printf '%b' "$2" >>"$1"; }

# --- A good book ------------------------------------------------------------------------

new "$work/good"
cd "$work/good" || exit 1
make book >"$work/log" 2>&1
result "a good book is made" $? "$work/log"

contains "the page has the chapter's number and title" $page 'Chapter 1</p> <h1>A tiny chapter</h1>'
contains "sections are numbered" $page '<a href="#sec:first" class="number anchor">1.1</a> First</h2>'
contains "subsections are numbered" $page '<a href="#sec:within" class="number anchor">1.1.1</a> Within</h3>'
contains "a listing has number and caption" $page '<a href="#lst:step" class="label anchor">Listing 1.1</a> One step.'
contains "a listing links to its source" $page 'href="api/tiny_8c_source.html#l00005"'
contains "a listing links to the API" $page '<a href="api/tiny_8h.html">API</a>'
contains "a region is dedented" $tex '\begin{Highlighting}[] \ControlFlowTok{if}'
lacks "marks never show" '[tiny' $page $tex
contains "a figure has its alternative text" $page \
    '<!-- drawing curve --> <svg role="img" aria-label="A curve that rises to 1.5~×~10^−5." viewBox="0 0 600 386">'
contains "a figure has the page's colors" $page "stroke='var(--red)'"
lacks "a figure has no colors and faces of its own" 'rgb(' $page
contains "a figure has number and caption" $page \
    '</svg> <!-- /drawing --> </div> <figcaption> <a href="#fig:curve" class="label anchor">Figure 1.1</a> A curve.'
contains "a figure in print is the PDF" $tex '\includegraphics{build/figures/01-tiny/curve.pdf}'
contains "an equation has its number" $page '<a href="#eq:line" class="number anchor">(1.1)</a>'
contains "an equation in print has the same number" $tex '\tag{1.1}'
contains "a table has its number" $page '<a href="#tbl:two" class="label anchor">Table 1.1</a> Two numbers.'
contains "references become names" $page \
    'See <a href="#fig:curve">Figure~1.1</a>, <a href="#eq:line">equation~(1.1)</a>, <a href="#tbl:two">Table~1.1</a>, <a href="#lst:step">Listing~1.1</a>, <a href="#sec:first">Section~1.1</a> and <a href="#ex:1.1">Exercise~1.1</a>.'
contains "a reference that opens a sentence has a capital" $page '<a href="#eq:line">Equation~(1.1)</a> is a line.'
contains "references cross chapters" build/site/02-other.html '<a href="01-tiny.html#fig:curve">Figure~1.1</a> of <a href="01-tiny.html">Chapter~1</a>'
contains "pages link to their neighbors" $page '<link rel="next" href="02-other.html">'
contains "a small fact is a power of ten" $page 'small −1.2~×~10<sup>−5</sup>,'
contains "a large fact has thin spaces" $page 'large 1_234_567.5,'
contains "a power of ten stands alone" $page 'power 10<sup>6</sup>,'
contains "a typed number has thin spaces" $page 'typed 12_345, not 1234 or v12345,'
contains "a percent sign stands close to its number" $page 'share 5_%.'
contains "a typed number in mathematics" $tex '\(12\,345 + 0.12345\)'
contains "a word may be a fact" $page 'word not a number,'
contains "facts in mathematics" $tex '\(y = {-1.2 \times 10^{-5}}\)'
contains "the box of an exercise" $page \
    '<a href="#ex:1.2" class="label anchor">Exercise 1.2</a> <span class="title">The mean</span> <span class="facts">1 point · needs <a href="#ex:1.1">Exercise~1.1</a></span>'
contains "the statement of an exercise" $page '<p>Write <code>tiny_sum</code>.</p> <p>It has two paragraphs.</p>'
contains "where to work on an exercise" $page 'Edit <code>exercises/01-tiny/sum.c</code>, then run <code>build/descent grade 1.1</code>'
contains "a citation is resolved" $page '(<a href="#ref-kingma2015adam" role="doc-biblioref">Kingma and Ba 2015</a>)'
contains "the chapter ends with its references" $page '<h2 class="unnumbered">References</h2>'
contains "the quiz is a section" $page '<a href="#sec:tiny-questions" class="number anchor">1.2</a> Questions</h2>'
contains "the quiz says who asks it" $page 'In the terminal, <code>build/descent quiz 1</code> asks these questions'
contains "a question has number and title" $page \
    '<span class="label">Question 1</span> <span class="title">Is it <code>tiny</code>?</span> </div> <p>One of two, see <a href="#ex:1.1">Exercise~1.1</a>.</p> <ol type="a">'
contains "a choice unfolds to its reason" $page \
    '<li><details><summary> Yes </summary> <p><strong>Right.</strong> It is.</p> </details></li>'
contains "a question says that several choices may be right" $page '<em>Any number of them may be right.</em>'
contains "the number is folded, with its mistakes" $page \
    '<details><summary>The answer</summary><ul> <li> <p>10<sup>6</sup> ± 5_%: <strong>Right.</strong> A million.</p> </li> <li> <p>12_345: <strong>Wrong.</strong> A mistake.</p> </li> </ul></details>'
contains "the quiz in print" $tex '\questionhead{1}{Is it \texttt{tiny}?}'
contains "its choices in print" $tex '\item  Yes'
lacks "a student's print has no reasons" WHY-WRONG $tex
lacks "a student's print has no numbers" 'A million' $tex
contains "a note has its title" $page '<span class="label">Note</span> <span class="title">What your library does</span>'
contains "a common mistake has its title" $page '<span class="label">Common mistake</span> <span class="title">Too much</span>'
contains "the contents page lists chapters and sections" build/site/index.html \
    '<a href="01-tiny.html#sec:first"><span class="number">1.1</span> First</a>'
contains "the contents page lists exercises" build/site/index.html \
    '<a href="01-tiny.html#ex:1.2"><span class="number">1.2</span> The mean</a>'
contains "the sidebar has the chapter's sections" $page '<a href="#sec:within"><span class="number">1.1.1</span> Within</a>'
contains "the sidebar has its exercises" $page '<a href="#ex:1.2"><span class="number">1.2</span> The mean</a>'
contains "the sidebar has the book's chapters" $page '<a href="02-other.html"><span class="number">2</span> Another chapter</a>'
contains "the sidebar says where one is" $page '<a href="01-tiny.html" aria-current="page">'
contains "the figures are listed" build/site/figures.html '<a href="01-tiny.html#fig:curve">Figure 1.1</a> A curve.'
contains "the listings are listed" build/site/listings.html \
    '<a href="01-tiny.html#lst:step">Listing 1.1</a> One step. <code>src/optim/tiny.c</code>'
found=build/site/search-index.js
contains "the search finds a section, its references in words" $found 'equation (1.1) is a line. See Figure 1.1,'
contains "the search shows a formula on a line" $found 'And â_t = (1−β^(t+1))/2√v.'
contains "the search finds a figure" $found '"01-tiny.html#fig:curve","title":"Figure 1.1","text":"A curve.'
contains "the search finds an equation by its name" $found '"01-tiny.html#eq:line","title":"Equation (1.1): line"'
contains "the search finds a listing" $found '"title":"Listing 1.1: One step.","text":"src/optim/tiny.c if (x > 1)'
contains "the search finds an exercise" $found '"title":"Exercise 1.1: The sum","text":"exercises/01-tiny/sum.c Write tiny_sum.'
contains "the search finds a question" $found '"01-tiny.html#question-1.1","title":"Question 1: Is it tiny?"'
contains "the search finds a function" $found '"title":"tiny_step()","text":"int tiny_step ( int x ) Bounds a number.'
contains "the search finds the guide" $found '{"kind":"guide","href":"guide/index.html'
contains "the contents page leads to the guide" build/site/index.html \
    '<a href="guide/index.html">The instructor’s guide</a>'
contains "the guide leads to the other pages" build/site/guide/index.html \
    '<a href="gradebook.html#whose-it-is">the gradebook</a>'
contains "its pages lead back to the guide" build/site/guide/gradebook.html '<a href="index.html#many-machines">The guide</a>'
contains "the README of a handout is a page of the guide" build/site/guide/handout.html 'build/descent watch'
lacks "nothing in the guide leads out of the site" '.md"' build/site/guide
contains "the list of exercises in print" build/book/descent.loe '{\numberline {1.2}The mean}{2}{ex:1.2}'
contains "a page says what it is about" $page '<meta name="description" content="One function, twice.">'
contains "the API links to the chapter" build/site/api/group__ch01.html '<a href="../01-tiny.html">Read chapter 1 in the book.</a>'
contains "the API links to a chapter with a long abstract" build/site/api/group__ch02.html \
    '<a href="../02-other.html">Read chapter 2 in the book.</a>'
contains "bold digits are signs of their own" build/site/02-other.html '<mrow><mn>𝟏</mn></mrow>'
contains "a function stands close to its brackets" build/site/02-other.html '<mo lspace="0" rspace="0">max</mo>'
contains "a function stands apart from its factor" build/site/02-other.html '<mo lspace="0.167em" rspace="0.167em">log</mo>'

# lacking PATTERN: the pages of the API that do not have exactly one line with it.
lacking() { grep -c -- "$1" build/site/api/*.html | grep -v ':1$'; }
wanted "each page of the API has language, main part and heading" && {
    ! { lacking '^<html lang="en">'; lacking '^<main>'; lacking '^</main>'; lacking '<h1 class="title">[^<]'; } \
        >"$work/log"
    result "each page of the API has language, main part and heading" $? "$work/log"
}

wanted "colors are named in one place" && {
    ! grep -nE '#[0-9a-fA-F]{3,8}\b' build/site/style.css build/site/api/api.css >"$work/log"
    result "colors are named in one place" $? "$work/log"
}

for word in NUDGE SECRET WHY-NOT FOR-THE-INSTRUCTOR; do
    lacks "the student edition has no $word" $word build/site build/book
done

wanted "nothing changed, nothing done" && {
    make book >"$work/log" 2>&1
    [ "$(grep -cv 'Nothing to be done' "$work/log")" -eq 0 ]
    result "nothing changed, nothing done" $? "$work/log"
}

wanted "a changed paragraph leaves other chapters alone" && {
    sleep 1
    cp $text "$work/text"
    replace 'is a line' 'is a straight\nline' $text
    make book >"$work/log" 2>&1
    grep -q 01-tiny/chapter.tex "$work/log" && ! grep -q -- '--output=[^ ]*02-other' "$work/log"
    result "a changed paragraph leaves other chapters alone" $? "$work/log"
    cp "$work/text" $text
    make book >"$work/log" 2>&1
}

# made_again NAME COMMAND…: in a copy, makes the book after the command, and once more: then nothing
# is done. The copy stays in spoiled.
made_again() {
    local name=$1
    shift
    rm -rf "$work/spoiled"
    cp -a "$work/good" "$work/spoiled"
    (cd "$work/spoiled" && "$@" && make book && make book | tee /dev/stderr \
        | grep -q 'Nothing to be done') >"$work/log" 2>&1
    result "$name" $? "$work/log"
}

# What goes in one chapter does not hide what goes with another.
leave_out() {
    rm -r chapters/02-other
    rm chapters/01-tiny/quiz.md
    mv chapters/01-tiny/figures/curve.gp chapters/01-tiny/figures/bend.gp
    sed -i 's/"curve"/"bend"/; s/(curve)/(bend)/' chapters/01-tiny/figures/bend.gp $text
}

# nothing_left NAME PATTERN FILE…: neither these files' names nor what is in them has the pattern.
nothing_left() {
    local name=$1 pattern=$2
    shift 2
    ! { find "$@" | grep -E "$pattern"; grep -rlE "$pattern" "$@"; } >"$work/log"
    result "$name" $? "$work/log"
}

wanted "what is gone leaves nothing" && {
    made_again "the book is made without a chapter, a quiz and a figure" leave_out
    nothing_left "a chapter that is gone leaves nothing" '02-other|Another chapter' "$work/spoiled/build"
    nothing_left "a quiz that is gone leaves nothing" 'Is it|question-1' "$work/spoiled/build/"{site,book}
    nothing_left "a figure that is gone leaves nothing" 'curve\.(svg|pdf|inline)' "$work/spoiled/build/figures"
}

# told_apart BY STYLE: a curve of a style may stand beside the one that the tiny book has.
told_apart() {
    wanted "$1 tell curves apart in gray" || return 0
    rm -rf "$work/spoiled"
    cp -a "$work/good" "$work/spoiled"
    (cd "$work/spoiled" && replace 'plot x' "plot -x $2, x" chapters/01-tiny/figures/curve.gp \
        && make build/figures/01-tiny/curve.drawn) >"$work/log" 2>&1
    result "$1 tell curves apart in gray" $? "$work/log"
}
told_apart dashes 'lc rgb pink lw 2 dt (3,2)'
told_apart widths 'lc rgb pink lw 1'
told_apart "light and dark" 'lc rgb purple lw 2'
told_apart marks 'with linespoints lc rgb pink lw 2 pt 6'

wanted "experiments run when they have changed" && {
    rm -rf "$work/experiments"
    cp -a "$work/good" "$work/experiments"
    sleep 1
    (cd "$work/experiments" && replace 1e6 1e7 chapters/01-tiny/figures/words.c && make book) \
        >"$work/log" 2>&1
    grep -q 'run/words build' "$work/log" && ! grep -q 'run/curve\|gnuplot' "$work/log" \
        && grep -q '10<sup>7</sup>' "$work/experiments/build/site/01-tiny.html"
    result "a changed experiment runs alone" $? "$work/log"
    sleep 1
    touch "$work/experiments/build/figures/01-tiny/before"
    (cd "$work/experiments" && append src/lab/figure.h '/* No more. */\n' && make book) >"$work/log" 2>&1 \
        && [ "$work/experiments/build/figures/01-tiny/run/curve.ran" \
            -ot "$work/experiments/build/figures/01-tiny/before" ]
    result "a comment runs no experiment" $? "$work/log"
    ! grep 'gnuplot\|inline_figure' "$work/log"
    result "a comment draws no figure" $? "$work/log"
}

wanted "a new commit is a new date" && {
    SOURCE_DATE_EPOCH=1700000001 made_again "the book is made for a new commit" true
    ! cmp -s "$work/spoiled/build/descent.pdf" build/descent.pdf \
        && cmp "$work/spoiled/build/descent.pdf" "$work/spoiled/build/site/descent.pdf" >"$work/log" 2>&1
    result "a new commit is a new date" $? "$work/log"
}

wanted "two builds are identical" && {
    new "$work/elsewhere/again"
    (cd "$work/elsewhere/again" && make book >/dev/null 2>&1
     diff -r build/site "$work/good/build/site" && cmp build/descent.pdf "$work/good/build/descent.pdf" \
         && diff -r build/figures "$work/good/build/figures" -x run) >"$work/log" 2>&1
    result "two builds are identical" $? "$work/log"
}

wanted "the instructor edition" && {
    make book EDITION=instructor >"$work/log" 2>&1
    result "the instructor edition is made" $? "$work/log"
    for word in NUDGE SECRET WHY-NOT FOR-THE-INSTRUCTOR; do
        contains "the instructor edition has $word" build/instructor/site/01-tiny.html $word
        contains "the instructor edition has $word in print" build/instructor/book/01-tiny/chapter.tex $word
    done
    contains "the instructor edition has the answers" build/instructor/book/01-tiny/chapter.tex \
        '\begin{answer}  \textbf{Wrong.} WHY-WRONG it is.'
    lacks "the instructor edition shows no marks" SOLUTION build/instructor/site/01-tiny.html
}

# --- Sheets -----------------------------------------------------------------------------

sheet=build/book/01-tiny/sheet.tex
wanted "a sheet" && {
    make sheets booklet >"$work/log" 2>&1 && make booklet CH=1 >>"$work/log" 2>&1 \
        && [ "$(echo build/sheets/*)" = "build/sheets/01-tiny-booklet.pdf build/sheets/01-tiny.pdf" ]
    result "a sheet for each chapter that has exercises" $? "$work/log"
    contains "a sheet has the points" $sheet \
        'Exercise & 1.1 & 1.2 & Total & 3 questions\\\hline Points & 10 & 1 & 11 & --\\\hline'
    contains "a sheet has the statements" $sheet \
        'Write \texttt{tiny\_mean}.  \begin{plaincode}  \begin{Shaded} \begin{Highlighting}[] \DataTypeTok{int}\NormalTok{ tiny\_mean}'
    contains "a sheet has room for a body and its helpers" $sheet '\answerlines{8}'
    contains "a sheet has the stub's code after the room" $sheet '\ControlFlowTok{return}\NormalTok{ c}'
    contains "a sheet has the questions" $sheet '\questionhead{2}{Which?}'
    contains "a sheet has room for a number" $sheet 'About.  \answerblank'
    contains "a sheet has what the headers promise" $sheet '\AnnotationTok{@return}\CommentTok{ the mean */}'
    for word in NUDGE SECRET WHY FOR-THE-INSTRUCTOR million half; do
        lacks "a student's sheet has no $word" $word $sheet
    done
    # The first question again and again, each time a line lower on the page.
    {
        sed '/\\begin{document}/q' $sheet
        for i in {14..44}; do
            printf '\\clearpage\\vbox to %d\\baselineskip{}\n\n' "$i"
            sed -n '/\\begin{question}/,/\\end{question}/p; /\\end{question}/q' $sheet |
                sed -e "s/One of two/Q$i/; s/Yes/A$i/" -e 's/.begin{choices}/&\\item x\\item x\\item x\\item x/'
        done
        echo '\end{document}'
    } >"$work/questions.tex"
    docs/tools/typeset.sh "$work/questions.tex" "$work/questions.pdf" >"$work/log" 2>&1
    pdftotext -layout "$work/questions.pdf" - | awk 'BEGIN { RS = "\f" }
        { for (i = 14; i <= 44; i++) { if ($0 ~ "Q" i) q[i] = NR; if ($0 ~ "A" i) a[i] = NR } }
        END { for (i = 14; i <= 44; i++) bad += q[i] != a[i] || !q[i]
              exit bad > 0 || q[44] - q[14] < 31 }'
    result "a question stays with its choices" $? "$work/log"
    grep -q '(2 pages' build/book/booklet/01-tiny.log
    result "three pages are the two sides of a booklet" $? build/book/booklet/01-tiny.log
}

wanted "the key" && {
    make sheets EDITION=instructor >"$work/log" 2>&1
    result "the key is made" $? "$work/log"
    for word in SECRET WHY-NOT WHY-WRONG 'Answer:} b' 'Answer:} a' 'Answer:} 10'; do
        contains "the key has $word" build/instructor/book/01-tiny/sheet.tex "$word"
    done
    lacks "the key has no hints" NUDGE build/instructor/book/01-tiny/sheet.tex
}

marks=build/book/01-tiny/marks.tex
wanted "a mark sheet" && {
    printf 'Name,Number,Group\n"Łuk & Sons, Ж",07_1,A\n%s' "$(for i in {2..21}; do echo "S$i,$i,B"; done)" >class.csv
    make marks ROSTER=class.csv >"$work/log" 2>&1
    result "a mark sheet is made" $? "$work/log"
    contains "a mark sheet has names and numbers" $marks '\student{Łuk \& Sons, Ж}{07\_1} &  &  &  &  & \markrule'
    contains "a mark sheet has the points" $marks \
        '& \columnhead{1.1}{10} & \columnhead{1.2}{1} & \columnhead{Total}{11} & \columnhead{Questions}{3} & \textbf{Remarks}\markrule'
    grep -q '(2 pages' build/book/01-tiny/marks.log
    result "21 students are on two pages" $? build/book/01-tiny/marks.log
    make marks >"$work/log" 2>&1 && [ "$(grep -o 'student{}{}' $marks | wc -l)" -eq 20 ]
    result "without a roster the rows are blank" $? "$work/log"
    {
        echo 'echo "Week & 1"'
        for i in {1..12}; do echo "echo '  1.$i    2.5 points  A title of 3 points'"; done
        echo 'echo "30 points in all"'
    } >build/descent
    chmod +x build/descent
    touch week.json
    make -o build/descent marks ASSIGNMENT=week.json ROSTER=class.csv >"$work/log" 2>&1 && [ -s build/sheets/week-marks.pdf ]
    result "a mark sheet of an assignment is made" $? "$work/log"
    marks=build/book/assigned/week/marks.tex
    contains "it has the assignment's name" $marks '\large Week \& 1}'
    contains "it has ten exercises on a sheet" $marks '& \columnhead{1.10}{2.5} & \textbf{Remarks}\markrule'
    contains "and the total on the last" $marks \
        '& \columnhead{1.11}{2.5} & \columnhead{1.12}{2.5} & \columnhead{Total}{30} & \textbf{Remarks}\markrule'
    rm -r build/descent build/sheets/week-marks.pdf
}

wanted "other paper" && {
    made_again "the book is made on other paper" export PAPER=letter
    (cd "$work/spoiled" && make sheets booklet PAPER=letter >"$work/log" 2>&1 \
        && for xdv in descent 01-tiny/sheet booklet/descent; do
            grep -aq 'pagesize width 614.295pt height 794.9' build/book/$xdv.xdv || exit
        done && make sheets pdf && cmp build/descent.pdf "$work/good/build/descent.pdf" \
        && cmp build/sheets/01-tiny.pdf "$work/good/build/sheets/01-tiny.pdf") >>"$work/log" 2>&1
    result "all is made on other paper, and as before on the first" $? "$work/log"
}

wanted "two sheets are identical" && {
    [ -e "$work/elsewhere/again" ] || new "$work/elsewhere/again"
    (cd "$work/elsewhere/again" && make sheets marks booklet && make booklet CH=1 \
        && diff -r build/sheets "$work/good/build/sheets" \
        && cmp build/descent-booklet.pdf "$work/good/build/descent-booklet.pdf") >"$work/log" 2>&1
    result "two sheets are identical" $? "$work/log"
}

# --- What is hard to set ----------------------------------------------------------------

# filler N: N lines of text.
filler() { yes 'A line of text that takes some room on the page, and says no more than this.' | head -n "$1"; }

# figure NAME: a reference to a figure, and the figure.
figure() { printf '\nSee [](#fig:%s).\n\n![A curve.](curve){#fig:%s alt="A curve."}\n\n' "$1" "$1"; }

# Boxes with tables among figures, at many heights of the page. Where a table in a box forgets the
# figures above it, the page gets too long.
crowd() {
    local i
    for i in {1..12}; do
        filler $((i % 5)); figure "crowd$i"
        printf '::: {.note title="Two"}\n| one | two |\n|----:|----:|\n|   1 |   2 |\n\nWords.\n:::\n\n'
        filler $((i % 7)) | sed G
    done
}

# sets NAME TEXT: the tiny chapter with TEXT at its end makes a PDF, in spoiled.
sets() {
    rm -rf "$work/spoiled"
    cp -a "$work/good" "$work/spoiled"
    append "$work/spoiled/$text" "\n$2"
    (cd "$work/spoiled" && make -s build/descent.pdf) >"$work/log" 2>&1
    result "$1" $? "$work/log"
}

# Where the anchors of a kind stand in the pages, as bytes: figures and cited works.
places() { grep -abo "pdf:dest ([^)]*$1" build/book/descent.xdv | cut -d: -f1; }

wanted "tables in boxes among figures" && sets "tables in boxes among figures" "$(crowd)"

wanted "figures stand before the references" && {
    sets "a chapter ends with four figures" "$(for i in 1 2 3 4; do figure "late$i"; done)"
    (cd "$work/spoiled" && [ "$(places fig:late | wc -l)" -eq 4 ] \
        && [ "$(places fig:late | tail -n 1)" -lt "$(places ref-kingma | head -n 1)" ])
    result "figures stand before the references" $?
}

# --- Spoiled in one way -----------------------------------------------------------------

refuses "a listing of a missing file" $chapter \
    "$text:13: error: there is no file src/optim/none.c: correct the listing's file=" \
    replace 'file="src/optim/tiny.c" snippet="tiny-step"' 'file="src/optim/none.c" snippet="tiny-step"' $text
refuses "a listing of a missing region" $chapter \
    "$text:13: error: src/optim/tiny.c has no region [tiny-stop]: mark it with two lines // [tiny-stop]" \
    replace 'snippet="tiny-step"' 'snippet="tiny-stop"' $text
refuses "a region marked twice" $chapter \
    "$code:12: error: the region [tiny-step] is marked twice: rename one of the two" \
    append $code '// [tiny-step]\n// [tiny-step]\n'
refuses "a region that is not closed" $chapter \
    "$code:4: error: the region [tiny-step] is never closed: add a line // [tiny-step] after it" \
    sed -i '9d' $code
refuses "a region of 16 lines" $chapter \
    "$code:5: error: the region [tiny-step] has 16 lines: a listing has at most 15, so split it or shorten it" \
    sed -i '5s/^/\n\n\n\n\n\n\n\n\n\n\n\n\n\n/' $code
refuses "a line of 91 columns" $chapter \
    "$code:5: error: the line has 91 columns: code in the book has at most 90, so break it" \
    sed -i "5s|.*|// $(printf 'θ%.0s' {1..88})|" $code
refuses "a solution with a line of 91 columns" $chapter \
    "solutions/01-tiny/mean.c:23: error: the line has 91 columns: code in the book has at most 90, so break it" \
    append solutions/01-tiny/mean.c "// $(printf 'θ%.0s' {1..88})\n"
refuses "a region that no chapter uses" build/book/regions.ok \
    "$code:12: error: no chapter uses the region [tiny-more]: weave it with snippet=\"tiny-more\" or take its two marks away" \
    append $code '// [tiny-more]\nint more;\n// [tiny-more]\n'
refuses "a listing that holds code" $chapter \
    "$text:13: error: the listing of [tiny-step] holds code: leave the block empty, it is filled from src/optim/tiny.c" \
    sed -i '13s/$/\nint pasted;/' $text
refuses "a solution in a listing for students" $chapter \
    "$text:13: error: solutions/01-tiny/sum.c is a solution: put the listing in a div .instructor" \
    replace 'file="src/optim/tiny.c" snippet="tiny-step"' 'file="solutions/01-tiny/sum.c" snippet="tiny-step"' $text
refuses "an unknown fact" $chapter \
    "$text:10: error: no fact smell in build/figures/01-tiny/facts.tsv: write it in an experiment or correct the key" \
    replace 'key="small"' 'key="smell"' $text
refuses "an unknown fact in mathematics" $chapter \
    "$text:11: error: no fact smell in build/figures/01-tiny/facts.tsv: write it in an experiment or correct the key" \
    replace 'y = \\fact{small}' 'y = \\\\fact{smell}' $text
refuses "a fact that is never used" $chapter \
    "build/figures/01-tiny/facts.tsv:4: error: the fact word is never used: name it in $text or drop it from its experiment" \
    replace '\[\]{.fact key="word"}' 'nothing' $text
refuses "an undefined reference" $page \
    "$text:35: error: nothing in the book has the identifier fig:carve: correct the reference or define it" \
    replace '^See ' 'See [](#fig:carve), ' $text
refuses "an identifier defined twice" $chapter \
    "$text:8: error: the identifier sec:first is defined twice: rename one of the two" \
    replace '{#sec:within}' '{#sec:first}' $text
refuses "an identifier defined in two chapters" $page \
    "chapters/02-other/text.md:6: error: the identifier sec:first is defined in $text:8 already: rename one of the two" \
    replace '{#sec:start}' '{#sec:first}' chapters/02-other/text.md
refuses "an undefined citation" $chapter \
    "$text:11: error: no entry nobody1999 in docs/references.bib: add it or correct the key" \
    replace '@kingma2015adam' '@nobody1999' $text
refuses "a figure without alternative text" $chapter \
    "$text:16: error: the figure curve has no alternative text: add alt=\"…\", what a reader who cannot see it should know" \
    replace ' alt="[^"]*"' ' title="\\\\fact{alt}"' $text
refuses "a figure that is not drawn" $chapter \
    "$text:16: error: there is no build/figures/01-tiny/carve.svg: draw it in a .gp file or correct the name" \
    replace '](curve)' '](carve)' $text
refuses "a drawing of another name" $chapter \
    'chapters/01-tiny/figures/curve.gp: error: it draws no figure of its own name: set output out("curve")' \
    replace 'out("curve")' 'out("bend")' chapters/01-tiny/figures/curve.gp
refuses "a figure that the text does not discuss" $chapter \
    "$text:16: error: the text never refers to the figure fig:curve: discuss it, with [](#fig:curve)" \
    replace '\[\](#fig:curve)' 'the figure' $text
gray="chapters/01-tiny/figures/curve.gp:1: error: in gray rgb(184,96,154) and rgb(213,94,0) look alike, as gnuplot_plot_1 and gnuplot_plot_2 do: give one other dashes, marks or width"
refuses "two curves that only color tells apart" build/figures/01-tiny/curve.drawn "$gray" \
    replace 'plot x' 'plot -x lc rgb pink lw 1.5, x' chapters/01-tiny/figures/curve.gp
refuses "a label that is not drawn" build/figures/01-tiny/curve.drawn \
    "chapters/01-tiny/figures/curve.gp: error: the label \"height\" is not drawn on the site: it needs a wider margin" \
    replace 'plot x' 'set lmargin at screen 0.01; set ylabel "height"; plot x' chapters/01-tiny/figures/curve.gp
refuses "a figure among text" $chapter \
    "$text:16: error: the figure curve shares a paragraph with other text: set it off by blank lines" \
    replace '^!\[A curve' 'Look: ![A curve' $text
refuses "an unknown exercise" $chapter \
    "$text:48: error: no file of 01-tiny opens with @exercise 1.9: correct the id or write the exercise" \
    replace 'id="1.2"' 'id="1.9"' $text
refuses "an exercise without a box" $chapter \
    "solutions/01-tiny/mean.c:1: error: exercise 1.2 has no box in $text: add ::: {.exercise id=\"1.2\"} and :::" \
    sed -i '48,49d' $text
quiz=chapters/01-tiny/quiz.md
refuses "a choice without a reason" $chapter \
    "$quiz:5: this choice has no reason: say why below it, after '  > '" \
    sed -i '6d' $quiz
refuses "a fact in a quiz that is unknown" $chapter \
    "$quiz:23: there is no fact pawer" \
    replace power pawer $quiz
refuses "a reference in a quiz that is undefined" $page \
    "$quiz:3: error: nothing in the book has the identifier ex:1.9: correct the reference or define it" \
    replace ex:1.1 ex:1.9 $quiz
refuses "a table without a caption" $chapter \
    "$text:22: error: the div tbl:two should hold one table with a caption (a line that opens with ': ')" \
    sed -i '/^: Two numbers/d' $text
refuses "a heading of level 1" $chapter \
    "$text:8: error: a chapter has no heading of level 1: sections open with ##" \
    replace '^## First' '# First' $text
refuses "a chapter without an abstract" $chapter \
    "$text:1: error: the chapter opens without title: or abstract: between lines of ---" \
    sed -i '/^abstract/d' $text
refuses "TeX that MathML cannot express" $page \
    "$text:11: error: MathML cannot express \$y = \\nonsense\$: use simpler TeX" \
    replace 'y = \\fact{small}' 'y = \\nonsense' $text
refuses "a dead link to a page" build/book/links.ok \
    "$page:N: error: dead link none.html: there is no build/site/none.html" \
    replace 'is a line' 'is a [line](none.html)' $text
refuses "a dead link to a fragment" build/book/links.ok \
    "$page:N: error: dead link 02-other.html#nowhere: build/site/02-other.html has nothing with id nowhere" \
    replace 'is a line' 'is a [line](02-other.html#nowhere)' $text
refuses "a line too long to print" build/descent.pdf \
    "build/book/descent.log:1: error: the pages above are not fit to print: shorten or reword what they name" \
    replace 'is a line' "is a $(printf 'line%.0s' {1..40})" $text
refuses "a letter that the face lacks" build/descent.pdf \
    "build/book/descent.log:1: error: the pages above are not fit to print: shorten or reword what they name" \
    replace 'is a line' 'is a 線' $text
refuses "what an earlier run of XeLaTeX left and the next cannot read" build/descent.pdf \
    "./build/book/descent.tex:N: Undefined control sequence." \
    sed -i 's|^.begin{document}|&\\IfFileExists{build/book/descent.toc}{\\nonsense}{}|' docs/templates/book.tex
refuses "a solution of which a sheet would leave nothing out" $sheet \
    "solutions/01-tiny/sum.c:1: error: nothing in this file is marked with // BEGIN SOLUTION: mark what a sheet should leave out" \
    sed -i '/SOLUTION/d' solutions/01-tiny/sum.c
refuses "a header without a group" $sheet \
    "src/optim/mean.h:1: error: an exercise has a header of its name, with its declarations between @{ and @}: write it" \
    replace '@{' '{' src/optim/mean.h
refuses "a roster that is not there" "marks ROSTER=none.csv" \
    "Makefile:N: *** There is no file \"none.csv\": ROSTER is a CSV with the names of a class.  Stop." true
refuses "an assignment that is not there" "marks ASSIGNMENT=none.json" \
    "Makefile:N: *** There is no file \"none.json\": ASSIGNMENT is a file as docs/assignment.md describes it.  Stop." true
refuses "a roster without students" "marks ROSTER=c.csv" \
    "c.csv:1: error: there is no student: the roster is a CSV with a line of headings, and then a line for each student" \
    append c.csv 'Name,Number\n'
refuses "a roster with semicolons" "marks ROSTER=c.csv" \
    "c.csv:1: error: the columns are separated by semicolons: save it with commas" \
    append c.csv 'Name;Number\nKim;7\n'
refuses "a name that its font lacks" "marks ROSTER=c.csv" \
    "build/book/01-tiny/marks.log:1: error: the pages above are not fit to print: shorten or reword what they name" \
    append c.csv 'Name,Number\n金,7\n'
refuses "paper that does not exist" PAPER=a5 "Makefile:N: *** PAPER is a4 or letter, not \"a5\".  Stop." true
refuses "a chapter without a sheet" "sheets CH=2" \
    "Makefile:N: *** There is no chapter \"2\" with a sheet: CH is one of 01-tiny.  Stop." true
refuses "an edition that does not exist" EDITION=teacher \
    "Makefile:N: *** EDITION is student or instructor, not \"teacher\".  Stop." \
    true

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
