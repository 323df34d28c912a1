/* cases_attention_backward.c: gradients of a head, alone and among others. The forward
 * pass is the definition in draw.h, so 12.5 need not be done.
 *
 * The gradients of the three inputs are recorded in different cases, so that whoever has
 * written one of them can test it. */
#include "draw.h"
#include "optim/attention_backward.h"

#include <string.h>

enum { T = 6, D = 4, IN = 14, OUT = 7, LONG = 120, HEAD = 16 };

struct head {
    struct attention_shape shape;
    real q[T * IN], k[T * IN], v[T * IN], weight[T * T], y[T * OUT], dy[T * OUT];
    real room[T * T], dq[T * IN], dk[T * IN], dv[T * IN];
};

static void forward(struct head *head)
{
    memset(head->weight, 0, sizeof head->weight);
    for (size_t t = 0; t < head->shape.places; t++)
        attention_row(head->shape, t, head->q, head->k, head->v,
                      head->weight + t * head->shape.places,
                      head->y + t * head->shape.out);
}

static struct head draw_head(real spread, struct rng *rng)
{
    struct head head = {.shape = {T, D, IN, OUT}};
    draw(T * IN, head.q, 0, spread, rng);
    draw(T * IN, head.k, 0, spread, rng);
    draw(T * IN, head.v, 0, 1, rng);
    draw(T * OUT, head.y, 0, 1, rng);
    draw(T * OUT, head.dy, 0, 1, rng);
    draw(T * T, head.room, 0, 1, rng);
    draw(T * IN, head.dq, 0, 1, rng);
    draw(T * IN, head.dk, 0, 1, rng);
    draw(T * IN, head.dv, 0, 1, rng);
    forward(&head);
    return head;
}

static enum descent_status backward(struct head *head)
{
    return attention_backward(head->shape, head->q, head->k, head->v, head->weight,
                              head->dy, head->room, head->dq, head->dk, head->dv);
}

/* The D numbers of the head in each row, as one column. */
static void trace_rows(FILE *trace, const char *name, size_t stride, const real *rows)
{
    real own[T * D];
    for (size_t t = 0; t < T; t++)
        memcpy(own + t * D, rows + t * stride, D * sizeof *own);
    trace_column(trace, name, T * D, own);
}

static void record_inputs(FILE *trace, const struct head *head)
{
    real place[T * D], number[T * D];
    for (size_t i = 0; i < T * D; i++) {
        place[i] = (real)(i / D);
        number[i] = (real)(i % D);
    }
    trace_input(trace, "place", T * D, place);
    trace_input(trace, "number", T * D, number);
    trace_input(trace, "weight", T * T, head->weight);
}

static void values(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    real status = (real)backward(&head);
    record_inputs(trace, &head);
    trace_rows(trace, "dv", IN, head.dv);
    trace_column(trace, "status-of-a-head", 1, &status);
}

static void queries(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    backward(&head);
    record_inputs(trace, &head);
    trace_rows(trace, "dq", IN, head.dq);
}

static void keys(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    backward(&head);
    record_inputs(trace, &head);
    trace_rows(trace, "dk", IN, head.dk);
}

static void packed(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    head.shape.in = head.shape.out = D;
    forward(&head);
    backward(&head);
    trace_rows(trace, "dv-without-gaps", D, head.dv);
    trace_rows(trace, "dq-without-gaps", D, head.dq);
    trace_rows(trace, "dk-without-gaps", D, head.dk);
}

/* How many numbers between the rows of a gradient are no longer what they were. */
static size_t of_others(const real *now, const real *before)
{
    size_t count = 0;
    for (size_t t = 0; t < T; t++)
        count += driver_overwritten(IN - D, now + t * IN + D, before + t * IN + D);
    return count;
}

static void neighbors(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    const struct head before = head;
    backward(&head);
    trace_number(trace, "numbers-of-other-heads-overwritten",
                 (double)(of_others(head.dq, before.dq) + of_others(head.dk, before.dk) +
                          of_others(head.dv, before.dv)));
    trace_number(trace, "inputs-overwritten",
                 (double)(driver_overwritten(T * IN, head.q, before.q) +
                          driver_overwritten(T * IN, head.k, before.k) +
                          driver_overwritten(T * IN, head.v, before.v) +
                          driver_overwritten(T * T, head.weight, before.weight) +
                          driver_overwritten(T * OUT, head.dy, before.dy)));
    struct head again = before;
    for (size_t i = 0; i < T * T; i++)
        again.room[i] = (real)NAN;
    for (size_t i = 0; i < T * IN; i++)
        again.dq[i] = again.dk[i] = again.dv[i] = (real)NAN;
    backward(&again);
    trace_rows(trace, "dq-over-nan", IN, again.dq);
    trace_rows(trace, "dk-over-nan", IN, again.dk);
    trace_rows(trace, "dv-over-nan", IN, again.dv);
}

/* Σ dy y, a function of all that goes in. */
static real cost_of(const struct head *given)
{
    struct head head = *given;
    real cost = 0;
    forward(&head);
    for (size_t t = 0; t < T; t++)
        for (size_t i = 0; i < D; i++)
            cost += head.dy[t * OUT + i] * head.y[t * OUT + i];
    return cost;
}

/* Central differences in the head's own numbers of one input; it is put back. */
static void quotients(struct head *head, real *input, real *quotient)
{
    const real h = 0x1p-16;
    for (size_t i = 0; i < T * D; i++) {
        real *x = &input[i / D * IN + i % D];
        const real old = *x;
        *x = old + h;
        const real above = cost_of(head);
        *x = old - h;
        quotient[i] = (above - cost_of(head)) / (2 * h);
        *x = old;
    }
}

