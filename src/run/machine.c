/* machine.c: tries what a grading needs. */
#include "run/machine.h"
#include "run/run.h"

#include <stdio.h>
#include <string.h>

bool sandbox_works(char *why, size_t size)
{
    static const char *const nothing[] = {NULL};
    static const char *const argv[] = {"true", NULL};
    static const char *const env[] = {"PATH=/usr/bin:/bin", NULL};
    struct sandbox empty = {nothing, nothing, NULL};
    struct command command = {
        .argv = argv,
        .env = env,
        .limits = {.wall_seconds = 5,
                   .cpu_seconds = 5,
                   .memory_bytes = 1u << 28,
                   .output_bytes = 4096,
                   .trace_bytes = 1,
                   .file_bytes = 1},
        .confine = true,
        .sandbox = &empty,
    };
    struct run run;
    run_program(&run, &command);
    bool works = run.ending == ENDED_EXIT && run.code == 0;
    snprintf(why, size, "%.*s", (int)strcspn(run.output.bytes, "\n"), run.output.bytes);
    run_free(&run);
    return works;
}
