/* module.c: a live figure as a WebAssembly module, for docs/live/module.js.
 *
 * The page finds settings and results by their names, once, and then reads and writes the
 * numbers where they lie.
 *
 * Memory is an arena that is empty again before each run: a figure allocates as any
 * program does, and no run can grow what the page holds. */
#include "lab/figure.h"
#include "live.h"

#include <stdint.h>
#include <string.h>

#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(#name)))
#else
#define EXPORT(name)
#endif

enum { ARENA = 4 << 20, ALIGNMENT = 16 };

static _Alignas(ALIGNMENT) unsigned char arena[ARENA];
static size_t taken, last; /* bytes in use, and where the last block begins */

void *malloc(size_t size)
{
    const size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (rounded < size || rounded > ARENA - taken)
        return NULL;
    last = taken;
    taken += rounded;
    return arena + last;
}

void *calloc(size_t count, size_t size)
{
    if (size && count > ARENA / size)
        return NULL;
    void *memory = malloc(count * size);
    return memory ? memset(memory, 0, count * size) : NULL;
}

/* The last block is given back at once: what a step takes for itself. */
void free(void *memory)
{
    if (memory == arena + last)
        taken = last;
}

/* What a setting within its bounds cannot cause; the page shows the printed figure then.
 * */
void figure_fail(const char *why)
{
    (void)why;
    __builtin_trap();
}

EXPORT(setting_name) const char *setting_name(size_t i)
{
    return live_settings[i].name;
}

EXPORT(setting) double *setting(size_t i)
{
    return &live_settings[i].value;
}

EXPORT(result_name) const char *result_name(size_t i)
{
    return live_results[i].name;
}

EXPORT(result) const double *result(size_t i)
{
    return live_results[i].values;
}

EXPORT(result_size) size_t result_size(size_t i)
{
    return live_results[i].size;
}

EXPORT(run) void run_module(void)
{
    taken = last = 0;
    live_run();
}
