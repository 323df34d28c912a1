/* test_axe.js: axe-core finds nothing, at two widths, dark and light. Of the API's pages it sees one of each
 * kind; ALL=1 in the environment: all of them. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { api, book, guide } from "./pages.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];
/* What depends on width and colors, and so is looked at in every view. */
const views = ["color-contrast", "scrollable-region-focusable", "link-in-text-block", "meta-viewport",
  "heading-order", "landmark-one-main", "region", "skip-link"];

const kind = (name) => name.replace(/(_8[hc]).*?((_source)?\.html)/, "$1$2").replace(/.*(_8)/, "$1")
  .replace(/(group__|struct|dir_)[^.]*/, "$1");
function one_of_each_kind(pages) {
  return [...new Map(pages.map((page) => [kind(page), page])).values()];
}

async function look(page, rules) {
  const results = await page.evaluate((only, standards) => axe.run(document, {
    resultTypes: ["violations"], iframes: false,
    runOnly: only ? { type: "rule", values: only } : { type: "tag", values: standards },
  }), rules, tags);
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)} ${nodes[0].any[0]?.message ?? ""}`);
}

export default async function (site, test) {
  async function check(name) {
    const found = [];
    const page = await site.open(name);
    await page.evaluate(axe);
    for (const [width, dark] of [[1280, false], [1280, true], [360, true], [360, false]]) {
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
      const all = width === 1280 && !dark;
      found.push(...(await look(page, all ? null : views)).map((what) => `${name} ${width} ${dark ? "dark" : "light"} ${what}`));
    }
    await page.close();
    return found;
  }

  async function none(pages) {
    const found = [];
    for (const name of pages) found.push(...await check(name));
    assert.deepEqual(found, []);
  }

  await test("axe finds nothing in the book", () => none(book(site)));
  await test("axe finds nothing in the guide", () => none(guide(site)));
  await test("axe finds nothing in the API", () => none(process.env.ALL ? api(site) : one_of_each_kind(api(site))));

  await test("axe finds nothing in the dialogs", async () => {
    for (const key of ["/", "?"]) {
      const page = await site.open("index.html");
      await page.evaluate(axe);
      await page.keyboard.press(key);
      if (key === "/") await page.type("#query", "chapter");
      await new Promise((done) => setTimeout(done, 1500));
      assert.deepEqual(await look(page), []);
      await page.close();
    }
  });
}
