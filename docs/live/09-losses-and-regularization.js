// 09-losses-and-regularization.js: the live figures of chapter 9.

import { mount, number } from "./figure.js";
import losses from "live/losses.wasm";
import pairs from "live/pairs.wasm";

const curves = { a: ["black", "black", { width: 2 }], b: ["blue", "blue", { width: 2, dash: "9 3" }], c: ["red", "ink-red", { width: 2.2 }],
  d: ["green", "ink-green", { width: 2, dash: "3 2" }] };

mount(losses, {
  name: "losses",
  tries: "At *p* = 0.9, raising *γ* by 1 divides the loss by ten.",
  settings: {
    ...Object.fromEntries(Object.keys(curves).map((key, k) => [key, { label: `*γ*${"₁₂₃₄"[k]}`, hue: curves[key][0], min: 0, max: 8, step: 0.5 }])),
    at: { label: "say it at *p*", min: 0.05, max: 0.95, step: 0.05 },
  },
  rows: [{ height: 280, panels: [
    { x: { range: [0, 1], ticks: [0, 0.5, 1], label: "probability *p* of the true class" }, y: { range: [0, 2.5], ticks: [0, 1, 2], label: "loss" }, labelSpace: 34 },
    { x: { range: [-6, 6], ticks: [-6, -3, 0, 3, 6], label: "logit *z*" }, y: { range: [-1.7, 0.05], ticks: [-1.5, -1, -0.5, 0], label: "slope by *z*" } }] }],
  draw([left, right], r, s) {
    const taken = [];
    for (const key in curves) {
      const [hue, ink, style] = curves[key];
      left.line(key, r.p, r["loss." + key], { hue, ...style });
      right.line(key, r.z, r["slope." + key], { hue, ...style });
      // Where the slope is steepest, or halfway if it has no bottom.
      let i = r["slope." + key].indexOf(Math.min(...r["slope." + key]));
      if (i < 30) i = 110;
      if (taken.some((v) => Math.abs(v - r["slope." + key][i]) < 0.12)) continue;
      taken.push(r["slope." + key][i]);
      right.text("name " + key, r.z[i], r["slope." + key][i], `*γ* = ${number(s[key])}`, { hue: ink, dx: 8, dy: 8, box: true });
    }
    left.line("at", [s.at, s.at], [0, 2.5], { hue: "line", width: 1 });
  },
  says: (r, s) => `At *p* = ${number(s.at)} the loss is ` + Object.keys(curves).map((key, k) => `${number(r.weight[k])} (*γ* = ${number(s[key])})`).join(", ") +
    " times the cross-entropy.",
});

mount(pairs, {
  name: "pairs",
  tries: "Lower a *τ*: more of the push goes to the negatives that are most similar.",
  settings: {
    margin: { label: "margin, left", min: 0.1, max: 1.5, step: 0.1 }, triplet: { label: "margin, middle", min: 0, max: 1.5, step: 0.1 },
    tau_a: { label: "*τ*₁", hue: "black", min: 0.05, max: 2, log: true, digits: 2 }, tau_b: { label: "*τ*₂", hue: "blue", min: 0.05, max: 2, log: true, digits: 2 },
    tau_c: { label: "*τ*₃", hue: "red", min: 0.05, max: 2, log: true, digits: 2 },
  },
  rows: [{ height: 280, panels: [
    { x: { range: [0, 1.6], ticks: [0, 0.5, 1, 1.5], label: "distance *D*" }, y: { range: [-1.1, 1.6], ticks: [-1, 0, 1], label: "loss and slope" },
      margin: { left: 46, right: 8 }, labelSpace: 32 },
    { x: { range: [0, 1.6], ticks: [0, 0.5, 1, 1.5], label: "distance of the positive" }, y: { range: [0, 3], ticks: [0, 1, 2, 3] }, margin: { left: 32, right: 8 } },
    { x: { range: [-1, 1], ticks: [-1, 0, 1], label: "similarity of a negative" }, y: { range: [0, 4], ticks: [0, 1, 2, 3, 4], label: "slope by *s*" },
      margin: { left: 46, right: 8 }, labelSpace: 30 }] }],
  draw([left, middle, right], r, s) {
    const thin = { width: 1.5, dash: "6 3" };
    left.line("zero", [0, 1.6], [0, 0], { hue: "line", width: 0.9 });
    left.line("together", r.d, r.together, { hue: "blue", width: 2.2 });
    left.line("together slope", r.d, r["together.slope"], { hue: "blue", ...thin });
    left.line("apart", r.d, r.apart, { hue: "red", width: 1.3 });
    left.line("apart slope", r.d.subarray(1), r["apart.slope"].subarray(1), { hue: "red", ...thin, width: 1.1 });
    left.text("name together", 1.58, 0.22, "together", { anchor: "end", hue: "blue", box: true });
    left.text("name apart", 0.05, 0.68, "apart", { hue: "ink-red", box: true });
    left.text("name slope", 0.62, 1.1, "slope", { anchor: "end", hue: "blue", box: true });
    left.text("name other slope", 0.45, -0.86, "slope", { hue: "ink-red", box: true });
    middle.line("plain", r.d, r.plain, { hue: "orange", width: 1.4 });
    middle.line("plain slope", r.d, r["plain.slope"], { hue: "orange", ...thin, width: 1.1 });
    middle.line("squared", r.d, r.squared, { hue: "green", width: 2.2 });
    middle.line("squared slope", r.d, r["squared.slope"], { hue: "green", ...thin });
    middle.text("name plain", 1.58, 0.55, "plain", { anchor: "end", hue: "ink-orange", box: true });
    middle.text("name squared", 0.7, 2.7, "squared, *slope* dashed", { anchor: "middle", hue: "ink-green", box: true });
    right.line("positive", [0.5, 0.5], [0, 4], { hue: "reference", width: 0.9, dash: "6 4" });
    right.text("name positive", 0.44, 3.75, "positive", { anchor: "end", box: true });
    [["a", "black", "black", ""], ["b", "blue", "blue", "9 3"], ["c", "red", "ink-red", ""]].forEach(([key, hue, ink, dash]) => {
      right.line(key, r.s, r["push." + key], { hue, width: 2, dash });
    });
  },
  says(r, s) {
    const at = (key, k) => number(r["push." + key][k], 2);
    return `Pairs of the other class are left alone from a distance of ${number(s.margin)} on. A negative as similar as the positive is pushed with ` +
      `${at("a", 150)} (*τ* = ${number(s.tau_a)}), ${at("b", 150)} (*τ* = ${number(s.tau_b)}) and ${at("c", 150)} (*τ* = ${number(s.tau_c)}), ` +
      `one at 0 with ${at("a", 100)}, ${at("b", 100)} and ${at("c", 100)}.`;
  },
});