static void differences(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    real of_q[T * D], of_k[T * D], of_v[T * D];
    quotients(&head, head.q, of_q);
    quotients(&head, head.k, of_k);
    quotients(&head, head.v, of_v);
    backward(&head);
    trace_column(trace, "dq-by-differences", T * D, of_q);
    trace_column(trace, "dk-by-differences", T * D, of_k);
    trace_column(trace, "dv-by-differences", T * D, of_v);
    trace_rows(trace, "dq-of-the-cost", IN, head.dq);
    trace_rows(trace, "dk-of-the-cost", IN, head.dk);
    trace_rows(trace, "dv-of-the-cost", IN, head.dv);
}

/* Only one place has a gradient, so nothing that is later has any. */
static void one_place(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    const size_t place = 1 + (size_t)rng_below(rng, T - 2);
    real number = (real)place;
    for (size_t i = 0; i < T * OUT; i++)
        head.dy[i] = i / OUT == place ? head.dy[i] : 0;
    backward(&head);
    trace_input(trace, "the-place", 1, &number);
    trace_rows(trace, "dq-of-a-place", IN, head.dq);
    trace_rows(trace, "dk-of-a-place", IN, head.dk);
    trace_rows(trace, "dv-of-a-place", IN, head.dv);
}

/* One place; one number; a first key of which all places are sure: weights 0 and 1. */
static void edges(FILE *trace, struct rng *rng)
{
    struct head head = draw_head(1, rng);
    head.shape.places = 1;
    forward(&head);
    backward(&head);
    trace_column(trace, "dq-of-a-single-place", D, head.dq);
    trace_column(trace, "dk-of-a-single-place", D, head.dk);
    trace_column(trace, "dv-of-a-single-place", D, head.dv);
    head = draw_head(1, rng);
    head.shape.width = 1;
    forward(&head);
    backward(&head);
    real dk[T];
    for (size_t t = 0; t < T; t++)
        dk[t] = head.dk[t * IN];
    trace_column(trace, "dk-of-a-head-of-one-number", T, dk);
    head = draw_head(1, rng);
    for (size_t t = 0; t < T; t++) {
        head.q[t * IN] = 1;
        head.k[t * IN] = t > 0 ? -0x1p12 : 0;
    }
    forward(&head);
    backward(&head);
    trace_rows(trace, "dk-of-sure-places", IN, head.dk);
    trace_rows(trace, "dv-of-sure-places", IN, head.dv);
}

/* For the plot: what a single key hears from 40 places. */
static void back(FILE *trace, struct rng *rng)
{
    enum { PLACES = 40 };
    const struct attention_shape shape = {PLACES, 1, 1, 1};
    real q[PLACES], k[PLACES], v[PLACES], y[PLACES], dy[PLACES], place[PLACES];
    real weight[PLACES * PLACES] = {0}, ds[PLACES * PLACES];
    real dq[PLACES], dk[PLACES], dv[PLACES];
    draw(PLACES, q, 0, 1, rng);
    draw(PLACES, k, 0, 1, rng);
    draw(PLACES, v, 0, 1, rng);
    draw(PLACES, dy, 0, 1, rng);
    count(PLACES, place);
    for (size_t t = 0; t < PLACES; t++)
        attention_row(shape, t, q, k, v, weight + t * PLACES, y + t);
    attention_backward(shape, q, k, v, weight, dy, ds, dq, dk, dv);
    trace_input(trace, "place", PLACES, place);
    trace_column(trace, "dk-of-40-places", PLACES, dk);
}

static void many(FILE *trace, struct rng *rng)
{
    const struct attention_shape shape = {LONG, HEAD, 3 * HEAD, HEAD};
    real *qkv = room(LONG * 8 * HEAD + 2 * LONG * LONG), *d = qkv + LONG * 3 * HEAD;
    real *y = d + LONG * 3 * HEAD, *dy = y + LONG * HEAD;
    real *weight = dy + LONG * HEAD, *ds = weight + LONG * LONG;
    draw(LONG * 8 * HEAD, qkv, 0, 1, rng);
    memset(weight, 0, LONG * LONG * sizeof *weight);
    for (size_t t = 0; t < LONG; t++)
        attention_row(shape, t, qkv, qkv + HEAD, qkv + 2 * HEAD, weight + t * LONG,
                      y + t * HEAD);
    const size_t before = driver_allocations();
    attention_backward(shape, qkv, qkv + HEAD, qkv + 2 * HEAD, weight, dy, ds, d,
                       d + HEAD, d + 2 * HEAD);
    trace_number(trace, "allocations", (double)(driver_allocations() - before));
    trace_column(trace, "gradients-of-the-first-of-120", 3 * HEAD, d);
    trace_column(trace, "gradients-of-the-100th-of-120", 3 * HEAD, d + 99 * 3 * HEAD);
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
    real status[5], written[5];
    for (size_t c = 0; c < 5; c++) {
        struct head head = good;
        head.shape = shape[c];
        status[c] = (real)backward(&head);
        written[c] = (real)(driver_overwritten(T * IN, head.dq, good.dq) +
                            driver_overwritten(T * IN, head.dk, good.dk) +
                            driver_overwritten(T * IN, head.dv, good.dv) +
                            driver_overwritten(T * T, head.room, good.room));
    }
    trace_input(trace, "some-queries", 3, good.q);
    trace_column(trace, "status-of-shapes", 5, status);
    trace_column(trace, "numbers-written-for-them", 5, written);
}

const struct driver_case driver_cases[] = {
    {"values", values},       {"queries", queries},     {"keys", keys},
    {"packed", packed},       {"neighbors", neighbors}, {"differences", differences},
    {"one-place", one_place}, {"edges", edges},         {"back", back},
    {"many", many},           {"invalid", invalid},     {NULL, NULL},
};
