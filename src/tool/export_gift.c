/* export_gift.c: GIFT, a text format that Moodle and others read.
 *
 *     ::title::[html]text {      {#                        of a number
 *         =right#reason              =%100%22:0.5#reason
 *         ~wrong#reason              =%0%10:0.5#reason
 *     }                          }
 *
 * Several choices may be right: ~%50%right and ~%-50%wrong. */
#include "tool/export_quiz.h"

#include <string.h>

/* Signs that mean something to GIFT stand after a backslash, itself included. At the
 * beginning "%" would be a share and "[" a format. */
static void write_text(FILE *file, const char *text)
{
    if (*text == '%' || *text == '[')
        fprintf(file, "&\\#%d;", *text++);
    for (; *text; text++) {
        if (strchr("\\~=#{}:", *text))
            fputc('\\', file);
        fputc(*text, file);
    }
}

static void write_choice(FILE *file, const struct export_question *question,
                         const struct export_choice *choice)
{
    if (question->kind == QUIZ_NUMBER)
        fprintf(file, "\t=%%%d%%%s:%.12g", choice->right ? 100 : 0, choice->text,
                choice->tolerance);
    else if (question->kind == QUIZ_SEVERAL)
        fprintf(file, "\t~%%%.7g%%", export_share(question, choice));
    else
        fputs(choice->right ? "\t=" : "\t~", file);
    if (question->kind != QUIZ_NUMBER)
        write_text(file, choice->text);
    fputc('#', file);
    write_text(file, choice->reason);
    fputc('\n', file);
}

static void write_question(FILE *file, const struct export_question *question)
{
    fputs("::", file);
    write_text(file, question->title);
    fputs("::[html]", file);
    write_text(file, question->text);
    fputs(question->kind == QUIZ_NUMBER ? " {#\n" : " {\n", file);
    for (size_t i = 0; i < question->count; i++)
        write_choice(file, question, &question->choices[i]);
    fputs("}\n\n", file);
}

void export_gift(FILE *file, const struct export_quizzes *quizzes)
{
    fputs("// The answers are in this file: it is for instructors only.\n\n", file);
    for (size_t i = 0; i < quizzes->count; i++) {
        fprintf(file, "$CATEGORY: $course$/top/Descent/%s\n\n", quizzes->of[i].chapter);
        for (size_t j = 0; j < quizzes->of[i].count; j++)
            write_question(file, &quizzes->of[i].questions[j]);
    }
}
