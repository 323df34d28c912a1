/* spectra.c: what Newton–Schulz makes of the momentum of a hidden layer. The iteration
 * changes singular values only, so a diagonal matrix of those that were measured stands
 * for the layer's. */
#include "spectra.inc" /* GRADIENT and MOMENTUM, as they were measured */
#include "../../chapters/07-muon-shampoo/figures/shared.h"
#include "live.h"

enum { WIDTH = 64 };
enum { STEPS, OF };

/* of: 0 the momentum, 1 the gradient. */
struct live_setting live_settings[] = {{"steps", 5}, {"of", 0}, {NULL, 0}};

static double gradient[WIDTH] = {GRADIENT}, momentum[WIDTH] = {MOMENTUM}, after[WIDTH],
              within[1];

const struct live_result live_results[] = {
    LIVE_ARRAY("gradient", gradient, "spectra.dat 0 2"),
    LIVE_ARRAY("momentum", momentum, "spectra.dat 0 3"),
    LIVE_ARRAY("after", after, "spectra.dat 0 4"),
    LIVE_ARRAY("within", within, NULL), /* how many are between 0.68 and 1.21 */
    {NULL, 0, NULL, NULL},
};

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

void live_run(void)
{
    static real g[WIDTH * WIDTH], o[WIDTH * WIDTH];
    const double *sigma = live_settings[OF].value == 0 ? momentum : gradient;
    struct newton_schulz ns;
    for (size_t i = 0; i < WIDTH; i++)
        g[i * WIDTH + i] = (real)sigma[i];
    require(newton_schulz_init(&ns, WIDTH, WIDTH));
    require(newton_schulz(&ns, (size_t)live_settings[STEPS].value, g, o));
    newton_schulz_free(&ns);
    *within = 0;
    for (size_t i = 0; i < WIDTH; i++) {
        after[i] = fabs((double)o[i * WIDTH + i]);
        *within += after[i] > 0.68 && after[i] < 1.21;
    }
    qsort(after, WIDTH, sizeof *after, by_size);
}
