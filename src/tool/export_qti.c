/* export_qti.c: QTI 1.2.
 *
 * An item is right, or it is not, as in the terminal. Its parts have numbers for names,
 * because Canvas finds the reason of a choice by the number that both begin with: choice
 * 203 and feedback 203_fb are the third of question 2.
 *
 * Canvas takes each number that a condition tests for a right one. So the numbers that
 * mistakes give are not tested: their reasons stand in what is shown if the answer is
 * wrong. */
#include "tool/export_quiz.h"
#include "tool/files.h"
#include "tool/xml.h"

#include <error.h>
#include <stdlib.h>

static const char only_right[] = "correct_fb", any_wrong[] = "general_incorrect_fb";

static void write_material(FILE *file, const char *html)
{
    fputs("<material><mattext texttype=\"text/html\">", file);
    xml_text(file, html);
    fputs("</mattext></material>\n", file);
}

static void write_field(FILE *file, const char *label, const char *entry)
{
    fprintf(file,
            "     <qtimetadatafield><fieldlabel>%s</fieldlabel>"
            "<fieldentry>%s</fieldentry></qtimetadatafield>\n",
            label, entry);
}

static void write_metadata(FILE *file, const struct export_question *question)
{
    static const char *const types[] = {
        [QUIZ_ONE] = "multiple_choice_question",
        [QUIZ_SEVERAL] = "multiple_answers_question",
        [QUIZ_NUMBER] = "numerical_question",
    };
    fputs("   <itemmetadata>\n    <qtimetadata>\n", file);
    write_field(file, "question_type", types[question->kind]);
    write_field(file, "points_possible", "1");
    fputs("    </qtimetadata>\n   </itemmetadata>\n", file);
}

static size_t ident(size_t question, size_t choice)
{
    return 100 * (question + 1) + choice + 1;
}

static void write_presentation(FILE *file, const struct export_question *question,
                               size_t number)
{
    fputs("   <presentation>\n    ", file);
    write_material(file, question->text);
    if (question->kind == QUIZ_NUMBER) {
        fputs("    <response_str ident=\"response1\" rcardinality=\"Single\">"
              "<render_fib fibtype=\"Decimal\"><response_label ident=\"answer1\"/>"
              "</render_fib></response_str>\n   </presentation>\n",
              file);
        return;
    }
    fprintf(file,
            "    <response_lid ident=\"response1\" rcardinality=\"%s\">\n"
            "     <render_choice>\n",
            question->kind == QUIZ_ONE ? "Single" : "Multiple");
    for (size_t i = 0; i < question->count; i++) {
        fprintf(file, "      <response_label ident=\"%zu\">", ident(number, i));
        write_material(file, question->choices[i].text);
        fputs("      </response_label>\n", file);
    }
    fputs("     </render_choice>\n    </response_lid>\n   </presentation>\n", file);
}

static void write_is(FILE *file, size_t choice)
{
    fprintf(file, "<varequal respident=\"response1\">%zu</varequal>", choice);
}

/* A condition: that a choice was made, whatever the others. */
static void write_chosen(FILE *file, size_t choice)
{
    fputs("    <respcondition continue=\"Yes\"><conditionvar>", file);
    write_is(file, choice);
    fprintf(file,
            "</conditionvar><displayfeedback feedbacktype=\"Response\" "
            "linkrefid=\"%zu_fb\"/></respcondition>\n",
            choice);
}

/* The number itself, or one not far from it. */
static void write_near(FILE *file, const struct export_choice *choice)
{
    fprintf(file,
            "<or><varequal respident=\"response1\">%s</varequal><and>"
            "<vargte respident=\"response1\">%.12g</vargte>"
            "<varlte respident=\"response1\">%.12g</varlte></and></or>",
            choice->text, choice->number - choice->tolerance,
            choice->number + choice->tolerance);
}

/* All that is right, and nothing that is wrong. */
static void write_exactly(FILE *file, const struct export_question *question,
                          size_t number)
{
    fputs("<and>", file);
    for (size_t i = 0; i < question->count; i++) {
        fputs(question->choices[i].right ? "" : "<not>", file);
        write_is(file, ident(number, i));
        fputs(question->choices[i].right ? "" : "</not>", file);
    }
    fputs("</and>", file);
}

