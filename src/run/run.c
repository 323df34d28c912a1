/* run.c: runs a program under limits and reads what it writes.
 *
 * The parent does three things until the child ends: it reads the two pipes, looks at the
 * clock, and adds up the memory in use by the child and its descendants. The memory is
 * watched from outside because the sanitizers reserve terabytes of address space, so that
 * no limit on address space could tell a bomb from a normal run.
 *
 * Invariant: when run_program() returns, the child's session has been killed and
 * reaped. */
#include "run/run.h"
#include "run/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    TRACE_FD = 3,
    FILTER_FD = 4,
    FAILURE_FD = 5,
    STATUS_FD = 6,
    POLL_MILLISECONDS = 10,
};

static volatile sig_atomic_t interrupted;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* Tells the parent why there is no program. The descriptor closes when there is one. */
static _Noreturn void give_up(int failure, const char *what)
{
    dprintf(failure, "cannot run the program: %s: %s\n", what, strerror(errno));
    _exit(1);
}

/* A limit that we are under ourselves may be lower, and stays. */
static bool limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard)
{
    struct rlimit now_set;
    if (getrlimit(resource, &now_set))
        return false;
    hard = hard < now_set.rlim_max ? hard : now_set.rlim_max;
    return setrlimit(resource, &(struct rlimit){soft < hard ? soft : hard, hard}) == 0;
}

/* Out of CPU time, a program gets SIGXCPU, which tells the reason; a second later
 * SIGKILL, which it cannot ignore. */
static bool set_limits(const struct limits *limits)
{
    rlim_t seconds = limits->cpu_seconds, file = limits->file_bytes;
    return limit(RLIMIT_CPU, seconds, seconds + 1) && limit(RLIMIT_FSIZE, file, file) &&
           limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_NOFILE, 64, 64) &&
           limit(RLIMIT_STACK, 8u << 20, 8u << 20);
}

/* Our ends and the child's of what connects us; the filter is a file. */
struct link {
    int output[2], trace[2], failure[2];
    int status[2]; /* what bubblewrap says of itself */
};

/* Puts descriptors at 0 to 6 and closes all others. */
static bool arrange_descriptors(const struct link *link, int filter, bool sandboxed)
{
    int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
    int output = fcntl(link->output[1], F_DUPFD_CLOEXEC, 10);
    int trace = fcntl(link->trace[1], F_DUPFD_CLOEXEC, 10);
    int failure = fcntl(link->failure[1], F_DUPFD_CLOEXEC, 10);
    int status = fcntl(link->status[1], F_DUPFD_CLOEXEC, 10);
    int high_filter = fcntl(filter < 0 ? null : filter, F_DUPFD_CLOEXEC, 10);
    return dup2(null, 0) == 0 && dup2(output, 1) == 1 && dup2(output, 2) == 2 &&
           dup2(trace, TRACE_FD) == TRACE_FD &&
           dup3(high_filter, FILTER_FD, filter < 0 ? O_CLOEXEC : 0) == FILTER_FD &&
           dup3(failure, FAILURE_FD, O_CLOEXEC) == FAILURE_FD &&
           dup3(status, STATUS_FD, sandboxed ? 0 : O_CLOEXEC) == STATUS_FD &&
           close_range(STATUS_FD + 1, ~0u, 0) == 0;
}

static void become_sandboxed(const struct command *command)
{
    const char *words[SANDBOX_MAX_WORDS];
    if (!sandbox_command(words, command, "4", "6")) {
        errno = E2BIG;
        give_up(FAILURE_FD, "sandbox");
    }
    execvp("bwrap", (char *const *)words);
    give_up(FAILURE_FD, "bwrap (install bubblewrap)");
}

/* A session of its own, no signal blocked, and the end when the parent ends. Without
 * random addresses the same seed gives the same run, wild pointers included. */
static void child_setup(const struct command *command, pid_t parent)
{
    sigset_t none;
    sigemptyset(&none);
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
    signal(SIGPIPE, SIG_DFL);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (command->confine)
        personality(ADDR_NO_RANDOMIZE);
}

