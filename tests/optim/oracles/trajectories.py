#!/usr/bin/python3
"""Trajectories of other people's optimizers, to be reproduced by libdescent.

Writes one file per method beside this script: `METHOD.tsv`. Needs python3-torch (1.13 was
used) and python3-numpy. Where PyTorch has a method and an option, PyTorch walks; where it
does not, a few lines of numpy below walk, written from the source named there.

    run<TAB>PROBLEM<TAB>field=value field=value …
    STEP<TAB>theta_1<TAB>theta_2 …

Everything is in double precision. Hyper-parameters are drawn from a generator with a fixed
seed and rounded to three digits, so that the text of a file is exactly what was used.
"""
import math
import os
import zlib

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
ROWS = (1, 2, 3, 10, 30)
torch.set_default_dtype(torch.float64)

# The problems. tests/optim/support.c has the same three.

X = np.array([[((7 * i + 11 * j) % 13 - 6) / 4 for j in range(4)] for i in range(12)])
Y = np.array([1.0 if i % 3 == 0 else -1.0 for i in range(12)])


def quadratic(x):
    return (torch.tensor([0.1, 0.2, 0.3]) * x * x).sum()


def rosenbrock(x):
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2


def logistic(x):
    margins = torch.tensor(Y) * (torch.tensor(X) @ x)
    return torch.nn.functional.softplus(-margins).mean()


PROBLEMS = {
    "quadratic": (quadratic, [1.0, 1.0, 1.0]),
    "rosenbrock": (rosenbrock, [-1.2, 1.0]),
    "logistic": (logistic, [0.5, -0.25, 0.125, 1.0]),
}


def gradient(problem, x):
    point = torch.tensor(np.array(x), requires_grad=True)
    PROBLEMS[problem][0](point).backward()
    return point.grad.numpy().copy()


def walk_torch(make):
    """Rows of a trajectory; make(parameters) gives a torch optimizer."""

    def walk(problem):
        objective, start = PROBLEMS[problem]
        x = torch.tensor(start, requires_grad=True)
        optimizer = make([x])
        for step in range(1, max(ROWS) + 1):
            optimizer.zero_grad()
            objective(x).backward()
            optimizer.step()
            if step in ROWS:
                yield step, x.detach().numpy().copy()

    return walk


def walk_numpy(make):
    """Rows of a trajectory; make() gives a function (x, gradient, t) -> x."""

    def walk(problem):
        x = np.array(PROBLEMS[problem][1])
        update = make()
        for step in range(1, max(ROWS) + 1):
            x = update(x, lambda y: gradient(problem, y), step)
            if step in ROWS:
                yield step, x

    return walk


# Methods that PyTorch 1.13 does not have, or not with this option.


def momentum_average(lr, beta, l2):
    """Heavy ball in form (c): v is an average. optax: ema(beta, debias=False)."""
    v = 0

    def update(x, grad, t):
        nonlocal v
        v = beta * v + (1 - beta) * (grad(x) + l2 * x)
        return x - lr * v

    return update


def heavy_ball_inside(lr, beta, l2):
    """Polyak (1964); ensmallen MomentumUpdate."""
    v = 0

    def update(x, grad, t):
        nonlocal v
        v = beta * v - lr * (grad(x) + l2 * x)
        return x + v

    return update


def nesterov(lr, beta, form):
    """Look-ahead: Sutskever et al. (2013), equations 3 and 4; form 1 is scaled by -1/lr."""
    v = 0

    def update(x, grad, t):
        nonlocal v
        if form == 0:
            v = beta * v - lr * grad(x + beta * v)
            return x + v
        v = beta * v + grad(x - lr * beta * v)
        return x - lr * v

    return update


def restart(problem, lr, scheme):
    """O'Donoghue and Candes (2015), algorithm 1 with q = 0, and section 3.2."""
    y, a, last = None, 1.0, math.inf

    def value(x):
        return PROBLEMS[problem][0](torch.tensor(x)).item()

    def update(x, grad, t):
        nonlocal y, a, last
        g = grad(x if y is None else y)
        new = (x if y is None else y) - lr * g
        following = max(np.roots([1, a * a, -a * a]))
        misled = scheme == 2 and g @ (new - x) > 0
        if scheme == 1:
            misled = value(new) > last
            last = value(new)
        y = new + a * (1 - a) / (a * a + following) * (new - x)
        a = following
        if misled:
            y, a = new, 1.0
        return new

    return update


