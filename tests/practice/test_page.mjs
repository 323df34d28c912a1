// The page itself, in Chromium, with the compiler that it brings: by default a few exercises, with
// ALL=1 each solution, and the seconds that its verdict takes: of the clock, and of the processors, since
// the clock of a busy machine says little.
import assert from 'node:assert';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {start} from '../site/browser.js';
import {HOSTILE} from './hostile.mjs';
import {solutionOf} from './native.mjs';
import {grade, inWords, open, ready, stopwatch} from './page.mjs';

const SECONDS = 60; // that a case may take on a busy machine; what does not end takes fewer
const QUICK = process.env.FEW ? [] : ['1.1', '5.4', '7.1'];
const IN_PAGE = ['an endless loop', 'output without end', 'a forged trace', 'past the heap', 'recursion without end'];

// What no exercise has.
const RARE = `typedef float four __attribute__((vector_size(16)));
__attribute__((constructor)) static void rare(void)
{
    four a = {1, 2, 3, 4}, b = a * a + __builtin_shufflevector(a, a, 3, 2, 1, 0);
    volatile float _Complex z = b[0] + 1.0fi;
    _Atomic unsigned count = (unsigned)__builtin_popcount((unsigned)z);
    z *= z + count++;
}`;

const mistake = ({chapter, name}) => {
    const folder = `build/mistakes/${chapter}/${name}`;
    return readFileSync(join(folder, readdirSync(folder).find(file => file.startsWith(`${name}-`) && file.endsWith('.c'))), 'utf8');
};

const passes = (exercise, result) => assert.strictEqual(`${result.status} ${result.points}`, `pass ${result.max_points}`,
    `${result.messages} ${result.tests.find(one => one.status === 'fail')?.message}`);

// What the button for export would save.
async function exported(page) {
    const text = await page.evaluate(async () => {
        let saved = null;
        const before = URL.createObjectURL;
        URL.createObjectURL = blob => {
            saved = blob;
            return before(blob);
        };
        document.querySelector('#export').click();
        URL.createObjectURL = before;
        const bytes = new Uint8Array(await saved.arrayBuffer());
        return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
    });
    return Buffer.from(text, 'base64');
}

