/* test_live.js: live figures, in node beside their programs, and in the browser. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chapters } from "./live_settings.js";
import { instantiate } from "../../docs/live/module.js";

const build = process.env.BUILD ?? "build";
const figures = Object.values(chapters).flatMap((chapter) => Object.keys(chapter));

/* What a program prints of some settings: {name: {printed, values}}. */
function program(kind, name, settings) {
  const given = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  const results = {};
  const text = execFileSync(`${build}/live/${kind}/${name}`, given, { maxBuffer: 1 << 28, encoding: "utf8", env: { ...process.env, OPENBLAS_NUM_THREADS: "1" } });
  for (const line of text.trim().split("\n")) {
    const [result, , value, printed] = line.split("\t");
    results[result] ??= { printed, values: [] };
    results[result].values.push(/nan/.test(value) ? NaN : /inf/.test(value) ? Math.sign(value.replace("inf", "1")) * Infinity : Number(value));
  }
  return results;
}

const load = (name) => instantiate(readFileSync(`${build}/live/${name}.wasm`));
const run = (module, settings) => module.run({ ...module.defaults, ...settings });

/* The settings at which a figure is compared: as printed, and others. */
const all = (settings) => [{}, ...settings];

/* Of two lists the first place at which they are not the same bits; NaN is NaN. */
const unequal = (a, b) => Array.from(a).findIndex((v, i) => !Object.is(v, b[i]));

/* How many numbers lie between two. */
const bits = new DataView(new ArrayBuffer(8));
function ordered(v) {
  bits.setFloat64(0, v);
  const n = bits.getBigInt64(0);
  return n < 0n ? -(n & 0x7fffffffffffffffn) : n;
}
const ulps = (a, b) => {
  const distance = ordered(a) - ordered(b);
  return Number(distance < 0n ? -distance : distance);
};
export { program, load, run, all, unequal, ulps, figures };
