#!/usr/bin/python3
"""What SciPy's L-BFGS-B needs for the test problems; see minimizers.c, whose rules it keeps.

    gcc -O2 -shared -fPIC -Isrc -o /tmp/mgh.so src/lab/mgh*.c src/lab/least_squares.c \
        -lopenblas -lm
    tests/lab/oracles/minimizers_scipy.py /tmp/mgh.so \
        > chapters/05-second-order/figures/minimizers_scipy.tsv

The columns are the problem, evaluations until a published minimum is met (0: never), all
evaluations, and the lowest value. With --total, one row for `make bench`: the sum, what was
left unsolved, and the time, Python's own included. Ends at once where SciPy is not installed.
"""
import contextlib
import ctypes
import sys
import time

try:
    import numpy as np
    from scipy.optimize import minimize
except ImportError:
    sys.exit(0)

library = ctypes.CDLL(sys.argv[1])
START = ctypes.CFUNCTYPE(None, ctypes.c_size_t, ctypes.c_void_p)


class Solved(Exception):
    """Ends a run whose time is taken."""


class Model(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("n", ctypes.c_size_t), ("m", ctypes.c_size_t),
                ("start", START), ("residuals", ctypes.c_void_p),
                ("minimum", ctypes.c_double), ("local", ctypes.c_double)]


class Squares(ctypes.Structure):
    _fields_ = [("model", ctypes.POINTER(Model)), ("r", ctypes.c_void_p),
                ("jacobian", ctypes.c_void_p)]


library.least_squares_objective.restype = ctypes.c_double
models = (Model * 31).in_dll(library, "mgh_problems")


def is_solved(model, value):
    goals = [model.minimum] + ([model.local] if model.local > 0 else [])
    return any(abs(value / goal - 1) < 1e-5 if goal > 0 else value < 1e-12 for goal in goals)


def run(model, stop=False):
    squares = Squares()
    library.least_squares_init(ctypes.byref(squares), ctypes.byref(model))
    seen = {"all": 0, "until": 0, "best": np.inf}

    def evaluate(x):
        x, g = np.array(x, dtype=float), np.empty(model.n)
        value = library.least_squares_objective(
            ctypes.c_size_t(model.n), x.ctypes.data_as(ctypes.c_void_p),
            g.ctypes.data_as(ctypes.c_void_p), ctypes.byref(squares))
        seen["all"] += 1
        seen["best"] = min(seen["best"], value)
        if not seen["until"] and is_solved(model, value):
            seen["until"] = seen["all"]
            if stop:
                raise Solved
        return value, g

    start = np.empty(model.n)
    model.start(model.n, start.ctypes.data_as(ctypes.c_void_p))
    with np.errstate(all="ignore"), contextlib.suppress(Solved):
        minimize(evaluate, start, jac=True, method="L-BFGS-B",
                 options={"maxcor": 6, "ftol": 0, "gtol": 1e-8, "maxfun": 20000,
                          "maxiter": 20000, "maxls": 40})
    return seen


named = [model for model in models if model.name]


def print_total():
    start = time.process_time()
    runs = [run(model, stop=True) for model in named]
    milliseconds = 1e3 * (time.process_time() - start)
    evaluations = sum(seen["until"] or seen["all"] for seen in runs)
    rest = sum(seen["until"] or seen["all"]
               for model, seen in zip(named, runs) if model.name != b"watson-9")
    unsolved = sum(not seen["until"] for seen in runs)
    print(f"{'SciPy L-BFGS-B':16} {evaluations:11} {rest:11} {unsolved:9} {milliseconds:7.1f} "
          f"{1e3 * milliseconds / evaluations:14.2f}")


def print_each():
    print("# problem scipy-until scipy-all scipy-value")
    for model in named:
        seen = run(model)
        print(model.name.decode(), seen["until"], seen["all"], f"{seen['best']:.10g}")


print_total() if "--total" in sys.argv else print_each()
