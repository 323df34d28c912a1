/* test_themes.js: dark and light. */
import assert from "node:assert/strict";

const dark = "rgb(26, 27, 30)", light = "rgb(255, 254, 251)";
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

export default async function (site, test) {
  await test("the page follows the system", async () => {
    for (const [prefers, color] of [[true, dark], [false, light]]) {
      const page = await site.open("index.html", { dark: prefers });
      assert.equal(await ground(page), color);
      await page.close();
    }
  });

  await test("paper is light, from a dark screen too", async () => {
    const page = await site.open("index.html", { dark: true });
    await page.emulateMediaType("print");
    assert.equal(await ground(page), "rgb(255, 255, 255)");
    await page.close();
  });
}
