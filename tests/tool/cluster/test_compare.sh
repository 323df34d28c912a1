#!/bin/bash
# test_compare.sh: src/compare/compare.sbatch gives the trials of one machine. `make slurm-deps`
# installs what it needs.
. tests/tool/lib.sh
. tests/tool/cluster/slurm.sh

mkdir -p "$copy/build" "$copy/src/lab"
cp build/compare-optimizers "$copy/build/"
cp -r src/lab/data "$copy/src/lab/"
cp src/compare/compare.sbatch "$copy/"
cd "$copy" || exit 1

# The files without the seconds of a step, which no two runs have in common.
contents() { (cd "$1" && for f in *; do echo "$f"; sed 2d "$f"; done | cksum); }

run env OPENBLAS_NUM_THREADS=1 build/compare-optimizers --small --workload zipf whole
is "one machine: exit code" "$code" 0
run sbatch --wait --array=1,3 compare.sbatch 3 --small --workload zipf
is "two of three parts: exit code" "$code" 0
is "two of three parts: their trials" "$(find build/compare-small -type f | wc -l)" 150
run sbatch --wait --array=2 compare.sbatch 3 --small --workload zipf
is "the third part: exit code" "$code" 0
is "the trials are those of one machine" "$(contents build/compare-small)" "$(contents whole)"
has "the part that is last has the tables" "$(cat compare-*-2.log)" 'zipf: target '
is "no job is left" "$(squeue --noheader)" ""
finish
