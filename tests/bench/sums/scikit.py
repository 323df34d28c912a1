#!/usr/bin/python3
"""SAG and SAGA of scikit-learn on the samples of sums.c, in one thread.

    scikit.py DATA

Prints rows as sums.c does: nanoseconds of the processor a step, from the difference of two runs of different
length, so that what is done once does not count; and the epochs and seconds until the cost is
within 1e-10 of the minimum, found by running longer and longer. Ends at once where scikit-learn
is not installed.
"""
import sys
import time
import warnings

try:
    import numpy as np
    from sklearn.linear_model import LogisticRegression
except ImportError:
    sys.exit(0)

warnings.filterwarnings("ignore")
data = np.fromfile(sys.argv[1])
m, n = int(data[0]), int(data[1])
l2, minimum = data[2], data[3]
x = np.ascontiguousarray(data[4:4 + m * n].reshape(m, n))
y = data[4 + m * n:]


def run(solver, epochs):
    model = LogisticRegression(C=1 / (m * l2), fit_intercept=False, solver=solver, tol=0,
                               max_iter=epochs, random_state=1)
    start = time.process_time()
    model.fit(x, y)
    seconds = time.process_time() - start
    theta = model.coef_[0]
    z = x @ theta
    cost = np.mean(np.logaddexp(0, z) - y * z) + l2 / 2 * theta @ theta
    return seconds, cost - minimum


for solver in ("sag", "saga"):
    few, many = (2, 8) if m > 10000 else (100, 1100)
    step = (run(solver, many)[0] - run(solver, few)[0]) / ((many - few) * m)
    epochs = 10
    seconds, gap = run(solver, epochs)
    while gap > 1e-10 * minimum and epochs < 3000:
        epochs = int(np.ceil(epochs * 1.3))
        seconds, gap = run(solver, epochs)
    print(f"  {'scikit-learn ' + solver:20} {1e9 * step:12.3f} {epochs:10} {seconds:12.4f}",
          flush=True)
