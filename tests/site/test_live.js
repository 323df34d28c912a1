/* test_live.js: live figures, in node beside their programs, and in the browser. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
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


/* The numbers of a .dat file by data set: "small.dat 0 2" is the second column of the first. */
function printedColumn(chapter, place) {
  const [file, set, column] = place.split(" ");
  const sets = readFileSync(`${build}/figures/${chapter}/${file}`, "utf8").split(/\n\n\n/);
  const rows = sets[+set].split("\n").filter((line) => line.trim() && !line.startsWith("#"));
  return rows.map((line) => Number(line.trim().split(/\s+/)[column - 1]));
}

/* Figures that neither call log, exp or pow nor multiply matrices where it shows: the same bits with
 * glibc and OpenBLAS, which draw the printed figures, as with musl and sums in the order of their index. */
const exact = new Set(["f-steps", "weights", "start", "valley", "paths", "parabola", "landscapes", "reddi", "effective", "zero", "swing"]);

function sameBits(name, settings, kind) {
  const got = run(load(name), settings), want = program(kind, name, settings);
  assert.deepEqual(Object.keys(got), Object.keys(want));
  for (const result in want) {
    const at = unequal(got[result], want[result].values);
    assert.equal(at, -1, `${name} ${JSON.stringify(settings)}: ${result}[${at}] is ${got[result][at]}, natively ${want[result].values[at]}`);
  }
}

/* Within a share of each number, or a smaller one of the largest beside it. */
function near(got, want, share, floor, what) {
  const largest = Math.max(...want.filter(Number.isFinite).map(Math.abs), 0);
  want.forEach((v, i) => {
    if (Number.isNaN(v) || i >= got.length) return;
    const off = Math.abs(got[i] - v);
    assert.ok(got[i] === v || off <= share * Math.abs(v) || off <= floor * largest, `${what}[${i}] is ${got[i]}, not ${v}`);
  });
}

async function modules(test) {
  for (const [chapter, list] of Object.entries(chapters)) {
    for (const [name, settings] of Object.entries(list)) {
      await test(`live ${name}: the bits of the native program with musl`, () => {
        for (const some of all(settings)) sameBits(name, some, "musl");
      });
      await test(`live ${name}: ${exact.has(name) ? "the bits" : "nine digits"} of the native program with glibc`, () => {
        if (exact.has(name)) for (const some of all(settings)) sameBits(name, some, "native");
        const got = run(load(name), {}), want = program("native", name, {});
        for (const result in want) near(got[result], want[result].values, 1e-9, 1e-12, `${name} ${result}`);
      });
      await test(`live ${name}: starts as the printed figure`, () => {
        const got = run(load(name), {}), want = program("native", name, {});
        const places = Object.keys(want).filter((result) => want[result].printed);
        assert.ok(places.length > 0);
        /* The files have four digits and more. Two figures begin with what such a file has. */
        for (const result of places) {
          const printed = printedColumn(chapter, want[result].printed);
          assert.ok(printed.length > 0);
          near(got[result], printed, 6e-4, 1e-5, `${name} ${result}`);
        }
      });
    }
  }
  await test("live: what was run before, and how often, changes nothing; no memory is taken", () => {
    for (const name of figures) {
      const module = load(name), some = chapterOf(name)[name][0];
      const first = copy(run(module, {})), size = first.bytes;
      run(module, some);
      for (let k = 0; k < 3; k++) run(module, {});
      const last = copy(run(module, {}));
      for (const result in first.values) assert.equal(unequal(first.values[result], last.values[result]), -1, `${name} ${result}`);
      assert.equal(last.bytes, size, name);
    }
  });
}

const chapterOf = (name) => Object.values(chapters).find((list) => name in list);
const copy = (results) => ({ values: Object.fromEntries(Object.entries(results).map(([key, list]) => [key, Float64Array.from(list)])),
  bytes: Object.values(results)[0].buffer.byteLength });

/* --- In the browser */

