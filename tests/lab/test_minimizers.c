/* test_minimizers.c: the methods of chapter 5 in their loop: known minima, the test
 * problems beside other libraries, and an answer for all that can go wrong. */
#include "lab/logistic_hessian.h"
#include "lab/mgh.h"
#include "lab/nist.h"
#include "optim/bfgs.h"
#include "optim/bfgs_update.h"
#include "optim/lbfgs.h"
#include "optim/newton.h"
#include "optim/newton_cg.h"
#include "suite.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { MAX_N = 100, MOST = 20000 };

/* --- Problems of two parameters ---------------------------------------------------- */

/* ½ (x² + 10 y²), with what may be wrong about it. */
struct bowl {
    real steepness;   /* 10, or below 0 for a saddle */
    bool wrong;       /* the gradient has the wrong sign */
    real edge;        /* beyond |x| = edge it is not a number; 0: nowhere */
    size_t evaluated; /* times */
};

static real bowl(size_t n, const real *theta, real *g, void *context)
{
    struct bowl *self = context;
    (void)n;
    self->evaluated++;
    g[0] = self->wrong ? -theta[0] : theta[0];
    g[1] = (self->wrong ? -1 : 1) * self->steepness * theta[1];
    if (self->edge > 0 && fabs(theta[0]) > self->edge)
        return (real)NAN;
    return (theta[0] * theta[0] + self->steepness * theta[1] * theta[1]) / 2;
}

static void bowl_hessian(size_t n, const real *theta, real *h, void *context)
{
    const struct bowl *self = context;
    (void)n, (void)theta;
    h[0] = 1;
    h[1] = h[2] = 0;
    h[3] = self->steepness;
}

static void bowl_times(size_t n, const real *theta, const real *v, real *hv,
                       void *context)
{
    const struct bowl *self = context;
    (void)n, (void)theta;
    hv[0] = v[0];
    hv[1] = self->steepness * v[1];
}

static struct minimizer start(struct bowl *context, struct direction direction,
                              real *theta)
{
    struct minimizer minimizer;
    ck_assert_int_eq(minimizer_init(&minimizer, 2, bowl, context, direction, theta,
                                    minimizer_defaults()),
                     DESCENT_OK);
    return minimizer;
}

START_TEST(every_method_finds_the_minimum_of_a_bowl)
{
    struct bowl context = {.steepness = 10};
    struct bfgs bfgs;
    struct curvature_pairs pairs;
    struct damped_newton newton;
    struct newton_cg cg;
    size_t n = 2;
    ck_assert_int_eq(bfgs_init(&bfgs, 2), DESCENT_OK);
    ck_assert_int_eq(curvature_pairs_init(&pairs, 2, 5), DESCENT_OK);
    ck_assert_int_eq(newton_init(&newton, 2, bowl_hessian, &context), DESCENT_OK);
    ck_assert_int_eq(newton_cg_init(&cg, 2, bowl_times, &context), DESCENT_OK);
    const struct direction directions[] = {steepest_direction(&n), bfgs_method(&bfgs),
                                           lbfgs_method(&pairs), newton_method(&newton),
                                           newton_cg_method(&cg)};
    for (size_t k = 0; k < 5; k++) {
        real theta[2] = {3, -2};
        struct minimizer minimizer = start(&context, directions[k], theta);
        ck_assert_int_eq(minimizer_run(&minimizer, 500), MINIMIZER_CONVERGED);
        ck_assert(fabs(theta[0]) <= 1e-8 && fabs(theta[1]) <= 1e-9);
        ck_assert_uint_eq(minimizer.resets, 0);
        if (k == 3)
            ck_assert_uint_eq(minimizer.steps, 1);
        minimizer_free(&minimizer);
        minimizer_free(&minimizer);
    }
    bfgs_free(&bfgs), bfgs_free(&bfgs);
    curvature_pairs_free(&pairs), curvature_pairs_free(&pairs);
    newton_free(&newton), newton_free(&newton);
    newton_cg_free(&cg), newton_cg_free(&cg);
}
END_TEST

/* --- What can go wrong ------------------------------------------------------------- */

/* What an objective of one parameter says, call by call, wherever it is asked. */
struct script {
    real value[3], gradient[3];
    size_t calls;
};

