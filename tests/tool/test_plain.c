/* test_plain.c: statements and hints as a terminal and an editor show them. */
#include "../suite.h"
#include "tool/facts.h"
#include "tool/files.h"
#include "tool/header.h"
#include "tool/plain.h"
#include "tool/quiz.h"
#include "tool/sections.h"
#include "tool/terminal.h"

#include <glob.h>
#include <string.h>

static const struct {
    const char *from, *to;
} texts[] = {
    {"", ""},
    {"no mathematics, 5 $ only", "no mathematics, 5 $ only"},
    /* Spaces are TeX's, not those of the source. */
    {"$\\alpha (1-\\alpha)^{k-1}$", "α(1 - α)^(k-1)"},
    {"$\\Delta t$, $\\eta\\,\\nabla f$, $\\eta g+v$", "Δt, η ∇f, ηg + v"},
    {"$-1 = -x$ and $(-x,-y)$ of $\\pm 10$", "-1 = -x and (-x, -y) of ±10"},
    {"$t\\log\\beta_2$, $\\log(1-x)$", "t log β_2, log(1 - x)"},
    {"$-\\log p_c$, $\\max(x, 0)$, $\\sum_{i=1}^n x_i$",
     "-log p_c, max(x, 0), Σ_(i=1)^n x_i"},
    {"$|b|-2\\sqrt\\beta$ and $\\|x\\|^2$", "|b| - 2√β and ‖x‖^2"},
    {"$0.1\\, a \\le 2.5 .$", "0.1 a ≤ 2.5."},
    /* What needs no parentheses has none. */
    {"$x^{2}$ and $x_{t}$, $10^{-20}$, $10^{200}$", "x^2 and x_t, 10^(-20), 10^200"},
    {"$y_{ri} = x_{rj} w_{ij}$, $x_{t-1}$", "y_ri = x_rj w_ij, x_(t-1)"},
    {"$\\sqrt{1 - b}\\,\\sqrt{\\hat v}\\sqrt 2$", "√(1 - b) √v̂ √2"},
    {"$\\frac12 x$, $\\frac\\pi 2$, $\\frac{m/c}{v+e}$", "1/2 x, π/2, (m/c)/(v + e)"},
    {"$\\eta\\frac{a(1-b)}{(1+c)^2}$, $\\frac{a}{bc}$", "η a(1 - b)/(1 + c)^2, a/(bc)"},
    {"$e^{-x/2}$ and $e^{\\pm i\\varphi}$", "e^(-x/2) and e^(±iφ)"},
    {"$f(x) - f^*$ and $x^{*}_t$", "f(x) - f^* and x^*_t"},
    {"$X W^\\top + \\mathbf 1 b^\\top$", "XWᵀ + 1 bᵀ"},
    {"$\\hat\\varepsilon + \\hat v_t - \\tilde{x}$", "ε̂ + v̂_t - x̃"},
    {"$\\operatorname{lse}(z) = m \\text{ if } m < 0$", "lse(z) = m if m < 0"},
    {"$\\left( \\frac{a}{b} \\right)$", "(a/b)"},
    {"$\\begin{cases} x & x > 0 \\\\ 0 & x \\le 0 \\end{cases}$",
     "x if x > 0; 0 if x ≤ 0"},
    /* A command that is not known is seen. */
    {"$\\unknown x$", "\\unknown x"},
    {"$\\phi x$", "\\phi x"},
    /* A formula of its own has lines of its own. */
    {"so $$ x \\leftarrow \\frac{a}{\\sqrt{v} + e} . $$ and",
     "so\n\n    x ← a/(√v + e).\n\nand"},
    {"$$ a = b, \\quad\n c = d $$", "    a = b,\n    c = d\n\n"},
    {"$$ s = \\begin{cases} 0 & t = 1 \\\\ 1 & t > 1 \\end{cases} $$\n",
     "    s =\n        0 if t = 1;\n        1 if t > 1\n\n"},
    /* Markdown. */
    {"as [](#ex:1.3) does. [](#ex:2.10) is", "as exercise 1.3 does. Exercise 2.10 is"},
    {"`pow`, a *half-life* (the *age*), a * b * c, x *= y*z",
     "pow, a half-life (the age), a * b * c, x *= y*z"},
    {"*no\n\nend*", "*no\n\nend*"},
    {"5\\ % of \\$5", "5 % of $5"},
    {"$x \\qquad$ \n\n\n\n  y\n", "x\n\n  y\n"},
    {"| a | b |\n|:--|---|\n| $x$ | $\\beta x$ |\n| long | y |\n",
     "| a    | b  |\n|------|----|\n| x    | βx |\n| long | y  |\n"},
    /* What is cut off or no mark at all. */
    {"$\\frac{a$", NULL},
    {"$\\sqrt$", NULL},
    {"$x^$ $^x$ $_$", NULL},
    {"$$", NULL},
    {"$\\hat", NULL},
    {"$\\begin{cases$", NULL},
    {"$\\", NULL},
    {"$\\$", NULL},
    {"$5\\$$ or $\\{x\\}$", "5$ or {x}"},
    {"${{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{$", ""},
    {"$}}}}$", ""},
    {"[](#ex:", "[](#ex:"},
    {"|", NULL},
    {"*", "*"},
};

START_TEST(plain)
{
    char *text = plain_text(texts[_i].from);
    if (texts[_i].to)
        ck_assert_str_eq(text, texts[_i].to);
    free(text);
}
END_TEST

