#!/bin/bash
# test_slurm.sh: the guide's commands for Slurm, on a cluster of one machine. `make slurm-deps`
# installs it.
. tests/tool/lib.sh
. tests/tool/guide.sh
. tests/tool/cluster/class.sh
. tests/tool/cluster/slurm.sh

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
