/* check_halton.c: what must be true of exercise 12.3.
 *
 * Rounding: a radical inverse of at most 31 digits adds up to 31 terms, each off by a few
 * u = 1.1e-16 of what the sum is. On a logarithmic scale an error of u in the exponent is
 * multiplied by log(3e4) = 10. */
#include "judge/judge.h"
#include <math.h>

enum { COUNT = 40, CUBED = 81 };

static const double rounding = 1e-13;

static void digits_are_mirrored(const struct trace *yours)
{
    const double *index = judge_values(yours, "index", COUNT);
    const double *u = judge_values(yours, "mirrored-digits", COUNT);
    for (size_t k = 0; k < COUNT; k++) {
        long left = (long)index[k], mirrored = 0, power = 1;
        for (; left > 0; left /= 10, power *= 10)
            mirrored = 10 * mirrored + left % 10;
        judge_close("a radical inverse in base 10", u[k],
                    (double)mirrored / (double)power, 1e-12);
    }
}

/* The part of [0, 1) that u lies in; on a border rounding may say the one before. */
static size_t part_of(double u, size_t parts)
{
    const double place = u * (double)parts + 1e-9;
    return place < 0 ? parts : (size_t)place;
}

/* Of 64 points in a row, beginning at a multiple of 64, each 64th of the first range has
 * one; and so for 81 and the second range. */
static void every_part_has_its_share(const struct trace *yours)
{
    const double *one = judge_values(yours, "from-1-to-16", CUBED);
    const double *two = judge_values(yours, "from-0-to-1", CUBED);
    size_t in_one[64] = {0}, in_two[CUBED] = {0};
    for (size_t k = 0; k < CUBED; k++) {
        const size_t p = part_of(log2(one[k]) / 4, 64), q = part_of(two[k], CUBED);
        if (k < 64 && (p >= 64 || in_one[p]++))
            judge_fail("of 64 points, two share a 64th of the range on the logarithmic "
                       "scale, or one lies outside: %.9g",
                       one[k]);
        if (q >= CUBED || in_two[q]++)
            judge_fail(
                "of 81 points, two share an 81st of the range on the linear scale, "
                "or one lies outside: %.9g",
                two[k]);
    }
}

const struct judge_test judge_tests[] = {
    {"radical inverses", 2, "inverses", rounding, 0, NULL},
    {"mirrored digits", 1, "digits", 0, 0, digits_are_mirrored},
    {"points of the square", 1, "points", rounding, 0, NULL},
    {"both scales", 2, "scales", 1e-12, 1e-13, NULL},
    {"every part of a range has its share", 1, "shares", rounding, rounding,
     every_part_has_its_share},
    {"sixteen numbers", 1, "all-dimensions", rounding, 0, NULL},
    {"the first point, the last, single numbers", 1, "edges", 1e-12, 0, NULL},
    {"ranges and sizes to refuse", 1, "invalid", 0, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
