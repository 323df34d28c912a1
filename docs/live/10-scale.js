// 10-scale.js: the live figures of chapter 10.

import { power } from "./plot.js";
import { mount, number } from "./figure.js";
import formats from "live/formats.wasm";
import zero from "live/zero.wasm";

const short = (v) => (v >= 0.01 && v <= 100 ? String(v) : power(v));
const powerOfTwo = (k) => `2${String(k).replace(/./g, (c) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[c])}`;

mount(formats, {
  name: "formats",
  tries: "Double *S* until fp16 keeps a number of size 10⁻⁸. Which sizes become infinite then?",
  settings: {
    doublings: { label: "loss scale *S*", min: 0, max: 24, step: 1, format: powerOfTwo },
    at: { label: "say it at size", min: -10, max: 7, step: 1, format: (v) => power(10 ** v) },
  },
  moving: { drawn: 100 },
  rows: [{ height: 300, panels: [{
    x: { range: [1e-10, 1e8], log: true, ticks: [1e-10, 1e-6, 0.01, 100, 1e6], format: short, label: "size of the number" },
    y: { range: [1e-4, 2], log: true, ticks: [1e-4, 1e-3, 0.01, 0.1, 1], format: (v) => String(v), label: "mean relative error" }, labelSpace: 52, margin: { left: 66 } }] }],
  draw([panel], r, s) {
    panel.line("at", [10 ** s.at, 10 ** s.at], [1e-4, 2], { hue: "line", width: 1 });
    panel.line("fp16", r.size, r.fp16, { hue: "red", width: 2.2 });
    panel.line("bf16", r.size, r.bf16, { hue: "blue", width: 2, dash: "9 3" });
    // Where fp16 ends, and in the middle of where it is level.
    const end = 65504 / 2 ** s.doublings;
    panel.text("name fp16", 0.02 * Math.sqrt(end / 65504), 3.2e-4, "fp16", { hue: "ink-red", box: true });
    panel.text("name bf16", 0.02, 2.8e-3, "bf16", { hue: "blue", box: true });
    panel.text("infinite", 1.8 * end, 2e-4, "infinite", { hue: "ink-red" });
  },
  says(r, s) {
    const error = (v) => (Number.isNaN(v) ? "makes it infinite" : v > 0.999 ? "makes it 0" : `errs by ${number(100 * v, 2)} %`);
    const scale = 2 ** s.doublings;
    return `With *S* = ${number(scale, 8)}, fp16 reaches from ${number(2 ** -24 / scale, 2)} to ${number(65504 / scale)}. ` +
      `At size ${power(10 ** s.at)} fp16 ${error(r.said[0])}, bf16 ${error(r.said[1])}.`;
  },
});

const stages = [["black", "black", { width: 1.2, points: "circle", hollow: true }], ["blue", "blue", { width: 2, dash: "9 3", points: "square" }],
  ["orange", "ink-orange", { width: 2.2, dash: "3 2", points: "triangle" }], ["red", "ink-red", { width: 2.2, points: "circle" }]];

mount(zero, {
  name: "zero",
  tries: "Set 2, 2 and 12, the bytes of Adam in mixed precision. Which stage gains most from the second process?",
  settings: {
    parameter: { label: "for the parameters", min: 0, max: 4, step: 1 }, gradient: { label: "for the gradients", min: 0, max: 4, step: 1 },
    state: { label: "for the state", min: 0, max: 12, step: 1 },
    doublings: { label: "processes, at most", min: 1, max: 10, step: 1, format: (k) => String(2 ** k) },
  },
  rows: [{ height: 300, panels: [
    { x: { range: [0.9, 11], log: true, ticks: [1, 2, 4, 8], format: String, label: "processes" }, y: { range: [0, 4.5], label: "kept a parameter" }, labelSpace: 32 },
    { x: { range: [0.9, 11], log: true, ticks: [1, 2, 4, 8], format: String, label: "processes" }, y: { range: [0, 3], label: "sent a parameter" }, labelSpace: 32 }] }],
  draw([left, right], r, s) {
    const count = s.doublings + 1, most = 2 ** s.doublings;
    const every = s.doublings > 5 ? 2 : 1;
    const ticks = Array.from({ length: count }, (_, k) => 2 ** k).filter((_, k) => k % every === 0);
    const x = { range: [0.9, 1.4 * most], log: true, ticks, format: String, label: "processes" };
    const highest = (values) => Math.max(1, ...values.map((v) => Math.max(...v.subarray(0, count))));
    const kept = highest(stages.map((_, k) => r["kept." + k])), sent = highest([r["sent.0"], r["sent.3"]]);
    left.scales(x, { range: [0, 1.12 * kept], label: "kept a parameter" });
    right.scales(x, { range: [0, 1.15 * sent], label: "sent a parameter" });
    const taken = [];
    stages.forEach(([hue, ink, style], k) => {
      const y = r["kept." + k];
      left.line("stage " + k, r.processes.subarray(0, count), y.subarray(0, count), { hue, size: 3, ...style });
      if (taken.some((v) => Math.abs(v - y[count - 1]) < 0.06 * kept)) return;
      taken.push(y[count - 1]);
      left.text("name " + k, most, y[count - 1], k ? String(k) : "stage 0", { hue: ink, dx: k ? 8 : -4, dy: k ? 0 : -12, anchor: k ? "start" : "end" });
    });
    [0, 3].forEach((k) => {
      const [hue, ink, style] = stages[k], y = r["sent." + k];
      right.line("stage " + k, r.processes.subarray(0, count), y.subarray(0, count), { hue, size: 3, ...style });
      if (k === 3 && Math.abs(y[count - 1] - r["sent.0"][count - 1]) < 0.06 * sent) return;
      right.text("name " + k, most, y[count - 1], k ? "stage 3" : "stages 0, 1, 2", { hue: ink, anchor: "end", dx: -4, dy: k ? -12 : 38 });
    });
  },
  says(r, s) {
    const k = s.doublings, all = r["kept.0"][k];
    if (!all) return "Nothing is kept, and nothing is sent.";
    const part = (stage) => `${number(r["kept." + stage][k])} (${number(all / r["kept." + stage][k])} times less)`;
    return `With ${2 ** k} processes each keeps ${number(all)} a parameter in stage 0, ${part(1)} in stage 1, ${part(2)} in stage 2 and ` +
      `${part(3)} in stage 3. It sends ${number(r["sent.0"][k])}, in stage 3 ${number(r["sent.3"][k])}.`;
  },
});
