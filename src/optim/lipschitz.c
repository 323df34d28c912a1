/* lipschitz.c: the hyper-parameters of the line search for L, and the search on a linear
 * model; the search itself is exercise 4.5.
 *
 *     φ(z - ℓ s q),   s = φ'(z),   q = ‖x_i‖²
 *
 *     z       margin x_iᵀθ            length  ℓ   step along the gradient s x_i
 *
 * Invariant: L is above 0. */
#include "optim/lipschitz.h"
#include "optim/check.h"

#include <tgmath.h>

struct lipschitz_config lipschitz_defaults(void)
{
    return (struct lipschitz_config){.start = 1, .tiny = (real)1e-8};
}

const char *lipschitz_check(const struct lipschitz_config *config)
{
    if (!is_nonnegative(config->start) || config->start == 0)
        return "start must be finite and above 0";
    if (!is_nonnegative(config->tiny))
        return "tiny must be finite and at least 0";
    return NULL;
}

enum descent_status lipschitz_init(struct lipschitz *search, size_t m,
                                   struct lipschitz_config config)
{
    if (m == 0 || lipschitz_check(&config))
        return DESCENT_ERANGE;
    *search = (struct lipschitz){
        .config = config, .L = config.start, .decay = exp2(-1 / (real)m)};
    return DESCENT_OK;
}

/* A sample of a linear model along its gradient. */
struct ray {
    const struct glm *glm;
    size_t i;
    real z, pace; /* how fast the margin falls */
};

static real cost_along(real length, void *context)
{
    const struct ray *ray = context;
    return glm_cost(ray->glm, ray->i, ray->z - length * ray->pace);
}

size_t lipschitz_search_glm(struct lipschitz *search, const struct glm *glm, size_t i,
                            real z, real square)
{
    const real slope = glm_slope(glm, i, z);
    struct ray ray = {glm, i, z, slope * square};
    return lipschitz_search(search, glm_cost(glm, i, z), slope * slope * square,
                            cost_along, &ray);
}
