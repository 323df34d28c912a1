/* test_run.c: running programs that nobody trusts.
 *
 * This program is also the one that is run: with an argument it does what that names. */
#include "../suite.h"
#include "judge/driver.h"
#include "run/machine.h"
#include "run/run.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char self[4096]; /* the path of this program */

/* --- What the program does when it is run ------------------------------------------- */

static int spin(void)
{
    for (volatile unsigned long i = 1; i; i++)
        ;
    return 0;
}

static int stall(void)
{
    while (pause() < 0)
        ;
    return 0;
}

/* Seven tenths of a second in all, however long it is stopped in between. */
static int nap(void)
{
    for (int i = 0; i < 7; i++)
        usleep(100000);
    return 0;
}

/* Is killed unless the file is there, which it makes. */
static int be_killed_once(const char *path)
{
    int fd = open(path, O_CREAT | O_EXCL | O_WRONLY, 0600);
    if (fd >= 0)
        raise(SIGKILL);
    return unlink(path);
}

static int fill_memory(void)
{
    for (char *block; (block = malloc(1 << 20));)
        memset(block, 1, 1 << 20);
    return 1;
}

static int map_memory(void)
{
    while (mmap(NULL, 1 << 24, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0) != MAP_FAILED)
        ;
    return 1;
}

/* Reads one byte of each 2 MiB: no page is its own, but the page tables are. */
static int fill_page_tables(void)
{
    size_t size = (size_t)1 << 44;
    volatile char *at =
        mmap(NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at == MAP_FAILED)
        return 1;
    for (size_t i = 0; i < size; i += 1 << 21)
        (void)at[i];
    return 1;
}

static int write_endlessly(void)
{
    char bytes[4096];
    memset(bytes, 'x', sizeof bytes);
    while (write(1, bytes, sizeof bytes) >= 0)
        ;
    return 0;
}

static int trace_endlessly(void)
{
    char bytes[4096];
    memset(bytes, 'x', sizeof bytes);
    while (write(3, bytes, sizeof bytes) >= 0)
        ;
    return 0;
}

static int write_file(void)
{
    char bytes[4096] = "", path[64];
    snprintf(path, sizeof path, "/tmp/test-run-%d", (int)getpid());
    int fd = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0600);
    unlink(path);
    while (write(fd, bytes, sizeof bytes) > 0)
        ;
    return 0;
}

static int write_all(void)
{
    for (int fd = 0; fd < 1024; fd++)
        if (write(fd, "x", 1) < 0)
            continue;
    return 0;
}

static int say_both(void)
{
    dprintf(1, "out ");
    dprintf(2, "err");
    dprintf(3, "trace");
    return 0;
}

/* Which descriptors are open: "0 1 2 3". The one that lists them is not meant. */
static int list_descriptors(void)
{
    for (int fd = 0; fd < 4096; fd++)
        if (fcntl(fd, F_GETFD) >= 0)
            printf("%d ", fd);
    return 0;
}

static int close_all(void)
{
    for (int fd = 0; fd < 64; fd++)
        close(fd);
    usleep(200000);
    return 4;
}

static void *nothing(void *argument)
{
    return argument;
}

/* Tries what is forbidden; prints the names of what was let through. */
/* Keeps a page alive that no process has mapped. */
static ssize_t pin_page(void)
{
    static char page[4096];
    int ends[2];
    struct iovec vector = {page, sizeof page};
    return pipe(ends) ? -1 : vmsplice(ends[1], &vector, 1, 0);
}

