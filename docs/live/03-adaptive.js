// 03-adaptive.js: the live figures of chapter 3.

import { mount, number } from "./figure.js";
import landscapes from "live/landscapes.wasm";
import reddi from "live/reddi.wasm";

// In the order in which the printed figure draws them.
const methods = {
  sgd: ["gradient descent", "gd", { width: 1.3 }],
  adadelta1: ["AdaDelta, *η* = 1", "adadelta", { width: 1.8, dash: "7 3" }],
  adadelta: ["AdaDelta", "adadelta", { width: 1.8, dash: "2 3" }],
  adagrad: ["AdaGrad", "adagrad", { width: 1.8, dash: "9 3 2 3" }],
  amsgrad: ["AMSGrad", "amsgrad", { width: 1.8, dash: "3 2" }],
  lion: ["Lion", "lion", { width: 1.3 }],
  rmsprop: ["RMSProp", "rmsprop", { width: 1.6, dash: "9 2 2 2 2 2" }],
  ball: ["heavy ball", "heavy-ball", { width: 2, dash: "16 4" }],
  adam: ["Adam", "adam", { width: 2.2 }],
};
const keys = ["sgd", "ball", "adagrad", "rmsprop", "adadelta", "adam", "amsgrad", "lion", "adadelta1"];

mount(landscapes, {
  name: "landscapes",
  tries: "Raise *η* on the left to 0.03: gradient descent and the heavy ball are lost, Adam is not.",
  settings: {
    ...Object.fromEntries(keys.map((key) => [key, { label: methods[key][0], hue: methods[key][1], check: true }])),
    lr: { label: "*η*, left", min: 1e-4, max: 1, log: true }, lr_saddle: { label: "*η*, right", min: 1e-4, max: 1, log: true },
    beta1: { label: "*β*₁ and *β*", min: 0, max: 0.99, step: 0.01 }, beta2: { label: "*β*₂ of Adam", min: 0.5, max: 0.999, step: 0.001 },
    eps: { label: "*ε*", min: 1e-12, max: 1, log: true, digits: 1 }, rho: { label: "*ρ* of RMSProp", min: 0.5, max: 0.999, step: 0.001 },
  },
  rows: [{ height: 300, panels: [
    { x: { range: [1, 10000], log: true, ticks: [1, 10, 100, 1000, 10000], format: (v) => (v === 10000 ? "" : number(v)), label: "step *t*" },
      y: { range: [1e-6, 3e3], log: true, ticks: [1e-6, 1e-3, 1, 1e3], label: "*f*, Rosenbrock" } },
    { x: { range: [2, 2500], log: true, ticks: [2, 10, 100, 1000], format: number, label: "step *t*" },
      y: { range: [1e-6, 3], log: true, ticks: [1e-6, 1e-4, 1e-2, 1], label: "|*y*|, saddle" } }] }],
  draw([left, right], r, s) {
    for (const key in methods) {
      if (!s[key]) continue;
      const [, hue, style] = methods[key];
      left.line(key, r.t, r["f." + key], { hue, ...style });
      // Not drawn here in print either: AMSGrad runs with Adam as long as both have the same settings.
      right.line(key, r["t.saddle"], r["y." + key], { hue, ...style });
    }
  },
  says(r, s) {
    const shown = keys.map((key, k) => [methods[key][0], r.end[k], r.leaves[k], s[key]]).filter((row) => row[3]);
    if (!shown.length) return "Choose a method.";
    const low = shown.reduce((best, row) => (row[1] < best[1] ? row : best), ["none", Infinity, Infinity]);
    const lost = shown.filter((row) => !Number.isFinite(row[1])).map((row) => row[0]);
    const first = shown.reduce((best, row) => (row[2] < best[2] ? row : best), ["none", Infinity, Infinity]);
    const stays = shown.filter((row) => Number.isNaN(row[2])).map((row) => row[0]);
    return `Rosenbrock, after 10000 steps: lowest is ${low[0]} with ${number(low[1])}` + (lost.length ? `; lost: ${lost.join(", ")}` : "") +
      `. Saddle: first away from it (|*y*| > ½) is ${first[0]}` + (first[2] < Infinity ? ` at step ${first[2]}` : "") +
      (stays.length ? `; not within 2500 steps: ${stays.join(", ")}` : "") + ".";
  },
});

mount(reddi, {
  name: "reddi",
  tries: "Raise *β*₂ to 0.5: Adam turns round.",
  settings: {
    slope: { label: "*C*", min: 2.1, max: 10, step: 0.1 }, beta2: { label: "*β*₂", min: 0, max: 0.999, step: 0.001 },
    beta1: { label: "*β*₁", min: 0, max: 0.99, step: 0.01 }, rate: { label: "*η* at *t* = 1", min: 0.01, max: 2, log: true },
  },
  rows: [{ height: 280, panels: [{ x: { range: [1, 3000], log: true, ticks: [1, 3, 10, 30, 100, 300, 1000, 3000], format: number, label: "step *t*" },
    y: { range: [-1.15, 1.15], ticks: [-1, -0.5, 0, 0.5, 1], label: "*x*" } }] }],
  draw([panel], r) {
    panel.line("optimum", [1, 3000], [-1, -1], { hue: "reference", width: 0.9, dash: "6 4" });
    // There is no step 0 on this axis.
    const t = Array.from(r.t, (v) => v || NaN);
    panel.line("adam", t, r.adam, { hue: "adam", width: 1.6 });
    panel.line("corrected", t, r.corrected, { hue: "brown", width: 1.1 });
    panel.line("raw", t, r.raw, { hue: "amsgrad", width: 1.8, dash: "3 2" });
    panel.text("name adam", 250, Math.max(-0.5, Math.min(0.72, r.adam.at(-1) - 0.28)), "Adam", { hue: "blue", box: true });
    panel.text("name amsgrad", 30, -0.55, "AMSGrad, both orders", { hue: "purple", box: true });
    panel.text("name optimum", 1.1, -0.88, "optimum");
  },
  says: (r) => `After 3000 steps Adam is at ${number(r.adam.at(-1))}, AMSGrad at ${number(r.raw.at(-1))} and, with corrected moments, ` +
    `at ${number(r.corrected.at(-1))}. The best point is −1. The theorem’s *β*₂ for this *C* is 1/(1 + *C*²) = ${number(r.bound[0])}.`,
});
