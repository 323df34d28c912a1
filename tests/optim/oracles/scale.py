#!/usr/bin/python3
"""Writes scale.tsv: numbers of 16 bits by NumPy and PyTorch, and Adafactor by NumPy.

    tests/optim/oracles/scale.py > tests/optim/oracles/scale.tsv

Lines "half BITS BF16 FP16": the bits of a float, and those of what it is rounded to, by torch.bfloat16
and numpy.float16. Lines "back BITS FLOAT": the bits of an fp16 number, and those of the float, by NumPy.
Lines "adafactor ROWS COLS THETA...": the parameters after 30 steps, by outer products of whole arrays,
with the gradient g_i = (1 + i/4) sin(1.7 i + 0.9 t) and the start theta_i = cos(i).
Lines "map SIGN VALUE...": the dynamic map, from linspace as in the authors' program.

Debian 12: python3-numpy 1.24, python3-torch 1.13.
"""
import numpy as np
import torch


def halves():
    random = np.random.default_rng(10)
    bits = list(random.integers(0, 2**32, 300, dtype=np.uint64))
    # Of the sizes that fp16 has, half of them next to a tie.
    for k in range(300):
        exponent = int(random.integers(98, 145))
        fraction = int(random.integers(0, 2**23))
        if k % 2:
            fraction = (fraction & ~0x1fff | 0x1000) + int(random.integers(-1, 2))
        bits.append(int(random.integers(0, 2)) << 31 | exponent << 23 | fraction)
    bits += [0, 0x80000000, 1, 0x7f7fffff, 0x7f800000, 0xff800000, 0x477fe000, 0x477fefff,
             0x477ff000, 0x33000000, 0x33000001, 0x33800000, 0x387fffff, 0x7f7f8000]
    x = np.array(bits, dtype=np.uint32).view(np.float32)
    x = x[~np.isnan(x)]
    bf16 = torch.from_numpy(x.copy()).to(torch.bfloat16).view(torch.int16).numpy().view(np.uint16)
    with np.errstate(over="ignore"):
        fp16 = x.astype(np.float16).view(np.uint16)
    for row in zip(x.view(np.uint32), bf16, fp16):
        print("half", *row, sep="\t")
    for k in list(range(0, 1024, 37)) + list(range(1024, 0x7c00, 997)) + [0x7bff, 0x7c00]:
        for sign in 0, 0x8000:
            number = np.array([k | sign], dtype=np.uint16).view(np.float16)
            print("back", k | sign, number.astype(np.float32).view(np.uint32)[0], sep="\t")


def adafactor(rows, cols):
    n = rows * cols
    i = np.arange(n)
    theta = np.cos(i).reshape(rows, cols)
    R, C, v = np.zeros(rows), np.zeros(cols), np.zeros((rows, cols))
    for t in range(1, 31):
        g = ((1 + i / 4) * np.sin(1.7 * i + 0.9 * t)).reshape(rows, cols)
        beta2 = 1 - t ** -0.8
        square = g**2 + 1e-30
        R = beta2 * R + (1 - beta2) * square @ np.ones(cols)
        C = beta2 * C + (1 - beta2) * np.ones(rows) @ square
        v = beta2 * v + (1 - beta2) * square
        V = v if 1 in (rows, cols) else np.outer(R, C) / (np.ones(rows) @ R)
        U = g / np.sqrt(V)
        U = U / max(1.0, np.sqrt(np.mean(U**2)) / 1.0)
        alpha = max(1e-3, np.sqrt(np.mean(theta**2))) * min(1e-2, 1 / np.sqrt(t))
        theta = theta - alpha * U
    print("adafactor", rows, cols, *(f"{x:.17g}" for x in theta.ravel()), sep="\t")


def dynamic_map(signed):
    values = [0.0, 1.0]
    for i in range(7):
        edges = np.linspace(0.1, 1, 2 ** (i if signed else i + 1) + 1)
        middles = 10.0 ** (i - 6) * (edges[:-1] + edges[1:]) / 2
        values += list(middles) + (list(-middles) if signed else [])
    print("map", int(signed), *(f"{x:.17g}" for x in sorted(values)), sep="\t")


halves()
adafactor(3, 4)
adafactor(1, 5)
adafactor(4, 1)
dynamic_map(True)
dynamic_map(False)
