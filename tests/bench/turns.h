/* turns.h: what the tables of the benchmark share: clocks, and a peer that answers. */
#ifndef TESTS_BENCH_TURNS_H
#define TESTS_BENCH_TURNS_H

#include <stddef.h>
#include <stdio.h>

/* The other end of a script of PyTorch: a name goes in, nanoseconds a number come out. */
struct peer {
    FILE *to, *from;
};

/* Starts `script` with how many numbers and how many threads; without a script, a peer
 * that has no answers. */
struct peer peer_start(const char *script, size_t n, int threads);

/* 0 if the peer does not have what is named, or is not there. */
double peer_ask(struct peer *peer, const char *name);

void peer_stop(struct peer *peer);

/* Ends the program where memory has run out. */
void *check_pointer(void *pointer);

/* Seconds of the clock on the wall, and of this process on its processors. */
double wall_seconds(void);
double processor_seconds(void);

#endif
