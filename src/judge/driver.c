/* driver.c: runs a case, and what cases share.
 *
 * The trace goes to descriptor 3, so that what the code under test prints cannot end up
 * in it. Run by hand, without that descriptor, a driver prints its trace. */
#include "judge/driver.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

void driver_scramble(void *object, size_t size)
{
    memset(object, 0xff, size); /* as a double, this is a NaN */
}

/* AddressSanitizer calls back at each malloc and free, if it is there. */
__attribute__((weak)) int __sanitizer_install_malloc_and_free_hooks(
    void (*on_malloc)(const volatile void *, size_t),
    void (*on_free)(const volatile void *));

/* The callbacks have no argument of ours. */
static size_t allocations, releases;

static void count_malloc(const volatile void *memory, size_t size)
{
    (void)memory;
    (void)size;
    allocations++;
}

static void count_free(const volatile void *memory)
{
    releases += memory != NULL;
}

size_t driver_allocations(void)
{
    return allocations;
}

size_t driver_overwritten(size_t n, const real *now, const real *before)
{
    size_t overwritten = 0;
    for (size_t i = 0; i < n; i++)
        overwritten += memcmp(&now[i], &before[i], sizeof *now) != 0;
    return overwritten;
}

/* What a method did that no step may do. */
struct offences {
    size_t overwritten, allocated;
};

enum { DIFFERENT = 1000 }; /* numbers of a gradient; then they begin again */

/* A gradient with nothing behind its last number. */
static real *new_gradient(size_t n)
{
    real *g = malloc(n * sizeof *g);
    if (!g)
        abort();
    return g;
}

/* One step along new numbers. */
static void step_watched(const struct driver_method *method, size_t n, real *theta,
                         real *g, struct offences *offences, struct rng *rng)
{
    real given[DIFFERENT];
    for (size_t i = 0; i < n; i++)
        g[i] = i < DIFFERENT ? (given[i] = 0.5 + rng_normal(rng)) : g[i - DIFFERENT];
    const size_t before = allocations;
    method->step(method->state, theta, g);
    offences->allocated += allocations - before;
    for (size_t i = 0; i < n; i++)
        offences->overwritten += memcmp(&g[i], &given[i % DIFFERENT], sizeof *g) != 0;
}

/* Two methods take turns; the second begins late. */
static void take_turns(FILE *trace, struct rng *rng, const struct driver_method *method,
                       const char *const *kept, struct offences *offences)
{
    enum { STEPS = 12, LATE = 4 };
    real theta[2][DRIVER_N], path[2][STEPS][DRIVER_N] = {{{0}}};
    real numbers[DRIVER_KEPT][STEPS];
    real *g = new_gradient(DRIVER_N);
    for (size_t i = 0; i < DRIVER_N; i++)
        theta[0][i] = theta[1][i] = 1;
    for (size_t t = 0; t < STEPS; t++)
        for (size_t k = 0; k < (t < LATE ? 1 : 2); k++) {
            step_watched(&method[k], DRIVER_N, theta[k], g, offences, rng);
            memcpy(path[k][t], theta[k], sizeof theta[k]);
            for (size_t i = 0; k == 0 && kept[i]; i++)
                numbers[i][t] = *method[k].kept[i];
        }
    free(g);
    trace_matrix(trace, "theta-of-the-early-one", STEPS, DRIVER_N, path[0][0]);
    trace_matrix(trace, "theta-of-the-late-one", STEPS - LATE, DRIVER_N, path[1][LATE]);
    for (size_t i = 0; kept[i]; i++)
        trace_column(trace, kept[i], STEPS, numbers[i]);
}

/* Two steps of many parameters, of which some are recorded. */
static void step_large(FILE *trace, struct rng *rng, const struct driver_method *method,
                       struct offences *offences)
{
    static const size_t places[] = {0, 1, 31, 64, 128, 1024, 65536, DRIVER_LARGE - 1};
    enum { PLACES = sizeof places / sizeof *places };
    real *theta = malloc(DRIVER_LARGE * sizeof *theta), some[PLACES];
    real *g = new_gradient(DRIVER_LARGE);
    if (!theta)
        abort();
    for (size_t i = 0; i < DRIVER_LARGE; i++)
        theta[i] = 1;
    step_watched(method, DRIVER_LARGE, theta, g, offences, rng);
    step_watched(method, DRIVER_LARGE, theta, g, offences, rng);
    for (size_t i = 0; i < PLACES; i++)
        some[i] = theta[places[i]];
    trace_column(trace, "some-of-100000-parameters", PLACES, some);
    free(g);
    free(theta);
}

void driver_contract(FILE *trace, struct rng *rng, const struct driver_method method[3],
                     const char *const *kept)
{
    struct offences offences = {0};
    take_turns(trace, rng, method, kept, &offences);
    step_large(trace, rng, &method[2], &offences);
    trace_number(trace, "numbers-of-the-gradient-overwritten",
                 (double)offences.overwritten);
    trace_number(trace, "allocations-in-steps", (double)offences.allocated);
}

static const struct driver_case *find_case(const char *name)
{
    for (const struct driver_case *c = driver_cases; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

int driver_usage(void)
{
    fprintf(stderr, "usage: driver CASE SEED, where CASE is one of:\n");
    for (const struct driver_case *c = driver_cases; c->name; c++)
        fprintf(stderr, "  %s\n", c->name);
    return 2;
}

FILE *driver_trace(void)
{
    static char printed[BUFSIZ]; /* stdout must not ask for memory of its own */
    bool has_descriptor = fcntl(DRIVER_TRACE_FD, F_GETFD) != -1;
    /* By lines, so that a crash does not lose what was printed before it. */
    setvbuf(stdout, printed, has_descriptor ? _IOLBF : _IOFBF, sizeof printed);
    if (__sanitizer_install_malloc_and_free_hooks)
        __sanitizer_install_malloc_and_free_hooks(count_malloc, count_free);
    return has_descriptor ? fdopen(DRIVER_TRACE_FD, "w") : stdout;
}

int driver_run(FILE *trace, const char *run, const char *seed)
{
    const struct driver_case *found = find_case(run);
    if (!found)
        return driver_usage();
    if (!trace)
        return 2;
    struct rng rng = rng_seed(strtoull(seed, NULL, 10));
    trace_begin(trace, found->name, strtoull(seed, NULL, 10));
    const size_t allocated = allocations, released = releases;
    found->run(trace, &rng);
    bool leaked = allocations - allocated > releases - released;
    trace_end(trace);
    if (ferror(trace))
        return 2;
    return leaked ? DRIVER_LEAK_EXIT_CODE : 0;
}
