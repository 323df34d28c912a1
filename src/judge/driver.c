/* driver.c: main program of every driver.
 *
 * The trace goes to descriptor 3, so that what the code under test prints cannot end up
 * in it. Run by hand, without that descriptor, a driver prints its trace. */
#include "judge/driver.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

void driver_scramble(void *object, size_t size)
{
    memset(object, 0xff, size); /* as a double, this is a NaN */
}

static const struct driver_case *find_case(const char *name)
{
    for (const struct driver_case *c = driver_cases; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

static int usage(void)
{
    fprintf(stderr, "usage: driver CASE SEED, where CASE is one of:\n");
    for (const struct driver_case *c = driver_cases; c->name; c++)
        fprintf(stderr, "  %s\n", c->name);
    return 2;
}

int main(int argc, char **argv)
{
    const struct driver_case *found = argc == 3 ? find_case(argv[1]) : NULL;
    if (!found)
        return usage();
    uint64_t seed = strtoull(argv[2], NULL, 10);
    bool has_descriptor = fcntl(DRIVER_TRACE_FD, F_GETFD) != -1;
    if (has_descriptor) /* so that a crash does not lose what was printed before it */
        setvbuf(stdout, NULL, _IOLBF, 0);
    FILE *trace = has_descriptor ? fdopen(DRIVER_TRACE_FD, "w") : stdout;
    if (!trace)
        return 2;
    struct rng rng = rng_seed(seed);
    trace_begin(trace, found->name, seed);
    found->run(trace, &rng);
    trace_end(trace);
    return ferror(trace) ? 2 : 0;
}
