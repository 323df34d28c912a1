/* test_verdict.c: from the end of a run to one sentence for a student. */
#include "../suite.h"
#include "judge/driver.h"
#include "judge/sanitizer.h"
#include "judge/verdict.h"
#include "optim/todo.h"
#include "run/run.h"

#include <signal.h>
#include <string.h>

#define WHOLE "# descent-trace 1 case 1\n# x 1 1\n1\n# end\n"
#define CUT "# descent-trace 1 case 1\n# x 1 1\n1\n"

#define OVERFLOW                                                                         \
    "hello\n=================================================================\n"         \
    "==4711==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x6070 at pc "     \
    "0x5583 bp 0x7fff sp 0x7ffe\nWRITE of size 8 at 0x6070 thread T0\n"                  \
    "    #0 0x7f41 in __interceptor_memset "                                             \
    "../../../../src/libsanitizer/asan/asan_interceptors.cpp:41\n"                       \
    "    #1 0x5583 in adam_step exercises/03-adaptive/adam.c:31\n"                       \
    "    #2 0x5584 in run tests/03-adaptive/cases_adam.c:12:3\n"                         \
    "    #3 0x7f42 in __libc_start_main_impl ../csu/libc-start.c:360\n\n"                \
    "0x6070 is located 0 bytes after 80-byte region [0x6000,0x6070)\n"                   \
    "allocated by thread T0 here:\n"                                                     \
    "    #0 0x7f41 in __interceptor_malloc ../../x/asan_malloc_linux.cpp:69\n"           \
    "    #1 0x5583 in adam_init /home/me/descent/exercises/03-adaptive/adam.c:9\n\n"     \
    "SUMMARY: AddressSanitizer: heap-buffer-overflow adam.c:31 in adam_step\n"           \
    "Shadow bytes around the buggy address:\n  0x0c0e7fff7fd0: 00 00\n"

#define SEGV(address)                                                                    \
    "==1==ERROR: AddressSanitizer: SEGV on unknown address " address                     \
    " (pc 0x55 bp 0x7f sp 0x7f T0)\n"                                                    \
    "==1==The signal is caused by a WRITE memory access.\n"                              \
    "    #0 0x55 in f a/b.c:17\n"

#define DEEP                                                                             \
    "==1==ERROR: AddressSanitizer: stack-overflow on address 0x7ff (pc 0x5 bp 0x7 sp "   \
    "0x7 T0)\n"                                                                          \
    "    #0 0x5 in deep b.c:5\n    #1 0x6 in deep b.c:5\n    #2 0x6 in deep b.c:5\n"

