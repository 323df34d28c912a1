#!/bin/bash
# test_quiz.sh: a chapter's questions in the terminal.
. tests/tool/lib.sh
make_copy
rm -f chapters/*/quiz.md
quiz=chapters/01-ewma/quiz.md
score=build/progress/quiz-01-ewma.json

run build/descent quiz
is "no quizzes at all" "$code$out" 0
run build/descent quiz 1
is "no such quiz: exit code" "$code" 2
has "no such quiz: words" "$err" "descent: no chapter '1' has a quiz. There are:"

cat >$quiz <<'END'
## Powers of $\lambda$

What is $\lambda^0$? It is about []{.fact key="one"}; see [](#sec:sum).

- (x) 1
  > So it is *defined*.
- ( ) 0, which is a choice that is so long that it does not fit on one line of the terminal
  > That is $0 \cdot \lambda$.

## Even numbers

Which?

- [x] 2
  > Two.
- [ ] 3
  > Odd.
- [x] 4
  > Twice two.

## A number

How much?

- (=) []{.fact key="half"} ± 0.01
  > Exactly.
- (!) 2
  > That is one over it.
END
mkdir -p build/figures/01-ewma
printf 'one\t1\nhalf\t0.5\n' >build/figures/01-ewma/facts.tsv

# answer TEXT [OPTION…]: the text is typed
answer() {
    local typed=$1
    shift
    code=0
    out=$(printf '%b' "$typed" | build/descent quiz "$@" 2>"$copy/err") || code=$?
    err=$(<"$copy/err")
}

answer 'b\nb\n2\n' 1
is "all wrong: exit code" "$code$err" 1
has "a question has its number and title" "$out" "Question 1 of 3: Powers of λ"
has "facts and references are filled in" "$out" 'What is λ^0? It is about 1; see section "The sum of the weights".'
has "a choice is broken" "$out" "  b  0, which is a choice that is so long that it does not fit on one line of
     the terminal"
has "a wrong choice has its reason" "$out" "Not right.
  b is wrong. That is 0 · λ."
hasnt "the right choice is not told" "$out" "defined"
has "of several, each is told" "$out" "Not right.
  a is right. Two.
  b is wrong. Odd.
  c is right. Twice two."
has "the number of a mistake is known" "$out" "  Not right. That is one over it."
has "the score" "$out" "0 of 3 right. The others: build/descent quiz 1"
is "no line is too wide" "$(awk 'length > 80' <<<"$out")" ""

answer 'a\n' 01-ewma
is "one right: exit code" "$code" 1
has "a right choice has its reason" "$out" "Right.
  a is right. So it is defined."
has "what was answered before the end is kept" "$out" "1 of 3 right."
has "status counts" "$(build/descent status)" "1 of 3 questions"
answer 'x\nabcd\nc, A\n7\nq\n' 1
hasnt "what was right is not asked again" "$out" "Question 1"
has "no letter: words" "$out" "Letters from a to c, please, such as ac."
has "two letters, in any order and case" "$out" "Right.
  a is right. Two."
has "no known number" "$out" "a number (enter: skip, q: end): 7
Not right."
has "the score counts both" "$out" "2 of 3 right."
answer 'half\n1e999\n\n' 1
has "no number: words" "$out" "A number, please, such as 0.25 or 1e-3."
has "a skipped question is not right" "$out" "2 of 3 right."
answer ' 0.509 \n' 1
is "all right: exit code" "$code" 0
has "all right: words" "$out" "3 of 3 right. Once more: build/descent quiz --all 1"
has "status counts all" "$(build/descent status)" "3 of 3 questions"
run build/descent quiz
has "the list" "$out" "  1  01-ewma                    3 of 3 right"
answer 'ab\nb\n' --all 1
has "--all asks all; one letter only" "$out" "One letter from a to b, please."
has "the last answer counts" "$out" "2 of 3 right."

# A question that has changed is asked again; what is remembered may be lost or spoiled.
answer 'a\n' 1
sed -i 's/^Which?/Which ones?/' $quiz
answer '' 1
has "a changed question is asked again" "$out" "Question 2 of 3"
has "the others are not" "$out" "2 of 3 right"
echo '[nonsense' >$score
answer '' 1
has "a spoiled record is forgotten" "$out" "0 of 3 right"

# An interruption keeps what was answered.
mkfifo typed
build/descent quiz 1 <typed >/dev/null & asked=$!
exec 3>typed
echo a >&3
for _ in {1..100}; do grep -qs true $score && break; sleep 0.05; done
kill -KILL $asked
exec 3>&-
wait $asked 2>/dev/null
has "an interruption keeps what was answered" "$(build/descent quiz)" "1 of 3 right"

# Numbers that nobody has computed.
rm -r build/figures
answer 'ac\n' --all 1
has "without facts: words" "$out" "first run
    make build/figures/01-ewma/facts.tsv"
has "without facts: the other questions" "$out" "a is right. Two."

answer '' 9
is "another chapter: exit code" "$code$out" 2
has "another chapter: the list" "$err" "  1  01-ewma                    2 of 3 right"
answer '' 1 2
is "two chapters: exit code" "$code$out" 2
echo '- (y) 5' >>$quiz
for command in "quiz 1" status; do
    # shellcheck disable=SC2086
    run build/descent $command
    is "a malformed quiz, $command: exit code" "$code" 2
    has "a malformed quiz, $command: file and line" "$err" "descent: chapters/01-ewma/quiz.md:29: a choice begins with"
done
finish