static int try_forbidden(void)
{
    pthread_t thread;
    struct rlimit limit;
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGCHLD, &ignore, NULL);
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    const struct {
        const char *name;
        bool done;
    } tries[] = {
        {"fork", pid > 0},
        {"thread", pthread_create(&thread, NULL, nothing, NULL) == 0},
        {"system", system("true") == 0},
        {"kill-all", kill(-1, 0) == 0},
        {"kill-group", kill(0, 0) == 0},
        {"kill-parent", getppid() > 1 && kill(getppid(), 0) == 0},
        {"ptrace", ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0},
        {"setsid", setsid() > 0},
        {"socket", socket(AF_INET, SOCK_STREAM, 0) >= 0},
        {"unix-socket", socket(AF_UNIX, SOCK_STREAM, 0) >= 0},
        {"io_uring", syscall(SYS_io_uring_setup, 1, calloc(1, 256)) >= 0},
        {"shmget", shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600) >= 0},
        {"memfd", memfd_create("x", 0) >= 0},
        {"vmsplice", pin_page() >= 0},
        {"fsync", fsync(open(self, O_RDONLY)) == 0},
        {"shared-memory", mmap(NULL, 4096, PROT_READ | PROT_WRITE,
                               MAP_SHARED | MAP_ANONYMOUS, -1, 0) != MAP_FAILED},
        {"unshare", unshare(CLONE_NEWUSER) == 0},
        {"limit-parent", prlimit(getppid(), RLIMIT_CORE, NULL, &limit) == 0},
        {"slow-parent", setpriority(PRIO_PROCESS, (id_t)getppid(), 1) == 0},
        {"own-signals", fcntl(0, F_SETOWN, getppid()) == 0},
        {"own-signals-64", syscall(SYS_fcntl, 0, 1l << 32 | F_SETOWN, getppid()) == 0},
        {"which-signal", fcntl(0, F_SETSIG, SIGKILL) == 0},
        {"outlive", prctl(PR_SET_PDEATHSIG, 0) == 0},
        {"others-shared", shmctl(0, IPC_STAT, NULL) == 0 || errno != EPERM},
        {"type-for-user", ioctl(0, TIOCSTI, "x") == 0 || errno != EPERM},
        {"write-null", open("/dev/null", O_WRONLY) >= 0},
        {"change-null", open("/dev/null", O_RDWR) >= 0},
        {"cut-null", open("/dev/null", O_RDONLY | O_TRUNC) >= 0},
        {"make-file", open("x", O_RDONLY | O_CREAT, 0600) >= 0 || errno != EPERM},
        {"make-folder", mkdir("x/x", 0700) == 0 || errno != EPERM},
        {"remove", unlink("x/x") == 0 || errno != EPERM},
        {"rename", rename("x/x", "x/y") == 0 || errno != EPERM},
        {"cut", truncate("x/x", 0) == 0 || errno != EPERM},
        {"lock-up", chmod("x/x", 0) == 0 || errno != EPERM},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        if (tries[i].done)
            printf("%s ", tries[i].name);
    return 0;
}

static void print_seen(const char *const *paths)
{
    for (; *paths; paths++)
        if (access(*paths, F_OK) == 0)
            printf("sees %s\n", *paths);
}

/* The same in a sandbox, where there are no others: prints what is seen or can be
 * written. */
static int look_around(void)
{
    static const char *const paths[] = {
        "/home",       "/root",      "/var",
        "/etc/passwd", "/sys",       "/run",
        "/opt",        "/mnt",       "/srv",
        "/usr/bin/cc", "/bin/true",  "/usr/local",
        "/sbin",       "/usr/share", "/usr/lib/python3/dist-packages",
        NULL};
    /* Asked only: the filter would keep them from being opened anyway. */
    static const char *const places[] = {"/",
                                         "/tmp",
                                         "/dev",
                                         "/dev/shm",
                                         "/usr",
                                         "/etc",
                                         "/proc/sys/kernel/core_pattern",
                                         "/proc/sys/vm/overcommit_memory"};
    print_seen(paths);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (access(places[i], W_OK) == 0)
            printf("may write %s\n", places[i]);
    DIR *proc = opendir("/proc");
    for (struct dirent *entry; proc && (entry = readdir(proc));) {
        long pid = strtol(entry->d_name, NULL, 10);
        if (pid > 100)
            printf("sees process %ld\n", pid);
    }
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd >= 0)
        printf("has a socket\n");
    return 0;
}

