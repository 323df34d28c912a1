#!/usr/bin/python3
"""Moving averages by pandas, to be reproduced by chapter 1's functions.

Writes `ewma.tsv` beside this script. Needs python3-pandas (1.5 was used). A row holds a key,
a parameter, and the numbers that pandas returns for the series in the first row.
"""
import os

import numpy as np
import pandas as pd

HERE = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(1)
N = 24
series = pd.Series(np.round(rng.normal(3, 2, N), 3))
gaps = np.round(rng.exponential(1.5, N), 2)
gaps[5] = 0  # two samples at one time
times = np.cumsum(gaps)
stamps = pd.to_datetime(np.round(times * 1e9).astype("int64"))


def rows():
    yield "x", 0, series
    yield "time", 0, times
    for lam in (0.0, 0.3, 0.9, 0.99):
        alpha = 1 - lam
        yield "first", lam, series.ewm(alpha=alpha, adjust=False).mean()
        yield "corrected", lam, series.ewm(alpha=alpha, adjust=True).mean()
        if lam > 0:
            weighted = series.ewm(alpha=alpha, adjust=True)
            yield "var_biased", lam, weighted.var(bias=True)
            yield "var_corrected", lam, weighted.var(bias=False)
        # A zero start is a series with a 0 in front.
        padded = pd.concat([pd.Series([0.0]), series])
        yield "zero", lam, padded.ewm(alpha=alpha, adjust=False).mean()[1:]
    for span in (1, 2.5, 20):
        yield "span", span, series.ewm(span=span, adjust=True).mean()
    for com in (0, 0.5, 9):
        yield "com", com, series.ewm(com=com, adjust=True).mean()
    for halflife in (0.5, 3, 30):
        yield "halflife", halflife, series.ewm(halflife=halflife, adjust=True).mean()
    for halflife in (0.5, 4):
        delta = pd.Timedelta(seconds=halflife)
        yield "times", halflife, series.ewm(halflife=delta, times=stamps).mean()
    for window in (1, 4, 24):
        yield "sma", window, series.rolling(window, min_periods=1).mean()


with open(os.path.join(HERE, "ewma.tsv"), "w", encoding="ascii") as out:
    out.write("# Made by ewma.py; pandas %s\n" % pd.__version__)
    for key, parameter, values in rows():
        numbers = ["%.17g" % v for v in values]
        assert len(numbers) == N
        out.write("\t".join([key, "%.17g" % parameter] + numbers) + "\n")
