/* quiz.c: writes a quiz as the book's filters read it.
 *
 *     quiz FILE FACTS
 *
 * prints pandoc's Markdown: a div .question with the attribute kind, which holds the divs
 * .title, .ask and .choice, these being .right or .wrong and holding .say and .reason. */
#include "tool/quiz.h"
#include "tool/facts.h"
#include "tool/files.h"

#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_text(const char *path)
{
    char *text = file_read(path);
    if (!text)
        error(EXIT_USAGE, errno, "cannot read %s", path);
    return text;
}

static void write_part(const char *class, const char *text)
{
    printf("::: %s\n%s\n:::\n\n", class, text);
}

/* A percent sign stays close to its number. */
static void write_say(const struct quiz_question *question,
                      const struct quiz_choice *choice)
{
    bool is_share = choice->right && question->is_share;
    int length = (int)strlen(choice->text) - (is_share ? 2 : 0);
    char *text = text_format("%.*s%s", length, choice->text, is_share ? "\\ %" : "");
    write_part("say", text);
    free(text);
}

static void write_question(const struct quiz_question *question)
{
    static const char *const kinds[] = {"one", "several", "number"};
    printf("::::: {.question kind=\"%s\"}\n\n", kinds[question->kind]);
    write_part("title", question->title);
    write_part("ask", question->text);
    for (size_t i = 0; i < question->count; i++) {
        const struct quiz_choice *choice = &question->choices[i];
        printf(":::: {.choice .%s}\n\n", choice->right ? "right" : "wrong");
        write_say(question, choice);
        write_part("reason", choice->reason);
        puts("::::\n");
    }
    puts(":::::\n");
}

int main(int argc, char **argv)
{
    if (argc != 3)
        error(EXIT_USAGE, 0, "usage: quiz FILE FACTS");
    char *text = read_text(argv[1]), *table = read_text(argv[2]);
    struct quiz quiz;
    char *problem = quiz_read(&quiz, argv[1], text);
    if (!problem)
        problem = quiz_check_facts(&quiz, argv[1], table);
    if (problem) {
        fprintf(stderr, "%s\n", problem);
        return 1;
    }
    for (size_t i = 0; i < quiz.count; i++)
        write_question(&quiz.questions[i]);
    quiz_free(&quiz);
    free(table);
    free(text);
    return 0;
}