static real recite(size_t n, const real *theta, real *g, void *context)
{
    struct script *script = context;
    (void)n, (void)theta;
    g[0] = script->gradient[script->calls];
    return script->value[script->calls++];
}

static struct minimizer start_script(struct script *script, real *theta)
{
    static size_t one = 1;
    struct minimizer minimizer;
    ck_assert_int_eq(minimizer_init(&minimizer, 1, recite, script,
                                    steepest_direction(&one), theta,
                                    minimizer_defaults()),
                     DESCENT_OK);
    return minimizer;
}

START_TEST(a_start_that_is_not_finite)
{
    const real bad[] = {(real)NAN, (real)INFINITY};
    for (size_t k = 0; k < 4; k++) {
        struct script script = {.value = {k < 2 ? bad[k] : 0},
                                .gradient = {k < 2 ? 0 : bad[k - 2]}};
        real theta = 1;
        struct minimizer minimizer = start_script(&script, &theta);
        ck_assert_int_eq(minimizer.status, MINIMIZER_INVALID);
        ck_assert_int_eq(minimizer_step(&minimizer), MINIMIZER_INVALID);
        ck_assert_uint_eq(script.calls, 1);
        ck_assert(theta == 1);
        minimizer_free(&minimizer);
    }
}
END_TEST

START_TEST(a_gradient_as_small_as_asked_for)
{
    const real tolerance = minimizer_defaults().tolerance;
    struct script at_once = {.gradient = {-tolerance}};
    struct script later = {.value = {0, -1}, .gradient = {1, tolerance}};
    real theta = 1;
    struct minimizer minimizer = start_script(&at_once, &theta);
    ck_assert_int_eq(minimizer_run(&minimizer, 5), MINIMIZER_CONVERGED);
    ck_assert_uint_eq(minimizer.steps, 0);
    minimizer_free(&minimizer);
    minimizer = start_script(&later, &theta);
    ck_assert_int_eq(minimizer_run(&minimizer, 5), MINIMIZER_CONVERGED);
    ck_assert_uint_eq(minimizer.steps, 1);
    minimizer_free(&minimizer);
}
END_TEST

/* A step that would change the value as much as the last one did has no finite length. */
START_TEST(a_slope_that_collapses)
{
    if (sizeof(real) != sizeof(double))
        return;
    struct script script = {.value = {0, (real)-1e150, (real)-2e150},
                            .gradient = {(real)1e150, (real)1e-150, 0}};
    real theta = 1;
    struct minimizer minimizer = start_script(&script, &theta);
    minimizer.config.tolerance = 0;
    ck_assert_int_eq(minimizer_run(&minimizer, 2), MINIMIZER_CONVERGED);
    ck_assert_uint_eq(script.calls, 3);
    minimizer_free(&minimizer);
}
END_TEST

/* The search looks beyond a good step, and has no evaluation left to come back. */
START_TEST(a_search_that_gives_up_leaves_its_best_step)
{
    struct bowl context = {.steepness = 10};
    real theta[2] = {3, -2}, g[2];
    size_t n = 2;
    struct minimizer minimizer = start(&context, steepest_direction(&n), theta);
    minimizer.config.search.evaluations = 2;
    minimizer.config.search.c2 = (real)0.1;
    ck_assert_int_eq(minimizer_step(&minimizer), MINIMIZER_RUNNING);
    ck_assert(minimizer.value == bowl(2, theta, g, &context));
    ck_assert(minimizer.g[0] == g[0] && minimizer.g[1] == g[1]);
    ck_assert_uint_eq(minimizer.evaluations, 4);
    minimizer_free(&minimizer);
}
END_TEST

START_TEST(a_wrong_gradient_is_noticed)
{
    struct bowl context = {.steepness = 10, .wrong = true};
    struct curvature_pairs pairs;
    real theta[2] = {3, -2};
    ck_assert_int_eq(curvature_pairs_init(&pairs, 2, 5), DESCENT_OK);
    struct minimizer minimizer = start(&context, lbfgs_method(&pairs), theta);
    ck_assert_int_eq(minimizer_run(&minimizer, 50), MINIMIZER_STUCK);
    ck_assert(theta[0] == 3 && theta[1] == -2);
    minimizer_free(&minimizer);
    curvature_pairs_free(&pairs);
}
END_TEST

