/* test_dataset.c: the CSV reader, above all what it refuses; splits, moments, batches. */
#include "dataset_property.h"
#include "lab/batches.h"
#include "lab/dataset.h"
#include "lab/rng.h"
#include "suite.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

static enum descent_status parse(struct dataset *dataset, const char *text,
                                 struct dataset_error *error)
{
    return dataset_parse(dataset, "t.csv", text, strlen(text), error);
}

START_TEST(reads_samples)
{
    static const char *const texts[] = {
        "a,b,label\n1,2,0\n-3.5,4e2,2\n",
        "a,b,label\r\n1,2,0\r\n-3.5,4e2,2\r\n",
        "a,b,label\n1,2,0\n-3.5,4e2,2",
        " a ,b,label\n 1,\t2 ,0\n -3.50 , +400,2.0 \n",
        "\357\273\277a,b,label\n1,2,0\n-35e-1,400.,2\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct dataset d;
        struct dataset_error error;
        ck_assert_msg(parse(&d, texts[i], &error) == DESCENT_OK, "%s", error.message);
        ck_assert_uint_eq(d.rows, 2);
        ck_assert_uint_eq(d.features, 2);
        ck_assert_uint_eq(d.classes, 3);
        ck_assert(d.x[0] == 1 && d.x[1] == 2 && d.x[2] == (real)-3.5 && d.x[3] == 400);
        ck_assert_uint_eq(d.label[0], 0);
        ck_assert_uint_eq(d.label[1], 2);
        dataset_free(&d);
        dataset_free(&d);
    }
}
END_TEST

/* What is refused, where, and in what words. */
static const struct {
    const char *text;
    size_t line, column;
    const char *words;
} faults[] = {
    {"", 1, 0, "t.csv, line 1: the file is empty"},
    {"a,b\n", 1, 0, "t.csv, line 1: a header and no samples"},
    {"a,b", 1, 0, "t.csv, line 1: a header and no samples"},
    {"\n", 1, 1, "t.csv, line 1, column 1: the column has no name"},
    {"a,,c\n1,2,0\n", 1, 2, "the column has no name"},
    {"a,b,\n1,2,0\n", 1, 3, "the column has no name"},
    {"label\n1\n", 1, 0, "one column: a feature and a label are the least"},
    {"1,2,0\n1,2,0\n", 1, 1, "a number where a name should be: no header?"},
    {"a,b,c\n1,2\n", 2, 3, "line 2, column 3: missing: the header has 3 columns"},
    {"a,b,c\n1,2,0\n1\n", 3, 2, "missing: the header has 3 columns"},
    {"a,b,c\n1,2,0,4\n", 2, 4, "one too many: the header has 3 columns"},
    {"a,b,c\n1,2,0,\n", 2, 4, "one too many: the header has 3 columns"},
    {"a,b,c\n1,,0\n", 2, 2, "line 2, column 2: the cell is empty"},
    {"a,b,c\n,2,0\n", 2, 1, "the cell is empty"},
    {"a,b,c\n1,2,\n", 2, 3, "the cell is empty"},
    {"a,b,c\n1, \t,0\n", 2, 2, "the cell is empty"},
    {"a,b,c\n1,2,0\n\n1,2,0\n", 3, 0, "line 3: the line is empty"},
    {"a,b,c\n1,2,0\n\n", 3, 0, "the line is empty"},
    {"a,b,c\n1,x,0\n", 2, 2, "\"x\" is not a number"},
    {"a,b,c\n1,2x,0\n", 2, 2, "\"2x\" is not a number"},
    {"a,b,c\n1,\"2\",0\n", 2, 2, "is not a number"},
    {"a,b,c\n1,0x10,0\n", 2, 2, "\"0x10\" is not a number"},
    {"a,b,c\n1,1 2,0\n", 2, 2, "\"1 2\" is not a number"},
    {"a,b,c\n1,\x01\xff,0\n", 2, 2, "\"??\" is not a number"},
    {"a,b,c\n1,2;5,0\n", 2, 2, "\"2;5\" is not a number"},
    {"a,b,c\n1,nan,0\n", 2, 2, "\"nan\" is not finite"},
    {"a,b,c\n1,-inf,0\n", 2, 2, "\"-inf\" is not finite"},
    {"a,b,c\n1,1e999,0\n", 2, 2, "\"1e999\" is not finite"},
    {"a,b,c\n1,2,0.5\n", 2, 3, "the label \"0.5\" is not an integer from 0 to 9999"},
    {"a,b,c\n1,2,-1\n", 2, 3, "the label \"-1\" is not an integer from 0 to 9999"},
    {"a,b,c\n1,2,10000\n", 2, 3, "the label \"10000\" is not an integer"},
    {"a,b,c\n1,2,nan\n", 2, 3, "\"nan\" is not finite"},
    {"a,b,c\n1,2,cat\n", 2, 3, "\"cat\" is not a number"},
    {"a,b,c\n1,0000000000000000000000000000000000000000000000000000000000000001,0\n", 2,
     2, "is not a number"},
};