def nesterov_current_inside(lr, beta, l2):
    """ensmallen NesterovMomentumUpdate."""
    v = 0

    def update(x, grad, t):
        nonlocal v
        g = grad(x) + l2 * x
        v = beta * v - lr * g
        return x + beta * v - lr * g

    return update


def adagrad_inside(lr, eps, start, l2):
    """optax scale_by_rss: 1/sqrt(s + eps), s starts at 0.1 by default."""
    s = start

    def update(x, grad, t):
        nonlocal s
        g = grad(x) + l2 * x
        s = s + g * g
        return x - lr * g / np.sqrt(s + eps)

    return update


def rmsprop_inside(lr, rho, eps, beta, centered, l2):
    """optax scale_by_rms and scale_by_stddev (the latter is always eps inside)."""
    v = m = buf = 0

    def update(x, grad, t):
        nonlocal v, m, buf
        g = grad(x) + l2 * x
        v = rho * v + (1 - rho) * g * g
        m = rho * m + (1 - rho) * g
        spread = np.maximum(v - m * m, 0) if centered else v
        buf = beta * buf + g / np.sqrt(spread + eps)
        return x - lr * buf

    return update


def adam_before(lr, beta1, beta2, eps, l2):
    """Kingma and Ba (2015), end of section 2; ensmallen AdamUpdate: epsilon hat."""
    m = v = 0

    def update(x, grad, t):
        nonlocal m, v
        g = grad(x) + l2 * x
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        rate = lr * math.sqrt(1 - beta2**t) / (1 - beta1**t)
        return x - rate * m / (np.sqrt(v) + eps)

    return update


def amsgrad_corrected(lr, beta1, beta2, eps, l2):
    """optax scale_by_amsgrad: the maximum over corrected second moments."""
    m = v = top = 0

    def update(x, grad, t):
        nonlocal m, v, top
        g = grad(x) + l2 * x
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        top = np.maximum(top, v / (1 - beta2**t))
        return x - lr * (m / (1 - beta1**t)) / (np.sqrt(top) + eps)

    return update


def adamw_alone(lr, beta1, beta2, eps, decay, schedule):
    """Loshchilov and Hutter (2019), algorithm 2: decay scaled by the schedule only."""
    m = v = 0

    def update(x, grad, t):
        nonlocal m, v
        g = grad(x)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        ratio = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
        return x - schedule * (lr * ratio + decay * x)

    return update


def sgdw(lr, beta, decay, schedule, alone):
    """Loshchilov and Hutter (2019), algorithm 1."""
    m = 0

    def update(x, grad, t):
        nonlocal m
        m = beta * m + schedule * lr * grad(x)
        return x - m - schedule * (decay if alone else lr * decay) * x

    return update


def lion(lr, beta1, beta2, decay):
    """Chen et al. (2023), program 1."""
    m = 0

    def update(x, grad, t):
        nonlocal m
        g = grad(x)
        direction = np.sign(beta1 * m + (1 - beta1) * g)
        m = beta2 * m + (1 - beta2) * g
        return x - lr * (direction + decay * x)

    return update


def schedule_free_sgd(lr, beta):
    """Defazio et al. (2024), section 2."""
    z = x = None

    def update(y, grad, t):
        nonlocal z, x
        z = (y if z is None else z) - lr * grad(y)
        x = z if t == 1 else (1 - 1 / t) * x + z / t
        return (1 - beta) * z + beta * x

    return update


def schedule_free(lr, beta1, beta2, eps, decay, warmup):
    """Defazio et al. (2024), algorithm 1, with x kept; weights by the largest rate so far."""
    z = x = None
    v, rates = 0, []

    def update(y, grad, t):
        nonlocal z, x, v
        if z is None:
            z = x = y
        g = grad(y)
        v = beta2 * v + (1 - beta2) * g * g
        rate = lr * math.sqrt(1 - beta2**t) * (min(1, t / warmup) if warmup else 1)
        rates.append(max(rates + [rate]))
        z = z - rate * (g / (np.sqrt(v) + eps) + decay * y)
        c = rates[-1] ** 2 / sum(r * r for r in rates)
        x = (1 - c) * x + c * z
        return (1 - beta1) * z + beta1 * x

    return update


# What is run.

rng = np.random.default_rng()  # seeded anew for each method, below


def short(x):
    return float("%.3g" % x)


def amount(low, high):
    """Between low and high, uniform in the logarithm."""
    return short(math.exp(rng.uniform(math.log(low), math.log(high))))