/* A direction that points wherever a test wants it to, and what it says of it; how often
 * it was told to forget. */
static real pointed[2];
static enum direction_scale said;
static size_t forgotten;

static enum direction_scale point(void *state, const real *theta, const real *g, real *d)
{
    (void)state, (void)theta, (void)g;
    memcpy(d, pointed, sizeof pointed);
    return said;
}

static void forget(void *state)
{
    (void)state;
    forgotten++;
}

/* One step from (3, -2) in the bowl. */
static struct minimizer first_step(struct bowl *context, struct direction direction,
                                   real *theta)
{
    theta[0] = 3, theta[1] = -2;
    struct minimizer minimizer = start(context, direction, theta);
    ck_assert_int_eq(minimizer_step(&minimizer), MINIMIZER_RUNNING);
    return minimizer;
}

/* Uphill, across, not finite, or there is none: the step is that of gradient descent, and
 * costs no evaluation more. */
START_TEST(directions_that_do_not_lead_down_are_replaced)
{
    const real tried[][2] = {{1, -1}, {(real)NAN, 0}, {-(real)INFINITY, 0},
                             {0, 0},  {20, 3},        {-1, 1}};
    struct bowl context = {.steepness = 10};
    real theta[2], steepest_theta[2];
    size_t n = 2;
    struct minimizer steepest =
        first_step(&context, steepest_direction(&n), steepest_theta);
    ck_assert_uint_eq(steepest.resets, 0);
    for (size_t k = 0; k < 6; k++) {
        memcpy(pointed, tried[k], sizeof pointed);
        said = k == 5 ? DIRECTION_FAILED : DIRECTION_SCALED;
        struct minimizer minimizer = first_step(
            &context, (struct direction){.find = point, .reset = forget}, theta);
        ck_assert(theta[0] == steepest_theta[0] && theta[1] == steepest_theta[1]);
        ck_assert_uint_eq(minimizer.resets, 1);
        ck_assert_uint_eq(forgotten, k + 1);
        ck_assert_uint_eq(minimizer.evaluations, steepest.evaluations);
        minimizer_free(&minimizer);
    }
    minimizer_free(&steepest);
}
END_TEST

/* A step of a million falls off the edge, where there is no number. */
START_TEST(steps_that_are_too_long_are_shortened)
{
    struct bowl context = {.steepness = 10, .edge = 4};
    real theta[2] = {3, -2};
    pointed[0] = -1e6;
    pointed[1] = 0;
    said = DIRECTION_SCALED;
    struct minimizer minimizer =
        start(&context, (struct direction){.find = point}, theta);
    ck_assert_int_eq(minimizer_step(&minimizer), MINIMIZER_RUNNING);
    ck_assert(fabs(theta[0]) < 3 && isfinite(minimizer.value));
    minimizer_free(&minimizer);
}
END_TEST

/* Down a saddle there is no minimum; Newton's method shifts, and the value only falls. */
START_TEST(newton_leaves_a_saddle)
{
    struct bowl context = {.steepness = -10};
    struct damped_newton newton;
    real theta[2] = {1, (real)1e-3};
    ck_assert_int_eq(newton_init(&newton, 2, bowl_hessian, &context), DESCENT_OK);
    struct minimizer minimizer = start(&context, newton_method(&newton), theta);
    const real before = minimizer.value;
    minimizer_run(&minimizer, 5);
    ck_assert(minimizer.value < before && newton.shifted > 0 && newton.shift > 0);
    ck_assert(isfinite(theta[0]) && isfinite(theta[1]) && fabs(theta[1]) > 1e-3);
    minimizer_free(&minimizer);
    newton_free(&newton);
}
END_TEST

