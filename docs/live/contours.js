// contours.js: level curves of a function of two variables on a panel, as the path of an SVG element.

import { contours } from "d3-contour";

const columns = 90, rows = 60;

export function levelCurves(panel, f, levels) {
  const [x0, x1] = panel.x.domain(), [y0, y1] = panel.y.domain();
  const values = new Float64Array(columns * rows);
  for (let j = 0, k = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      values[k++] = f(x0 + (x1 - x0) * (i + 0.5) / columns, y0 + (y1 - y0) * (j + 0.5) / rows);
    }
  }
  const { left, right, top, bottom } = panel.at;
  const place = ([i, j]) => `${(left + (right - left) * i / columns).toFixed(1)},${(bottom - (bottom - top) * j / rows).toFixed(1)}`;
  // The edge of the grid is no level.
  const inside = ([i, j]) => i > 0 && j > 0 && i < columns && j < rows;
  const paths = [];
  for (const level of contours().size([columns, rows]).thresholds(levels)(values)) {
    for (const ring of level.coordinates.flat()) {
      let pen = false;
      for (const point of ring) {
        paths.push(inside(point) ? (pen ? "L" : "M") + place(point) : "");
        pen = inside(point);
      }
    }
  }
  return paths.join("");
}
