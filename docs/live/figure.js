// figure.js: puts a live figure in the place of a printed one.
//
//     mount(bytes, {
//       name: "valley",                 of src/live/valley.c, and of the figure: fig:valley
//       settings: { kappa: { label: "curvature *κ*", min: 2, max: 500, log: true }, … },
//       rows, margin,                   of panels: see plot.js
//       draw(panels, results, settings, plot),
//       says(results, settings),        what it shows, in words and numbers
//       tries: "Set …",                 what a reader may try
//       drag: { panels: [0], x: "x", y: "y" },      settings that are a point
//     });
//
// A setting has a slider, with `choices: [[value, text], …]` a list, with `check: true` a box. `step`
// is the distance of its values, `digits` how many of them count; `from: (results) => value` is what it
// shows while the figure itself chooses it, and `with` what else is set when it is moved; `keep: (results)
// => settings` is then taken over of what the figure chose. `moving` are settings for as long as a
// slider moves, where the whole would take too long. The state is in the address after "#live:"; a
// setting that is as printed is not.

import { Plot, plain } from "./plot.js";
import { instantiate } from "./module.js";
import style from "./live.css";

const STEPS = 240;

const make = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
};

// Text in which *x* is in italics.
const rich = (text) => text.split("*").map((part, i) => (i % 2 ? make("i", {}, part) : part));

// Three digits or so, as a reader would write them.
export function number(v, digits = 3) {
  if (Number.isNaN(v)) return "none";
  if (!Number.isFinite(v)) return v > 0 ? "∞" : "−∞";
  const size = Math.abs(v);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) {
    const [mantissa, exponent] = v.toExponential(digits - 1).split("e");
    const raised = exponent.replace("+", "").replace(/./g, (c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c]));
    return plain(mantissa.replace(/\.?0+$/, "")) + " · 10" + raised;
  }
  return plain(+v.toPrecision(digits));
}

// What a slider's place means, and back.
class Scale {
  constructor(spec) {
    this.spec = spec;
    this.from = spec.log ? Math.log(spec.min) : spec.min;
    this.to = spec.log ? Math.log(spec.max) : spec.max;
    this.steps = spec.step ? Math.round((spec.max - spec.min) / spec.step) : STEPS;
  }

  value(place) {
    const v = this.from + (this.to - this.from) * place / this.steps;
    if (place >= this.steps) return this.spec.max;
    if (place <= 0) return this.spec.min;
    return +(this.spec.log ? Math.exp(v) : v).toPrecision(this.spec.digits || 3);
  }

  place(value) {
    const v = this.spec.log ? Math.log(value) : value;
    return Math.round((v - this.from) / (this.to - this.from) * this.steps);
  }
}

class Figure {
  constructor(bytes, spec, place) {
    this.spec = spec;
    this.place = place;
    this.module = instantiate(bytes);
    this.settings = { ...this.module.defaults };
    this.build();
    new ResizeObserver(() => this.resize()).observe(this.box);
    this.restore();
    this.resize();
    addEventListener("hashchange", () => this.restore());
  }

  build() {
    const { spec, place } = this;
    const image = place.querySelector("img, svg");
    this.svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    this.svg.setAttribute("role", "img");
    this.svg.setAttribute("aria-label", image.getAttribute("alt") || image.getAttribute("aria-label"));
    this.plot = new Plot(spec, this.svg);
    this.says = make("p", { class: "live-says", "aria-live": "polite" });
    this.link = make("a", { class: "live-link" }, "Link to these settings");
    const reset = make("button", { type: "button", class: "live-reset" }, "Reset");
    reset.addEventListener("click", () => this.set(this.module.defaults));
    this.controls = {};
    const rows = Object.keys(spec.settings).map((key) => this.control(key, spec.settings[key]));
    this.box = make("div", { class: "live", role: "group", "aria-label": "Live figure" }, this.svg,
      make("div", { class: "live-controls" }, ...rows), this.says,
      ...(spec.tries ? [make("p", { class: "live-tries" }, ...rich(spec.tries))] : []), make("p", { class: "live-acts" }, reset, this.link));
    this.box.results = () => this.results; // for tests
    place.classList.add("is-live");
    place.querySelector("figcaption").before(this.box);
    if (spec.drag) this.draggable();
  }

  control(key, setting) {
    const id = `live-${this.spec.name}-${key}`;
    if (setting.choices) return this.list(key, setting, id);
    if (setting.check) return this.checkbox(key, setting, id);
    const scale = new Scale(setting);
    const input = make("input", { type: "range", id, min: 0, max: scale.steps, step: 1 });
    const shown = make("output", { for: id });
    input.addEventListener("input", () => this.move({ ...setting.with, [key]: scale.value(+input.value) }));
    this.controls[key] = (value) => {
      const text = (setting.format || number)(value);
      input.value = scale.place(value);
      input.setAttribute("aria-valuetext", text);
      shown.textContent = text;
    };
    return make("div", { class: "live-slider" }, this.label(setting, id), input, shown);
  }