START_TEST(refuses_with_place_and_reason)
{
    struct dataset d;
    struct dataset_error error;
    ck_assert_int_eq(parse(&d, faults[_i].text, &error), DESCENT_EFORMAT);
    ck_assert_uint_eq(error.line, faults[_i].line);
    ck_assert_uint_eq(error.column, faults[_i].column);
    ck_assert_msg(strstr(error.message, faults[_i].words) != NULL, "\"%s\" lacks \"%s\"",
                  error.message, faults[_i].words);
    ck_assert_ptr_null(strchr(error.message, '\n'));
    ck_assert_ptr_null(d.x);
    ck_assert_uint_eq(d.rows, 0);
    dataset_free(&d);
    ck_assert_int_eq(parse(&d, faults[_i].text, NULL), DESCENT_EFORMAT);
}
END_TEST

START_TEST(a_cell_may_be_as_long_as_it_may_be)
{
    char text[DATASET_MAX_CELL + 16];
    struct dataset d;
    int length = snprintf(text, sizeof text, "a,b\n1.%0*d,0\n", DATASET_MAX_CELL - 2, 25);
    ck_assert_int_eq(dataset_parse(&d, "t", text, (size_t)length, NULL), DESCENT_OK);
    ck_assert(d.x[0] == 1);
    dataset_free(&d);
}
END_TEST

START_TEST(a_zero_byte_is_not_an_end)
{
    const char text[] = "a,b,c\n1,2\0,0\n";
    struct dataset d;
    struct dataset_error error;
    ck_assert_int_eq(dataset_parse(&d, "t", text, sizeof text - 1, &error),
                     DESCENT_EFORMAT);
    ck_assert_uint_eq(error.column, 2);
}
END_TEST

START_TEST(has_bounds)
{
    struct dataset d;
    struct dataset_error error;
    /* A line of exactly the longest length, with either end, and one byte more. */
    const size_t most = DATASET_MAX_LINE;
    for (size_t extra = 0; extra < 2; extra++)
        for (size_t windows = 0; windows < 2; windows++) {
            char *text = malloc(most + 100);
            size_t length = 0;
            memcpy(text, "a,b\n1,", 6);
            length = 6;
            memset(text + length, ' ', most - 2 - 1 + extra);
            length += most - 2 - 1 + extra;
            text[length++] = '0';
            if (windows)
                text[length++] = '\r';
            text[length++] = '\n';
            enum descent_status status = dataset_parse(&d, "t", text, length, &error);
            ck_assert_int_eq(status, extra ? DESCENT_EFORMAT : DESCENT_OK);
            if (extra)
                ck_assert_str_eq(error.message, "t, line 2: longer than 65536 bytes");
            dataset_free(&d);
            free(text);
        }
    /* As many columns as there may be, and one more. */
    for (size_t wide = DATASET_MAX_COLUMNS; wide <= DATASET_MAX_COLUMNS + 1; wide++) {
        char *text = malloc(4 * wide + 4);
        for (size_t c = 0; c < wide; c++) {
            memcpy(text + 2 * c, "a,", 2);
            memcpy(text + 2 * (wide + c), "1,", 2);
        }
        text[2 * wide - 1] = '\n';
        text[4 * wide - 1] = '\n';
        enum descent_status status = dataset_parse(&d, "t", text, 4 * wide, &error);
        ck_assert_int_eq(status,
                         wide > DATASET_MAX_COLUMNS ? DESCENT_EFORMAT : DESCENT_OK);
        if (status)
            ck_assert_ptr_nonnull(strstr(error.message, "more than 4096 columns"));
        dataset_free(&d);
        free(text);
    }
}
END_TEST

START_TEST(long_names_do_not_hide_the_reason)
{
    char name[5000];
    struct dataset d;
    struct dataset_error error;
    memset(name, 'n', sizeof name);
    name[sizeof name - 1] = '\0';
    ck_assert_int_eq(dataset_parse(&d, name, "a,b\n1,x\n", 8, &error), DESCENT_EFORMAT);
    ck_assert_ptr_nonnull(strstr(error.message, "\"x\" is not a number"));
}
END_TEST