/* As a compiler that was deceived: prints what is seen and let through. */
static int look_as_compiler(void)
{
    static const char *const paths[] = {"/home",      "/root", "/etc/passwd", "/proc",
                                        "/dev/zero",  "/sys",  "/dev/stdin",  "/dev/tty",
                                        "/usr/local", "/opt",  "/usr/share",  NULL};
    print_seen(paths);
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    const struct {
        const char *name;
        bool done;
    } tries[] = {
        {"no-fork", pid <= 0},
        {"no-file", open("/tmp/made", O_CREAT | O_WRONLY, 0600) < 0},
        {"socket", socket(AF_INET, SOCK_STREAM, 0) >= 0},
        {"ptrace", ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0},
        {"unshare", unshare(CLONE_NEWUSER) == 0},
        {"clone", syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, NULL, NULL, NULL, 0) >= 0},
        {"io_uring", syscall(SYS_io_uring_setup, 1, calloc(1, 256)) >= 0},
        {"memfd", memfd_create("x", 0) >= 0},
        {"vmsplice", pin_page() >= 0},
        {"key", syscall(SYS_keyctl, 0, 0, 0) >= 0},
        {"bpf", syscall(SYS_bpf, 0, NULL, 0) >= 0 || errno != EPERM},
        {"root", open("/made", O_CREAT | O_WRONLY, 0600) >= 0},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        if (tries[i].done)
            printf("%s ", tries[i].name);
    return 0;
}

static int visit(const char *path)
{
    int fd = open(path, O_RDONLY);
    printf("%s", fd >= 0 ? "open" : strerror(errno));
    return 0;
}

static int print_environment(void)
{
    extern char **environ;
    for (char **e = environ; *e; e++)
        printf("%s\n", *e);
    sigset_t blocked;
    sigprocmask(SIG_SETMASK, NULL, &blocked);
    printf("%s", sigismember(&blocked, SIGINT) ? "blocked" : "free");
    return 0;
}

/* Who made this process what it is. */
static pid_t constructed;

__attribute__((constructor(101))) static void construct(void)
{
    constructed = getpid();
}

static int be_first(void)
{
    static char before[10] = "first";
    printf("%s", constructed == getpid() ? before : "constructed before");
    before[0] = '\0';
    return 0;
}

static int spoil(void)
{
    constructed = 0;
    return raise(SIGABRT);
}

static int leave_child(void)
{
    if (fork() == 0) {
        close(1), close(2), close(3);
        stall();
    }
    return 0;
}

static const struct {
    const char *name;
    int (*act)(void);
} acts[] = {
    {"spin", spin},
    {"stall", stall},
    {"nap", nap},
    {"fill-memory", fill_memory},
    {"map-memory", map_memory},
    {"fill-page-tables", fill_page_tables},
    {"write-endlessly", write_endlessly},
    {"trace-endlessly", trace_endlessly},
    {"write-file", write_file},
    {"write-all", write_all},
    {"say-both", say_both},
    {"list-descriptors", list_descriptors},
    {"close-all", close_all},
    {"try-forbidden", try_forbidden},
    {"look-around", look_around},
    {"look-as-compiler", look_as_compiler},
    {"print-environment", print_environment},
    {"be-first", be_first},
    {"spoil", spoil},
    {"leave-child", leave_child},
};

static int act(const char *name, const char *argument)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    if (strcmp(name, "exit") == 0)
        return atoi(argument);
    if (strcmp(name, "raise") == 0)
        return raise(atoi(argument));
    if (strcmp(name, "be-killed-once") == 0)
        return be_killed_once(argument);
    if (strcmp(name, "visit") == 0)
        return visit(argument);
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (strcmp(name, acts[i].name) == 0)
            return acts[i].act();
    return 99;
}

