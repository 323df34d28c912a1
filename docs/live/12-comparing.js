// 12-comparing.js: the live figures of chapter 12.

import { mount, number } from "./figure.js";
import algoperf from "live/algoperf.wasm";
import intervals from "live/intervals.wasm";
import liar from "live/liar.wasm";

const few = (v) => number(v, 2);
// Vertical bars, as one curve with gaps.
const bars = (xs, low, high) => [xs.flatMap((x) => [x, x, NaN]), xs.flatMap((_, i) => [low[i], high[i], NaN])];
const seeds = Array.from({ length: 60 }, (_, k) => k + 1);

mount(liar, {
  name: "liar",
  tries: "Look for a seed that says the opposite. Then lower the target to 0.2: who is quicker now?",
  settings: { seed: { label: "seed, left", min: 1, max: 60, step: 1 }, target: { label: "target", min: 0.18, max: 1, step: 0.01, digits: 2 } },
  rows: [{ height: 290, panels: [
    { x: { range: [0, 120], ticks: [0, 40, 80, 120], label: "step" }, y: { range: [0.18, 3.3], log: true, ticks: [0.2, 0.5, 1, 2], format: String, label: "cost" }, labelSpace: 38 },
    { x: { range: [20, 110], ticks: [20, 50, 80, 110], label: "steps of RMSProp" }, y: { range: [20, 110], ticks: [20, 50, 80, 110], label: "steps of AdaGrad" }, labelSpace: 38 }] }],
  draw([left, right], r, s) {
    const a = r["steps.adagrad"], b = r["steps.rmsprop"], i = s.seed - 1;
    const reached = [...a, ...b].filter(Number.isFinite);
    // As printed, if all are there.
    const some = Math.max(...reached) > 110 || Math.min(...reached) < 20;
    const axis = some ? { range: [0, 200], ticks: [0, 50, 100, 150, 200] } : { range: [20, 110], ticks: [20, 50, 80, 110] };
    left.scales(some ? { range: [0, 200], ticks: [0, 50, 100, 150, 200], label: "step" } : left.spec.x, left.spec.y);
    right.scales({ ...axis, label: "steps of RMSProp" }, { ...axis, label: "steps of AdaGrad" });
    left.line("target", [0, 200], [s.target, s.target], { hue: "reference", width: 1, dash: "6 4" });
    left.line("rmsprop", r.step, r.rmsprop, { hue: "rmsprop", width: 2, points: "diamond", size: 2.4 });
    left.line("adagrad", r.step, r.adagrad, { hue: "adagrad", width: 2, points: "circle", size: 2.2 });
    [["rmsprop", b[i]], ["adagrad", a[i]]].forEach(([hue, at]) => {
      if (Number.isFinite(at)) left.line("time " + hue, [at, at], [0.18, s.target], { hue, width: 1.6 });
    });
    const end = left.x.domain()[1];
    [["rmsprop", "RMSProp", "ink-green", 2.4, "diamond"], ["adagrad", "AdaGrad", "ink-sky", 1.8, "circle"]].forEach(([hue, name, ink, y, points]) => {
      left.line("key " + hue, [0.42 * end, 0.5 * end, 0.58 * end], [y, y, y], { hue, points, size: 2.4 });
      left.text("name " + hue, 0.62 * end, y, name, { hue: ink });
    });
    left.text("name target", end, s.target, "target", { anchor: "end", dy: -10, box: true });
    right.line("equal", axis.range, axis.range, { hue: "reference", width: 1, dash: "6 4" });
    right.dots("pairs", b, a, { hue: "blue", size: 2.8, hollow: true });
    right.dots("shown", [b[i]], [a[i]], { hue: "red", size: 4 });
    const [from, to] = axis.range, inside = (share) => from + share * (to - from);
    right.text("name b", inside(0.03), inside(0.94), "RMSProp is quicker", { box: true });
    right.text("name a", inside(0.99), inside(0.05), "AdaGrad is quicker", { anchor: "end", box: true });
  },
  says(r, s) {
    const a = r["steps.adagrad"], b = r["steps.rmsprop"], i = s.seed - 1;
    const there = seeds.map((k) => k - 1).filter((k) => Number.isFinite(a[k]) && Number.isFinite(b[k]));
    const won = there.filter((k) => a[k] < b[k]).length;
    const lead = there.reduce((sum, k) => sum + b[k] - a[k], 0) / there.length;
    const one = (v) => (Number.isFinite(v) ? `${number(v, 2)} steps` : "more than 200 steps");
    const saves = (name, x, y) => `“${name} saves ${number(100 * (1 - x / y), 2)} %.”`;
    const claim = !Number.isFinite(a[i] + b[i]) || a[i] === b[i] ? "" : a[i] < b[i] ? saves("AdaGrad", a[i], b[i]) : saves("RMSProp", b[i], a[i]);
    return `With seed ${s.seed} AdaGrad takes ${one(a[i])}, RMSProp ${one(b[i])}. ${claim} Of the ${there.length} seeds with which both come to ` +
      `${number(s.target)}, AdaGrad is quicker on ${won}; ${lead > 0 ? "its" : "RMSProp’s"} mean lead is ${few(Math.abs(lead))} steps.`;
  },
});

