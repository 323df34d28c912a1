// 04-variance-reduction.js: the live figures of chapter 4.

import { mount, number } from "./figure.js";
import passes from "live/passes.wasm";
import variance from "live/variance.wasm";
import tumors from "figures/04-variance-reduction/tumors.dat";

const style = { gd: { hue: "gd", width: 1.4 }, sgd: { hue: "sgd", width: 1.6, dash: "1.5 1.5" }, sag: { hue: "sag", width: 2 },
  saga: { hue: "saga", width: 2, dash: "9 3" }, svrg: { hue: "svrg", width: 2.2, dash: "3 2" } };
const ink = { gd: "black", sgd: "ink-grey", sag: "ink-orange", saga: "blue", svrg: "ink-pink" };
const names = { gd: "GD", sgd: "SGD", sag: "SAG", saga: "SAGA", svrg: "SVRG" };

// The other panel is as printed: 569 samples take longer than a frame.
const rows = tumors.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split(" ").map(Number));
const printed = Object.fromEntries(Object.keys(style).map((key, k) => [key, rows.map((row) => row[k + 1])]));

const fraction = (p) => (p < 0 ? `1/${2 ** -p}` : String(2 ** p));
const powers = Object.fromEntries(Object.keys(style).map((key) => [key,
  { label: `*ηL*, ${names[key]}`, min: -8, max: key === "gd" ? 5 : 3, step: 1, format: fraction }]));

mount(passes, {
  name: "passes",
  tries: "Move *ηL* of SGD: its floor about doubles with the step.",
  settings: { ...powers, l2: { label: "penalty *λ*", choices: [[0.01, "0.01"], [0.1, "0.1"], [1, "1"]] } },
  moving: { seeds: 1 },
  rows: [{ height: 280, panels: [
    { title: "200 samples, 10 parameters", margin: { top: 26, right: 40 }, x: { range: [0, 40], ticks: [0, 10, 20, 30, 40], label: "passes" },
      y: { range: [1e-14, 1], log: true, ticks: [1e-12, 1e-9, 1e-6, 1e-3, 1], label: "*f* − *f* *" } },
    { title: "tumors, as printed", margin: { top: 26, right: 40 }, x: { range: [0, 250], ticks: [0, 50, 100, 150, 200, 250], label: "passes" },
      y: { range: [1e-14, 1], log: true, ticks: [1e-12, 1e-9, 1e-6, 1e-3, 1] } }] }],
  draw([left, right], r) {
    const pass = Array.from({ length: 41 }, (_, k) => k);
    for (const key in style) {
      left.line(key, pass, r[key], style[key]);
      right.line(key, rows.map((row) => row[0]), printed[key], style[key]);
    }
    // Names at the right end, or where a curve leaves below; never two on one place.
    const taken = [];
    for (const key in style) {
      const last = r[key].findLastIndex((v) => v > 1e-14);
      if (last < 0) continue;
      let dy = 0;
      const x = Math.min(40, last), y = Math.min(1, Math.max(1e-14, r[key][last]));
      while (taken.some(([u, v]) => Math.abs(u - left.x(x)) < 44 && Math.abs(v - (left.y(y) + dy)) < 15)) dy -= 15;
      taken.push([left.x(x), left.y(y) + dy]);
      left.text("name " + key, x, y, names[key], { hue: ink[key], dx: 4, dy: last < 40 ? dy - 12 : dy, box: true });
    }
    right.text("name gd", 252, 7e-5, "GD");
    right.text("name sgd", 252, 2.5e-3, "SGD", { hue: "ink-grey" });
    right.text("name sag", 85, 1e-11, "SAG", { hue: "ink-orange", anchor: "end" });
    right.text("name saga", 150, 6e-12, "SAGA", { hue: "blue" });
    right.text("name svrg", 205, 4e-7, "SVRG", { hue: "ink-pink" });
  },
  says: (r) => "Left, the gap after 20 passes: " + Object.keys(style).map((key) =>
    `${names[key]} ${Number.isNaN(r[key][20]) ? "is lost" : number(r[key][20], 2)}`).join(", ") +
    `. SGD after 40: ${Number.isNaN(r.sgd[40]) ? "lost" : number(r.sgd[40], 2)}.`,
});

mount(variance, {
  name: "variance",
  tries: "Raise *ηL*: SAGA and SVRG get worse, SGD hardly changes.",
  settings: { step: { label: "*ηL*", min: 0.02, max: 2, log: true, digits: 2 } },
  moving: { seeds: 1 },
  rows: [{ height: 280, panels: [
    { title: "estimate of the gradient", margin: { top: 26, right: 40 }, x: { range: [0, 30], ticks: [0, 10, 20, 30], label: "passes" },
      y: { range: [1e-16, 10], log: true, ticks: [1e-16, 1e-12, 1e-8, 1e-4, 1], label: "mean squared error" }, labelSpace: 46 },
    { title: "averaged (lines) and true (points)", margin: { top: 26, right: 14 }, x: { range: [0, 30], ticks: [0, 10, 20, 30], label: "passes" },
      y: { range: [1e-10, 10], log: true, ticks: [1e-10, 1e-8, 1e-6, 1e-4, 1e-2, 1], label: "norm" }, labelSpace: 46 }] }],
  draw([left, right], r) {
    const pass = Array.from({ length: 31 }, (_, k) => k + 1);
    ["sgd", "sag", "saga", "svrg"].forEach((key) => {
      left.line(key, pass, r[key], style[key]);
      const last = r[key].findLastIndex((v) => v > 1e-15);
      if (last > 0) left.text("name " + key, Math.min(30, last), r[key][Math.min(29, last)], names[key], { hue: ink[key], dx: 5, box: true });
    });
    right.line("sag", pass, r["sag.known"], style.sag);
    right.dots("sag true", pass, r["sag.true"], { hue: "sag", points: "square", size: 2.2 });
    right.line("sgd", pass, r["sgd.known"], style.sgd);
    right.dots("sgd true", pass, r["sgd.true"], { hue: "sgd", size: 2.2, hollow: true });
  },
  says: (r, s) => `With *η* = ${number(s.step)}/*L* the mean squared error after 30 passes: SGD ${number(r.sgd[29], 2)}, SAG ${number(r.sag[29], 2)}, ` +
    `SAGA ${number(r.saga[29], 2)}, SVRG ${number(r.svrg[29], 2)}. True norm of the gradient then: ` +
    `SAG ${number(r["sag.true"].at(-1), 2)}, SGD ${number(r["sgd.true"].at(-1), 2)}.`,
});
