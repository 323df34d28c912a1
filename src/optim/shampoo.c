/* shampoo.c: the hyper-parameters, the state and the roots of Shampoo; its step is
 * exercise 7.5.
 *
 *     left  L   statistics of the rows        left_root   (L / correction + εI)^(-1/p)
 *     right R   statistics of the columns     right_root  (R / correction + εI)^(-1/p)
 *
 * Invariant: a root is one that was computed from finite statistics, or the identity. */
#include "optim/shampoo.h"
#include "optim/blas.h"
#include "optim/check.h"
#include "optim/matrix.h"
#include "optim/zeros.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct shampoo_config shampoo_defaults(void)
{
    return (struct shampoo_config){.lr = (real)0.1,
                                   .beta1 = (real)0.9,
                                   .beta2 = 1,
                                   .eps = (real)1e-12,
                                   .root = 4,
                                   .every = 1,
                                   .ridge = RIDGE_ABSOLUTE,
                                   .solver = SHAMPOO_EIGEN};
}

const char *shampoo_check(const struct shampoo_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->beta1))
        return "beta1 must be at least 0 and below 1";
    if (!(config->beta2 >= 0 && config->beta2 <= 1))
        return "beta2 must be at least 0 and at most 1";
    if (!is_nonnegative(config->eps))
        return "eps must be finite and at least 0";
    if (!is_nonnegative(config->decay))
        return "decay must be finite and at least 0";
    if (config->root < 1 || config->root > INVERSE_ROOT_MAX)
        return "root must be at least 1 and at most 8";
    if (config->every < 1)
        return "every must be at least 1";
    if (config->ridge != RIDGE_ABSOLUTE && config->ridge != RIDGE_RELATIVE)
        return "ridge must be RIDGE_ABSOLUTE or RIDGE_RELATIVE";
    if (config->solver != SHAMPOO_EIGEN && config->solver != SHAMPOO_NEWTON)
        return "solver must be SHAMPOO_EIGEN or SHAMPOO_NEWTON";
    return NULL;
}

static void set_identity(size_t n, real *a)
{
    for (size_t i = 0; i < n; i++)
        a[i * (n + 1)] = 1;
}

static enum descent_status take_memory(struct shampoo *shampoo)
{
    const size_t m = shampoo->rows, n = shampoo->cols, larger = m > n ? m : n;
    shampoo->left = zeros(m * m);
    shampoo->right = zeros(n * n);
    shampoo->left_root = zeros(m * m);
    shampoo->right_root = zeros(n * n);
    shampoo->v = zeros(m * n);
    shampoo->d = zeros(2 * m * n + larger * larger);
    if (!shampoo->left || !shampoo->right || !shampoo->left_root ||
        !shampoo->right_root || !shampoo->v || !shampoo->d)
        return DESCENT_ENOMEM;
    set_identity(m, shampoo->left_root);
    set_identity(n, shampoo->right_root);
    return DESCENT_OK;
}

enum descent_status shampoo_init(struct shampoo *shampoo, size_t rows, size_t cols,
                                 struct shampoo_config config)
{
    *shampoo = (struct shampoo){
        .config = config, .rows = rows, .cols = cols, .beta2_power = 1, .schedule = 1};
    if (shampoo_check(&config) || rows < 1 || cols < 1 || rows > INT_MAX / cols)
        return DESCENT_ERANGE;
    enum descent_status status = inverse_root_init(&shampoo->left_room, rows);
    if (!status)
        status = inverse_root_init(&shampoo->right_room, cols);
    if (!status)
        status = take_memory(shampoo);
    if (status)
        shampoo_free(shampoo);
    return status;
}

// [shampoo-root]
/* One side's root from its statistics, already corrected. */
static enum descent_status renew(const struct shampoo_config *c,
                                 struct inverse_root *room, const real *statistics,
                                 real *root)
{
    const bool relative = c->ridge == RIDGE_RELATIVE, eigen = c->solver == SHAMPOO_EIGEN;
    real largest = 1;
    if (relative && inverse_root_largest(room, statistics, &largest))
        return DESCENT_ESINGULAR; /* whatever it was: the old root stays */
    const real ridge = c->eps * (largest > 0 ? largest : 0);
    return (eigen ? inverse_root_eigen : inverse_root_newton)(room, c->root, ridge,
                                                              statistics, root);
}
// [shampoo-root]

static const real *corrected(size_t n, real correction, const real *statistics,
                             real *scaled)
{
    memcpy(scaled, statistics, n * n * sizeof *scaled);
    blas_scale(n * n, 1 / correction, scaled);
    return scaled;
}

void shampoo_refresh(struct shampoo *shampoo, real correction)
{
    const struct shampoo_config *c = &shampoo->config;
    const size_t m = shampoo->rows, n = shampoo->cols;
    real *scaled = shampoo->d + 2 * m * n;
    if (renew(c, &shampoo->left_room, corrected(m, correction, shampoo->left, scaled),
              shampoo->left_root))
        shampoo->failed++;
    if (renew(c, &shampoo->right_room, corrected(n, correction, shampoo->right, scaled),
              shampoo->right_root))
        shampoo->failed++;
}

void shampoo_free(struct shampoo *shampoo)
{
    inverse_root_free(&shampoo->left_room);
    inverse_root_free(&shampoo->right_room);
    free(shampoo->left);
    free(shampoo->right);
    free(shampoo->left_root);
    free(shampoo->right_root);
    free(shampoo->v);
    free(shampoo->d);
    shampoo->left = shampoo->right = shampoo->left_root = shampoo->right_root = NULL;
    shampoo->v = shampoo->d = NULL;
}
