#!/usr/bin/python3
"""How long PyTorch takes for five Newton–Schulz steps on this machine.

    peers_matrices.py ROWS COLS

Prints the seconds of processor time on one thread, the smallest of several turns, in single
precision. Prints nothing where PyTorch is not installed.
"""
import sys
import time

try:
    import torch
except ImportError:
    sys.exit(0)

rows, cols = int(sys.argv[1]), int(sys.argv[2])
torch.set_num_threads(1)
torch.manual_seed(1)
a, b, c = 3.4445, -4.7750, 2.0315


def newton_schulz(g):
    x = g.T if rows > cols else g
    x = x / (x.norm() + 1e-7)
    for _ in range(5):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    return x.T if rows > cols else x


g = torch.rand(rows, cols) - 0.5
best = float("inf")
with torch.no_grad():
    for _ in range(7):
        start = time.process_time()
        newton_schulz(g)
        best = min(best, time.process_time() - start)
print(best)
