#!/usr/bin/python3
"""Products with the Hessian of a network by PyTorch's double backward pass, the network
with skip connections by its autograd, and SAM by hand on it.

    /usr/bin/python3 tests/lab/oracles/curvature.py > tests/lab/oracles/curvature.h

Run from the root of the repository, with Debian's python3-torch 1.13, python3-numpy and
python3-scipy. Inputs are fractions that are exact in binary, so that C makes the same."""
import numpy
import scipy.linalg
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def pattern(count, salt):
    """What pattern() in test_curvature.c makes, to the last bit."""
    i = torch.arange(count)
    return ((37 * i + 11 * salt + 5 * i * i) % 101 - 50).double() / 64


def declare(name, *tensors):
    values = [v for t in tensors for v in torch.as_tensor(t).double().flatten().tolist()]
    print(f"static const double {name}[] = {{")
    for row in range(0, len(values), 3):
        print("    " + ", ".join("%.17g" % v for v in values[row : row + 3]) + ",")
    print("};")


ROWS, WIDTHS = 6, [4, 5, 5, 3]
LABEL = torch.arange(ROWS) % 3
X = pattern(ROWS * WIDTHS[0], 1).reshape(ROWS, -1)


def cost(theta, skip):
    """Weights of all layers first, then the biases, as in lab/mlp.h."""
    shapes = list(zip(WIDTHS[1:], WIDTHS))
    weights, at = [], 0
    for out, into in shapes:
        weights.append(theta[at : at + out * into].reshape(out, into))
        at += out * into
    x = X
    for i, (out, into) in enumerate(shapes):
        bias = theta[at : at + out]
        at += out
        inside = torch.relu(x) if i else x
        y = inside @ weights[i].T + bias
        x = y + x if skip and 0 < i < len(shapes) - 1 else y
    return F.cross_entropy(x, LABEL)


N = sum(o * i + o for o, i in zip(WIDTHS[1:], WIDTHS))


def product():
    theta, v = pattern(N, 2).requires_grad_(), pattern(N, 3)
    (g,) = torch.autograd.grad(cost(theta, False), theta, create_graph=True)
    (hv,) = torch.autograd.grad(g @ v, theta)
    declare("hessian_expected", cost(theta, False).detach(), g.detach(), hv)
    h = torch.autograd.functional.hessian(lambda t: cost(t, False), theta.detach())
    declare("top_expected", numpy.linalg.eigvalsh(h.numpy())[-1])


def skip():
    theta = pattern(N, 4).requires_grad_()
    value = cost(theta, True)
    value.backward()
    declare("skip_expected", value.detach(), theta.grad)


def sam(steps, lr, rho):
    theta = pattern(N, 5)
    for _ in range(steps):
        at = theta.clone().requires_grad_()
        cost(at, False).backward()
        neighbor = (theta + rho * at.grad / at.grad.norm()).requires_grad_()
        cost(neighbor, False).backward()
        theta = theta - lr * neighbor.grad
    declare("sam_expected", theta, cost(theta, False))


def minimum_norm():
    a = pattern(5 * 3, 6).reshape(5, 3).numpy() @ pattern(3 * 7, 7).reshape(3, 7).numpy()
    b = pattern(5, 8).numpy()
    x, _, rank, _ = scipy.linalg.lstsq(a, b, cond=1e-10)
    assert rank == 3
    declare("minimum_norm_expected", torch.from_numpy(x))
    declare("pinv_expected", torch.from_numpy(numpy.linalg.pinv(a, rcond=1e-10) @ b))


def legendre():
    x = numpy.array([-1, -0.375, 0.25, 0.9375])
    for k in range(0, 12, 11):
        coefficients = [0] * k + [1]
        values = numpy.polynomial.legendre.legval(x, coefficients)
        declare(f"legendre_{k}_expected", torch.from_numpy(values * (2 * k + 1) ** 0.5))


print("/* Made by curvature.py. */")
product()
skip()
sam(20, 0.25, 0.125)
minimum_norm()
legendre()
