/* run.c: runs a program under limits and reads what it writes.
 *
 * The parent does three things until the child ends: it reads the two pipes, looks at the
 * clock, and adds up the resident memory of the child and its descendants. The memory is
 * watched from outside because the sanitizers reserve terabytes of address space, so that no
 * limit on address space could tell a bomb from a normal run.
 *
 * Invariant: when run_program() returns, the child's session has been killed and reaped. */
#include "judge/run.h"
#include "judge/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    TRACE_FD = 3,
    FILTER_FD = 4,
    POLL_MILLISECONDS = 10,
    SETUP_FAILED = 126, /* exit code of a child that could not become the program */
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static _Noreturn void give_up(const char *what)
{
    fprintf(stderr, "cannot run the program: %s: %s\n", what, strerror(errno));
    _exit(SETUP_FAILED);
}

static void limit(__rlimit_resource_t resource, rlim_t value)
{
    if (setrlimit(resource, &(struct rlimit){value, value}))
        give_up("setrlimit");
}

static void set_limits(const struct limits *limits)
{
    limit(RLIMIT_CPU, limits->cpu_seconds);
    limit(RLIMIT_FSIZE, limits->file_bytes);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_STACK, 8u << 20);
}

/* Puts descriptors at 0 to 3, the filter at 4, and closes all others. */
static void arrange_descriptors(int output, int trace, int filter)
{
    int null = open("/dev/null", O_RDONLY);
    int high_output = fcntl(output, F_DUPFD, 10), high_trace = fcntl(trace, F_DUPFD, 10);
    int high_filter = filter < 0 ? -1 : fcntl(filter, F_DUPFD, 10);
    if (null < 0 || high_output < 0 || high_trace < 0 || dup2(null, 0) < 0 ||
        dup2(high_output, 1) < 0 || dup2(high_output, 2) < 0 ||
        dup2(high_trace, TRACE_FD) < 0)
        give_up("descriptors");
    if (high_filter >= 0 && dup2(high_filter, FILTER_FD) < 0)
        give_up("descriptors");
    if (close_range(high_filter >= 0 ? FILTER_FD + 1 : TRACE_FD + 1, ~0u, 0))
        give_up("close_range");
}

static void become_sandboxed(const struct command *command)
{
    const char *words[SANDBOX_MAX_WORDS];
    if (!sandbox_command(words, command, command->confine ? "4" : NULL)) {
        errno = E2BIG;
        give_up("sandbox");
    }
    execvpe("bwrap", (char *const *)words, (char *const *)command->env);
    give_up("bwrap (install bubblewrap)");
}

static _Noreturn void become(const struct command *command, int output, int trace,
                             pid_t parent)
{
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(SETUP_FAILED);
    int filter = command->sandbox && command->confine ? sandbox_filter() : -1;
    arrange_descriptors(output, trace, filter);
    set_limits(&command->limits);
    signal(SIGPIPE, SIG_DFL);
    if (command->directory && chdir(command->directory))
        give_up(command->directory);
    if (command->sandbox)
        become_sandboxed(command);
    if (command->confine && sandbox_confine_self())
        give_up("seccomp");
    execvpe(command->argv[0], (char *const *)command->argv, (char *const *)command->env);
    give_up(command->argv[0]);
}

/* Resident bytes of a process and its descendants; 0 for one that is gone. */
static size_t resident_bytes(pid_t pid)
{
    char path[64], children[4096] = "";
    unsigned long pages = 0;
    snprintf(path, sizeof path, "/proc/%d/statm", (int)pid);
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    if (fscanf(file, "%*u %lu", &pages) != 1)
        pages = 0;
    fclose(file);
    size_t bytes = pages * (size_t)sysconf(_SC_PAGESIZE);
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
    file = fopen(path, "r");
    if (!file)
        return bytes;
    if (!fgets(children, sizeof children, file))
        children[0] = '\0';
    fclose(file);
    char *rest = children;
    for (char *word; (word = strtok_r(rest, " ", &rest));)
        bytes += resident_bytes((pid_t)atoi(word));
    return bytes;
}

/* Reads what a pipe holds now, up to a limit. False when the limit is passed. */
static bool drain(int fd, struct buffer *buffer, size_t most)
{
    for (;;) {
        if (buffer->capacity - buffer->length < 4096) {
            size_t capacity = 2 * buffer->capacity + 8192;
            char *bytes = realloc(buffer->bytes, capacity);
            if (!bytes)
                return false;
            buffer->bytes = bytes;
            buffer->capacity = capacity;
        }
        ssize_t got = read(fd, buffer->bytes + buffer->length,
                           buffer->capacity - buffer->length - 1);
        if (got <= 0)
            break;
        buffer->length += (size_t)got;
        if (buffer->length > most) {
            buffer->length = most;
            buffer->bytes[most] = '\0';
            return false;
        }
    }
    buffer->bytes[buffer->length] = '\0';
    return true;
}

