/* child.c: from a command to a process that has become the program. */
#include "run/child.h"
#include "run/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    TRACE_FD = 3,
    FILTER_FD = 4,
    FAILURE_FD = 5,
    STATUS_FD = 6,
};

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

static _Noreturn void child_exec(const struct command *command, bool serves,
                                 const struct link *link, pid_t parent)
{
    child_setup(command, parent);
    environ = (char **)command->env; /* programs are found on its PATH, not on ours */
    bool confine = command->confine && !serves; /* who serves confines its copies */
    int filter =
        command->sandbox ? sandbox_filter(confine ? SANDBOX_CODE : SANDBOX_COMPILER) : -1;
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
    if (command->confine)
        sandbox_enter_domain();
    if (confine && sandbox_confine_self())
        give_up(FAILURE_FD, "the system-call filter");
    execvp(command->argv[0], (char *const *)command->argv);
    give_up(FAILURE_FD, command->argv[0]);
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

/* A pipe, or a socket on which messages go both ways. */
static bool connect_trace(int ends[2], bool serves)
{
    return serves ? socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0
                  : pipe2(ends, O_CLOEXEC) == 0;
}

static void close_all(const int *fds, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (fds[i] >= 0)
            close(fds[i]);
}

bool child_start(struct child *child, const struct command *command, bool serves,
                 char why[CHILD_MAX_WORDS])
{
    struct link link = {{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}};
    pid_t self = getpid(), pid = -1;
    snprintf(why, CHILD_MAX_WORDS, "cannot make a process");
    if (pipe2(link.output, O_CLOEXEC) == 0 && connect_trace(link.trace, serves) &&
        pipe2(link.failure, O_CLOEXEC) == 0 && pipe2(link.status, O_CLOEXEC) == 0)
        pid = fork();
    if (pid == 0)
        child_exec(command, serves, &link, self);
    const int theirs[] = {link.output[1], link.trace[1], link.failure[1], link.status[1]};
    close_all(theirs, sizeof theirs / sizeof *theirs);
    bool started = pid > 0 && has_started(link.failure[0], why, CHILD_MAX_WORDS);
    *child = (struct child){.pid = pid,
                            .output = link.output[0],
                            .trace = link.trace[0],
                            .status = link.status[0],
                            .pidfd = -1};
    close_all(link.failure, 1);
    if (started) {
        child->pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
        fcntl(child->output, F_SETFL, O_NONBLOCK);
        fcntl(child->trace, F_SETFL, O_NONBLOCK);
        fcntl(child->status, F_SETFL, O_NONBLOCK);
    } else
        child_end(child);
    return started;
}

bool child_has_ended(const struct child *child)
{
    siginfo_t info = {0};
    return waitid(P_PID, (id_t)child->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == child->pid;
}

bool child_has_reported(const struct child *child)
{
    char text[1024];
    ssize_t got = read(child->status, text, sizeof text - 1);
    text[got > 0 ? got : 0] = '\0';
    return strstr(text, "exit-code");
}

int child_end(struct child *child)
{
    int wait_status = 0;
    if (child->pid > 0) {
        kill(child->pid, SIGKILL); /* it may not have a session yet */
        kill(-child->pid, SIGKILL);
        while (waitpid(child->pid, &wait_status, 0) < 0 && errno == EINTR)
            continue;
    }
    const int ours[] = {child->output, child->trace, child->status, child->pidfd};
    close_all(ours, sizeof ours / sizeof *ours);
    *child = (struct child){0};
    return wait_status;
}
