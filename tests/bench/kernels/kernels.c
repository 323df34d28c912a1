/* kernels.c: how fast normalizations, losses, dropout and clipping are, beside a plain
 * stream of memory and beside PyTorch.
 *
 *     kernels [PEERS.py]
 *
 * Each goes over arrays of 16M numbers, on one thread. The stream reads and writes as
 * many arrays; what a kernel has to read twice, because no cache holds it, counts twice.
 * PEERS.py, where it runs, answers with the time of PyTorch's, on one thread, too.
 *
 * The bound is what the kernel's definition needs and the stream does not have: bare sums
 * go through a set of numbers as often as it has to be read before anything can be
 * written, and then the stream goes through it; and each exponential and logarithm takes
 * as long as in a loop that has nothing else, over a row in a cache. A kernel that is far
 * behind the stream and close to its bound is not held up by memory alone.
 *
 * All take turns. They are measured in processor time, and the smallest of the turns
 * counts, so that a busy machine disturbs little. PyTorch/stream and PyTorch/bound are
 * what a kernel that is as fast as these would have for PyTorch/kernel: below 2, none can
 * be twice as fast as PyTorch. */
#include "../turns.h"
#include "optim/batch_norm.h"
#include "optim/bce.h"
#include "optim/clip.h"
#include "optim/cross_entropy.h"
#include "optim/dropout.h"
#include "optim/focal.h"
#include "optim/group_norm.h"
#include "optim/infonce.h"
#include "optim/ista.h"
#include "optim/layer_norm_backward.h"
#include "optim/metric.h"
#include "optim/normalize.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

enum {
    NUMBERS = 1 << 24,
    FEATURES = 1024,
    ROWS = NUMBERS / FEATURES,
    PLACES = 4096,
    CHANNELS = 64,
    IMAGES = NUMBERS / PLACES / CHANNELS,
    GROUPS = 32,
    EMBEDDINGS = 4096,
    TURNS = 7
};
static const struct norm_shape images = {IMAGES, CHANNELS, PLACES};

/* What the kernels work on. The small arrays have a number for each set, row or
 * column. */
struct work {
    real *x, *y, *z;          /* between -2 and 2 */
    real *uniform, *yes;      /* between 0 and 1; 0 or 1 */
    real *out, *more, *third; /* overwritten */
    real *gain, *bias, *mean, *scale, *dgain, *dbias;
    size_t *label;
    bool *kept;
    struct batch_norm batch_norm;
    struct ista ista;
    real most; /* what clipping leaves */
    real sum;  /* of bare sums: nobody wants it */
};

struct kernel {
    const char *name;
    size_t reads, writes; /* arrays; with `writes` 0, one that is read is written, too */
    size_t set, before;   /* how often a set's numbers are read before one is written */
    size_t exps, logs;    /* for each number */
    void (*run)(struct work *w);
};

static void layer(struct work *w)
{
    struct norm_sets sets;
    norm_over_groups((struct norm_shape){ROWS, FEATURES, 1}, 1, &sets);
    normalize(sets, 1e-5f, w->x, w->mean, w->scale, w->out);
}

static void instance(struct work *w)
{
    struct norm_sets sets;
    norm_over_groups(images, CHANNELS, &sets);
    normalize(sets, 1e-5f, w->x, w->mean, w->scale, w->out);
}

static void batch_of_images(struct work *w)
{
    normalize(norm_over_batch(images), 1e-5f, w->x, w->mean, w->scale, w->out);
}

static void batch(struct work *w)
{
    batch_norm_forward(&w->batch_norm, ROWS, w->x, w->gain, w->bias, true, w->out);
}

static void batch_used(struct work *w)
{
    batch_norm_forward(&w->batch_norm, ROWS, w->x, w->gain, w->bias, false, w->out);
}

static void batch_back(struct work *w)
{
    batch_norm_backward(&w->batch_norm, ROWS, w->x, w->gain, true, w->y, w->out, w->dgain,
                        w->dbias);
}

