/** @file collective_mpi.h
 *  @brief One rank of a collective in each process of an MPI program. */
#ifndef DESCENT_COLLECTIVE_MPI_H
#define DESCENT_COLLECTIVE_MPI_H

#include "optim/collective.h"

/** Prepares a collective whose ranks are the processes of MPI_COMM_WORLD. MPI_Init()
 *  comes first. An error of MPI ends the whole program, as is its default.
 *  @param[out] all       overwritten; release it with collective_free()
 *  @param      capacity  most numbers in a part
 *  @return as collective_local_init(); DESCENT_ERANGE if the number of processes is no
 *          power of 2 */
enum descent_status collective_mpi_init(struct collective *all, size_t capacity);

#endif
