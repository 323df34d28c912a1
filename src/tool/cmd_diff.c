/* cmd_diff.c: descent diff ID */
#include "tool/files.h"
#include "tool/progress.h"
#include "tool/terminal.h"
#include "tool/tool.h"

#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Writes the code of a file, without its header comment and the solution's marks, so that
 * only what the student and the reference wrote is compared. */
static void write_code(const char *path, const char *to)
{
    char *text = file_read(path);
    if (!text)
        error(EXIT_USAGE, errno, "cannot read %s", path);
    char *code;
    size_t size;
    FILE *file = open_memstream(&code, &size);
    const char *line = text;
    if (strncmp(text, "/**", 3) == 0 && strstr(text, "*/"))
        line = strstr(text, "*/") + 2;
    line += *line == '\n';
    while (*line) {
        size_t length = strcspn(line, "\n") + 1;
        const char *mark = line + strspn(line, " ");
        if (strncmp(mark, "// BEGIN SOLUTION", 17) != 0 &&
            strncmp(mark, "// END SOLUTION", 15) != 0)
            fprintf(file, "%.*s", (int)length, line);
        line += line[length - 1] ? length : length - 1;
    }
    fclose(file);
    file_write(to, code);
    free(code);
    free(text);
}

enum { TWO_COLUMNS = 120 }; /* a terminal in which two versions fit side by side */

/* Runs diff: side by side, or one below the other where the terminal is too narrow. */
static int show(const struct context *context, const char *yours, const char *reference)
{
    size_t columns = terminal_width(160);
    bool beside = columns >= TWO_COLUMNS;
    char *width = text_format("--width=%zu", columns);
    const char *color = context->color ? "--color=always" : "--color=never";
    puts(beside ? "Yours on the left, the reference on the right.\n"
                : "Lines with - are yours, lines with + the reference's.\n");
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        if (beside)
            execlp("diff", "diff", "--side-by-side", "--expand-tabs", color, width, yours,
                   reference, NULL);
        else
            execlp("diff", "diff", "--unified=9999", "--label=yours", "--label=reference",
                   color, yours, reference, NULL);
        error(EXIT_USAGE, errno, "cannot run diff");
    }
    int wait_status;
    waitpid(pid, &wait_status, 0);
    free(width);
    return WIFEXITED(wait_status) && WEXITSTATUS(wait_status) < 2 ? 0 : EXIT_USAGE;
}

int cmd_diff(struct context *context, int argc, char **argv)
{
    parse_arguments(context, argc, argv, "ID",
                    "Show the reference beside your version, once yours passes.", NULL,
                    NULL);
    const struct workbook *workbook = &context->workbook;
    const struct exercise *e =
        workbook_choose_one(workbook, context->words, context->word_count);
    if (!workbook->has_solutions)
        error(EXIT_USAGE, 0, "this workbook has no solutions to show");
    json_t *record = progress_now(workbook, e);
    bool passed = report_passed(record);
    json_decref(record);
    if (!passed) {
        printf("Exercise %s does not pass yet. The reference is shown once it does; "
               "a hint may help: build/descent hint %s\n",
               e->id, e->id);
        return 1;
    }
    char *yours = text_format("%s/build/progress/%s-yours.c", workbook->root, e->id);
    char *theirs = text_format("%s/build/progress/%s-reference.c", workbook->root, e->id);
    char *submission = workbook_submission(workbook, e, NULL);
    char *reference = workbook_reference(workbook, e);
    write_code(submission, yours);
    write_code(reference, theirs);
    int code = show(context, yours, theirs);
    unlink(yours);
    unlink(theirs);
    free(reference);
    free(submission);
    free(theirs);
    free(yours);
    return code;
}
