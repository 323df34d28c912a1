/** @file memory.h
 *  @brief Memory that runs out when a test says so.
 *
 *  For programs that the Makefile links with `--wrap` of malloc and its kin: what their
 *  own objects and the libraries of this project take and give back is counted. */
#ifndef TESTS_OPTIM_MEMORY_H
#define TESTS_OPTIM_MEMORY_H

#include <check.h>
#include <stddef.h>

/** Starts to count calls anew, and lets one of them fail.
 *  @param call  which, counted from 1; 0 for none
 *  @return how many calls there were since the last count began */
size_t memory_fail(size_t call);

/** @return blocks that were taken and not given back yet */
size_t memory_held(void);

/** That INIT takes CALLS blocks of memory and FREE, called twice, gives them back; and
 *  that INIT returns DESCENT_ENOMEM whichever of them it does not get, and leaves nothing
 *  behind that FREE, called twice, would not find or could not bear. */
#define ASSERT_RUNS_OUT(CALLS, INIT, FREE)                                               \
    do {                                                                                 \
        for (size_t call_ = 0; call_ <= (CALLS); call_++) {                              \
            const size_t held_ = memory_held();                                          \
            memory_fail(call_);                                                          \
            const enum descent_status status_ = (INIT);                                  \
            const size_t calls_ = memory_fail(0);                                        \
            FREE;                                                                        \
            FREE;                                                                        \
            const size_t left_ = memory_held() - held_;                                  \
            ck_assert_msg(status_ == (call_ ? DESCENT_ENOMEM : DESCENT_OK),              \
                          "%s: status %d without call %zu", #INIT, (int)status_, call_); \
            ck_assert_msg(call_ || calls_ == (CALLS), "%s: %zu calls", #INIT, calls_);   \
            ck_assert_msg(left_ == 0, "%s leaks without call %zu", #INIT, call_);        \
        }                                                                                \
    } while (0)

#endif
