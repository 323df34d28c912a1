#!/usr/bin/python3
"""K-FAC and Shampoo with the large matrix that they avoid, to be reproduced by libdescent.

Writes `kfac.tsv` and `shampoo.tsv` beside this script. Needs python3-numpy (1.24 was used).
The parameters are one vector, row after row of W. The matrix that belongs to it is built in
full and solved, or raised to a power by its eigenvalues: nothing here uses that a Kronecker
product can be inverted factor by factor.

    kfac.tsv      OUT<TAB>IN<TAB>SAMPLES<TAB>DAMPED<TAB>PAIRS<TAB>w_1 …
    shampoo.tsv   ROWS<TAB>COLS<TAB>P<TAB>AVERAGE<TAB>w_1 …               after 4 steps

K-FAC (Martens and Grosse, 2015, section 6.3) takes 3 steps on batches with a memory of 0.9
and damping 0.01 if DAMPED, else 0. With PAIRS the batch has every input with every output
gradient. Then inputs and gradients are independent, and K-FAC's matrix is the Fisher matrix;
it is here the mean of vec(G) vec(G)ᵀ over samples, and one step without memory is taken.
Shampoo is that of Gupta, Koren and Singer (2018), algorithm 1, with a velocity of 0.9, a
decay of 0.1 and a ridge of 0.01; its averages, if AVERAGE, have a memory of 0.9 and are
corrected.
"""
import os

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))


def gradient(rows, cols, t):
    i, j = np.indices((rows, cols))
    return np.sin(3 * i + 7 * j + 11 * t + 1.0)


def samples(rows, cols, t):
    i, j = np.indices((rows, cols))
    return np.sin(5 * i + 3 * j + 2 * i * j + 7 * t + 1.0)


def batch(outputs, inputs, count, pairs, t):
    """Inputs, and the gradients of the samples' own losses."""
    if not pairs:
        return samples(count, inputs, t), samples(count, outputs, t + 1)
    x, s = samples(inputs + 1, inputs, t), samples(outputs + 1, outputs, t + 1)
    return np.tile(x, (outputs + 1, 1)), np.repeat(s, inputs + 1, axis=0)


def kfac(outputs, inputs, count, damped, pairs):
    beta, lr, damping = 0.0 if pairs else 0.9, 0.1, 0.01 * damped
    w = np.ones(outputs * inputs)
    a, s = np.zeros((inputs, inputs)), np.zeros((outputs, outputs))
    for t in range(1 if pairs else 3):
        x, own = batch(outputs, inputs, count, pairs, t)
        a = beta * a + (1 - beta) * np.mean([np.outer(v, v) for v in x], axis=0)
        s = beta * s + (1 - beta) * np.mean([np.outer(v, v) for v in own], axis=0)
        share = 1 - beta ** (t + 1)
        pi = np.sqrt(np.trace(a) / inputs / (np.trace(s) / outputs))
        fisher = np.kron(s / share + np.sqrt(damping) / pi * np.eye(outputs),
                         a / share + np.sqrt(damping) * pi * np.eye(inputs))
        if pairs and not damped:
            whole = [np.outer(g, x_i).ravel() for g, x_i in zip(own, x)]
            fisher = np.mean([np.outer(v, v) for v in whole], axis=0)
        w -= lr * np.linalg.solve(fisher, gradient(outputs, inputs, t).ravel())
    return w


def shampoo(rows, cols, p, average):
    beta, lr, decay, ridge = 0.9, 0.1, 0.1, 0.01
    w, v = np.ones(rows * cols), np.zeros(rows * cols)
    left, right = np.zeros((rows, rows)), np.zeros((cols, cols))
    for t in range(4):
        g = gradient(rows, cols, t)
        left = beta * left + (1 - beta) * g @ g.T if average else left + g @ g.T
        right = beta * right + (1 - beta) * g.T @ g if average else right + g.T @ g
        share = 1 - beta ** (t + 1) if average else 1
        whole = np.kron(left / share + ridge * np.eye(rows),
                        right / share + ridge * np.eye(cols))
        values, vectors = np.linalg.eigh(whole)
        v = 0.9 * v + vectors @ (values ** (-1 / p) * (vectors.T @ g.ravel()))
        w = w - lr * (v + decay * w)
    return w


def write(name, cases, solve):
    with open(os.path.join(HERE, name), "w") as file:
        for case in cases:
            values = ["%.17g" % value for value in solve(*case)]
            file.write("\t".join(map(str, list(case) + values)) + "\n")


write("kfac.tsv",
      [(outputs, inputs, count, damped, 0)
       for outputs, inputs, count in ((3, 4, 10), (4, 2, 7), (1, 3, 5)) for damped in (0, 1)]
      + [(3, 4, 20, 0, 1), (4, 3, 20, 0, 1), (3, 4, 20, 1, 1)], kfac)
write("shampoo.tsv",
      [(rows, cols, p, average) for rows, cols in ((2, 3), (4, 2), (3, 3))
       for p in (4, 3) for average in (0, 1)], shampoo)
