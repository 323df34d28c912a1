// 05-second-order.js: the live figures of chapter 5.

import { mount, number } from "./figure.js";
import { levelCurves } from "./contours.js";
import soPaths from "live/so-paths.wasm";
import soDigits from "live/so-digits.wasm";

const pairs = { label: "in the middle", choices: [[0, "BFGS"], [1, "L-BFGS, 1 pair"], [2, "L-BFGS, 2 pairs"], [3, "L-BFGS, 3 pairs"], [6, "L-BFGS, 6 pairs"]] };
const middle = (s) => (s.pairs === 0 ? "BFGS" : "L-BFGS");
const middleHue = (s) => (s.pairs === 0 ? "bfgs" : "lbfgs");
const middleInk = (s) => (s.pairs === 0 ? "ink-green" : "ink-orange");

const panel = { x: { range: [-1.5, 1.4], ticks: [-1, 0, 1], label: "*x*" }, y: { range: [-0.4, 1.5], ticks: [0, 0.5, 1, 1.5] },
  margin: { left: 40, right: 10 }, labelSpace: 30 };

mount(soPaths, {
  name: "so-paths",
  tries: "Start elsewhere, and count the evaluations of L-BFGS with 1 and with 3 pairs.",
  settings: { pairs, x: { label: "start, *x*", min: -1.4, max: 1.3, step: 0.05, digits: 3 }, y: { label: "start, *y*", min: -0.35, max: 1.45, step: 0.05, digits: 3 } },
  drag: { panels: [0, 1, 2], x: "x", y: "y" },
  rows: [{ height: 280, panels: [{ ...panel, y: { ...panel.y, label: "*y*" } }, panel, panel] }],
  draw(panels, r, s) {
    const draw = (k, key, hue, ink, name, size) => {
      panels[k].contour("levels", levelCurves(panels[k], (x, y) => 100 * (y - x * x) ** 2 + (1 - x) ** 2, [0.3, 1.5, 5, 15, 50, 150]));
      panels[k].text("minimum", 1, 1, "+", { anchor: "middle" });
      panels[k].line("path", r[key + ".x"], r[key + ".y"], { hue, width: 1.3, points: "circle", size });
      panels[k].text("name", -0.05, 1.36, name, { anchor: "middle", hue: ink, box: true });
    };
    draw(0, "gd", "gd", "black", "gradient descent", 1.6);
    draw(1, "bfgs", middleHue(s), middleInk(s), middle(s), 2.2);
    draw(2, "newton", "newton", "purple", "Newton", 2.2);
  },
  says(r, s) {
    const end = (k) => (Number.isNaN(r.steps[k]) ? "is not there after 2000 steps" : `${r.steps[k]} steps, ${r.evaluations[k]} evaluations`);
    return `To the minimum: gradient descent ${end(0)}; ${middle(s)} ${end(1)}; Newton ${end(2)}.`;
  },
});

mount(soDigits, {
  name: "so-digits",
  tries: "Set the factor of *y* to 1: gradient descent needs no more steps than BFGS. Set it to 10: it is last by far.",
  settings: { stretch: { label: "factor of *y*", min: 1, max: 10, step: 0.5 }, pairs: { ...pairs, label: "instead of BFGS" },
    x: { label: "start, *x*", min: -2, max: 2, step: 0.1, digits: 2 }, y: { label: "start, *y*", min: -2, max: 2, step: 0.1, digits: 2 } },
  rows: [{ height: 280, panels: [{ x: { range: [0, 25], ticks: [0, 5, 10, 15, 20, 25], label: "step" },
    y: { range: [1e-16, 10], log: true, ticks: [1e-16, 1e-12, 1e-8, 1e-4, 1], label: "error" }, margin: { right: 110 }, narrowMargin: { right: 14 } }] }],
  draw([area], r, s, plot) {
    const t = Array.from({ length: 26 }, (_, k) => k);
    const draw = (key, name, hue, ink, style) => {
      area.line(key, t, r[key], { hue, ...style, size: 2.6 });
      const last = r[key].findLastIndex((v) => !Number.isNaN(v));
      area.text("name " + key, plot.narrow ? Math.min(last, 20) : last, r[key][last], name, { hue: ink, dx: 8, dy: last < 25 ? -10 : 0, box: true,
        anchor: plot.narrow && last > 15 ? "end" : "start" });
    };
    draw("gd", plot.narrow ? "GD" : "gradient descent", "gd", "black", { width: 1.4, points: "circle", hollow: true });
    draw("bfgs", middle(s), middleHue(s), middleInk(s), { width: 1.8, dash: s.pairs ? "3 2" : "9 3", points: "triangle" });
    draw("newton", "Newton", "newton", "purple", { width: 2, points: "circle" });
  },
  says(r, s) {
    const when = (k) => (Number.isNaN(r.reached[k]) ? "not within 25 steps" : `at step ${r.reached[k]}`);
    return `Below an error of 10⁻⁶: Newton ${when(2)}, ${middle(s)} ${when(1)}, gradient descent ${when(0)}. ` +
      `At the minimum the condition is ${number(Math.max(s.stretch ** 2, s.stretch ** -2))}.`;
  },
});
