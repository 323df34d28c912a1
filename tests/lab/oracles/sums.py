#!/usr/bin/env python3
"""Writes sums.h: the minima that scikit-learn finds for logistic regression, penalized on
the intercept too, on the breast-cancer data: standardized, with a feature 1 as the last.

Run from the root of the repository: python3 tests/lab/oracles/sums.py > tests/lab/oracles/sums.h
"""
import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

data = np.loadtxt("src/lab/data/breast_cancer.csv", delimiter=",", skiprows=1)
x, y = data[:, :-1], data[:, -1]
x = (x - x.mean(axis=0)) / x.std(axis=0)
x = np.hstack([x, np.ones((len(x), 1))])
m = len(x)


def cost(theta, l2):
    z = x @ theta
    return np.mean(np.logaddexp(0, z) - y * z) + l2 / 2 * theta @ theta


print("/* sums.h: written by sums.py with scikit-learn", sklearn.__version__, "*/")
print("static const double penalty_expected[] = {1, 0.01, 1.0 / 569};")
print("static const double minimum_expected[] = {")
for l2 in (1, 0.01, 1 / m):
    model = LogisticRegression(C=1 / (m * l2), fit_intercept=False, solver="newton-cg",
                               tol=1e-12, max_iter=10000)
    model.fit(x, y)
    print(f"    {cost(model.coef_[0], l2):.17g},")
print("};")
