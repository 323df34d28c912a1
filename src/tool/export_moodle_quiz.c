/* export_moodle_quiz.c: Moodle's own XML, a category a chapter. */
#include "tool/export_quiz.h"
#include "tool/xml.h"

/* <NAME format="html"><text>…</text> without the end of NAME. */
static void begin_html(FILE *file, const char *name, const char *attributes,
                       const char *text)
{
    fprintf(file, "  <%s%s format=\"html\">", name, attributes);
    xml_element(file, "text", text);
}

static void write_feedback(FILE *file, const struct export_choice *choice)
{
    begin_html(file, "feedback", "", choice->reason);
    fputs("</feedback>\n", file);
}

static void write_choice(FILE *file, const struct export_question *question,
                         const struct export_choice *choice)
{
    char attribute[40];
    double fraction = question->kind == QUIZ_SEVERAL ? export_share(question, choice)
                                                     : 100 * choice->right;
    snprintf(attribute, sizeof attribute, " fraction=\"%.7g\"", fraction);
    begin_html(file, "answer", attribute, choice->text);
    fputs("\n ", file);
    write_feedback(file, choice);
    if (question->kind == QUIZ_NUMBER)
        fprintf(file, "   <tolerance>%.12g</tolerance>\n", choice->tolerance);
    fputs("  </answer>\n", file);
}

static void write_question(FILE *file, const struct export_question *question)
{
    bool number = question->kind == QUIZ_NUMBER;
    fprintf(file, " <question type=\"%s\">\n  <name>",
            number ? "numerical" : "multichoice");
    xml_element(file, "text", question->title);
    fputs("</name>\n", file);
    begin_html(file, "questiontext", "", question->text);
    fputs("</questiontext>\n", file);
    if (!number)
        fprintf(file,
                "  <single>%s</single>\n"
                "  <shuffleanswers>false</shuffleanswers>\n"
                "  <answernumbering>abc</answernumbering>\n",
                question->kind == QUIZ_ONE ? "true" : "false");
    for (size_t i = 0; i < question->count; i++)
        write_choice(file, question, &question->choices[i]);
    fputs(" </question>\n", file);
}

void export_moodle_quiz(FILE *file, const struct export_quizzes *quizzes)
{
    fputs(EXPORT_HEAD "<quiz>\n", file);
    for (size_t i = 0; i < quizzes->count; i++) {
        const struct export_quiz *quiz = &quizzes->of[i];
        fprintf(file,
                " <question type=\"category\">\n"
                "  <category><text>$course$/top/Descent/%s</text></category>\n"
                " </question>\n",
                quiz->chapter);
        for (size_t j = 0; j < quiz->count; j++)
            write_question(file, &quiz->questions[j]);
    }
    fputs("</quiz>\n", file);
}
