#!/usr/bin/python3
"""Schedulers and clipping of PyTorch, to be reproduced by chapter 8's functions.

Writes `schedules.tsv` beside this script. Needs python3-torch (1.13 was used).

    KIND<TAB>field=value field=value …<TAB>number<TAB>number …

The numbers of a schedule are the rates of steps 1, 2, …; those of a plateau are the losses,
then the rates after them; those of a clipping are the gradient, then what is left of it, then
its norm before.
"""
import os
import warnings

import numpy as np
import torch

HERE = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(8)
warnings.simplefilter("ignore")
schedulers = torch.optim.lr_scheduler


def optimizer(lr, **options):
    return torch.optim.SGD([torch.zeros(1, dtype=torch.float64)], lr=lr, **options)


def rates(make, steps, lr=1.0, momentum=False):
    """The rates, or the momenta, of the first steps."""
    sgd = optimizer(lr, **(dict(momentum=0.9) if momentum else {}))
    scheduler = make(sgd)
    for t in range(steps):
        yield sgd.param_groups[0]["momentum" if momentum else "lr"]
        sgd.step()
        if t + 1 < steps:
            scheduler.step()


def uniform(low, high):
    return float("%.4g" % rng.uniform(low, high))


def schedule_rows():
    for every in (1, 3, 7):
        factor = uniform(0.3, 0.9)
        yield "step", dict(every=every, factor=factor), rates(
            lambda o: schedulers.StepLR(o, every, factor), 30
        )
    factor = uniform(0.8, 0.99)
    yield "exponential", dict(factor=factor), rates(
        lambda o: schedulers.ExponentialLR(o, factor), 30
    )
    for warmup in (1, 5, 20):
        # LinearLR starts at a share of the rate and ends at the whole one.
        yield "warmup", dict(warmup=warmup), rates(
            lambda o: schedulers.LinearLR(o, 1 / warmup, 1.0, max(1, warmup - 1)), 25
        )
    for mode, name in enumerate(("triangular", "triangular2")):
        for low, high, half in ((1, 5, 4), (uniform(0, 1), uniform(1, 3), 7), (0, 1, 1)):
            yield "triangular", dict(low=low, high=high, half=half, mode=mode), rates(
                lambda o: schedulers.CyclicLR(
                    o, low, high, half, mode=name, cycle_momentum=False
                ),
                40,
            )
    cycles = [(10, 25.0, 0.3, 25.0, 2.0), (10, 1.0, 0.3, 25.0, 1e4)]
    cycles += [
        (total, uniform(0.1, 2), uniform(0.15, 0.9), uniform(2, 30), uniform(2, 1e4))
        for total in (12, 17, 40)
    ]
    for way, name in enumerate(("cos", "linear")):
        for total, peak, rise, start, final in cycles:
            fields = dict(
                total=total, peak=peak, rise=rise, start_div=start, final_div=final, way=way
            )
            for momentum in (False, True):
                yield "one_cycle_beta" if momentum else "one_cycle", fields, rates(
                    lambda o: schedulers.OneCycleLR(
                        o,
                        peak,
                        total,
                        pct_start=rise,
                        anneal_strategy=name,
                        cycle_momentum=momentum,
                        div_factor=start,
                        final_div_factor=final,
                    ),
                    total,
                    momentum=momentum,
                )
    for first, growth in ((10, 1), (5, 2), (1, 3), (7, 1)):
        floor = uniform(0, 0.3)
        yield "sgdr", dict(first=first, growth=growth, floor=floor), rates(
            lambda o: schedulers.CosineAnnealingWarmRestarts(
                o, first, T_mult=growth, eta_min=floor
            ),
            60,
        )


def plateau_rows():
    for relative in (True, False):
        for patience, cooldown in ((0, 0), (2, 0), (3, 2), (1, 5)):
            fields = dict(
                factor=uniform(0.2, 0.8),
                patience=patience,
                cooldown=cooldown,
                threshold=uniform(0.001, 0.05),
                least=uniform(0.001, 0.1),
                relative=int(relative),
            )
            losses = [
                0.5 + 2 * 0.9**t + 0.03 * rng.normal() for t in range(50)
            ]
            losses[17] = float("nan")
            sgd = optimizer(1.0)
            scheduler = schedulers.ReduceLROnPlateau(
                sgd,
                factor=fields["factor"],
                patience=patience,
                cooldown=cooldown,
                threshold=fields["threshold"],
                threshold_mode="rel" if relative else "abs",
                min_lr=fields["least"],
                eps=0,
            )
            seen = []
            for loss in losses:
                scheduler.step(loss)
                seen.append(sgd.param_groups[0]["lr"])
            yield "plateau", fields, losses + seen


def clip_rows():
    """Random shapes; the numbers of all tensors one after the other."""
    for kind, dtype in (("clip", torch.float64), ("clip_float", torch.float32)):
        for shapes in ([(3,)], [(2, 3), (5,)], [(4, 1), (1,), (2, 2, 2)]):
            for most in (uniform(0.1, 1), uniform(20, 30)):
                tensors = [torch.zeros(s, dtype=dtype) for s in shapes]
                for tensor in tensors:
                    tensor.grad = torch.tensor(rng.normal(size=tensor.shape), dtype=dtype)

                def numbers():
                    return [
                        x for t in tensors for x in t.grad.double().flatten().tolist()
                    ]

                before = numbers()
                norm = torch.nn.utils.clip_grad_norm_(tensors, most).item()
                fields = dict(most=most, first=int(np.prod(shapes[0])))
                yield kind, fields, before + numbers() + [norm]


if __name__ == "__main__":
    with open(os.path.join(HERE, "schedules.tsv"), "w", encoding="ascii") as out:
        out.write("# Made by schedules.py; torch %s\n" % torch.__version__)
        for rows in (schedule_rows, plateau_rows, clip_rows):
            for kind, fields, values in rows():
                settings = " ".join("%s=%.17g" % item for item in fields.items())
                row = [kind, settings] + ["%.17g" % v for v in values]
                out.write("\t".join(row) + "\n")
