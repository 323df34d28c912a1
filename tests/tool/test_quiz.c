/* test_quiz.c: what a quiz says, what is refused, and which numbers are right. */
#include "../suite.h"
#include "tool/facts.h"
#include "tool/quiz.h"

#include <stdlib.h>
#include <string.h>

static const char good[] = "\n"
                           "## First\r\n"
                           "\r\n"
                           "Ask,\r\n"
                           "twice.\r\n"
                           "\r\n"
                           "    code\r\n"
                           "\r\n"
                           "- ( ) No,\r\n"
                           "  never.\r\n"
                           "  > Because.\r\n"
                           "  >\r\n"
                           "  > Twice.\r\n"
                           "\r\n"
                           "- (x) Yes.\r\n"
                           "  > Why not.\r\n"
                           "## Second\n"
                           "See [](#ex:1.2) and [](#sec:a).\n"
                           "- [ ] A\n"
                           "  > a\n"
                           "- [x] B\n"
                           "  > b\n"
                           "- [x] C\n"
                           "  > c\n"
                           "## Third\n"
                           "How many?\n"
                           "- (!) -1e3\n"
                           "  > a\n"
                           "- (=) []{.fact key=\"k\"} ± 5 %\n"
                           "  > b\n"
                           "- (!) []{.fact key=\"other\"}\n"
                           "  > c\n"
                           "## Fourth\n"
                           "How much?\n"
                           "- (=) []{.fact key=\"k\"} ± 0.25\n"
                           "  > b";

static void read_good(struct quiz *quiz)
{
    char *problem = quiz_read(quiz, "Q", good);
    ck_assert_msg(!problem, "%s", problem);
    ck_assert_uint_eq(quiz->count, 4);
}

START_TEST(texts_choices_and_reasons_are_read)
{
    struct quiz quiz;
    read_good(&quiz);
    const struct quiz_question *first = &quiz.questions[0];
    ck_assert_str_eq(first->title, "First");
    ck_assert_str_eq(first->text, "Ask,\ntwice.\n\n    code");
    ck_assert_uint_eq(first->line, 2);
    ck_assert_int_eq(first->kind, QUIZ_ONE);
    ck_assert_uint_eq(first->count, 2);
    ck_assert_str_eq(first->choices[0].text, "No,\nnever.");
    ck_assert_str_eq(first->choices[0].reason, "Because.\n\nTwice.");
    ck_assert(!first->choices[0].right && first->choices[1].right);
    ck_assert_uint_eq(first->choices[1].line, 15);
    const struct quiz_question *second = &quiz.questions[1];
    ck_assert_int_eq(second->kind, QUIZ_SEVERAL);
    ck_assert(!second->choices[0].right && second->choices[2].right);
    ck_assert_str_eq(second->source, "## Second\nSee [](#ex:1.2) and [](#sec:a).\n"
                                     "- [ ] A\n  > a\n- [x] B\n  > b\n- [x] C\n  > c");
    quiz_free(&quiz);
    ck_assert_uint_eq(quiz.count, 0);
}
END_TEST

START_TEST(numbers_are_right_within_their_tolerance)
{
    static const char table[] = "kk\t9\nk\t-20\nother\t7";
    struct quiz quiz;
    read_good(&quiz);
    const struct quiz_question *share = &quiz.questions[2], *fixed = &quiz.questions[3];
    ck_assert_int_eq(share->kind, QUIZ_NUMBER);
    ck_assert(quiz_is_number(share, &share->choices[1], table, -20.99));
    ck_assert(quiz_is_number(share, &share->choices[1], table, -19.01));
    ck_assert(!quiz_is_number(share, &share->choices[1], table, -21.01));
    ck_assert(!quiz_is_number(share, &share->choices[1], table, 20));
    ck_assert(quiz_is_number(share, &share->choices[0], table, -1010));
    ck_assert(quiz_is_number(share, &share->choices[2], table, 7.1));
    ck_assert(!quiz_is_number(share, &share->choices[2], "k\t-20\n", 7));
    ck_assert(quiz_is_number(fixed, &fixed->choices[0], table, -20.25));
    ck_assert(!quiz_is_number(fixed, &fixed->choices[0], table, -20.26));
    quiz_free(&quiz);
}
END_TEST

