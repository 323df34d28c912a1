/* figures.c: writes the facts of the tiny book. */
#include <stdio.h>

int main(int argc, char **argv)
{
    char path[4096];
    if (argc != 2)
        return 1;
    snprintf(path, sizeof path, "%s/facts.tsv", argv[1]);
    FILE *facts = fopen(path, "w");
    if (!facts)
        return 1;
    fputs("small\t-1.2e-05\nlarge\t1234567.5\npower\t1e6\nword\tnot a number\nalt\t1.5e-05\n",
          facts);
    return fclose(facts);
}
