#!/usr/bin/python3
"""Newton–Schulz and Muon steps by PyTorch, to be reproduced by libdescent.

Writes `newton_schulz.tsv` and `muon.tsv` beside this script. Needs python3-torch (1.13 was
used). The iteration is that of Keller Jordan's Muon (github.com/KellerJordan/Muon, muon.py),
written anew in double precision; momentum and scales are his and Moonlight's
(github.com/MoonshotAI/Moonlight).

Matrices are given by a formula, so that they need not be stored:
g_ij = sin(3 i + 7 j + 11 t + 1) for step t = 0, 1, ….

    newton_schulz.tsv   ROWS<TAB>COLS<TAB>STEPS<TAB>o_1<TAB>o_2 …        row by row
    muon.tsv            ROWS<TAB>COLS<TAB>SUM<TAB>NESTEROV<TAB>RMS<TAB>w_1 …  after 5 steps
"""
import math
import os

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
torch.set_default_dtype(torch.float64)
A, B, C = 3.4445, -4.7750, 2.0315


def gradient(rows, cols, t):
    return torch.tensor([[math.sin(3 * i + 7 * j + 11 * t + 1) for j in range(cols)]
                         for i in range(rows)])


def newton_schulz(g, steps):
    x = g.T if g.shape[0] > g.shape[1] else g
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        gram = x @ x.T
        x = A * x + (B * gram + C * gram @ gram) @ x
    return x.T if g.shape[0] > g.shape[1] else x


def muon(rows, cols, is_sum, nesterov, rms, lr=0.02, beta=0.95, decay=0.1):
    w, b = torch.zeros(rows, cols) + 1, torch.zeros(rows, cols)
    k = 0.2 * math.sqrt(max(rows, cols)) if rms else math.sqrt(max(1, rows / cols))
    for t in range(5):
        g = gradient(rows, cols, t)
        if is_sum:
            b.mul_(beta).add_(g)
            d = g.add(b, alpha=beta) if nesterov else b
        else:
            b.lerp_(g, 1 - beta)
            d = g.lerp(b, beta) if nesterov else b
        w.mul_(1 - lr * decay)
        w.add_(newton_schulz(d, 5), alpha=-lr * k)
    return w


def row(numbers, matrix):
    values = list(numbers) + ["%.17g" % v for v in matrix.flatten().tolist()]
    return "\t".join(map(str, values)) + "\n"


with open(os.path.join(HERE, "newton_schulz.tsv"), "w") as file:
    for rows, cols in ((1, 1), (1, 4), (4, 1), (2, 3), (3, 2), (3, 3)):
        for steps in (0, 1, 5):
            file.write(row((rows, cols, steps),
                           newton_schulz(gradient(rows, cols, 0), steps)))
with open(os.path.join(HERE, "muon.tsv"), "w") as file:
    for rows, cols in ((2, 3), (3, 2)):
        for choice in range(8):
            flags = (choice & 1, choice >> 1 & 1, choice >> 2)
            file.write(row((rows, cols) + flags, muon(rows, cols, *flags)))