const printed = [5, 10, 20, 40, 60];

mount(intervals, {
  name: "intervals",
  tries: "Set one seed: each is sure of itself. How many does it take until no interval reaches 0? And with the target 0.2?",
  settings: {
    number: { label: "seeds *n*", min: 1, max: 60, step: 1 }, first: { label: "the first of them", min: 1, max: 60, step: 1 },
    level: { label: "level", min: 0.5, max: 0.99, step: 0.01, digits: 2, format: (v) => `${Math.round(100 * v)} %` },
    target: { label: "target", min: 0.18, max: 0.5, step: 0.01, digits: 2 },
  },
  moving: { drawn: 250 },
  rows: [{ height: 290, panels: [
    { x: { range: [3.5, 90], log: true, ticks: printed, format: String, label: "seeds" }, y: { range: [-26, 12], ticks: [-20, -10, 0, 10], label: "difference in steps" }, labelSpace: 38 },
    { x: { range: [0, 61], ticks: [1, 20, 40, 60], label: "first of *n* seeds" }, y: { range: [-26, 12], ticks: [-20, -10, 0, 10], label: "difference in steps" }, labelSpace: 38 }] }],
  draw([left, right], r, s) {
    const lowest = Math.min(-26, ...r["low.single"], ...r["from.low"]), highest = Math.max(12, ...r["high.single"], ...r["from.high"]);
    // As printed, if it is enough.
    const y = lowest < -26 || highest > 12 ? { range: [1.05 * lowest, 1.05 * highest], label: "difference in steps" } : left.spec.y;
    left.scales(left.spec.x, y);
    right.scales(right.spec.x, y);
    const drawn = printed.includes(s.number) ? printed : [...printed, s.number];
    const aside = (share) => drawn.map((n) => n * share);
    left.line("zero", [3.5, 90], [0, 0], { hue: "reference", width: 1, dash: "6 4" });
    left.line("at", [s.number, s.number], y.range, { hue: "line", width: 1 });
    left.line("pairs", ...bars(aside(0.97), r.low, r.high), { hue: "blue", width: 2.4 });
    left.dots("pairs middle", aside(0.97), r.middle.subarray(0, drawn.length), { hue: "blue", size: 3.2 });
    left.line("single", ...bars(aside(1.03), r["low.single"], r["high.single"]), { hue: "red", width: 1.4 });
    left.dots("single middle", aside(1.03), r.middle.subarray(0, drawn.length), { hue: "red", points: "square", size: 2.6, hollow: true });
    left.text("name pairs", 5.4, r.low[0], "with pairs", { hue: "blue", box: true });
    left.text("name single", 5.4, r["high.single"][0], "without", { hue: "ink-red", box: true });
    right.line("zero", [0, 61], [0, 0], { hue: "reference", width: 1, dash: "6 4" });
    const out = seeds.map((_, k) => r["from.low"][k] > 0 || r["from.high"][k] < 0);
    [[true, "blue", 2.2], [false, "grey", 1.2]].forEach(([is, hue, width]) => {
      const some = seeds.filter((_, k) => out[k] === is), at = (list) => some.map((k) => list[k - 1]);
      right.line("bars " + hue, ...bars(some, at(r["from.low"]), at(r["from.high"])), { hue, width });
      right.dots("middle " + hue, some, at(r["from.middle"]), { hue, size: 1.8 });
    });
    right.dots("chosen", [s.first], [r["from.middle"][s.first - 1]], { hue: "black", size: 4, hollow: true });
    right.text("name", 60, y.range[1], "with pairs", { hue: "blue", anchor: "end", dy: 6, box: true });
  },
  says(r, s) {
    const seen = (low, high) => seeds.filter((_, i) => low[i] > 0 || high[i] < 0).length;
    const wrong = seeds.filter((_, i) => r["from.low"][i] > 0).length;
    const at = printed.includes(s.number) ? printed.indexOf(s.number) : 5;
    return `With ${s.number} seed${s.number === 1 ? "" : "s"} from number ${s.first} on, AdaGrad’s steps less RMSProp’s are ${few(r.middle[at])}: ` +
      `between ${few(r.low[at])} and ${few(r.high[at])} with pairs, between ${few(r["low.single"][at])} and ${few(r["high.single"][at])} without. ` +
      `Of the 60 intervals in the second panel, ${seen(r["from.low"], r["from.high"])} leave out 0` +
      `${wrong ? `, ${wrong} of them on RMSProp’s side` : ""}; without pairs, ${seen(r["from.low.single"], r["from.high.single"])} would.`;
  },
});