START_TEST(pairs_without_curvature_are_not_taken)
{
    const real s[2] = {1, 0}, good[2] = {2, 1};
    const real bad[][2] = {
        {-1, 0}, {0, 1}, {(real)1e-20, 1}, {(real)NAN, 1}, {(real)INFINITY, 0}};
    struct curvature_pairs pairs;
    ck_assert_int_eq(curvature_pairs_init(&pairs, 2, 2), DESCENT_OK);
    for (size_t k = 0; k < 5; k++) {
        ck_assert(!curvature_pairs_push(&pairs, s, bad[k]));
        ck_assert(curvature(2, s, bad[k]) == 0);
    }
    ck_assert_uint_eq(pairs.count, 0);
    for (size_t k = 0; k < 3; k++)
        ck_assert(curvature_pairs_push(&pairs, s, good));
    ck_assert(pairs.count == 2 && pairs.next == 1 && pairs.rho[0] == (real)0.5);
    curvature_pairs_clear(&pairs);
    ck_assert(pairs.count == 0 && pairs.next == 0);
    curvature_pairs_free(&pairs);
    ck_assert_int_eq(curvature_pairs_init(&pairs, 2, 0), DESCENT_ERANGE);
    ck_assert_int_eq(curvature_pairs_init(&pairs, SIZE_MAX / 2, 3), DESCENT_ERANGE);
    ck_assert_int_eq(curvature_pairs_init(&pairs, 0, 3), DESCENT_OK);
    curvature_pairs_free(&pairs);
}
END_TEST

/* 1 / yᵀs would be infinite. */
START_TEST(pairs_of_denormal_curvature_are_not_taken)
{
    const real tiny = (real)(sizeof(real) == sizeof(double) ? 1e-160 : 1e-20);
    ck_assert(curvature(1, &tiny, &tiny) == 0);
}
END_TEST

static enum direction_scale find(struct direction direction, const real *g, real *d)
{
    static const real theta[2] = {1, 1};
    return direction.find(direction.state, theta, g, d);
}

/* Down the gradient before the first good pair; then from the scale of that pair. */
START_TEST(bfgs_takes_its_scale_from_the_first_pair)
{
    const real g[2] = {3, -5}, s[2] = {1, 0}, y[2] = {4, 1}, bad[2] = {-4, 1};
    const real s2[2] = {0, 1}, y2[2] = {1, 2}, scale = (real)(4. / 17);
    real h[4] = {scale, 0, 0, scale}, work[2], d[2];
    struct bfgs bfgs;
    ck_assert_int_eq(bfgs_init(&bfgs, 2), DESCENT_OK);
    const struct direction method = bfgs_method(&bfgs);
    for (int round = 0; round < 2; round++) {
        method.learn(&bfgs, s, bad);
        ck_assert_int_eq(find(method, g, d), DIRECTION_UNSCALED);
        ck_assert(d[0] == -3 && d[1] == 5);
        method.learn(&bfgs, s, y);
        method.learn(&bfgs, s2, y2);
        method.learn(&bfgs, s, bad);
        ck_assert_int_eq(find(method, g, d), DIRECTION_SCALED);
        if (round == 0) {
            bfgs_update(2, h, s, y, work);
            bfgs_update(2, h, s2, y2, work);
        }
        for (size_t k = 0; k < 2; k++)
            ck_close(d[k], -h[2 * k] * 3 + h[2 * k + 1] * 5, 20 * EPSILON);
        method.reset(&bfgs);
    }
    bfgs_free(&bfgs);
}
END_TEST

START_TEST(lbfgs_forgets)
{
    const real s[2] = {1, 0}, y[2] = {4, 1};
    struct curvature_pairs pairs;
    ck_assert_int_eq(curvature_pairs_init(&pairs, 2, 3), DESCENT_OK);
    const struct direction method = lbfgs_method(&pairs);
    method.learn(&pairs, s, y);
    ck_assert_uint_eq(pairs.count, 1);
    method.reset(&pairs);
    ck_assert_uint_eq(pairs.count, 0);
    curvature_pairs_free(&pairs);
}
END_TEST

/* A short gradient is solved for more strictly than a long one: with the eigenvalues 1
 * and 2 one product leaves a third of the residual. */
START_TEST(newton_cg_becomes_strict)
{
    struct bowl context = {.steepness = 2};
    const real large[2] = {1, 1}, small[2] = {(real)1e-4, (real)1e-4};
    struct newton_cg cg;
    real d[2];
    ck_assert_int_eq(newton_cg_init(&cg, 2, bowl_times, &context), DESCENT_OK);
    ck_assert_int_eq(find(newton_cg_method(&cg), large, d), DIRECTION_SCALED);
    ck_assert_uint_eq(cg.products, 1);
    ck_assert_int_eq(find(newton_cg_method(&cg), small, d), DIRECTION_SCALED);
    ck_assert_uint_eq(cg.products, 3);
    ck_assert_ptr_null(cg.theta);
    newton_cg_free(&cg);
}
END_TEST

