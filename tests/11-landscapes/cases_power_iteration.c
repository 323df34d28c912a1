/* cases_power_iteration.c: symmetric matrices with known eigenvalues, in rotated
 * coordinates, and a program that counts and looks at the products. */
#include "draw.h"
#include "optim/power_iteration.h"

#include <math.h>
#include <string.h>

enum { N = 8, MANY = 100000, WRONG = 9, SWEEP = 40 };

/* Q diag(value) Q with the reflection Q = I - 2 q qᵀ. */
struct matrix {
    size_t n, products;
    const real *value;
    real q[N];
};

static void reflect(const struct matrix *m, const real *x, real *y)
{
    real along = 0;
    for (size_t i = 0; i < m->n; i++)
        along += m->q[i] * x[i];
    for (size_t i = 0; i < m->n; i++)
        y[i] = x[i] - 2 * along * m->q[i];
}

static void multiply(size_t n, const real *v, real *hv, void *context)
{
    struct matrix *m = context;
    real scaled[N];
    m->products++;
    reflect(m, v, scaled);
    for (size_t i = 0; i < n; i++)
        scaled[i] *= m->value[i];
    reflect(m, scaled, hv);
}

static struct matrix matrix_of(const real *value, struct rng *rng)
{
    struct matrix m = {.n = N, .value = value};
    real squares = 0;
    draw(N, m.q, 0, 1, rng);
    for (size_t i = 0; i < N; i++)
        squares += m.q[i] * m.q[i];
    for (size_t i = 0; i < N; i++)
        m.q[i] /= sqrt(squares);
    return m;
}

/* Every start has its part along every eigenvector. */
static void draw_start(const struct matrix *m, real *v, struct rng *rng)
{
    real parts[N];
    for (size_t i = 0; i < N; i++)
        parts[i] = 2 * rng_signed(rng, 1 + rng_uniform(rng));
    reflect(m, parts, v);
}

static void record(FILE *trace, const struct power_result *result)
{
    trace_number(trace, "value", result->value);
    trace_number(trace, "products", (double)result->products);
    trace_number(trace, "converged", result->converged);
}

/* The eigenvector up to its sign. */
static void record_vector(FILE *trace, const char *name, const real *v)
{
    real outer[N];
    for (size_t i = 0; i < N; i++)
        outer[i] = v[0] * v[i];
    trace_column(trace, name, N, outer);
}

static void dominant_with(FILE *trace, struct rng *rng, real sign, real shift)
{
    const real size = sign * (2 + 3 * rng_uniform(rng));
    const real value[N] = {size,        0.5 * size, 0.3 * size, 0.1 * size,
                           0.01 * size, 0,          0.2 * size, 0.4 * size};
    struct matrix m = matrix_of(value, rng);
    struct power_result result;
    real v[N], work[N];
    draw_start(&m, v, rng);
    shift *= size;
    trace_input(trace, "largest", 1, &value[0]);
    trace_input(trace, "shift", 1, &shift);
    trace_number(trace, "status",
                 power_iteration(N, multiply, &m, shift, (struct power_config){200, 1e-9},
                                 v, work, &result));
    record(trace, &result);
    record_vector(trace, "v0-times-v", v);
    trace_number(trace, "products-asked-for", (double)m.products);
}

static void dominant(FILE *trace, struct rng *rng)
{
    dominant_with(trace, rng, 1, 0);
}

static void negative(FILE *trace, struct rng *rng)
{
    dominant_with(trace, rng, -1, 0);
}

static void shifted(FILE *trace, struct rng *rng)
{
    dominant_with(trace, rng, 1, 0.5);
}

/* Two eigenvalues that differ by a hundredth: ρ creeps. What comes back is tested by its
 * own residual. */
