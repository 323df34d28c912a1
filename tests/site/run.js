/* run.js: tests the site in a browser, one file test_TOPIC.js a topic.
 *
 *     node tests/site/run.js SITE [WORD]     only the files whose names contain WORD
 *
 * A file exports default async (site, test): site.open() of browser.js, and test(name, run), which fails
 * when run throws. One line a test; the last line counts them. */
import { readdirSync } from "node:fs";
import { start } from "./browser.js";

const [folder, word = ""] = process.argv.slice(2);
const here = new URL(".", import.meta.url);
let passed = 0, failed = 0;

async function test(name, run) {
  try {
    await run();
    passed += 1;
    console.log("ok", name);
  } catch (error) {
    failed += 1;
    console.log("not ok", name, "\n   ", String(error.message ?? error).replaceAll("\n", "\n    "));
  }
}

const site = await start(folder);
for (const file of readdirSync(here).filter((name) => /^test_.*\.js$/.test(name)).sort()) {
  if (!file.includes(word)) continue;
  const topic = await import(new URL(file, here));
  try {
    await topic.default(site, test);
  } catch (error) {
    await test(`${file} runs to its end`, () => { throw error; });
  }
}
await site.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
