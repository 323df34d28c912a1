#!/usr/bin/python3
"""How long PyTorch takes for a normalization, a loss, dropout or clipping on this machine.

    pytorch.py NUMBERS THREADS

Reads names of kernels, one a line, and answers each with nanoseconds of processor time per
number, or 0 where PyTorch does not have the kernel. The benchmark asks in turn with its own
measurements. Single precision, the shapes of kernels.c. Ends at once where PyTorch is not
installed.

PyTorch makes a new array for each result. The system would give it zeroed pages each time, which
takes several times as long as the kernel; so malloc is told to keep what is freed. Programs that
do not tell it so see larger times than these.

A loss is computed forward and backward, as the benchmark's is. Where PyTorch has no function
for it, it is composed as its users do. Dropout is given its random numbers, as the benchmark's
is: F.dropout, which draws them, takes longer.
"""
import ctypes
import sys
import time

try:
    import torch
    import torch.nn.functional as F
except ImportError:
    sys.exit(0)

M_TRIM_THRESHOLD, M_MMAP_MAX = -1, -4
ctypes.CDLL(None).mallopt(M_MMAP_MAX, 0)
ctypes.CDLL(None).mallopt(M_TRIM_THRESHOLD, 2**31 - 1)

n, threads = int(sys.argv[1]), int(sys.argv[2])
torch.set_num_threads(threads)
torch.manual_seed(1)
aten = torch.ops.aten
FEATURES, PLACES, CHANNELS, GROUPS, EMBEDDINGS = 1024, 4096, 64, 32, 4096
ROWS, IMAGES = n // FEATURES, n // PLACES // CHANNELS

x = torch.rand(n) * 4 - 2
y = torch.rand(n) * 4 - 2
z = torch.rand(n) * 4 - 2
u = torch.rand(n)
yes = (u < 0.5).float()
kept = u >= 0.5
rows, images = (ROWS, FEATURES), (IMAGES, CHANNELS, 64, PLACES // 64)
gain, bias = torch.ones(FEATURES), torch.zeros(FEATURES)
running_mean, running_variance = torch.zeros(FEATURES), torch.ones(FEATURES)
label = torch.arange(ROWS) % FEATURES ^ 1
positive = torch.arange(EMBEDDINGS) ^ 1
diagonal = torch.eye(EMBEDDINGS, dtype=torch.bool)
same = torch.arange(ROWS) % 2 == 1
gradient = torch.nn.Parameter(torch.zeros(n))
gradient.grad = z.clone()


def with_gradients(loss):
    """The loss of these tensors, and its gradients with respect to them."""
    def run(*tensors):
        tensors = [t.detach().requires_grad_() for t in tensors]
        torch.autograd.grad(loss(*tensors), tensors)
    return run


def focal(logits):
    log_p = F.log_softmax(logits, 1).gather(1, label[:, None])[:, 0]
    return ((1 - log_p.exp()) ** 2 * -log_p).mean()


def contrastive(a, b):
    distance = (a - b).norm(dim=1)
    return torch.where(same, distance ** 2, (20 - distance).clamp(min=0) ** 2).sum() / 2


def infonce(s):
    return F.cross_entropy((s / 0.5).masked_fill(diagonal, -torch.inf), positive)


def kernels():
    row, image = x.view(rows), x.view(images)
    small, first = gain[:CHANNELS], bias[:CHANNELS]
    _, mean, scale = torch.native_layer_norm(row, (FEATURES,), gain, bias, 1e-5)
    _, group_mean, group_scale = torch.native_group_norm(
        image, small, first, IMAGES, CHANNELS, PLACES, GROUPS, 1e-5)
    _, batch_mean, batch_scale = torch.native_batch_norm(
        row, gain, bias, running_mean, running_variance, True, 0.1, 1e-5)
    loss = {
        "bce_with_logits": with_gradients(
            lambda t: F.binary_cross_entropy_with_logits(t, yes)),
        "softmax_cross_entropy": with_gradients(lambda t: F.cross_entropy(t, label)),
        "focal_loss": with_gradients(focal),
        "contrastive_loss": with_gradients(contrastive),
        "triplet_loss": with_gradients(
            lambda a, b, c: F.triplet_margin_loss(a, b, c, margin=20)),
        "infonce": with_gradients(infonce),
    }
    return {
        "layer_norm": lambda: F.layer_norm(row, (FEATURES,)),
        "instance_norm": lambda: F.instance_norm(image),
        "group_norm": lambda: F.group_norm(image, GROUPS, small, first),
        "batch_norm_images": lambda: F.batch_norm(image, None, None, training=True),
        "batch_norm": lambda: F.batch_norm(
            row, running_mean, running_variance, gain, bias, training=True),
        "batch_norm_used": lambda: F.batch_norm(
            row, running_mean, running_variance, gain, bias),
        "layer_norm_backward": lambda: aten.native_layer_norm_backward(
            y.view(rows), row, (FEATURES,), mean, scale, gain, bias, [True] * 3),
        "group_norm_backward": lambda: aten.native_group_norm_backward(
            y.view(images), image, group_mean, group_scale, small, IMAGES, CHANNELS,
            PLACES, GROUPS, [True] * 3),
        "batch_norm_backward": lambda: aten.native_batch_norm_backward(
            y.view(rows), row, gain, running_mean, running_variance, batch_mean,
            batch_scale, True, 1e-5, [True] * 3),
        "bce_with_logits": lambda: loss["bce_with_logits"](x),
        "softmax_cross_entropy": lambda: loss["softmax_cross_entropy"](row),
        "focal_loss": lambda: loss["focal_loss"](row),
        "contrastive_loss": lambda: loss["contrastive_loss"](row, y.view(rows)),
        "triplet_loss": lambda: loss["triplet_loss"](row, y.view(rows), z.view(rows)),
        "infonce": lambda: loss["infonce"](x.view(EMBEDDINGS, EMBEDDINGS)),
        "dropout_forward": lambda: x.mul(u >= 0.5).mul_(2),
        "dropout_backward": lambda: aten.native_dropout_backward(y, kept, 2.0),
        "clip_global": lambda: torch.nn.utils.clip_grad_norm_(gradient, 1),
        "ista_step": lambda: F.softshrink(x - 1e-3 * y, 1e-6),
    }


peers = kernels()
for line in sys.stdin:
    name = line.strip()
    start = time.process_time()
    if name in peers:
        peers[name]()
    print(1e9 * (time.process_time() - start) / n if name in peers else 0, flush=True)
