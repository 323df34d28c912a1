// 08-schedules.js: the live figures of chapter 8.

import { mount, number } from "./figure.js";
import { shade } from "./colors.js";
import shapes from "live/shapes.wasm";
import cliff from "live/cliff.wasm";

const titles = ["warm-up, constant", "warm-up, cosine", "warm-up, stable, decay", "steps", "exponential", "on a plateau",
  "triangles, halved", "SGDR", "OneCycle"];
const step = Array.from({ length: 420 }, (_, t) => t + 1);

mount(shapes, {
  name: "shapes",
  tries: "Set the first period of SGDR to 140: two periods fill the run where three did.",
  settings: {
    warmup: { label: "warm-up", min: 0, max: 100, step: 1 }, decay: { label: "decay at the end", min: 1, max: 300, step: 1 },
    cuts: { label: "stretches of steps", min: 1, max: 10, step: 1 }, factor: { label: "factor of a step", min: 0.05, max: 0.9, step: 0.05 },
    half: { label: "half a triangle", min: 10, max: 210, step: 5 }, period: { label: "first period, SGDR", min: 10, max: 210, step: 5 },
    rise: { label: "OneCycle’s rise", min: 0.05, max: 0.9, step: 0.05 },
  },
  rows: [0, 3, 6].map((first) => ({ height: first === 6 ? 175 : 158, panels: [0, 1, 2].map((k) => ({
    title: titles[first + k], margin: { left: k === 0 ? 52 : 40, right: 10, top: 28, bottom: first === 6 ? 44 : 27 }, narrowHeight: 150,
    narrowMargin: { left: 52, bottom: first + k === 8 ? 44 : 27 },
    x: { range: [0, 430], ticks: [0, 200, 400], ...(first === 6 ? { label: "step *t*" } : {}) },
    y: { range: [0, 1.08], ticks: [0, 0.5, 1], ...(first === 3 && k === 0 ? { label: "multiplier" } : {}) }, labelSpace: 38 })) })),
  draw(panels, r) {
    panels.forEach((panel, k) => panel.line("rate", step, r[k], { hue: "blue", width: 1.8 }));
  },
  says: (r) => "Mean multipliers: " + titles.map((title, k) => `${title} ${number(r.mean[k], 2)}`).join("; ") + ".",
});

mount(cliff, {
  name: "cliff",
  tries: "Clip to 10: that is as good as not at all. Clip to 0.01: 200 steps are too few.",
  settings: {
    lr: { label: "*η*", min: 0.05, max: 20, log: true, digits: 2 }, limit: { label: "clipped to", min: 0.005, max: 50, log: true, digits: 2 },
    w: { label: "start, *w*", min: 3.2, max: 6.9, step: 0.1, digits: 2 }, b: { label: "start, *b*", min: -3.9, max: -1.1, step: 0.1, digits: 2 },
  },
  drag: { panels: [0], x: "w", y: "b" },
  rows: [{ height: 360, panels: [{ x: { range: [3, 7], ticks: [3, 4, 5, 6, 7], label: "*w*" }, y: { range: [-4, -1], ticks: [-4, -3, -2, -1], label: "*b*" },
    labelSpace: 38 }] }],
  draw([panel], r) {
    const columns = 121, rows = 91, rgb = new Array(3 * columns * rows);
    if (!panel.map) {
      for (let k = 0; k < columns * rows; k++) {
        const row = rows - 1 - Math.floor(k / columns);
        shade(r.map[row * columns + k % columns] / 0.5).forEach((v, i) => { rgb[3 * k + i] = v; });
      }
      panel.map = rgb;
    }
    panel.image("map", columns, rows, panel.map, "map");
    panel.line("plain", r["plain.w"], r["plain.b"], { hue: "map-line", width: 1.4, dash: "3 2", points: "circle", size: 2.4, hollow: true });
    panel.line("clipped", r["clipped.w"], r["clipped.b"], { hue: "map-line", width: 1.7, points: "circle", size: 1.8 });
  },
  says(r) {
    const end = (key) => number(r[key + ".cost"].at(-1));
    const inside = r["plain.w"].every((w, t) => w >= 3 && w <= 7 && r["plain.b"][t] >= -4 && r["plain.b"][t] <= -1);
    return `Not clipped (dashed) the path ${inside ? "stays in the picture" : "leaves the picture"}; its longest gradient is ${number(r.longest[0])}, ` +
      `and its cost after 200 steps ${end("plain")}. Clipped (solid) the cost is then ${end("clipped")}.`;
  },
});