/* --- The tests ---------------------------------------------------------------------- */

static const struct limits small = {.wall_seconds = 3,
                                    .cpu_seconds = 2,
                                    .memory_bytes = 64u << 20,
                                    .output_bytes = 10000,
                                    .trace_bytes = 5000,
                                    .file_bytes = 10000};

static const char *const env[] = {"PATH=/usr/bin:/bin", "A=b", NULL};

/* SERVED: by a copy of a program that serves. */
enum how {
    TRUSTED,
    CONFINED,
    SANDBOXED,
    COMPILING,
    SERVED,
    SERVED_CONFINED = SERVED + CONFINED,
    SERVED_SANDBOXED = SERVED + SANDBOXED,
    NO_WAY,
};

static bool no_sandbox(void)
{
    static int works = -1;
    char why[200];
    if (works < 0)
        works = sandbox_works(why, sizeof why);
    if (!works)
        printf("# SKIPPED: the sandbox does not work here\n");
    return !works;
}

/* The ways to run code under test that there are here, and our own. */
static const enum how *ways(void)
{
    static const enum how all[] = {TRUSTED,   CONFINED,         SERVED, SERVED_CONFINED,
                                   SANDBOXED, SERVED_SANDBOXED, NO_WAY};
    static const enum how few[] = {TRUSTED, CONFINED, SERVED, SERVED_CONFINED, NO_WAY};
    return no_sandbox() ? few : all;
}

static struct run serve_act(struct server *server, enum how how, const char *name,
                            const char *argument)
{
    const char *const argv[] = {self, name, argument, NULL};
    const char *const readable[] = {self, NULL}, *const none[] = {NULL};
    struct sandbox sandbox = {readable, none, NULL};
    enum how plain = how % SERVED;
    struct command command = {.argv = argv,
                              .env = env,
                              .limits = small,
                              .confine = plain == CONFINED || plain == SANDBOXED,
                              .sandbox = plain >= SANDBOXED ? &sandbox : NULL};
    struct run run;
    if (how >= SERVED)
        run_served(&run, server, &command);
    else
        run_program(&run, &command);
    return run;
}

static struct run run_act(enum how how, const char *name, const char *argument)
{
    struct server server = {0};
    struct run run = serve_act(&server, how, name, argument);
    server_stop(&server);
    server_stop(&server);
    return run;
}

static void expect(enum how how, const char *name, const char *argument,
                   enum ending ending, int code)
{
    struct run run = run_act(how, name, argument);
    ck_assert_msg(run.ending == ending && (code < 0 || run.code == code),
                  "%s %s: ending %d, code %d; %.200s", name, argument, run.ending,
                  run.code, run.output.bytes);
    ck_assert(run.output.bytes[run.output.length] == '\0');
    ck_assert(run.trace.bytes[run.trace.length] == '\0');
    run_free(&run);
}

START_TEST(exit_codes)
{
    char text[20];
    static const int codes[] = {0, 1, 77, 99, 126, 127, 255};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        snprintf(text, sizeof text, "%d", codes[i]);
        for (const enum how *how = ways(); *how != NO_WAY; how++)
            expect(*how, "exit", text, ENDED_EXIT, codes[i]);
    }
}
END_TEST

START_TEST(signals)
{
    char text[20];
    static const int numbers[] = {SIGSEGV, SIGABRT, SIGKILL, SIGTERM, SIGINT};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        snprintf(text, sizeof text, "%d", numbers[i]);
        for (const enum how *how = ways(); *how != NO_WAY; how++)
            expect(*how, "raise", text, ENDED_SIGNAL, numbers[i]);
    }
}
END_TEST