static void checks(const char *table, const char *expected)
{
    struct quiz quiz;
    read_good(&quiz);
    char *problem = quiz_check_facts(&quiz, "Q", table);
    ck_assert_ptr_nonnull(problem);
    ck_assert_str_eq(problem, expected);
    free(problem);
    quiz_free(&quiz);
}

START_TEST(facts_are_known_and_tell_right_from_wrong)
{
    struct quiz quiz;
    read_good(&quiz);
    ck_assert_ptr_null(quiz_check_facts(&quiz, "Q", "k\t1\nother\t2\n"));
    quiz_free(&quiz);
    checks("k\t1\n", "Q:31: there is no fact other");
    checks("kk\t1\nother\t2\n", "Q:29: there is no fact k");
    checks("k\t1\nother\t1.04\n", "Q:31: this mistake's number counts as right");
    checks("k\t-1010\nother\t1\n", "Q:27: this mistake's number counts as right");
    checks("k\tfew\nother\t1\n", "Q:29: this fact is no number");
    checks("k\t1\nother\tfew\n", "Q:31: this fact is no number");
}
END_TEST

#define ONE "- (x) Yes.\n  > Why.\n"
#define TWO "- ( ) No.\n  > Why.\n" ONE

static const struct refusal {
    const char *text, *problem;
} refusals[] = {
    {"", "Q:1: there is no question"},
    {"\n\n", "Q:1: there is no question"},
    {"Text\n## A\nAsk\n" TWO, "Q:1: a quiz begins with '## ' and a title"},
    {"# A\nAsk\n" TWO, "Q:1: a quiz begins with '## ' and a title"},
    {"##\nAsk\n" TWO, "Q:1: a quiz begins with '## ' and a title"},
    {"## A\n\n" TWO, "Q:1: this question has no text"},
    {"## A\nAsk\n### B\n" TWO, "Q:3: a question begins with '## '"},
    {"## A\nAsk\n", "Q:1: this question has too few choices"},
    {"## A\nAsk\n" ONE, "Q:1: this question has too few choices"},
    {"## A\nAsk\n- ( ) No.\n  > Why.\n- ( ) No.\n  > Why.\n",
     "Q:1: no choice of this question is right"},
    {"## A\nAsk\n" ONE ONE,
     "Q:1: more than one choice is right; '- [x]' and '- [ ]' allow that"},
    {"## A\nAsk\n- ( ) No.\n" ONE,
     "Q:3: this choice has no reason: say why below it, after '  > '"},
    {"## A\nAsk\n- ( ) No.\n  >\n" ONE,
     "Q:3: this choice has no reason: say why below it, after '  > '"},
    {"## A\nAsk\n- ( ) No.\n  >Why.\n" ONE, "Q:4: a reason has a blank after its '>'"},
    {"## A\nAsk\n- ( )\n  > Why.\n" ONE,
     "Q:3: a choice begins with '- ( ) ', '- (x) ', '- [ ] ', '- [x] ', '- (=) ' or "
     "'- (!) '"},
    {"## A\nAsk\n- (X) Yes.\n  > Why.\n",
     "Q:3: a choice begins with '- ( ) ', '- (x) ', '- [ ] ', '- [x] ', '- (=) ' or "
     "'- (!) '"},
    {"## A\nAsk\n- [ ] No.\n  > Why.\n" ONE,
     "Q:5: the choices of a question are of one kind"},
    {"## A\nAsk\n" TWO "Text\n",
     "Q:7: only choices, their reasons and the next '## ' may stand here"},
    {"## A\nAsk\n" TWO "\n  > More.\n",
     "Q:8: only choices, their reasons and the next '## ' may stand here"},
    {"## A\nAsk\n" TWO TWO TWO TWO TWO, "Q:19: a question has at most 8 choices"},
    {"## A\n::: note\n" TWO,
     "Q:2: a quiz has no divs, no blocks of code and no citations"},
    {"## A\nAsk\n- ( ) As [@b] says.\n  > Why.\n" ONE,
     "Q:3: a quiz has no divs, no blocks of code and no citations"},
    {"## A\nAsk\n- ( ) No.\n  > [](#fig:a)\n" ONE,
     "Q:4: a quiz refers to exercises and sections only: [](#ex:1.2), [](#sec:name)"},
    {"## A [b](#sec:c)\nAsk\n" TWO,
     "Q:1: a quiz refers to exercises and sections only: [](#ex:1.2), [](#sec:name)"},
    {"## A\nAsk\n- (=) 5 ± 1\n  > Why.\n",
     "Q:3: a right number is a fact with a tolerance, such as []{.fact key=\"com-9\"} ± "
     "0.5"},
    {"## A\nAsk\n- (=) []{.fact key=\"k\"}\n  > Why.\n",
     "Q:3: a right number is a fact with a tolerance, such as []{.fact key=\"com-9\"} ± "
     "0.5"},
    {"## A\nAsk\n- (=) []{.fact key=\"k\"} ± -1\n  > Why.\n",
     "Q:3: a right number is a fact with a tolerance, such as []{.fact key=\"com-9\"} ± "
     "0.5"},
    {"## A\nAsk\n- (=) []{.fact key=\"k\"} ± nan\n  > Why.\n",
     "Q:3: a right number is a fact with a tolerance, such as []{.fact key=\"com-9\"} ± "
     "0.5"},
    {"## A\nAsk\n- (=) []{.fact key=\"k\"} ± \n  > Why.\n",
     "Q:3: a right number is a fact with a tolerance, such as []{.fact key=\"com-9\"} ± "
     "0.5"},
    {"## A\nAsk\n- (=) []{.fact key=\"k\"} ±  %\n  > Why.\n",
     "Q:3: a right number is a fact with a tolerance, such as []{.fact key=\"com-9\"} ± "
     "0.5"},
    {"## A\nAsk\n- (!) ten\n  > Why.\n", "Q:3: a mistake's number is a fact or a number"},
    {"## A\nAsk\n- (!) 10 ± 1\n  > Why.\n",
     "Q:3: a mistake's number is a fact or a number"},
    {"## A\nAsk\n- (!) inf\n  > Why.\n", "Q:3: a mistake's number is a fact or a number"},
    {"## A\nAsk\n- (!) 10\n  > Why.\n", "Q:1: no choice of this question is right"},
};