async function testGoesOut(page, exercise, folder) {
    const half = solutionOf(exercise).replace(/return [^;]*;/, 'return 7;');
    const here = await grade(page, exercise, half);
    writeFileSync(join(folder, 'exercises.zip'), await exported(page));
    execFileSync('unzip', ['-q', join(folder, 'exercises.zip'), '-d', join(folder, 'handed')]);
    let output = '';
    try {
        output = execFileSync('build/descent', ['grade', exercise.id, '--exercises', join(folder, 'handed'), '--json',
            '--seed', '7', '--no-sandbox'], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit']});
    } catch (error) {
        output = error.stdout; // not all passed
    }
    const native = JSON.parse(output).exercises[0];
    assert.strictEqual(`${here.status} ${here.points}`, `${native.status} ${native.points}`);
    return half;
}

export default async function (test, exercises) {
    const folder = mkdtempSync(join(tmpdir(), 'practice-')), site = await start('build/site');
    const chosen = process.env.ALL ? exercises : exercises.filter(one => QUICK.includes(one.id));
    const one = exercises.find(exercise => exercise.id === '1.1') ?? exercises[0];
    const first = stopwatch(site.pid), page = await open(site), warm = [];
    try {
        await test('the page gets ready', async () => {
            await ready(page);
            await page.evaluate(seconds => { practice.engine.seconds = seconds; }, SECONDS);
        });
        await test(`${one.id} passes`, async () => passes(one, await grade(page, one, solutionOf(one))));
        console.log(`first visit to first verdict: ${inWords(first())}`);
        for (const exercise of chosen)
            await test(`${exercise.id} in the page`, async () => {
                for (const need of exercise.needs.map(id => exercises.find(other => other.id === id)).filter(Boolean))
                    await page.evaluate((name, text) => localStorage.setItem(`descent.practice.source.${name}`, JSON.stringify(text)),
                        need.name, solutionOf(need));
                passes(exercise, await grade(page, exercise, solutionOf(exercise)));
                const watch = stopwatch(site.pid);
                passes(exercise, await grade(page, exercise, `${solutionOf(exercise)}\n`));
                warm.push(watch());
                assert.strictEqual((await grade(page, exercise, exercise.stub)).status, 'not-started');
            });
        const sorted = by => warm.map(one => one[by]).sort((a, b) => a - b);
        const at = place => inWords({clock: sorted('clock').at(place), computing: sorted('computing').at(place)});
        if (warm.length)
            console.log(`edit to verdict, warm: median ${at(warm.length >> 1)}, longest ${at(-1)}, of ${warm.length}`);
        await test('what the small compiler has not, the whole one compiles', async () => {
            await page.reload();
            await ready(page);
            assert.ok(!await page.evaluate(() => practice.engine.llvm.isWhole));
            passes(one, await grade(page, one, `${RARE}\n${solutionOf(one)}`));
            assert.ok(await page.evaluate(() => practice.engine.llvm.isWhole));
            await page.reload();
            await ready(page);
            await page.evaluate(seconds => { practice.engine.seconds = seconds; }, SECONDS);
        });
        await test('an error stands at its line', async () => {
            const result = await grade(page, one, `\n\nint x\n${solutionOf(one)}`);
            assert.strictEqual(result.status, 'build-error');
            await page.waitForSelector('.cm-lint-marker-error');
            assert.match(await page.$eval('.verdict h3', head => head.textContent), /does not compile · 0/);
        });
        await test('a known mistake is told before the tests that failed', async () => {
            await grade(page, one, mistake(one));
            const [head, first] = await page.$$eval('.verdict :is(h3, h4)', heads => heads.map(head => head.textContent));
            assert.match(head, /does not pass yet/);
            assert.strictEqual(first, 'Your numbers show a known mistake:');
        });
        for (const {name, verdict, change} of HOSTILE.filter(({name}) => IN_PAGE.includes(name)))
            await test(`in the page, ${name}`, async () => {
                await page.evaluate(seconds => { practice.engine.seconds = seconds; }, verdict === 'timeout' ? 5 : SECONDS);
                const result = await grade(page, one, change(solutionOf(one)));
                assert.strictEqual(result.tests.find(each => each.status === 'fail').verdict, verdict);
            });
        await test('and the page goes on', async () => passes(one, await grade(page, one, solutionOf(one))));
        await test('what goes out gets the same points', async () => {
            const half = await testGoesOut(page, one, folder);
            await page.evaluate(() => localStorage.clear());
            const input = await page.$('#file');
            await input.uploadFile(join(folder, 'exercises.zip'));
            await page.waitForFunction(text => practice.editor.text() === text, {}, half);
        });
        await test('it works without a network', async () => {
            await page.waitForFunction(() => navigator.serviceWorker.controller !== null ||
                navigator.serviceWorker.getRegistration().then(one => one?.active));
            await page.setOfflineMode(true);
            const again = stopwatch(site.pid);
            await page.reload({waitUntil: 'domcontentloaded'});
            await ready(page);
            passes(one, await grade(page, one, solutionOf(one)));
            const kept = name => page.evaluate(async name => Boolean(await caches.match(`clang/${name}`)), name);
            assert.ok(await kept('llvm.core.wasm') && !await kept('llvm.core.wasm.packed'));
            console.log(`later visit to verdict, without a network: ${inWords(again())}`);
            await page.setOfflineMode(false);
        });
        await test('no other host, no error', () => {
            const book = existsSync(`build/site/${one.chapter}.html`);
            assert.deepStrictEqual(page.errors.filter(error => book || !/404|\.html/.test(error))
                .filter(error => !/ERR_INTERNET_DISCONNECTED|does not get/.test(error)), []);
        });
        await test('a narrow screen is told, and loads nothing large', async () => {
            const narrow = await site.open('practice/index.html', {width: 800});
            assert.match(await narrow.evaluate(() => document.body.innerText), /needs a wider screen/);
            assert.strictEqual(await narrow.evaluate(() => performance.getEntriesByType('resource')
                .some(({name}) => /clang|judge/.test(name))), false);
        });
    } finally {
        await site.stop();
        rmSync(folder, {recursive: true});
    }
}
