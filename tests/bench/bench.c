/* bench.c: how fast the methods step, beside a plain stream of memory.
 *
 *     bench OUTPUT.json [PEERS.py [PEERS_MATRICES.py]]
 *
 * Every method is measured at three sizes, by one thread and by two. The steps have no
 * threads of their own: each thread here owns an optimizer for its share of the
 * parameters, which changes no bit of the result because no coordinate knows of another.
 * Beside each method runs a stream that reads and writes as many arrays and adds; the two
 * take turns, and the ratio is the median over the turns, so that a busy machine disturbs
 * both alike. PEERS.py, where it runs, answers with the time of another's step in the
 * same turn. Two rows more show a step whose gradients have stopped: its averages are
 * subnormal numbers. The last column is the peer's time over the stream's: where the
 * arrays do not fit in the caches, that is what a step without any arithmetic would
 * reach. */
#include "lab/methods.h"
#include "matrices.h"
#include "turns.h"

#include <jansson.h>
#include <omp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { TURNS = 15, MAX_THREADS = 2, MAX_ARRAYS = 5 };
static const double TURN_SECONDS = 0.01;

/* The share of one thread: θ, g, and the optimizer of this share. */
struct share {
    size_t n;
    real *theta, *g;
    struct optimizer optimizer;
    real *array[MAX_ARRAYS]; /* what the stream goes through */
};

/* Reads `arrays` arrays and writes all but the last of them, in one pass. */
static void stream(struct share *share, size_t arrays)
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

/* Seconds for `steps` steps of all shares, or, with `arrays` above 0, of the stream. */
static double run(struct share *shares, int threads, size_t arrays, size_t steps)
{
    double start = wall_seconds();
#pragma omp parallel num_threads(threads)
    {
        struct share *share = &shares[omp_get_thread_num()];
        for (size_t k = 0; k < steps; k++)
            if (arrays)
                stream(share, arrays);
            else
                share->optimizer.step(share->optimizer.state, share->theta, share->g);
    }
    return wall_seconds() - start;
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
    double method, stream, peer;     /* ns a parameter */
    double stream_ratio, peer_ratio; /* over the method's, turn by turn */
};

/* Lets the method, the stream and the peer take turns. */
static struct result take_turns(struct share *shares, int threads,
                                const struct method *method, size_t n, struct peer *peer)
{
    double mine[TURNS], plain[TURNS], theirs[TURNS], ratio[TURNS], peer_ratio[TURNS];
    peer_ask(peer, method->name);
    size_t steps = 1;
    run(shares, threads, method->reads, steps);
    run(shares, threads, 0, steps);
    while (run(shares, threads, 0, steps) < TURN_SECONDS)
        steps *= 2;
    double unit = 1e9 / ((double)steps * (double)n);
    for (int turn = 0; turn < TURNS; turn++) {
        mine[turn] = unit * run(shares, threads, 0, steps);
        plain[turn] = unit * run(shares, threads, method->reads, steps);
        theirs[turn] = peer_ask(peer, method->name);
        ratio[turn] = plain[turn] / mine[turn];
        peer_ratio[turn] = theirs[turn] / mine[turn];
    }
    return (struct result){median(mine), median(plain), median(theirs), median(ratio),
                           median(peer_ratio)};
}

/* Lets the gradients stop, until the averages have decayed to subnormal numbers: 0.9 to
 * the power of 1200 is 1e-55. */
static void stop_gradients(struct share *share)
{
    run(share, 1, 0, 10);
    for (size_t i = 0; i < share->n; i++)
        share->g[i] = 0;
    run(share, 1, 0, 1200);
}

static struct result measure(const struct method *method, size_t n, int threads,
                             bool stopped, struct peer *peer)
{
    struct share shares[MAX_THREADS] = {0};
    for (int k = 0; k < threads; k++) {
        struct share *share = &shares[k];
        share->n = n / (size_t)threads;
        share->theta = filled(share->n);
        share->g = filled(share->n);
        if (method_make(&share->optimizer, method->name, share->n))
            check_pointer(NULL);
        for (size_t a = 0; a < method->reads; a++)
            share->array[a] = filled(share->n);
        if (stopped)
            stop_gradients(share);
    }
    struct result result = take_turns(shares, threads, method, n, peer);
    for (int k = 0; k < threads; k++) {
        free(shares[k].theta);
        free(shares[k].g);
        optimizer_drop(&shares[k].optimizer);
        for (size_t a = 0; a < method->reads; a++)
            free(shares[k].array[a]);
    }
    return result;
}

static void report(json_t *rows, const struct method *method, const char *name, size_t n,
                   int threads, struct result result)
{
    int bytes = (int)((method->reads + method->writes) * sizeof(real));
    printf("%-18s %10zu %3d %9.3f %8d %12.2f", name, n, threads, result.method, bytes,
           result.stream_ratio);
    if (result.peer > 0)
        printf(" %13.1f %15.1f\n", result.peer_ratio, result.peer / result.stream);
    else
        puts("             -               -");
    fflush(stdout);
    json_t *row =
        json_pack("{s:s, s:I, s:i, s:f, s:i, s:f, s:f}", "method", name, "parameters",
                  (json_int_t)n, "threads", threads, "ns_per_parameter", result.method,
                  "bytes_per_parameter", bytes, "stream_ns_per_parameter", result.stream,
                  "stream_ratio", result.stream_ratio);
    if (result.peer > 0) {
        json_object_set_new(row, "pytorch_ns_per_parameter", json_real(result.peer));
        json_object_set_new(row, "pytorch_ratio", json_real(result.peer_ratio));
    }
    json_array_append_new(rows, row);
}

static json_t *measure_all(const char *peers)
{
    const size_t sizes[] = {1 << 10, 1 << 20, 1 << 24};
    json_t *rows = json_array();
    puts("method             parameters thr  ns/param  B/param  stream/step  PyTorch/step"
         "  PyTorch/stream");
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (int threads = 1; threads <= MAX_THREADS; threads++) {
            struct peer peer = peer_start(peers, sizes[s], threads);
            for (const struct method *method = methods; method->name; method++)
                report(rows, method, method->name, sizes[s], threads,
                       measure(method, sizes[s], threads, false, &peer));
            peer_stop(&peer);
        }
    struct peer nobody = {NULL, NULL};
    for (int k = 0; k < 2; k++) {
        const struct method *method = method_named(k ? "adam" : "heavy_ball");
        report(rows, method, k ? "adam, g = 0" : "heavy_ball, g = 0", sizes[0], 1,
               measure(method, sizes[0], 1, true, &nobody));
    }
    return rows;
}

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 4) {
        fprintf(stderr, "usage: %s OUTPUT.json [PEERS.py [PEERS_MATRICES.py]]\n",
                argv[0]);
        return 2;
    }
    signal(SIGPIPE, SIG_IGN); /* a peer that is not installed is no reason to stop */
    json_t *results = measure_all(argc > 2 ? argv[2] : NULL);
    json_t *matrices = measure_matrices(argc > 3 ? argv[3] : NULL);
    json_t *document =
        json_pack("{s:i, s:s, s:s, s:o, s:o}", "schema", 1, "real",
                  sizeof(real) == sizeof(float) ? "float" : "double", "compiler",
                  __VERSION__, "results", results, "matrices", matrices);
    int failed =
        json_dump_file(document, argv[1], JSON_INDENT(1) | JSON_REAL_PRECISION(6));
    if (failed)
        fprintf(stderr, "bench: cannot write %s\n", argv[1]);
    json_decref(document);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
