#!/usr/bin/python3
"""How long PyTorch's optimizers take for a step on this machine.

    peers.py PARAMETERS THREADS

Reads names of methods, one a line, and answers each with nanoseconds per parameter for a few
steps taken at once, or 0 where PyTorch does not have the method. The benchmark asks in turn
with its own measurements. One tensor in single precision, and a gradient that stays. Ends at
once where PyTorch is not installed.
"""
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
    "nesterov": lambda p: optim.SGD(p, lr=0.01, momentum=0.9, nesterov=True),
    "adagrad": lambda p: optim.Adagrad(p, lr=0.01),
    "rmsprop": lambda p: optim.RMSprop(p, lr=0.01),
    "rmsprop_momentum": lambda p: optim.RMSprop(p, lr=0.01, momentum=0.9),
    "rmsprop_centered": lambda p: optim.RMSprop(p, lr=0.01, centered=True),
    "adadelta": lambda p: optim.Adadelta(p, lr=1.0),
    "adam": lambda p: optim.Adam(p, lr=1e-3),
    "adam_l2": lambda p: optim.Adam(p, lr=1e-3, weight_decay=0.01),
    "amsgrad": lambda p: optim.Adam(p, lr=1e-3, amsgrad=True),
    "adamw": lambda p: optim.AdamW(p, lr=1e-3),
}


def optimizer_of(name):
    parameters = (torch.arange(n, dtype=torch.float32) % 97 + 1) / 100
    parameters.requires_grad_()
    parameters.grad = (torch.arange(n, dtype=torch.float32) % 97 + 1) / 100
    optimizer = PEERS[name]([parameters])
    optimizer.step()  # allocates the state
    return optimizer


def nanoseconds(optimizer):
    steps = max(1, min(200, 2000000 // n))
    start = time.perf_counter()
    for _ in range(steps):
        optimizer.step()
    return 1e9 * (time.perf_counter() - start) / (steps * n)


current, optimizer = None, None
for line in sys.stdin:
    name = line.strip()
    if name not in PEERS:
        print(0, flush=True)
        continue
    if name != current:
        optimizer = None  # frees the last one's memory first
        current, optimizer = name, optimizer_of(name)
    print(nanoseconds(optimizer), flush=True)
