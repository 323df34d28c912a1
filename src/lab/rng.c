/* rng.c: the generator xoshiro256++ and the distributions drawn from it.
 *
 *     result = rotl(s0 + s3, 23) + s0, then a linear step of s   [Blackman & Vigna 2021]
 *
 * Invariant: the state is never all zero. SplitMix64 is a bijection of a counter, so its
 * four outputs that fill the state are distinct. */
#include "lab/rng.h"

#include <math.h>

static uint64_t rotate_left(uint64_t x, int k)
{
    return (x << k) | (x >> (64 - k));
}

static uint64_t splitmix64(uint64_t *counter)
{
    uint64_t z = *counter += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

struct rng rng_seed(uint64_t seed)
{
    struct rng rng;
    for (int i = 0; i < 4; i++)
        rng.state[i] = splitmix64(&seed);
    return rng;
}

uint64_t rng_next(struct rng *rng)
{
    uint64_t *s = rng->state;
    uint64_t result = rotate_left(s[0] + s[3], 23) + s[0];
    uint64_t shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate_left(s[3], 45);
    return result;
}

double rng_uniform(struct rng *rng)
{
    return (double)(rng_next(rng) >> 11) * 0x1p-53;
}

uint64_t rng_below(struct rng *rng, uint64_t n)
{
    uint64_t rest = -n % n; /* 2^64 mod n: this many values at the bottom are surplus */
    uint64_t bits;
    do
        bits = rng_next(rng);
    while (bits < rest);
    return bits % n;
}

double rng_signed(struct rng *rng, double size)
{
    return rng_below(rng, 2) ? size : -size;
}

double rng_normal(struct rng *rng)
{
    double u, v, s;
    do {
        u = 2 * rng_uniform(rng) - 1;
        v = 2 * rng_uniform(rng) - 1;
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    return u * sqrt(-2 * log(s) / s);
}

void rng_shuffle(struct rng *rng, size_t n, size_t *order)
{
    for (size_t left = n; left > 1; left--) {
        size_t pick = (size_t)rng_below(rng, left);
        size_t last = order[left - 1];
        order[left - 1] = order[pick];
        order[pick] = last;
    }
}
