/* driver_versions.c: main program of a driver of many versions, the known mistakes.
 *
 *     driver CASE SEED                    all of them, each in a process of its own; a
 *                                         line after its trace says what became of it
 *     driver CASE SEED --each VERSION...  only these
 *     driver CASE SEED VERSION            this one, in this process, for a debugger
 *
 * The code is ours, so it may leave its process where it likes, but not disturb the
 * next: nothing of a version is run in this process. */
#include "judge/driver.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

size_t driver_version;

static bool find_version(const char *name)
{
    for (driver_version = 0; driver_versions[driver_version]; driver_version++)
        if (strcmp(driver_versions[driver_version], name) == 0)
            return true;
    return false;
}

/* @return what wait() says of it, -1 if it could not be run */
static int run_version(char **argv)
{
    int wait_status;
    pid_t pid = fork();
    if (pid == 0)
        _exit(driver_run(argv[1], argv[2]));
    return pid < 0 || waitpid(pid, &wait_status, 0) != pid ? -1 : wait_status;
}

/* Runs the versions of these names. */
static int run_each(char **argv, const char *const *names)
{
    for (; *names; names++) {
        int wait_status = find_version(*names) ? run_version(argv) : -1;
        if (wait_status == -1)
            return 2;
        bool exited = WIFEXITED(wait_status);
        dprintf(DRIVER_TRACE_FD, "\n" DRIVER_VERSION_MARK "%s %s %d\n", *names,
                exited ? "exit" : "signal",
                exited ? WEXITSTATUS(wait_status) : WTERMSIG(wait_status));
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 3)
        return run_each(argv, driver_versions);
    if (argc > 4 && strcmp(argv[3], "--each") == 0)
        return run_each(argv, (const char *const *)argv + 4);
    if (argc == 4 && find_version(argv[3]))
        return driver_run(argv[1], argv[2]);
    return driver_usage();
}