/* The text of plain_fill(), to be freed. */
static char *filled(const char *markdown, const char *indent, size_t most)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    plain_fill(out, markdown, indent, most);
    fclose(out);
    return text;
}

static const struct {
    const char *from, *to;
} paragraphs[] = {
    {"one two\nthree four five", " * one two\n * three four\n * five\n"},
    {"one\n\ntwo", " * one\n *\n * two\n"},
    {"one two $x < y$ three", " * one two\n * x < y\n * three\n"},
    {"to\n- one two three\n- four", " * to\n * - one two\n * three\n * - four\n"},
    {"| one two three | a |\nfour", " * | one two three | a |\n * four\n"},
    {"so $$ x_1 = x_2 + x_3 $$ is", " * so\n *\n *     x_1 = x_2 + x_3\n *\n * is\n"},
};

START_TEST(fills_paragraphs_and_nothing_else)
{
    char *text = filled(paragraphs[_i].from, " * ", 13);
    ck_assert_str_eq(text, paragraphs[_i].to);
    free(text);
}
END_TEST

START_TEST(sections_stand_by_their_titles)
{
    char *text =
        sections_by_title("[](#sec:within), [](#sec:none), [](#sec:", "tests/book/tiny");
    ck_assert_str_eq(text, "section \"Within\", [](#sec:none), [](#sec:");
    free(text);
}
END_TEST

static const char *const marks[] = {"\\", "$", "{", "`", "](#", "[@", NULL};

static void has_no_marks(const char *path, const char *text, size_t length)
{
    for (size_t i = 0; marks[i]; i++)
        if (memmem(text, length, marks[i], strlen(marks[i])))
            ck_abort_msg("%s: '%s' is left in:\n%.*s", path, marks[i], (int)length, text);
}

static void fits(const char *path, const char *text, size_t length, size_t most)
{
    const char *end = text + length;
    for (size_t line; text < end; text += line + 1) {
        line = strcspn(text, "\n");
        if (text_columns(text, line) > most)
            ck_abort_msg("%s: over %zu columns: %.*s", path, most, (int)line, text);
    }
}

static void reads_plainly(const char *path)
{
    char *raw = file_read(path), *source = sections_by_title(raw, ".");
    struct exercise exercise = {0};
    ck_assert_ptr_null(header_read(&exercise, source));
    has_no_marks(path, exercise.title, strlen(exercise.title));
    char *stub = header_make_stub(source, exercise.id, STUB_FOR_STUDENT);
    size_t length = (size_t)(strstr(stub, "*/") - stub);
    has_no_marks(path, stub, length);
    fits(path, stub, length, 90);
    for (size_t i = 0; i < exercise.hint_count; i++) {
        char *hint = filled(exercise.hints[i], "", 78);
        has_no_marks(path, hint, strlen(hint));
        fits(path, hint, strlen(hint), 78);
        free(hint);
        free(exercise.hints[i]);
    }
    for (size_t i = 0; i < exercise.needs_count; i++)
        free(exercise.needs[i]);
    free(exercise.id);
    free(exercise.title);
    free(exercise.plot);
    free(stub);
    free(source);
    free(raw);
}

START_TEST(every_stub_and_hint_reads_plainly)
{
    glob_t found;
    ck_assert_int_eq(glob("solutions/*/*.c", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        reads_plainly(found.gl_pathv[i]);
    globfree(&found);
}
END_TEST

/* A table with all facts that a text names. */
static char *table_for(const char *text)
{
    char *table = text_format("%s", "");
    for (char *key; (key = facts_missing(text, table)); free(key)) {
        char *longer = text_format("%s%s\t1.5e-05\n", table, key);
        free(table);
        table = longer;
    }
    return table;
}

static void part_reads_plainly(const char *path, const char *markdown, const char *table)
{
    char *text = facts_fill(markdown, table), *shown = filled(text, "     ", 78);
    has_no_marks(path, shown, strlen(shown));
    fits(path, shown, strlen(shown), 78);
    free(shown);
    free(text);
}

static void quiz_reads_plainly(const char *path)
{
    char *raw = file_read(path), *source = sections_by_title(raw, ".");
    char *table = table_for(source);
    struct quiz quiz;
    ck_assert_ptr_null(quiz_read(&quiz, path, source));
    for (size_t i = 0; i < quiz.count; i++) {
        const struct quiz_question *question = &quiz.questions[i];
        part_reads_plainly(path, question->title, table);
        part_reads_plainly(path, question->text, table);
        for (size_t j = 0; j < question->count; j++) {
            part_reads_plainly(path, question->choices[j].text, table);
            part_reads_plainly(path, question->choices[j].reason, table);
        }
    }
    quiz_free(&quiz);
    free(table);
    free(source);
    free(raw);
}

START_TEST(every_quiz_reads_plainly)
{
    glob_t found;
    ck_assert_int_eq(glob("chapters/*/quiz.md", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        quiz_reads_plainly(found.gl_pathv[i]);
    globfree(&found);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("plain");
    TCase *tcase = tcase_create("plain");
    tcase_add_loop_test(tcase, plain, 0, sizeof texts / sizeof *texts);
    tcase_add_loop_test(tcase, fills_paragraphs_and_nothing_else, 0,
                        sizeof paragraphs / sizeof *paragraphs);
    tcase_add_test(tcase, sections_stand_by_their_titles);
    tcase_add_test(tcase, every_stub_and_hint_reads_plainly);
    tcase_add_test(tcase, every_quiz_reads_plainly);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
