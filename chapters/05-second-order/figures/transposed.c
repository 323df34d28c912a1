/* transposed.c: BFGS with V = I - s yᵀ / yᵀs, which some notes print, beside the right
 * one: exact steps on a quadratic. */
#include "lab/quadratic.h"
#include "optim/bfgs_update.h"
#include "optim/blas.h"
#include "shared.h"

enum { N = 10, MOST = 5000 };

/* H ← V H Vᵀ + s sᵀ / yᵀs with V = I - s yᵀ / yᵀs is right; here V and Vᵀ have changed
 * places. */
static void update_transposed(real *h, const real *s, const real *y)
{
    real hs[N];
    const real rho = 1 / blas_dot(N, y, s);
    blas_apply(N, N, h, s, hs);
    const real shs = blas_dot(N, s, hs);
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < N; j++)
            h[i * N + j] += rho * s[i] * s[j] + rho * rho * shs * y[i] * y[j] -
                            rho * (hs[i] * y[j] + y[i] * hs[j]);
}

/* Steps until the gradient has shrunk by 1e8; and |Hy - s| / |s| after the fifth. */
static size_t run(const struct problem *problem, bool transposed, double *residual)
{
    real theta[N], g[N], next[N], s[N], y[N], hy[N], h[N * N] = {0}, work[N];
    for (size_t i = 0; i < N; i++)
        theta[i] = h[i * N + i] = 1;
    problem_gradient(problem, theta, g);
    const double first = blas_dot(N, g, g);
    size_t t = 0;
    for (; t < MOST && blas_dot(N, g, g) > 1e-16 * first; t++) {
        blas_apply(N, N, h, g, s);
        real sum[N], as[N];
        for (size_t i = 0; i < N; i++)
            sum[i] = theta[i] - s[i];
        problem_gradient(problem, sum, as); /* g - A s */
        const real step = blas_dot(N, g, s) / (blas_dot(N, s, g) - blas_dot(N, s, as));
        for (size_t i = 0; i < N; i++) {
            s[i] *= -step;
            theta[i] += s[i];
        }
        problem_gradient(problem, theta, next);
        for (size_t i = 0; i < N; i++)
            y[i] = next[i] - g[i];
        memcpy(g, next, sizeof g);
        if (transposed)
            update_transposed(h, s, y);
        else
            bfgs_update(N, h, s, y, work);
        if (t == 4) {
            blas_apply(N, N, h, y, hy);
            blas_add(N, -1, s, hy);
            *residual = sqrt(blas_dot(N, hy, hy) / blas_dot(N, s, s));
        }
    }
    return t;
}

void experiment(const char *directory, FILE *facts)
{
    real spectrum[N];
    struct quadratic quadratic;
    struct rng rng = rng_seed(1);
    double residual = 0;
    (void)directory;
    spectrum_geometric(N, 1, 100, spectrum);
    require(quadratic_init(&quadratic, N, spectrum, &rng));
    struct problem problem = quadratic_problem(&quadratic);
    figure_fact(facts, "right-steps", "%zu", run(&problem, false, &residual));
    figure_fact(facts, "right-residual", "%.0e", residual);
    figure_fact(facts, "transposed-steps", "%zu", run(&problem, true, &residual));
    figure_fact(facts, "transposed-residual", "%.2f", residual);
    quadratic_free(&quadratic);
}
