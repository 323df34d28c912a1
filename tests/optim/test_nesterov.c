/* test_nesterov.c: Nesterov's momentum in its two places and two forms. */
#include "optim/nesterov.h"
#include "optim/nesterov_current.h"
#include "support.h"

#include <math.h>
#include <string.h>

static enum momentum_form form_of(const struct oracle *oracle)
{
    return oracle_field(oracle, "form") == 0 ? MOMENTUM_LR_INSIDE : MOMENTUM_LR_OUTSIDE;
}

static struct nesterov_current_config current_config_of(const struct oracle *oracle)
{
    return (struct nesterov_current_config){.lr = oracle_field(oracle, "lr"),
                                            .beta = oracle_field(oracle, "beta"),
                                            .l2 = oracle_field(oracle, "l2"),
                                            .form = form_of(oracle)};
}

DEFINE_ORACLE_TEST(nesterov_current, current_config_of)
DEFINE_MANNERS_TEST(nesterov_current)

static void walk_nesterov(void *method, const struct problem *problem, real *theta)
{
    struct problem copy = *problem;
    nesterov_step(method, theta, problem_objective, &copy);
}

START_TEST(nesterov_matches_oracle)
{
    struct oracle oracle = oracle_open("nesterov");
    while (oracle_next(&oracle)) {
        struct nesterov nesterov;
        struct nesterov_config config = {.lr = oracle_field(&oracle, "lr"),
                                         .beta = oracle_field(&oracle, "beta"),
                                         .form = form_of(&oracle)};
        ck_assert_int_eq(nesterov_init(&nesterov, oracle.problem->n, config), 0);
        oracle_walk(&oracle, walk_nesterov, &nesterov, TIGHT);
        nesterov_free(&nesterov);
    }
}
END_TEST

START_TEST(published_numbers)
{
    struct nesterov_current_config config = nesterov_current_defaults();
    struct nesterov_current nesterov;
    real theta[3] = {1, 1, 1}, rosen[2] = {(real)-1.2, 1};
    config.lr = (real)0.1;
    config.beta = (real)0.5;
    ck_assert_int_eq(nesterov_current_init(&nesterov, 3, config), DESCENT_OK);
    for (int t = 0; t < 10; t++)
        walk_nesterov_current(&nesterov, problem_named("quadratic"), theta);
    nesterov_current_free(&nesterov);
    ck_assert(relative_error(theta[0], (real)0.67466543592725) < TIGHT * 10);
    config.lr = (real)1e-3;
    config.beta = (real)0.9;
    ck_assert_int_eq(nesterov_current_init(&nesterov, 2, config), DESCENT_OK);
    for (int t = 0; t < 10; t++)
        walk_nesterov_current(&nesterov, problem_named("rosenbrock"), rosen);
    nesterov_current_free(&nesterov);
    ck_assert(relative_error(rosen[0], (real)-0.8799183284) < 1e-9 + TIGHT);
    ck_assert(relative_error(rosen[1], (real)0.7819461813) < 1e-9 + TIGHT);
}
END_TEST

/* The look-ahead form and the current-point form, from the same start. */
static void compare_places(enum momentum_form form)
{
    const struct problem *problem = problem_named("logistic");
    struct nesterov ahead;
    struct nesterov_current current;
    real theta[4], phi[4], behind[4];
    memcpy(theta, problem->start, sizeof theta);
    memcpy(phi, problem->start, sizeof phi);
    ck_assert_int_eq(
        nesterov_init(&ahead, 4, (struct nesterov_config){(real)0.2, (real)0.8, form}),
        0);
    ck_assert_int_eq(
        nesterov_current_init(
            &current, 4, (struct nesterov_current_config){(real)0.2, (real)0.8, 0, form}),
        0);
    for (int t = 0; t < 40; t++) {
        walk_nesterov(&ahead, problem, theta);
        walk_nesterov_current(&current, problem, phi);
        nesterov_current_behind(&current, phi, behind);
        for (int i = 0; i < 4; i++) {
            ck_assert(fabs((double)(behind[i] - theta[i])) < TIGHT);
            ck_assert(fabs((double)(ahead.v[i] - current.v[i])) < TIGHT);
        }
    }
    nesterov_current_behind(&current, phi, phi);
    ck_assert_mem_eq(phi, behind, sizeof phi);
    ck_assert_uint_eq(ahead.t, 40);
    nesterov_free(&ahead);
    nesterov_current_free(&current);
}

