# shellcheck shell=bash
# slurm.sh: a cluster of one machine, with daemons of its own on loopback, which is up once this
# has been sourced and goes with the script; tests/tool/lib.sh comes first.
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
    rm -rf "$cluster" "${copy:-}"
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
