/* main.c: runs one experiment of the book.
 *
 *     NAME DIRECTORY
 *
 * writes its data into DIRECTORY, and its facts as DIRECTORY/NAME.facts. */
#include "lab/figure.h"

#include <string.h>

int main(int argc, char **argv)
{
    char name[256];
    if (argc != 2) {
        fprintf(stderr, "usage: %s DIRECTORY\n", argv[0]);
        return 2;
    }
    const char *slash = strrchr(argv[0], '/');
    snprintf(name, sizeof name, "%s.facts", slash ? slash + 1 : argv[0]);
    FILE *facts = figure_open(argv[1], name);
    experiment(argv[1], facts);
    figure_close(facts);
    return 0;
}