START_TEST(second_derivatives_that_are_not_finite)
{
    struct bowl context = {.steepness = (real)NAN};
    const real g[2] = {1, 1}, bad[2] = {(real)NAN, 1};
    struct damped_newton newton;
    struct newton_cg cg;
    real d[2];
    ck_assert_int_eq(newton_init(&newton, 2, bowl_hessian, &context), DESCENT_OK);
    ck_assert_int_eq(newton_cg_init(&cg, 2, bowl_times, &context), DESCENT_OK);
    ck_assert_int_eq(find(newton_method(&newton), g, d), DIRECTION_FAILED);
    ck_assert_int_eq(find(newton_cg_method(&cg), bad, d), DIRECTION_FAILED);
    newton_free(&newton);
    newton_cg_free(&cg);
}
END_TEST

START_TEST(sizes_and_settings_out_of_range)
{
    struct bowl context = {.steepness = 10};
    struct bfgs bfgs;
    struct damped_newton newton;
    struct minimizer minimizer;
    struct minimizer_config config = minimizer_defaults();
    real theta[2] = {1, 1};
    size_t n = 2;
    ck_assert_int_eq(bfgs_init(&bfgs, SIZE_MAX / 4), DESCENT_ERANGE);
    bfgs_free(&bfgs);
    ck_assert_int_eq(newton_init(&newton, SIZE_MAX / 4, bowl_hessian, NULL),
                     DESCENT_ERANGE);
    newton_free(&newton);
    config.tolerance = (real)NAN;
    ck_assert_int_eq(minimizer_init(&minimizer, 2, bowl, &context, steepest_direction(&n),
                                    theta, config),
                     DESCENT_ERANGE);
    minimizer_free(&minimizer);
}
END_TEST

/* --- The collections --------------------------------------------------------------- */

/* What minimizers.c and minimizers_scipy.py found for a problem. */
struct peer {
    char name[32];
    long until, all;
};

/* A problem's first library in a file of oracles; a library that never got there has
 * spent all of its evaluations. */
static long peer_evaluations(const char *file, const char *problem)
{
    FILE *stream = fopen(file, "r");
    char line[256];
    long spent = -1;
    ck_assert_ptr_nonnull(stream);
    while (fgets(line, sizeof line, stream)) {
        struct peer peer;
        if (sscanf(line, "%31s %ld %ld", peer.name, &peer.until, &peer.all) == 3 &&
            strcmp(peer.name, problem) == 0)
            spent = peer.until ? peer.until : peer.all;
    }
    fclose(stream);
    ck_assert_msg(spent >= 0, "%s has no %s", file, problem);
    return spent;
}

/* Evaluations of L-BFGS with six pairs, until a published minimum is met. */
static size_t solve(const struct residual_model *model)
{
    struct least_squares squares;
    struct curvature_pairs pairs;
    struct minimizer minimizer;
    struct minimizer_config config = minimizer_defaults();
    real theta[MAX_N];
    config.tolerance = 0;
    ck_assert_int_eq(least_squares_init(&squares, model), DESCENT_OK);
    ck_assert_int_eq(curvature_pairs_init(&pairs, model->n, 6), DESCENT_OK);
    model->start(model->n, theta);
    ck_assert_int_eq(minimizer_init(&minimizer, model->n, least_squares_objective,
                                    &squares, lbfgs_method(&pairs), theta, config),
                     DESCENT_OK);
    real before = minimizer.value;
    while (!mgh_is_solved(model, (double)minimizer.value) &&
           minimizer.evaluations < MOST &&
           minimizer_step(&minimizer) == MINIMIZER_RUNNING) {
        ck_assert(minimizer.value <= before);
        before = minimizer.value;
    }
    ck_assert_msg(mgh_is_solved(model, (double)minimizer.value), "%s: %.9g after %zu",
                  model->name, (double)minimizer.value, minimizer.evaluations);
    const size_t evaluations = minimizer.evaluations;
    minimizer_free(&minimizer);
    curvature_pairs_free(&pairs);
    least_squares_free(&squares);
    return evaluations;
}