START_TEST(two_places_of_one_path)
{
    compare_places(MOMENTUM_LR_INSIDE);
    compare_places(MOMENTUM_LR_OUTSIDE);
}
END_TEST

START_TEST(first_step_looks_nowhere)
{
    struct nesterov nesterov;
    struct nesterov_current current;
    struct problem problem = *problem_named("quadratic");
    real theta[3] = {1, 1, 1}, phi[3] = {1, 1, 1}, g[3];
    problem.gradient(theta, g);
    ck_assert_int_eq(nesterov_init(&nesterov, 3, nesterov_defaults()), DESCENT_OK);
    ck_assert_int_eq(nesterov_current_init(&current, 3, nesterov_current_defaults()), 0);
    nesterov_step(&nesterov, theta, problem_objective, &problem);
    nesterov_current_step(&current, phi, g);
    for (int i = 0; i < 3; i++) {
        ck_assert(relative_error(1 - theta[i], (real)0.01 * g[i]) < 1e3 * TIGHT);
        ck_assert(relative_error(1 - phi[i], (real)0.019 * g[i]) < 1e3 * TIGHT);
    }
    nesterov_free(&nesterov);
    nesterov_current_free(&current);
}
END_TEST

/* f(θ) = ½ ‖θ‖², but for the first slope, which is the context's. */
static real first_slope_given(size_t n, const real *theta, real *g, void *slope)
{
    for (size_t i = 0; i < n; i++)
        g[i] = theta[i];
    g[0] = *(real *)slope;
    return 0;
}

START_TEST(nan_stays_in_its_coordinate)
{
    struct nesterov nesterov;
    real theta[2] = {1, 1}, slope = (real)NAN;
    ck_assert_int_eq(nesterov_init(&nesterov, 2, nesterov_defaults()), DESCENT_OK);
    nesterov_step(&nesterov, theta, first_slope_given, &slope);
    slope = 1;
    nesterov_step(&nesterov, theta, first_slope_given, &slope);
    ck_assert(isnan(theta[0]) && isnan(nesterov.v[0]));
    ck_assert(isfinite(theta[1]) && theta[1] < 1);
    nesterov_free(&nesterov);
}
END_TEST

static void touch_nothing(const real *theta, real *g)
{
    (void)theta;
    (void)g;
}

static real value_of_nothing(const real *theta)
{
    (void)theta;
    return 0;
}

START_TEST(nothing_to_optimize)
{
    struct nesterov nesterov;
    struct problem nothing = *problem_named("quadratic");
    nothing.n = 0;
    nothing.value = value_of_nothing;
    nothing.gradient = touch_nothing;
    ck_assert_int_eq(nesterov_init(&nesterov, 0, nesterov_defaults()), DESCENT_OK);
    nesterov_step(&nesterov, NULL, problem_objective, &nothing);
    nesterov_free(&nesterov);
    nesterov_free(&nesterov);
}
END_TEST

START_TEST(bad_settings_are_named)
{
    struct nesterov_config bad = nesterov_defaults();
    struct nesterov nesterov;
    ck_assert_ptr_null(nesterov_check(&bad));
    bad.lr = -1;
    ck_assert_int_eq(nesterov_init(&nesterov, 3, bad), DESCENT_ERANGE);
    nesterov_free(&nesterov);
    ASSERT_AMOUNT(nesterov, lr);
    ASSERT_SHARE(nesterov, beta);
    ASSERT_REFUSED(nesterov, form, MOMENTUM_AVERAGE);
    ASSERT_AMOUNT(nesterov_current, lr);
    ASSERT_SHARE(nesterov_current, beta);
    ASSERT_AMOUNT(nesterov_current, l2);
    ASSERT_REFUSED(nesterov_current, form, MOMENTUM_AVERAGE);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {nesterov_current_matches_oracle,
                            nesterov_matches_oracle,
                            published_numbers,
                            two_places_of_one_path,
                            first_step_looks_nowhere,
                            nesterov_current_has_manners,
                            nan_stays_in_its_coordinate,
                            nothing_to_optimize,
                            bad_settings_are_named};
    return RUN_SUITE("nesterov", tests);
}
