#!/usr/bin/python3
"""What SciPy, NumPy and PyTorch say of the exercises of chapter 12.

    /usr/bin/python3 tests/optim/oracles/comparing.py > tests/optim/oracles/comparing.h

Run with Debian's python3-scipy and python3-torch 1.13. The inputs are small fractions that are exact
in binary, so that C makes the same."""
import numpy as np
import torch
from scipy.stats import qmc

torch.set_default_dtype(torch.float64)


def pattern(count, salt):
    """What pattern() in test_comparing.c makes, to the last bit."""
    i = np.arange(count)
    return ((37 * i + 11 * salt + 5 * i * i) % 101 - 50) / 32


def declare(name, values):
    values = np.asarray(values, dtype=float).ravel()
    print(f"static const double {name}[] = {{")
    for row in range(0, len(values), 3):
        print("    " + ", ".join("%.17g" % v for v in values[row : row + 3]) + ",")
    print("};")


print("/* Made by tests/optim/oracles/comparing.py. */")
print("/* clang-format off */")

# The first 20 points, in as many dimensions as there may be.
declare("halton_expected", qmc.Halton(16, scramble=False).random(20))

# The corrected average by its weights; the place on the line by np.interp, which wants its abscissas
# to ascend.
time, value = np.arange(1, 31) * 1.5, 3 - np.arange(30) / 16 + pattern(30, 2) / 8
smooth = np.array([np.average(value[: i + 1], weights=0.75 ** np.arange(i, -1, -1)) for i in range(30)])
reached = []
for target in (3.0, 2.5, 2.0, 1.75):
    i = int(np.argmax(smooth <= target))
    reached.append(time[0] if i == 0 else
                   np.interp(-target, -smooth[i - 1 : i + 1], time[i - 1 : i + 1]))
declare("reached_expected", reached)

# Percentiles of the means of resampled differences.
a, b, u = pattern(6, 3), pattern(6, 4), np.arange(50 * 12) * 7 % 64 / 64
index = np.floor(6 * u[:300]).astype(int).reshape(50, 6)
declare("paired_expected", np.percentile((a - b)[index].mean(1), [5, 95]))
index = np.floor(6 * u).astype(int).reshape(50, 12)
declare("unpaired_expected", np.percentile(a[index[:, :6]].mean(1) - b[index[:, 6:]].mean(1), [5, 95]))

# Attention of 5 places and 3 numbers, and its gradients.
q, k, v = (torch.tensor(pattern(15, s).reshape(5, 3), requires_grad=True) for s in (5, 6, 7))
scores = (q @ k.T / 3**0.5).masked_fill(torch.ones(5, 5, dtype=bool).triu(1), -torch.inf)
weight = scores.softmax(1)
y = weight @ v
y.backward(torch.tensor(pattern(15, 8).reshape(5, 3)))
for name, values in (("weight", weight), ("y", y), ("dq", q.grad), ("dk", k.grad), ("dv", v.grad)):
    declare(f"attention_{name}_expected", values.detach())
print("/* clang-format on */")
