/* test_schedules.c: schedules, the plateau and clipping against PyTorch's; Schedule-Free
 * methods; what is refused. */
#include "optim/clip.h"
#include "optim/one_cycle.h"
#include "optim/plateau.h"
#include "optim/schedule_free.h"
#include "optim/schedule_free_sgd.h"
#include "optim/schedules.h"
#include "optim/sgdr.h"
#include "optim/triangular.h"
#include "support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 128 };

/* A line of schedules.tsv. */
struct row {
    char kind[32], fields[256];
    size_t count;
    real value[LONGEST];
};

static real field(const struct row *row, const char *name)
{
    char key[32];
    snprintf(key, sizeof key, " %s=", name);
    const char *found = strstr(row->fields, key);
    ck_assert_msg(found, "%s has no field %s", row->kind, name);
    return (real)atof(found + strlen(key));
}

/* Reads the next line; 0 after the last. */
static int next_row(FILE *file, struct row *row)
{
    static char line[8192];
    do {
        if (!fgets(line, sizeof line, file))
            return 0;
    } while (line[0] == '#');
    char *rest = line, *cell = strsep(&rest, "\t\n");
    snprintf(row->kind, sizeof row->kind, "%s", cell);
    snprintf(row->fields, sizeof row->fields, " %s", strsep(&rest, "\t\n"));
    for (row->count = 0; (cell = strsep(&rest, "\t\n")) && *cell; row->count++)
        row->value[row->count] = (real)atof(cell);
    return 1;
}

static struct one_cycle one_cycle_of(const struct row *row)
{
    struct one_cycle shape = one_cycle_defaults();
    shape.total = (size_t)field(row, "total");
    shape.peak = field(row, "peak");
    shape.rise = field(row, "rise");
    shape.start_div = field(row, "start_div");
    shape.final_div = field(row, "final_div");
    shape.way = field(row, "way") != 0 ? ONE_CYCLE_LINE : ONE_CYCLE_COSINE;
    return shape;
}

static real rate_of(const struct row *row, size_t t)
{
    if (strcmp(row->kind, "step") == 0)
        return step_decay((size_t)field(row, "every"), field(row, "factor"), t);
    if (strcmp(row->kind, "exponential") == 0)
        return exponential_decay(field(row, "factor"), t);
    if (strcmp(row->kind, "warmup") == 0)
        return linear_warmup((size_t)field(row, "warmup"), t);
    if (strcmp(row->kind, "triangular") == 0) {
        const struct triangular shape = {
            field(row, "low"), field(row, "high"), (size_t)field(row, "half"),
            field(row, "mode") != 0 ? TRIANGULAR_HALVED : TRIANGULAR_CONSTANT};
        return triangular(&shape, t);
    }
    if (strcmp(row->kind, "sgdr") == 0) {
        const struct sgdr shape = {(size_t)field(row, "first"),
                                   (size_t)field(row, "growth"), field(row, "floor")};
        return sgdr(&shape, t);
    }
    const struct one_cycle shape = one_cycle_of(row);
    return strcmp(row->kind, "one_cycle") == 0 ? one_cycle(&shape, t)
                                               : one_cycle_beta(&shape, t);
}

static void read_plateau(const struct row *row)
{
    struct plateau_config config = plateau_defaults();
    struct plateau plateau;
    config.factor = field(row, "factor");
    config.patience = (size_t)field(row, "patience");
    config.cooldown = (size_t)field(row, "cooldown");
    config.threshold = field(row, "threshold");
    config.least = field(row, "least");
    config.relative_to =
        field(row, "relative") != 0 ? PLATEAU_RELATIVE : PLATEAU_ABSOLUTE;
    ck_assert_int_eq(plateau_init(&plateau, config), DESCENT_OK);
    for (size_t i = 0; i < row->count / 2; i++) {
        plateau_read(&plateau, row->value[i]);
        ck_assert(relative_error(plateau.rate, row->value[row->count / 2 + i]) < TIGHT);
    }
}

static void clip_row(struct row *row, double tolerance)
{
    const size_t n = row->count / 2, first = (size_t)field(row, "first");
    const struct clip_part part[] = {{first, row->value},
                                     {n - first, row->value + first}};
    real norm;
    ck_assert_int_eq(clip_global(2, part, field(row, "most"), (real)1e-6, &norm),
                     DESCENT_OK);
    for (size_t i = 0; i < n; i++)
        ck_assert(relative_error(row->value[i], row->value[n + i]) < tolerance);
    ck_assert(relative_error(norm, row->value[2 * n]) < tolerance);
}