/* A child at work. */
struct child {
    pid_t pid;
    int output, trace; /* our ends of its pipes */
    double deadline;
};

/* Watches the child until it ends by itself or goes over a limit. */
static enum ending watch(const struct child *child, const struct limits *limits,
                         struct run *run, int *wait_status, struct rusage *usage)
{
    for (;;) {
        struct pollfd fds[] = {{child->output, POLLIN, 0}, {child->trace, POLLIN, 0}};
        poll(fds, 2, POLL_MILLISECONDS);
        bool ended = wait4(child->pid, wait_status, WNOHANG, usage) == child->pid;
        bool output_fits = drain(child->output, &run->output, limits->output_bytes);
        bool fits = drain(child->trace, &run->trace, limits->trace_bytes) && output_fits;
        if (ended)
            return fits ? ENDED_EXIT : ENDED_OUTPUT;
        if (!fits)
            return ENDED_OUTPUT;
        if (now() > child->deadline)
            return ENDED_TIME;
        if (resident_bytes(child->pid) > limits->memory_bytes)
            return ENDED_MEMORY;
        if (fds[0].revents & fds[1].revents & POLLHUP)
            usleep(1000); /* both pipes are closed, so poll() no longer waits */
    }
}

/* What the kernel says of a child that ended by itself. */
static void explain(struct run *run, int wait_status, double cpu_seconds,
                    const struct command *command)
{
    bool killed = WIFSIGNALED(wait_status);
    /* bubblewrap reports a signal of its child as a shell does. */
    if (command->sandbox && WIFEXITED(wait_status) && WEXITSTATUS(wait_status) > 128) {
        killed = true;
        run->code = WEXITSTATUS(wait_status) - 128;
    } else {
        run->code = killed ? WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
    }
    run->ending = killed ? ENDED_SIGNAL : ENDED_EXIT;
    bool out_of_time =
        run->code == SIGXCPU ||
        (run->code == SIGKILL && cpu_seconds > 0.9 * command->limits.cpu_seconds);
    if (killed && out_of_time)
        run->ending = ENDED_TIME;
    if (killed && run->code == SIGXFSZ)
        run->ending = ENDED_OUTPUT;
    if (!killed && run->code == SETUP_FAILED)
        run->ending = ENDED_UNKNOWN;
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + 1e-6 * (double)time.tv_usec;
}

/* Waits for the child and leaves nothing of it behind. */
static void finish(struct run *run, const struct command *command,
                   const struct child *child)
{
    int wait_status = 0;
    struct rusage usage = {0};
    run->ending = watch(child, &command->limits, run, &wait_status, &usage);
    kill(-child->pid, SIGKILL);
    if (run->ending == ENDED_EXIT)
        explain(run, wait_status, seconds(usage.ru_utime) + seconds(usage.ru_stime),
                command);
    else
        waitpid(child->pid, NULL, 0);
}

/* The result when there is no child. */
static void start_failed(struct run *run)
{
    run->ending = ENDED_UNKNOWN;
    run->output.bytes = strdup("cannot make a process");
    run->trace.bytes = strdup("");
}

void run_program(struct run *run, const struct command *command)
{
    *run = (struct run){0};
    int pipes[4] = {-1, -1, -1, -1};
    pid_t self = getpid(), pid = -1;
    if (pipe2(pipes, O_CLOEXEC) == 0 && pipe2(pipes + 2, O_CLOEXEC) == 0)
        pid = fork();
    if (pid == 0)
        become(command, pipes[1], pipes[3], self);
    close(pipes[1]);
    close(pipes[3]);
    if (pid > 0) {
        fcntl(pipes[0], F_SETFL, O_NONBLOCK);
        fcntl(pipes[2], F_SETFL, O_NONBLOCK);
        struct child child = {pid, pipes[0], pipes[2],
                              now() + command->limits.wall_seconds};
        finish(run, command, &child);
    } else {
        start_failed(run);
    }
    close(pipes[0]);
    close(pipes[2]);
}

void run_free(struct run *run)
{
    free(run->output.bytes);
    free(run->trace.bytes);
    run->output = run->trace = (struct buffer){0};
}
