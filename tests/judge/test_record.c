/* test_record.c: a record reads back as it was written, and a broken one is refused. */
#include "../suite.h"
#include "judge/record.h"
#include "judge/record_write.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct tolerance tolerance = {1e-12, 0};

static struct trace read_trace(const char *arrays, int seed)
{
    struct trace trace;
    char text[1000], error[TRACE_MAX_ERROR];
    snprintf(text, sizeof text, "# descent-trace 1 case %d\n%s# end\n", seed, arrays);
    ck_assert_msg(trace_read(&trace, text, strlen(text), error) == TRACE_OK, "%s", error);
    return trace;
}

static const char right[] = "# x 2 1 input\n1\n2\n# a 4 2\n1 1\n2 2\n3 3\n4 inf\n"
                            "# status 1 1 names OK NOT_OK\n0\n# r 2 1 rough\n1\n0.1\n";

/* A whole record, to be freed, with the seeds 1 and 2. */
static char *write_record(size_t *length)
{
    char *bytes;
    FILE *text = open_memstream(&bytes, length);
    struct known none = {0};
    ck_assert_ptr_nonnull(text);
    struct mistake list[] = {{"first", "You do\nthe first."}, {"second", "ε"}};
    record_write_mistakes(text, &(struct known){.list = list, .count = 2});
    for (int seed = 1; seed <= 2; seed++) {
        struct trace expected = read_trace(right, seed);
        ck_assert(record_write_case(text, &expected, tolerance, &none));
        trace_free(&expected);
        fputs("fails 1\ndiffers 0 a 2\nrun 1 1\nrun 3 3\nrow 1 -2.5 nan\n"
              "row 3 1e-300 -inf\n",
              text);
    }
    fclose(text);
    return bytes;
}

static void check_arrays(const struct trace *trace)
{
    struct trace expected = read_trace(right, 2);
    ck_assert_uint_eq(trace->count, expected.count);
    for (size_t i = 0; i < expected.count; i++) {
        const struct trace_array *a = &trace->arrays[i], *b = &expected.arrays[i];
        ck_assert_str_eq(a->name, b->name);
        ck_assert_str_eq(a->names, b->names);
        ck_assert(a->input == b->input && a->rough == b->rough);
        ck_assert(arrays_agree(a, b, (struct tolerance){0, 0}));
    }
    trace_free(&expected);
}

START_TEST(reads_what_was_written)
{
    char path[] = "/tmp/test-record.XXXXXX", error[RECORD_MAX_ERROR];
    size_t length;
    char *text = write_record(&length);
    struct record record;
    int file = mkstemp(path);
    ck_assert(file >= 0 && !close(file));
    ck_assert(record_write_file(path, text, length));
    ck_assert_msg(record_read(&record, path, 2, error), "%s", error);
    ck_assert_uint_eq(record.mistake_count, 2);
    ck_assert_str_eq(record.mistakes[0].says, "You do\nthe first.");
    ck_assert_str_eq(record.mistakes[1].name, "second");
    ck_assert_uint_eq(record.case_count, 1);
    ck_assert_ptr_null(record_find(&record, "other"));
    const struct record_case *found = record_find(&record, "case");
    ck_assert_ptr_nonnull(found);
    check_arrays(&found->expected);
    ck_assert(found->deviations[1].failed && !found->deviations[0].failed);
    ck_assert_uint_eq(found->deviations[0].count, 1);
    const struct deviation *a = &found->deviations[0].list[0];
    ck_assert(a->run_count == 2 && a->runs[1].first == 3 && a->row_count == 2);
    ck_assert(a->values[0] == -2.5 && isnan(a->values[1]) && a->values[3] < -1e308);
    record_free(&record);
    record_free(&record);
    ck_assert_msg(record_read(&record, path, 3, error), "%s", error);
    ck_assert_uint_eq(record.case_count, 0);
    record_free(&record);
    ck_assert(truncate(path, 100) == 0);
    ck_assert(!record_read(&record, path, 2, error));
    record_free(&record);
    unlink(path);
    ck_assert(!record_read(&record, path, 2, error));
    record_free(&record);
    free(text);
}
END_TEST

/* After a head with one mistake and the reference above. */
static const struct {
    const char *lines, *error;
} broken[] = {
    {"mistake late\n", "one mistake too many"},
    {"gossip\n", "a line of no kind"},
    {"end\nend\n", "something follows the end"},
    {"case a 1\n", "expected 'case RUN SEED BYTES', and those bytes"},
    {"case a 1 9999\n", "expected 'case RUN SEED BYTES', and those bytes"},
    {"case case 1 0\n", "a case too many"},
    {"case other 1 0\n", "its trace: it is cut off"},
    {"case other 1 4\nabc\n",
     "its trace: line 1: expected '# descent-trace 1 CASE SEED'"},
    {"fails 1\n", "expected 'fails MISTAKE'"},
    {"differs 1 a 2\n", "expected 'differs MISTAKE ARRAY COLS'"},
    {"differs 0 b 2\n", "no such array, or not so many columns"},
    {"differs 0 a 3\n", "no such array, or not so many columns"},
    {"run 0 1\n", "a run too many"},
    {"differs 0 a 2\nrun 1 0\n", "expected 'run FIRST LAST', in ascending order"},
    {"differs 0 a 2\nrun 0 4\n", "expected 'run FIRST LAST', in ascending order"},
    {"differs 0 a 2\nrun 0 1\nrun 1 2\n",
     "expected 'run FIRST LAST', in ascending order"},
    {"row 0 1 1\n", "a row too many"},
    {"differs 0 a 2\nrow 4 1 1\n", "expected 'row ROW VALUE …'"},
    {"differs 0 a 2\nrow 0 1\n", "a value is missing"},
    {"differs 0 a 2\nrow 0 1 1 1\n", "a value too many"},
    {"differs 0 a 1\nrow 0 1\nrow 0 1\nrow 0 1\nrow 0 1\nrow 0 1\n", "a row too many"},
    {"", "not a line of text"},
    {"end", "not a line of text"},
};

START_TEST(refuses)
{
    char text[2000], error[RECORD_MAX_ERROR], trace[1000];
    struct record record;
    snprintf(trace, sizeof trace, "# descent-trace 1 case 1\n%s# end\n", right);
    snprintf(text, sizeof text,
             "descent-record 1\nmistake a\nsays b\ncase case 1 %zu\n%s%s", strlen(trace),
             trace, broken[_i].lines);
    ck_assert(!record_parse(&record, text, strlen(text), 1, error));
    const char *words = strstr(error, ": ");
    ck_assert_ptr_nonnull(words);
    ck_assert_str_eq(words + 2, broken[_i].error);
    record_free(&record);
}
END_TEST

/* Whatever byte is damaged or missing, the reader comes back. */
START_TEST(survives_any_damage)
{
    char error[RECORD_MAX_ERROR];
    size_t length;
    char *text = write_record(&length);
    struct record record;
    for (size_t i = 0; i < length; i++) {
        char was = text[i];
        for (int change = 0; change < 8; change++) {
            text[i] = (char)(was ^ 1 << change);
            record_parse(&record, text, length, 2, error);
            record_free(&record);
        }
        text[i] = was;
        ck_assert(!record_parse(&record, text, i, 2, error));
        record_free(&record);
    }
    free(text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("record");
    TCase *tcase = tcase_create("record");
    tcase_add_test(tcase, reads_what_was_written);
    tcase_add_loop_test(tcase, refuses, 0, sizeof broken / sizeof *broken);
    tcase_add_test(tcase, survives_any_damage);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