START_TEST(killed_by_others)
{
    char path[] = "/tmp/descent-killed.XXXXXX";
    int fd = mkstemp(path);
    ck_assert_int_ge(fd, 0);
    close(fd);
    unlink(path);
    expect(TRUSTED, "be-killed-once", path, ENDED_EXIT, 0);
    expect(SERVED, "be-killed-once", path, ENDED_EXIT, 0);
}
END_TEST

/* Its memory is gone before we could look at it. */
START_TEST(killed_beyond_its_memory)
{
    const char *const argv[] = {self, "raise", "9", NULL};
    struct command command = {.argv = argv, .env = env, .limits = small};
    struct server server = {0};
    struct run run;
    command.limits.memory_bytes = 1;
    run_served(&run, &server, &command);
    ck_assert_int_eq(run.ending, ENDED_MEMORY);
    run_free(&run);
    server_stop(&server);
}
END_TEST

START_TEST(output_and_trace)
{
    for (const enum how *how = ways(); *how != NO_WAY; how++) {
        struct run run = run_act(*how, "say-both", "");
        ck_assert_str_eq(run.output.bytes, "out err");
        ck_assert_str_eq(run.trace.bytes, "trace");
        run_free(&run);
        run_free(&run);
        run = run_act(*how, "write-all", "");
        ck_assert_int_eq(run.ending, ENDED_EXIT);
        ck_assert_str_eq(run.output.bytes, "xx");
        ck_assert_str_eq(run.trace.bytes, "x");
        run_free(&run);
    }
}
END_TEST

START_TEST(cannot_start)
{
    const char *const argv[] = {"/nowhere/to/be/found", NULL};
    struct command command = {.argv = argv, .env = env, .limits = small};
    struct run run;
    run_program(&run, &command);
    ck_assert_int_eq(run.ending, ENDED_UNSTARTED);
    ck_assert_str_eq(run.output.bytes, "cannot run the program: /nowhere/to/be/found: No "
                                       "such file or directory\n");
    run_free(&run);
    struct server server = {0};
    run_served(&run, &server, &command);
    ck_assert_int_eq(run.ending, ENDED_UNSTARTED);
    ck_assert_str_eq(run.output.bytes, "cannot run the program: /nowhere/to/be/found: No "
                                       "such file or directory\n");
    server_stop(&server);
    run_free(&run);
    const char *const fine[] = {"true", NULL};
    command.argv = fine;
    command.directory = "/nowhere";
    run_program(&run, &command);
    ck_assert_int_eq(run.ending, ENDED_UNSTARTED);
    ck_assert_str_eq(run.trace.bytes, "");
    run_free(&run);
}
END_TEST

static double seconds_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* The limits hold for code under test, and for compilers, which may write files; the
 * sandbox is a matter of its own. */
START_TEST(limits_hold)
{
    static const struct {
        const char *name;
        enum how how;
        enum ending ending;
    } limited[] = {
        {"spin", CONFINED, ENDED_TIME},
        {"stall", CONFINED, ENDED_TIME},
        {"fill-memory", CONFINED, ENDED_MEMORY},
        {"map-memory", CONFINED, ENDED_MEMORY},
        {"fill-page-tables", CONFINED, ENDED_MEMORY},
        {"write-endlessly", CONFINED, ENDED_OUTPUT},
        {"trace-endlessly", CONFINED, ENDED_OUTPUT},
        {"write-file", TRUSTED, ENDED_OUTPUT},
        {"spin", SERVED_CONFINED, ENDED_TIME},
        {"stall", SERVED_CONFINED, ENDED_TIME},
        {"fill-memory", SERVED_CONFINED, ENDED_MEMORY},
        {"fill-page-tables", SERVED_CONFINED, ENDED_MEMORY},
        {"write-endlessly", SERVED_CONFINED, ENDED_OUTPUT},
        {"trace-endlessly", SERVED_CONFINED, ENDED_OUTPUT},
        {"write-file", SERVED, ENDED_OUTPUT},
    };
    double start = seconds_now();
    struct run run = run_act(limited[_i].how, limited[_i].name, "");
    double took = seconds_now() - start;
    ck_assert_msg(run.ending == limited[_i].ending, "%s: ending %d, code %d",
                  limited[_i].name, run.ending, run.code);
    ck_assert_uint_le(run.output.length, small.output_bytes);
    ck_assert_uint_le(run.trace.length, small.trace_bytes);
    ck_assert_msg(took < 4, "it took %g s", took);
    run_free(&run);
}
END_TEST

