/* bench.c: how fast the methods step, beside a plain stream of memory.
 *
 *     bench OUTPUT.json [PEERS.py]
 *
 * Every method is measured at three sizes, by one thread and by two. The steps have no
 * threads of their own: each thread here owns an optimizer for its share of the parameters,
 * which changes no bit of the result because no coordinate knows of another. Beside each
 * method runs a stream that reads and writes as many arrays and adds; the two take turns,
 * and the ratio is the median over the turns, so that a busy machine disturbs both alike.
 * PEERS.py, where it runs, says how long other people's optimizers take. */
#include "optim/adadelta.h"
#include "optim/adagrad.h"
#include "optim/adam.h"
#include "optim/adamw.h"
#include "optim/amsgrad.h"
#include "optim/heavy_ball.h"
#include "optim/lion.h"
#include "optim/momentum_forms.h"
#include "optim/nesterov_current.h"
#include "optim/rmsprop.h"
#include "optim/sgd.h"
#include "optim/sgdw.h"

#include <jansson.h>
#include <omp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TURNS = 15, MAX_THREADS = 2, MAX_ARRAYS = 5 };
static const double TURN_SECONDS = 0.01;

/* The share of one thread: θ, g, and the optimizer of this share. */
struct share {
    size_t n;
    real *theta, *g;
    void *optimizer;
    real *array[MAX_ARRAYS]; /* what the stream goes through */
};

struct method {
    const char *name;
    int reads, writes; /* arrays of n numbers */
    void *(*make)(size_t n);
    void (*step)(void *optimizer, real *theta, const real *g);
    void (*drop)(void *optimizer);
};

