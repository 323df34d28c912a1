/* support.c: what the suites of the library share. */
#include "support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static real quadratic_value(const real *x)
{
    return (real)0.1 * x[0] * x[0] + (real)0.2 * x[1] * x[1] + (real)0.3 * x[2] * x[2];
}

static void quadratic(const real *x, real *g)
{
    g[0] = (real)0.1 * (2 * x[0]);
    g[1] = (real)0.2 * (2 * x[1]);
    g[2] = (real)0.3 * (2 * x[2]);
}

static real rosenbrock_value(const real *x)
{
    real off = x[1] - x[0] * x[0];
    return (1 - x[0]) * (1 - x[0]) + 100 * off * off;
}

static void rosenbrock(const real *x, real *g)
{
    real off = x[1] - x[0] * x[0];
    g[0] = -2 * (1 - x[0]) - 400 * x[0] * off;
    g[1] = 200 * off;
}

/* The label times row i of the data; returns its product with x. */
static real logistic_margin(int i, const real *x, real *row)
{
    real margin = 0;
    for (int j = 0; j < 4; j++) {
        row[j] = (real)((7 * i + 11 * j) % 13 - 6) / 4 * (i % 3 == 0 ? 1 : -1);
        margin += row[j] * x[j];
    }
    return margin;
}

static real logistic_value(const real *x)
{
    real row[4], sum = 0;
    for (int i = 0; i < 12; i++)
        sum += (real)log1p(exp(-(double)logistic_margin(i, x, row)));
    return sum / 12;
}

static void logistic(const real *x, real *g)
{
    real row[4];
    g[0] = g[1] = g[2] = g[3] = 0;
    for (int i = 0; i < 12; i++) {
        real margin = logistic_margin(i, x, row);
        for (int j = 0; j < 4; j++)
            g[j] -= row[j] / (real)(1 + exp((double)margin)) / 12;
    }
}

static const struct problem problems[] = {
    {"quadratic", 3, {1, 1, 1}, quadratic_value, quadratic},
    {"rosenbrock", 2, {(real)-1.2, 1}, rosenbrock_value, rosenbrock},
    {"logistic", 4, {(real)0.5, (real)-0.25, (real)0.125, 1}, logistic_value, logistic},
};

const struct problem *problem_named(const char *name)
{
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
        if (strcmp(problems[i].name, name) == 0)
            return &problems[i];
    ck_abort_msg("no problem is called %s", name);
    return NULL;
}

real problem_objective(size_t n, const real *theta, real *g, void *problem)
{
    const struct problem *p = problem;
    ck_assert_uint_eq(n, p->n);
    if (g)
        p->gradient(theta, g);
    return p->value(theta);
}

static void next_line(struct oracle *oracle)
{
    if (!fgets(oracle->line, sizeof oracle->line, oracle->file))
        oracle->line[0] = '\0';
}

struct oracle oracle_open(const char *method)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s.tsv", TEST_DATA, method);
    struct oracle oracle = {.file = fopen(path, "r")};
    ck_assert_msg(oracle.file != NULL, "cannot read %s", path);
    do
        next_line(&oracle);
    while (oracle.line[0] == '#');
    ck_assert_msg(oracle.line[0] != '\0', "%s is empty", path);
    return oracle;
}

int oracle_next(struct oracle *oracle)
{
    char name[32];
    if (oracle->line[0] == '\0') {
        fclose(oracle->file);
        return 0;
    }
    int found = sscanf(oracle->line, "run\t%31[^\t]\t%511[^\n]", name, oracle->fields);
    ck_assert_msg(found == 2, "not a run: %s", oracle->line);
    oracle->problem = problem_named(name);
    next_line(oracle);
    return 1;
}

real oracle_field(const struct oracle *oracle, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = oracle->fields; at; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (strncmp(at, name, length) == 0 && at[length] == '=')
            return (real)strtod(at + length + 1, NULL);
    }
    ck_abort_msg("the oracle has no field %s: %s", name, oracle->fields);
    return 0;
}

static void compare_row(const struct oracle *oracle, const char *numbers,
                        const real *theta, long step, double tolerance)
{
    real expected[4], largest = 0;
    for (size_t i = 0; i < oracle->problem->n; i++) {
        char *end;
        expected[i] = (real)strtod(numbers, &end);
        ck_assert_msg(end != numbers, "short row: %s", oracle->line);
        numbers = end;
        largest = (real)fmax((double)largest, fabs((double)expected[i]));
    }
    for (size_t i = 0; i < oracle->problem->n; i++) {
        double error = fabs((double)(theta[i] - expected[i])) / (double)largest;
        ck_assert_msg(error <= tolerance,
                      "%s, %s: step %ld, theta[%zu] is %.17g, expected %.17g (rel. %.1e)",
                      oracle->problem->name, oracle->fields, step, i, (double)theta[i],
                      (double)expected[i], error);
    }
}

void oracle_walk(struct oracle *oracle, step_fn *step, void *method, double tolerance)
{
    real theta[4];
    memcpy(theta, oracle->problem->start, sizeof theta);
    long now = 0, rows = 0;
    while (oracle->line[0] >= '0' && oracle->line[0] <= '9') {
        char *numbers;
        long row = strtol(oracle->line, &numbers, 10);
        for (; now < row; now++)
            step(method, oracle->problem, theta);
        if (sizeof(real) == sizeof(double) || row <= 3)
            compare_row(oracle, numbers, theta, row, tolerance);
        next_line(oracle);
        rows++;
    }
    ck_assert_int_gt(rows, 0);
}

double relative_error(real a, real b)
{
    if (a == b || (isnan(a) && isnan(b)))
        return 0;
    return fabs((double)a - (double)b) / fabs((double)b);
}

void assert_names(const char *message, const char *field)
{
    ck_assert_msg(message != NULL, "nothing was said of %s", field);
    size_t length = strlen(field);
    ck_assert_msg(strncmp(message, field, length) == 0 && message[length] == ' ',
                  "\"%s\" does not begin with %s", message, field);
    ck_assert_msg(strstr(message, " must be "), "\"%s\" gives no range", message);
}

int run_suite(const char *name, const TTest *const *tests, size_t count)
{
    TCase *tcase = tcase_create(name);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(tcase, tests[i]);
    Suite *suite = suite_create(name);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int ran = srunner_ntests_run(runner), failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return ran == (int)count && failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
