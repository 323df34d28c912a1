/* halves.c: how fast numbers are rounded to 16 bits and read from them, beside a plain
 * stream that reads and writes as many bytes.
 *
 * Arrays of 16M numbers, which begin with a cache line, on one thread. The two take
 * turns; they are measured in processor time, and the smallest of the turns counts, so
 * that a busy machine disturbs little. */
#include "../turns.h"
#include "optim/half.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { NUMBERS = 1 << 24, TURNS = 9 };

/* What is gone through: 4 and 2 bytes a number. */
struct work {
    float *x;
    uint16_t *bits;
    uint32_t *from, *to; /* of the stream: 3 bytes a number each */
};

static void pack_bf16(struct work *w)
{
    bf16_pack(NUMBERS, w->x, w->bits);
}

static void unpack_bf16(struct work *w)
{
    bf16_unpack(NUMBERS, w->bits, w->x);
}

static void pack_fp16(struct work *w)
{
    fp16_pack(NUMBERS, w->x, w->bits);
}

static void unpack_fp16(struct work *w)
{
    fp16_unpack(NUMBERS, w->bits, w->x);
}

static void stream(struct work *w)
{
    for (size_t i = 0; i < NUMBERS / 4 * 3; i++)
        w->to[i] = w->from[i] + 1;
}

static double seconds(void (*run)(struct work *w), struct work *w)
{
    const double start = processor_seconds();
    run(w);
    return processor_seconds() - start;
}

static void measure(const char *name, void (*run)(struct work *w), struct work *w)
{
    double mine = 1e9, plain = 1e9;
    for (int turn = 0; turn < TURNS; turn++) {
        const double now = seconds(run, w), other = seconds(stream, w);
        mine = now < mine ? now : mine;
        plain = other < plain ? other : plain;
    }
    printf("%-18s %10d %3d %9.3f %8d %12.2f\n", name, NUMBERS, 1, 1e9 * mine / NUMBERS, 6,
           plain / mine);
}

int main(void)
{
    struct work w = {
        check_pointer(aligned_alloc(64, NUMBERS * sizeof(float))),
        check_pointer(aligned_alloc(64, NUMBERS * sizeof(uint16_t))),
        check_pointer(aligned_alloc(64, NUMBERS / 4 * 3 * sizeof(uint32_t))),
        check_pointer(aligned_alloc(64, NUMBERS / 4 * 3 * sizeof(uint32_t)))};
    for (size_t i = 0; i < NUMBERS; i++)
        w.x[i] = (float)(i % 9973) / 100 - 50;
    for (size_t i = 0; i < NUMBERS / 4 * 3; i++)
        w.from[i] = (uint32_t)i;
    puts("conversion           numbers thr ns/number B/number  stream/step");
    stream(&w);
    measure("float to bf16", pack_bf16, &w);
    measure("bf16 to float", unpack_bf16, &w);
    for (size_t i = 0; i < NUMBERS; i++)
        w.x[i] = (float)(i % 9973) / 100 - 50;
    measure("float to fp16", pack_fp16, &w);
    measure("fp16 to float", unpack_fp16, &w);
    free(w.x);
    free(w.bits);
    free(w.from);
    free(w.to);
    return 0;
}
