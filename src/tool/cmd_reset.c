/* cmd_reset.c: descent reset ID... */
#include "tool/files.h"
#include "tool/tool.h"

#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Renames without replacing. Some file systems cannot promise that; for them we look. */
static bool rename_to_new(const char *from, const char *to)
{
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return true;
    return errno == EINVAL && !file_exists(to) && rename(from, to) == 0;
}

/* Moves a file to the first of FILE.bak, FILE.bak.2, FILE.bak.3 … that does not exist.
 * Returns that name, to be freed. */
static char *keep_backup(const char *path)
{
    char *backup = text_format("%s.bak", path);
    for (int n = 2; !rename_to_new(path, backup); n++) {
        int reason = errno;
        if (reason != EEXIST && !file_exists(backup))
            error(EXIT_USAGE, reason, "cannot keep your version as %s", backup);
        free(backup);
        backup = text_format("%s.bak.%d", path, n);
    }
    return backup;
}

static void reset(const struct workbook *workbook, const struct exercise *exercise)
{
    char *stub = workbook_stub(workbook, exercise);
    char *path = workbook_submission(workbook, exercise, NULL);
    const char *shown = path + strlen(workbook->root) + 1;
    char *yours = file_read(path);
    if (yours && strcmp(yours, stub) == 0) {
        printf("%s is a fresh stub already.\n", shown);
    } else {
        if (file_exists(path)) {
            char *backup = keep_backup(path);
            printf("Your version is kept as %s\n", backup + strlen(workbook->root) + 1);
            free(backup);
        }
        file_write(path, stub);
        printf("%s is a fresh stub now.\n", shown);
    }
    free(yours);
    free(path);
    free(stub);
}

int cmd_reset(struct context *context, int argc, char **argv)
{
    parse_arguments(context, argc, argv, "ID...",
                    "Start exercises, or the exercises of a chapter, afresh. Your "
                    "versions are kept beside the new stubs, under names that end in "
                    ".bak.",
                    NULL, NULL);
    const struct workbook *workbook = &context->workbook;
    if (context->word_count == 0)
        error(EXIT_USAGE, 0, "name the exercises to start afresh, such as %s",
              workbook->exercises[0].id);
    const struct exercise **chosen = calloc(workbook->count, sizeof *chosen);
    if (!chosen)
        error(EXIT_USAGE, 0, "out of memory");
    size_t count = workbook_choose(chosen, workbook, context->words, context->word_count);
    for (size_t i = 0; i < count; i++)
        reset(workbook, chosen[i]);
    free(chosen);
    return 0;
}
