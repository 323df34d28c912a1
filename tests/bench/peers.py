#!/usr/bin/python3
"""How long PyTorch's optimizers take for a step on this machine.

    peers.py PARAMETERS THREADS

Prints "METHOD NANOSECONDS_PER_PARAMETER" for each method that both have. One tensor in
single precision, a gradient that stays, the median of several steps. Prints nothing where
PyTorch is not installed.
"""
import statistics
import sys
import time

try:
    import torch
except ImportError:
    sys.exit(0)

n, threads = int(sys.argv[1]), int(sys.argv[2])
torch.set_num_threads(threads)
optim = torch.optim
PEERS = {
    "sgd": lambda p: optim.SGD(p, lr=0.01),
    "heavy_ball": lambda p: optim.SGD(p, lr=0.01, momentum=0.9),
    "nesterov_current": lambda p: optim.SGD(p, lr=0.01, momentum=0.9, nesterov=True),
    "adagrad": lambda p: optim.Adagrad(p, lr=0.01),
    "rmsprop": lambda p: optim.RMSprop(p, lr=0.01),
    "rmsprop_momentum": lambda p: optim.RMSprop(p, lr=0.01, momentum=0.9),
    "rmsprop_centered": lambda p: optim.RMSprop(p, lr=0.01, centered=True),
    "adadelta": lambda p: optim.Adadelta(p, lr=1.0),
    "adam": lambda p: optim.Adam(p, lr=1e-3),
    "amsgrad": lambda p: optim.Adam(p, lr=1e-3, amsgrad=True),
    "adamw": lambda p: optim.AdamW(p, lr=1e-3),
}

for name, make in PEERS.items():
    parameters = (torch.arange(n, dtype=torch.float32) % 97 + 1) / 100
    parameters.requires_grad_()
    parameters.grad = (torch.arange(n, dtype=torch.float32) % 97 + 1) / 100
    optimizer = make([parameters])
    for _ in range(2):
        optimizer.step()
    steps = max(1, min(200, 2000000 // n))
    seconds = []
    for _ in range(9):
        start = time.perf_counter()
        for _ in range(steps):
            optimizer.step()
        seconds.append((time.perf_counter() - start) / steps)
    print(name, 1e9 * statistics.median(seconds) / n, flush=True)