/* Stops this process and its children for a while, as a laptop that sleeps does. */
static void stop_all(pid_t us)
{
    char path[64];
    int child[8] = {0}, count = 0;
    usleep(300000);
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)us, (int)us);
    FILE *file = fopen(path, "r");
    while (file && count < 8 && fscanf(file, "%d", &child[count]) == 1)
        count += child[count] != getpid();
    kill(us, SIGSTOP);
    for (int i = 0; i < count; i++)
        kill(child[i], SIGSTOP);
    sleep(4); /* longer than `small` allows */
    for (int i = 0; i < count; i++)
        kill(child[i], SIGCONT);
    kill(us, SIGCONT);
}

START_TEST(a_pause_of_all_is_no_time_out)
{
    pid_t us = getpid(), other = fork();
    if (other == 0) {
        stop_all(us);
        _exit(0);
    }
    expect(TRUSTED, "nap", "", ENDED_EXIT, 0);
    waitpid(other, NULL, 0);
}
END_TEST

START_TEST(limits_hold_in_the_sandbox)
{
    if (no_sandbox())
        return;
    expect(SANDBOXED, "stall", "", ENDED_TIME, -1);
    expect(SANDBOXED, "fill-memory", "", ENDED_MEMORY, -1);
    expect(SANDBOXED, "write-endlessly", "", ENDED_OUTPUT, -1);
    expect(SERVED_SANDBOXED, "stall", "", ENDED_TIME, -1);
    expect(SERVED_SANDBOXED, "fill-memory", "", ENDED_MEMORY, -1);
}
END_TEST

START_TEST(nothing_forbidden_is_done)
{
    for (const enum how *how = ways(); *how != NO_WAY; how++) {
        if (*how == TRUSTED || *how == SERVED || *how == SANDBOXED)
            continue;
        struct run run = run_act(*how, "try-forbidden", "");
        ck_assert_int_eq(run.ending, ENDED_EXIT);
        ck_assert_str_eq(run.output.bytes, "");
        run_free(&run);
    }
    if (no_sandbox())
        return;
    struct run run = run_act(SANDBOXED, "try-forbidden", "");
    /* There is nobody else whom a signal could reach. */
    char *text = run.output.bytes, *sent;
    while ((sent = strstr(text, "kill-")))
        memset(sent, ' ', strcspn(sent, " "));
    ck_assert_uint_eq(strspn(text, " "), run.output.length);
    run_free(&run);
}
END_TEST

START_TEST(the_sandbox_is_empty)
{
    if (no_sandbox())
        return;
    struct run run = run_act(SANDBOXED, "look-around", "");
    ck_assert_int_eq(run.ending, ENDED_EXIT);
    ck_assert_str_eq(run.output.bytes, "");
    run_free(&run);
    run = run_act(SERVED_SANDBOXED, "look-around", "");
    ck_assert_int_eq(run.ending, ENDED_EXIT);
    ck_assert_str_eq(run.output.bytes, "");
    run_free(&run);
    run = run_act(COMPILING, "look-as-compiler", "");
    ck_assert_int_eq(run.ending, ENDED_EXIT);
    ck_assert_str_eq(run.output.bytes, "");
    run_free(&run);
}
END_TEST

