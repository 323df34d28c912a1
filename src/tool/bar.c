/* bar.c: the estimate is the time that the parts made so far have taken, for as many as
 * are left; what was found done has taken none. */
#include "tool/bar.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { WIDTH = 30 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void show(struct bar *bar)
{
    size_t filled = bar->total ? WIDTH * bar->done / bar->total : WIDTH;
    if (bar->terminal) {
        fputs("\r[", stderr);
        for (size_t i = 0; i < WIDTH; i++)
            fputs(i < filled ? "█" : "·", stderr);
        fputs("] ", stderr);
    }
    fprintf(stderr, "%zu of %zu", bar->done, bar->total);
    if (bar->made > 0 && bar->done < bar->total) {
        double each = (now() - bar->start) / (double)bar->made;
        size_t seconds = (size_t)(each * (double)(bar->total - bar->done)) + 1;
        fprintf(stderr, ", about %zu:%02zu min left", seconds / 60, seconds % 60);
    }
    fputs(bar->terminal ? "\033[K" : "\n", stderr);
    bar->shown = now();
}

void bar_begin(struct bar *bar, size_t total)
{
    *bar =
        (struct bar){.total = total, .start = now(), .terminal = isatty(STDERR_FILENO)};
    bar->shown = bar->start;
}

void bar_advance(struct bar *bar, bool made)
{
    bar->done++;
    bar->made += made;
    if (now() - bar->shown > (bar->terminal ? 0.2 : 30))
        show(bar);
}

void bar_end(struct bar *bar)
{
    show(bar);
    if (bar->terminal)
        fputs("\n", stderr);
}
