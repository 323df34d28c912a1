/* gnuplot.c: a program of its own draws. */
#include "tool/gnuplot.h"
#include "tool/files.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

bool gnuplot_run(const char *script, FILE *output)
{
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(fileno(output), STDOUT_FILENO);
        execlp("gnuplot", "gnuplot", script, NULL);
        fprintf(stderr, "descent: cannot run gnuplot: %s\n", strerror(errno));
        _exit(EXIT_USAGE); /* what exit() would clean up is the parent's */
    }
    int wait_status;
    waitpid(pid, &wait_status, 0);
    return WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == 0;
}
