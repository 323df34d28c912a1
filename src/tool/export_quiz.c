/* export_quiz.c: puts the facts into quizzes and turns their texts into HTML, so that all
 * formats say the same. */
#include "tool/export_quiz.h"
#include "tool/facts.h"
#include "tool/files.h"
#include "tool/html.h"
#include "tool/plain.h"

#include <error.h>
#include <stdlib.h>
#include <string.h>

static void *checked(void *memory)
{
    if (!memory)
        error(EXIT_USAGE, 0, "out of memory");
    return memory;
}

static char *filled(const char *markdown, const char *table, char *turn(const char *))
{
    char *text = facts_fill(markdown, table), *turned = turn(text);
    free(text);
    return turned;
}

/* What the chapter's text says before its first heading; its name if it is not there. */
static char *chapter_title(const struct workbook *workbook, const char *chapter)
{
    static const char key[] = "\ntitle: ";
    char *path = text_format("%s/chapters/%s/text.md", workbook->root, chapter);
    char *text = file_read(path), *at = text ? strstr(text, key) : NULL;
    at = at ? at + strlen(key) : NULL;
    long number = strtol(chapter, NULL, 10);
    char *title =
        at ? text_format("Descent %ld: %.*s", number, (int)strcspn(at, "\n"), at)
           : text_format("Descent %s", chapter);
    free(text);
    free(path);
    return title;
}

static void show_choice(struct export_choice *to, const struct quiz_question *question,
                        const struct quiz_choice *choice, const char *table)
{
    *to = (struct export_choice){.right = choice->right};
    if (question->kind == QUIZ_NUMBER) {
        to->number = quiz_number(choice, table);
        to->tolerance = quiz_tolerance(question, choice, table);
        to->text = text_format("%.12g", to->number);
    } else {
        to->text = filled(choice->text, table, html_text);
    }
    to->reason = filled(choice->reason, table, html_text);
}

static void show_question(struct export_question *to,
                          const struct quiz_question *question, const char *table)
{
    *to = (struct export_question){.kind = question->kind, .count = question->count};
    to->title = filled(question->title, table, plain_text);
    to->text = filled(question->text, table, html_text);
    for (size_t i = 0; i < question->count; i++) {
        show_choice(&to->choices[i], question, &question->choices[i], table);
        to->right += question->choices[i].right;
    }
}

static void show_quiz(struct export_quiz *to, const struct workbook *workbook,
                      const struct chapter_quiz *from)
{
    char *name = text_format("chapters/%s/quiz.md", from->chapter);
    char *problem = quiz_check_facts(&from->quiz, name, from->facts);
    if (problem && !*from->facts)
        error(EXIT_USAGE, 0,
              "%s needs numbers that the chapter's experiments compute; first run\n"
              "    make build/figures/%s/facts.tsv",
              name, from->chapter);
    if (problem)
        error(EXIT_USAGE, 0, "%s", problem);
    free(name);
    *to = (struct export_quiz){from->chapter, chapter_title(workbook, from->chapter),
                               from->quiz.count, NULL};
    to->questions = checked(calloc(to->count, sizeof *to->questions));
    for (size_t i = 0; i < to->count; i++)
        show_question(&to->questions[i], &from->quiz.questions[i], from->facts);
}

void export_quizzes_open(struct export_quizzes *quizzes, const struct workbook *workbook,
                         const struct quizzes *from, char *const *words, size_t count)
{
    quizzes->count = count > 0 ? count : from->count;
    if (quizzes->count == 0)
        error(EXIT_USAGE, 0, "no chapter has a quiz");
    quizzes->of = checked(calloc(quizzes->count, sizeof *quizzes->of));
    for (size_t i = 0; i < quizzes->count; i++)
        show_quiz(&quizzes->of[i], workbook,
                  count > 0 ? quizzes_find(from, words[i]) : &from->of[i]);
}

void export_quizzes_close(struct export_quizzes *quizzes)
{
    for (size_t i = 0; i < quizzes->count; i++) {
        struct export_quiz *quiz = &quizzes->of[i];
        for (size_t j = 0; j < quiz->count; j++) {
            struct export_question *question = &quiz->questions[j];
            for (size_t k = 0; k < question->count; k++) {
                free(question->choices[k].text);
                free(question->choices[k].reason);
            }
            free(question->title);
            free(question->text);
        }
        free(quiz->questions);
        free(quiz->title);
    }
    free(quizzes->of);
}

double export_share(const struct export_question *question,
                    const struct export_choice *choice)
{
    size_t wrong = question->count - question->right;
    return choice->right ? 100.0 / (double)question->right : -100.0 / (double)wrong;
}