static _Noreturn void child_exec(const struct command *command, const struct link *link,
                                 pid_t parent)
{
    child_setup(command, parent);
    environ = (char **)command->env; /* programs are found on its PATH, not on ours */
    int filter = command->sandbox ? sandbox_filter(command->confine) : -1;
    if (command->sandbox && filter < 0)
        give_up(link->failure[1], "the system-call filter");
    if (!arrange_descriptors(link, filter, command->sandbox))
        give_up(link->failure[1], "descriptors");
    if (!set_limits(&command->limits))
        give_up(FAILURE_FD, "limits");
    if (command->directory && chdir(command->directory))
        give_up(FAILURE_FD, command->directory);
    if (command->sandbox)
        become_sandboxed(command);
    if (command->confine && sandbox_confine_self())
        give_up(FAILURE_FD, "the system-call filter");
    execvp(command->argv[0], (char *const *)command->argv);
    give_up(FAILURE_FD, command->argv[0]);
}

/* Bytes of memory of one process, with what the kernel needs to keep track of them; 0 if
 * it is gone. */
static size_t memory_of(pid_t pid)
{
    char path[64], line[256];
    size_t bytes = 0;
    snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        size_t kilobytes;
        if (sscanf(line, "VmRSS: %zu", &kilobytes) == 1 ||
            sscanf(line, "VmPTE: %zu", &kilobytes) == 1 ||
            sscanf(line, "VmSwap: %zu", &kilobytes) == 1)
            bytes += kilobytes << 10;
    }
    if (file)
        fclose(file);
    return bytes;
}

/* The same of a process and its descendants. */
static size_t memory_of_all(pid_t pid)
{
    char path[64], children[4096] = "";
    size_t bytes = memory_of(pid);
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
    FILE *file = fopen(path, "r");
    if (!file)
        return bytes;
    if (!fgets(children, sizeof children, file))
        children[0] = '\0';
    fclose(file);
    char *rest = children;
    for (char *word; (word = strtok_r(rest, " ", &rest));)
        bytes += memory_of_all((pid_t)atoi(word));
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
    int pidfd;         /* readable when it has ended; -1 on old kernels */
    int output, trace; /* our ends of its pipes */
};

static bool has_ended(pid_t pid)
{
    siginfo_t info = {0};
    return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == pid;
}

/* Moves the deadline if we have not been running ourselves, because all was stopped; then
 * neither was the child. Returns the time. */
static double watch_clock(double last, double *deadline)
{
    enum { PAUSE = 1 }; /* seconds; we look a hundred times a second */
    double time = now();
    if (time - last > PAUSE)
        *deadline += time - last;
    return time;
}

/* Watches the child until it ends by itself or goes over a limit. It stays a zombie, so
 * that its number still means it. */
static enum ending watch(const struct child *child, const struct limits *limits,
                         struct run *run)
{
    double last = now(), deadline = last + limits->wall_seconds;
    struct pollfd fds[] = {
        {child->pidfd, POLLIN, 0}, {child->output, POLLIN, 0}, {child->trace, POLLIN, 0}};
    for (;;) {
        poll(fds, 3, POLL_MILLISECONDS);
        bool ended = has_ended(child->pid);
        bool output_fits = drain(child->output, &run->output, limits->output_bytes);
        while (!output_fits && limits->cut_output)
            output_fits = drain(child->output, &run->output, limits->output_bytes);
        bool fits = drain(child->trace, &run->trace, limits->trace_bytes) && output_fits;
        for (int i = 1; i < 3; i++)
            if (fds[i].revents & POLLHUP)
                fds[i].fd = -1; /* closed: poll() would no longer wait */
        if (ended)
            return fits ? ENDED_EXIT : ENDED_OUTPUT;
        if (!fits)
            return ENDED_OUTPUT;
        if (interrupted)
            return ENDED_INTERRUPTED;
        last = watch_clock(last, &deadline);
        if (last > deadline)
            return ENDED_TIME;
        if (memory_of_all(child->pid) > limits->memory_bytes)
            return ENDED_MEMORY;
    }
}

/* What the kernel says of a child that ended by itself. */
static void explain(struct run *run, int wait_status, double elapsed,
                    const struct command *command)
{
    bool killed = WIFSIGNALED(wait_status);
    run->code = killed ? WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
    /* bubblewrap reports a signal of its child as a shell does. */
    if (command->sandbox && !killed && run->code > 128 && sigabbrev_np(run->code - 128)) {
        killed = true;
        run->code -= 128;
    }
    run->ending = killed ? ENDED_SIGNAL : ENDED_EXIT;
    /* Who ignores SIGXCPU is killed. In a sandbox we do not learn the CPU time, but it is
     * not more than the time that has passed. */
    bool out_of_time = run->code == SIGXCPU ||
                       (run->code == SIGKILL && elapsed > command->limits.cpu_seconds);
    if (killed && out_of_time)
        run->ending = ENDED_TIME;
    if (killed && run->code == SIGXFSZ)
        run->ending = ENDED_OUTPUT;
}

