// 06-adamw.js: the live figures of chapter 6.

import { mount, number } from "./figure.js";
import { steps } from "./colors.js";
import momentum from "live/momentum.wasm";
import effective from "live/effective.wasm";

mount(momentum, {
  name: "momentum",
  tries: "Lower *ηλ* below (1 − √*β*)²: nothing swings any more.",
  settings: { pull: { label: "*ηλ*", min: 1e-4, max: 0.2, log: true }, beta: { label: "*β*", min: 0, max: 0.98, step: 0.01 } },
  rows: [{ height: 280, panels: [{ x: { range: [0, 120], ticks: [0, 20, 40, 60, 80, 100, 120], label: "step *t*" },
    y: { range: [-0.4, 1.05], ticks: [-0.25, 0, 0.25, 0.5, 0.75, 1], label: "*θ*_t_ / *θ*_0_" }, labelSpace: 46 }] }],
  draw([panel], r) {
    const t = Array.from(r.penalty, (_, k) => k);
    const low = Math.min(-0.4, 1.05 * r.lowest[0]);
    panel.scales(panel.spec.x, { ...panel.spec.y, range: [low, 1.05], ticks: low < -0.4 ? null : panel.spec.y.ticks });
    panel.line("zero", [0, 120], [0, 0], { hue: "reference", width: 0.9, dash: "6 4" });
    panel.line("decay", t, r.decay, { hue: "purple", width: 2.2, dash: "9 3" });
    panel.line("penalty", t, r.penalty, { hue: "heavy-ball", width: 2, dash: "16 4" });
    const every = t.filter((k) => k % 4 === 0);
    panel.dots("closed", every, every.map((k) => r.closed[k]), { hue: "black", size: 2.4, hollow: true });
    panel.text("name penalty", 30, 0.62, "penalty, through the velocity", { hue: "ink-orange", box: true });
    panel.text("name decay", 60, 0.3, "decay, SGDW", { hue: "purple", box: true });
  },
  says: (r, s) => (s.pull > r.limit[0]
    ? `The penalty swings, as *ηλ* is above (1 − √*β*)² = ${number(r.limit[0])}: the lowest is ${number(r.lowest[0])}. `
    : `Nothing swings, as *ηλ* is at most (1 − √*β*)² = ${number(r.limit[0])}. `) +
    `After 120 steps the penalty has left ${number(r.penalty[120], 2)}, the decay ${number(r.decay[120], 2)}.`,
});

mount(effective, {
  name: "effective",
  tries: "Raise *ε* to 1: the penalty loses its grip where gradients are small, the decay does not.",
  settings: { decay: { label: "*λ*", min: 0.01, max: 3, log: true, digits: 2 }, eps: { label: "*ε*", min: 1e-10, max: 1, log: true, digits: 1 } },
  moving: { crowd: 100 },
  rows: [{ height: 280, panels: [{ x: { range: [0.008, 13], log: true, ticks: [0.01, 0.1, 1, 10], label: "size *σ* of the gradients" },
    y: { range: [0.02, 3], log: true, ticks: [0.1, 1], label: "share lost a step / *η*" } }] }],
  draw([panel], r, s) {
    const size = steps(120, (k) => 0.008 * (13 / 0.008) ** k), low = Math.min(0.02, s.decay / 25);
    panel.scales(panel.spec.x, { ...panel.spec.y, range: [low, 3], ticks: [0.0001, 0.001, 0.01, 0.1, 1].filter((v) => v >= low) });
    panel.line("limit", size, size.map((v) => (v > 0.52 * s.decay ? s.decay / v : NaN)), { hue: "reference", width: 0.9, dash: "6 4" });
    panel.line("penalty", size, size.map((v) => s.decay / (Math.hypot(v, s.decay) + s.eps)), { hue: "adam-l2", width: 1.8, dash: "6 3" });
    panel.line("decay", size, size.map(() => s.decay), { hue: "adamw", width: 2.2, dash: "12 4" });
    panel.dots("penalty dots", r.sigma, r.adam_l2, { hue: "adam-l2", size: 3.4, hollow: true });
    panel.dots("decay dots", r.sigma, r.adamw, { hue: "adamw", points: "square", size: 3 });
    panel.text("name decay", 1.6, s.decay, "AdamW", { hue: "ink-red", dy: -14, box: true });
    panel.text("name penalty", 0.35, 0.26 * s.decay, "penalty in Adam", { hue: "blue", anchor: "middle", box: true });
  },
  says: (r, s) => `Share lost a step over *η*, measured at *σ* = 0.01, 1 and 10: by the penalty in Adam ${number(r.adam_l2[0], 2)}, ` +
    `${number(r.adam_l2[6], 2)}, ${number(r.adam_l2[9], 2)}; by AdamW ${number(r.adamw[0], 2)}, ${number(r.adamw[6], 2)}, ${number(r.adamw[9], 2)}. ` +
    `*λ* = ${number(s.decay)}, *ε* = ${number(s.eps)}.`,
});