START_TEST(files_that_cannot_be_read)
{
    struct dataset d;
    struct dataset_error error;
    ck_assert_int_eq(dataset_read(&d, "no/such/file.csv", &error), DESCENT_EIO);
    ck_assert_str_eq(error.message, "no/such/file.csv: No such file or directory");
    ck_assert_uint_eq(error.line, 0);
    ck_assert_int_eq(dataset_read(&d, "/", &error), DESCENT_EIO);
    ck_assert_ptr_nonnull(strstr(error.message, "directory"));
    ck_assert_int_eq(dataset_read(&d, "/dev/null", &error), DESCENT_EFORMAT);
    ck_assert_ptr_nonnull(strstr(error.message, "the file is empty"));
    dataset_free(&d);
}
END_TEST

START_TEST(files_that_are_too_long)
{
    struct dataset d;
    struct dataset_error error;
    char path[] = "/tmp/descent-long-XXXXXX";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(ftruncate(fd, (off_t)DATASET_MAX_BYTES + 1), 0);
    enum descent_status status = dataset_read(&d, path, &error);
    close(fd);
    unlink(path);
    ck_assert_int_eq(status, DESCENT_EFORMAT);
    ck_assert_ptr_nonnull(strstr(error.message, "the file is too long"));
}
END_TEST

START_TEST(reads_the_digits)
{
    struct dataset d;
    struct dataset_error error;
    size_t count[10] = {0};
    ck_assert_msg(dataset_read(&d, DIGITS_PATH, &error) == DESCENT_OK, "%s",
                  error.message);
    ck_assert_uint_eq(d.rows, 1797);
    ck_assert_uint_eq(d.features, 64);
    ck_assert_uint_eq(d.classes, 10);
    double sum = 0;
    for (size_t i = 0; i < d.rows * d.features; i++) {
        ck_assert(d.x[i] >= 0 && d.x[i] <= 16 && d.x[i] == floor(d.x[i]));
        sum += (double)d.x[i];
    }
    for (size_t i = 0; i < d.rows; i++)
        count[d.label[i]]++;
    /* sklearn.datasets.load_digits(): data.sum(), bincount(target) */
    static const size_t expected[] = {178, 182, 177, 183, 181, 182, 181, 179, 174, 180};
    ck_assert_double_eq(sum, 561718);
    for (size_t k = 0; k < 10; k++)
        ck_assert_uint_eq(count[k], expected[k]);
    dataset_free(&d);
}
END_TEST

START_TEST(reads_breast_cancer)
{
    struct dataset d;
    struct dataset_error error;
    ck_assert_msg(dataset_read(&d, BREAST_CANCER_PATH, &error) == DESCENT_OK, "%s",
                  error.message);
    ck_assert_uint_eq(d.rows, 569);
    ck_assert_uint_eq(d.features, 30);
    size_t benign = 0;
    for (size_t i = 0; i < d.rows; i++)
        benign += d.label[i];
    ck_assert_uint_eq(benign, 357);
    ck_assert(d.x[0] == (real)17.99 && d.x[568 * 30 + 29] == (real)0.07039);
    dataset_free(&d);
}
END_TEST

START_TEST(survives_mutations)
{
    /* 40,000 texts: a sound one with bytes changed, put in, taken out or swapped. Some of
     * them must be taken and some refused, or the mutations are too tame or too wild. */
    static const char sound[] = "a,b,label\n1,2,0\n-3.5,4e2,2\n0.25,1e-3,11\n";
    static const char spice[] = ",\n\r \t\"+-.eEx019nainf\0\xff;";
    struct rng rng = rng_seed(11);
    size_t taken = 0;
    for (int k = 0; k < 40000; k++) {
        uint8_t text[sizeof sound + 16];
        size_t length = sizeof sound - 1;
        memcpy(text, sound, length);
        for (uint64_t edits = 1 + rng_below(&rng, 4); edits > 0 && length > 0; edits--) {
            size_t at = (size_t)rng_below(&rng, length);
            uint8_t byte = (uint8_t)spice[rng_below(&rng, sizeof spice)];
            switch (rng_below(&rng, 4)) {
            case 0:
                text[at] = byte;
                break;
            case 1:
                memmove(text + at + 1, text + at, length - at);
                text[at] = byte;
                length++;
                break;
            case 2:
                memmove(text + at, text + at + 1, length - at - 1);
                length--;
                break;
            default:
                length = at;
            }
        }
        taken += (size_t)check_dataset_text(text, length);
    }
    ck_assert_uint_gt(taken, 4000);
    ck_assert_uint_lt(taken, 36000);
}
END_TEST

