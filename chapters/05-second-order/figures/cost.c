/* cost.c: what a step costs beside the gradient, as measured once by
 * tests/bench/second_order/cost.c; slopes of the logarithms; and memory. */
#include "shared.h"

enum { MOST = 32, NEWTON_COLUMN = 0, BFGS_COLUMN, LBFGS_COLUMN, COLUMNS };

/* A table of measurements. */
struct table {
    size_t rows;
    double n[MOST], microseconds[MOST][COLUMNS];
};

static struct table read_table(const char *path)
{
    struct table table = {0};
    char line[256];
    FILE *file = fopen(path, "r");
    if (!file)
        require(DESCENT_EIO);
    while (file && fgets(line, sizeof line, file) && table.rows < MOST) {
        double *row = table.microseconds[table.rows];
        table.rows += sscanf(line, "%lf %lf %lf %lf", &table.n[table.rows], &row[0],
                             &row[1], &row[2]) == 4;
    }
    if (file)
        fclose(file);
    return table;
}

/* The slope of log(time) over log(n) by least squares, for n from low to high. */
static double slope(const struct table *table, int column, double low, double high)
{
    double count = 0, x = 0, y = 0, xx = 0, xy = 0;
    for (size_t k = 0; k < table->rows; k++) {
        if (table->n[k] < low || table->n[k] > high)
            continue;
        const double u = log(table->n[k]), v = log(table->microseconds[k][column]);
        count++, x += u, y += v, xx += u * u, xy += u * v;
    }
    return (count * xy - x * y) / (count * xx - x * x);
}

/* Rates at some sizes: operations of the factorization in a nanosecond, and nanoseconds
 * that BFGS takes for a number of its matrix. */
static void write_rates(FILE *facts, const struct table *table)
{
    for (size_t k = 0; k < table->rows; k++) {
        const double n = table->n[k], *microseconds = table->microseconds[k];
        char key[32];
        if (n == 256 || n == 2048) {
            snprintf(key, sizeof key, "rate-newton-%.0f", n);
            figure_fact(facts, key, "%.0f", n * n * n / 3 / (1000 * microseconds[0]));
        }
        if (n == 128 || n == 4096) {
            snprintf(key, sizeof key, "rate-bfgs-%.0f", n);
            figure_fact(facts, key, "%.1f", 1000 * microseconds[1] / (n * n));
        }
    }
}

void experiment(const char *directory, FILE *facts)
{
    const struct table table = read_table("chapters/05-second-order/figures/cost.tsv");
    FILE *file = figure_open(directory, "cost.dat");
    fprintf(file, "# n, milliseconds: Newton, BFGS, L-BFGS\n");
    for (size_t k = 0; k < table.rows; k++)
        fprintf(file, "%.0f %.6g %.6g %.6g\n", table.n[k],
                table.microseconds[k][0] / 1000, table.microseconds[k][1] / 1000,
                table.microseconds[k][2] / 1000);
    figure_close(file);
    figure_fact(facts, "slope-newton", "%.1f", slope(&table, NEWTON_COLUMN, 256, 2048));
    figure_fact(facts, "slope-bfgs", "%.1f", slope(&table, BFGS_COLUMN, 512, 4096));
    figure_fact(facts, "slope-lbfgs", "%.1f", slope(&table, LBFGS_COLUMN, 1024, 65536));
    for (size_t k = 0; k < table.rows; k++) {
        if (table.n[k] == 2048)
            figure_fact(facts, "cost-newton", "%.0f", table.microseconds[k][0] / 1000);
        if (table.n[k] == 4096)
            figure_fact(facts, "cost-bfgs", "%.0f", table.microseconds[k][1] / 1000);
        if (table.n[k] == 4096)
            figure_fact(facts, "cost-lbfgs", "%.2f", table.microseconds[k][2] / 1000);
        if (table.n[k] == 1048576)
            figure_fact(facts, "cost-million", "%.0f", table.microseconds[k][2] / 1000);
    }
    write_rates(facts, &table);
    const double million = 1e6, bytes = sizeof(real);
    figure_fact(facts, "memory-4096", "%.0f", 4096 * 4096 * bytes / 1e6);
    figure_fact(facts, "memory-matrix", "%.0f", million * million * bytes / 1e12);
    figure_fact(facts, "memory-pairs", "%.0f", 2 * 10 * million * bytes / 1e6);
}
