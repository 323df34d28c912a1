// 07-muon-shampoo.js: the live figures of chapter 7.

import { mount, number } from "./figure.js";
import spectra from "live/spectra.wasm";
import band from "live/band.wasm";

const count = Array.from({ length: 64 }, (_, k) => k + 1);

mount(spectra, {
  name: "spectra",
  tries: "Count how many are in the band after 1, 3, 5 and 10 steps.",
  settings: { steps: { label: "steps", min: 0, max: 10, step: 1 }, of: { label: "of", choices: [[0, "the momentum"], [1, "the gradient"]] } },
  rows: [{ height: 280, panels: [{ x: { range: [0, 64], ticks: [0, 8, 16, 24, 32, 40, 48, 56, 64], label: "number of the singular value" },
    y: { range: [1e-5, 5], log: true, ticks: [1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1], label: "singular value" } }] }],
  draw([panel], r, s) {
    panel.line("gradient", count, Array.from(r.gradient, (v) => v || NaN), { hue: "grey", width: 1.6, dash: "6 3" });
    panel.line("momentum", count, r.momentum, { hue: "blue", width: 2, dash: "12 3" });
    panel.line("after", count, Array.from(r.after, (v) => v || NaN), { hue: "muon", width: 2.2 });
    panel.text("name gradient", 18.5, 0.0003, "gradient / largest", { hue: "ink-grey", box: true });
    panel.text("name momentum", 36, 0.06, "momentum / largest", { hue: "blue", box: true });
    panel.text("name after", 36, 2.6, `${s.of ? "gradient" : "momentum"} after Newton–Schulz`, { hue: "ink-orange", anchor: "middle", box: true });
  },
  says: (r, s) => `After ${s.steps} step${s.steps === 1 ? "" : "s"}, ${r.within[0]} of 64 singular values lie between 0.68 and 1.21; the largest is ` +
    `${number(r.after[0])}, the 32nd ${number(r.after[31])}, the smallest ${number(r.after[63])}.`,
});

mount(band, {
  name: "band",
  tries: "Set *a* = 1.5, *b* = −0.5 and *c* = 0: this is the cubic iteration.",
  settings: { steps: { label: "steps", min: 1, max: 10, step: 1 }, a: { label: "*a*", min: 1.5, max: 4, step: 0.01 },
    b: { label: "*b*", min: -6, max: 0, step: 0.01 }, c: { label: "*c*", min: 0, max: 3, step: 0.01 } },
  rows: [{ height: 360, panels: [{ x: { range: [1e-4, 1], log: true, ticks: [1e-4, 1e-3, 1e-2, 0.1, 1], label: "singular value before" },
    y: { range: [0, 1.3], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2], label: "after" } }] }],
  draw([panel], r, s) {
    [0.68, 1.21].forEach((v, k) => {
      panel.line("border " + k, [1e-4, 1], [v, v], { hue: "reference", width: 0.9, dash: "6 4" });
      panel.text("border name " + k, 1.15e-4, v, String(v), { dy: -12 });
    });
    ["after.1", "after.2", "after.3"].forEach((key) => panel.line(key, r.before, r[key], { hue: "grey", width: 1.2 }));
    panel.line("cubic", r.before, r.cubic, { hue: "blue", width: 1.8, dash: "9 3" });
    panel.line("after", r.before, r.after, { hue: "muon", width: 2.2 });
    // A name stands where its curve comes up to a height.
    const at = (key, height) => r.before[r[key].findIndex((v) => v >= height)];
    [["after.1", "1 step", 0.13], ["after.2", "2", 0.23], ["after.3", "3", 0.23]].forEach(([key, name, height]) => {
      if (at(key, height)) panel.text("name " + key, at(key, height), height, name, { hue: "ink-grey", anchor: "end", dx: -8, box: true });
    });
    if (at("after", 0.5)) panel.text("name after", at("after", 0.5), 0.5, `${s.steps} steps`, { hue: "ink-orange", anchor: "end", dx: -10, box: true });
    if (at("cubic", 0.55)) panel.text("name cubic", at("cubic", 0.55), 0.55, `${s.steps} cubic steps`, { hue: "blue", dx: 8, box: true });
  },
  says: (r, s) => `${s.steps} steps take singular values from 0.003 to 1 to between ${number(r.band[0], 4)} and ${number(r.band[1], 4)}. ` +
    (Number.isNaN(r.lifted[0]) ? "Not all up to 1 come to ½ or more." : `From ${number(r.lifted[0], 2)} on all come to ½ or more.`) +
    ` A small one grows by *a* = ${number(s.a, 4)} each step.`,
});
