#!/bin/bash
# test_processes.sh: ZeRO by real processes has the bits of one process that plays them, keeps and
# sends what the formulas say, and ends when a process is killed. `make check-mpi` runs it.
. tests/tool/lib.sh

export OPENBLAS_NUM_THREADS=1 OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
zero=build/mpi/zero
steps=60

# The hash of the parameters in lines of results; one, if they all have the same.
bits() {
    sed -n 's/.* bits //p' <<<"$1" | sort -u
}

run mpirun -n 1 $zero 0 $steps
alone=$(bits "$out")
is "one process: exit code" "$code" 0
for stage in 0 1 2 3; do
    for ranks in 1 2 4 8; do
        run mpirun --oversubscribe -n $ranks $zero $stage $steps
        is "stage $stage, $ranks processes: exit code" "$code" 0
        is "stage $stage, $ranks processes: all counted what was computed" \
            "$(grep -c ' bytes, as computed;' <<<"$out")" "$ranks"
        is "stage $stage, $ranks processes: the bits of one process" "$(bits "$out")" "$alone"
        real=$out
        run mpirun -n 1 $zero $stage $steps $ranks
        is "stage $stage: the double keeps and sends what process 0 of $ranks does" \
            "${out#*: }" "$(grep " rank 0 " <<<"$real" | sed 's/^[^:]*: //')"
    done
done

run mpirun --oversubscribe -n 3 $zero 1 1
is "three processes: refused" "$([ "$code" -ne 0 ] && echo refused)" refused
has "three processes: says what to do" "$err" "Run it with 1, 2, 4 or 8 processes."
run mpirun -n 1 $zero 4
has "there is no stage 4" "$err" "usage: mpirun -n RANKS zero STAGE"

# --- A process is killed ----------------------------------------------------------------------

# The processes of the program whose mpirun has this id.
processes_of() {
    pgrep -P "$1" -x zero
}

for stage in 1 3; do
    mpirun --oversubscribe -n 4 $zero $stage 1000000000 >"$copy/killed" 2>&1 &
    launcher=$!
    for _ in {1..300}; do
        grep -q 'first step done' "$copy/killed" && break
        sleep 0.1
    done
    mapfile -t pids < <(processes_of $launcher)
    is "stage $stage: four processes are at work" "${#pids[@]}" 4
    kill -KILL "${pids[2]}"
    for _ in {1..300}; do
        kill -0 $launcher 2>/dev/null || break
        sleep 0.1
    done
    is "stage $stage: the run ends" "$(kill -0 $launcher 2>/dev/null || echo ended)" ended
    kill -KILL $launcher 2>/dev/null
    wait $launcher
    is "stage $stage: it is no success" "$([ $? -ne 0 ] && echo failed)" failed
    has "stage $stage: it says who died of what" "$(<"$copy/killed")" "exited on signal 9 (Killed)"
    # A process that nobody has waited for yet is dead all the same.
    left=$(ps -o stat= -p "$(IFS=,; echo "${pids[*]}")" | grep -vc '^Z')
    is "stage $stage: no process is left" "$left" 0
done
finish
