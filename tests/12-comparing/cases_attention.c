/* cases_attention.c: weights and means of a head, alone and among others, with later
 * places that change, with large scores, and with what is not finite. */
#include "draw.h"
#include "optim/attention.h"

#include <string.h>

enum { T = 7, D = 5, IN = 17, OUT = 9, LONG = 200, HEAD = 16, BEFORE = 3 };

/* A head of D numbers in rows of IN; what it makes stands in rows of OUT. */
struct head {
    struct attention_shape shape;
    real q[T * IN], k[T * IN], v[T * IN], weight[T * T], y[T * OUT];
};

static struct head draw_head(real spread, struct rng *rng)
{
    struct head head = {.shape = {T, D, IN, OUT}};
    draw(T * IN, head.q, 0, spread, rng);
    draw(T * IN, head.k, 0, spread, rng);
    draw(T * IN, head.v, 0, 1, rng);
    draw(T * T, head.weight, 0, 1, rng);
    draw(T * OUT, head.y, 0, 1, rng);
    return head;
}

static enum descent_status forward(struct head *head)
{
    return attention_forward(head->shape, head->q, head->k, head->v, head->weight,
                             head->y);
}

/* The D numbers of the head in each row. */
static void trace_rows(FILE *trace, const char *name, size_t stride, const real *rows)
{
    real own[T][D];
    for (size_t t = 0; t < T; t++)
        memcpy(own[t], rows + t * stride, sizeof own[t]);
    trace_matrix(trace, name, T, D, own[0]);
}

static void record_inputs(FILE *trace)
{
    real row[T * T], column[T * T];
    for (size_t i = 0; i < T * T; i++) {
        row[i] = (real)(i / T);
        column[i] = (real)(i % T);
    }
    trace_input(trace, "place", T * T, row);
    trace_input(trace, "place-it-looks-at", T * T, column);
}

static void weights(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    real status = (real)forward(&head);
    record_inputs(trace);
    trace_column(trace, "weight", T * T, head.weight);
    trace_column(trace, "status-of-a-head", 1, &status);
}

static void means(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    forward(&head);
    trace_rows(trace, "y", OUT, head.y);
}

/* The head alone: its rows follow each other without gaps. */
static void packed(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    head.shape.in = head.shape.out = D;
    forward(&head);
    trace_column(trace, "weight-without-gaps", T * T, head.weight);
    trace_rows(trace, "y-without-gaps", D, head.y);
}

/* What lies between the rows is other heads'; inputs are const. */
static void neighbors(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    const struct head before = head;
    size_t others = 0;
    forward(&head);
    for (size_t t = 0; t < T; t++)
        others +=
            driver_overwritten(OUT - D, head.y + t * OUT + D, before.y + t * OUT + D);
    trace_number(trace, "numbers-of-other-heads-overwritten", (double)others);
    trace_number(trace, "numbers-of-Q-K-and-V-overwritten",
                 (double)(driver_overwritten(T * IN, head.q, before.q) +
                          driver_overwritten(T * IN, head.k, before.k) +
                          driver_overwritten(T * IN, head.v, before.v)));
    for (size_t i = 0; i < T * IN; i++)
        if (i % IN >= D)
            head.q[i] = head.k[i] = head.v[i] = (real)NAN;
    forward(&head);
    trace_rows(trace, "y-beside-nan-of-other-heads", OUT, head.y);
}

/* From place BEFORE on everything changes, and is not finite in the end. */
static void later(FILE *trace, struct rng *rng)
{
    const real things[4] = {(real)NAN, (real)INFINITY, -(real)INFINITY, 1e3};
    struct head head = draw_head(1, rng), other = head;
    real first[4][BEFORE * T], means[4][BEFORE * D], as_before[BEFORE * D];
    forward(&head);
    for (size_t t = 0; t < BEFORE; t++)
        memcpy(as_before + t * D, head.y + t * OUT, D * sizeof *as_before);
    for (size_t c = 0; c < 4; c++) {
        other = head;
        for (size_t i = BEFORE * IN; i < T * IN; i++) {
            other.q[i] = things[c] * (i % 2 ? 1 : 2);
            other.k[i] = things[(c + 1) % 4];
            other.v[i] = things[c];
        }
        forward(&other);
        memcpy(first[c], other.weight, sizeof first[c]);
        for (size_t t = 0; t < BEFORE; t++)
            memcpy(means[c] + t * D, other.y + t * OUT, D * sizeof *means[c]);
    }
    trace_column(trace, "first-y-before", BEFORE * D, as_before);
    trace_matrix(trace, "first-y-with-another-future", 4, BEFORE * D, means[0]);
    trace_matrix(trace, "first-weights-with-another-future", 4, BEFORE * T, first[0]);
}

