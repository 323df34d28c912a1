/* export_canvas_quiz.c: the package that Canvas imports: QTI 1.2, an assessment a
 * chapter, with settings of Canvas' own beside each, and a manifest. */
#include "tool/export_quiz.h"
#include "tool/files.h"
#include "tool/xml.h"
#include "tool/zip.h"

#include <error.h>
#include <stdlib.h>

/* What QTI has no place for: a quiz for practice, as often as one likes. */
static void write_settings(FILE *file, const struct export_quiz *quiz)
{
    fprintf(file,
            EXPORT_HEAD "<quiz xmlns=\"http://canvas.instructure.com/xsd/cccv1p0\" "
                        "identifier=\"descent-%s\">\n ",
            quiz->chapter);
    xml_element(file, "title", quiz->title);
    fprintf(file,
            "\n <description>The answers stand in the workbook, too: this is for "
            "practice.</description>\n"
            " <shuffle_answers>false</shuffle_answers>\n"
            " <quiz_type>practice_quiz</quiz_type>\n"
            " <points_possible>%zu</points_possible>\n"
            " <show_correct_answers>true</show_correct_answers>\n"
            " <allowed_attempts>-1</allowed_attempts>\n"
            " <available>false</available>\n</quiz>\n",
            quiz->count);
}

static void write_manifest(FILE *file, const struct export_quizzes *quizzes)
{
    fputs(EXPORT_HEAD "<manifest identifier=\"descent\" "
                      "xmlns=\"http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1\">\n"
                      " <metadata><schema>IMS Content</schema>"
                      "<schemaversion>1.1.3</schemaversion></metadata>\n"
                      " <organizations/>\n <resources>\n",
          file);
    for (size_t i = 0; i < quizzes->count; i++) {
        const char *name = quizzes->of[i].chapter;
        fprintf(file,
                "  <resource identifier=\"descent-%s\" type=\"imsqti_xmlv1p2\">\n"
                "   <file href=\"descent-%s/descent-%s.xml\"/>\n"
                "   <dependency identifierref=\"descent-%s-settings\"/>\n"
                "  </resource>\n"
                "  <resource identifier=\"descent-%s-settings\" "
                "type=\"associatedcontent/imscc_xmlv1p1/learning-application-resource\" "
                "href=\"descent-%s/assessment_meta.xml\">\n"
                "   <file href=\"descent-%s/assessment_meta.xml\"/>\n"
                "  </resource>\n",
                name, name, name, name, name, name, name);
    }
    fputs(" </resources>\n</manifest>\n", file);
}

/* A file of the package, as it is written to memory. */
struct part {
    char *bytes;
    size_t size;
    FILE *file;
};

static FILE *begin_part(struct part *part)
{
    part->file = open_memstream(&part->bytes, &part->size);
    if (!part->file)
        error(EXIT_USAGE, 0, "out of memory");
    return part->file;
}

static void finish_part(struct part *part, struct archive *archive, const char *name)
{
    fclose(part->file);
    zip_add(archive, name, part->bytes, part->size, false);
    free(part->bytes);
}

void export_canvas_quiz(FILE *file, const struct export_quizzes *quizzes)
{
    struct part part;
    struct archive *archive = zip_begin(file);
    write_manifest(begin_part(&part), quizzes);
    finish_part(&part, archive, "imsmanifest.xml");
    for (size_t i = 0; i < quizzes->count; i++) {
        const struct export_quiz *quiz = &quizzes->of[i];
        char *name = text_format("descent-%s", quiz->chapter);
        char *items = text_format("%s/%s.xml", name, name);
        char *settings = text_format("%s/assessment_meta.xml", name);
        export_assessment(begin_part(&part), name, quiz->title, quiz, 1);
        finish_part(&part, archive, items);
        write_settings(begin_part(&part), quiz);
        finish_part(&part, archive, settings);
        free(settings);
        free(items);
        free(name);
    }
    zip_finish(archive);
}