START_TEST(pytorch_agrees)
{
    FILE *file = fopen(TEST_DATA "/schedules.tsv", "r");
    struct row row;
    size_t rows = 0;
    ck_assert_ptr_nonnull(file);
    for (; next_row(file, &row); rows++) {
        if (strcmp(row.kind, "plateau") == 0)
            read_plateau(&row);
        else if (strcmp(row.kind, "clip") == 0)
            clip_row(&row, TIGHT);
        else if (strcmp(row.kind, "clip_float") == 0)
            clip_row(&row, 1e-6);
        else
            for (size_t t = 1; t <= row.count; t++)
                ck_assert_msg(fabs(rate_of(&row, t) - row.value[t - 1]) <=
                                  TIGHT * fmax(1, row.value[t - 1]),
                              "%s%s, step %zu: %.17g, not %.17g", row.kind, row.fields, t,
                              (double)rate_of(&row, t), (double)row.value[t - 1]);
    }
    fclose(file);
    ck_assert_uint_ge(rows, 50);
}
END_TEST

/* The end of OneCycle by default: the initial rate over 10^4. */
START_TEST(one_cycle_ends_far_below)
{
    struct one_cycle shape = one_cycle_defaults();
    shape.total = 100;
    ck_assert(relative_error(one_cycle(&shape, 1), (real)0.04) < TIGHT);
    ck_assert(fabs(one_cycle(&shape, 100) - 4e-6) < TIGHT);
}
END_TEST

START_TEST(steps_and_shares_out_of_range)
{
    const real nan = (real)NAN;
    ck_assert(isnan(linear_warmup(5, 0)) && isnan(linear_warmup(0, 0)));
    ck_assert(linear_warmup(0, 1) == 1 && linear_warmup(5, SIZE_MAX) == 1);
    ck_assert(isnan(step_decay(0, (real)0.5, 1)) && isnan(step_decay(3, (real)0.5, 0)));
    ck_assert(isnan(step_decay(3, -1, 1)) && isnan(step_decay(3, 2, 1)));
    ck_assert(isnan(step_decay(3, nan, 1)) && isnan(exponential_decay(nan, 1)));
    ck_assert(exponential_decay(0, 1) == 1 && exponential_decay(0, 2) == 0);
    ck_assert(exponential_decay(1, SIZE_MAX) == 1);
    ck_assert(exponential_decay((real)0.5, SIZE_MAX) == 0);
    ck_assert(step_decay(SIZE_MAX, (real)0.5, SIZE_MAX) == 1);
}
END_TEST

START_TEST(plateau_settings_are_named)
{
    struct plateau plateau = {.rate = 7};
    struct plateau_config flat = plateau_defaults();
    ASSERT_AMOUNT(plateau, threshold);
    ASSERT_SHARE(plateau, factor);
    ASSERT_REFUSED(plateau, rate, -1);
    ASSERT_REFUSED(plateau, rate, (real)INFINITY);
    ASSERT_REFUSED(plateau, least, 2);
    ASSERT_REFUSED(plateau, least, (real)NAN);
    ASSERT_REFUSED(plateau, relative_to, (enum plateau_threshold)9);
    flat.factor = 1;
    ck_assert_int_eq(plateau_init(&plateau, flat), DESCENT_ERANGE);
    ck_assert(plateau.rate == 7);
}
END_TEST

static struct schedule_free_config free_of(const struct oracle *oracle)
{
    return (struct schedule_free_config){.lr = oracle_field(oracle, "lr"),
                                         .beta1 = oracle_field(oracle, "beta1"),
                                         .beta2 = oracle_field(oracle, "beta2"),
                                         .eps = oracle_field(oracle, "eps"),
                                         .decay = oracle_field(oracle, "decay"),
                                         .warmup =
                                             (size_t)oracle_field(oracle, "warmup")};
}

static void walk_free(void *method, const struct problem *problem, real *theta)
{
    real g[4];
    problem->gradient(theta, g);
    schedule_free_step(method, theta, g);
}

static void walk_free_sgd(void *method, const struct problem *problem, real *theta)
{
    real g[4];
    problem->gradient(theta, g);
    schedule_free_sgd_step(method, theta, g);
}

START_TEST(schedule_free_matches_oracle)
{
    struct oracle oracle = oracle_open("schedule_free");
    while (oracle_next(&oracle)) {
        struct schedule_free method;
        const struct problem *p = oracle.problem;
        ck_assert_int_eq(schedule_free_init(&method, p->n, p->start, free_of(&oracle)),
                         0);
        oracle_walk(&oracle, walk_free, &method, TIGHT);
        schedule_free_free(&method);
    }
}
END_TEST

