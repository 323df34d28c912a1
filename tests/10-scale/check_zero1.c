/* check_zero1.c: what must be true of exercise 10.7.
 *
 * Rounding: the arithmetic is Adam's of exercise 3.2, on a mean of up to 8 numbers whose
 * order is given: 1e-12. The bytes that are sent are whole numbers. */
#include "judge/judge.h"

#include <math.h>

enum { T = 50, N = 12 };

static const double rounding = 1e-12;

/* Bit for bit: what the ranks have are copies. */
static void ranks_agree(const struct trace *yours)
{
    const double *first = judge_values(yours, "theta-of-rank-0", T * N);
    const double *last = judge_values(yours, "theta-of-the-last-rank", T * N);
    for (size_t i = 0; i < T * N; i++)
        if (first[i] != last[i])
            judge_fail(
                "t %zu, theta[%zu]: rank 0 has %.17g, the last rank %.17g; after a "
                "step all have the same",
                i / N + 1, i % N, first[i], last[i]);
}

/* 2 (N-1) parts of 3 numbers of 8 bytes in each step. */
static void sends_no_more(const struct trace *yours)
{
    const double sent = *judge_values(yours, "bytes-sent", 1);
    ranks_agree(yours);
    if (sent != T * 2 * 3 * 3 * 8)
        judge_fail(
            "four ranks, 12 parameters, 50 steps: each rank sends 2 · 3 parts of 3 "
            "numbers a step, %d bytes; yours sent %.0f",
            T * 2 * 3 * 3 * 8, sent);
}

const struct judge_test judge_tests[] = {
    {"four ranks: parameters, averages, bytes sent", 3, "four", rounding, rounding,
     sends_no_more},
    {"two ranks", 2, "two", rounding, rounding, ranks_agree},
    {"eight ranks with a parameter each", 1, "eight", rounding, rounding, NULL},
    {"one rank, which sends nothing", 1, "alone", rounding, rounding, NULL},
    {"parameters that do not divide", 2, "uneven", rounding, rounding, NULL},
    {"one process that plays one rank", 2, "one-process", rounding, rounding, NULL},
    {"down a valley", 2, "valley", rounding, rounding, NULL},
    {"two groups that take turns; nothing allocated; 100,000 parameters", 2, "contract",
     rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
