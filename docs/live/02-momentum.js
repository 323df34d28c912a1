// 02-momentum.js: the live figures of chapter 2.

import { mount, number } from "./figure.js";
import { steps, mapColors } from "./colors.js";
import valley from "live/valley.wasm";
import paths from "live/paths.wasm";
import parabola from "live/parabola.wasm";
import spectrum from "live/spectrum.wasm";

// Panels one below the other, both axes on one scale.
const floor = [-12, -10, -8, -6, -4, -2, 0, 2];
const valleyPanel = (reach, last) => ({
  square: true, labelSpace: 34,
  x: { range: [-12, 3], ticks: floor, ...(last ? { label: "along the floor, *x*" } : { format: null }) },
  y: { range: [-reach, reach], ticks: reach > 2 ? [-2, -1, 0, 1, 2] : [-1, 0, 1], label: "across, *y*" },
  margin: { left: 46, right: 8, top: 8, bottom: last ? 46 : 12 },
});

// The level curves of (x² + κ y²)/2 through x = 2, 4, …, and the minimum.
function drawValley(panel, kappa) {
  const { x, y } = panel;
  const circle = (r) => {
    const rx = x(r) - x(0), ry = (y(0) - y(r)) / Math.sqrt(kappa);
    return `M${x(-r)},${y(0)}a${rx},${ry} 0 1 0 ${2 * rx},0a${rx},${ry} 0 1 0 ${-2 * rx},0`;
  };
  panel.contour("levels", [2, 4, 6, 8, 10, 12, 14].map(circle).join(""));
  panel.dots("minimum", [0], [0], { points: "times", size: 4 });
}

const start = {
  x: { label: "start, *x*", min: -11.5, max: 2.5, step: 0.5 },
  y: { label: "start, *y*", min: -1.4, max: 1.4, step: 0.1, digits: 2 },
};
const kappa = { label: "walls, *κ*", min: 1, max: 200, log: true };

const away = (distance) => (distance > 100 ? "has been thrown out" : `is ${number(distance)} away from the minimum`);

mount(valley, {
  name: "valley",
  tries: "Raise *η* below to 0.04: the path bounces from wall to wall for ever; a little more, and it diverges.",
  settings: {
    above: { label: "*η*, above", min: 0.001, max: 0.1, log: true },
    below: { label: "*η*, below", min: 0.001, max: 0.1, log: true },
    kappa, ...start,
  },
  drag: { panels: [0, 1], x: "x", y: "y" },
  rows: [{ height: 150, panels: [valleyPanel(1.5, false)] }, { height: 180, panels: [valleyPanel(1.5, true)] }],
  draw(panels, r, s) {
    ["above", "below"].forEach((key, k) => {
      drawValley(panels[k], s.kappa);
      panels[k].line("path", r[key + ".x"], r[key + ".y"], { hue: "gd", width: 1.4, points: "circle", size: 2 });
      panels[k].text("rate", 2.9, -1.15, `*η* = ${number(s[key])}`, { anchor: "end", box: true });
    });
  },
  says(r) {
    const end = (key) => away(Math.hypot(r[key + ".x"].at(-1), r[key + ".y"].at(-1)));
    return `After 30 steps the path above ${end("above")}, the path below ${end("below")}. ` +
      `The walls allow *η* < 2/*κ* = ${number(r.limit[0])}.`;
  },
});