/* Watson's problem with 9 parameters takes most, and chance decides how much: 3066 of
 * 4826 with one of OpenBLAS's kernels, 4864 of 6610 with that of another processor, while
 * liblbfgs has 4490 of 6199. So the libraries are compared without it. There a sum in
 * another order, as BLAS makes it with more threads, moves Powell's singular function
 * with 100 parameters from 82 evaluations to 123. */
START_TEST(lbfgs_solves_all_problems_with_as_many_evaluations_as_others)
{
    static const char lbfgs[] = "chapters/05-second-order/figures/minimizers.tsv";
    static const char scipy[] = "chapters/05-second-order/figures/minimizers_scipy.tsv";
    if (sizeof(real) != sizeof(double))
        return;
    long all[3] = {0}, rest[3] = {0};
    for (const struct residual_model *model = mgh_problems; model->name; model++) {
        const long spent[3] = {(long)solve(model), peer_evaluations(lbfgs, model->name),
                               peer_evaluations(scipy, model->name)};
        for (int k = 0; k < 3; k++) {
            all[k] += spent[k];
            rest[k] += strcmp(model->name, "watson-9") ? spent[k] : 0;
        }
    }
    ck_assert_msg(all[0] <= all[2], "%ld evaluations, SciPy %ld", all[0], all[2]);
    ck_assert_msg((double)rest[0] <= 1.1 * (double)rest[1],
                  "without Watson's problem %ld, liblbfgs %ld", rest[0], rest[1]);
}
END_TEST

/* Along -g both libraries try the length 1 first, which is too far in Rosenbrock's
 * valley, and then the minimum of the same cubic: liblbfgs's first point. */
START_TEST(lbfgs_begins_as_liblbfgs_does)
{
    struct least_squares squares;
    struct curvature_pairs pairs;
    struct minimizer minimizer;
    real theta[2] = {(real)-1.2, 1};
    if (sizeof(real) != sizeof(double))
        return;
    ck_assert_int_eq(least_squares_init(&squares, mgh_named("rosenbrock")), DESCENT_OK);
    ck_assert_int_eq(curvature_pairs_init(&pairs, 2, 6), DESCENT_OK);
    ck_assert_int_eq(minimizer_init(&minimizer, 2, least_squares_objective, &squares,
                                    lbfgs_method(&pairs), theta, minimizer_defaults()),
                     DESCENT_OK);
    ck_assert_int_eq(minimizer_step(&minimizer), MINIMIZER_RUNNING);
    ck_close(theta[0], -1.0174097957, 1e-9);
    ck_close(theta[1], 1.074526614, 1e-9);
    ck_assert_uint_eq(minimizer.evaluations, 3);
    minimizer_free(&minimizer);
    curvature_pairs_free(&pairs);
    least_squares_free(&squares);
}
END_TEST

/* Gauss and Newton's matrix in Newton's method: sums of squares to ten digits. */
static double gauss_newton(const struct residual_model *model, real *theta)
{
    struct least_squares squares;
    struct damped_newton newton;
    struct minimizer minimizer;
    struct minimizer_config config = minimizer_defaults();
    config.tolerance = 0;
    ck_assert_int_eq(least_squares_init(&squares, model), DESCENT_OK);
    ck_assert_int_eq(newton_init(&newton, model->n, least_squares_gauss_newton, &squares),
                     DESCENT_OK);
    ck_assert_int_eq(minimizer_init(&minimizer, model->n, least_squares_objective,
                                    &squares, newton_method(&newton), theta, config),
                     DESCENT_OK);
    minimizer_run(&minimizer, 1000);
    const double value = (double)minimizer.value;
    minimizer_free(&minimizer);
    newton_free(&newton);
    least_squares_free(&squares);
    return value;
}

