#!/usr/bin/python3
"""How long PyTorch takes for a training step of the language model on this machine.

    pytorch.py STEPS THREADS

Reads sizes, one a line, such as "width 64, 2 blocks", and answers each with milliseconds of one
step: of processor time on one thread, by the clock on several. Single precision; the model of src/lab/gpt.c,
written with PyTorch's modules. Ends at once where PyTorch is not installed.

malloc is told to keep what is freed: otherwise the system zeroes the pages of each new array again.
"""
import ctypes
import re
import sys
import time

try:
    import torch
    import torch.nn.functional as F
    from torch import nn
except ImportError:
    sys.exit(0)

M_TRIM_THRESHOLD, M_MMAP_MAX = -1, -4
ctypes.CDLL(None).mallopt(M_MMAP_MAX, 0)
ctypes.CDLL(None).mallopt(M_TRIM_THRESHOLD, 2**31 - 1)

steps, threads = int(sys.argv[1]), int(sys.argv[2])
clock = time.process_time if threads == 1 else time.perf_counter
torch.set_num_threads(threads)
torch.manual_seed(1)
VOCABULARY, CONTEXT, HEADS, BATCH = 94, 64, 4, 16
LATER = torch.ones(CONTEXT, CONTEXT, dtype=torch.bool).triu(1)


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.mix = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def attention(self, x):
        batch, places, width = x.shape
        q, k, v = self.qkv(x).view(batch, places, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(2, 3)) * (width // HEADS) ** -0.5
        heads = scores.masked_fill(LATER, -torch.inf).softmax(3) @ v
        return self.mix(heads.transpose(1, 2).reshape(batch, places, width))

    def forward(self, x):
        x = x + self.attention(self.norm1(x))
        return x + self.down(F.relu(self.up(self.norm2(x))))


class Model(nn.Module):
    def __init__(self, width, blocks):
        super().__init__()
        self.symbols = nn.Embedding(VOCABULARY, width)
        self.places = nn.Parameter(torch.zeros(CONTEXT, width))
        self.blocks = nn.Sequential(*(Block(width) for _ in range(blocks)))
        self.norm = nn.LayerNorm(width)

    def forward(self, token):
        x = self.blocks(self.symbols(token) + self.places)
        return self.norm(x) @ self.symbols.weight.T


def trainer(width, blocks):
    model = Model(width, blocks)
    adamw = torch.optim.AdamW(model.parameters())
    token = torch.randint(VOCABULARY, (BATCH, CONTEXT + 1))

    def step():
        adamw.zero_grad()
        z = model(token[:, :-1])
        F.cross_entropy(z.view(-1, VOCABULARY), token[:, 1:].reshape(-1)).backward()
        adamw.step()

    return step


known = {}
for line in sys.stdin:
    size = tuple(int(number) for number in re.findall(r"\d+", line))
    if size not in known:
        known[size] = trainer(*size)
        known[size]()
    start = clock()
    for _ in range(steps):
        known[size]()
    print(1e3 * (clock() - start) / steps, flush=True)