START_TEST(what_is_malformed_is_refused)
{
    struct quiz quiz;
    char *problem = quiz_read(&quiz, "Q", refusals[_i].text);
    ck_assert_ptr_nonnull(problem);
    ck_assert_str_eq(problem, refusals[_i].problem);
    ck_assert_uint_eq(quiz.count, 0);
    free(problem);
}
END_TEST

static void fills(const char *text, const char *expected)
{
    char *filled = facts_fill(text, "a\t1.2e-05\nb\t-3\nc\ta word\n");
    ck_assert_str_eq(filled, expected);
    free(filled);
}

START_TEST(facts_stand_in_texts)
{
    fills("x []{.fact key=\"b\"}, []{.fact key=\"c\"}.", "x $-3$, a word.");
    fills("[]{.fact key=\"a\"}", "$1.2 \\times 10^{-5}$");
    fills("$y = \\fact{a} + \\fact{b}$", "$y = 1.2 \\times 10^{-5} + -3$");
    fills("\\fact{d} []{.fact key=\"b\" \\fact{b",
          "\\fact{d} []{.fact key=\"b\" \\fact{b");
    char *key = facts_missing("\\fact{a} []{.fact key=\"bb\"}", "a\t1\nb\t1\n");
    ck_assert_str_eq(key, "bb");
    free(key);
    ck_assert_ptr_null(facts_missing("\\fact{a}", "b\t1\na\t1"));
    ck_assert_ptr_null(facts_value("a\nb 1\n", "a"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("quiz");
    TCase *quizzes = tcase_create("quizzes");
    tcase_add_test(quizzes, texts_choices_and_reasons_are_read);
    tcase_add_test(quizzes, numbers_are_right_within_their_tolerance);
    tcase_add_test(quizzes, facts_are_known_and_tell_right_from_wrong);
    tcase_add_loop_test(quizzes, what_is_malformed_is_refused, 0,
                        sizeof refusals / sizeof *refusals);
    tcase_add_test(quizzes, facts_stand_in_texts);
    suite_add_tcase(suite, quizzes);
    return run_suite(suite);
}