static void close_pair(FILE *trace, struct rng *rng)
{
    const real size = 1 + rng_uniform(rng);
    const real value[N] = {size, 0.99 * size, 0.2, 0.1, 0, 0, 0, 0};
    struct matrix m = matrix_of(value, rng);
    struct power_result result;
    real v[N], work[N], product[N];
    draw_start(&m, v, rng);
    power_iteration(N, multiply, &m, 0, (struct power_config){5000, 1e-5}, v, work,
                    &result);
    multiply(N, v, product, &m);
    trace_input(trace, "largest", 1, &value[0]);
    record(trace, &result);
    trace_rough(trace, "residual", 1, &result.residual);
    trace_column(trace, "v", N, v);
    trace_column(trace, "H-times-v", N, product);
}

/* Too few products allowed: what there is so far. */
static void limited(FILE *trace, struct rng *rng)
{
    const real value[N] = {3, -1, 2.9, 0.5, 0, 1, 1, 2};
    struct matrix m = matrix_of(value, rng);
    struct power_result result;
    real v[N], work[N];
    draw_start(&m, v, rng);
    power_iteration(N, multiply, &m, 0, (struct power_config){4, 1e-6}, v, work, &result);
    record(trace, &result);
    trace_number(trace, "residual", result.residual);
    record_vector(trace, "v0-times-v", v);
    trace_number(trace, "products-asked-for", (double)m.products);
}

/* The largest eigenvalue where that of largest size is negative, or is not. */
static void top(FILE *trace, struct rng *rng)
{
    const real size = 1 + rng_uniform(rng);
    const real indefinite[N] = {-3 * size, 2 * size,   size, 0,
                                -size,     0.5 * size, -0.1, 0.1};
    const real below[N] = {-2 * size, -1.5 * size, -0.1 * size, -1, -1.2, -1, -1.1, -1.3};
    const real positive[N] = {size, 0.4 * size, 0, 0, -0.5 * size, 0.1, 0.1, 0.1};
    const real *const values[3] = {indefinite, below, positive};
    real top_value[3], vector[3][N], largest[3], converged[3], products[3];
    for (size_t k = 0; k < 3; k++) {
        struct matrix m = matrix_of(values[k], rng);
        struct power_result result;
        real v[N], work[2 * N];
        draw_start(&m, v, rng);
        top_eigenvalue(N, multiply, &m, (struct power_config){2000, 1e-9}, v, work,
                       &result);
        top_value[k] = result.value;
        converged[k] = result.converged;
        products[k] = (real)(result.products == m.products);
        largest[k] = values[k][0];
        for (size_t i = 0; i < N; i++) {
            largest[k] = fmax(largest[k], values[k][i]);
            vector[k][i] = v[0] * v[i];
        }
    }
    trace_input(trace, "largest", 3, largest);
    trace_column(trace, "top-value", 3, top_value);
    trace_column(trace, "top-converged", 3, converged);
    trace_column(trace, "all-products-counted", 3, products);
    trace_matrix(trace, "top-v0-times-v", 3, N, vector[0]);
}

/* One negative eigenvalue, and 0 for the others: a single product leaves the eigenvector
 * of the first and nothing else, to the last bit. */
static void one_negative(FILE *trace, struct rng *rng)
{
    const real value[N] = {0, 0, -1 - rng_uniform(rng), 0, 0, 0, 0, 0};
    struct matrix m = {.n = N, .value = value};
    struct power_result result;
    real v[N], work[2 * N];
    draw(N, v, 0, 1, rng);
    top_eigenvalue(N, multiply, &m, (struct power_config){50, 1e-6}, v, work, &result);
    trace_input(trace, "negative", 1, &value[2]);
    trace_number(trace, "top-with-one-negative", result.value);
    trace_number(trace, "v-along-the-negative", v[2]);
    trace_number(trace, "products-with-one-negative", (double)result.products);
}

/* Equal in size, opposite in sign: no winner. And the matrix 0. */
static void tie(FILE *trace, struct rng *rng)
{
    const real size = 1 + rng_uniform(rng), nothing[N] = {0};
    const real value[N] = {size, -size, 0.1, 0.1, 0, 0, 0, 0};
    struct matrix m = matrix_of(value, rng);
    struct power_result result;
    real v[N], work[2 * N];
    draw_start(&m, v, rng);
    top_eigenvalue(N, multiply, &m, (struct power_config){50, 1e-6}, v, work, &result);
    trace_input(trace, "largest", 1, &value[0]);
    trace_number(trace, "converged-with-a-tie", result.converged);
    trace_number(trace, "products-with-a-tie", (double)result.products);
    m.value = nothing;
    draw_start(&m, v, rng);
    power_iteration(N, multiply, &m, 0, (struct power_config){50, 1e-6}, v, work,
                    &result);
    record(trace, &result);
}

