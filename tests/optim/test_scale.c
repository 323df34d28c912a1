/* test_scale.c: numbers of 16 bits, maps and Adafactor against NumPy's and PyTorch's; all
 * 16-bit numbers there and back; Adam of bytes beside Adam; collectives; what is
 * refused. */
#include "optim/adafactor.h"
#include "optim/adam.h"
#include "optim/adam8.h"
#include "optim/block_quant.h"
#include "optim/collective.h"
#include "optim/half.h"
#include "optim/loss_scaler.h"
#include "optim/zero1.h"
#include "support.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 260 };

/* A line of scale.tsv: its kind, and its numbers. */
struct row {
    char kind[32];
    size_t count;
    double value[FIELDS];
};

static int next_row(FILE *file, struct row *row)
{
    static char line[16384];
    if (!fgets(line, sizeof line, file))
        return 0;
    char *rest = line, *cell = strsep(&rest, "\t\n");
    snprintf(row->kind, sizeof row->kind, "%s", cell);
    for (row->count = 0; (cell = strsep(&rest, "\t\n")) && *cell; row->count++)
        row->value[row->count] = atof(cell);
    return 1;
}

static float float_of(double bits)
{
    const uint32_t integer = (uint32_t)bits;
    float x;
    memcpy(&x, &integer, sizeof x);
    return x;
}

static void check_adafactor(const struct row *row)
{
    const size_t rows = (size_t)row->value[0], cols = (size_t)row->value[1];
    const size_t n = rows * cols;
    struct adafactor method;
    real theta[16], g[16];
    for (size_t i = 0; i < n; i++)
        theta[i] = (real)cos((double)i);
    ck_assert_int_eq(adafactor_init(&method, rows, cols, adafactor_defaults()), 0);
    for (size_t t = 1; t <= 30; t++) {
        for (size_t i = 0; i < n; i++)
            g[i] = (real)((1 + (double)i / 4) * sin(1.7 * (double)i + 0.9 * (double)t));
        adafactor_step(&method, theta, g);
    }
    for (size_t i = 0; i < n; i++)
        ck_assert(relative_error(theta[i], (real)row->value[2 + i]) < TIGHT);
    adafactor_free(&method);
}

static void check_map(const struct row *row)
{
    real map[QUANT_CODES];
    quant_map_dynamic(map, row->value[0] != 0);
    for (size_t i = 0; i < QUANT_CODES; i++)
        ck_assert(relative_error(map[i], (real)row->value[1 + i]) < TIGHT);
}

START_TEST(numpy_and_pytorch_agree)
{
    struct row row;
    FILE *file = fopen(TEST_DATA "/scale.tsv", "r");
    size_t halves = 0, backs = 0, others = 0;
    ck_assert_ptr_nonnull(file);
    while (next_row(file, &row)) {
        if (strcmp(row.kind, "half") == 0) {
            ck_assert_uint_eq(bf16_from_float(float_of(row.value[0])),
                              (unsigned)row.value[1]);
            ck_assert_uint_eq(fp16_from_float(float_of(row.value[0])),
                              (unsigned)row.value[2]);
            halves++;
        } else if (strcmp(row.kind, "back") == 0) {
            const float x = fp16_to_float((uint16_t)row.value[0]);
            const float expected = float_of(row.value[1]);
            ck_assert_int_eq(memcmp(&x, &expected, sizeof x), 0);
            backs++;
        } else if (strcmp(row.kind, "map") == 0) {
            check_map(&row);
            others++;
        } else {
            check_adafactor(&row);
            others++;
        }
    }
    fclose(file);
    ck_assert(halves > 600 && backs > 100 && others == 5);
}
END_TEST

/* All 65536 of both: a NaN stays a NaN, and everything else comes back. */
START_TEST(sixteen_bits_come_back)
{
    for (unsigned bits = 0; bits < 65536; bits++) {
        const float bf16 = bf16_to_float((uint16_t)bits);
        const float fp16 = fp16_to_float((uint16_t)bits);
        if (isnan(bf16))
            ck_assert((bits & 0x7fff) > 0x7f80 &&
                      isnan(bf16_to_float(bf16_from_float(bf16))));
        else
            ck_assert_uint_eq(bf16_from_float(bf16), bits);
        if (isnan(fp16))
            ck_assert((bits & 0x7fff) > 0x7c00 &&
                      isnan(fp16_to_float(fp16_from_float(fp16))));
        else
            ck_assert_uint_eq(fp16_from_float(fp16), bits);
    }
}
END_TEST

START_TEST(linear_maps_have_equal_steps)
{
    real map[2][QUANT_CODES];
    for (size_t k = 0; k < 2; k++) {
        quant_map_linear(map[k], k == 0);
        ck_assert(map[k][0] == (k == 0 ? -1 : 0) && map[k][255] == 1);
        for (size_t i = 1; i < QUANT_CODES; i++)
            ck_assert(fabs(map[k][i] - map[k][i - 1] - (k == 0 ? 2 : 1) / (real)255) <
                      10 * REAL_EPSILON);
    }
}
END_TEST

/* Where all gradients of a block have the same size, codes lose nothing: Adam's steps. */
START_TEST(bytes_do_what_adam_does)
{
    struct adam8_config config = adam8_defaults();
    struct adam_config plain = adam_defaults();
    struct adam8 adam8;
    struct adam adam;
    real theta8[300], theta[300], g[300];
    config.lr = plain.lr = (real)0.01;
    ck_assert_int_eq(adam8_init(&adam8, 300, config), 0);
    ck_assert_int_eq(adam_init(&adam, 300, plain), 0);
    for (size_t i = 0; i < 300; i++)
        theta8[i] = theta[i] = (real)i / 100;
    for (size_t t = 0; t < 50; t++) {
        for (size_t i = 0; i < 300; i++)
            g[i] = t % 3 == 2 ? -(real)0.5 : 1 + (real)(t % 2);
        adam8_step(&adam8, theta8, g);
        adam_step(&adam, theta, g);
    }
    for (size_t i = 0; i < 300; i++)
        ck_assert(fabs(theta8[i] - theta[i]) < 5e-3 * 50 * (double)config.lr);
    adam8_free(&adam8);
    adam_free(&adam);
}
END_TEST