mount(paths, {
  name: "paths",
  tries: "Raise the *β* of the heavy ball to 0.9: it runs past the minimum, along the floor.",
  settings: {
    tuned: { label: "best rates for this *κ*", check: true },
    kappa,
    lr_above: { label: "*η*, heavy ball", min: 0.001, max: 0.1, log: true, from: (r) => r.lr[0], with: { tuned: 0 } },
    beta_above: { label: "*β*, heavy ball", min: 0, max: 0.98, step: 0.01, from: (r) => r.beta[0], with: { tuned: 0 } },
    lr_below: { label: "*η*, Nesterov", min: 0.001, max: 0.1, log: true, from: (r) => r.lr[1], with: { tuned: 0 } },
    beta_below: { label: "*β*, Nesterov", min: 0, max: 0.98, step: 0.01, from: (r) => r.beta[1], with: { tuned: 0 } },
    ...start,
  },
  // Who moves one rate keeps the others.
  keep: (r) => ({ lr_above: r.lr[0], beta_above: r.beta[0], lr_below: r.lr[1], beta_below: r.beta[1] }),
  drag: { panels: [0, 1], x: "x", y: "y" },
  rows: [{ height: 225, panels: [valleyPanel(2.8, false)] }, { height: 180, panels: [valleyPanel(1.5, true)] }],
  draw(panels, r, s) {
    [["above", "heavy ball", "heavy-ball", "ink-orange", "square"], ["below", "Nesterov", "nesterov", "ink-green", "triangle"]]
      .forEach(([key, name, hue, ink, points], k) => {
        drawValley(panels[k], s.kappa);
        panels[k].line("path", r[key + ".x"], r[key + ".y"], { hue, width: 1.7, points, size: 2.4 });
        panels[k].text("name", 2.9, -1.1, name, { anchor: "end", box: true, hue: ink });
      });
  },
  says: (r) => `After 30 steps the heavy ball (*η* = ${number(r.lr[0])}, *β* = ${number(r.beta[0])}) ${away(r.left[0])}, ` +
    `Nesterov’s method (*η* = ${number(r.lr[1])}, *β* = ${number(r.beta[1])}) ${away(r.left[1])}.`,
});

const runs = [["a", "blue", "blue", "triangle"], ["b", "green", "ink-green", "diamond"], ["c", "red", "ink-red", "circle"],
  ["d", "purple", "purple", "square"], ["e", "black", "black", "circle"]];

mount(parabola, {
  name: "parabola",
  tries: "Change *h*: what a rate does depends on *ηh* alone.",
  settings: {
    ...Object.fromEntries(runs.map(([key, hue], k) => [key, { label: `*η*${"₁₂₃₄₅"[k]}`, hue, min: 0.05, max: 1.5, step: 0.05, digits: 3 }])),
    curvature: { label: "curvature *h*", min: 0.5, max: 4, step: 0.1, digits: 2 },
  },
  rows: [{ height: 280, panels: [{
    x: { range: [0, 12], ticks: [0, 2, 4, 6, 8, 10, 12], label: "step *t*" }, y: { range: [-2, 2], ticks: [-2, -1, 0, 1, 2], label: "*x*_t_" },
    margin: { right: 150 }, narrowMargin: { right: 84 } }] }],
  draw([panel], r, s, plot) {
    panel.line("zero", [0, 12], [0, 0], { hue: "line", width: 0.9 });
    const product = (key) => s[key] * s.curvature;
    const fate = (v) => (v > 2.0001 ? "diverges" : v > 1.9999 ? "bounces forever" : v > 1.0001 ? "oscillates" : v > 0.9999 ? "one step" : "creeps");
    runs.forEach(([key, hue, , points], i) => panel.line(key, Array.from(r[key], (_, t) => t), r[key],
      { hue, width: [1.8, 2, 1.6, 1.3, 1.3][i], dash: ["", "9 3", "", "2 2", "6 3"][i], points, size: 2.4, hollow: i === 2 }));
    // The names stand apart, in the order of the rates.
    const order = runs.slice().sort((p, q) => s[q[0]] - s[p[0]]);
    order.forEach(([key, , ink], i) => panel.text("name " + key, 12.3, 1.6 - 0.75 * i,
      plot.narrow ? `*η* = ${number(s[key])}` : `*η* = ${number(s[key])}: ${fate(product(key))}`, { hue: ink }));
  },
  says: (r, s) => {
    const growing = runs.filter(([key]) => s[key] * s.curvature > 2.0001).length;
    return `With the curvature ${number(s.curvature)} a path diverges if *η* > 2/*h* = ${number(r.limit[0])}, and reaches the minimum ` +
      `in one step if *η* = ${number(r.limit[0] / 2)}. Here ${growing} of 5 diverge${growing === 1 ? "s" : ""}.`;
  },
});

