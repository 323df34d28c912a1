// 00-foundations.js: the live figures of chapter 0.

import { mount, number } from "./figure.js";
import { levelCurves } from "./contours.js";
import { steps } from "./colors.js";
import fSteps from "live/f-steps.wasm";
import fDisc from "live/f-disc.wasm";

const step = Array.from({ length: 31 }, (_, k) => k);
const inks = { blue: "blue", orange: "ink-orange", red: "ink-red" };
const rates = { a: ["blue", "circle", ""], b: ["orange", "square", "9 3"], c: ["red", "triangle", "3 2"] };

mount(fSteps, {
  name: "f-steps",
  tries: "Set a rate on the left to 1: one step reaches the minimum.",
  settings: {
    a: { label: "*η*₁, left", hue: "blue", min: 0.1, max: 2.2, step: 0.05 }, b: { label: "*η*₂, left", hue: "orange", min: 0.1, max: 2.2, step: 0.05 },
    c: { label: "*η*₃, left", hue: "red", min: 0.1, max: 2.2, step: 0.05 },
    d: { label: "*η*₁, right", hue: "blue", min: 0.01, max: 0.6, step: 0.01 }, e: { label: "*η*₂, right", hue: "red", min: 0.01, max: 0.6, step: 0.01 },
    from: { label: "start", min: 0.5, max: 2, step: 0.1 }, searched: { label: "start of the search", min: 1, max: 20, step: 1 },
  },
  rows: [{ height: 280, panels: [
    { x: { range: [0, 30], ticks: [0, 10, 20, 30], label: "step *k*" }, margin: { right: 44 },
      y: { range: [0.02, 30], log: true, ticks: [0.1, 1, 10], label: "|*x*|" } },
    { x: { range: [0, 30], ticks: [0, 10, 20, 30], label: "step *k*" }, margin: { right: 44 },
      y: { range: [1e-3, 30], log: true, ticks: [0.001, 0.01, 0.1, 1, 10] } }] }],
  draw([left, right], r, s) {
    const name = (panel, key, hue) => {
      const last = r[key].findLast((v) => v < 30 && v > panel.spec.y.range[0]);
      const shown = Number.isFinite(r[key].at(-1)) && r[key].at(-1) > panel.spec.y.range[0] && r[key].at(-1) < 30;
      panel.text("name " + key, shown ? 30.8 : Math.max(1, r[key].lastIndexOf(last)), last, number(s[key]), { hue: inks[hue], dx: shown ? 0 : 8 });
    };
    for (const key in rates) {
      const [hue, points, dash] = rates[key];
      left.line(key, step, r[key], { hue, points, dash, width: 1.8, size: 2.2 });
      name(left, key, hue);
    }
    left.text("f", 2, 14, "*x*²/2");
    right.line("searched", step, r.searched, { hue: "gd", points: "circle", width: 1.4, size: 2, hollow: true });
    [["d", "blue", "circle", ""], ["e", "red", "triangle", "3 2"]].forEach(([key, hue, points, dash]) => {
      right.line(key, step, r[key], { hue, points, dash, width: 1.8, size: 2.2 });
      name(right, key, hue);
    });
    right.text("searched name", 15, 0.045, "searched", { box: true });
    right.text("f", 22, 14, "*x*⁴");
  },
  says(r, s) {
    const lost = (key) => (Number.isNaN(r[key].at(-1)) || r[key].at(-1) > 1e3 ? "is lost" : `ends at ${number(r[key].at(-1))}`);
    return `On *x*²/2, *η* = ${number(s.a)}, ${number(s.b)} and ${number(s.c)}: |*x*| ${lost("a")}, ${lost("b")} and ${lost("c")}. ` +
      `On *x*⁴ from ${number(s.from)} the limit is *η* = 1/(2*x*²) = ${number(0.5 / s.from ** 2)}: ${number(s.d)} ${lost("d")}, ` +
      `${number(s.e)} ${lost("e")}; the search ends at ${number(r.searched.at(-1))}.`;
  },
});

mount(fDisc, {
  name: "f-disc",
  tries: "Make the radius 2.4: the minimum of *f* is inside, and the path ends there.",
  settings: {
    lr: { label: "*η*", min: 0.01, max: 0.6, step: 0.01 }, radius: { label: "radius", min: 0.2, max: 2.4, step: 0.1 },
    x: { label: "start, *x*₁", min: -1.3, max: 2.5, step: 0.1, digits: 2 }, y: { label: "start, *x*₂", min: -1.2, max: 1.6, step: 0.1, digits: 2 },
  },
  drag: { panels: [0], x: "x", y: "y" },
  rows: [{ height: 300, panels: [{ square: true, margin: { left: 140, right: 140, top: 8, bottom: 46 }, narrowMargin: { left: 46, right: 10 },
    x: { range: [-1.4, 2.6], ticks: [-1, 0, 1, 2], label: "*x*₁" }, y: { range: [-1.3, 1.7], ticks: [-1, 0, 1], label: "*x*₂" }, labelSpace: 34 }] }],
  draw([panel], r, s) {
    const [a, b] = r.end, [c, d] = r.slope, { x, y } = panel;
    const f = (u, v) => (u - 2) ** 2 / 2 + 2 * (v - 1) ** 2;
    // One of the level curves touches the disc.
    panel.contour("levels", levelCurves(panel, f, [0.1, 0.4, r.value[0], 2, 3.5, 5.5, 8].sort((p, q) => p - q)));
    panel.line("edge", steps(120, (k) => s.radius * Math.cos(2 * Math.PI * k)), steps(120, (k) => s.radius * Math.sin(2 * Math.PI * k)),
      { hue: "blue", width: 1.8 });
    panel.line("path", r.x, r.y, { hue: "gd", width: 1.4, points: "circle", size: 2.2 });
    const tip = [x(a + 0.35 * c), y(b + 0.35 * d)], length = Math.hypot(c, d) || 1;
    const back = [-c / length * 7, d / length * 7], side = [d / length * 3, c / length * 3];
    if (length > 0.05) {
      panel.shape("slope", `M${x(a)},${y(b)}L${tip}M${tip}l${back[0] + side[0]},${back[1] + side[1]}M${tip}l${back[0] - side[0]},${back[1] - side[1]}`,
        { hue: "red", width: 1.8 });
      panel.text("slope name", a + 0.35 * c + 0.05, b + 0.35 * d + 0.1, "−∇*f*", { hue: "ink-red" });
    }
    panel.text("minimum", 2, 1, "+", { anchor: "middle" });
    panel.text("disc", -0.1, -0.55 * s.radius, `‖*x*‖ ≤ ${number(s.radius)}`, { hue: "blue", anchor: "middle", box: true });
  },
  says(r, s) {
    const [a, b] = r.end, [c, d] = r.slope;
    const turn = Math.hypot(c, d) < 1e-6 ? 0 : Math.abs(a * d - b * c) / Math.hypot(a, b) / Math.hypot(c, d);
    return `After 41 steps at (${number(a)}, ${number(b)}), where *f* = ${number(r.value[0], 4)} and ‖∇*f*‖ = ${number(Math.hypot(c, d))}. ` +
      (Math.hypot(a, b) < s.radius - 1e-6 ? "That is inside of the disc." :
        `The sine of the angle between −∇*f* and *x* is ${number(turn, 2)}.`) + " *f* alone allows *η* < 2/*L* = 0.5.";
  },
});
