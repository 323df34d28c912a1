// Tests practice in the browser, one file test_TOPIC.mjs a topic: node tests/practice/run.mjs
// [EX …], from the workbook's folder; `make check-practice` sets what it needs. With ONLY=TOPIC
// only that topic, with ALL=1 every mistake, and every exercise in the browser; with FEW=1 one exercise
// of each chapter, drawn anew, with one mistake.
//
// A file exports default async (test, exercises). One line for each failure; the last line counts.
import {readdirSync} from 'node:fs';
import {exercises} from './native.mjs';

let passed = 0, failed = 0;

// @param run  throws if the test fails
async function test(name, run) {
    try {
        await run();
        passed++;
    } catch (error) {
        failed++;
        console.log(`not ok ${name}: ${String(error.message ?? error).replaceAll('\n', '\n    ')}`);
    }
}

const chosen = exercises(process.argv.slice(2));
const topics = readdirSync(new URL('.', import.meta.url)).filter(name => /^test_.*\.mjs$/.test(name)).sort();
for (const file of topics.filter(name => name.includes(process.env.ONLY ?? ''))) {
    await test(`${file} runs to its end`, async () => {
        const topic = await import(new URL(file, import.meta.url));
        await topic.default(test, chosen);
    });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
