/* run.c: runs a program, or one of its copies, under limits.
 *
 * Invariant: when run_program() returns, the child's session has been killed and reaped;
 * when run_served() returns, the copy has ended. */
#include "run/run.h"
#include "run/child.h"
#include "run/sandbox.h"
#include "run/serve.h"
#include "run/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* The result when there is no program. */
static void not_started(struct run *run, const char *why)
{
    run_free(run);
    run->ending = ENDED_UNSTARTED;
    run->output.bytes = strdup(why);
    run->output.length = strlen(why);
    run->trace.bytes = strdup("");
}

/* What the kernel says of a process that ended by itself. */
static void explain(struct run *run, bool killed, int code, double elapsed,
                    const struct limits *limits)
{
    run->code = code;
    run->ending = killed ? ENDED_SIGNAL : ENDED_EXIT;
    /* Who ignores SIGXCPU is killed. Of a program in a sandbox we do not learn the CPU
     * time, but it is not more than the time that has passed. */
    bool out_of_time =
        code == SIGXCPU || (code == SIGKILL && elapsed > limits->cpu_seconds);
    if (killed && out_of_time)
        run->ending = ENDED_TIME;
    if (killed && code == SIGXFSZ)
        run->ending = ENDED_OUTPUT;
}

/* The same of a child. bubblewrap reports a signal of its own child as a shell does, and
 * only if there was a program does it report. */
static void explain_child(struct run *run, struct child *child, double elapsed,
                          const struct command *command)
{
    bool reported = child_has_reported(child);
    int wait_status = child_end(child);
    if (run->ending != ENDED_EXIT)
        return;
    bool killed = WIFSIGNALED(wait_status);
    int code = killed ? WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
    if (command->sandbox && !killed && code > 128 && sigabbrev_np(code - 128)) {
        killed = true;
        code -= 128;
    }
    explain(run, killed, code, elapsed, &command->limits);
    bool by_itself = run->ending == ENDED_EXIT || run->ending == ENDED_SIGNAL;
    if (!command->sandbox || !by_itself || reported)
        return;
    if (run->output.length == 0)
        not_started(run, "bwrap was killed");
    run->ending = ENDED_UNSTARTED;
}

static bool child_is_over(void *child)
{
    return child_has_ended(child);
}

static void run_once(struct run *run, const struct command *command)
{
    char why[CHILD_MAX_WORDS];
    struct child child;
    *run = (struct run){0};
    if (!child_start(&child, command, false, why)) {
        not_started(run, why);
        return;
    }
    struct watched watched = {.pid = child.pid,
                              .bell = child.pidfd,
                              .output = child.output,
                              .trace = child.trace,
                              .is_over = child_is_over,
                              .context = &child};
    double start = watch_now();
    run->ending = watch(run, &watched, &command->limits);
    explain_child(run, &child, watch_now() - start, command);
}

/* The kernel kills what it likes when the machine runs out of memory. What has killed
 * itself does so again, without the kernel's help. */
static bool was_killed(const struct run *run)
{
    bool ended = run->ending == ENDED_SIGNAL || run->ending == ENDED_UNSTARTED ||
                 run->ending == ENDED_TIME; /* where memory is short, all takes long */
    return ended && run->code == SIGKILL && !run_interrupted();
}

/* How many programs the kernel has killed because memory ran out, here or in a cgroup. */
static unsigned long long count_memory_kills(void)
{
    char line[256];
    unsigned long long count = 0;
    FILE *file = fopen("/proc/vmstat", "re");
    while (file && fgets(line, sizeof line, file) &&
           sscanf(line, "oom_kill %llu", &count) != 1)
        continue;
    if (file)
        fclose(file);
    return count;
}

/* After the second run: if the kernel has killed meanwhile, it was the machine. */
static void blame_machine(struct run *run, unsigned long long kills_before)
{
    if (was_killed(run) && count_memory_kills() != kills_before)
        not_started(run, "this machine ran out of memory, and the kernel killed it");
}

void run_program(struct run *run, const struct command *command)
{
    run_once(run, command);
    if (!was_killed(run))
        return;
    unsigned long long kills = count_memory_kills();
    run_free(run);
    run_once(run, command);
    blame_machine(run, kills);
}

/* One request, and what is answered. */
struct request {
    int socket;
    int output[2], trace[2];
    bool answered;
    struct serve_answer answer;
};

static bool request_is_over(void *context)
{
    struct request *request = context;
    ssize_t got = recv(request->socket, &request->answer, sizeof request->answer, 0);
    request->answered = got == sizeof request->answer;
    return got >= 0 || (errno != EAGAIN && errno != EINTR);
}