mount(spectrum, {
  name: "spectrum",
  tries: "Set *κ* to 100 and to 10000: the best heavy ball takes ten times as many steps for a digit.",
  settings: {
    kappa: { label: "*κ*", min: 2, max: 10000, log: true },
    tuned: { label: "best rates for this *κ*", check: true },
    eta: { label: "*ηL*", min: 0.01, max: 4, log: true, from: (r) => r.rates[0], with: { tuned: 0 } },
    beta: { label: "*β*", min: 0, max: 0.99, step: 0.01, from: (r) => r.rates[1], with: { tuned: 0 } },
  },
  keep: (r) => ({ eta: r.rates[0], beta: r.rates[1] }),
  rows: [{ height: 330, panels: [
    { x: { range: [0.01, 5.0119], log: true, ticks: [0.01, 0.1, 1], format: number, label: "learning rate *ηL*" },
      y: { range: [1, 0.01], log: true, ticks: [1, 0.1, 0.01], format: (v) => number(1 - v), label: "momentum *β*" }, labelSpace: 40 },
    { x: { range: [0.0009, 0.16], log: true, ticks: [0.001, 0.01, 0.1], format: number, label: "curvature *h*" },
      y: { range: [1e-8, 2], log: true, ticks: [1e-8, 1e-6, 1e-4, 1e-2, 1], label: "error after 40 steps" }, labelSpace: 46 }] }],
  draw([map, left], r, s) {
    map.image("map", 60, 48, mapColors(r.map, 60, 48, 10, 1000), s.kappa);
    map.line("edge", steps(40, (k) => 2 * (2 - 10 ** (-2 * k))), steps(40, (k) => 10 ** (-2 * k)), { hue: "text", width: 1.4 });
    map.line("ratio", steps(40, (k) => 0.1 * 10 ** (-2 * k)), steps(40, (k) => 10 ** (-2 * k)), { hue: "map-line", width: 1.3, dash: "5 3" });
    map.text("diverges", 4.2, 0.16, "diverges", { rotate: 90, anchor: "middle" });
    map.dots("rates", [r.rates[0]], [1 - r.rates[1]], { points: "times", size: 5, hue: "map-line" });
    const low = left.spec.x.range[0];
    left.scales({ ...left.spec.x, range: [Math.min(low, 0.14 / s.kappa), 0.16], ticks: [1e-5, 1e-4, 0.001, 0.01, 0.1].filter((v) => v > 0.14 / s.kappa || v >= low) }, left.spec.y);
    left.line("gd", r.h, r.gd, { hue: "gd", width: 1.4 });
    left.line("nesterov", r.h, r.nesterov, { hue: "nesterov", width: 1.8, dash: "9 3" });
    left.line("ball", r.h, r.ball, { hue: "heavy-ball", width: 1.8 });
    const inside = Array.from(r["dot.h"], (h) => h >= 0.999 * r.h[0]);
    const only = (list) => Array.from(list, (v, i) => (inside[i] ? v : NaN));
    left.dots("gd dots", r["dot.h"], only(r["dot.gd"]), { hue: "gd", size: 2.2, hollow: true });
    left.dots("nesterov dots", r["dot.h"], only(r["dot.nesterov"]), { hue: "nesterov", points: "triangle", size: 2.4 });
    left.dots("ball dots", r["dot.h"], only(r["dot.ball"]), { hue: "heavy-ball", points: "square", size: 2.2 });
    left.text("name gd", 0.14, 0.5, "gradient descent", { anchor: "end", dy: -8, box: true });
    left.text("name nesterov", 0.14, 0.02, "Nesterov", { anchor: "end", hue: "ink-green", box: true });
    left.text("name ball", 0.0011, 1e-6, "heavy ball", { hue: "ink-orange", box: true });
  },
  says(r) {
    const worst = (key) => number(Math.max(...r[key]));
    return `Heavy ball with *ηL* = ${number(r.rates[0])}, *β* = ${number(r.rates[1])}: ` +
      (r.need[0] > 0 ? `${number(r.need[0])} steps for a decimal digit` : "diverges") +
      `. Largest error after 40 steps: gradient descent ${worst("gd")}, Nesterov ${worst("nesterov")}, heavy ball ${worst("ball")}. ` +
      "On the map, dark is fast, from 10 to 1000 steps for a digit.";
  },
});