START_TEST(schedule_free_sgd_matches_oracle)
{
    struct oracle oracle = oracle_open("schedule_free_sgd");
    while (oracle_next(&oracle)) {
        struct schedule_free_sgd method;
        const struct problem *p = oracle.problem;
        const struct schedule_free_sgd_config config = {oracle_field(&oracle, "lr"),
                                                        oracle_field(&oracle, "beta")};
        ck_assert_int_eq(schedule_free_sgd_init(&method, p->n, p->start, config), 0);
        oracle_walk(&oracle, walk_free_sgd, &method, TIGHT);
        schedule_free_sgd_free(&method);
    }
}
END_TEST

/* x is the mean of the points z, whatever beta, and with beta = 0 these are those of
 * gradient descent. */
START_TEST(schedule_free_sgd_averages)
{
    const struct schedule_free_sgd_config config = {(real)0.5, 0};
    struct schedule_free_sgd method;
    real theta[1] = {1}, sum = 0, plain = 1;
    ck_assert_int_eq(schedule_free_sgd_init(&method, 1, theta, config), DESCENT_OK);
    for (int t = 1; t <= 10; t++) {
        const real g[1] = {theta[0]};
        schedule_free_sgd_step(&method, theta, g);
        plain /= 2;
        sum += plain;
        ck_assert(relative_error(method.z[0], plain) < TIGHT);
        ck_assert(relative_error(method.x[0], sum / (real)t) < TIGHT);
    }
    schedule_free_sgd_free(&method);
    schedule_free_sgd_free(&method);
}
END_TEST

START_TEST(schedule_free_manners)
{
    struct schedule_free method;
    struct schedule_free_sgd sgd;
    real theta[2] = {1, 1}, g[2] = {(real)NAN, 1}, phi[2] = {1, 1};
    ck_assert_int_eq(schedule_free_init(&method, 2, theta, schedule_free_defaults()),
                     DESCENT_OK);
    ck_assert_int_eq(schedule_free_sgd_init(&sgd, 2, phi, schedule_free_sgd_defaults()),
                     DESCENT_OK);
    for (int t = 0; t < 2; t++, g[0] = 1) {
        schedule_free_step(&method, theta, g);
        schedule_free_sgd_step(&sgd, phi, g);
    }
    ck_assert(isnan(theta[0]) && isfinite(theta[1]) && theta[1] < 1);
    ck_assert(isnan(phi[0]) && isfinite(phi[1]) && phi[1] < 1);
    ck_assert_uint_eq(method.t, 2);
    ck_assert_uint_eq(sgd.t, 2);
    schedule_free_free(&method);
    schedule_free_free(&method);
    schedule_free_sgd_free(&sgd);
    ck_assert_int_eq(schedule_free_init(&method, 0, NULL, schedule_free_defaults()), 0);
    schedule_free_step(&method, NULL, NULL);
    schedule_free_free(&method);
    struct schedule_free_config bad = schedule_free_defaults();
    bad.beta1 = 0;
    ck_assert_int_eq(schedule_free_init(&method, 2, theta, bad), DESCENT_ERANGE);
    schedule_free_free(&method);
    ck_assert_int_eq(
        schedule_free_sgd_init(&sgd, 2, phi, (struct schedule_free_sgd_config){1, 2}),
        DESCENT_ERANGE);
    schedule_free_sgd_free(&sgd);
}
END_TEST

START_TEST(schedule_free_settings_are_named)
{
    ASSERT_AMOUNT(schedule_free, lr);
    ASSERT_REFUSED(schedule_free, beta1, 0);
    ASSERT_REFUSED(schedule_free, beta1, 1);
    ASSERT_REFUSED(schedule_free, beta1, (real)NAN);
    ASSERT_SHARE(schedule_free, beta2);
    ASSERT_AMOUNT(schedule_free, eps);
    ASSERT_AMOUNT(schedule_free, decay);
    ASSERT_AMOUNT(schedule_free_sgd, lr);
    ASSERT_ALLOWED(schedule_free_sgd, beta, 0);
    ASSERT_ALLOWED(schedule_free_sgd, beta, 1);
    ASSERT_REFUSED(schedule_free_sgd, beta, -REAL_EPSILON);
    ASSERT_REFUSED(schedule_free_sgd, beta, (real)NAN);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {pytorch_agrees,
                            one_cycle_ends_far_below,
                            steps_and_shares_out_of_range,
                            plateau_settings_are_named,
                            schedule_free_matches_oracle,
                            schedule_free_sgd_matches_oracle,
                            schedule_free_sgd_averages,
                            schedule_free_manners,
                            schedule_free_settings_are_named};
    return RUN_SUITE("schedules", tests);
}
