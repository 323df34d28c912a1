/* test_memory.c: what every method does when memory runs out, and how much it takes.
 *
 * zeros() here takes the place of the library's: it gives out as many arrays as it is
 * allowed to, and then none. */
#include "optim/adadelta.h"
#include "optim/adagrad.h"
#include "optim/adam.h"
#include "optim/adamw.h"
#include "optim/amsgrad.h"
#include "optim/heavy_ball.h"
#include "optim/lion.h"
#include "optim/momentum_forms.h"
#include "optim/nesterov.h"
#include "optim/nesterov_current.h"
#include "optim/param_groups.h"
#include "optim/restart.h"
#include "optim/rmsprop.h"
#include "optim/sgdw.h"
#include "optim/zeros.h"
#include "support.h"

#include <malloc.h>
#include <stdlib.h>

enum { N = 1000 }; /* more bytes than what malloc keeps aside when they are freed */

static size_t allowed;

real *zeros(size_t n)
{
    return allowed > 0 ? allowed--, calloc(n, sizeof(real)) : NULL;
}

/* Bytes in use; where another malloc has taken over, a sanitizer's, always 0. */
static size_t in_use(void)
{
    return mallinfo2().uordblks;
}

/* A method takes as many arrays as it says, and gives them back, also when it does not get
 * them all. INIT prepares `method`. */
#define ASSERT_TAKES(METHOD, ARRAYS, INIT)                                               \
    do {                                                                                 \
        struct METHOD method;                                                            \
        const size_t before = in_use();                                                  \
        for (size_t given = 0; given <= (ARRAYS); given++) {                             \
            allowed = given;                                                             \
            ck_assert_int_eq(INIT, given < (ARRAYS) ? DESCENT_ENOMEM : DESCENT_OK);      \
            ck_assert_uint_eq(allowed, 0);                                               \
            METHOD##_free(&method);                                                      \
            METHOD##_free(&method);                                                      \
            ck_assert_uint_eq(in_use(), before);                                         \
        }                                                                                \
    } while (0)

#define ASSERT_ARRAYS(METHOD, ARRAYS)                                                    \
    ASSERT_TAKES(METHOD, ARRAYS, METHOD##_init(&method, N, METHOD##_defaults()))

START_TEST(arrays_are_counted_and_given_back)
{
    ASSERT_ARRAYS(heavy_ball, 1);
    ASSERT_ARRAYS(momentum_average, 1);
    ASSERT_ARRAYS(nesterov, 3);
    ASSERT_ARRAYS(nesterov_current, 1);
    ASSERT_ARRAYS(adagrad, 1);
    ASSERT_ARRAYS(adadelta, 2);
    ASSERT_ARRAYS(adam, 2);
    ASSERT_ARRAYS(amsgrad, 3);
    ASSERT_ARRAYS(lion, 1);
    ASSERT_ARRAYS(adamw, 2);
    ASSERT_ARRAYS(sgdw, 1);
}
END_TEST

START_TEST(rmsprop_takes_what_its_variant_needs)
{
    for (size_t which = 0; which < 4; which++) {
        struct rmsprop_config config = rmsprop_defaults();
        config.centered = which & 1;
        config.beta = which & 2 ? (real)0.9 : 0;
        size_t arrays = 1 + (which & 1) + (which >> 1);
        ASSERT_TAKES(rmsprop, arrays, rmsprop_init(&method, N, config));
    }
}
END_TEST

START_TEST(restart_gives_back)
{
    static const real theta[N];
    ASSERT_TAKES(restart, 2, restart_init(&method, N, theta, restart_defaults()));
}
END_TEST

START_TEST(param_groups_give_back)
{
    enum { TENSORS = 150 };
    const struct param_group group[2] = {{1, 0}, {1, 0}};
    struct tensor tensor[TENSORS];
    for (size_t k = 0; k < TENSORS; k++)
        tensor[k] = (struct tensor){NULL, TENSOR_WEIGHT, N};
    ASSERT_TAKES(param_groups, 2 * TENSORS,
                 param_groups_init(&method, TENSORS, tensor, group, adamw_defaults()));
}
END_TEST

int main(void)
{
    const TTest *tests[] = {arrays_are_counted_and_given_back,
                            rmsprop_takes_what_its_variant_needs, restart_gives_back,
                            param_groups_give_back};
    return RUN_SUITE("memory", tests);
}
