/* test_themes.js: dark and light, on the screen, on paper and in figures. */
import assert from "node:assert/strict";
import { api, chapters } from "./pages.js";

const dark = "rgb(26, 27, 30)", light = "rgb(255, 254, 251)";
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/* WCAG's contrast of two colors "rgb(r, g, b)". */
function contrast(a, b) {
  const luminance = (color) => color.match(/\d+/g).slice(0, 3).map((byte) => byte / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/* The colors of text and of lines in the drawings of a page, with one place where each is. What lies over
 * a map keeps its colors, whose names begin with #. */
const drawn = (page) => page.evaluate(() => {
  const found = {};
  const keep = (kind, color, element) => {
    if (color.startsWith("rgb(")) found[kind + " " + color] ??= element.closest("figure").id;
  };
  for (const text of document.querySelectorAll(".drawing text")) {
    const attribute = text.closest("[fill]").getAttribute("fill");
    if (attribute.startsWith("var(")) keep("text", getComputedStyle(text).fill, text);
  }
  for (const line of document.querySelectorAll(".drawing path[stroke^='var('], .drawing use[color]")) {
    const [own] = line.outerHTML.match(/(?<=(stroke|color)=')[^']*/) ?? [""];
    if (!/^var\(--(?!contour|tint|cell|ground)/.test(own)) continue;
    const style = getComputedStyle(line);
    keep("line", line.tagName === "use" ? style.color : style.stroke, line);
  }
  return Object.entries(found);
});

export default async function (site, test) {
  await test("the page follows the system", async () => {
    for (const [prefers, color] of [[true, dark], [false, light]]) {
      const page = await site.open("index.html", { dark: prefers });
      assert.equal(await ground(page), color);
      await page.close();
    }
  });

  await test("and without scripts", async () => {
    const page = await site.open("index.html", { dark: true, script: false });
    assert.equal(await ground(page), dark);
    await page.close();
  });

  await test("it can be switched, and remembers", async () => {
    const page = await site.open("index.html", { dark: true });
    const button = "button[aria-label^=Theme]";
    await page.click(button);
    assert.equal(await ground(page), light);
    await page.goto(site.address(chapters(site)[0]));
    assert.equal(await ground(page), light);
    await page.click(button);
    assert.equal(await ground(page), dark);
    await page.click(button);
    assert.equal(await page.$eval(button, (b) => b.getAttribute("aria-label")), "Theme: as the system");
    await page.close();
  });

  await test("a chosen theme is there before anything is shown", async () => {
    const page = await site.open("index.html");
    await page.evaluate(() => descent.setTheme("dark"));
    await page.evaluateOnNewDocument(() => addEventListener("DOMContentLoaded", () => {
      window.atFirst = document.documentElement.dataset.theme;
    }));
    await page.reload();
    assert.equal(await page.evaluate(() => window.atFirst), "dark");
    const head = await page.$$eval("head > *", (all) => all.map((e) => e.outerHTML));
    assert(head.findIndex((e) => /theme\.js/.test(e)) < head.findIndex((e) => /stylesheet/.test(e)));
    await page.close();
  });

  await test("paper is light, from a dark screen too, and has the text alone", async () => {
    const page = await site.open(chapters(site)[0], { dark: true });
    await page.evaluate(() => descent.setTheme("dark"));
    await page.emulateMediaType("print");
    assert.equal(await ground(page), "rgb(255, 255, 255)");
    for (const [, id] of await drawn(page)) assert(id);
    const curves = (await drawn(page)).filter(([color]) => contrast(color, light) < 2.4);
    assert.deepEqual(curves, []);
    assert.equal(await page.$$eval(".top, .book, .turn, .copy",
      (all) => all.filter((e) => e.checkVisibility()).length), 0);
    await page.close();
  });

  for (const isDark of [false, true]) {
    await test(`figures can be read: ${isDark ? "dark" : "light"}`, async () => {
      const weak = [];
      let all = 0;
      for (const chapter of chapters(site)) {
        const page = await site.open(chapter, { dark: isDark });
        for (const [color, figure] of await drawn(page)) {
          all += 1;
          const ratio = contrast(color, isDark ? dark : light);
          if (ratio < (color.startsWith("text") ? 4.5 : 3)) weak.push(`${figure}: ${color} ${ratio.toFixed(2)}`);
        }
        await page.close();
      }
      assert(all > 0);
      assert.deepEqual(weak, []);
    });
  }

  for (const isDark of [false, true]) {
    await test(`the API's diagrams are part of the page: ${isDark ? "dark" : "light"}`, async () => {
      const header = api(site).find((name) => name.endsWith("adam_8h.html"));
      const page = await site.open(header, { dark: !isDark });
      await page.evaluate((theme) => descent.setTheme(theme), isDark ? "dark" : "light");
      const colors = await page.$$eval(".diagram .node", (nodes) => nodes.map((node) => [
        getComputedStyle(node.querySelector("text")).fill, getComputedStyle(node.querySelector("polygon")).fill]));
      assert(colors.length > 2);
      for (const [text, box] of colors) {
        assert(contrast(text, box) >= 4.5, `${text} on ${box}`);
        assert(contrast(box, isDark ? dark : light) < 2, `${box} is of the other theme`);
      }
      assert.equal(await page.$$eval(".contents iframe, .contents img", (all) => all.length), 0);
      await page.close();
    });
  }
}
