#!/usr/bin/python3
"""Constrained minima by SciPy, to be reproduced by libdescent.

Writes `constrained.tsv` beside this script. Needs python3-scipy (1.10.1 was used). One
problem a line, numbers separated by tabs:

    equality   n  m  H (n n)  c (n)  A (m n)  b (m)  x (n)  lambda (m)
    simplex    n  total  y (n)  x (n)
    disc       gradient's length  minimum                of chapters/00-foundations/figures/disc.c
    shares     minimum  slope in b                       of chapters/00-foundations/figures/price.c

No KKT system is solved and nothing is sorted here. An equality problem is solved along an
orthonormal basis of the directions with Ad = 0; its multipliers are a least-squares fit of
-(Hx + c) by the rows of A. The threshold of a simplex is a root found by Brent's method. The
last two are found by SLSQP.
"""
import os

import numpy as np
from scipy.linalg import lstsq, null_space, solve
from scipy.optimize import brentq, minimize

HERE = os.path.dirname(os.path.abspath(__file__))


def equality(rng, n, m, bend):
    h = rng.standard_normal((n, n))
    h = h @ h.T + 0.5 * np.eye(n)
    a, b, c = rng.standard_normal((m, n)), rng.standard_normal(m), rng.standard_normal(n)
    h = h - bend * a.T @ a      # changes nothing where Ad = 0
    start = lstsq(a, b)[0] if m else np.zeros(n)
    z = null_space(a) if m else np.eye(n)
    x = start
    if z.shape[1]:
        x = start - z @ solve(z.T @ h @ z, z.T @ (h @ start + c))
    price = lstsq(a.T, -(h @ x + c))[0] if m else np.zeros(0)
    return ["equality", n, m, *h.ravel(), *c, *a.ravel(), *b, *x, *price]


def simplex(rng, n, total):
    y = rng.standard_normal(n)

    def excess(tau):
        return np.maximum(y - tau, 0).sum() - total

    tau = brentq(excess, y.min() - total, y.max(), xtol=1e-15, rtol=1e-15)
    return ["simplex", n, total, *y, *np.maximum(y - tau, 0)]


def disc():
    def f(x):
        return 0.5 * (x[0] - 2) ** 2 + 2 * (x[1] - 1) ** 2

    edge = {"type": "ineq", "fun": lambda x: 1 - x @ x}
    x = minimize(f, [0, 0], method="SLSQP", constraints=edge, options={"ftol": 1e-14}).x
    return ["disc", np.hypot(x[0] - 2, 4 * (x[1] - 1)), f(x)]


def shares():
    s = np.array([[1, 0, 0, 0], [0, 9, 3, 2], [0, 3, 16, 4], [0, 2, 4, 36.0]])
    mean = np.array([2, 5, 7, 10.0])

    def least(b):
        rows = [{"type": "eq", "fun": lambda x: x.sum() - 1},
                {"type": "eq", "fun": lambda x: x @ mean - b}]
        return minimize(lambda x: x @ s @ x / 2, np.full(4, 0.25), method="SLSQP",
                        jac=lambda x: s @ x, constraints=rows, options={"ftol": 1e-14}).fun

    return ["shares", least(5), (least(5.5) - least(4.5))]


rng = np.random.default_rng(1)
lines = [equality(rng, n, m, bend) for n, m, bend in
         [(1, 0, 0), (3, 0, 0), (3, 1, 0), (5, 2, 0), (5, 2, 3), (8, 3, 10), (4, 4, 0), (20, 7, 1)]]
lines += [simplex(rng, n, total) for n, total in
          [(1, 1), (2, 1), (5, 0.1), (5, 1), (5, 30), (50, 1), (50, 7)]]
lines += [disc(), shares()]
with open(os.path.join(HERE, "constrained.tsv"), "w") as file:
    for line in lines:
        file.write("\t".join(v if isinstance(v, str) else repr(float(v)) for v in line) + "\n")
