#!/usr/bin/python3
"""Cost and gradient of the laboratory's language model, by PyTorch.

    /usr/bin/python3 tests/lab/oracles/gpt.py > tests/lab/oracles/gpt.h

Run with Debian's python3-torch 1.13. The inputs are small fractions that are exact in binary, so
that C makes the same."""
import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
V, CONTEXT, D, HEADS, BLOCKS, BATCH = 7, 5, 6, 2, 2, 3


def pattern(count, salt):
    """What pattern() in test_gpt.c makes, to the last bit."""
    i = np.arange(count)
    return ((37 * i + 11 * salt + 5 * i * i) % 101 - 50) / 128


def declare(name, values):
    values = np.atleast_1d(np.asarray(values, dtype=float)).ravel()
    print(f"static const double {name}[] = {{")
    for row in range(0, len(values), 3):
        print("    " + ", ".join("%.17g" % v for v in values[row : row + 3]) + ",")
    print("};")


def take(shape):
    """The next part of theta, in the order of gpt.c."""
    global used
    count = int(np.prod(shape))
    used += count
    return theta[used - count : used].reshape(shape)


def norm(x):
    return F.layer_norm(x, (D,), take([D]), take([D]))


def attention(x):
    w, b = take([3 * D, D]), take([3 * D])
    q, k, v = (F.linear(x, w, b)[..., i * D : (i + 1) * D] for i in range(3))
    split = lambda a: a.reshape(BATCH, places, HEADS, D // HEADS).transpose(1, 2)
    scores = split(q) @ split(k).transpose(2, 3) / (D // HEADS) ** 0.5
    later = torch.ones(places, places, dtype=bool).triu(1)
    heads = scores.masked_fill(later, -torch.inf).softmax(3) @ split(v)
    return F.linear(heads.transpose(1, 2).reshape(BATCH, places, D), take([D, D]), take([D]))


def layers(x):
    up = F.relu(F.linear(x, take([4 * D, D]), take([4 * D])))
    return F.linear(up, take([D, 4 * D]), take([D]))


def cost():
    symbols = take([V, D])
    x = symbols[token[:, :-1]] + take([CONTEXT, D])[:places]
    for _ in range(BLOCKS):
        x = x + attention(norm(x))
        x = x + layers(norm(x))
    return F.cross_entropy((norm(x) @ symbols.T).reshape(-1, V), token[:, 1:].reshape(-1))


print("/* Made by tests/lab/oracles/gpt.py with PyTorch %s. */" % torch.__version__[:6])
print("/* clang-format off */")
count = (V + CONTEXT) * D + BLOCKS * (4 * D + 12 * D * D + 9 * D) + 2 * D
for name, places in (("whole", CONTEXT), ("short", 4)):
    theta = torch.tensor(pattern(count, 1), requires_grad=True)
    i = torch.arange(BATCH * (places + 1))
    token = ((i * i * 7 + 3 * i + i // 4) % V).reshape(BATCH, places + 1)
    used = 0
    f = cost()
    assert used == count
    f.backward()
    declare(name + "_cost_expected", f.item())
    declare(name + "_gradient_expected", theta.grad)
print("/* clang-format on */")
