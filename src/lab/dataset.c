/* dataset.c: labelled samples: split and standardized.
 *
 *     x_ij ← (x_ij - μ_j) / σ_j,   μ_j = (1/m) Σ_i x_ij,   σ_j² = (1/m) Σ_i (x_ij - μ_j)²
 *
 *     rows       m     samples          mean       μ   of each feature
 *     features   p     numbers in one   deviation  σ   of each feature
 *
 * Invariant: a sample and its label move together. */
#include "lab/dataset.h"
#include "lab/rng.h"

#include <stdlib.h>
#include <string.h>
#include <tgmath.h>

void dataset_free(struct dataset *dataset)
{
    free(dataset->x);
    free(dataset->label);
    *dataset = (struct dataset){0};
}

void dataset_gather(const struct dataset *dataset, size_t count, const size_t *rows,
                    real *x, size_t *label)
{
    size_t p = dataset->features;
    for (size_t i = 0; i < count; i++) {
        memcpy(x + i * p, dataset->x + rows[i] * p, p * sizeof *x);
        label[i] = dataset->label[rows[i]];
    }
}

static enum descent_status copy_rows(const struct dataset *all, size_t count,
                                     const size_t *rows, struct dataset *part)
{
    *part = (struct dataset){
        .rows = count, .features = all->features, .classes = all->classes};
    part->x = malloc(count * all->features * sizeof *part->x);
    part->label = malloc(count * sizeof *part->label);
    if (!part->x || !part->label)
        return DESCENT_ENOMEM;
    dataset_gather(all, count, rows, part->x, part->label);
    return DESCENT_OK;
}

enum descent_status dataset_split(const struct dataset *all, size_t train_rows,
                                  uint64_t seed, struct dataset *train,
                                  struct dataset *test)
{
    *train = (struct dataset){0};
    *test = (struct dataset){0};
    if (train_rows < 1 || train_rows >= all->rows)
        return DESCENT_ERANGE;
    struct rng rng = rng_seed(seed);
    size_t *order = malloc(all->rows * sizeof *order);
    if (!order)
        return DESCENT_ENOMEM;
    for (size_t i = 0; i < all->rows; i++)
        order[i] = i;
    rng_shuffle(&rng, all->rows, order);
    enum descent_status status = copy_rows(all, train_rows, order, train);
    if (!status)
        status = copy_rows(all, all->rows - train_rows, order + train_rows, test);
    free(order);
    if (status) {
        dataset_free(train);
        dataset_free(test);
    }
    return status;
}

void dataset_moments(const struct dataset *dataset, real *mean, real *deviation)
{
    size_t m = dataset->rows, p = dataset->features;
    for (size_t j = 0; j < p; j++) {
        double sum = 0, squares = 0;
        for (size_t i = 0; i < m; i++)
            sum += (double)dataset->x[i * p + j];
        double middle = sum / (double)m;
        for (size_t i = 0; i < m; i++) {
            double off = (double)dataset->x[i * p + j] - middle;
            squares += off * off;
        }
        mean[j] = (real)middle;
        deviation[j] = squares > 0 ? (real)sqrt(squares / (double)m) : 1;
    }
}

void dataset_standardize(struct dataset *dataset, const real *mean, const real *deviation)
{
    size_t p = dataset->features;
    for (size_t i = 0; i < dataset->rows; i++)
        for (size_t j = 0; j < p; j++) {
            real *x = &dataset->x[i * p + j];
            *x = (*x - mean[j]) / deviation[j];
        }
}

enum descent_status dataset_load(struct dataset *train, struct dataset *test,
                                 const char *path, size_t train_rows, uint64_t seed,
                                 struct dataset_error *error)
{
    real mean[DATASET_MAX_COLUMNS], deviation[DATASET_MAX_COLUMNS];
    struct dataset all;
    *train = (struct dataset){0};
    *test = (struct dataset){0};
    enum descent_status status = dataset_read(&all, path, error);
    if (!status)
        status = dataset_split(&all, train_rows, seed, train, test);
    if (!status) {
        dataset_moments(train, mean, deviation);
        dataset_standardize(train, mean, deviation);
        dataset_standardize(test, mean, deviation);
    }
    dataset_free(&all);
    return status;
}
