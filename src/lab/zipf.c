/* zipf.c: labelled data with heavy-tailed class frequencies.
 *
 *     share_k = k^-s / Σ_j j^-s          x = (c + μ_label + σ ξ) / √p
 *
 *     classes  K    exponent  s    spread  σ    features  p
 *     rows     m    offset    c    μ, ξ     standard normal
 *
 * Invariant: the counts of the classes never increase with the label, are at least 1, and
 * add up to m. */
#include "lab/zipf.h"

#include <stdlib.h>
#include <tgmath.h>

struct zipf_config zipf_defaults(void)
{
    return (struct zipf_config){.rows = 4096,
                                .features = 128,
                                .classes = 256,
                                .exponent = 1,
                                .spread = 1,
                                .offset = 4};
}

const char *zipf_check(const struct zipf_config *config)
{
    if (config->classes < 2 || config->classes > DATASET_MAX_CLASSES)
        return "classes must be at least 2 and at most 10000";
    if (config->rows < config->classes || config->rows > (size_t)1 << 20)
        return "rows must be at least the number of classes and at most 1048576";
    if (config->features < 1 || config->features >= DATASET_MAX_COLUMNS)
        return "features must be at least 1 and at most 4095";
    if (config->rows * config->features > (size_t)1 << 26)
        return "rows times features must be at most 67108864";
    if (!(config->exponent >= 0 && isfinite(config->exponent)))
        return "exponent must be finite and at least 0";
    if (!(config->spread >= 0 && isfinite(config->spread)))
        return "spread must be finite and at least 0";
    if (!isfinite(config->offset))
        return "offset must be finite";
    return NULL;
}

/* Deals m samples out to the classes: one to each, of the rest the whole part of its
 * share to each, and one more to the most common classes until none is left. */
static void deal(const struct zipf_config *config, size_t *label)
{
    size_t spare = config->rows - config->classes, left = spare, row = 0;
    double total = 0;
    for (size_t k = 0; k < config->classes; k++)
        total += pow((double)(k + 1), -(double)config->exponent);
    double unit = (double)spare / total;
    for (size_t k = 0; k < config->classes; k++)
        left -= (size_t)(unit * pow((double)(k + 1), -(double)config->exponent));
    for (size_t k = 0; k < config->classes; k++) {
        size_t whole = (size_t)(unit * pow((double)(k + 1), -(double)config->exponent));
        for (size_t end = row + 1 + whole + (k < left); row < end; row++)
            label[row] = k;
    }
}

static void fill(struct dataset *dataset, const struct zipf_config *config,
                 const real *mean, struct rng *rng)
{
    size_t p = dataset->features;
    real scale = 1 / sqrt((real)p);
    for (size_t i = 0; i < dataset->rows; i++)
        for (size_t j = 0; j < p; j++)
            dataset->x[i * p + j] =
                scale * (config->offset + mean[dataset->label[i] * p + j] +
                         config->spread * (real)rng_normal(rng));
}

enum descent_status zipf_dataset(struct dataset *dataset,
                                 const struct zipf_config *config, struct rng *rng)
{
    *dataset = (struct dataset){0};
    if (zipf_check(config))
        return DESCENT_ERANGE;
    size_t p = config->features, k = config->classes;
    real *mean = malloc(k * p * sizeof *mean);
    *dataset = (struct dataset){.rows = config->rows, .features = p, .classes = k};
    dataset->x = malloc(config->rows * p * sizeof *dataset->x);
    dataset->label = malloc(config->rows * sizeof *dataset->label);
    enum descent_status status = DESCENT_ENOMEM;
    if (mean && dataset->x && dataset->label) {
        for (size_t i = 0; i < k * p; i++)
            mean[i] = (real)rng_normal(rng);
        deal(config, dataset->label);
        fill(dataset, config, mean, rng);
        status = DESCENT_OK;
    }
    free(mean);
    if (status)
        dataset_free(dataset);
    return status;
}
