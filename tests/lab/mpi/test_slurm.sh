#!/bin/bash
# test_slurm.sh: src/mpi/zero.sbatch on a cluster of one machine. `make check-mpi` runs it.
. tests/tool/lib.sh
. tests/tool/cluster/slurm.sh

export OPENBLAS_NUM_THREADS=1 OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
run mpirun -n 1 build/mpi/zero 0 60
bits=${out##* bits }
is "one process: exit code" "$code" 0
for job in '1 4' '3 2'; do
    read -r stage ranks <<<"$job"
    run sbatch --wait --ntasks="$ranks" --output="$copy/zero.log" src/mpi/zero.sbatch "$stage" 60
    is "stage $stage, $ranks tasks: exit code" "$code" 0
    is "stage $stage, $ranks tasks: the bits of one process, and what was computed" \
        "$(grep -c " bytes, as computed; .* bits $bits\$" "$copy/zero.log")" "$ranks"
done
run sbatch --wait --ntasks=3 --output="$copy/zero.log" src/mpi/zero.sbatch 1
is "three tasks: no success" "$([ "$code" -ne 0 ] && echo failed)" failed
has "three tasks: the log says what to do" "$(<"$copy/zero.log")" "1, 2, 4 or 8 processes"
is "no job is left" "$(squeue --noheader)" ""
finish