static void layer_back(struct work *w)
{
    layer_norm_backward(ROWS, FEATURES, w->x, w->gain, 1e-5f, w->y, w->out, w->dgain,
                        w->dbias);
}

static void group(struct work *w)
{
    group_norm_forward(images, GROUPS, 1e-5f, w->x, w->gain, w->bias, w->mean, w->scale,
                       w->out);
}

static void group_back(struct work *w)
{
    group_norm_backward(images, GROUPS, w->x, w->gain, w->mean, w->scale, w->y, w->out,
                        w->dgain, w->dbias);
}

static void bce(struct work *w)
{
    bce_with_logits(NUMBERS, w->x, w->yes, 1, w->out);
}

static void cross_entropy(struct work *w)
{
    for (size_t r = 0; r < ROWS; r++)
        softmax_cross_entropy(FEATURES, w->x + r * FEATURES, w->label[r],
                              w->out + r * FEATURES);
}

static void focal(struct work *w)
{
    for (size_t r = 0; r < ROWS; r++)
        focal_loss(FEATURES, w->x + r * FEATURES, w->label[r], 2, NULL,
                   w->out + r * FEATURES);
}

static void contrastive(struct work *w)
{
    for (size_t i = 0; i < NUMBERS; i += FEATURES)
        contrastive_loss(FEATURES, w->x + i, w->y + i, i / FEATURES % 2, 20, w->out + i,
                         w->more + i);
}

static void triplet(struct work *w)
{
    for (size_t i = 0; i < NUMBERS; i += FEATURES)
        triplet_loss(FEATURES, w->x + i, w->y + i, w->z + i, 20, TRIPLET_PLAIN,
                     w->out + i, w->more + i, w->third + i);
}

static void nce(struct work *w)
{
    infonce(EMBEDDINGS, w->x, w->label, 0.5f, w->out);
}

static void drop(struct work *w)
{
    dropout_forward(NUMBERS, 0.5f, w->uniform, w->x, w->kept, w->out);
}

static void drop_back(struct work *w)
{
    dropout_backward(NUMBERS, 0.5f, w->kept, w->x, w->out);
}

/* The limit falls, so that there is something to clip each time. */
static void clip(struct work *w)
{
    clip_global(1, &(struct clip_part){NUMBERS, w->z}, w->most, 0, NULL);
    w->most *= 0.99f;
}

static void ista(struct work *w)
{
    ista_step(&w->ista, w->y, w->x);
}

enum { CHANNEL = IMAGES * PLACES, GROUP = CHANNELS / GROUPS * PLACES };
static const struct kernel kernels[] = {
    {"layer_norm", 1, 1, FEATURES, 2, 0, 0, layer},
    {"instance_norm", 1, 1, PLACES, 2, 0, 0, instance},
    {"group_norm", 1, 1, GROUP, 2, 0, 0, group},
    {"batch_norm_images", 1, 1, CHANNEL, 2, 0, 0, batch_of_images},
    {"batch_norm", 1, 1, NUMBERS, 2, 0, 0, batch},
    {"batch_norm_used", 1, 1, NUMBERS, 0, 0, 0, batch_used},
    {"layer_norm_backward", 2, 1, FEATURES, 2, 0, 0, layer_back},
    {"group_norm_backward", 2, 1, GROUP, 1, 0, 0, group_back},
    {"batch_norm_backward", 2, 1, NUMBERS, 1, 0, 0, batch_back},
    {"bce_with_logits", 2, 1, NUMBERS, 0, 1, 1, bce},
    {"softmax_cross_entropy", 1, 1, FEATURES, 2, 2, 0, cross_entropy},
    {"focal_loss", 1, 1, FEATURES, 2, 1, 0, focal},
    {"contrastive_loss", 2, 2, FEATURES, 1, 0, 0, contrastive},
    {"triplet_loss", 3, 3, FEATURES, 1, 0, 0, triplet},
    {"infonce", 1, 1, NUMBERS, 1, 2, 0, nce},
    {"dropout_forward", 2, 1, NUMBERS, 0, 0, 0, drop},
    {"dropout_backward", 1, 1, NUMBERS, 0, 0, 0, drop_back},
    {"clip_global", 1, 0, NUMBERS, 2, 0, 0, clip},
    {"ista_step", 2, 0, NUMBERS, 0, 0, 0, ista},
    {NULL, 0, 0, 0, 0, 0, 0, NULL}};