/* Products of NaN from the third on, if it is asked to. */
static void fail_late(size_t n, const real *v, real *hv, void *context)
{
    struct matrix *m = context;
    multiply(n, v, hv, m);
    if (m->products == 3)
        hv[n - 1] = (real)NAN;
}

static void refused(FILE *trace, struct rng *rng)
{
    const real value[N] = {3 + rng_uniform(rng), 1, 1, 1, 1, 1, 1, 1};
    const real nan = (real)NAN, inf = (real)INFINITY;
    real status[WRONG], found[WRONG], products[WRONG];
    for (size_t k = 0; k < WRONG; k++) {
        struct matrix m = matrix_of(value, rng);
        struct power_config config = {100, 1e-12};
        struct power_result result;
        real v[N], work[N];
        draw_start(&m, v, rng);
        config.limit = k == 1 ? 0 : 100;
        config.tolerance = k == 2 ? 0 : k == 3 ? nan : k == 4 ? inf : 1e-12;
        if (k == 6)
            memset(v, 0, sizeof v);
        if (k == 7)
            v[5] = -inf;
        status[k] = power_iteration(k == 0 ? 0 : N, k == 8 ? fail_late : multiply, &m,
                                    k == 5 ? nan : 0, config, v, work, &result);
        found[k] = result.value;
        products[k] = (real)result.products;
    }
    trace_input(trace, "largest", 1, &value[0]);
    trace_column(trace, "status-of-what-is-refused", WRONG, status);
    trace_rough(trace, "value-of-what-is-refused", WRONG, found);
    trace_rough(trace, "products-of-what-is-refused", WRONG, products);
}

static void one_large(size_t n, const real *v, real *hv, void *context)
{
    for (size_t i = 0; i < n; i++)
        hv[i] = v[i] * (i == n / 2 ? *(const real *)context : 1);
}

static void many(FILE *trace, struct rng *rng)
{
    real *v = room(3 * MANY), *work = v + MANY, value = 300 + 100 * rng_uniform(rng);
    struct power_result result;
    draw(MANY, v, 0, 1e-170, rng);
    v[MANY / 2] = 1e-170;
    const size_t before = driver_allocations();
    top_eigenvalue(MANY, one_large, &value, (struct power_config){100, 1e-8}, v, work,
                   &result);
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_input(trace, "largest", 1, &value);
    record(trace, &result);
    free(v);
}

/* For the plot: how far ρ is off with more and more products. */
static void digits(FILE *trace, struct rng *rng)
{
    const real value[N] = {2, 1.8, 1, 0.5, 0, 0, 0, 0};
    struct matrix m = matrix_of(value, rng);
    real start[N], iteration[SWEEP], error[SWEEP];
    draw_start(&m, start, rng);
    for (size_t k = 0; k < SWEEP; k++) {
        struct power_result result;
        real v[N], work[N];
        memcpy(v, start, sizeof v);
        power_iteration(N, multiply, &m, 0, (struct power_config){k + 1, 1e-14}, v, work,
                        &result);
        error[k] = log10(2 - result.value);
    }
    count_from_1(SWEEP, iteration);
    trace_input(trace, "iteration", SWEEP, iteration);
    trace_column(trace, "error", SWEEP, error);
}

const struct driver_case driver_cases[] = {
    {"dominant", dominant},
    {"negative", negative},
    {"shifted", shifted},
    {"close", close_pair},
    {"limited", limited},
    {"top", top},
    {"one-negative", one_negative},
    {"tie", tie},
    {"refused", refused},
    {"many", many},
    {"digits", digits},
    {NULL, NULL},
};
