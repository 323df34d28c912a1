#!/usr/bin/python3
"""Times to target of AlgoPerf's competition of 2024, from its published logs.

    git clone https://github.com/mlcommons/submissions_algorithms
    tests/lab/oracles/algoperf.py submissions_algorithms \\
        > chapters/12-comparing/figures/algoperf.tsv

Of each submission, workload and study it takes the trial with the fewest evaluations before its
validation metric is at the target, as the competition did, and the seconds that the submission had
used by then."""
import csv, io, json, math, re, subprocess, sys

LOWER = {"ce_loss", "error_rate", "ctc_loss", "wer", "l1_loss", "loss", "ppl"}
LOGS = "previous_leaderboards/algoperf_v05/logs/external_tuning"
NAME = re.compile(LOGS + r"/(\w+)/study_(\d+)/(\w+)_(?:jax|pytorch)/trial_(\d+)/eval_measurements\.csv")


def git(*words):
    return subprocess.run(["git", "-C", sys.argv[1], *words], check=True, capture_output=True).stdout.decode()


def reached(text, metric, target):
    """The number of the first evaluation at the target, and the seconds; or None."""
    for i, row in enumerate(csv.DictReader(io.StringIO(text))):
        value = float(row["validation/" + metric] or "nan")
        if value <= target if metric in LOWER else value >= target:
            return i, float(row["accumulated_submission_time"])
    return None


commit = git("rev-parse", "HEAD").strip()
rules = json.loads(git("show", "HEAD:scoring/workload_targets_v05.json"))
workloads = rules["base_workloads"] + rules["held_out_workloads"]
times = {}
for path in git("ls-tree", "-r", "--name-only", "HEAD", LOGS).splitlines():
    match = NAME.fullmatch(path)
    if not match or match[3] not in workloads:
        continue
    rule = rules["workloads"][match[3]]
    found = reached(git("show", "HEAD:" + path), rule["target_metric_name"], rule["validation_target_value"])
    studies = times.setdefault(match[1], {}).setdefault(match[3], {})
    index, seconds = found or (math.inf, math.inf)
    studies[match[2]] = min(studies.get(match[2], (math.inf, 0, math.inf)), (index, int(match[4]), seconds))

print("# Seconds until the target, of up to five studies of each submission to AlgoPerf's competition")
print("# of 2024 (external tuning) on each workload, from the logs in")
print("# https://github.com/mlcommons/submissions_algorithms (Apache License 2.0), commit")
print(f"# {commit}, by tests/lab/oracles/algoperf.py.")
print("# inf: not reached, or not run.")
for submission in sorted(times):
    for workload in workloads:
        studies = times[submission].get(workload, {})
        found = [studies[s][2] for s in sorted(studies)] or [math.inf] * 5
        print(submission, workload, *("%.2f" % t for t in found), sep="\t")