/* Scores of thousands of both signs; scores that differ by thousands from row to row;
 * scores that are all -2^120 / √5, below what some take for minus infinity. */
static void large(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(60, rng);
    forward(&head);
    trace_column(trace, "weight-of-large-scores", T * T, head.weight);
    trace_rows(trace, "y-of-large-scores", OUT, head.y);
    draw(T * IN, head.q, 0, 0.1, rng);
    draw(T * IN, head.k, 0, 0.1, rng);
    for (size_t t = 0; t < T; t++) {
        head.q[t * IN] = 1000;
        head.k[t * IN] = t < T / 2 ? -1000 : 1000;
    }
    forward(&head);
    trace_column(trace, "weight-of-small-and-large", T * T, head.weight);
    trace_rows(trace, "y-of-small-and-large", OUT, head.y);
    for (size_t i = 0; i < T * IN; i++) {
        head.q[i] = i % IN ? 0 : 0x1p60;
        head.k[i] = i % IN ? 0 : -0x1p60;
    }
    forward(&head);
    trace_column(trace, "weight-far-below-0", T * T, head.weight);
    trace_rows(trace, "y-far-below-0", OUT, head.y);
}

/* Equal keys; one place; one number; values and queries times a number. */
static void known(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    for (size_t t = 1; t < T; t++)
        memcpy(head.k + t * IN, head.k, IN * sizeof *head.k);
    forward(&head);
    trace_column(trace, "weight-of-equal-keys", T * T, head.weight);
    head = draw_head(1, rng);
    head.shape.places = 1;
    forward(&head);
    trace_number(trace, "weight-of-a-single-place", head.weight[0]);
    trace_column(trace, "v-of-a-single-place", D, head.v);
    trace_column(trace, "y-of-a-single-place", D, head.y);
    head = draw_head(1, rng);
    head.shape.width = 1;
    forward(&head);
    trace_column(trace, "weight-of-a-head-of-one-number", T * T, head.weight);
}

/* For the plot: what the last of many places looks at, when its query likes one key. */
static void look(FILE *trace, struct rng *rng)
{
    enum { PLACES = 40 };
    const struct attention_shape shape = {PLACES, D, D, D};
    real x[PLACES * D], v[PLACES * D], weight[PLACES * PLACES], y[PLACES * D];
    real place[PLACES];
    draw(PLACES * D, x, 0, 1, rng);
    draw(PLACES * D, v, 0, 1, rng);
    count(PLACES, place);
    attention_forward(shape, x, x, v, weight, y);
    trace_input(trace, "place", PLACES, place);
    trace_column(trace, "weight-of-the-last-place", PLACES,
                 weight + (PLACES - 1) * PLACES);
}

static void many(FILE *trace, struct rng *rng)
{
    const struct attention_shape shape = {LONG, HEAD, 3 * HEAD, HEAD};
    real *qkv = room(LONG * 4 * HEAD + LONG * LONG), *y = qkv + LONG * 3 * HEAD;
    real *weight = y + LONG * HEAD;
    draw(LONG * 3 * HEAD, qkv, 0, 1, rng);
    const size_t before = driver_allocations();
    attention_forward(shape, qkv, qkv + HEAD, qkv + 2 * HEAD, weight, y);
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_column(trace, "y-of-the-last-of-200", HEAD, y + (LONG - 1) * HEAD);
    trace_column(trace, "y-of-the-100th-of-200", HEAD, y + 99 * HEAD);
    free(qkv);
}

static void invalid(FILE *trace, struct rng *rng)
{
    const struct attention_shape shape[5] = {{0, D, IN, OUT},
                                             {T, 0, IN, OUT},
                                             {T, D, D - 1, OUT},
                                             {T, D, IN, D - 1},
                                             {T, D, 0, 0}};
    const struct head good = draw_head(1, rng);
    real status[5], kept[5];
    for (size_t c = 0; c < 5; c++) {
        struct head head = good;
        head.shape = shape[c];
        status[c] = (real)forward(&head);
        kept[c] = (real)(T * T - driver_overwritten(T * T, head.weight, good.weight) +
                         T * OUT - driver_overwritten(T * OUT, head.y, good.y));
    }
    trace_input(trace, "some-queries", 3, good.q);
    trace_column(trace, "status-of-shapes", 5, status);
    trace_column(trace, "numbers-left-alone", 5, kept);
}

const struct driver_case driver_cases[] = {
    {"weights", weights},     {"means", means}, {"packed", packed},
    {"neighbors", neighbors}, {"later", later}, {"large", large},
    {"known", known},         {"look", look},   {"many", many},
    {"invalid", invalid},     {NULL, NULL},
};
