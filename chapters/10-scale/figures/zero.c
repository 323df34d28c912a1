/* zero.c: what each of 1 to 8 processes keeps and sends in ZeRO's stages, counted while
 * they train the digits, beside the formulas. The processes are played in turn; check-mpi
 * compares with real ones. */
#include "lab/figure.h"
#include "lab/zero_digits.h"

enum { SIZES = 4, STAGES = 4, STEPS = 60 };

static struct zero_report train(size_t ranks, enum zero_stage stage)
{
    const struct zero_net_config config = zero_digits_config(stage);
    struct collective all;
    struct zero_report report;
    require(collective_local_init(&all, ranks, zero_net_capacity(&config, ranks)));
    require(zero_digits(&all, stage, STEPS, NULL, &report));
    collective_free(&all);
    return report;
}

/* The formulas for a number of this type: 1 + 1 + 2 of its bytes. */
static void compare(const struct zero_report *report, size_t ranks, enum zero_stage stage)
{
    const struct memory_plan plan = {sizeof(real), sizeof(real), 2 * sizeof(real)};
    struct memory_use use;
    require(memory_per_process(&plan, report->n, ranks, stage, &use));
    if (use.parameters != report->use.parameters ||
        use.gradients != report->use.gradients || use.state != report->use.state ||
        use.sent != report->use.sent)
        figure_fail("what was counted is not what the formulas say");
}

static double in_numbers(double bytes, size_t n)
{
    return bytes / (double)sizeof(real) / (double)n;
}

static double kept(const struct zero_report *report)
{
    return in_numbers(report->use.parameters + report->use.gradients + report->use.state,
                      report->n);
}

void experiment(const char *directory, FILE *facts)
{
    static struct zero_report report[SIZES][STAGES];
    FILE *file = figure_open(directory, "zero.dat");
    fprintf(file,
            "# processes; numbers kept a parameter in stages 0 to 3; numbers sent\n");
    for (size_t s = 0; s < SIZES; s++) {
        const size_t ranks = (size_t)1 << s;
        for (unsigned stage = 0; stage < STAGES; stage++) {
            report[s][stage] = train(ranks, (enum zero_stage)stage);
            compare(&report[s][stage], ranks, (enum zero_stage)stage);
            if (report[s][stage].bits != report[0][0].bits)
                figure_fail("the parameters differ between numbers of processes");
        }
        fprintf(file, "%zu", ranks);
        for (size_t stage = 0; stage < STAGES; stage++)
            fprintf(file, " %.6g", kept(&report[s][stage]));
        for (size_t stage = 0; stage < STAGES; stage++)
            fprintf(file, " %.6g",
                    in_numbers(report[s][stage].use.sent, report[s][stage].n));
        fprintf(file, "\n");
    }
    figure_close(file);
    for (size_t stage = 0; stage < STAGES; stage++) {
        const struct zero_report *eight = &report[SIZES - 1][stage];
        char name[2] = {(char)('0' + stage), 0};
        figure_fact_of(facts, "zero-kept", name, "%.4g", kept(eight));
        figure_fact_of(facts, "zero-sent", name, "%.4g",
                       in_numbers(eight->use.sent, eight->n));
    }
    figure_fact(facts, "zero-parameters", "%zu", report[0][0].n);
    figure_fact(facts, "zero-cost", "%.3f", report[0][0].cost);
    figure_fact(facts, "zero-runs", "%d", SIZES * STAGES);
}
