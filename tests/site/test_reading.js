/* test_reading.js: anchors, copies of listings, the place where one was, and pages without scripts. */
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { book, chapters, guide } from "./pages.js";

export default async function (site, test) {
  const chapter = chapters(site).at(-1);
  const page = await site.open(chapters(site)[0]);

  await test("sections, figures, equations, listings and exercises link to themselves", async () => {
    const [anchors, wrong] = await page.evaluate(() => {
      const all = [...document.querySelectorAll("a.anchor")];
      const own = (a) => a.closest("[id]:not(main)")?.id === decodeURIComponent(a.hash.slice(1));
      return [all.map((a) => a.hash.slice(1).replace(/:.*/, "")), all.filter((a) => !own(a)).map((a) => a.outerHTML)];
    });
    assert.deepEqual(wrong, []);
    for (const kind of ["sec", "fig", "eq", "lst", "ex"]) assert(anchors.includes(kind), kind);
  });

  await test("an anchor is seen when it has the focus", async () => {
    await page.keyboard.press("Tab");
    await page.focus("h2 a.anchor");
    const shown = () => page.$eval("h2 a.anchor", (a) => getComputedStyle(a, "::after").content);
    assert.match(await shown(), /#/);
  });

  await test("a listing is copied as it stands there", async () => {
    const context = page.browserContext();
    await context.overridePermissions(new URL(page.url()).origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
    await page.bringToFront();
    await page.click("figure.listing .copy");
    await page.waitForFunction(() => document.querySelector("figure.listing .copy").textContent === "Copied");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied.trimEnd(), await page.$eval("figure.listing pre code", (code) => code.textContent.trimEnd()));
  });

  await test("the contents page offers to go on where one was", async () => {
    await page.goto(site.address("index.html"));
    await page.evaluate(() => descent.remember("place", null));
    await page.reload();
    assert.equal(await page.$eval(".continue", (offer) => offer.hidden), true);
    await page.goto(site.address(chapter));
    const last = await page.$$eval("main section.level2[id]", (all) => {
      all.at(-1).scrollIntoView();
      return all.at(-1).id;
    });
    await new Promise((done) => setTimeout(done, 600));
    await page.goto(site.address("index.html"));
    const href = await page.$eval(".continue a", (link) => link.getAttribute("href"));
    assert.equal(href, `${chapter}#${last}`);
  });

  await test("all can be read without scripts", async () => {
    const plain = await site.open(chapters(site)[0], { script: false });
    assert.equal(await plain.$$eval(".drawing svg", (all) => all.every((svg) => svg.checkVisibility())), true);
    assert.equal(await plain.$eval("#book", (menu) => menu.checkVisibility()), true);
    assert.equal(await plain.$eval(".tools", (tools) => tools.checkVisibility()), false);
    await plain.close();
  });

  await test("every figure has an alternative text", async () => {
    for (const name of chapters(site)) {
      await page.goto(site.address(name));
      const without = await page.$$eval("figure:not(.listing):not(.table)", (all) => all.filter((figure) =>
        (figure.querySelector("svg[role=img]")?.getAttribute("aria-label") ?? "").length < 20).map((figure) => figure.id));
      assert.deepEqual(without, [], name);
    }
  });

  await test("no page complains or asks another host, served or from a folder, and none is too wide", async () => {
    const bad = [];
    for (const name of [...book(site), ...guide(site)]) {
      for (const options of [{ file: true }, { width: 360 }]) {
        const opened = await site.open(name, options);
        bad.push(...opened.errors.map((error) => `${name}: ${error}`));
        const wide = await opened.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) bad.push(`${name} is ${wide} px too wide ${JSON.stringify(options)}`);
        await opened.close();
      }
    }
    assert.deepEqual(bad, []);
  });

  await test("a chapter weighs at most 1.5 MB", async () => {
    for (const name of chapters(site)) {
      const size = ["theme.js", "colors.css", "style.css", "site.js", name]
        .reduce((sum, file) => sum + statSync(join(site.root, file)).size, 0);
      const opened = await site.open(name, { file: true });
      const first = await opened.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
      console.log(`# ${name}: ${(size / 1e6).toFixed(2)} MB, shown after ${Math.round(first)} ms`);
      assert(size <= 1.5e6, `${name} has ${size} bytes`);
      await opened.close();
    }
  });
  await page.close();
}