static void write_right(FILE *file, const struct export_question *question, size_t number)
{
    size_t first = 0;
    while (!question->choices[first].right)
        first++;
    fputs("    <respcondition continue=\"No\"><conditionvar>", file);
    if (question->kind == QUIZ_ONE)
        write_is(file, ident(number, first));
    else if (question->kind == QUIZ_SEVERAL)
        write_exactly(file, question, number);
    else
        write_near(file, &question->choices[first]);
    fputs("</conditionvar><setvar action=\"Set\" varname=\"SCORE\">100</setvar>", file);
    if (question->kind == QUIZ_NUMBER)
        fprintf(file, "<displayfeedback feedbacktype=\"Response\" linkrefid=\"%s\"/>",
                only_right);
    fputs("</respcondition>\n", file);
}

static bool has_mistakes(const struct export_question *question)
{
    return question->kind == QUIZ_NUMBER && question->count > question->right;
}

static void write_processing(FILE *file, const struct export_question *question,
                             size_t number)
{
    fputs("   <resprocessing>\n"
          "    <outcomes><decvar maxvalue=\"100\" minvalue=\"0\" varname=\"SCORE\" "
          "vartype=\"Decimal\"/></outcomes>\n",
          file);
    for (size_t i = 0; question->kind != QUIZ_NUMBER && i < question->count; i++)
        write_chosen(file, ident(number, i));
    write_right(file, question, number);
    if (has_mistakes(question))
        fprintf(file,
                "    <respcondition continue=\"Yes\"><conditionvar><other/>"
                "</conditionvar><displayfeedback feedbacktype=\"Response\" "
                "linkrefid=\"%s\"/></respcondition>\n",
                any_wrong);
    fputs("   </resprocessing>\n", file);
}

static void write_feedback(FILE *file, const char *name, const char *html)
{
    fprintf(file, "   <itemfeedback ident=\"%s\"><flow_mat>", name);
    write_material(file, html);
    fputs("   </flow_mat></itemfeedback>\n", file);
}

/* "10: This is half of the window." A paragraph for each mistake. */
static void write_mistakes(FILE *file, const struct export_question *question)
{
    char *html;
    size_t size;
    FILE *memory = open_memstream(&html, &size);
    if (!memory)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0; i < question->count; i++)
        if (!question->choices[i].right)
            fprintf(memory, "<div>%s: %s</div>", question->choices[i].text,
                    question->choices[i].reason);
    fclose(memory);
    write_feedback(file, any_wrong, html);
    free(html);
}

static void write_reasons(FILE *file, const struct export_question *question,
                          size_t number)
{
    for (size_t i = 0; i < question->count; i++) {
        const struct export_choice *choice = &question->choices[i];
        char *name = text_format("%zu_fb", ident(number, i));
        if (question->kind != QUIZ_NUMBER)
            write_feedback(file, name, choice->reason);
        else if (choice->right)
            write_feedback(file, only_right, choice->reason);
        free(name);
    }
    if (has_mistakes(question))
        write_mistakes(file, question);
}

static void write_section(FILE *file, const struct export_quiz *quiz)
{
    fprintf(file, " <section ident=\"section-%s\"", quiz->chapter);
    xml_attribute(file, "title", quiz->title);
    fputs(">\n", file);
    for (size_t i = 0; i < quiz->count; i++) {
        const struct export_question *question = &quiz->questions[i];
        fprintf(file, "  <item ident=\"item-%s-%zu\"", quiz->chapter, i + 1);
        xml_attribute(file, "title", question->title);
        fputs(">\n", file);
        write_metadata(file, question);
        write_presentation(file, question, i);
        write_processing(file, question, i);
        write_reasons(file, question, i);
        fputs("  </item>\n", file);
    }
    fputs(" </section>\n", file);
}

void export_assessment(FILE *file, const char *name, const char *title,
                       const struct export_quiz *quizzes, size_t count)
{
    fprintf(file,
            EXPORT_HEAD
            "<questestinterop xmlns=\"http://www.imsglobal.org/xsd/ims_qtiasiv1p2\">\n"
            "<assessment ident=\"%s\"",
            name);
    xml_attribute(file, "title", title);
    fputs(">\n", file);
    for (size_t i = 0; i < count; i++)
        write_section(file, &quizzes[i]);
    fputs("</assessment>\n</questestinterop>\n", file);
}

void export_qti(FILE *file, const struct export_quizzes *quizzes)
{
    export_assessment(file, "descent", "Descent", quizzes->of, quizzes->count);
}