START_TEST(split_deals_every_sample_once)
{
    struct dataset d, train, test, again, rest;
    ck_assert_int_eq(dataset_read(&d, DIGITS_PATH, NULL), DESCENT_OK);
    for (size_t i = 0; i < d.rows; i++) /* marks the samples */
        d.x[i * 64] = (real)i;
    ck_assert_int_eq(dataset_split(&d, DIGITS_TRAIN, 5, &train, &test), DESCENT_OK);
    ck_assert_uint_eq(train.rows, 1297);
    ck_assert_uint_eq(test.rows, 500);
    ck_assert_uint_eq(test.classes, 10);
    size_t *seen = calloc(d.rows, sizeof *seen), in_order = 0;
    for (size_t i = 0; i < d.rows; i++) {
        const struct dataset *part = i < train.rows ? &train : &test;
        size_t row = i < train.rows ? i : i - train.rows;
        size_t mark = (size_t)part->x[row * 64];
        seen[mark]++;
        in_order += mark == i;
        ck_assert_uint_eq(part->label[row], d.label[mark]);
        ck_assert_mem_eq(part->x + row * 64, d.x + mark * 64, 64 * sizeof(real));
    }
    for (size_t i = 0; i < d.rows; i++)
        ck_assert_uint_eq(seen[i], 1);
    ck_assert_uint_lt(in_order, 20);
    ck_assert_int_eq(dataset_split(&d, DIGITS_TRAIN, 5, &again, &rest), DESCENT_OK);
    ck_assert_mem_eq(again.x, train.x, 1297 * 64 * sizeof(real));
    dataset_free(&again);
    dataset_free(&rest);
    ck_assert_int_eq(dataset_split(&d, DIGITS_TRAIN, 6, &again, &rest), DESCENT_OK);
    ck_assert_mem_ne(again.x, train.x, 1297 * 64 * sizeof(real));
    dataset_free(&again);
    dataset_free(&rest);
    dataset_free(&train);
    dataset_free(&test);
    free(seen);
    ck_assert_int_eq(dataset_split(&d, 1, 5, &train, &test), DESCENT_OK);
    ck_assert_uint_eq(train.rows, 1);
    dataset_free(&train);
    dataset_free(&test);
    ck_assert_int_eq(dataset_split(&d, 0, 5, &train, &test), DESCENT_ERANGE);
    ck_assert_int_eq(dataset_split(&d, 1797, 5, &train, &test), DESCENT_ERANGE);
    ck_assert_ptr_null(train.x);
    dataset_free(&d);
}
END_TEST

START_TEST(standardize)
{
    struct dataset train, test, other;
    real mean[64], deviation[64];
    ck_assert_int_eq(
        dataset_load(&train, &test, DIGITS_PATH, DIGITS_TRAIN, DIGITS_SEED, NULL),
        DESCENT_OK);
    dataset_moments(&train, mean, deviation);
    ck_assert(deviation[0] == 1 && train.x[0] == 0); /* the corner is always white */
    for (size_t j = 0; j < 64; j++) {
        ck_close(mean[j], 0, 100 * EPSILON);
        ck_close(deviation[j], 1, 1000 * EPSILON);
    }
    /* The test part is measured with the training part's rule: close, and not exact. */
    double off = 0;
    dataset_moments(&test, mean, deviation);
    for (size_t j = 0; j < 64; j++)
        off = fmax(off, fabs((double)mean[j]));
    ck_assert(off > 0.01 && off < 0.5);
    dataset_free(&train);
    dataset_free(&test);
    const char *text = "a,b,label\n1,0.5,0\n2,0.5,0\n6,0.25,1\n";
    ck_assert_int_eq(parse(&other, text, NULL), DESCENT_OK);
    dataset_moments(&other, mean, deviation);
    ck_close(mean[0], 3, EPSILON);
    ck_close(deviation[0], sqrt(14.0 / 3), 4 * EPSILON);
    ck_close(deviation[1], sqrt(2.0) / 12, 4 * EPSILON);
    dataset_standardize(&other, mean, deviation);
    ck_close(other.x[0], -2 / sqrt(14.0 / 3), 4 * EPSILON);
    ck_close(other.x[5], -sqrt(2.0), 8 * EPSILON);
    dataset_free(&other);
    ck_assert_int_eq(dataset_load(&train, &test, "none", 1, 1, NULL), DESCENT_EIO);
    ck_assert_int_eq(dataset_load(&train, &test, DIGITS_PATH, 1797, 1, NULL),
                     DESCENT_ERANGE);
    ck_assert_ptr_null(train.x);
    ck_assert_ptr_null(test.x);
}
END_TEST

