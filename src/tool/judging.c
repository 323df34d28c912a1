/* judging.c: runs the judge of an exercise. */
#include "tool/judging.h"
#include "run/run.h"
#include "tool/files.h"

#include <error.h>
#include <stdlib.h>
#include <string.h>

static const struct limits judge_limits = {
    .wall_seconds = 600,
    .cpu_seconds = 120,
    .memory_bytes = (size_t)4 << 30,
    .output_bytes = 8 << 20,
    .trace_bytes = 1,
    .file_bytes = 8 << 20, /* a record */
};

enum { MAX_WORDS = 32 };

char *judge_run(const struct workbook *workbook, const struct exercise *e,
                const char *const *options)
{
    static const char *const env[] = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", NULL};
    char *judge =
        text_format("%s/build/judge/%s/%s", workbook->root, e->chapter, e->name);
    const char *argv[MAX_WORDS] = {judge};
    for (size_t i = 0; options[i] && i + 2 < MAX_WORDS; i++)
        argv[i + 1] = options[i];
    struct command command = {.argv = argv, .env = env, .limits = judge_limits};
    struct run run;
    run_program(&run, &command);
    bool works = run.ending == ENDED_EXIT && run.code == 0;
    if (!works && run.ending != ENDED_INTERRUPTED)
        error(EXIT_USAGE, 0, "the judge of exercise %s does not work: %s", e->id,
              *run.output.bytes ? run.output.bytes : "it gave no reason");
    char *output = works ? strdup(run.output.bytes) : NULL;
    run_free(&run);
    free(judge);
    return output;
}
