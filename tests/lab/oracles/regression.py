#!/usr/bin/python3
"""Costs and gradients of the laboratory's models, by PyTorch and scikit-learn.

    /usr/bin/python3 tests/lab/oracles/regression.py > tests/lab/oracles/regression.h

Run from the root of the repository, with Debian's python3-torch 1.13 and python3-sklearn
1.2. The inputs are small fractions that are exact in binary, so that C makes the same."""
import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

torch.set_default_dtype(torch.float64)


def pattern(count, salt):
    """What pattern() in test_regression.c makes, to the last bit."""
    i = np.arange(count)
    return ((37 * i + 11 * salt + 5 * i * i) % 101 - 50) / 32


def declare(name, values):
    values = np.atleast_1d(np.asarray(values, dtype=float)).ravel()
    print(f"__attribute__((unused)) static const double {name}[] = {{")
    for row in range(0, len(values), 3):
        print("    " + ", ".join("%.17g" % v for v in values[row : row + 3]) + ",")
    print("};")


def network(name, width, rows, l2):
    """Mean cross-entropy + l2/2 of the weights' squares, parameters laid out W… b…."""
    sizes = [width[i] * width[i + 1] for i in range(len(width) - 1)] + width[1:]
    theta = torch.tensor(pattern(sum(sizes), 1), requires_grad=True)
    part = torch.split(theta, sizes)
    layers = len(width) - 1
    y = torch.tensor(pattern(rows * width[0], 2)).reshape(rows, width[0])
    label = torch.arange(rows) * 7 % width[-1]
    for i in range(layers):
        w = part[i].reshape(width[i + 1], width[i])
        y = torch.nn.functional.linear(y, w, part[layers + i])
        y = torch.relu(y) if i + 1 < layers else y
    cost = torch.nn.functional.cross_entropy(y, label)
    cost = cost + l2 / 2 * sum((w * w).sum() for w in part[:layers])
    cost.backward()
    declare(name + "_cost_expected", cost.item())
    declare(name + "_gradient_expected", theta.grad)


def logistic(rows, features, l2):
    theta = torch.tensor(pattern(features + 1, 3), requires_grad=True)
    x = torch.tensor(pattern(rows * features, 4)).reshape(rows, features)
    label = (torch.arange(rows) * 7 % 2).double()
    z = x @ theta[:-1] + theta[-1]
    cost = torch.nn.functional.binary_cross_entropy_with_logits(z, label)
    cost = cost + l2 / 2 * (theta[:-1] ** 2).sum()
    cost.backward()
    declare("logistic_cost_expected", cost.item())
    declare("logistic_gradient_expected", theta.grad)


def fits():
    """The optimum on real data: scikit-learn minimises C Σ f_i + ‖w‖²/2, so C = 1/(λ m)."""
    data = np.loadtxt("src/lab/data/breast_cancer.csv", delimiter=",", skiprows=1)
    x, y, l2 = data[:, :-1], data[:, -1], 0.01
    x = (x - x.mean(axis=0)) / x.std(axis=0)
    model = LogisticRegression(C=1 / (l2 * len(y)), tol=1e-10, solver="newton-cg", max_iter=1000)
    model.fit(x, y)
    declare("breast_cancer_optimum", np.append(model.coef_, model.intercept_))

    data = np.loadtxt("src/lab/data/digits.csv", delimiter=",", skiprows=1)
    x, y = data[:, :-1] / 16, data[:, -1]
    model = LogisticRegression(C=1 / (l2 * len(y)), tol=1e-10, solver="newton-cg", max_iter=1000)
    model.fit(x, y)
    declare("digits_optimum", np.append(model.coef_, model.intercept_))


print("/* Made by tests/lab/oracles/regression.py with PyTorch", torch.__version__.split("a")[0] + ". */")
print("/* clang-format off */")
network("mlp", [5, 4, 6, 3], 7, 0)
network("softmax", [6, 4], 9, 0.5)
logistic(11, 5, 0.25)
fits()