/* Waits for the child and leaves nothing of it behind. */
static void finish(struct run *run, const struct command *command,
                   const struct child *child)
{
    int wait_status = 0;
    double start = now();
    run->ending = watch(child, &command->limits, run);
    kill(-child->pid, SIGKILL);
    while (waitpid(child->pid, &wait_status, 0) < 0 && errno == EINTR)
        continue;
    if (run->ending == ENDED_EXIT)
        explain(run, wait_status, now() - start, command);
}

/* The result when there is no program. */
static void start_failed(struct run *run, const char *why)
{
    run_free(run);
    run->ending = ENDED_UNSTARTED;
    run->output.bytes = strdup(why);
    run->output.length = strlen(why);
    run->trace.bytes = strdup("");
}

/* Waits until the child has become the program. False, with words, if it could not. */
static bool has_started(int failure, char *why, size_t size)
{
    ssize_t got;
    do
        got = read(failure, why, size - 1);
    while (got < 0 && errno == EINTR);
    why[got > 0 ? got : 0] = '\0';
    return got == 0;
}

/* bubblewrap tells the program's exit code only if there was a program: without that it
 * has failed itself, or was killed. Nobody else has this descriptor. */
static bool has_reported(int status)
{
    char text[1024];
    fcntl(status, F_SETFL, O_NONBLOCK);
    ssize_t got = read(status, text, sizeof text - 1);
    text[got > 0 ? got : 0] = '\0';
    return strstr(text, "exit-code");
}

static void run_child(struct run *run, const struct command *command,
                      const struct link *link, pid_t pid)
{
    char why[256];
    if (!has_started(link->failure[0], why, sizeof why)) {
        kill(pid, SIGKILL);
        waitpid(pid, NULL, 0);
        start_failed(run, why);
        return;
    }
    fcntl(link->output[0], F_SETFL, O_NONBLOCK);
    fcntl(link->trace[0], F_SETFL, O_NONBLOCK);
    struct child child = {.pid = pid,
                          .pidfd = (int)syscall(SYS_pidfd_open, pid, 0),
                          .output = link->output[0],
                          .trace = link->trace[0]};
    finish(run, command, &child);
    if (command->sandbox && (run->ending == ENDED_EXIT || run->ending == ENDED_SIGNAL) &&
        !has_reported(link->status[0])) {
        if (run->output.length == 0)
            start_failed(run, "bwrap was killed");
        run->ending = ENDED_UNSTARTED;
    }
    if (child.pidfd >= 0)
        close(child.pidfd);
}

/* Closes our ends (0) or the child's (1). */
static void close_ends(const struct link *link, int which)
{
    const int ends[] = {link->output[which], link->trace[which], link->failure[which],
                        link->status[which]};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (ends[i] >= 0)
            close(ends[i]);
}

static void run_once(struct run *run, const struct command *command)
{
    *run = (struct run){0};
    struct link link = {{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}};
    pid_t self = getpid(), pid = -1;
    if (pipe2(link.output, O_CLOEXEC) == 0 && pipe2(link.trace, O_CLOEXEC) == 0 &&
        pipe2(link.failure, O_CLOEXEC) == 0 && pipe2(link.status, O_CLOEXEC) == 0)
        pid = fork();
    if (pid == 0)
        child_exec(command, &link, self);
    close_ends(&link, 1);
    if (pid > 0)
        run_child(run, command, &link, pid);
    else
        start_failed(run, "cannot make a process");
    close_ends(&link, 0);
}

/* The kernel kills what it likes when the machine runs out of memory. What has killed
 * itself does so again. */
void run_program(struct run *run, const struct command *command)
{
    run_once(run, command);
    bool ended = run->ending == ENDED_SIGNAL || run->ending == ENDED_UNSTARTED;
    if (ended && run->code == SIGKILL && !interrupted) {
        run_free(run);
        run_once(run, command);
    }
}

void run_free(struct run *run)
{
    free(run->output.bytes);
    free(run->trace.bytes);
    run->output = run->trace = (struct buffer){0};
}

static void interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

void run_catch_interrupts(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = interrupt};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        sigaction(numbers[i], &action, NULL);
        sigaddset(&set, numbers[i]);
    }
    sigprocmask(SIG_UNBLOCK, &set, NULL);
}

bool run_interrupted(void)
{
    return interrupted;
}
