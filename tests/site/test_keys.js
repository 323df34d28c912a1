/* test_keys.js: the keyboard, and what it opens. */
import assert from "node:assert/strict";
import { chapters } from "./pages.js";

const at = (page) => page.evaluate(() => location.pathname.split("/").at(-1));
const press = (page, key) => Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);

export default async function (site, test) {
  const [first, second] = chapters(site);
  const page = await site.open(first);

  await test("arrows turn to the next chapter and back", async () => {
    await press(page, "ArrowRight");
    assert.equal(await at(page), second);
    await press(page, "ArrowLeft");
    assert.equal(await at(page), first);
  });

  await test("? shows the keys, Esc closes them", async () => {
    await page.keyboard.press("?");
    assert.match(await page.$eval("dialog[open]", (box) => box.textContent), /search.*previous chapter/s);
    await page.keyboard.press("Escape");
    assert.equal(await page.$("dialog[open]"), null);
  });

  await test("keys can be switched off, for good", async () => {
    await page.keyboard.press("?");
    await page.click("#letters");
    await page.keyboard.press("Escape");
    await page.reload();
    await page.keyboard.press("?");
    assert.equal(await page.$("dialog[open]"), null);
    await page.evaluate(() => descent.remember("keys", null));
    await page.reload();
  });

  await test("arrows scroll what has the focus, and type into fields", async () => {
    await page.focus("main [tabindex]");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("?");
    await new Promise((done) => setTimeout(done, 200));
    assert.equal(await at(page), first);
    assert.equal(await page.$("dialog[open]"), null);
  });

  await test("each stop of the Tab key shows that it has the focus", async () => {
    await page.reload();
    const seen = [];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      seen.push(await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        return [document.activeElement.outerHTML.slice(0, 60), outlineStyle !== "none" && parseFloat(outlineWidth) >= 2];
      }));
    }
    assert.match(seen[0][0], /class="skip"/);
    assert.deepEqual(seen.filter(([, visible]) => !visible), []);
  });

  await test("on a phone the menu opens and closes, by the keyboard too, and without scripts", async () => {
    for (const script of [true, false]) {
      const phone = await site.open(first, { width: 360, script });
      const shown = () => phone.$eval("#book", (menu) => menu.checkVisibility());
      assert.equal(await shown(), false);
      await phone.focus(".menu");
      await phone.keyboard.press("Enter");
      assert.equal(await shown(), true);
      if (script) await phone.keyboard.press("Escape");
      else await phone.click(".book .close");
      await new Promise((done) => setTimeout(done, 100));
      assert.equal(await shown(), false);
      await phone.close();
    }
  });
  await page.close();
}