static const struct {
    enum ending ending;
    int code;
    const char *output, *trace;
    enum verdict verdict;
    const char *words;
} runs[] = {
    {ENDED_EXIT, 0, "", WHOLE, VERDICT_OK, ""},
    {ENDED_EXIT, TODO_EXIT_CODE, "", CUT, VERDICT_NOT_STARTED,
     "a function that this test calls is not started"},
    {ENDED_EXIT, TODO_EXIT_CODE, "hello\nexercise 1.3 is not started\n", CUT,
     VERDICT_NOT_STARTED,
     "a function that this test calls is not started (exercise 1.3)"},
    {ENDED_EXIT, TODO_EXIT_CODE, "exercise x", CUT, VERDICT_NOT_STARTED,
     "a function that this test calls is not started"},
    {ENDED_EXIT, TODO_EXIT_CODE, "", WHOLE, VERDICT_EARLY_EXIT,
     "the program ended with code 77, not 0"},
    {ENDED_EXIT, 0, "", "", VERDICT_NOTHING_RUN,
     "nothing was run: the program ended with code 0 before the test began"},
    {ENDED_EXIT, 3, "", CUT, VERDICT_EARLY_EXIT,
     "the program ended with code 3 in the middle of the test"},
    {ENDED_EXIT, 0, "", CUT, VERDICT_EARLY_EXIT,
     "the program ended with code 0 in the middle of the test"},
    {ENDED_EXIT, 5, "", WHOLE, VERDICT_EARLY_EXIT,
     "the program ended with code 5, not 0"},
    {ENDED_EXIT, DRIVER_LEAK_EXIT_CODE, "", WHOLE, VERDICT_LEAK,
     "memory leak: not all memory that was asked for was freed"},
    {ENDED_EXIT, 0, "", "junk\n", VERDICT_BAD_TRACE,
     "the record of the test is spoiled (line 1: expected '# descent-trace 1 CASE SEED')"
     ": does your code write to files or descriptors?"},
    {ENDED_EXIT, 0, "", WHOLE WHOLE, VERDICT_BAD_TRACE, NULL},
    {ENDED_TIME, 0, "", CUT, VERDICT_TIMEOUT,
     "time-out: still running after 2 s of computing or 10 s in all (an endless loop?)"},
    {ENDED_MEMORY, 0, "", CUT, VERDICT_OUT_OF_MEMORY,
     "out of memory: it took more than 64 MB"},
    {ENDED_OUTPUT, 0, "", CUT, VERDICT_RUNAWAY,
     "runaway output: it wrote more than 100 kB"},
    {ENDED_UNSTARTED, 0, "no such thing", "", VERDICT_UNSTARTED,
     "nothing was run: no such thing"},
    {ENDED_SIGNAL, SIGSEGV, "", CUT, VERDICT_CRASH,
     "the program was ended by the signal SIGSEGV (a pointer that points nowhere)"},
    {ENDED_SIGNAL, SIGABRT, "", CUT, VERDICT_CRASH,
     "the program was ended by the signal SIGABRT (abort)"},
    {ENDED_SIGNAL, SIGFPE, "", CUT, VERDICT_CRASH,
     "the program was ended by the signal SIGFPE (integer division by zero)"},
    {ENDED_SIGNAL, SIGKILL, "", WHOLE, VERDICT_CRASH,
     "the program was ended by the signal SIGKILL"},
    {ENDED_SIGNAL, 64, "", WHOLE, VERDICT_CRASH,
     "the program was ended by the signal 64"},
    {ENDED_EXIT, 1, OVERFLOW, CUT, VERDICT_CRASH,
     "AddressSanitizer: heap-buffer-overflow, write of 8 bytes at adam.c:31 (past the "
     "end of an array)"},
    {ENDED_SIGNAL, SIGABRT, OVERFLOW, CUT, VERDICT_CRASH,
     "AddressSanitizer: heap-buffer-overflow, write of 8 bytes at adam.c:31 (past the "
     "end of an array)"},
    {ENDED_EXIT, 1, SEGV("0x000000000000"), CUT, VERDICT_CRASH,
     "AddressSanitizer: SEGV at b.c:17 (a null pointer)"},
    {ENDED_EXIT, 1, SEGV("0x000000000018"), CUT, VERDICT_CRASH,
     "AddressSanitizer: SEGV at b.c:17 (a null pointer)"},
    {ENDED_EXIT, 1, SEGV("0x000012345678"), CUT, VERDICT_CRASH,
     "AddressSanitizer: SEGV at b.c:17 (a pointer that points nowhere)"},
    {ENDED_EXIT, 1, DEEP, CUT, VERDICT_CRASH,
     "AddressSanitizer: stack-overflow at b.c:5 (endless recursion, or arrays too large "
     "for the stack)"},
    {ENDED_EXIT, 1,
     "==9==ERROR: AddressSanitizer: attempting double-free on 0x6020 in thread T0:\n"
     "    #1 0x55 in main d.c:3\n",
     CUT, VERDICT_CRASH, "AddressSanitizer: attempting double-free at d.c:3"},
    {ENDED_EXIT, 1, "exercises/03/adam.c:11:44: runtime error: division by zero\n", CUT,
     VERDICT_CRASH, "UndefinedBehaviorSanitizer: division by zero at adam.c:11:44"},
    {ENDED_EXIT, 1,
     "a.c:7:37: runtime error: store to address 0x607000000150 with insufficient space\n",
     CUT, VERDICT_CRASH,
     "UndefinedBehaviorSanitizer: store to address with insufficient space at a.c:7:37"},
    /* A program that ends well has no report, whatever it prints. */
    {ENDED_EXIT, 0, "a.c:1:1: runtime error: made up\n", WHOLE, VERDICT_OK, ""},
    {ENDED_EXIT, 1, "ERROR: AddressSanitizer: ", CUT, VERDICT_CRASH, NULL},
    {ENDED_EXIT, 1, " runtime error: ", CUT, VERDICT_CRASH, NULL},
};

