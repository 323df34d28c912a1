/** @file sim.h
 *  @brief Dick Grune's similarity tester for C: which texts have runs of tokens in
 *         common.
 *
 *  All names are the same token to it, and all numbers, so that a copy with other names
 *  is one run. */
#ifndef DESCENT_SIM_H
#define DESCENT_SIM_H

#include <stdbool.h>
#include <stddef.h>

/** So many tokens in a row of one text stand in another one, too. */
struct sim_run {
    size_t text, other;                            ///< Their places in the list.
    unsigned first, last, other_first, other_last; ///< Lines, from 1.
    unsigned tokens;
};

/** What was found. */
struct sim {
    size_t count;
    unsigned *tokens; ///< How many each text has.
    size_t run_count;
    struct sim_run *runs;
};

/** How to look. */
struct sim_search {
    const char *stage; ///< A folder of our own, to work in.
    bool sandboxed;
    /** Look for each text's runs in each other text by itself. Otherwise a run is found
     *  once, where it is longest, which takes time that grows with the texts only. */
    bool each;
};

/** Ends the program if the similarity tester is not there. */
void sim_check(void);

/** Compares texts.
 *  @param[out] sim  for sim_free(), whatever is returned
 *  @return NULL, or why they could not be compared, in words. Ends the program if that is
 *          not because of the texts. */
const char *sim_compare(struct sim *sim, char *const *texts, size_t count,
                        const struct sim_search *search);

/** Releases it. */
void sim_free(struct sim *sim);

#endif
