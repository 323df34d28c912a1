/* test_watch.c: `descent watch` in a pseudo-terminal, with saves as editors make them. */
#include "../suite.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define FILE_11 "exercises/01-ewma/ewma_weights.c"
#define RIGHT "solutions/01-ewma/ewma_weights.c"
#define WRONG "build/mistakes/01-ewma/ewma_weights/ewma_weights-swapped.c"

static const char endless[] =
    "#include \"optim/ewma_weights.h\"\n"
    "real ewma_weight(real a, uint64_t n) { for (volatile int i = 0;; i = 1 - i); return "
    "a + (real)n; }\n"
    "real ewma_weight_sum(real a, uint64_t n) { return ewma_weight(a, n); }\n"
    "real ewma_window(real a, real s) { return a + s; }\n";

static char copy[200]; /* a throwaway workbook; the tests run in it */

/* The tool at work. */
static struct {
    pid_t pid;
    int terminal;
    struct termios before;
    char seen[1 << 16];  /* all that it has printed */
    size_t length, read; /* `read` of it has been waited for */
} watch;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void start(const char *option)
{
    watch.length = watch.read = 0;
    watch.pid = forkpty(&watch.terminal, NULL, NULL, NULL);
    ck_assert_int_ge(watch.pid, 0);
    if (watch.pid == 0) {
        setenv("TERM", "xterm", 1);
        unsetenv("NO_COLOR");
        execl("build/descent", "descent", "watch", "1.1", "1.2", option, NULL);
        _exit(99);
    }
    tcgetattr(watch.terminal, &watch.before);
}

/* Reads for so long, or until `text` has come, not counting what was waited for
 * before. */
static bool comes(const char *text, double seconds)
{
    double end = now() + seconds;
    for (;;) {
        watch.seen[watch.length] = '\0';
        char *found = text ? strstr(watch.seen + watch.read, text) : NULL;
        if (found) {
            watch.read = (size_t)(found - watch.seen) + strlen(text);
            return true;
        }
        struct pollfd fd = {watch.terminal, POLLIN, 0};
        double left = end - now();
        if (left <= 0 || poll(&fd, 1, (int)(1000 * left)) <= 0)
            return false;
        ssize_t got = read(watch.terminal, watch.seen + watch.length,
                           sizeof watch.seen - 1 - watch.length);
        if (got <= 0)
            return false;
        watch.length += (size_t)got;
    }
}

static void expect(const char *text)
{
    ck_assert_msg(comes(text, 30), "no '%s' after:\n%s", text, watch.seen + watch.read);
}