static bool send_request(const struct request *request, const char *text, int filter)
{
    const int fds[SERVE_FDS] = {request->output[1], request->trace[1], filter};
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof fds)];
    } control = {.header = {.cmsg_len = CMSG_LEN(sizeof fds),
                            .cmsg_level = SOL_SOCKET,
                            .cmsg_type = SCM_RIGHTS}};
    memcpy(CMSG_DATA(&control.header), fds, sizeof fds);
    struct iovec words = {(char *)text, strlen(text)};
    struct msghdr message = {.msg_iov = &words,
                             .msg_iovlen = 1,
                             .msg_control = &control,
                             .msg_controllen = sizeof control};
    return sendmsg(request->socket, &message, MSG_NOSIGNAL) >= 0;
}

/* It has gone over a limit, or there is nobody who could answer any more. */
static void end_server(struct run *run, struct server *server, double elapsed,
                       const struct command *command)
{
    watch_drain(server->child.output, &run->output, command->limits.output_bytes);
    explain_child(run, &server->child, elapsed, command);
    if (run->ending == ENDED_EXIT && run->code == SERVE_FAILED)
        not_started(run, "cannot make a process");
}

static void watch_request(struct run *run, struct server *server, struct request *request,
                          const struct command *command)
{
    struct watched watched = {.pid = server->child.pid,
                              .bell = request->socket,
                              .output = request->output[0],
                              .trace = request->trace[0],
                              .is_over = request_is_over,
                              .context = request};
    double start = watch_now();
    run->ending = watch(run, &watched, &command->limits);
    double elapsed = watch_now() - start;
    if (run->ending != ENDED_EXIT || !request->answered) {
        end_server(run, server, elapsed, command);
        return;
    }
    const struct serve_answer *answer = &request->answer;
    bool killed = WIFSIGNALED(answer->wait_status);
    int code = killed ? WTERMSIG(answer->wait_status) : WEXITSTATUS(answer->wait_status);
    explain(run, killed, code, elapsed, &command->limits);
    /* The kernel may have been quicker than we. */
    if (killed && code == SIGKILL && run->ending == ENDED_SIGNAL &&
        (size_t)answer->peak_kilobytes > command->limits.memory_bytes >> 10)
        run->ending = ENDED_MEMORY;
}

/* Starts the program that serves, if there is none. */
static bool have_server(struct run *run, struct server *server,
                        const struct command *command)
{
    char why[CHILD_MAX_WORDS];
    if (server->child.pid > 0)
        return true;
    if (!server->filter)
        server->filter = command->confine ? sandbox_filter(SANDBOX_COPY)
                                          : open("/dev/null", O_RDONLY | O_CLOEXEC);
    const char *const argv[] = {command->argv[0], "--serve", NULL};
    struct command serve = *command;
    serve.argv = argv;
    if (server->filter > 0 && child_start(&server->child, &serve, true, why))
        return true;
    not_started(run, server->filter > 0 ? why : "the system-call filter");
    return false;
}

static void serve_once(struct run *run, struct server *server,
                       const struct command *command, const char *text)
{
    *run = (struct run){0};
    if (!have_server(run, server, command))
        return;
    struct request request = {server->child.trace, {-1, -1}, {-1, -1}, false, {0}};
    bool sent = pipe2(request.output, O_CLOEXEC) == 0 &&
                pipe2(request.trace, O_CLOEXEC) == 0 &&
                fcntl(request.output[0], F_SETFL, O_NONBLOCK) == 0 &&
                fcntl(request.trace[0], F_SETFL, O_NONBLOCK) == 0 &&
                (send_request(&request, text, server->filter) || errno == EPIPE);
    close(request.output[1]);
    close(request.trace[1]);
    if (sent)
        watch_request(run, server, &request, command);
    else
        not_started(run, "cannot make a process");
    close(request.output[0]);
    close(request.trace[0]);
}

void run_served(struct run *run, struct server *server, const struct command *command)
{
    char text[SERVE_MAX_REQUEST] = "";
    size_t length = 0;
    for (const char *const *word = command->argv + 1; *word; word++) {
        length += strlen(*word) + 1;
        if (length >= sizeof text)
            break;
        strcat(strcat(text, *text ? " " : ""), *word);
    }
    serve_once(run, server, command, text);
    if (!was_killed(run))
        return;
    unsigned long long kills = count_memory_kills();
    run_free(run);
    serve_once(run, server, command, text);
    blame_machine(run, kills);
}

void server_stop(struct server *server)
{
    if (server->child.pid > 0)
        child_end(&server->child);
    if (server->filter > 0)
        close(server->filter);
    *server = (struct server){0};
}

void run_free(struct run *run)
{
    free(run->output.bytes);
    free(run->trace.bytes);
    run->output = run->trace = (struct buffer){0};
}
