/* collective_mpi.c: the swaps of a collective by messages.
 *
 * Invariant: `sent` counts what MPI was asked to send. */
#include "mpi/collective_mpi.h"

#include <mpi.h>

/* As many numbers in one message as an int can count. */
enum { MOST = 1 << 28 };

static void swap_by_messages(struct collective *all, size_t distance, size_t count,
                             real *const *give, real *const *take)
{
    const MPI_Datatype type = sizeof(real) == sizeof(float) ? MPI_FLOAT : MPI_DOUBLE;
    const int other = (int)(all->first ^ distance);
    for (size_t at = 0; at < count; at += MOST) {
        const int now = (int)(count - at < MOST ? count - at : MOST);
        MPI_Sendrecv(give[0] + at, now, type, other, 0, take[0] + at, now, type, other, 0,
                     MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    }
    all->sent += (double)(count * sizeof **give);
}

enum descent_status collective_mpi_init(struct collective *all, size_t capacity)
{
    int ranks, rank;
    MPI_Comm_size(MPI_COMM_WORLD, &ranks);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return collective_init(all, (size_t)ranks, (size_t)rank, 1, capacity,
                           swap_by_messages);
}