START_TEST(gauss_newton_finds_the_minima_of_the_fits)
{
    static const char *const names[] = {"bard", "kowalik-osborne", "jennrich-sampson",
                                        "brown-dennis", "freudenstein-roth"};
    if (sizeof(real) != sizeof(double))
        return;
    for (size_t k = 0; k < 5; k++) {
        const struct residual_model *model = mgh_named(names[k]);
        const double goal = model->minimum > 0 ? model->minimum : model->local;
        real theta[MAX_N];
        model->start(model->n, theta);
        const double value = gauss_newton(model, theta);
        ck_assert_msg(fabs(value / goal - 1) < 1e-10, "%s: %.17g", names[k], value);
    }
}
END_TEST

START_TEST(gauss_newton_finds_the_certified_regressions)
{
    if (sizeof(real) != sizeof(double))
        return;
    for (const struct nist_problem *p = nist_problems; p->model.name; p++)
        for (int start = 0; start < 2; start++) {
            real theta[NIST_MAX_N];
            p->model.start(p->model.n, theta);
            for (size_t i = 0; start && i < p->model.n; i++)
                theta[i] = (real)p->start2[i];
            const double value = gauss_newton(&p->model, theta);
            ck_assert_msg(fabs(value / p->model.minimum - 1) < 1e-9, "%s: %.11g",
                          p->model.name, value);
            for (size_t i = 0; i < p->model.n; i++)
                ck_assert_msg(fabs((double)theta[i] / p->certified[i] - 1) < 1e-6,
                              "%s: b%zu = %.11g", p->model.name, i + 1, (double)theta[i]);
        }
}
END_TEST

/* --- Second derivatives of logistic regression ------------------------------------- */

/* The Hessian, and its products, against differences of the gradient. */
START_TEST(logistic_second_derivatives)
{
    enum { ROWS = 5, P = 2, MOST_N = P + 1 };
    real x[ROWS * P] = {1, 2, -1, (real)0.5, 0, -2, 3, 1, (real)-0.5, (real)-1.5};
    size_t label[ROWS] = {0, 1, 1, 0, 1};
    const struct dataset data = {ROWS, P, 2, x, label};
    const double h = cbrt(EPSILON);
    for (int intercept = 0; intercept < 2; intercept++) {
        struct logistic logistic;
        real theta[MOST_N] = {(real)0.3, (real)-0.7, (real)0.2};
        real hessian[MOST_N * MOST_N], above[MOST_N], below[MOST_N];
        ck_assert_int_eq(logistic_init(&logistic, &data, (real)0.1, intercept),
                         DESCENT_OK);
        struct problem problem = logistic_problem(&logistic);
        const size_t n = problem.n;
        logistic_hessian(n, theta, hessian, &logistic);
        for (size_t j = 0; j < n; j++) {
            real unit[MOST_N] = {0}, column[MOST_N];
            unit[j] = 1;
            logistic_hessian_vector(n, theta, unit, column, &logistic);
            theta[j] += (real)h;
            problem_gradient(&problem, theta, above);
            theta[j] -= (real)(2 * h);
            problem_gradient(&problem, theta, below);
            theta[j] += (real)h;
            for (size_t i = 0; i < n; i++) {
                const double slope = (double)(above[i] - below[i]) / (2 * h);
                ck_close(hessian[i * n + j], slope, 100 * h * h);
                ck_close(column[i], hessian[i * n + j], 10 * EPSILON);
            }
        }
    }
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        every_method_finds_the_minimum_of_a_bowl,
        a_start_that_is_not_finite,
        a_gradient_as_small_as_asked_for,
        a_slope_that_collapses,
        a_search_that_gives_up_leaves_its_best_step,
        a_wrong_gradient_is_noticed,
        directions_that_do_not_lead_down_are_replaced,
        steps_that_are_too_long_are_shortened,
        newton_leaves_a_saddle,
        pairs_without_curvature_are_not_taken,
        pairs_of_denormal_curvature_are_not_taken,
        bfgs_takes_its_scale_from_the_first_pair,
        lbfgs_forgets,
        newton_cg_becomes_strict,
        second_derivatives_that_are_not_finite,
        sizes_and_settings_out_of_range,
        lbfgs_begins_as_liblbfgs_does,
        lbfgs_solves_all_problems_with_as_many_evaluations_as_others,
        gauss_newton_finds_the_minima_of_the_fits,
        gauss_newton_finds_the_certified_regressions,
        logistic_second_derivatives,
    };
    return run_tests("minimizers", sizeof tests / sizeof *tests, tests);
}
