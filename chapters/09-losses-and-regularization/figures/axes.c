/* axes.c: which activations are normalized together, from the library's own sets. */
#include "optim/normalize.h"
#include "shared.h"

enum { SAMPLES = 4, CHANNELS = 6, SPACE = 3, ALL = SAMPLES * CHANNELS * SPACE };

/* Row: sample; column: channel and place; the set that each belongs to. */
static void write_sets(const char *directory, const char *name, struct norm_sets sets)
{
    size_t set[ALL];
    FILE *file = figure_open(directory, name);
    for (size_t k = 0; k < sets.count; k++)
        for (size_t r = 0; r < sets.runs; r++)
            for (size_t i = 0; i < sets.run; i++)
                set[k * sets.first + r * sets.stride + i] = k;
    fprintf(file, "# column, row, set\n");
    for (size_t i = 0; i < ALL; i++)
        fprintf(file, "%zu %zu %zu\n", i % (CHANNELS * SPACE), i / (CHANNELS * SPACE),
                set[i]);
    figure_close(file);
}

void experiment(const char *directory, FILE *facts)
{
    (void)facts;
    const struct norm_shape shape = {SAMPLES, CHANNELS, SPACE};
    static const char *const names[3] = {"axes-layer.dat", "axes-group.dat",
                                         "axes-instance.dat"};
    static const size_t groups[3] = {1, 2, CHANNELS};
    write_sets(directory, "axes-batch.dat", norm_over_batch(shape));
    for (int k = 0; k < 3; k++) {
        struct norm_sets sets;
        require(norm_over_groups(shape, groups[k], &sets));
        write_sets(directory, names[k], sets);
    }
}
