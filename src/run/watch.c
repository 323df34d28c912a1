/* watch.c: waits for a program, and for its limits.
 *
 * Until it ends we do three things: read the two pipes, look at the clock, and add up the
 * memory in use by the program and its descendants. The memory is watched from outside
 * because the sanitizers reserve terabytes of address space, so that no limit on address
 * space could tell a bomb from a normal run. */
#include "run/watch.h"

#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { POLL_MILLISECONDS = 10 };

/* Between two looks at the memory: at least, and as long as all cores of a machine would
 * need to fill what is left. A look reads two files of each process. */
static const double LOOK_SECONDS = 1e-3 * POLL_MILLISECONDS, BYTES_PER_SECOND = 1e10;

static double look_after(size_t room)
{
    return fmax(LOOK_SECONDS, (double)room / BYTES_PER_SECOND);
}

static volatile sig_atomic_t interrupted;

double watch_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
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

bool watch_drain(int fd, struct buffer *buffer, size_t most)
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

/* Moves the deadline if we have not been running ourselves, because all was stopped; then
 * neither was the child. Returns the time. */
static double watch_clock(double last, double *deadline)
{
    enum { PAUSE = 1 }; /* seconds; we look a hundred times a second */
    double time = watch_now();
    if (time - last > PAUSE)
        *deadline += time - last;
    return time;
}

enum ending watch(struct run *run, const struct watched *watched,
                  const struct limits *limits)
{
    double last = watch_now(), deadline = last + limits->wall_seconds;
    double next_look = last + LOOK_SECONDS;
    struct pollfd fds[] = {{watched->bell, POLLIN, 0},
                           {watched->output, POLLIN, 0},
                           {watched->trace, POLLIN, 0}};
    for (;;) {
        poll(fds, 3, POLL_MILLISECONDS);
        bool ended = watched->is_over(watched->context);
        bool output_fits =
            watch_drain(watched->output, &run->output, limits->output_bytes);
        while (!output_fits && limits->cut_output)
            output_fits =
                watch_drain(watched->output, &run->output, limits->output_bytes);
        bool fits =
            watch_drain(watched->trace, &run->trace, limits->trace_bytes) && output_fits;
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
        if (last < next_look)
            continue;
        size_t used = memory_of_all(watched->pid);
        if (used > limits->memory_bytes)
            return ENDED_MEMORY;
        next_look = last + look_after(limits->memory_bytes - used);
    }
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
