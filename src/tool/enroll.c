/* enroll.c: what is assigned, who has handed in, and where the results go. */
#include "tool/enroll.h"
#include "judge/text.h"
#include "tool/files.h"
#include "tool/results.h"

#include <error.h>
#include <stdlib.h>
#include <string.h>

/* The folder's name, if it can be an assignment's. */
static char *class_name(const char *folder)
{
    enum { LONGEST = 60 };
    char *path = realpath(folder, NULL), *slash = path ? strrchr(path, '/') : NULL;
    char *name = strdup(slash && slash[1] && slash[1] != '.' ? slash + 1 : "class");
    text_clean(name, strlen(name));
    if (strlen(name) > LONGEST || strpbrk(name, "\n\t"))
        strcpy(name, "class");
    free(path);
    return name;
}

void enroll_assign(struct course *course, const struct context *context, const char *path)
{
    const struct workbook *workbook = &context->workbook;
    char *const *words = context->words + 1;
    if (context->word_count == 0)
        error(EXIT_USAGE, 0, "name the folder of the submissions");
    size_t count = context->word_count - 1;
    if (path && count > 0)
        error(EXIT_USAGE, 0, "name exercises or an assignment, not both");
    if (path) {
        char *problem = assignment_read(&course->assignment, workbook, path);
        if (problem)
            error(EXIT_USAGE, 0, "%s", problem);
    } else {
        char *name = class_name(context->words[0]);
        assignment_choose(&course->assignment, workbook, name, words, count);
        free(name);
    }
}

/* No submission has a chapter's name. */
void enroll_students(struct course *course, const struct context *context)
{
    const struct workbook *workbook = &context->workbook;
    char **chapters = calloc(workbook->count, sizeof *chapters);
    if (!chapters)
        error(EXIT_USAGE, 0, "out of memory");
    for (size_t i = 0; i < workbook->count; i++)
        chapters[i] = workbook->exercises[i].chapter;
    roster_read(&course->roster, context->words[0], chapters, workbook->count);
    free(chapters);
}

void enroll_results(struct course *course, const char *path)
{
    results_open(path);
    char *real = realpath(path, NULL);
    const char *folder = course->roster.folder;
    size_t length = strlen(folder);
    if (real && strncmp(real, folder, length) == 0 && strchr("/", real[length]))
        error(EXIT_USAGE, 0, "the results must not lie in the folder of the submissions");
    free(real);
    course->results = path;
}
