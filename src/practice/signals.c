/* signals.c: names of the signals that a trap or abort() stands for. */
#include "practice/signals.h"

#include <signal.h>
#include <stddef.h>

const char *sigabbrev_np(int number)
{
    switch (number) {
    case SIGABRT:
        return "ABRT";
    case SIGFPE:
        return "FPE";
    case SIGILL:
        return "ILL";
    case SIGSEGV:
        return "SEGV";
    default:
        return NULL;
    }
}
