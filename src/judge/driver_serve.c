/* driver_serve.c: runs one case after another, each in a process of its own.
 *
 *     driver --serve        asked by server.c, at descriptor 3
 *
 * To start a program with sanitizers and linear algebra takes longer than a case. So the
 * driver starts once, and stops before any code of its own and of the student's has run,
 * constructors included. For each request it makes a copy of itself, which is confined
 * and goes on as if it had been called with the words of the request.
 *
 * Invariant: in the process that serves, nothing of the code under test ever runs. */
#include "judge/driver.h"
#include "run/serve.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* The words of the request that this process answers, each ended by a zero. */
static char request[SERVE_MAX_REQUEST];
static char *words[1 + SERVE_MAX_WORDS];

/* Waits for a request.
 * @param[out] fds  output, trace and filter
 * @return whether there is one */
static bool receive(int fds[SERVE_FDS])
{
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(SERVE_FDS * sizeof(int))];
    } control;
    struct iovec text = {request, sizeof request - 1};
    struct msghdr message = {.msg_iov = &text,
                             .msg_iovlen = 1,
                             .msg_control = &control,
                             .msg_controllen = sizeof control};
    ssize_t length = recvmsg(SERVE_FD, &message, MSG_CMSG_CLOEXEC);
    const struct cmsghdr *sent = CMSG_FIRSTHDR(&message);
    if (length <= 0 || !sent || sent->cmsg_len != CMSG_LEN(SERVE_FDS * sizeof(int)))
        return false;
    request[length] = '\0';
    memcpy(fds, CMSG_DATA(sent), SERVE_FDS * sizeof(int));
    return true;
}

/* Where the filter has SERVE_SELF, it means this process. */
static bool confine(int fd)
{
    static struct sock_filter filter[SERVE_MAX_FILTER / sizeof(struct sock_filter)];
    ssize_t size = pread(fd, filter, sizeof filter, 0);
    if (size <= 0 || size == sizeof filter)
        return size == 0; /* an empty one: nothing is forbidden */
    struct sock_fprog program = {.len = (unsigned short)((size_t)size / sizeof *filter),
                                 .filter = filter};
    for (size_t i = 0; i < program.len; i++)
        if (filter[i].k == SERVE_SELF)
            filter[i].k = (unsigned)getpid();
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* The copy ends with its parent, and its descriptors are those of a program that was
 * called. */
static void become_copy(char **argv, const int fds[SERVE_FDS], pid_t parent)
{
    bool arranged = prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent &&
                    dup2(fds[0], 1) == 1 && dup2(fds[0], 2) == 2 &&
                    dup2(fds[1], DRIVER_TRACE_FD) == DRIVER_TRACE_FD && confine(fds[2]);
    close_range(DRIVER_TRACE_FD + 1, ~0u, 0);
    if (!arranged) {
        kill(parent, SIGKILL); /* an exit code could be the student's */
        _exit(SERVE_FAILED);
    }
    char *rest = request;
    for (size_t i = 1; i <= SERVE_MAX_WORDS; i++)
        words[i] = strtok_r(rest, " ", &rest);
    argv[1] = words[1]; /* for constructors, which see no more than that */
}

/* Returns in the copies, and at once if nobody asks. */
static void serve(int argc, char **argv)
{
    int fds[SERVE_FDS];
    pid_t self = getpid();
    if (argc != 2 || strcmp(argv[1], "--serve") != 0)
        return;
    while (receive(fds)) {
        struct serve_answer answer = {0};
        struct rusage used = {0};
        pid_t pid = fork();
        if (pid == 0) {
            become_copy(argv, fds, self);
            return;
        }
        for (size_t i = 0; i < SERVE_FDS; i++)
            close(fds[i]);
        if (pid < 0 || wait4(pid, &answer.wait_status, 0, &used) != pid)
            break;
        answer.peak_kilobytes = used.ru_maxrss;
        if (send(SERVE_FD, &answer, sizeof answer, 0) < 0)
            break;
    }
    _exit(SERVE_FAILED);
}

/* Before any constructor, so before any code of the student's. */
__attribute__((section(".preinit_array"),
               used)) static void (*const before_all)(int argc, char **argv) = serve;

void driver_take_request(int *argc, char ***argv)
{
    if (!words[1])
        return;
    words[0] = (*argv)[0];
    *argv = words;
    for (*argc = 1; *argc <= SERVE_MAX_WORDS && words[*argc];)
        ++*argc;
}