def share(low, high):
    """A share of the past: 1 - share is uniform in the logarithm."""
    return short(1 - amount(1 - high, 1 - low))


def scale(problem):
    """Gradients of Rosenbrock's function are about a thousand times the others'."""
    return 1e-3 if problem == "rosenbrock" else 1.0


def write(method, runs):
    """runs: (problem, fields, walk) triples."""
    with open(os.path.join(HERE, method + ".tsv"), "w", encoding="ascii") as out:
        out.write("# Made by trajectories.py; torch %s\n" % torch.__version__)
        for problem, fields, walk in runs:
            settings = " ".join("%s=%.17g" % item for item in fields.items())
            out.write("run\t%s\t%s\n" % (problem, settings))
            for step, x in walk(problem):
                assert np.all(np.isfinite(x)), (method, problem, fields)
                out.write("\t".join([str(step)] + ["%.17g" % v for v in x]) + "\n")


def vary(options, draw, default):
    """For every problem and option: the default settings, then two random ones."""
    for problem in PROBLEMS:
        for option in options:
            for settings in (default(problem), draw(problem), draw(problem)):
                yield problem, option, settings


def sgd_runs():
    for p, o, (lr, l2) in vary(
        ["plain"],
        lambda p: (amount(1e-2, 0.5) * scale(p), amount(1e-3, 1e-1)),
        lambda p: (0.1 * scale(p), 0.0),
    ):
        yield p, dict(lr=lr, l2=l2), walk_torch(
            lambda x, lr=lr, l2=l2: torch.optim.SGD(x, lr=lr, weight_decay=l2)
        )


def momentum_settings(p):
    return amount(1e-2, 0.2) * scale(p), share(0.5, 0.95), amount(1e-3, 1e-1)


def heavy_ball_runs():
    options = ["torch", "dampened", "inside"]
    for p, o, (lr, beta, l2) in vary(
        options, momentum_settings, lambda p: (0.1 * scale(p), 0.9, 0.0)
    ):
        damp = share(0.1, 0.9) if o == "dampened" else 0.0
        fields = dict(lr=lr, beta=beta, dampening=damp, l2=l2, form=int(o != "inside"))
        if o == "inside":
            yield p, fields, walk_numpy(
                lambda lr=lr, b=beta, l2=l2: heavy_ball_inside(lr, b, l2)
            )
        else:
            yield p, fields, walk_torch(
                lambda x, lr=lr, b=beta, d=damp, l2=l2: torch.optim.SGD(
                    x, lr=lr, momentum=b, dampening=d, weight_decay=l2
                )
            )


def momentum_average_runs():
    for p, o, (lr, beta, l2) in vary(
        ["plain"], momentum_settings, lambda p: (0.1 * scale(p), 0.9, 0.0)
    ):
        yield p, dict(lr=lr, beta=beta, l2=l2), walk_numpy(
            lambda lr=lr, b=beta, l2=l2: momentum_average(lr, b, l2)
        )


def nesterov_runs():
    for p, form, (lr, beta, _) in vary(
        [0, 1], momentum_settings, lambda p: (0.1 * scale(p), 0.9, 0.0)
    ):
        yield p, dict(lr=lr, beta=beta, form=form), walk_numpy(
            lambda lr=lr, b=beta, f=form: nesterov(lr, b, f)
        )


def restart_runs():
    for p, scheme, lr in vary(
        [0, 1, 2],
        lambda p: amount(0.2, 1.5) * scale(p),
        lambda p: {"rosenbrock": 2e-3}.get(p, 1.5),
    ):
        yield p, dict(lr=lr, scheme=scheme), walk_numpy(
            lambda p=p, lr=lr, scheme=scheme: restart(p, lr, scheme)
        )


def nesterov_current_runs():
    for p, form, (lr, beta, l2) in vary(
        [0, 1], momentum_settings, lambda p: (0.1 * scale(p), 0.9, 0.0)
    ):
        fields = dict(lr=lr, beta=beta, l2=l2, form=form)
        if form == 0:
            yield p, fields, walk_numpy(
                lambda lr=lr, b=beta, l2=l2: nesterov_current_inside(lr, b, l2)
            )
        else:
            yield p, fields, walk_torch(
                lambda x, lr=lr, b=beta, l2=l2: torch.optim.SGD(
                    x, lr=lr, momentum=b, nesterov=True, weight_decay=l2
                )
            )


