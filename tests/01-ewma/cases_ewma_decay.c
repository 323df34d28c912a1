/* cases_ewma_decay.c: λ from half-lives, spans and centers of mass, and back; one case
 * for each of the six functions, so that whoever has written one can test it. */
#include "judge/driver.h"
#include "optim/ewma_decay.h"

#include <math.h>

enum { N = 60 };

/* Calls a function on all values of an array. */
static void apply(real (*function)(real), size_t n, const real *in, real *out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = function(in[i]);
}

static void record_lambda(FILE *trace, const char *input, const real *values,
                          real (*function)(real))
{
    real lambda[N];
    apply(function, N, values, lambda);
    trace_input(trace, input, N, values);
    trace_column(trace, "lambda", N, lambda);
}

static void record_from_lambda(FILE *trace, const char *output, real (*function)(real),
                               struct rng *rng)
{
    real lambda[N], values[N];
    for (size_t i = 0; i < N; i++)
        lambda[i] = 0.01 + 0.98 * rng_uniform(rng);
    lambda[0] = 0.999;
    apply(function, N, lambda, values);
    trace_input(trace, "lambda", N, lambda);
    trace_column(trace, output, N, values);
}

static void halflives(FILE *trace, struct rng *rng)
{
    real h[N], offset = 0.3 * rng_uniform(rng);
    for (size_t i = 0; i < N; i++)
        h[i] = offset + 0.3 * (real)(i + 1);
    record_lambda(trace, "h", h, ewma_lambda_from_halflife);
}

static void spans(FILE *trace, struct rng *rng)
{
    real span[N];
    for (size_t i = 0; i < N; i++)
        span[i] = 1 + (real)i + 0.1 + 0.8 * rng_uniform(rng);
    record_lambda(trace, "span", span, ewma_lambda_from_span);
}

static void coms(FILE *trace, struct rng *rng)
{
    real com[N];
    for (size_t i = 0; i < N; i++)
        com[i] = (real)i / 2 + 0.1 + 0.3 * rng_uniform(rng);
    record_lambda(trace, "com", com, ewma_lambda_from_com);
}

static void to_halflife(FILE *trace, struct rng *rng)
{
    record_from_lambda(trace, "halflife", ewma_halflife, rng);
}

static void to_span(FILE *trace, struct rng *rng)
{
    record_from_lambda(trace, "span", ewma_span, rng);
}

static void to_com(FILE *trace, struct rng *rng)
{
    record_from_lambda(trace, "com", ewma_com, rng);
}

/* There and back again. */
static void back(FILE *trace, struct rng *rng)
{
    real given[N], lambda[N], result[N];
    for (size_t i = 0; i < N; i++)
        given[i] = 1.5 + 20 * rng_uniform(rng);
    trace_input(trace, "given", N, given);
    apply(ewma_lambda_from_halflife, N, given, lambda);
    apply(ewma_halflife, N, lambda, result);
    trace_column(trace, "lambda-of-halflife", N, lambda);
    trace_column(trace, "halflife", N, result);
    apply(ewma_lambda_from_span, N, given, lambda);
    apply(ewma_span, N, lambda, result);
    trace_column(trace, "lambda-of-span", N, lambda);
    trace_column(trace, "span", N, result);
    apply(ewma_lambda_from_com, N, given, lambda);
    apply(ewma_com, N, lambda, result);
    trace_column(trace, "lambda-of-com", N, lambda);
    trace_column(trace, "com", N, result);
}

/* One call, under the name "function(argument)". */
#define RECORD(function, argument)                                                       \
    trace_number(trace, #function "(" #argument ")", function((real)(argument)))

/* One that is in range, and that only the seed knows. */
static void record_some(FILE *trace, struct rng *rng)
{
    const real some = 1 + rng_uniform(rng);
    trace_input(trace, "some", 1, &some);
    RECORD(ewma_lambda_from_halflife, some);
}

/* The ends of the ranges that belong to them: no memory, next to none, and a long one. */
static void ends(FILE *trace, struct rng *rng)
{
    record_some(trace, rng);
    RECORD(ewma_lambda_from_halflife, 1e-3);
    RECORD(ewma_lambda_from_halflife, 1e6);
    RECORD(ewma_lambda_from_span, 1);
    RECORD(ewma_lambda_from_com, 0);
    RECORD(ewma_halflife, 1e-300);
    RECORD(ewma_span, 0);
    RECORD(ewma_com, 0);
}

/* The same for what must be refused: without a check anything may come. */
#define RECORD_BAD(function, argument)                                                   \
    trace_rough(trace, #function "(" #argument ")", 1,                                   \
                (real[]){function((real)(argument))})

/* Beyond the ranges, at the ends that do not belong to them, and no number. The first one
 * is in range: to refuse everything is not enough. */
static void invalid(FILE *trace, struct rng *rng)
{
    record_some(trace, rng);
    RECORD_BAD(ewma_lambda_from_halflife, 0);
    RECORD_BAD(ewma_lambda_from_halflife, -1);
    RECORD_BAD(ewma_lambda_from_halflife, INFINITY);
    RECORD_BAD(ewma_lambda_from_halflife, NAN);
    RECORD_BAD(ewma_lambda_from_span, 0.5);
    RECORD_BAD(ewma_lambda_from_span, -3);
    RECORD_BAD(ewma_lambda_from_span, INFINITY);
    RECORD_BAD(ewma_lambda_from_span, NAN);
    RECORD_BAD(ewma_lambda_from_com, -0.5);
    RECORD_BAD(ewma_lambda_from_com, -2);
    RECORD_BAD(ewma_lambda_from_com, INFINITY);
    RECORD_BAD(ewma_lambda_from_com, NAN);
    RECORD_BAD(ewma_halflife, 0);
    RECORD_BAD(ewma_halflife, 1);
    RECORD_BAD(ewma_halflife, 2);
    RECORD_BAD(ewma_halflife, NAN);
    RECORD_BAD(ewma_span, -0.5);
    RECORD_BAD(ewma_span, 1);
    RECORD_BAD(ewma_span, 2);
    RECORD_BAD(ewma_span, NAN);
    RECORD_BAD(ewma_com, -0.5);
    RECORD_BAD(ewma_com, 1);
    RECORD_BAD(ewma_com, 2);
    RECORD_BAD(ewma_com, NAN);
}

const struct driver_case driver_cases[] = {
    {"halflives", halflives}, {"spans", spans},
    {"coms", coms},           {"to-halflife", to_halflife},
    {"to-span", to_span},     {"to-com", to_com},
    {"back", back},           {"ends", ends},
    {"invalid", invalid},     {NULL, NULL},
};
