/* program.c: a live figure as a program, for its tests.
 *
 *     NAME [SETTING=VALUE]…
 *
 * prints what each line of the results is to be compared with: name, index, value, and
 * where the printed figure has it, separated by tabs. */
#include "live.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int set(const char *argument)
{
    const char *equals = strchr(argument, '=');
    for (struct live_setting *s = live_settings; equals && s->name; s++)
        if (strlen(s->name) == (size_t)(equals - argument) &&
            strncmp(s->name, argument, strlen(s->name)) == 0) {
            s->value = strtod(equals + 1, NULL);
            return 0;
        }
    fprintf(stderr, "there is no setting \"%s\"\n", argument);
    return 2;
}

int main(int count, char **argument)
{
    for (int i = 1; i < count; i++)
        if (set(argument[i]))
            return 2;
    live_run();
    for (const struct live_result *result = live_results; result->name; result++)
        for (size_t i = 0; i < result->size; i++)
            printf("%s\t%zu\t%.17g\t%s\n", result->name, i, result->values[i],
                   result->printed ? result->printed : "");
    return 0;
}
