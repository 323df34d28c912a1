// 11-landscapes.js: the live figures of chapter 11.

import { mount, number } from "./figure.js";
import escape from "live/escape.wasm";
import swing from "live/swing.wasm";
import measured from "figures/11-landscapes/times.dat";

// The measured times are as printed: 60 runs for each take longer than a frame.
const tables = measured.split("\n\n\n").map((table) =>
  table.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split(" ").map(Number))).filter((rows) => rows.length);
const column = (rows, k) => rows.map((row) => row[k]);
// Those of the two rates a little apart, as printed.
const marks = [["blue", -1.3, { points: "circle", size: 3 }], ["red", 1.3, { points: "square", hollow: true, size: 3 }]];

mount(escape, {
  name: "escape",
  tries: "Double the batch and the rate: how does the time change? Then double the batch alone.",
  settings: {
    lr: { label: "rate *η*", min: 0.02, max: 0.2, step: 0.01 }, batch: { label: "batch *b*", min: 1, max: 12, step: 1 },
    seed: { label: "seed", min: 1, max: 100, step: 1 },
  },
  rows: [{ height: 300, panels: [
    { x: { range: [-1.7, 1.7], ticks: [-1, 0, 1], label: "*x*" }, y: { range: [0, 3000], ticks: [0, 1000, 2000, 3000], label: "step" }, labelSpace: 46, margin: { left: 58 } },
    { x: { range: [0, 110], ticks: [0, 25, 50, 75, 100], label: "*b*/*η*" },
      y: { range: [5, 3e4], log: true, ticks: [10, 100, 1000, 1e4], label: "mean time, steps times *η*" }, labelSpace: 42, margin: { left: 56 } }] }],
  draw([left, right], r, s) {
    left.line("f", r.x, Array.from(r.f, (v) => 1500 * (v + 0.4)), { hue: "grey", width: 1, dash: "6 4" });
    left.line("noisy", r.noisy, r.step, { hue: "red", width: 0.8 });
    left.line("still", r.still, r.step, { hue: "blue", width: 2.6 });
    left.text("name f", -0.15, 300, "*f*", { anchor: "middle" });
    right.line("kramers", column(tables[0], 0), column(tables[0], 3), { hue: "reference", width: 1, dash: "6 4" });
    tables.forEach((rows, k) => {
      const [hue, aside, style] = marks[k];
      right.dots("measured " + k, column(rows, 0).map((v) => v + aside), column(rows, 1), { hue, ...style });
    });
    right.text("name a", 52, 900, "*η* = 0.05", { hue: "blue", anchor: "end" });
    right.text("name b", 64, 110, "*η* = 0.1", { hue: "ink-red" });
    // These settings: expected, and this run.
    const at = s.batch / s.lr;
    right.line("now", [at, at], [5, 3e4], { hue: "line", width: 1 });
    if (r.left[0] > 0) right.dots("run", [at], [r.left[0] * s.lr], { hue: "black", size: 4 });
  },
  says: (r, s) => `With *η* = ${number(s.lr)} and *b* = ${number(s.batch)}, *b*/*η* is ${number(s.batch / s.lr)}. Kramers expects ` +
    `${number(r.predicted[0], 2)} steps to the pass; this run ${Number.isNaN(r.left[0]) ? "is not beyond it after 3000" : `is beyond it after ${r.left[0]}`}. ` +
    `Gradient descent is at ${number(r.still.at(-1), 3)}.`,
});

const count = Array.from({ length: 61 }, (_, t) => t);
const minima = Array.from({ length: 200 }, (_, k) => 0.01 + 0.99 * k / 199);

mount(swing, {
  name: "swing",
  tries: "Raise the larger rate. From where on does it not come to rest any more?",
  settings: {
    fast: { label: "*η*₁", hue: "red", min: 0.01, max: 0.2, step: 0.005 }, slow: { label: "*η*₂", hue: "blue", min: 0.01, max: 0.2, step: 0.005 },
    x: { label: "start *x*", min: -1, max: 1.2, step: 0.01 }, y: { label: "start *y*", min: 3, max: 5.5, step: 0.05 },
  },
  drag: { panels: [0], x: "x", y: "y" },
  rows: [{ height: 300, panels: [
    { x: { range: [-1, 1.3], ticks: [-1, 0, 1], label: "*x*" }, y: { range: [3, 5.5], ticks: [3, 4, 5], label: "*y*" }, labelSpace: 32 },
    { x: { range: [0, 60], ticks: [0, 20, 40, 60], label: "step" }, y: { range: [0, 42], ticks: [0, 10, 20, 30, 40], label: "sharpness" }, labelSpace: 32 }] }],
  draw([left, right], r, s) {
    left.line("minima", minima, minima.map((x) => 1 / x), { hue: "grey", width: 1, dash: "6 4" });
    left.text("name minima", 0.36, 3.15, "*xy* = 1");
    left.line("fast", r["x.fast"], r["y.fast"], { hue: "red", width: 0.9, points: "circle", size: 2 });
    left.line("slow", r["x.slow"], r["y.slow"], { hue: "blue", width: 1.6, points: "square", size: 2.4, hollow: true });
    right.line("fast", count, r["top.fast"], { hue: "red", width: 0.9, points: "circle", size: 2 });
    right.line("slow", count, r["top.slow"], { hue: "blue", width: 2.2 });
    right.line("limit fast", [0, 60], [2 / s.fast, 2 / s.fast], { hue: "red", width: 0.9, dash: "6 4" });
    right.line("limit slow", [0, 60], [2 / s.slow, 2 / s.slow], { hue: "blue", width: 0.9, dash: "2 3" });
  },
  says(r, s) {
    const end = (key) => {
      const top = r["top." + key].at(-1), lr = s[key];
      return `With *η* = ${number(lr)} the limit is ${number(2 / lr)}, and after 60 steps ` + (Number.isNaN(top) ? "it is lost" : `the sharpness is ${number(top)}`);
    };
    return `At the start the sharpness is ${number(r["top.fast"][0])}. ${end("fast")}. ${end("slow")}.`;
  },
});
