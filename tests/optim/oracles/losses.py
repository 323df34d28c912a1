#!/usr/bin/python3
"""Losses, normalizations and initial scales by PyTorch: values, and gradients by its autograd.

    /usr/bin/python3 tests/optim/oracles/losses.py > tests/optim/oracles/losses.h

Run from the root of the repository, with Debian's python3-torch 1.13. The inputs are small
fractions that are exact in binary, so that C makes the same."""
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def pattern(count, salt):
    """What pattern() in test_losses.c makes, to the last bit."""
    i = torch.arange(count)
    return ((37 * i + 11 * salt + 5 * i * i) % 101 - 50).double() / 32


def declare(name, *tensors):
    values = [v for t in tensors for v in torch.as_tensor(t).double().flatten().tolist()]
    print(f"static const double {name}[] = {{")
    for row in range(0, len(values), 3):
        print("    " + ", ".join("%.17g" % v for v in values[row : row + 3]) + ",")
    print("};")


def leaf(count, salt, *shape):
    return pattern(count, salt).reshape(*shape or (count,)).clone().requires_grad_()


def bce():
    z, y = leaf(9, 1), (pattern(9, 2) + 2) / 4
    cost = F.binary_cross_entropy_with_logits(z, y, pos_weight=torch.tensor(2.5))
    cost.backward()
    declare("bce_expected", cost.detach(), z.grad)


def focal(gamma):
    z, alpha = leaf(5, 3), pattern(5, 4).abs()
    log_p = F.log_softmax(z, 0)[2]
    loss = -alpha[2] * (1 - log_p.exp()) ** gamma * log_p
    loss.backward()
    declare(f"focal_{gamma}_expected", loss.detach(), z.grad)


def metric():
    a, p, q = leaf(4, 5), leaf(4, 6), leaf(4, 7)
    loss = F.triplet_margin_loss(a[None], p[None], q[None], margin=3, eps=0)
    loss.backward()
    declare("triplet_expected", loss.detach(), a.grad, p.grad, q.grad)
    a, b = leaf(4, 5), leaf(4, 6)
    loss = 0.5 * torch.clamp(4 - (a - b).norm(), min=0) ** 2
    loss.backward()
    declare("contrastive_expected", loss.detach(), a.grad, b.grad)


def nt_xent(n, d, tau):
    z = leaf(n * d, 8, n, d)
    s = F.cosine_similarity(z[:, None], z[None], dim=2).masked_fill(
        torch.eye(n, dtype=torch.bool), -torch.inf)
    loss = F.cross_entropy(s / tau, torch.arange(n) ^ 1)
    loss.backward()
    declare("nt_xent_expected", loss.detach(), z.grad)


def norms(n, c, s):
    x, dy = leaf(n * c * s, 9, n, c, s), pattern(n * c * s, 10).reshape(n, c, s)
    for groups in (1, 2, c):
        gain, bias = leaf(c, 11), leaf(c, 12)
        x.grad = None
        y = F.group_norm(x, groups, gain, bias)
        y.backward(dy)
        declare(f"group_{groups}_expected", y.detach(), x.grad, gain.grad, bias.grad)
    gain, bias = leaf(c * s, 11), leaf(c * s, 12)
    x.grad = None
    F.layer_norm(x.reshape(n, c * s), (c * s,), gain, bias).backward(dy.reshape(n, c * s))
    declare("layer_expected", x.grad, gain.grad, bias.grad)
    rows, gain, bias = leaf(n * c, 9, n, c), leaf(c, 11), leaf(c, 12)
    mean, variance = torch.zeros(c), torch.ones(c)
    y = F.batch_norm(rows, mean, variance, gain, bias, training=True, momentum=0.1)
    y.backward(dy.flatten()[:n * c].reshape(n, c))
    used = F.batch_norm(rows, mean, variance, gain, bias, training=False)
    declare("batch_expected", y.detach(), rows.grad, gain.grad, bias.grad, mean, variance,
            used.detach())
    y = F.batch_norm(x, None, None, training=True)
    declare("normalize_batch_expected", y.detach())


def scales():
    fan_in, fan_out = torch.nn.init._calculate_fan_in_and_fan_out(torch.empty(6, 4, 3, 3))
    gain = torch.nn.init.calculate_gain
    declare("scales_expected", fan_in, fan_out, gain("relu"), gain("leaky_relu", 0.2),
            gain("tanh"), gain("linear"))


print("/* Made by losses.py. */")
bce()
focal(2)
focal(0)
metric()
nt_xent(6, 3, 0.5)
norms(4, 6, 2)
scales()