  list(key, setting, id) {
    const select = make("select", { id }, ...setting.choices.map(([value, text]) => make("option", { value }, text)));
    select.addEventListener("change", () => this.set({ [key]: +select.value }));
    this.controls[key] = (value) => { select.value = value; };
    return make("div", { class: "live-slider" }, this.label(setting, id), select);
  }

  checkbox(key, setting, id) {
    const box = make("input", { type: "checkbox", id });
    box.addEventListener("change", () => this.set({ ...this.chosen(), [key]: +box.checked }));
    this.controls[key] = (value) => { box.checked = value !== 0; };
    return make("div", { class: "live-check" }, box, this.label(setting, id));
  }

  // The name of a setting, after the color of its curve if it has one.
  label(setting, id) {
    const name = make("label", { for: id }, ...rich(setting.label));
    if (setting.hue) {
      name.className = "live-key";
      name.style.setProperty("--key", `var(--${setting.hue})`);
    }
    return name;
  }

  // A point that follows the pointer; sliders do the same from the keyboard.
  draggable() {
    const { x, y, panels } = this.spec.drag;
    const bound = (key, v) => Math.min(this.spec.settings[key].max, Math.max(this.spec.settings[key].min, +v.toPrecision(3)));
    const move = (event) => {
      const matrix = this.svg.getScreenCTM().inverse();
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
      const panel = this.plot.panels[this.dragged];
      this.move({ [x]: bound(x, panel.x.invert(at.x)), [y]: bound(y, panel.y.invert(at.y)) });
    };
    this.svg.addEventListener("pointerdown", (event) => {
      const handle = event.target.closest(".live-handle");
      if (!handle) return;
      event.preventDefault();
      this.dragged = +handle.dataset.panel;
      this.svg.setPointerCapture(event.pointerId);
      this.svg.addEventListener("pointermove", move);
    });
    const end = () => this.svg.removeEventListener("pointermove", move);
    this.svg.addEventListener("pointerup", end);
    this.svg.addEventListener("pointercancel", end);
    this.handles = () => panels.forEach((k) => {
      const panel = this.plot.panels[k];
      panel.element("handle", "circle", { class: "live-handle", "data-panel": k, r: 9,
        cx: panel.x(this.settings[x]).toFixed(1), cy: panel.y(this.settings[y]).toFixed(1) }, panel.over);
    });
  }

  // What the figure chose for settings that it chooses.
  chosen() {
    return this.spec.keep && this.settings.tuned ? this.spec.keep(this.results) : {};
  }

  set(values) {
    Object.assign(this.settings, values);
    this.draw();
  }

  // What is said changes with each frame; who listens hears it when the slider rests.
  move(values) {
    Object.assign(this.settings, "tuned" in values ? this.chosen() : {}, values);
    this.says.setAttribute("aria-busy", "true");
    this.draw(this.spec.moving);
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      if (this.spec.moving) this.draw();
      this.says.removeAttribute("aria-busy");
    }, 300);
  }

  draw(instead = {}) {
    const { spec, settings, plot } = this;
    const results = this.results = this.module.run({ ...settings, ...instead });
    spec.draw(plot.panels, results, settings, plot);
    if (this.handles) this.handles();
    plot.sweep();
    for (const key in this.controls) {
      const { from } = spec.settings[key];
      this.controls[key](from ? from(results) : settings[key]);
    }
    this.says.replaceChildren(...rich(spec.says(results, settings)));
    this.link.href = this.address();
  }

  resize() {
    if (this.plot.layout(this.box.clientWidth)) this.draw();
  }

  address() {
    const { defaults } = this.module;
    const changed = Object.keys(defaults).filter((key) => this.settings[key] !== defaults[key]);
    return `#live:${this.spec.name}` + changed.map((key) => `&${key}=${this.settings[key]}`).join("");
  }

  // The settings of an address that is ours; anything else in it counts as not written.
  restore() {
    const [name, ...parts] = decodeURIComponent(location.hash).split("&");
    if (name !== `#live:${this.spec.name}`) return;
    const values = { ...this.module.defaults };
    for (const part of parts) {
      const [key, text] = part.split("=");
      const value = Number(text);
      if (!Object.hasOwn(this.spec.settings, key) || !text || !Number.isFinite(value)) continue;
      const setting = this.spec.settings[key];
      if (setting.choices) {
        if (setting.choices.some(([choice]) => choice === value)) values[key] = value;
        continue;
      }
      const { min, max, step } = setting.check ? { min: 0, max: 1, step: 1 } : setting;
      const inside = Math.min(max, Math.max(min, value));
      values[key] = step >= 1 ? Math.round(inside) : inside;
    }
    Object.assign(this.settings, values);
    if (this.plot.panels.length) this.draw();
    this.place.scrollIntoView();
  }
}

// Without the figure, or if something goes wrong, the printed one stays.
export function mount(bytes, spec) {
  const place = document.getElementById(`fig:${spec.name}`);
  if (!place) return;
  if (!document.getElementById("live-style")) document.head.append(make("style", { id: "live-style" }, style));
  try {
    new Figure(bytes, spec, place);
  } catch (error) {
    place.classList.remove("is-live");
    place.querySelector(".live")?.remove();
    console.error(`the live figure ${spec.name}:`, error);
  }
}