static void *check_pointer(void *pointer)
{
    if (!pointer) {
        fputs("bench: out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    return pointer;
}

/* What a method needs to stand in the table below. ADJUST changes its default settings. */
#define DEFINE_METHOD(NAME, METHOD, ADJUST)                                              \
    static void *make_##NAME(size_t n)                                                   \
    {                                                                                    \
        struct METHOD##_config config = METHOD##_defaults();                             \
        struct METHOD *method = check_pointer(malloc(sizeof *method));                   \
        ADJUST;                                                                          \
        if (METHOD##_init(method, n, config))                                            \
            check_pointer(NULL);                                                         \
        return method;                                                                   \
    }                                                                                    \
    static void step_##NAME(void *method, real *theta, const real *g)                    \
    {                                                                                    \
        METHOD##_step(method, theta, g);                                                 \
    }                                                                                    \
    static void drop_##NAME(void *method)                                                \
    {                                                                                    \
        METHOD##_free(method);                                                           \
        free(method);                                                                    \
    }

static void sgd_free(struct sgd *sgd)
{
    (void)sgd;
}

DEFINE_METHOD(sgd, sgd, (void)0)
DEFINE_METHOD(heavy_ball, heavy_ball, (void)0)
DEFINE_METHOD(momentum_average, momentum_average, (void)0)
DEFINE_METHOD(nesterov_current, nesterov_current, (void)0)
DEFINE_METHOD(adagrad, adagrad, (void)0)
DEFINE_METHOD(rmsprop, rmsprop, (void)0)
DEFINE_METHOD(rmsprop_momentum, rmsprop, config.beta = (real)0.9)
DEFINE_METHOD(rmsprop_centered, rmsprop, config.centered = true)
DEFINE_METHOD(adadelta, adadelta, (void)0)
DEFINE_METHOD(adam, adam, (void)0)
DEFINE_METHOD(amsgrad, amsgrad, (void)0)
DEFINE_METHOD(lion, lion, (void)0)
DEFINE_METHOD(sgdw, sgdw, (void)0)
DEFINE_METHOD(adamw, adamw, (void)0)

#define ROW(NAME, READS, WRITES)                                                         \
    {                                                                                    \
#NAME, READS, WRITES, make_##NAME, step_##NAME, drop_##NAME                      \
    }
static const struct method methods[] = {
    ROW(sgd, 2, 1),
    ROW(heavy_ball, 3, 2),
    ROW(momentum_average, 3, 2),
    ROW(nesterov_current, 3, 2),
    ROW(sgdw, 3, 2),
    ROW(lion, 3, 2),
    ROW(adagrad, 3, 2),
    ROW(rmsprop, 3, 2),
    ROW(rmsprop_momentum, 4, 3),
    ROW(rmsprop_centered, 4, 3),
    ROW(adadelta, 4, 3),
    ROW(adam, 4, 3),
    ROW(adamw, 4, 3),
    ROW(amsgrad, 5, 4),
};
enum { METHODS = sizeof methods / sizeof *methods };

/* Reads `arrays` arrays and writes all but the last of them, in one pass. */
static void stream(struct share *share, int arrays)
{
    const size_t n = share->n;
    real *a = share->array[0], *b = share->array[1], *c = share->array[2];
    real *d = share->array[3], *e = share->array[4];
    if (arrays == 2)
        for (size_t i = 0; i < n; i++)
            a[i] += b[i];
    else if (arrays == 3)
        for (size_t i = 0; i < n; i++)
            a[i] += c[i], b[i] += c[i];
    else if (arrays == 4)
        for (size_t i = 0; i < n; i++)
            a[i] += d[i], b[i] += d[i], c[i] += d[i];
    else
        for (size_t i = 0; i < n; i++)
            a[i] += e[i], b[i] += e[i], c[i] += e[i], d[i] += e[i];
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* Seconds for `steps` steps of all shares; method NULL means the stream. */
static double run(struct share *shares, int threads, const struct method *method,
                  int arrays, size_t steps)
{
    double start = now();
#pragma omp parallel num_threads(threads)
    {
        struct share *share = &shares[omp_get_thread_num()];
        for (size_t k = 0; k < steps; k++)
            if (method)
                method->step(share->optimizer, share->theta, share->g);
            else
                stream(share, arrays);
    }
    return now() - start;
}

static real *filled(size_t n)
{
    real *array = check_pointer(malloc((n ? n : 1) * sizeof *array));
    for (size_t i = 0; i < n; i++)
        array[i] = (real)(i % 97 + 1) / 100;
    return array;
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values)
{
    qsort(values, TURNS, sizeof *values, by_size);
    return values[TURNS / 2];
}

struct result {
    double method, stream, ratio; /* ns a parameter; stream over method */
};

/* Lets the method and the stream take turns. */
static struct result take_turns(struct share *shares, int threads,
                                const struct method *method, size_t n)
{
    double mine[TURNS], plain[TURNS], ratio[TURNS];
    size_t steps = 1;
    run(shares, threads, NULL, method->reads, steps);
    run(shares, threads, method, 0, steps);
    while (run(shares, threads, method, 0, steps) < TURN_SECONDS)
        steps *= 2;
    double unit = 1e9 / ((double)steps * (double)n);
    for (int turn = 0; turn < TURNS; turn++) {
        mine[turn] = unit * run(shares, threads, method, 0, steps);
        plain[turn] = unit * run(shares, threads, NULL, method->reads, steps);
        ratio[turn] = plain[turn] / mine[turn];
    }
    return (struct result){median(mine), median(plain), median(ratio)};
}

static struct result measure(const struct method *method, size_t n, int threads)
{
    struct share shares[MAX_THREADS] = {0};
    for (int k = 0; k < threads; k++) {
        struct share *share = &shares[k];
        share->n = n / (size_t)threads;
        share->theta = filled(share->n);
        share->g = filled(share->n);
        share->optimizer = method->make(share->n);
        for (int a = 0; a < method->reads; a++)
            share->array[a] = filled(share->n);
    }
    struct result result = take_turns(shares, threads, method, n);
    for (int k = 0; k < threads; k++) {
        free(shares[k].theta);
        free(shares[k].g);
        method->drop(shares[k].optimizer);
        for (int a = 0; a < method->reads; a++)
            free(shares[k].array[a]);
    }
    return result;
}

/* Asks the peers how long they take: fills ns a parameter by method, 0 where unknown. */
static void ask_peers(const char *script, size_t n, int threads, double *peer)
{
    char command[512], line[128], name[64];
    double ns;
    memset(peer, 0, METHODS * sizeof *peer);
    if (!script)
        return;
    snprintf(command, sizeof command, "/usr/bin/python3 '%s' %zu %d", script, n, threads);
    FILE *pipe = popen(command, "r");
    while (pipe && fgets(line, sizeof line, pipe))
        if (sscanf(line, "%63s %lf", name, &ns) == 2)
            for (int k = 0; k < METHODS; k++)
                if (strcmp(methods[k].name, name) == 0)
                    peer[k] = ns;
    if (pipe)
        pclose(pipe);
}

static void report(json_t *rows, const struct method *method, size_t n, int threads,
                   struct result result, double peer)
{
    int bytes = (method->reads + method->writes) * (int)sizeof(real);
    printf("%-18s %9zu %3d %9.3f %6d %8.2f", method->name, n, threads, result.method,
           bytes, result.ratio);
    printf(peer > 0 ? " %9.1f\n" : "         -\n", peer / result.method);
    json_t *row =
        json_pack("{s:s, s:I, s:i, s:f, s:i, s:f, s:f}", "method", method->name,
                  "parameters", (json_int_t)n, "threads", threads, "ns_per_parameter",
                  result.method, "bytes_per_parameter", bytes, "stream_ns_per_parameter",
                  result.stream, "stream_ratio", result.ratio);
    if (peer > 0) {
        json_object_set_new(row, "pytorch_ns_per_parameter", json_real(peer));
        json_object_set_new(row, "pytorch_ratio", json_real(peer / result.method));
    }
    json_array_append_new(rows, row);
}

int main(int argc, char **argv)
{
    const size_t sizes[] = {1 << 10, 1 << 20, 1 << 24};
    if (argc < 2 || argc > 3) {
        fprintf(stderr, "usage: %s OUTPUT.json [PEERS.py]\n", argv[0]);
        return 2;
    }
    json_t *rows = json_array();
    puts("method            parameters thr  ns/param B/param  stream/  PyTorch/");
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (int threads = 1; threads <= MAX_THREADS; threads++) {
            double peer[METHODS];
            ask_peers(argc > 2 ? argv[2] : NULL, sizes[s], threads, peer);
            for (int k = 0; k < METHODS; k++)
                report(rows, &methods[k], sizes[s], threads,
                       measure(&methods[k], sizes[s], threads), peer[k]);
        }
    json_t *document = json_pack("{s:i, s:s, s:s, s:o}", "schema", 1, "real",
                                 sizeof(real) == sizeof(float) ? "float" : "double",
                                 "compiler", __VERSION__, "results", rows);
    int failed =
        json_dump_file(document, argv[1], JSON_INDENT(1) | JSON_REAL_PRECISION(6));
    if (failed)
        fprintf(stderr, "bench: cannot write %s\n", argv[1]);
    json_decref(document);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
