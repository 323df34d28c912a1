/** @file rng.h
 *  @brief A seeded generator of random numbers: the same seed gives the same numbers on
 *         every machine.
 *  @ingroup lab */
#ifndef DESCENT_RNG_H
#define DESCENT_RNG_H

#include <stddef.h>
#include <stdint.h>

/** @addtogroup lab
 *  @{ */

/** xoshiro256++: 256 bits of state, period 2^256 - 1.
 *  @see Blackman and Vigna (2021), ACM Transactions on Mathematical Software 47(4). */
struct rng {
    uint64_t state[4]; ///< Never all zero.
};

/** @param seed  any value; the state is filled from it by SplitMix64 (Steele, Lea and
 *               Flood 2014), as the generator's authors advise
 *  @return a generator at the start of its sequence */
struct rng rng_seed(uint64_t seed);

/** @param rng  advanced by one step
 *  @return 64 uniform random bits */
uint64_t rng_next(struct rng *rng);

/** @param rng  advanced by one step
 *  @return a multiple of 2^-53, uniform in [0, 1) */
double rng_uniform(struct rng *rng);

/** @param rng  advanced by one step or more
 *  @param n    at least 1
 *  @return an integer uniform in [0, n), without bias */
uint64_t rng_below(struct rng *rng, uint64_t n);

/** @param rng   advanced by one step
 *  @param size  what the number is without its sign
 *  @return size or -size, as likely as each other */
double rng_signed(struct rng *rng, double size);

/** @param rng  advanced by two steps or more
 *  @return a sample of the normal distribution with mean 0 and variance 1
 *  @see Marsaglia and Bray (1964), SIAM Review 6(3): the polar method. */
double rng_normal(struct rng *rng);

/** Puts things in random order, every order as likely as every other.
 *  @param         rng    advanced by n - 1 steps or more
 *  @param         n      how many; 0 and 1 change nothing
 *  @param[in,out] order  n numbers, for instance 0 … n-1
 *  @see Durstenfeld (1964), Communications of the ACM 7(7), algorithm 235. */
void rng_shuffle(struct rng *rng, size_t n, size_t *order);

/** @} */

#endif
