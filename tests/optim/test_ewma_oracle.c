/* test_ewma_oracle.c: the averages of chapter 1 against pandas. */
#include "optim/ewma.h"
#include "optim/ewma_corrected.h"
#include "optim/ewma_decay.h"
#include "optim/ewma_irregular.h"
#include "optim/ewma_variance.h"
#include "optim/ewma_weights.h"
#include "optim/sma.h"
#include "support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SAMPLES = 24 };

/* A row of the table: what pandas says for a key and a parameter. */
struct row {
    char key[32];
    real parameter;
    real values[SAMPLES];
};

static real x[SAMPLES], times[SAMPLES];

static void read_row(char *line, struct row *row)
{
    char *at = line + strcspn(line, "\t");
    *at++ = '\0';
    ck_assert_uint_lt(strlen(line), sizeof row->key);
    strcpy(row->key, line);
    row->parameter = (real)strtod(at, &at);
    for (int i = 0; i < SAMPLES; i++)
        row->values[i] = (real)strtod(at, &at);
}

/* Calls `judge` with every row that has the key; the series must have been read
 * before. */
static void for_rows(const char *key, void (*judge)(const struct row *))
{
    FILE *file = fopen(TEST_DATA "/ewma.tsv", "r");
    ck_assert_ptr_nonnull(file);
    char line[2048];
    int found = 0;
    while (fgets(line, sizeof line, file)) {
        struct row row;
        if (line[0] == '#')
            continue;
        read_row(line, &row);
        if (strcmp(row.key, "x") == 0)
            memcpy(x, row.values, sizeof x);
        if (strcmp(row.key, "time") == 0)
            memcpy(times, row.values, sizeof times);
        if (strcmp(row.key, key) == 0) {
            judge(&row);
            found++;
        }
    }
    fclose(file);
    ck_assert_msg(found > 0, "no row of the table is called %s", key);
}

static void assert_close(real value, const struct row *row, int i)
{
    double off = relative_error(value, row->values[i]);
    ck_assert_msg(off < 10 * TIGHT, "%s(%g): sample %d gives %.17g, expected %.17g",
                  row->key, (double)row->parameter, i + 1, (double)value,
                  (double)row->values[i]);
}

static void judge_start(const struct row *row, enum ewma_start start)
{
    struct ewma ewma;
    struct ewma_config config = ewma_defaults();
    config.lambda = row->parameter;
    config.start = start;
    ck_assert_int_eq(ewma_init(&ewma, config), DESCENT_OK);
    for (int i = 0; i < SAMPLES; i++) {
        ewma_update(&ewma, x[i]);
        assert_close(ewma_value(&ewma), row, i);
    }
}

static void judge_zero(const struct row *row)
{
    judge_start(row, EWMA_START_ZERO);
}

static void judge_first(const struct row *row)
{
    judge_start(row, EWMA_START_FIRST);
}

static void judge_corrected(const struct row *row)
{
    struct ewma_corrected ewma;
    ck_assert_int_eq(ewma_corrected_init(&ewma, row->parameter), DESCENT_OK);
    for (int i = 0; i < SAMPLES; i++) {
        ewma_corrected_update(&ewma, x[i]);
        assert_close(ewma_corrected_value(&ewma), row, i);
    }
}

static void judge_variance(const struct row *row)
{
    const int biased = strcmp(row->key, "var_biased") == 0;
    struct ewma_variance ewma;
    ck_assert_int_eq(ewma_variance_init(&ewma, row->parameter), DESCENT_OK);
    for (int i = 0; i < SAMPLES; i++) {
        ewma_variance_update(&ewma, x[i]);
        assert_close(biased ? ewma_variance_biased(&ewma)
                            : ewma_variance_corrected(&ewma),
                     row, i);
    }
}

/* span, com and halflife: the corrected average of the λ they stand for. */
static void judge_other_name(const struct row *row)
{
    struct row corrected = *row;
    if (strcmp(row->key, "span") == 0)
        corrected.parameter = ewma_lambda_from_span(row->parameter);
    else if (strcmp(row->key, "com") == 0)
        corrected.parameter = ewma_lambda_from_com(row->parameter);
    else
        corrected.parameter = ewma_lambda_from_halflife(row->parameter);
    judge_corrected(&corrected);
}

static void judge_times(const struct row *row)
{
    struct ewma_irregular ewma;
    ck_assert_int_eq(ewma_irregular_init(&ewma, row->parameter), DESCENT_OK);
    for (int i = 0; i < SAMPLES; i++) {
        ck_assert_int_eq(ewma_irregular_update(&ewma, times[i], x[i]), DESCENT_OK);
        assert_close(ewma_irregular_value(&ewma), row, i);
    }
}

static void judge_sma(const struct row *row)
{
    struct sma sma;
    ck_assert_int_eq(sma_init(&sma, (size_t)row->parameter), DESCENT_OK);
    for (int i = 0; i < SAMPLES; i++) {
        sma_update(&sma, x[i]);
        assert_close(sma_value(&sma), row, i);
    }
    sma_free(&sma);
}

/* The weights of the formula, summed by hand, are pandas' corrected average. */
static void judge_weights(const struct row *row)
{
    const real alpha = 1 - row->parameter;
    for (int i = 0; i < SAMPLES; i++) {
        real sum = 0;
        for (int k = 0; k <= i; k++)
            sum += ewma_weight(alpha, (uint64_t)k) * x[i - k];
        assert_close(sum / ewma_weight_sum(alpha, (uint64_t)i + 1), row, i);
    }
}

START_TEST(start_values)
{
    for_rows("zero", judge_zero);
    for_rows("first", judge_first);
}
END_TEST

START_TEST(bias_correction)
{
    for_rows("corrected", judge_corrected);
    for_rows("corrected", judge_weights);
}
END_TEST

START_TEST(variances)
{
    for_rows("var_biased", judge_variance);
    for_rows("var_corrected", judge_variance);
}
END_TEST

START_TEST(other_names)
{
    for_rows("span", judge_other_name);
    for_rows("com", judge_other_name);
    for_rows("halflife", judge_other_name);
}
END_TEST

START_TEST(irregular_times)
{
    for_rows("times", judge_times);
}
END_TEST

START_TEST(simple_average)
{
    for_rows("sma", judge_sma);
}
END_TEST

START_TEST(bad_settings_are_named)
{
    ASSERT_SHARE(ewma, lambda);
    ASSERT_REFUSED(ewma, start, (enum ewma_start)7);
    struct ewma_config config = ewma_defaults();
    ck_assert_ptr_null(ewma_check(&config));
    config.start = EWMA_START_MEAN;
    ck_assert_ptr_null(ewma_check(&config));
    config.warmup = 0;
    assert_names(ewma_check(&config), "warmup");
}
END_TEST

int main(void)
{
    const TTest *tests[] = {start_values,          bias_correction, variances,
                            other_names,           irregular_times, simple_average,
                            bad_settings_are_named};
    return RUN_SUITE("ewma_oracle", tests);
}