/* A folder can be hidden wherever it lies, and what is to be read in it shows again. */
START_TEST(hides_a_folder)
{
    if (no_sandbox())
        return;
    const char *const none[] = {NULL};
    const char *const shown[] = {self, "/usr/lib/gcc", NULL};
    static const struct {
        const char *hidden, *path, *due;
    } visits[] = {
        {NULL, "/usr/lib/locale", "open"},
        {"/usr/lib/locale", "/usr/lib/locale/C.utf8", "No such file or directory"},
        {"/usr/lib/gcc", "/usr/lib/gcc", "open"}};
    for (size_t i = 0; i < 3; i++) {
        const char *const argv[] = {self, "visit", visits[i].path, NULL};
        struct sandbox sandbox = {shown, none, visits[i].hidden};
        struct command command = {.argv = argv,
                                  .env = env,
                                  .limits = small,
                                  .confine = true,
                                  .sandbox = &sandbox};
        struct run run;
        run_program(&run, &command);
        ck_assert_str_eq(run.output.bytes, visits[i].due);
        run_free(&run);
    }
}
END_TEST

START_TEST(descriptors_do_not_leak)
{
    int low = open("/dev/null", O_RDONLY), high = fcntl(low, F_DUPFD, 100);
    for (const enum how *how = ways(); *how != NO_WAY; how++) {
        struct run run = run_act(*how, "list-descriptors", "");
        ck_assert_str_eq(run.output.bytes, "0 1 2 3 ");
        run_free(&run);
    }
    close(low);
    close(high);
    int before = open("/dev/null", O_RDONLY);
    close(before);
    for (int i = 0; i < 50; i++) {
        expect(CONFINED, "exit", "0", ENDED_EXIT, 0);
        expect(SERVED_CONFINED, "exit", "0", ENDED_EXIT, 0);
    }
    int after = open("/dev/null", O_RDONLY);
    ck_assert_int_eq(before, after);
}
END_TEST

/* A program that closes its pipes is waited for all the same, and without a busy loop. */
START_TEST(closed_pipes)
{
    struct rusage usage;
    expect(CONFINED, "close-all", "", ENDED_EXIT, 4);
    getrusage(RUSAGE_SELF, &usage);
    ck_assert_int_eq(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec, 0);
    ck_assert_int_lt(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec, 100000);
}
END_TEST

START_TEST(environment_and_signals)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigprocmask(SIG_BLOCK, &set, NULL);
    for (int served = 0; served < 2; served++) {
        struct run run =
            run_act(served ? SERVED_CONFINED : CONFINED, "print-environment", "");
        ck_assert_str_eq(run.output.bytes, "PATH=/usr/bin:/bin\nA=b\nfree");
        run_free(&run);
    }
}
END_TEST

/* Whether a process runs this program with that argument. */
static bool is_alive(const char *name)
{
    DIR *proc = opendir("/proc");
    bool found = false;
    for (struct dirent *entry; proc && (entry = readdir(proc)) && !found;) {
        char path[300], line[200] = "";
        snprintf(path, sizeof path, "/proc/%s/cmdline", entry->d_name);
        FILE *file = atoi(entry->d_name) > 0 ? fopen(path, "r") : NULL;
        size_t length = file ? fread(line, 1, sizeof line - 1, file) : 0;
        for (size_t i = 0; i + 1 < length; i++)
            line[i] = line[i] ? line[i] : ' ';
        found = strstr(line, "test_run") && strstr(line, name);
        if (file)
            fclose(file);
    }
    closedir(proc);
    return found;
}

START_TEST(nobody_is_left)
{
    char name[40]; /* no other run of this test has processes of that name */
    snprintf(name, sizeof name, "not-left-by-%d.", (int)getpid());
    expect(TRUSTED, "leave-child", name, ENDED_EXIT, 0);
    expect(CONFINED, "stall", name, ENDED_TIME, -1);
    expect(SERVED_CONFINED, "stall", name, ENDED_TIME, -1);
    if (!no_sandbox())
        expect(SANDBOXED, "stall", name, ENDED_TIME, -1);
    for (int i = 0; i < 100 && is_alive(name); i++)
        usleep(10000);
    ck_assert(!is_alive(name));
    ck_assert(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD);
}
END_TEST