def adagrad_runs():
    for p, o, (lr, lr_decay, eps, start, l2) in vary(
        ["outside", "inside"],
        lambda p: (
            amount(1e-2, 0.5),
            amount(1e-3, 0.1),
            amount(1e-10, 1e-3),
            amount(1e-3, 1.0),
            amount(1e-3, 1e-1),
        ),
        lambda p: (0.1, 0.0, 1e-7, 0.1, 0.0),
    ):
        if o == "inside":
            fields = dict(lr=lr, lr_decay=0.0, eps=eps, start=start, l2=l2, inside=1)
            yield p, fields, walk_numpy(
                lambda a=(lr, eps, start, l2): adagrad_inside(*a)
            )
        else:
            fields = dict(lr=lr, lr_decay=lr_decay, eps=eps, start=start, l2=l2, inside=0)
            yield p, fields, walk_torch(
                lambda x, lr=lr, d=lr_decay, e=eps, s=start, l2=l2: torch.optim.Adagrad(
                    x,
                    lr=lr,
                    lr_decay=d,
                    eps=e,
                    initial_accumulator_value=s,
                    weight_decay=l2,
                )
            )


def rmsprop_runs():
    options = [(i, c, m) for i in (0, 1) for c in (0, 1) for m in (0, 1)]
    for p, (inside, centered, moving), (lr, rho, eps, beta, l2) in vary(
        options,
        lambda p: (
            amount(1e-3, 1e-1),
            share(0.8, 0.99),
            amount(1e-8, 1e-4),
            share(0.5, 0.95),
            amount(1e-3, 1e-1),
        ),
        lambda p: (0.01, 0.99, 1e-8, 0.9, 0.0),
    ):
        beta = beta if moving else 0.0
        fields = dict(
            lr=lr, rho=rho, eps=eps, beta=beta, l2=l2, inside=inside, centered=centered
        )
        if inside:
            yield p, fields, walk_numpy(
                lambda a=(lr, rho, eps, beta, centered, l2): rmsprop_inside(*a)
            )
        else:
            yield p, fields, walk_torch(
                lambda x, lr=lr, r=rho, e=eps, b=beta, c=centered, l2=l2: (
                    torch.optim.RMSprop(
                        x,
                        lr=lr,
                        alpha=r,
                        eps=e,
                        momentum=b,
                        centered=bool(c),
                        weight_decay=l2,
                    )
                )
            )


def adadelta_runs():
    for p, o, (lr, rho, eps, l2) in vary(
        ["plain"],
        lambda p: (
            amount(0.1, 2.0),
            share(0.8, 0.99),
            amount(1e-8, 1e-3),
            amount(1e-3, 1e-1),
        ),
        lambda p: (1.0, 0.9, 1e-6, 0.0),
    ):
        yield p, dict(lr=lr, rho=rho, eps=eps, l2=l2), walk_torch(
            lambda x, lr=lr, r=rho, e=eps, l2=l2: torch.optim.Adadelta(
                x, lr=lr, rho=r, eps=e, weight_decay=l2
            )
        )


def adam_settings(p):
    return (
        amount(1e-3, 0.2),
        share(0.5, 0.95),
        share(0.9, 0.9995),
        amount(1e-8, 1e-2),
        amount(1e-3, 1e-1),
    )


def adam_runs():
    for p, o, (lr, b1, b2, eps, l2) in vary(
        ["after", "before"], adam_settings, lambda p: (1e-3, 0.9, 0.999, 1e-8, 0.0)
    ):
        fields = dict(lr=lr, beta1=b1, beta2=b2, eps=eps, l2=l2, before=int(o == "before"))
        if o == "before":
            yield p, fields, walk_numpy(lambda a=(lr, b1, b2, eps, l2): adam_before(*a))
        else:
            yield p, fields, walk_torch(
                lambda x, lr=lr, b=(b1, b2), e=eps, l2=l2: torch.optim.Adam(
                    x, lr=lr, betas=b, eps=e, weight_decay=l2
                )
            )


def amsgrad_runs():
    for p, o, (lr, b1, b2, eps, l2) in vary(
        ["raw", "corrected"], adam_settings, lambda p: (1e-3, 0.9, 0.999, 1e-8, 0.0)
    ):
        b2 = b2 if b2 == 0.999 else short(1 - 10 * (1 - b2)) if b2 > 0.95 else b2
        fields = dict(
            lr=lr, beta1=b1, beta2=b2, eps=eps, l2=l2, corrected=int(o == "corrected")
        )
        if o == "corrected":
            yield p, fields, walk_numpy(
                lambda a=(lr, b1, b2, eps, l2): amsgrad_corrected(*a)
            )
        else:
            yield p, fields, walk_torch(
                lambda x, lr=lr, b=(b1, b2), e=eps, l2=l2: torch.optim.Adam(
                    x, lr=lr, betas=b, eps=e, weight_decay=l2, amsgrad=True
                )
            )


