#!/bin/bash
# test_parallel.sh: the guide's line for GNU parallel, on two machines that are this one.
# `make slurm-deps` installs it.
. tests/tool/lib.sh
. tests/tool/guide.sh
. tests/tool/cluster/class.sh
make_class

# What stands for ssh begins elsewhere and without settings, as another machine does.
cat >ssh <<'END_OF_SSH'
#!/bin/bash
echo "$1" >>"$ssh_log"
while [ "$1" != -- ]; do shift; done
shift
cd / && exec env -i HOME=/ SHELL=/bin/bash PATH="$PATH" bash -c "$*"
END_OF_SSH
chmod +x ssh
export ssh_log=$copy/ssh.log
printf "1/$PWD/ssh %s\n" one two >machines

guide_commands "GNU parallel"
is "the guide has a line and a merge" "${#blocks[@]}" 2
run bash -c "${blocks[0]}"
is "the parts: somebody has to look" "$((code > 0))" 1
is "both machines were asked" "$(sort -u ssh.log)" "one
two"
run bash -c "${blocks[1]}"
is "the parts are joined: exit code" "$code" 1
is_the_whole whole
is "nothing is left" "$(leftovers)" ""
finish
