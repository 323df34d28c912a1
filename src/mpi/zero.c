/* zero.c: the digits, trained by the processes of an MPI program.
 *
 *     mpirun -n RANKS zero STAGE [STEPS [PLAYED]]
 *
 * With PLAYED, each process plays so many ranks in turn, and sends nothing: the test
 * double, to compare with.
 * Each process prints a line: what it kept and sent, counted, beside what exercise 10.6
 * says. Exit code 0 means that they agree, 1 that they do not or that a run failed, 2
 * that the program was called in a wrong way. */
#include "lab/zero_digits.h"
#include "mpi/collective_mpi.h"

#include <inttypes.h>
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>

static int rank;

/* For tests of what happens when a process dies: the first line says that all are at
 * work. */
static void tell(size_t step)
{
    if (step == 1 && rank == 0)
        fprintf(stderr, "zero: first step done\n");
}

static int as_computed(const struct zero_report *report, enum zero_stage stage,
                       size_t ranks, size_t number)
{
    const struct memory_plan plan = {(double)number, (double)number, 2 * (double)number};
    struct memory_use use;
    if (memory_per_process(&plan, report->n, ranks, stage, &use))
        return 0;
    return use.parameters == report->use.parameters &&
           use.gradients == report->use.gradients && use.state == report->use.state &&
           use.sent == report->use.sent;
}

static int train_and_report(enum zero_stage stage, size_t steps, size_t played)
{
    const struct zero_net_config config = zero_digits_config(stage);
    struct collective all;
    struct zero_report report;
    int ranks = (int)played;
    if (!played)
        MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    const size_t capacity = zero_net_capacity(&config, (size_t)ranks);
    enum descent_status status = played ? collective_local_init(&all, played, capacity)
                                        : collective_mpi_init(&all, capacity);
    if (!status)
        status = zero_digits(&all, stage, steps, tell, &report);
    collective_free(&all);
    if (status) {
        fprintf(stderr, "zero: rank %d of %d: %s%s\n", rank, ranks,
                descent_strerror(status),
                status == DESCENT_ERANGE ? " Run it with 1, 2, 4 or 8 processes." : "");
        return 1;
    }
    const int right = as_computed(&report, stage, (size_t)ranks, sizeof(real));
    printf("stage %d rank %d of %d: parameters %.0f gradients %.0f state %.0f sent %.0f "
           "bytes, %s; cost %.6f bits %016" PRIx64 "\n",
           (int)stage, rank, ranks, report.use.parameters, report.use.gradients,
           report.use.state, report.use.sent, right ? "as computed" : "NOT as computed",
           report.cost, report.bits);
    return !right;
}

int main(int argc, char **argv)
{
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    char *end = "";
    const long stage = argc > 1 ? strtol(argv[1], &end, 10) : -1;
    const long steps = argc > 2 && !*end ? strtol(argv[2], &end, 10) : 100;
    const long played = argc > 3 && !*end ? strtol(argv[3], &end, 10) : 0;
    int code = 2;
    if (argc > 4 || *end || stage < 0 || stage > 3 || steps < 1 || played < 0) {
        if (rank == 0)
            fprintf(stderr, "usage: mpirun -n RANKS zero STAGE [STEPS [PLAYED]]\n"
                            "RANKS is 1, 2, 4 or 8, STAGE 0 to 3, STEPS at least 1\n");
    } else {
        code = train_and_report((enum zero_stage)stage, (size_t)steps, (size_t)played);
    }
    fflush(stdout);
    if (code)
        MPI_Abort(MPI_COMM_WORLD, code);
    MPI_Finalize();
    return code;
}
