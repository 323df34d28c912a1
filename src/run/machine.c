/* machine.c: tries what a grading needs. */
#include "run/machine.h"
#include "run/run.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

bool sandbox_works(char *why, size_t size)
{
    static const char *const nothing[] = {NULL};
    const char *program = access("/usr/bin/true", X_OK) ? "/bin/true" : "/usr/bin/true";
    const char *const argv[] = {program, NULL}, *const seen[] = {program, NULL};
    static const char *const env[] = {"PATH=/usr/bin:/bin", NULL};
    struct sandbox empty = {seen, nothing, NULL};
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

bool machine_has_room(char *why, size_t size)
{
    /* AddressSanitizer reserves terabytes of addresses; the rest is what a compiler and
     * a driver may use. */
    static const struct {
        __rlimit_resource_t resource;
        rlim_t least;
        const char *name;
    } needs[] = {
        {RLIMIT_AS, (rlim_t)1 << 45, "address space (ulimit -v)"},
        {RLIMIT_DATA, (rlim_t)2 << 30, "data (ulimit -d)"},
        {RLIMIT_FSIZE, 64u << 20, "file size (ulimit -f)"},
        {RLIMIT_STACK, 8u << 20, "stack (ulimit -s)"},
        {RLIMIT_NOFILE, 64, "open files (ulimit -n)"},
        {RLIMIT_CPU, 60, "computing time (ulimit -t)"},
    };
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++) {
        struct rlimit set;
        if (getrlimit(needs[i].resource, &set) || set.rlim_cur >= needs[i].least)
            continue;
        snprintf(why, size, "the limit on %s is too low to grade under; raise it",
                 needs[i].name);
        return false;
    }
    return true;
}