/* The tool's exit code; it must end by itself. */
static int end_code(void)
{
    int status = -1;
    comes(NULL, 5); /* until its end closes the terminal */
    for (int i = 0; i < 500 && waitpid(watch.pid, &status, WNOHANG) == 0; i++)
        usleep(10000);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void interrupt(void)
{
    ck_assert_int_eq(write(watch.terminal, "\003", 1), 1);
    expect("Stopped watching.");
    ck_assert_int_eq(end_code(), 0);
}

static char *read_file(const char *path)
{
    static char text[1 << 16];
    FILE *file = fopen(path, "r");
    ck_assert_msg(file != NULL, "%s", path);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

static void save(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    ck_assert_msg(file != NULL && fputs(text, file) >= 0, "%s", path);
    fclose(file);
}

static void save_by_renaming(const char *path, const char *text)
{
    char temporary[200];
    snprintf(temporary, sizeof temporary, "%s.tmp", path);
    save(temporary, text);
    ck_assert_int_eq(rename(temporary, path), 0);
}

static size_t gradings(void)
{
    size_t count = 0;
    for (char *at = watch.seen; (at = strstr(at, " points")); at++)
        count++;
    return count;
}

static bool stage_is_left(void)
{
    DIR *build = opendir("build");
    bool found = false;
    for (struct dirent *entry; build && (entry = readdir(build));)
        found |= strncmp(entry->d_name, "stage", 5) == 0;
    closedir(build);
    return found;
}

START_TEST(saves_of_every_kind)
{
    start(NULL);
    expect("Watching 2 exercises. Save one to grade it; Ctrl-C ends.");
    save(FILE_11, read_file(RIGHT));
    expect("✓ 1.1 ");
    expect("10 of 10 points");
    expect("Next: exercise 1.2");
    save_by_renaming(FILE_11, read_file(WRONG));
    expect("✗ 1.1 ");
    expect("Your numbers show a known mistake:");
    expect(" of 10 points");
    save(FILE_11, read_file(RIGHT));
    expect("✓ 1.1 ");
    ck_assert_int_eq(unlink(FILE_11), 0);
    ck_assert(!comes("1.1 ", 0.3));
    save(FILE_11, read_file(RIGHT));
    expect("✓ 1.1 ");
    save("exercises/01-ewma/ewma_corrected.c",
         read_file("solutions/01-ewma/ewma_corrected.c"));
    expect("✓ 1.2 ");
    expect("points");
    interrupt();
}
END_TEST

/* Editors save more than once, and what counts is what is there at last. */
START_TEST(quick_saves)
{
    start(NULL);
    expect("Ctrl-C ends.");
    for (int i = 0; i < 6; i++) {
        save(FILE_11, i % 2 ? "" : read_file(WRONG));
        usleep(15000);
    }
    save(FILE_11, read_file(RIGHT));
    expect("✓ 1.1 ");
    comes(NULL, 0.7);
    ck_assert_uint_le(gradings(), 2);
    /* One that is saved while another is graded is graded, too. */
    save(FILE_11, read_file(WRONG));
    usleep(120000);
    save(FILE_11, read_file(RIGHT));
    expect("✓ 1.1 ");
    interrupt();
}
END_TEST

START_TEST(other_files_are_ignored)
{
    static const char *const names[] = {
        "ewma_weights.c~",  ".ewma_weights.c.swp", "ewma_weights.c.bak",
        "#ewma_weights.c#", "ewma_weights.o",      "4913",
        "ewma_weights",     "ewma_irregular.c",    "x_ewma_weights.c"};
    start(NULL);
    expect("Ctrl-C ends.");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[100];
        snprintf(path, sizeof path, "exercises/01-ewma/%s", names[i]);
        save(path, "int x;\n");
    }
    ck_assert(!comes("points", 0.8));
    interrupt();
}
END_TEST

START_TEST(the_terminal_is_left_alone)
{
    struct termios after = {0};
    start(NULL);
    expect("Ctrl-C ends.");
    save(FILE_11, read_file(WRONG));
    expect("\033[31m✗ 1.1 ");
    expect("points");
    interrupt();
    tcgetattr(watch.terminal, &after);
    ck_assert_mem_eq(&after, &watch.before, sizeof after);
    /* Colors are all that it sends, and none is left switched on. */
    for (char *at = watch.seen; (at = strchr(at, '\033')); at++) {
        size_t digits = strspn(at + 2, "0123456789");
        ck_assert(at[1] == '[' && at[2 + digits] == 'm');
    }
    char *last = strrchr(watch.seen, '\033');
    ck_assert_int_eq(strncmp(last, "\033[0m", 4), 0);
}
END_TEST

START_TEST(no_color)
{
    start("--no-color");
    expect("Ctrl-C ends.");
    save(FILE_11, read_file(WRONG));
    expect("✗ 1.1 ");
    expect("points");
    interrupt();
    ck_assert_ptr_null(strchr(watch.seen, '\033'));
}
END_TEST

/* An endless loop does not keep one from leaving. */
START_TEST(interrupted_while_grading)
{
    start(NULL);
    expect("Ctrl-C ends.");
    save(FILE_11, endless);
    ck_assert(!comes("points", 1));
    double begin = now();
    interrupt();
    ck_assert_msg(now() - begin < 2, "it took %g s", now() - begin);
    for (int i = 0; i < 100 && stage_is_left(); i++)
        usleep(10000);
    ck_assert(!stage_is_left());
}
END_TEST

START_TEST(signals_end_it)
{
    static const int numbers[] = {SIGTERM, SIGHUP, SIGINT};
    start(NULL);
    expect("Ctrl-C ends.");
    kill(watch.pid, numbers[_i]);
    expect("Stopped watching.");
    ck_assert_int_eq(end_code(), 0);
}
END_TEST

START_TEST(after_an_endless_loop_it_goes_on)
{
    start(NULL);
    expect("Ctrl-C ends.");
    save(FILE_11, endless);
    expect("timeout");
    save(FILE_11, read_file(RIGHT));
    expect("✓ 1.1 ");
    interrupt();
}
END_TEST

static void press(const char *key)
{
    ck_assert_int_eq(write(watch.terminal, key, 1), 1);
}

START_TEST(keys)
{
    start(NULL);
    expect("Keys: h a hint");
    save(FILE_11, read_file(WRONG));
    expect("Next: exercise 1.1");
    press("h");
    expect("Hint 1 of 2 for exercise 1.1");
    press("h");
    expect("Hint 2 of 2 for exercise 1.1");
    press("g");
    expect("✗ 1.1 ");
    expect("Next: exercise 1.1");
    press("x");
    expect("Keys: h a hint");
    press("q");
    expect("Stopped watching.");
    ck_assert_int_eq(end_code(), 0);
}
END_TEST

START_TEST(gradings_bear_their_time)
{
    char clock[16];
    start(NULL);
    expect("Ctrl-C ends.");
    time_t begin = time(NULL);
    save(FILE_11, read_file(WRONG));
    expect("points");
    bool found = false;
    for (time_t t = begin; t <= time(NULL); t++) {
        strftime(clock, sizeof clock, "%H:%M:%S", localtime(&t));
        found = found || strstr(watch.seen, clock);
    }
    ck_assert_msg(found, "no time in:\n%s", watch.seen);
    interrupt();
}
END_TEST

START_TEST(a_folder_that_is_replaced)
{
    start(NULL);
    expect("Ctrl-C ends.");
    ck_assert_int_eq(system("cp -a exercises/01-ewma keep && rm -r exercises/01-ewma"),
                     0);
    ck_assert(!comes("points", 1));
    ck_assert_int_eq(rename("keep", "exercises/01-ewma"), 0);
    save(FILE_11, read_file(RIGHT));
    expect("✓ 1.1 ");
    interrupt();
}
END_TEST

/* An editor that writes in pieces: the first ends within a line. */
START_TEST(a_file_half_written)
{
    char *whole = read_file(RIGHT);
    size_t half = strlen(whole) / 2;
    start(NULL);
    expect("Ctrl-C ends.");
    FILE *file = fopen(FILE_11, "w");
    ck_assert_ptr_nonnull(file);
    while (whole[half - 1] == '\n')
        half--;
    fwrite(whole, 1, half, file);
    fclose(file);
    usleep(400000);
    file = fopen(FILE_11, "a");
    ck_assert_ptr_nonnull(file);
    fputs(whole + half, file);
    fclose(file);
    expect("✓ 1.1 ");
    expect(" points");
    ck_assert_uint_eq(gradings(), 1);
    interrupt();
}
END_TEST

/* 1.5 calls 1.3. */
START_TEST(what_calls_a_changed_exercise)
{
    static const char needed[] = "exercises/01-ewma/ewma_decay.c";
    static const char calls[] = "exercises/01-ewma/ewma_irregular.c";
    char *stub = strdup(read_file(needed));
    ck_assert_int_eq(system("build/descent reset 1.5 >/dev/null"), 0);
    start("1");
    expect("Ctrl-C ends.");
    save(needed, read_file("solutions/01-ewma/ewma_decay.c"));
    expect("✓ 1.3 ");
    ck_assert_msg(!comes(" 1.5 ", 1), "a stub was graded");
    save(calls, read_file("solutions/01-ewma/ewma_irregular.c"));
    expect("✓ 1.5 ");
    save(needed, stub);
    expect("· 1.3 ");
    expect("✗ 1.5 ");
    interrupt();
    free(stub);
}
END_TEST

static void setup(void)
{
    FILE *pipe = popen("bash -c '. tests/tool/lib.sh; trap - EXIT; make_copy; pwd'", "r");
    ck_assert(pipe && fgets(copy, sizeof copy, pipe));
    ck_assert_int_eq(pclose(pipe), 0);
    copy[strcspn(copy, "\n")] = '\0';
    ck_assert_int_eq(chdir(copy), 0);
}

static void teardown(void)
{
    char command[300];
    snprintf(command, sizeof command, "rm -rf '%s'", copy);
    ck_assert_int_eq(system(command), 0);
}

int main(void)
{
    Suite *suite = suite_create("watch");
    TCase *tcase = tcase_create("watch");
    tcase_add_unchecked_fixture(tcase, setup, teardown);
    tcase_add_test(tcase, saves_of_every_kind);
    tcase_add_test(tcase, quick_saves);
    tcase_add_test(tcase, other_files_are_ignored);
    tcase_add_test(tcase, the_terminal_is_left_alone);
    tcase_add_test(tcase, no_color);
    tcase_add_test(tcase, interrupted_while_grading);
    tcase_add_loop_test(tcase, signals_end_it, 0, 3);
    tcase_add_test(tcase, after_an_endless_loop_it_goes_on);
    tcase_add_test(tcase, keys);
    tcase_add_test(tcase, gradings_bear_their_time);
    tcase_add_test(tcase, a_folder_that_is_replaced);
    tcase_add_test(tcase, a_file_half_written);
    tcase_add_test(tcase, what_calls_a_changed_exercise);
    tcase_set_timeout(tcase, 120);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