START_TEST(methods_have_manners)
{
    struct adam8 adam8;
    struct adafactor adafactor;
    struct adafactor_config config = adafactor_defaults();
    config.clip = 0;
    ck_assert_int_eq(adafactor_init(&adafactor, 2, 2, config), DESCENT_ERANGE);
    adafactor_free(&adafactor);
    ck_assert_int_eq(adafactor_init(&adafactor, 0, 2, adafactor_defaults()),
                     DESCENT_ERANGE);
    ck_assert_int_eq(adafactor_init(&adafactor, SIZE_MAX / 2, 3, adafactor_defaults()),
                     DESCENT_ERANGE);
    adafactor_free(&adafactor);
    struct adam8_config bad = adam8_defaults();
    bad.block = 0;
    ck_assert_int_eq(adam8_init(&adam8, 2, bad), DESCENT_ERANGE);
    adam8_free(&adam8);
    adam8_free(&adam8);
}
END_TEST

START_TEST(settings_are_named)
{
    ASSERT_AMOUNT(adam8, lr);
    ASSERT_SHARE(adam8, beta1);
    ASSERT_SHARE(adam8, beta2);
    ASSERT_AMOUNT(adam8, eps);
    ASSERT_AMOUNT(adam8, decay);
    ASSERT_REFUSED(adam8, block, 0);
    ASSERT_AMOUNT(adafactor, lr);
    ASSERT_REFUSED(adafactor, exponent, 0);
    ASSERT_REFUSED(adafactor, exponent, (real)INFINITY);
    ASSERT_REFUSED(adafactor, clip, 0);
    ASSERT_REFUSED(adafactor, clip, (real)NAN);
    ASSERT_ALLOWED(adafactor, clip, (real)INFINITY);
    ASSERT_AMOUNT(adafactor, eps1);
    ASSERT_AMOUNT(adafactor, eps2);
    ASSERT_REFUSED(loss_scaler, growth, (real)0.9);
    ASSERT_REFUSED(loss_scaler, growth, (real)INFINITY);
    ASSERT_REFUSED(loss_scaler, backoff, 0);
    ASSERT_REFUSED(loss_scaler, backoff, (real)1.1);
    ASSERT_REFUSED(loss_scaler, interval, 0);
    ASSERT_REFUSED(loss_scaler, least, 0);
    ASSERT_REFUSED(loss_scaler, most, (real)0.5);
    ASSERT_REFUSED(loss_scaler, scale, (real)1e30);
    ASSERT_REFUSED(loss_scaler, scale, (real)NAN);
}
END_TEST

/* Sums of whole numbers are exact: part r of rank r is the sum of all, and afterwards
 * everybody has it. N - 1 parts are sent each time. */
START_TEST(collectives_add_and_copy)
{
    enum { PART = 3, MOST = 16 };
    for (size_t ranks = 1; ranks <= MOST; ranks *= 2) {
        struct collective all;
        static real x[MOST][MOST * PART];
        real *rows[MOST];
        ck_assert_int_eq(collective_local_init(&all, ranks, PART), DESCENT_OK);
        for (size_t r = 0; r < ranks; r++) {
            rows[r] = x[r];
            for (size_t i = 0; i < ranks * PART; i++)
                x[r][i] = (real)(100 * r + i);
        }
        reduce_scatter(&all, PART, rows);
        const double parts = (double)((ranks - 1) * PART * sizeof(real));
        ck_assert(all.sent == parts);
        all_gather(&all, PART, rows);
        ck_assert(all.sent == 2 * parts);
        for (size_t r = 0; r < ranks; r++)
            for (size_t i = 0; i < ranks * PART; i++)
                ck_assert(x[r][i] == (real)(50 * ranks * (ranks - 1) + ranks * i));
        collective_free(&all);
        collective_free(&all);
    }
}
END_TEST

START_TEST(collectives_refuse)
{
    struct collective all;
    struct zero1 zero1;
    ck_assert_int_eq(collective_local_init(&all, 3, 1), DESCENT_ERANGE);
    collective_free(&all);
    ck_assert_int_eq(collective_local_init(&all, 0, 1), DESCENT_ERANGE);
    ck_assert_int_eq(collective_local_init(&all, 4, SIZE_MAX / 8), DESCENT_ERANGE);
    collective_free(&all);
    ck_assert_int_eq(collective_local_init(&all, 4, 2), DESCENT_OK);
    ck_assert_int_eq(zero1_init(&zero1, &all, 9, adam_defaults()), DESCENT_ERANGE);
    zero1_free(&zero1);
    struct adam_config bad = adam_defaults();
    bad.lr = -1;
    ck_assert_int_eq(zero1_init(&zero1, &all, 8, bad), DESCENT_ERANGE);
    zero1_free(&zero1);
    collective_free(&all);
}
END_TEST

int main(void)
{
    const TTest *tests[] = {numpy_and_pytorch_agree,      sixteen_bits_come_back,
                            linear_maps_have_equal_steps, bytes_do_what_adam_does,
                            methods_have_manners,         settings_are_named,
                            collectives_add_and_copy,     collectives_refuse};
    return RUN_SUITE("scale", tests);
}
