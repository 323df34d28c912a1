/* Correct: the scale grows while the squares are added up, as in the old BLAS's nrm2. */
#include "optim/clip.h"

#include <math.h>

struct measure {
    real scale, sum, strange; /* strange: 0, INFINITY or NAN */
};

static struct measure measure(size_t count, const struct clip_part *part)
{
    struct measure m = {0, 1, 0};
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < part[k].n; i++) {
            const real size = fabs(part[k].g[i]);
            if (!isfinite(size)) {
                m.strange = isnan(size) || isnan(m.strange) ? (real)NAN : size;
            } else if (size > m.scale) {
                m.sum = 1 + m.sum * (m.scale / size) * (m.scale / size);
                m.scale = size;
            } else if (size > 0) {
                m.sum += (size / m.scale) * (size / m.scale);
            }
        }
    return m;
}

real clip_norm(size_t count, const struct clip_part *part)
{
    const struct measure m = measure(count, part);
    return m.strange != 0 ? m.strange : m.scale * sqrt(m.sum);
}

enum descent_status clip_global(size_t count, const struct clip_part *part, real most,
                                real slack, real *norm)
{
    const struct measure m = measure(count, part);
    if (!(most >= 0 && slack >= 0 && slack < INFINITY))
        return DESCENT_ERANGE;
    if (norm)
        *norm = m.strange != 0 ? m.strange : m.scale * sqrt(m.sum);
    if (m.strange != 0)
        return DESCENT_ENAN;
    if (m.scale == 0 || !(m.scale * sqrt(m.sum) + slack > most))
        return DESCENT_OK;
    for (size_t k = 0; k < count; k++)
        for (size_t i = 0; i < part[k].n; i++)
            part[k].g[i] =
                most * (part[k].g[i] / m.scale / (sqrt(m.sum) + slack / m.scale));
    return DESCENT_OK;
}
