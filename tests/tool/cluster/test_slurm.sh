#!/bin/bash
# test_slurm.sh: the guide's commands for Slurm, on a cluster of one machine, with daemons of
# its own on loopback. `make slurm-deps` installs them.
. tests/tool/lib.sh
. tests/tool/guide.sh
. tests/tool/cluster/class.sh

# --- A cluster ------------------------------------------------------------------------------

cluster=$(mktemp -d "${TMPDIR:-/tmp}/descent-slurm.XXXXXX")
export SLURM_CONF=$cluster/slurm.conf
# Ports that no other cluster on this machine has, most likely.
port=$((20000 + 2 * ($$ % 10000)))
daemons=()

# start COMMAND...: a daemon that stays in the foreground, for us to stop
start() {
    "$@" >"$cluster/${1##*/}.log" 2>&1 &
    daemons+=($!)
}

# Jobs are stopped first: slurmd leaves theirs alone.
stop_cluster() {
    scancel --user "$(id -un)" --signal=KILL --full
    for _ in {1..50}; do
        [ -n "$(squeue --noheader)" ] || break
        sleep 0.2
    done
    kill "${daemons[@]}"
    wait "${daemons[@]}"
    rm -rf "$cluster" "$copy"
} 2>/dev/null
trap stop_cluster EXIT

mkdir -m 755 "$cluster/run" "$cluster/state" "$cluster/spool"
chmod 755 "$cluster"
mkdir -m 700 "$cluster/munge"
(umask 077 && head -c 128 /dev/urandom >"$cluster/munge/key")
cat >"$SLURM_CONF" <<END_OF_CONF
ClusterName=descent
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
AuthInfo=socket=$cluster/run/munge
StateSaveLocation=$cluster/state
SlurmdSpoolDir=$cluster/spool
SlurmctldPidFile=$cluster/run/slurmctld.pid
SlurmdPidFile=$cluster/run/slurmd.pid
SlurmdParameters=config_overrides
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,batch_sched_delay=0
NodeName=localhost NodeAddr=127.0.0.1 CPUs=4 RealMemory=16000
PartitionName=all Nodes=localhost Default=YES State=UP
END_OF_CONF

start /usr/sbin/munged --foreground --socket="$cluster/run/munge" \
    --key-file="$cluster/munge/key" --log-file="$cluster/munge/log" \
    --pid-file="$cluster/munge/pid" --seed-file="$cluster/munge/seed"
for _ in {1..50}; do
    [ -S "$cluster/run/munge" ] && break
    sleep 0.2
done
start /usr/sbin/slurmctld -D -c -i
start /usr/sbin/slurmd -D -c -N localhost
for _ in {1..100}; do
    state=$(sinfo --noheader --format=%T 2>/dev/null)
    [ "$state" = idle ] && break
    sleep 0.3
done
is "the cluster is up" "$state" idle
[ "$state" = idle ] || tail -n 5 "$cluster"/*.log

# --- The class ------------------------------------------------------------------------------

make_class
guide_commands Slurm
is "the guide has an array, a merge, and a part again" "${#blocks[@]}" 3

# A part is killed when it has graded something, but not all.
part=submissions.results-3-of-4
bash -c "${blocks[0]}" >submitted.txt 2>&1 &
while kill -0 $! 2>/dev/null && ! compgen -G "$part/units/*/1.3" >/dev/null; do
    sleep 0.1
done
for pid in $(pgrep -f 'descent batch --shard 3/4'); do
    [ "$(readlink "/proc/$pid/cwd")" != "$copy" ] || kill -KILL "$pid"
done
wait $!
is "a killed part is no success" "$?" 1
is "it has no gradebook" "$(ls $part/gradebook.csv 2>&1)" \
    "ls: cannot access '$part/gradebook.csv': No such file or directory"
for i in 1 2 4; do
    is "part $i ended" "$(tail -n +2 "submissions.results-$i-of-4/gradebook.csv" | wc -l)" \
        "$(ls "submissions.results-$i-of-4/submissions" | wc -l)"
done
run bash -c "${blocks[2]}"
is "the part is graded again: exit code" "$code" 0
read -r now _ _ all _ < <(grep -h ' graded now, ' descent-*-3.log)
if [ "$now" -lt "$all" ]; then ok "it goes on"; else not_ok "it goes on" "$now of $all"; fi
run bash -c "${blocks[1]}"
is "the parts are joined: exit code" "$code" 1
is_the_whole whole
is "no job is left" "$(squeue --noheader)" ""
is "nothing is left" "$(leftovers)" ""
finish