/* Over n numbers of each array, from `first` on. Dropout's flags, a quarter of an array,
 * are not in it. */
static void stream(size_t traffic, struct work *w, size_t first, size_t n)
{
    const real *a = w->x + first, *b = w->y + first, *c = w->uniform + first;
    real *d = w->out + first, *e = w->more + first, *f = w->third + first;
    if (traffic == 10)
        for (size_t i = 0; i < n; i++)
            d[i] += 1;
    else if (traffic == 11)
        for (size_t i = 0; i < n; i++)
            d[i] = a[i] + 1;
    else if (traffic == 21)
        for (size_t i = 0; i < n; i++)
            d[i] = a[i] + b[i];
    else if (traffic == 31)
        for (size_t i = 0; i < n; i++)
            d[i] = a[i] + b[i] + c[i];
    else if (traffic == 41)
        for (size_t i = 0; i < n; i++)
            d[i] = a[i] + b[i] + c[i] + e[i];
    else if (traffic == 22)
        for (size_t i = 0; i < n; i++)
            d[i] = a[i] + b[i], e[i] = a[i] - b[i];
    else if (traffic == 33)
        for (size_t i = 0; i < n; i++)
            d[i] = a[i] + b[i], e[i] = b[i] + c[i], f[i] = c[i] + a[i];
    else if (traffic == 20)
        for (size_t i = 0; i < n; i++)
            d[i] += a[i];
    else
        for (size_t i = 0; i < n; i++)
            d[i] += a[i] + b[i];
}

/* The kernel's stream: what no cache holds is read as often as it has to be. */
static void kernel_stream(const struct kernel *kernel, struct work *w)
{
    const size_t times = kernel->set == NUMBERS ? 1 + kernel->before : 1;
    stream(10 * times * kernel->reads + kernel->writes, w, 0, NUMBERS);
}

/* Reads one to three arrays. */
static real bare_sum(size_t reads, const struct work *w, size_t first, size_t n)
{
    const real *a = w->x + first, *b = w->y + first, *c = w->uniform + first;
    real sum = 0;
    if (reads == 1)
        for (size_t i = 0; i < n; i++)
            sum += a[i];
    else if (reads == 2)
        for (size_t i = 0; i < n; i++)
            sum += a[i] + b[i];
    else
        for (size_t i = 0; i < n; i++)
            sum += a[i] + b[i] + c[i];
    return sum;
}

/* The kernel's passes without its arithmetic. */
static void passes(const struct kernel *kernel, struct work *w)
{
    for (size_t first = 0; first < NUMBERS; first += kernel->set) {
        for (size_t k = 0; k < kernel->before; k++)
            w->sum += bare_sum(kernel->reads, w, first, kernel->set);
        stream(10 * kernel->reads + kernel->writes, w, first, kernel->set);
    }
}

/* Zeros from the beginning of a cache line on, as PyTorch's arrays are. */
static void *array(size_t n, size_t size)
{
    return memset(check_pointer(aligned_alloc(64, n * size)), 0, n * size);
}

static real *filled(real least, real most)
{
    static unsigned state = 1;
    real *a = array(NUMBERS, sizeof *a);
    for (size_t i = 0; i < NUMBERS; i++) {
        state = state * 1664525u + 1013904223u;
        a[i] = least + (most - least) * (real)(state >> 8) / (real)(1 << 24);
    }
    return a;
}

