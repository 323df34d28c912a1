/* cause.c: looks for calls of other exercises in a submission's text. */
#include "tool/cause.h"
#include "tool/files.h"
#include "tool/progress.h"
#include "tool/report.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Whether a call of the function whose name ends before `end` of a header occurs in the
 * text. */
static bool is_called(const char *text, const char *start, const char *end)
{
    size_t length = (size_t)(end - start);
    char *name = text_format("%.*s", (int)length, start);
    bool found = false;
    for (const char *at = text; !found && (at = strstr(at, name)); at += length) {
        char before = at > text ? at[-1] : ' ';
        found = !isalnum((unsigned char)before) && before != '_' &&
                at[length + strspn(at + length, " ")] == '(';
    }
    free(name);
    return found;
}

/* Whether the text calls a function that the exercise's header declares. */
static bool calls(const char *text, const struct workbook *workbook,
                  const struct exercise *need)
{
    char *path = text_format("%s/src/optim/%s.h", workbook->root, need->name);
    char *header = file_read(path);
    bool found = false;
    const char *at = header;
    while (at && !found && (at = strchr(at, '('))) {
        const char *start = at;
        while (start > header && (isalnum((unsigned char)start[-1]) || start[-1] == '_'))
            start--;
        found = start < at && is_called(text, start, at);
        at++;
    }
    free(header);
    free(path);
    return found;
}

/* Whether an exercise is known not to pass: by this grading, or by an earlier one. */
static bool fails(const struct grading *grading, const json_t *exercises,
                  const struct exercise *e)
{
    for (size_t i = 0; i < json_array_size(exercises); i++) {
        const json_t *one = json_array_get(exercises, i);
        const char *id = json_string_value(json_object_get(one, "id"));
        if (id && strcmp(id, e->id) == 0)
            return !report_passed(one);
    }
    if (grading->folder)
        return false;
    json_t *record = progress_now(grading->workbook, e);
    bool passed = report_passed(record);
    json_decref(record);
    return !passed;
}

const struct exercise *cause_of(const struct grading *grading, const json_t *exercises,
                                const struct exercise *e)
{
    const struct exercise *cause = NULL;
    char *path = workbook_submission(grading->workbook, e, grading->folder);
    char *text = file_read(path);
    for (size_t i = 0; text && i < e->needs_count && !cause; i++) {
        const struct exercise *need = workbook_find(grading->workbook, e->needs[i]);
        if (need && calls(text, grading->workbook, need) &&
            fails(grading, exercises, need))
            cause = need;
    }
    free(text);
    free(path);
    return cause;
}
