// colors.js: colors of maps, and short lists of numbers.

// From dark to light, as in the printed figures: the lightness grows evenly.
const ramp = [[0x00, 0x22, 0x4e], [0x41, 0x4d, 0x6b], [0x7c, 0x7b, 0x78], [0xbc, 0xaf, 0x6f], [0xfe, 0xe8, 0x38]];

export function shade(share) {
  const at = Math.min(1, Math.max(0, share)) * (ramp.length - 1), k = Math.min(ramp.length - 2, Math.floor(at));
  return ramp[k].map((v, i) => Math.round(v + (ramp[k + 1][i] - v) * (at - k)));
}

// Cells kept column by column from the bottom, in a scale of equal ratios; 0 is no color.
export function mapColors(values, columns, rows, low, high) {
  const rgb = new Array(3 * columns * rows);
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < rows; j++) {
      const v = values[i * rows + j];
      const color = v > 0 ? shade(Math.log(v / low) / Math.log(high / low)) : [-1, 0, 0];
      color.forEach((c, k) => { rgb[3 * ((rows - 1 - j) * columns + i) + k] = c; });
    }
  }
  return rgb;
}

// f at 0, 1/n, … 1.
export const steps = (n, f) => Array.from({ length: n + 1 }, (_, i) => f(i / n));