/* A copy knows nothing of those before it, and nothing has run before there was one. The
 * same program answers until a copy goes over a limit. */
START_TEST(copies_are_alike)
{
    for (const enum how *how = ways(); *how != NO_WAY; how++) {
        struct server server = {0};
        pid_t first = 0;
        for (int i = 0; i < 8 && *how >= SERVED; i++) {
            const char *name = i == 2 ? "stall" : i == 4 ? "spoil" : "be-first";
            struct run run = serve_act(&server, *how, name, "");
            ck_assert_int_eq(run.ending, i == 2   ? ENDED_TIME
                                         : i == 4 ? ENDED_SIGNAL
                                                  : ENDED_EXIT);
            ck_assert_int_eq(server.child.pid == 0, i == 2);
            first = i == 0 || i == 3 ? server.child.pid : first;
            ck_assert(i == 2 || server.child.pid == first);
            if (i != 2 && i != 4)
                ck_assert_str_eq(run.output.bytes, "first");
            run_free(&run);
        }
        server_stop(&server);
    }
}
END_TEST

/* What a killed tool leaves behind ends by itself. */
START_TEST(ends_with_us)
{
    char name[40];
    snprintf(name, sizeof name, "not-after-%d.", (int)getpid());
    pid_t us = fork();
    if (us == 0) {
        struct server server = {0};
        serve_act(&server, SERVED_CONFINED, "stall", name);
        _exit(1);
    }
    usleep(300000);
    kill(us, SIGKILL);
    waitpid(us, NULL, 0);
    for (int i = 0; i < 100 && is_alive("--serve"); i++)
        usleep(10000);
    ck_assert(!is_alive("--serve"));
}
END_TEST

START_TEST(interruption)
{
    run_catch_interrupts();
    ck_assert(!run_interrupted());
    pid_t pid = fork();
    if (pid == 0) {
        usleep(200000);
        kill(getppid(), SIGINT);
        _exit(0);
    }
    double start = seconds_now();
    expect(CONFINED, "stall", "interrupted", ENDED_INTERRUPTED, -1);
    expect(SERVED_CONFINED, "stall", "interrupted", ENDED_INTERRUPTED, -1);
    ck_assert(run_interrupted());
    ck_assert(seconds_now() - start < 0.9);
    waitpid(pid, NULL, 0);
}
END_TEST

int main(int argc, char **argv)
{
    driver_take_request(&argc, &argv);
    if (argc > 1)
        return act(argv[1], argc > 2 ? argv[2] : "");
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    self[length > 0 ? length : 0] = '\0';
    Suite *suite = suite_create("run");
    TCase *tcase = tcase_create("run");
    tcase_add_test(tcase, exit_codes);
    tcase_add_test(tcase, signals);
    tcase_add_test(tcase, killed_by_others);
    tcase_add_test(tcase, killed_beyond_its_memory);
    tcase_add_test(tcase, output_and_trace);
    tcase_add_test(tcase, cannot_start);
    tcase_add_loop_test(tcase, limits_hold, 0, 15);
    tcase_add_test(tcase, limits_hold_in_the_sandbox);
    tcase_add_test(tcase, a_pause_of_all_is_no_time_out);
    tcase_add_test(tcase, nothing_forbidden_is_done);
    tcase_add_test(tcase, the_sandbox_is_empty);
    tcase_add_test(tcase, hides_a_folder);
    tcase_add_test(tcase, descriptors_do_not_leak);
    tcase_add_test(tcase, closed_pipes);
    tcase_add_test(tcase, environment_and_signals);
    tcase_add_test(tcase, nobody_is_left);
    tcase_add_test(tcase, copies_are_alike);
    tcase_add_test(tcase, ends_with_us);
    tcase_add_test(tcase, interruption);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
