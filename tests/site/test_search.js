/* test_search.js: what the search finds, how fast, and that the keyboard is enough. */
import assert from "node:assert/strict";

const within = 50; // milliseconds for an answer

/* Opens the search with / and types. */
async function look(page, words) {
  if (!(await page.$("dialog#search[open]"))) await page.keyboard.press("/");
  await page.waitForSelector("dialog#search[open]");
  await page.waitForFunction(() => descent.search || descent.noSearch);
  await page.$eval("#query", (field) => { field.value = ""; });
  await page.type("#query", words);
  await page.waitForFunction(() => document.querySelector("#search [role=status]").textContent);
  return page.$$eval(".results a", (links) => links.map((link) => ({
    kind: link.querySelector(".kind").textContent, title: link.querySelector(".title").textContent,
    href: link.getAttribute("href"), marks: link.querySelectorAll("mark").length,
    context: link.querySelector(".context").textContent,
  })));
}

/* What is in this book: the first of each kind. */
const samples = (page) => page.evaluate(() => {
  const first = {};
  for (const document of descent.documents) first[document.kind] ??= document;
  return first;
});

export default async function (site, test) {
  const page = await site.open("index.html");

  await test("nothing of the search is loaded before it is used", async () => {
    assert.equal(await page.evaluate(() => "documents" in descent), false);
  });

  await test("each kind of thing is found by its title", async () => {
    await look(page, "x");
    const kinds = await samples(page);
    for (const kind of ["section", "figure", "listing", "equation", "exercise", "question", "api", "guide"]) {
      const wanted = kinds[kind], found = await page.evaluate((title) => descent.search(title), wanted.title);
      assert(found.some((result) => result.href === wanted.href), `${kind} "${wanted.title}"`);
    }
  });

  await test("a result has its kind and its context, with what was found marked", async () => {
    const wanted = (await samples(page)).exercise;
    const found = await look(page, wanted.title.replace(/.*: /, ""));
    const result = found.find(({ href }) => href.endsWith(wanted.href));
    assert.equal(result.kind, "Exercise");
    assert(result.marks > 0 && result.context.length > 20, JSON.stringify(result));
  });

  await test("a beginning is enough, and a slip does not matter", async () => {
    for (const words of ["refer", "exersise", "chaper"]) {
      assert(await page.evaluate((text) => descent.search(text).length, words) > 0, words);
    }
    assert.equal(await page.evaluate(() => descent.search("qqqqzzzz").length), 0);
  });

  await test(`each answer takes at most ${within} ms`, async () => {
    const slowest = await page.evaluate(() => {
      const words = new Set(descent.documents.flatMap(({ title }) => title.split(/\s+/)).slice(0, 400));
      const queries = [...words, "e", "th", "the step of", "gradient descent with momentum", "lerning rate schedul"];
      const times = queries.map((query) => {
        const tries = [1, 2, 3].map(() => {
          const before = performance.now();
          descent.search(query);
          return performance.now() - before;
        });
        return [Math.min(...tries), query];
      }).sort((a, b) => b[0] - a[0]);
      return times[Math.floor(times.length / 100)];
    });
    console.log("# 99 of 100 answers take at most", slowest[0].toFixed(1), "ms:", slowest[1]);
    assert(slowest[0] <= within, slowest.join(" ms: "));
  });

  await test("arrows go through the results and back, Enter follows, Esc closes", async () => {
    await look(page, "chapter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const second = await page.evaluate(() =>
      document.activeElement === document.querySelectorAll(".results a")[1]);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    assert(second && await page.evaluate(() => document.activeElement.id === "query"));
    await page.keyboard.press("Escape");
    assert.equal(await page.$("dialog#search[open]"), null);
    const results = await look(page, "chapter");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert(page.url().endsWith(results[0].href.replace(/^.*\//, "")), page.url());
  });

  await test("it works from a folder, and complains of nothing", async () => {
    const local = await site.open("index.html", { file: true });
    assert((await look(local, "chapter")).length > 0);
    assert.deepEqual([...local.errors, ...page.errors], []);
    await local.close();
  });
  await page.close();
}
