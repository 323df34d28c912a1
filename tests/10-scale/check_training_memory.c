/* check_training_memory.c: what must be true of exercise 10.6.
 *
 * Bytes are sums and products of whole numbers; a quotient has one rounding. */
#include "judge/judge.h"

#include <math.h>

enum { SIZES = 8 };

static const double rounding = 1e-14;

/* 16, 4 + 12/N, 2 + 14/N, 16/N bytes a parameter. */
static void as_in_the_paper(const struct trace *yours)
{
    static const char *const names[4] = {"kept", "kept-1", "kept-2", "kept-3"};
    static const double whole[4] = {16, 4, 2, 0}, shared[4] = {0, 12, 14, 16};
    const double *processes = judge_values(yours, "processes", SIZES);
    for (size_t stage = 0; stage < 4; stage++) {
        const double *kept = judge_values(yours, names[stage], SIZES);
        for (size_t k = 0; k < SIZES; k++) {
            const double expected = whole[stage] + shared[stage] / processes[k];
            if (!(fabs(kept[k] - expected) <= 1e-12))
                judge_fail("stage %zu, %g processes: mixed-precision Adam takes %.9g "
                           "bytes a parameter; yours is %.9g",
                           stage, processes[k], expected, kept[k]);
        }
    }
}

const struct judge_test judge_tests[] = {
    {"mixed-precision Adam in all stages", 3, "stages", rounding, 0, as_in_the_paper},
    {"what does not divide", 3, "uneven", rounding, 0, NULL},
    {"no parameters, one process, a million", 1, "edges", rounding, 0, NULL},
    {"bytes a parameter of each optimizer", 2, "plans", rounding, 0, NULL},
    {"bad arguments", 1, "refused", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
