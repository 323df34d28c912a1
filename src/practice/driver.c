/* driver.c: what a driver in the browser has in place of driver_serve.c.
 *
 * There each case has an instance of its own: nothing has to be copied. Signals do not
 * exist; a program that would be ended by one ends with 128 and its number, as a shell
 * would say it. */
#include "judge/driver.h"
#include "practice/refuse.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

void driver_take_request(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
}

void blas_refuse(const char *routine, const char *distance)
{
    printf("%s: %s is too small for the matrix, so nothing is computed\n", routine,
           distance);
}

_Noreturn void abort(void)
{
    _Exit(128 + SIGABRT);
}
