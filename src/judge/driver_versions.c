/* driver_versions.c: main program of a driver of many versions, the known mistakes.
 *
 *     driver CASE SEED VERSION[,VERSION...]
 *
 * The versions write their traces one after another, until one does not end well. */
#include "judge/driver.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t driver_version;

static bool find_version(const char *name)
{
    for (driver_version = 0; driver_versions[driver_version]; driver_version++)
        if (strcmp(driver_versions[driver_version], name) == 0)
            return true;
    return false;
}

/* The variables of this program that keep their values, from the linker. */
extern char __data_start[], _end[];

static size_t variables_size(void)
{
    return (uintptr_t)_end - (uintptr_t)__data_start;
}

/* What one version has left behind, in variables and on the stack, shall not be found by
 * the next one: each begins as if it were the only one. */
__attribute__((noinline)) static void forget(const char *variables)
{
    char left[1 << 17];
    explicit_bzero(left, sizeof left);
    memcpy(__data_start, variables, variables_size());
}

int main(int argc, char **argv)
{
    driver_take_request(&argc, &argv);
    char *variables = malloc(variables_size());
    if (argc != 4 || !variables)
        return driver_usage();
    FILE *trace = driver_trace();
    memcpy(variables, __data_start, variables_size());
    int code = 0;
    char *rest = argv[3];
    for (char *name; !code && (name = strtok_r(rest, ",", &rest)); forget(variables))
        code = find_version(name) ? driver_run(trace, argv[1], argv[2]) : driver_usage();
    free(variables);
    return code;
}
