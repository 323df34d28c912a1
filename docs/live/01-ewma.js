// 01-ewma.js: the live figures of chapter 1.

import { mount, number } from "./figure.js";
import averages from "live/averages.wasm";
import weights from "live/weights.wasm";
import start from "live/start.wasm";

const count = (from, n) => Array.from({ length: n }, (_, i) => from + i);
const lambda = { label: "*λ*", min: 0.5, max: 0.999, step: 0.001 };
const window = { label: "window *w*", min: 1, max: 100, step: 1 };
const noise = { label: "noise *σ*", min: 0, max: 1, step: 0.05 };

mount(averages, {
  name: "averages",
  tries: "Set *λ* = 0.98 and *w* = 99, with equal mean ages again, and compare both after the jump.",
  settings: { lambda: { ...lambda, min: 0.5, max: 0.995, step: 0.005 }, window, noise },
  rows: [{ height: 280, panels: [{ x: { range: [0, 400], ticks: [0, 100, 200, 300, 400], label: "sample *t*" },
    y: { range: [-0.5, 3.2], ticks: [0, 1, 2, 3], label: "value" } }] }],
  draw([panel], r, s) {
    const t = count(1, 400);
    panel.dots("samples", t, r.sample, { hue: "data", size: 1.3 });
    panel.line("level", t, r.level, { hue: "reference", width: 0.9, dash: "6 4" });
    panel.line("sma", t, r.sma, { hue: "sma", width: 1.8, dash: "9 3" });
    panel.line("ewma", t, r.ewma, { hue: "ewma", width: 2 });
    panel.text("name ewma", 222, 0.75, `EWMA, *λ* = ${number(s.lambda)}`, { hue: "ink-red", box: true });
    panel.text("name sma", 222, 2.6, `SMA, window of ${s.window}`, { hue: "ink-sky", box: true });
    panel.text("name level", 196, 2.2, "level", { anchor: "end", box: true });
  },
  says: (r, s) => `Mean ages: EWMA *λ*/(1 − *λ*) = ${number(s.lambda / (1 - s.lambda))}, SMA (*w* − 1)/2 = ${number((s.window - 1) / 2)} samples. ` +
    `Root mean square error over all 400: EWMA ${number(r.error[1])}, SMA ${number(r.error[0])}.`,
});

mount(weights, {
  name: "weights",
  tries: "Keep *w* = (1 + *λ*)/(1 − *λ*), as it is here, and both have one mean age.",
  settings: { lambda, window },
  rows: [{ height: 280, panels: [
    { x: { range: [0, 100], ticks: [0, 25, 50, 75, 100], label: "age *k*" }, y: { range: [0, 0.06], ticks: [0, 0.02, 0.04, 0.06], label: "weight of one sample" },
      labelSpace: 46 },
    { x: { range: [0, 100], ticks: [0, 25, 50, 75, 100], label: "number of newest samples *n*" },
      y: { range: [0, 1.05], ticks: [0, 0.25, 0.5, 0.75, 1], label: "their weight together" }, labelSpace: 46 }] }],
  draw([left, right], r, s) {
    const age = count(0, 120), top = Math.max(0.06, 1.05 * Math.max(r.ewma[0], r.sma[0]));
    left.scales(left.spec.x, { ...left.spec.y, range: [0, top], ticks: top > 0.06 ? null : left.spec.y.ticks, format: number });
    // Each weight holds from its age to the next.
    const stairs = age.flatMap((k) => [k, k + 1]), heights = age.flatMap((k) => [r.sma[k], r.sma[k]]);
    left.line("sma", stairs, heights, { hue: "sma", width: 1.8, dash: "9 3" });
    left.line("ewma", age, r.ewma, { hue: "ewma", width: 2 });
    left.text("name ewma", 6, 0.75 * top, "EWMA", { hue: "ink-red", box: true });
    left.text("name sma", Math.min(s.window, 80) + 3, Math.min(0.36 * top, r.sma[0]), "SMA", { hue: "ink-sky", box: true });
    right.line("sma", age, r["sma.sum"], { hue: "sma", width: 1.8, dash: "9 3" });
    right.line("ewma", age, r["ewma.sum"], { hue: "ewma", width: 2 });
    right.text("name ewma", 64, 0.85, "EWMA", { hue: "ink-red", box: true });
    right.text("name sma", 28, 0.42, "SMA", { hue: "ink-sky", box: true });
  },
  says: (r, s) => `The newest sample weighs ${number(r.ewma[0])} in the EWMA, ${number(r.sma[0])} in the SMA; mean age ${number(r.says[0])} and ` +
    `${number(r.says[1])} samples. The newest ${s.window} samples have ${number(100 * (s.window < 120 ? r["ewma.sum"][s.window] : 1))} % of the EWMA’s weight.`,
});

mount(start, {
  name: "start",
  tries: "Set the noise to 0: two of the starts are right from the first sample.",
  settings: { lambda: { ...lambda, min: 0.8, max: 0.999 }, noise, seed: { label: "seed", min: 1, max: 50, step: 1 } },
  rows: [{ height: 280, panels: [{ x: { range: [0, 300], ticks: [0, 50, 100, 150, 200, 250, 300], label: "sample *t*" },
    y: { range: [0, 2], ticks: [0, 0.5, 1, 1.5, 2], label: "value" } }] }],
  draw([panel], r) {
    const t = count(1, 300);
    panel.dots("samples", t, r.sample, { hue: "data", size: 1.3 });
    panel.line("level", [0, 300], [1, 1], { hue: "reference", width: 0.9, dash: "6 4" });
    panel.line("first", t, r.first, { hue: "purple", width: 1.8, dash: "9 3 2 3" });
    panel.line("zero", t, r.zero, { hue: "ewma", width: 2 });
    panel.line("corrected", t, r.corrected, { hue: "corrected", width: 2.4, dash: "3 2" });
    panel.text("name zero", 40, 0.3, "start at zero", { hue: "ink-red", box: true });
    panel.text("name first", 60, 1.42, "start at the first sample", { hue: "purple", box: true });
    panel.text("name corrected", 70, 0.8, "corrected", { hue: "blue", box: true });
  },
  says(r) {
    const until = (k) => (r.within[k] >= 300 ? "not within 300 samples" : `after sample ${r.within[k]}`);
    return `Each stays within 10 % of the level: started at zero ${until(0)}, at the first sample ${until(1)}, corrected ${until(2)}. ` +
      `The first values are ${number(r.zero[0])}, ${number(r.first[0])} and ${number(r.corrected[0])}.`;
  },
});