const state = (page, name) => page.evaluate((id) => {
  const place = document.getElementById("fig:" + id), live = place.querySelector(".live");
  return live && {
    says: live.querySelector(".live-says").textContent,
    svg: live.querySelector("svg").outerHTML,
    link: live.querySelector(".live-link").getAttribute("href"),
    printed: getComputedStyle(place.querySelector(".drawing, a")).display !== "none",
    overflows: live.scrollWidth > live.clientWidth + 1 || document.documentElement.scrollWidth > innerWidth,
  };
}, name);

/* Moves to an address that has the settings, as a reader does who follows a link. */
async function follow(page, name, settings) {
  const parts = Object.entries(settings).map(([key, value]) => `&${key}=${value}`).join("");
  await page.evaluate((hash) => { location.hash = hash; }, `live:${name}${parts}`);
  await page.waitForFunction((start) => [...document.querySelectorAll(".live-link")].some((a) => a.getAttribute("href").startsWith(start)), {},
    `#live:${name}`);
  await new Promise((done) => setTimeout(done, 100));
}

/* The numbers that a figure draws as marks or says are made of these. */
const shown = (page, name) => page.evaluate((id) => {
  const results = document.querySelector(`[id="fig:${id}"] .live`).results();
  return Object.fromEntries(Object.entries(results).map(([key, list]) => [key, Array.from(list)]));
}, name);

