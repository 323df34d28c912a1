// plot.js: panels with axes, curves and points in the manner of docs/style.gp, as SVG.
//
// Colors are the site's (docs/colors.css), so that a figure follows the theme without being drawn
// again. What a figure draws has a key: an element with the same key is changed, one whose key is
// not drawn any more is removed.

import { scaleLinear, scaleLog } from "d3-scale";
import { line as d3line, symbol, symbolDiamond, symbolSquare, symbolTimes, symbolTriangle } from "d3-shape";

const SVG = "http://www.w3.org/2000/svg";
const shapes = { square: symbolSquare, triangle: symbolTriangle, diamond: symbolDiamond, times: symbolTimes };

// The path of one mark, moved. Where d3's symbols have absolute coordinates, they are pairs.
const moved = (path, dx, dy) => path.replace(/([ML])([^A-Za-z,]+),([^A-Za-z]+)/g,
  (_, letter, x, y) => `${letter}${(+x + dx).toFixed(1)},${(+y + dy).toFixed(1)}`);

const disc = (r, x, y) => `M${x.toFixed(1)},${y.toFixed(1)}m${-r},0a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`;

export const color = (hue) => (hue ? `var(--${hue})` : "var(--text)");

function element(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  if (parent) parent.append(made);
  return made;
}

function change(made, attributes) {
  for (const key in attributes) {
    const value = String(attributes[key]);
    if (made.getAttribute(key) !== value) made.setAttribute(key, value);
  }
}

// Sets text in which *x* is in italics and _0_ an index.
function setRich(made, text) {
  if (made.dataset.text === text) return;
  made.dataset.text = text;
  made.replaceChildren();
  text.split(/(\*[^*]+\*|_[^_]+_)/).forEach((part) => {
    if (!part) return;
    const span = element("tspan", {}, made);
    const kind = part.length > 2 && part.at(0) === part.at(-1) ? part.at(0) : "";
    if (kind === "*") span.setAttribute("font-style", "italic");
    if (kind === "_") { span.setAttribute("baseline-shift", "sub"); span.setAttribute("font-size", "70%"); }
    span.textContent = kind === "*" || kind === "_" ? part.slice(1, -1) : part;
  });
}

