/* export_autograder.c: the archive that Gradescope makes an autograder of.
 *
 * It holds what a clone needs to grade, and the two scripts at its top. The same clone
 * gives the same bytes. */
#include "tool/export_kit.h"
#include "tool/files.h"
#include "tool/zip.h"

#include <errno.h>
#include <error.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

static void add_file(struct archive *archive, const char *path, const char *name,
                     bool runs)
{
    size_t length;
    char *bytes = file_read_bytes(path, &length);
    if (!bytes)
        error(EXIT_USAGE, errno, "cannot read %s", path);
    zip_add(archive, name, bytes, length, runs);
    free(bytes);
}

/* Files of the workbook under their names there; of a pattern without a match, none. */
static void add_matching(struct archive *archive, const struct workbook *workbook,
                         const char *pattern)
{
    glob_t found = {0};
    char *root = escape_pattern(workbook->root);
    char *path = text_format("%s/%s", root, pattern);
    glob(path, 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++)
        add_file(archive, found.gl_pathv[i],
                 found.gl_pathv[i] + strlen(workbook->root) + 1, false);
    globfree(&found);
    free(path);
    free(root);
}

static void add_chapter(struct archive *archive, const struct workbook *workbook,
                        const char *chapter)
{
    static const char *const patterns[] = {"solutions/%s/*.[ch]", "tests/%s/*.[ch]",
                                           "tests/%s/mistakes/*"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        char *at = strstr(patterns[i], "%s");
        char *pattern = text_format("%.*s%s%s", (int)(at - patterns[i]), patterns[i],
                                    chapter, at + 2);
        add_matching(archive, workbook, pattern);
        free(pattern);
    }
}

static void add_script(struct archive *archive, const struct workbook *workbook,
                       const char *name)
{
    char *path = text_format("%s/src/tool/autograder/%s", workbook->root, name);
    add_file(archive, path, name, true);
    free(path);
}

static void add_assignment(struct archive *archive, const struct assignment *assignment)
{
    char *text = assignment_text(assignment);
    zip_add(archive, "assignment.json", text, strlen(text), false);
    free(text);
}

/* The solutions of all chapters: the laboratory may call any of them. */
static void add_all(struct archive *archive, const struct assignment *assignment)
{
    static const char *const sources[] = {"src/judge/*.[ch]", "src/lab/*.[ch]",
                                          "src/optim/*.[ch]", "src/run/*.[ch]",
                                          "src/tool/*.[ch]"};
    const struct workbook *workbook = assignment->workbook;
    add_script(archive, workbook, "setup.sh");
    add_script(archive, workbook, "run_autograder");
    add_assignment(archive, assignment);
    add_matching(archive, workbook, "Makefile");
    add_matching(archive, workbook, "LICENSE");
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        add_matching(archive, workbook, sources[i]);
    for (size_t i = 0; i < workbook->count; i++) {
        const char *chapter = workbook->exercises[i].chapter;
        if (i == 0 || strcmp(chapter, workbook->exercises[i - 1].chapter) != 0)
            add_chapter(archive, workbook, chapter);
    }
}

void export_autograder(FILE *file, const struct assignment *assignment)
{
    struct archive *archive = zip_begin(file);
    add_all(archive, assignment);
    zip_finish(archive);
}
