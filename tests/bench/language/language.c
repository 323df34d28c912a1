/* language.c: how long a training step of the language model takes, beside PyTorch.
 *
 *     language [PEER.py]
 *
 * A step is forward, backward, and AdamW, in single precision on two threads. Here each
 * thread has a model of its own for half of the batch, and the gradient is the mean of
 * the two; PyTorch shares out each product. PEER.py, where it runs, answers with the
 * milliseconds of its step. The two take turns, and the least of the turns counts, so
 * that a busy machine disturbs little. */
#include "../turns.h"
#include "lab/gpt.h"
#include "optim/adamw.h"

#include <cblas.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 2, TURNS = 15, STEPS = 4 };

struct size {
    const char *name;
    struct gpt_config config; /* of the whole batch */
};

static const struct size sizes[] = {{"width 64, 2 blocks", {94, 64, 64, 4, 2, 16}},
                                    {"width 128, 4 blocks", {94, 64, 128, 4, 4, 16}},
                                    {NULL, {0}}};

/* What a training needs: a model and a gradient for each thread. */
struct training {
    size_t threads;
    struct gpt gpt[MOST];
    real *g[MOST], *theta;
    struct adamw adamw;
    unsigned char *token;
    size_t batch, places; /* of a thread */
};

static void check(enum descent_status status)
{
    if (status)
        check_pointer(NULL);
}

static void prepare(struct training *t, size_t threads, struct gpt_config config)
{
    struct rng rng = rng_seed(1);
    t->threads = threads;
    t->batch = config.batch /= threads;
    t->places = config.context;
    for (size_t k = 0; k < t->threads; k++) {
        check(gpt_init(&t->gpt[k], config));
        t->g[k] = check_pointer(calloc(t->gpt[k].n, sizeof(real)));
    }
    t->theta = check_pointer(calloc(t->gpt[0].n, sizeof(real)));
    gpt_init_theta(&t->gpt[0], 0.02f, t->theta, &rng);
    check(adamw_init(&t->adamw, t->gpt[0].n, adamw_defaults()));
    const size_t count = t->threads * t->batch * (t->places + 1);
    t->token = check_pointer(malloc(count));
    for (size_t i = 0; i < count; i++)
        t->token[i] = (unsigned char)rng_below(&rng, config.vocabulary);
}

static void release(struct training *t)
{
    for (size_t k = 0; k < t->threads; k++) {
        gpt_free(&t->gpt[k]);
        free(t->g[k]);
    }
    adamw_free(&t->adamw);
    free(t->theta);
    free(t->token);
}

static void step(struct training *t)
{
    const size_t n = t->gpt[0].n;
#pragma omp parallel for num_threads((int)t->threads)
    for (size_t k = 0; k < t->threads; k++)
        gpt_cost(&t->gpt[k], t->theta, t->batch, t->places,
                 t->token + k * t->batch * (t->places + 1), t->g[k]);
    for (size_t i = 0; t->threads == 2 && i < n; i++)
        t->g[0][i] = (t->g[0][i] + t->g[1][i]) / 2;
    adamw_step(&t->adamw, t->theta, t->g[0]);
}

static double milliseconds(size_t threads)
{
    return 1e3 * (threads == 1 ? processor_seconds() : wall_seconds()) / STEPS;
}

static void measure(const struct size *size, size_t threads, struct peer *peer)
{
    struct training t;
    double mine = INFINITY, theirs = INFINITY;
    prepare(&t, threads, size->config);
    step(&t);
    peer_ask(peer, size->name);
    for (int turn = 0; turn < TURNS; turn++) {
        const double start = milliseconds(threads);
        for (int k = 0; k < STEPS; k++)
            step(&t);
        mine = fmin(mine, milliseconds(threads) - start);
        theirs = fmin(theirs, peer_ask(peer, size->name));
    }
    printf("%-22s %9zu %9.2f", size->name, t.gpt[0].n, mine);
    printf(theirs > 0 ? "  %14.2f\n" : "               -\n", theirs / mine);
    fflush(stdout);
    release(&t);
}

int main(int argc, char **argv)
{
    const size_t threads = argc > 2 && strcmp(argv[2], "1") == 0 ? 1 : MOST;
    if (argc > 3) {
        fprintf(stderr, "usage: %s [PEER.py [THREADS]]\n", argv[0]);
        return 2;
    }
    openblas_set_num_threads(1);
    signal(SIGPIPE, SIG_IGN); /* a peer that is not installed is no reason to stop */
    struct peer peer = peer_start(argc > 1 ? argv[1] : NULL, STEPS, (int)threads);
    puts("\nlanguage model         parameters   ms/step    PyTorch/here");
    for (const struct size *size = sizes; size->name; size++)
        measure(size, threads, &peer);
    peer_stop(&peer);
    return EXIT_SUCCESS;
}