const raised = { "-": "⁻", 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" };
export const power = (v) => "10" + String(Math.round(Math.log10(v))).replace(/./g, (c) => raised[c]);
export const plain = (v) => String(v).replace("-", "−");

// A panel: `at` is its place in the drawing, `spec` says
//
//     x, y      { range: [from, to], log, ticks: [values], format: value → text, label }
class Panel {
  constructor(spec, at, parent, id) {
    this.spec = spec;
    this.at = at;
    this.drawn = new Map();
    this.frame = element("g", {}, parent);
    const clip = element("clipPath", { id }, parent);
    element("rect", { x: at.left, y: at.top - 3, width: at.right - at.left + 3, height: at.bottom - at.top + 6 }, clip);
    this.body = element("g", { "clip-path": `url(#${id})` }, parent);
    this.over = element("g", {}, parent);
    this.scales(spec.x, spec.y);
  }

  // The axes; a figure whose ranges follow its settings calls this again.
  scales(x, y) {
    const key = JSON.stringify([x, y]);
    if (key === this.axes) return;
    this.axes = key;
    const { left, right, top, bottom } = this.at;
    this.x = (x.log ? scaleLog() : scaleLinear()).domain(x.range).range([left, right]);
    this.y = (y.log ? scaleLog() : scaleLinear()).domain(y.range).range([bottom, top]);
    this.frame.replaceChildren();
    element("path", { d: `M${left},${top}V${bottom}H${right}`, class: "live-axis" }, this.frame);
    const tick = (axis, spec, v) => {
      const place = axis === "x" ? this.x(v) : this.y(v);
      const end = axis === "x" ? `M${place},${bottom}v5` : `M${left},${place}h-5`;
      element("path", { d: end, class: "live-axis" }, this.frame);
      const text = spec.format === null ? "" : (spec.format || (spec.log ? power : plain))(v);
      const at = axis === "x" ? { x: place, y: bottom + 19, "text-anchor": "middle" }
        : { x: left - 8, y: place + 4.5, "text-anchor": "end" };
      setRich(element("text", at, this.frame), text);
    };
    (x.ticks || this.x.ticks(5)).forEach((v) => tick("x", x, v));
    (y.ticks || this.y.ticks(5)).forEach((v) => tick("y", y, v));
    if (x.label) {
      setRich(element("text", { x: (left + right) / 2, y: bottom + 38, "text-anchor": "middle" }, this.frame), x.label);
    }
    if (y.label) {
      const across = left - (this.spec.labelSpace || 44);
      setRich(element("text", { transform: `translate(${across},${(top + bottom) / 2}) rotate(-90)`, "text-anchor": "middle" },
        this.frame), y.label);
    }
    if (this.spec.title) {
      setRich(element("text", { x: (left + right) / 2, y: top - 8, "text-anchor": "middle" }, this.frame), this.spec.title);
    }
  }

  element(key, name, attributes, layer = this.body) {
    let made = this.drawn.get(key);
    if (!made) {
      made = element(name, {}, layer);
      this.drawn.set(key, made);
    }
    made.kept = true;
    change(made, attributes);
    return made;
  }

  sweep() {
    for (const [key, made] of this.drawn) {
      if (!made.kept) {
        made.remove();
        this.drawn.delete(key);
      }
      made.kept = false;
    }
  }

  // A curve, with marks on its points if `points` names a shape. Points outside are cut off, gaps are
  // where a number is none. `every`: marks only one in so many.
  line(key, xs, ys, { hue, width = 2, dash = "", points = "", size = 3, opacity = 1, every = 1, hollow = false } = {}) {
    const { left, right, top, bottom } = this.at;
    const px = new Array(xs.length), py = new Array(xs.length), good = new Array(xs.length);
    for (let i = 0; i < xs.length; i++) {
      px[i] = this.x(xs[i]);
      // Far outside is far enough: browsers draw long lines inexactly.
      py[i] = Math.max(top - 2000, Math.min(bottom + 2000, this.y(ys[i])));
      px[i] = Math.max(left - 2000, Math.min(right + 2000, px[i]));
      good[i] = Number.isFinite(px[i]) && Number.isFinite(py[i]) && Number.isFinite(ys[i]);
    }
    const index = Array.from(xs, (_, i) => i);
    if (width) {
      const d = d3line((i) => px[i], (i) => py[i]).defined((i) => good[i]).digits(2)(index) || "";
      this.element(key, "path", { d, fill: "none", style: `stroke:${color(hue)}`, "stroke-width": width,
        "stroke-dasharray": dash, "stroke-linejoin": "round", opacity });
    }
    if (points) this.marks(key, index.filter((i) => good[i] && i % every === 0), px, py, { hue, points, size, opacity, hollow });
  }

  marks(key, index, px, py, { hue, points, size, opacity, hollow }) {
    const one = points === "circle" ? "" : symbol(shapes[points], size * size * 3).digits(2)();
    const d = index.map((i) => (one ? moved(one, px[i], py[i]) : disc(size, px[i], py[i]))).join("");
    const style = hollow || points === "times" ? `fill:none;stroke:${color(hue)};stroke-width:${hollow ? 1.2 : 2}`
      : `fill:${color(hue)}`;
    this.element(key + " points", "path", { d, style, opacity });
  }

  dots(key, xs, ys, options = {}) {
    this.line(key, xs, ys, { points: "circle", size: 2.5, ...options, width: 0 });
  }

  // A closed curve in the coordinates of the panel, filled or not.
  shape(key, path, { hue, width = 1, fill = "none", dash = "" }) {
    this.element(key, "path", { d: path, fill, style: `stroke:${color(hue)}`, "stroke-width": width, "stroke-dasharray": dash });
  }

  // `box`: on the color of the ground, so that it can be read on curves.
  text(key, x, y, text, { hue, anchor = "start", box = false, rotate = 0, dx = 0, dy = 0 } = {}) {
    const px = (this.x(x) + dx).toFixed(1), py = (this.y(y) + dy + 5).toFixed(1);
    const made = this.element(key, "text", { x: px, y: py, "text-anchor": anchor, class: box ? "live-boxed" : "",
      style: `fill:${color(hue)}`, transform: rotate ? `rotate(${rotate},${px},${py})` : "" }, this.over);
    setRich(made, text);
  }

  // Level curves of f at the given levels.
  contour(key, made, hue = "line") {
    this.element(key, "path", { d: made, fill: "none", style: `stroke:${color(hue)}`, "stroke-width": 0.8 });
  }

  // Cells of equal size from colors (rgb triples), rows from the top.
  image(key, columns, rows, rgb, signature) {
    const { left, right, top, bottom } = this.at;
    const made = this.element(key, "image", { x: left, y: top, width: right - left, height: bottom - top,
      preserveAspectRatio: "none", style: "image-rendering:pixelated" });
    if (made.signature === signature) return;
    made.signature = signature;
    const canvas = document.createElement("canvas");
    canvas.width = columns;
    canvas.height = rows;
    const context = canvas.getContext("2d"), data = context.createImageData(columns, rows);
    for (let i = 0; i < columns * rows; i++) data.data.set([...rgb.slice(3 * i, 3 * i + 3), rgb[3 * i] < 0 ? 0 : 255], 4 * i);
    context.putImageData(data, 0, 0);
    made.setAttribute("href", canvas.toDataURL());
  }
}

export const narrowest = 520;

// The drawing: panels in rows side by side, or one below the other where there is no room.
//
//     rows: [{ height, panels: [panel, …] }]      margin: { left, right, top, bottom } of each panel
//
// A panel may have a margin of its own, a share of the row (`grow`), and with `square` one scale for
// both of its axes, from which its height follows.
export class Plot {
  constructor(spec, svg) {
    this.spec = spec;
    this.svg = svg;
    this.panels = [];
  }

  // Lays the panels out for a width; returns whether anything had to be changed.
  layout(available) {
    const narrow = available < narrowest;
    const width = narrow ? Math.max(280, Math.round(available)) : 600;
    if (width === this.width) return false;
    this.width = width;
    this.narrow = narrow;
    this.svg.replaceChildren();
    this.panels = [];
    let top = 0;
    const place = (panels, height) => {
      const grow = panels.reduce((sum, panel) => sum + (panel.grow || 1), 0);
      let left = 0, lowest = 0;
      for (const panel of panels) {
        const share = width * (panel.grow || 1) / grow;
        const margin = { left: 58, right: 14, top: 10, bottom: 48, ...this.spec.margin, ...panel.margin,
          ...(narrow ? panel.narrowMargin : {}) };
        const at = { left: left + margin.left, right: left + share - margin.right, top: top + margin.top };
        at.bottom = top + height - margin.bottom;
        if (panel.square) {
          const unit = (at.right - at.left) / (panel.x.range[1] - panel.x.range[0]);
          at.bottom = at.top + unit * (panel.y.range[1] - panel.y.range[0]);
        }
        lowest = Math.max(lowest, at.bottom + margin.bottom);
        this.panels.push(new Panel(panel, at, this.svg, `live-${this.spec.name}-${this.panels.length}`));
        left += share;
      }
      top = lowest;
    };
    for (const row of this.spec.rows) {
      if (narrow) row.panels.forEach((panel) => place([panel], panel.narrowHeight || Math.min(row.height, 250)));
      else place(row.panels, row.height);
    }
    this.svg.setAttribute("viewBox", `0 0 ${width} ${Math.ceil(top)}`);
    return true;
  }

  sweep() {
    this.panels.forEach((panel) => panel.sweep());
  }
}