START_TEST(words_of_a_run)
{
    static const struct limits limits = {.wall_seconds = 10,
                                         .cpu_seconds = 2,
                                         .memory_bytes = 64 << 20,
                                         .output_bytes = 100 << 10};
    char *output = strdup(runs[_i].output), *bytes = strdup(runs[_i].trace);
    struct run run = {.ending = runs[_i].ending,
                      .code = runs[_i].code,
                      .output = {output, strlen(output), 0},
                      .trace = {bytes, strlen(bytes), 0}};
    struct trace trace;
    char words[VERDICT_MAX_WORDS] = "?";
    enum verdict verdict = verdict_of_run(&trace, words, &run, &limits);
    ck_assert_msg(verdict == runs[_i].verdict, "%s: %s", verdict_name(verdict), words);
    if (runs[_i].words)
        ck_assert_str_eq(words, runs[_i].words);
    trace_free(&trace);
    run_free(&run);
}
END_TEST

static const struct {
    const char *from, *to;
} todos[] = {
    {"exercise 1.3 is not started\n", ""},
    {"so far\nexercise 1.3 is not started\nhello\n", "so far\nhello\n"},
    {"exercise x is not started\n", "exercise x is not started\n"},
    {"exercise 1.3 is not", "exercise 1.3 is not"},
    {"exercise exercise 1.2 is not started\n", "exercise "},
    {"", ""},
};

/* What todo() prints is no news beside the verdict; what the student prints is. */
START_TEST(cuts_todo)
{
    char *text = strdup(todos[_i].from);
    verdict_cut_todo(text);
    ck_assert_str_eq(text, todos[_i].to);
    free(text);
}
END_TEST

START_TEST(every_verdict_has_a_name)
{
    for (enum verdict v = VERDICT_OK; v <= VERDICT_CRASH; v++)
        for (enum verdict w = VERDICT_OK; w < v; w++)
            ck_assert_str_ne(verdict_name(v), verdict_name(w));
}
END_TEST

static const struct {
    const char *from, *to;
} reports[] = {
    {"just text\n0x1234 and ==12==\n", "just text\n0x1234 and ==12==\n"},
    {OVERFLOW, "hello\n"},
    {"AddressSanitizer:DEADLYSIGNAL\n=====\n" DEEP, ""},
    {"so far\nAddressSanitizer:DEADLYSIGNAL\n=====\n" DEEP, "so far\n"},
    {"x\na.c:7:37: runtime error: store to address 0x60 with insufficient space\n"
     "0x60: note: pointer points here\n be be be be\n",
     "x\n"},
    {"", ""},
};

/* A report is no part of what the program printed. */
START_TEST(cuts_reports)
{
    char *text = strdup(reports[_i].from);
    sanitizer_cut(text);
    ck_assert_str_eq(text, reports[_i].to);
    free(text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("verdict");
    TCase *tcase = tcase_create("verdict");
    tcase_add_loop_test(tcase, words_of_a_run, 0, sizeof runs / sizeof *runs);
    tcase_add_loop_test(tcase, cuts_todo, 0, sizeof todos / sizeof *todos);
    tcase_add_test(tcase, every_verdict_has_a_name);
    tcase_add_loop_test(tcase, cuts_reports, 0, sizeof reports / sizeof *reports);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