static void prepare(struct work *w)
{
    w->x = filled(-2, 2);
    w->y = filled(-2, 2);
    w->z = filled(-2, 2);
    w->uniform = filled(0, 1);
    w->yes = filled(0, 1);
    for (size_t i = 0; i < NUMBERS; i++)
        w->yes[i] = w->yes[i] < (real)0.5;
    w->out = filled(0, 0);
    w->more = filled(0, 0);
    w->third = filled(0, 0);
    w->kept = array(NUMBERS, sizeof *w->kept);
    real **small[] = {&w->gain, &w->bias, &w->mean, &w->scale, &w->dgain, &w->dbias};
    for (size_t k = 0; k < sizeof small / sizeof *small; k++)
        *small[k] = array(ROWS, sizeof(real));
    w->label = array(ROWS, sizeof *w->label);
    for (size_t r = 0; r < ROWS; r++) {
        w->gain[r] = 1;
        w->label[r] = r % FEATURES ^ 1;
    }
    struct ista_config config = ista_defaults();
    config.lr = config.l1 = 1e-3f;
    if (batch_norm_init(&w->batch_norm, FEATURES, batch_norm_defaults()) ||
        ista_init(&w->ista, NUMBERS, config))
        check_pointer(NULL);
    w->most = 1000;
}

static double nanoseconds(double start)
{
    return 1e9 * (processor_seconds() - start) / NUMBERS;
}

static void bare_exps(struct work *w)
{
    for (size_t r = 0; r < ROWS; r++)
        for (size_t i = 0; i < FEATURES; i++)
            w->out[i] = exp(w->x[i]);
}

static void bare_logs(struct work *w)
{
    for (size_t r = 0; r < ROWS; r++)
        for (size_t i = 0; i < FEATURES; i++)
            w->out[i] = log1p(w->uniform[i]);
}

static double bare(void (*loop)(struct work *w), struct work *w)
{
    double least = INFINITY;
    for (int turn = 0; turn < TURNS; turn++) {
        const double start = processor_seconds();
        loop(w);
        least = fmin(least, nanoseconds(start));
    }
    return least;
}

static void measure(const struct kernel *kernel, double functions, struct work *w,
                    struct peer *peer)
{
    double mine = INFINITY, plain = INFINITY, bound = INFINITY, theirs = INFINITY, start;
    peer_ask(peer, kernel->name);
    for (int turn = 0; turn < TURNS; turn++) {
        start = processor_seconds();
        kernel->run(w);
        mine = fmin(mine, nanoseconds(start));
        start = processor_seconds();
        kernel_stream(kernel, w);
        plain = fmin(plain, nanoseconds(start));
        start = processor_seconds();
        passes(kernel, w);
        bound = fmin(bound, nanoseconds(start) + functions);
        theirs = fmin(theirs, peer_ask(peer, kernel->name));
    }
    printf("%-22s %9.3f %14.2f %13.2f", kernel->name, mine, plain / mine, bound / mine);
    if (theirs > 0)
        printf(" %15.1f %15.1f %14.1f\n", theirs / mine, theirs / plain, theirs / bound);
    else
        printf(" %15s %15s %14s\n", "-", "-", "-");
    fflush(stdout);
}

int main(int argc, char **argv)
{
    static struct work w;
    if (argc > 2) {
        fprintf(stderr, "usage: %s [PEERS.py]\n", argv[0]);
        return 2;
    }
    signal(SIGPIPE, SIG_IGN); /* a peer that is not installed is no reason to stop */
    struct peer peer = peer_start(argv[1], NUMBERS, 1);
    prepare(&w);
    const double exps = bare(bare_exps, &w), logs = bare(bare_logs, &w);
    printf("\nexp alone: %.3f ns/number, log1p alone: %.3f ns/number\n\n", exps, logs);
    puts("kernel                 ns/number  stream/kernel  bound/kernel  PyTorch/kernel  "
         "PyTorch/stream  PyTorch/bound");
    for (const struct kernel *kernel = kernels; kernel->name; kernel++)
        measure(kernel, (double)kernel->exps * exps + (double)kernel->logs * logs, &w,
                &peer);
    peer_stop(&peer);
    return EXIT_SUCCESS;
}