START_TEST(batches_have_each_sample_once)
{
    static const size_t cases[][2] = {{10, 3}, {10, 5}, {10, 1}, {10, 10}, {1, 1}};
    for (size_t c = 0; c < 5; c++) {
        size_t rows = cases[c][0], size = cases[c][1], count, changed = 0, before[10];
        struct batches b;
        ck_assert_int_eq(batches_init(&b, rows, size, 3), DESCENT_OK);
        ck_assert_uint_eq(batches_count(&b), (rows + size - 1) / size);
        for (int epoch = 0; epoch < 5; epoch++) {
            size_t seen[10] = {0}, total = 0, calls = 0;
            const size_t *batch;
            while ((count = batches_next(&b, &batch)) > 0) {
                ck_assert(count == size || total + count == rows);
                for (size_t i = 0; i < count; i++) {
                    changed += epoch > 0 && before[total + i] != batch[i];
                    before[total + i] = batch[i];
                    seen[batch[i]]++;
                }
                total += count;
                calls++;
            }
            ck_assert_uint_eq(calls, batches_count(&b));
            for (size_t i = 0; i < rows; i++)
                ck_assert_uint_eq(seen[i], 1);
        }
        ck_assert(rows == 1 || changed > rows);
        batches_free(&b);
        batches_free(&b);
    }
}
END_TEST

START_TEST(batches_repeat_and_refuse)
{
    struct batches a, b;
    ck_assert_int_eq(batches_init(&a, 100, 7, 3), DESCENT_OK);
    ck_assert_int_eq(batches_init(&b, 100, 7, 3), DESCENT_OK);
    for (int i = 0; i < 60; i++) {
        const size_t *x, *y;
        size_t count = batches_next(&a, &x);
        ck_assert_uint_eq(count, batches_next(&b, &y));
        ck_assert(count == 0 || memcmp(x, y, count * sizeof *x) == 0);
    }
    batches_free(&a);
    batches_free(&b);
    ck_assert_int_eq(batches_init(&a, 0, 0, 1), DESCENT_ERANGE);
    ck_assert_int_eq(batches_init(&a, 0, 1, 1), DESCENT_ERANGE);
    ck_assert_int_eq(batches_init(&a, 5, 0, 1), DESCENT_ERANGE);
    ck_assert_int_eq(batches_init(&a, 5, 6, 1), DESCENT_ERANGE);
    batches_free(&a);
}
END_TEST

START_TEST(first_sample_is_uniform)
{
    size_t count[10] = {0};
    for (uint64_t seed = 0; seed < 10000; seed++) {
        struct batches b;
        const size_t *rows;
        ck_assert_int_eq(batches_init(&b, 10, 1, seed), DESCENT_OK);
        batches_next(&b, &rows);
        count[rows[0]]++;
        batches_free(&b);
    }
    for (size_t i = 0; i < 10; i++)
        ck_close(count[i], 1000, 5 * sqrt(900));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("dataset");
    TCase *all = tcase_create("dataset");
    tcase_set_timeout(all, 120);
    tcase_add_test(all, reads_samples);
    tcase_add_loop_test(all, refuses_with_place_and_reason, 0,
                        (int)(sizeof faults / sizeof *faults));
    tcase_add_test(all, a_cell_may_be_as_long_as_it_may_be);
    tcase_add_test(all, a_zero_byte_is_not_an_end);
    tcase_add_test(all, has_bounds);
    tcase_add_test(all, long_names_do_not_hide_the_reason);
    tcase_add_test(all, files_that_cannot_be_read);
    tcase_add_test(all, files_that_are_too_long);
    tcase_add_test(all, reads_the_digits);
    tcase_add_test(all, reads_breast_cancer);
    tcase_add_test(all, survives_mutations);
    tcase_add_test(all, split_deals_every_sample_once);
    tcase_add_test(all, standardize);
    tcase_add_test(all, batches_have_each_sample_once);
    tcase_add_test(all, batches_repeat_and_refuse);
    tcase_add_test(all, first_sample_is_uniform);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
