/* check_l2_decay.c: what must be true of exercise 6.1.
 *
 * Rounding: the conversions are a product and a quotient or two, 3 u = 3e-16 with u =
 * 1.1e-16. The half-life is a quotient of two logarithms, good to a few u; the header
 * allows 1e-12. Its argument w = ηλ carries u more, which log1p multiplies by w/(1-w) /
 * -log(1-w): below 200 for the w ≤ 0.999 of these cases. */
#include "judge/judge.h"

#include <math.h>

enum { N = 12, T = 40, TINY = 13, PLOTTED = 60 };

static const double rounding = 1e-12;
static const char *const pairs[2][2] = {{"half-times-lr", "half-alone"},
                                        {"plain-times-lr", "plain-alone"}};
static const char *const words[2][2] = {
    {"λ/2 ‖θ‖² and a decay times lr", "λ/2 ‖θ‖² and a decay alone"},
    {"λ ‖θ‖² and a decay times lr", "λ ‖θ‖² and a decay alone"}};

/* The walks contract, and their errors of a few u a step with them. */
static void paths_coincide(const struct trace *yours)
{
    for (size_t i = 0; i < 4; i++) {
        size_t f = i / 2, d = i % 2;
        const double *penalty =
            judge_values(yours, f == 0 ? "penalty-half" : "penalty-plain", T);
        const double *path = judge_values(yours, pairs[f][d], T);
        for (size_t t = 0; t < T; t++)
            if (!(fabs(path[t] - penalty[t]) <= 1e-11))
                judge_fail("%s, t %zu: with the penalty theta is %.9g, with your decay "
                           "%.9g",
                           words[f][d], t + 1, penalty[t], path[t]);
    }
}

static void back_where_it_began(const struct trace *yours)
{
    const double *l2 = judge_values(yours, "l2", N);
    for (size_t i = 0; i < 4 * N; i++) {
        size_t f = i / N / 2, d = i / N % 2;
        double again = judge_values(yours, pairs[f][d], N)[i % N];
        if (!(fabs(again - l2[i % N]) <= rounding * l2[i % N]))
            judge_fail("%s: λ = %.9g comes back as %.9g", words[f][d], l2[i % N], again);
    }
}

/* The half-life is a positive number between the two whole numbers of steps. Counted
 * steps err by u each, 250 of them at most. */
static void halved_in_time(const struct trace *yours)
{
    const double *steps = judge_values(yours, "steps", N);
    const double *before = judge_values(yours, "left-one-step-before", N);
    const double *left = judge_values(yours, "left", N);
    for (size_t i = 0; i < N; i++)
        if (!(before[i] > 0.5 - 1e-11 && left[i] <= 0.5 + 1e-11))
            judge_fail("you say %.9g steps; after that many, rounded up, %.9g of the "
                       "parameter is left, and %.9g one step earlier",
                       steps[i], left[i], before[i]);
}

/* n = -log 2 / log(1 - w) = log 2 / w - log 2 / 2 + O(w): with w below 2e-10 the third
 * term is below 1e-10 of one step, and one step below 1e-9 of all. */
static void half_life_of_little(const struct trace *yours)
{
    const double *decay = judge_values(yours, "decay", TINY);
    const double *steps = judge_values(yours, "steps", TINY);
    for (size_t i = 2; i < TINY; i++)
        judge_close("the half-life times the decay", steps[i] * decay[i],
                    log(2) * (1 - decay[i] / 2), rounding);
}

/* Alone, the decay does not know the learning rate. Times lr, ten times the rate is ten
 * times the decay. */
static void only_one_knows_lr(const struct trace *yours)
{
    const double *lr = judge_values(yours, "lr", PLOTTED);
    const double *steps = judge_values(yours, "steps", PLOTTED);
    const double *alone = judge_values(yours, "steps-alone", PLOTTED);
    for (size_t i = 1; i < PLOTTED; i++) {
        if (!(fabs(alone[i] - alone[0]) <= rounding * alone[0]))
            judge_fail("a decay that stands alone takes %.9g steps at lr %.6g but %.9g "
                       "at lr %.6g",
                       alone[0], lr[0], alone[i], lr[i]);
        if (!(steps[i] < steps[i - 1]))
            judge_fail("a decay times lr must be faster at lr %.6g than at lr %.6g, but "
                       "you say %.9g steps after %.9g",
                       lr[i], lr[i - 1], steps[i], steps[i - 1]);
    }
}

const struct judge_test judge_tests[] = {
    {"from a penalty to a decay", 1, "there", rounding, 0, NULL},
    {"from a decay to a penalty", 1, "back", rounding, 0, NULL},
    {"there and back again", 1, "round-trip", rounding, 0, back_where_it_began},
    {"gradient descent takes the same steps", 2, "same-path", rounding, rounding,
     paths_coincide},
    {"half-lives over the learning rate", 1, "halving", rounding, 0, only_one_knows_lr},
    {"half is left after a half-life", 1, "counted", rounding, 0, halved_in_time},
    {"half-lives of tiny decays", 1, "tiny", rounding, 0, half_life_of_little},
    {"no penalty, huge and tiny numbers", 1, "edges", rounding, 0, NULL},
    {"arguments out of range are refused", 1, "invalid", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