async function inChapter(site, test, chapter, list) {
  const names = Object.keys(list);
  await test(`live ${chapter}: is drawn, and says its numbers; no error`, async () => {
    for (const file of [false, true]) {
      const page = await site.open(`${chapter}.html`, { file });
      for (const name of names) {
        const now = await state(page, name);
        assert.ok(now, `${name} is not live`);
        assert.ok(!now.printed, `${name}: the printed figure is still there`);
        assert.ok(now.says.length > 40 && !/NaN|undefined|Infinity/.test(now.says), `${name} says: ${now.says}`);
        assert.ok(!/NaN|undefined/.test(now.svg.replace(/data:[^"]*/g, "")), `${name} draws NaN`);
      }
      assert.deepEqual(page.errors, []);
      await page.close();
    }
  });

  await test(`live ${chapter}: the page has the program's numbers, by a link with settings`, async () => {
    const page = await site.open(`${chapter}.html`, { file: true });
    for (const name of names) {
      for (const some of all(list[name])) {
        await follow(page, name, some);
        const want = program("musl", name, keepBounds(some)), got = await shown(page, name);
        for (const result in want) {
          const at = unequal(got[result].map((v) => v ?? NaN), want[result].values.map((v) => (Number.isFinite(v) ? v : NaN)));
          assert.equal(at, -1, `${name} ${JSON.stringify(some)} ${result}[${at}]: ${got[result][at]}, not ${want[result].values[at]}`);
        }
      }
    }
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  await test(`live ${chapter}: keyboard, reset and link`, async () => {
    const page = await site.open(`${chapter}.html`);
    for (const name of names) {
      const begin = await state(page, name), base = `[id="fig:${name}"] `;
      for (const id of await page.$$eval(base + ".live input[type=range]", (list) => list.map((input) => input.id))) {
        const before = await state(page, name);
        await page.focus("#" + id);
        const text = await page.$eval("#" + id, (input) => input.getAttribute("aria-valuetext"));
        await page.keyboard.press("ArrowRight");
        if (text === await page.$eval("#" + id, (input) => input.getAttribute("aria-valuetext"))) await page.keyboard.press("ArrowLeft");
        const after = await state(page, name);
        assert.notEqual(after.link, before.link, `${id}: the link stays`);
        assert.ok(after.svg !== before.svg || after.says !== before.says, `${id}: nothing changes`);
      }
      await page.waitForFunction((b) => !document.querySelector(b + "[aria-busy]"), {}, base);
      const changed = await state(page, name);
      const other = await site.open(`${chapter}.html${changed.link}`);
      const again = await state(other, name);
      assert.equal(again.says, changed.says, `${name}: the link restores what it says`);
      assert.equal(drawn(again), drawn(changed), `${name}: the link restores what it draws`);
      await other.close();
      await page.click(base + ".live-reset");
      const reset = await state(page, name);
      assert.equal(reset.says, begin.says, `${name}: reset`);
      assert.equal(drawn(reset), drawn(begin), `${name}: reset draws as at first`);
    }
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  await test(`live ${chapter}: at 360 pixels, nothing is wider than the page`, async () => {
    const page = await site.open(`${chapter}.html`, { width: 360 });
    for (const name of names) assert.equal((await state(page, name)).overflows, false, name);
    await page.close();
  });

  await test(`live ${chapter}: a slider's frame takes at most 16 ms`, async () => {
    const page = await site.open(`${chapter}.html`);
    for (const name of names) {
      const time = await frameTime(page, name);
      assert.ok(time <= 16, `${name} takes ${time.toFixed(1)} ms`);
    }
    await page.close();
  });

  await test(`live ${chapter}: at most 300 KB, compressed`, () => {
    const size = gzipSync(readFileSync(`${site.root}/live/${chapter}.js`)).length;
    assert.ok(size <= 300e3, `${size}`);
  });

  await test(`live ${chapter}: without scripts, and on paper, the printed figures stand there`, async () => {
    const page = await site.open(`${chapter}.html`, { script: false });
    for (const name of names) {
      assert.ok(await page.$(`[id="fig:${name}"] svg, [id="fig:${name}"] img`), name);
      assert.equal(await page.$(`[id="fig:${name}"] .live`), null);
    }
    await page.close();
    const paper = await site.open(`${chapter}.html`);
    await paper.emulateMediaType("print");
    for (const name of names) assert.ok((await state(paper, name)).printed, name);
    await paper.close();
  });
}

/* All that is drawn, in any order: a name that had been left out comes back as the last. */
const drawn = ({ svg }) => svg.split("<").sort().join("<");

/* A link is not followed out of a slider's bounds; what no slider has is not in a link. */
const keepBounds = ({ seeds, crowd, drawn, ...settings }) => settings;

/* The time of the processor for one place of the first slider, in ms, with style, layout and what else the
 * page's thread does; of 40 places after 20. Others use the machine, too: it is not what a clock says. */
async function frameTime(page, name) {
  const session = await page.createCDPSession();
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value;
  const slide = (places) => page.evaluate((id, count) => {
    const live = document.querySelector(`[id="fig:${id}"] .live`), slider = live.querySelector("input[type=range]");
    for (let k = 0; k < count; k++) {
      slider.value = Math.round(slider.max * k / count);
      slider.dispatchEvent(new Event("input"));
      live.getBoundingClientRect();
    }
  }, name, places);
  await slide(20);
  const before = await spent();
  await slide(40);
  const time = (await spent() - before) * 1000 / 40;
  await session.detach();
  return time;
}

export default async function (site, test) {
  await modules(test);
  for (const [chapter, list] of Object.entries(chapters)) await inChapter(site, test, chapter, list);
  await test("live: a link with what is no setting, or out of bounds, does no harm", async () => {
    const page = await site.open("02-momentum.html#live:valley&kappa=1e99&x=NaN&y=&__proto__=1&above=%3Cscript%3E");
    const now = await state(page, "valley");
    assert.equal(now.link, "#live:valley&kappa=200");
    assert.deepEqual(page.errors, []);
    await page.close();
  });
  await test("live: every figure of docs/live is tested", () => {
    const tested = Object.keys(chapters);
    const there = readdirSync(new URL("../../docs/live", import.meta.url)).filter((name) => /^\d/.test(name)).map((name) => name.slice(0, -3));
    assert.deepEqual(tested, there.sort());
    for (const chapter of there) {
      const text = readFileSync(new URL(`../../docs/live/${chapter}.js`, import.meta.url), "utf8");
      assert.deepEqual([...text.matchAll(/^ {2}name: "(.*)",$/gm)].map((found) => found[1]).sort(), Object.keys(chapters[chapter]).sort());
      assert.ok(Object.keys(chapters[chapter]).length >= 2);
    }
  });
}