const methods = ["Shampoo", "Schedule-Free AdamW", "Generalized Adam", "Cyclic LR", "NadamP", "baseline", "Amos", "CASPR", "LAWA queue", "LAWA EMA", "Prodigy"];
const workloads = ["click prediction (Criteo)", "MRI (fastMRI)", "images (ResNet)", "images (ViT)", "speech (Conformer)", "speech (DeepSpeech)", "molecules (OGBG)", "translation (WMT)"];
const places = methods.map((_, k) => k + 1);
const staircases = [["shampoo", "shampoo", "Shampoo", { width: 2 }, 0], ["free", "adamw", "Schedule-Free", { width: 2.2 }, 1],
  ["caspr", "lion", "CASPR", { width: 2, dash: "9 3" }, 7], ["baseline", "reference", "baseline", { width: 1.6, dash: "3 2" }, 5]];

mount(algoperf, {
  name: "algoperf",
  tries: "Leave out CASPR, number eight: who is first now? Take it in again, and let *τ*ₘₐₓ be 1.1.",
  settings: {
    tau: { label: "*τ*ₘₐₓ", min: 1.1, max: 4, step: 0.05, digits: 3 },
    without: { label: "method left out", choices: [[11, "none"], ...methods.map((name, k) => [k, name])] },
    apart: { label: "workload left out", choices: [[8, "none"], ...workloads.map((name, k) => [k, name])] },
  },
  moving: { drawn: 200 },
  rows: [{ height: 330, panels: [
    { grow: 0.9, x: { range: [1, 4], ticks: [1, 2, 3, 4], label: "*τ*" }, y: { range: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], label: "share of workloads" }, labelSpace: 42 },
    { x: { range: [0, 1], ticks: [0, 0.5, 1], label: "score" }, y: { range: [11.6, 0.4], ticks: places, format: (k) => methods[k - 1] }, margin: { left: 168 } }] }],
  draw([left, right], r, s) {
    left.line("tau", [s.tau, s.tau], [0, 1], { hue: "line", width: 1 });
    staircases.filter(([, , , , k]) => k !== s.without).forEach(([key, hue, name, style], i) => {
      left.line(key, r.tau, r[key], { hue, ...style });
      left.line("key " + key, [2.25, 2.55], [0.29 - 0.075 * i, 0.29 - 0.075 * i], { hue, ...style });
      left.text("name " + key, 2.62, 0.29 - 0.075 * i, name, { box: true });
    });
    // What is not as printed has the printed place beside it.
    const moved = s.tau !== 4 || s.without < 11 || s.apart < 8;
    if (moved) right.dots("printed", r.printed, places, { hue: "grey", size: 3.6, hollow: true });
    right.line("bounds", places.flatMap((_, k) => [r.low[k], r.high[k], NaN]), places.flatMap((k) => [k, k, NaN]), { hue: "blue", width: 1.8 });
    right.dots("score", r.score, places, { hue: "blue", size: 3.6 });
  },
  says(r, s) {
    const order = places.filter((k) => k - 1 !== s.without).sort((p, q) => r.score[q - 1] - r.score[p - 1]);
    const [first, second, third] = order.slice(0, 3).map((k) => `${methods[k - 1]} (${number(r.score[k - 1])})`);
    const by = order.slice(0, 8).map((k) => methods[k - 1]);
    return `With *τ*ₘₐₓ = ${number(s.tau)}${s.without < 11 ? ` and without ${methods[s.without]}` : ""}${s.apart < 8 ? `, ${workloads[s.apart]} left out` : ""}, ` +
      `the order is ${first}, ${second}, ${third}, then ${by.slice(3).join(", ")}. The first two change places in ${number(100 * r.turned[0], 2)} % of the resamples.`;
  },
});
