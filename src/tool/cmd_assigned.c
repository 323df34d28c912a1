/* cmd_assigned.c: descent assigned FILE */
#include "tool/assignment.h"
#include "tool/files.h"
#include "tool/tool.h"

#include <error.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void print_due(const struct assignment *a)
{
    char due[40];
    strftime(due, sizeof due, "%Y-%m-%d %H:%M UTC", gmtime(&a->due));
    printf("due %s", due);
    if (a->late_percent > 0)
        printf(", less %g %% for each day begun", a->late_percent);
    if (isfinite(a->late_days))
        printf(", until %g days later", a->late_days);
    puts("");
}

int cmd_assigned(struct context *context, int argc, char **argv)
{
    double total = 0;
    struct assignment assignment;
    parse_arguments(context, argc, argv, "FILE",
                    "Show what an assignment has: its exercises, and what they count.",
                    NULL, NULL);
    if (context->word_count != 1)
        error(EXIT_USAGE, 0, "name the file of the assignment");
    char *problem = assignment_read(&assignment, &context->workbook, context->words[0]);
    if (problem)
        error(EXIT_USAGE, 0, "%s", problem);
    puts(assignment.name);
    for (size_t i = 0; i < assignment.count; i++) {
        const struct assigned *one = &assignment.exercises[i];
        printf("  %-5s %4.12g points  %s\n", one->exercise->id, one->points,
               one->exercise->title);
        total += one->points;
    }
    printf("%.12g points in all\n", total);
    if (assignment.due)
        print_due(&assignment);
    assignment_free(&assignment);
    return 0;
}