def adamw_runs():
    for p, o, (lr, b1, b2, eps, decay) in vary(
        ["times_lr", "alone"], adam_settings, lambda p: (1e-3, 0.9, 0.999, 1e-8, 1e-2)
    ):
        schedule = 1.0 if lr == 1e-3 else share(0.1, 0.9)
        fields = dict(
            lr=lr, beta1=b1, beta2=b2, eps=eps, decay=decay, schedule=schedule,
            alone=int(o == "alone"),
        )
        if o == "alone":
            yield p, fields, walk_numpy(
                lambda a=(lr, b1, b2, eps, decay, schedule): adamw_alone(*a)
            )
        else:
            yield p, fields, walk_torch(
                lambda x, lr=lr * schedule, b=(b1, b2), e=eps, d=decay: torch.optim.AdamW(
                    x, lr=lr, betas=b, eps=e, weight_decay=d
                )
            )


def sgdw_runs():
    for p, alone, (lr, beta, decay) in vary(
        [0, 1], momentum_settings, lambda p: (0.1 * scale(p), 0.9, 1e-2)
    ):
        schedule = share(0.1, 0.9)
        fields = dict(lr=lr, beta=beta, decay=decay, schedule=schedule, alone=alone)
        yield p, fields, walk_numpy(
            lambda a=(lr, beta, decay, schedule, alone): sgdw(*a)
        )


def lion_runs():
    for p, o, (lr, b1, b2, decay) in vary(
        ["plain"],
        lambda p: (
            amount(1e-3, 1e-1),
            share(0.5, 0.95),
            share(0.9, 0.995),
            amount(1e-2, 1.0),
        ),
        lambda p: (1e-3, 0.9, 0.99, 0.0),
    ):
        yield p, dict(lr=lr, beta1=b1, beta2=b2, decay=decay), walk_numpy(
            lambda a=(lr, b1, b2, decay): lion(*a)
        )


def schedule_free_sgd_runs():
    for p, o, (lr, beta) in vary(
        ["plain"],
        lambda p: (amount(1e-2, 0.5) * scale(p), share(0.2, 0.95)),
        lambda p: (0.1 * scale(p), 0.9),
    ):
        yield p, dict(lr=lr, beta=beta), walk_numpy(
            lambda a=(lr, beta): schedule_free_sgd(*a)
        )


def schedule_free_runs():
    for p, warmup, (lr, b1, b2, eps, decay) in vary(
        [0, 5],
        lambda p: (
            amount(1e-3, 1e-1),
            share(0.3, 0.95),
            share(0.9, 0.999),
            amount(1e-10, 1e-3),
            amount(1e-2, 1.0),
        ),
        lambda p: (0.0025, 0.9, 0.999, 1e-8, 0.0),
    ):
        fields = dict(lr=lr, beta1=b1, beta2=b2, eps=eps, decay=decay, warmup=warmup)
        yield p, fields, walk_numpy(
            lambda a=(lr, b1, b2, eps, decay, warmup): schedule_free(*a)
        )


def spectra():
    """Spectral radii of the heavy ball, form (b), on h/2 x^2, by a general eigenvalue
    routine applied to the matrix of (x, v)."""
    with open(os.path.join(HERE, "momentum_spectrum.tsv"), "w", encoding="ascii") as out:
        out.write("# Made by trajectories.py; lr, beta, curvature, radius, real eigenvalues\n")
        for _ in range(40):
            lr, beta, h = amount(1e-3, 1.0), share(0.01, 0.99), amount(1e-2, 10.0)
            matrix = np.array([[1 - lr * h, -lr * beta], [h, beta]])
            z = np.linalg.eigvals(matrix)
            row = (lr, beta, h, np.abs(z).max(), float(np.isreal(z).all()))
            out.write("\t".join("%.17g" % v for v in row) + "\n")


if __name__ == "__main__":
    for name, value in list(globals().items()):
        if name.endswith("_runs"):
            rng = np.random.default_rng(zlib.crc32(name.encode()))
            write(name[: -len("_runs")], value())
    rng = np.random.default_rng(5)
    spectra()
