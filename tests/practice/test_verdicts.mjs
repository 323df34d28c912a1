// Solutions pass with full points, stubs are not started, other right versions pass, and what a
// known mistake gets here is what it gets natively: verdict, points and names.
import assert from 'node:assert';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {gradeText, nativeMistakes} from './native.mjs';

const SEEDS = 5, SAMPLE = 3;

// The points of tests that need a size_t of 64 bits, which are not asked here.
const BEYOND = {'6.5': 2, '8.1': 2, '8.2': 1, '8.5': 2, '9.10': 1};

const why = result => [result.messages.trim(), ...result.tests.filter(test => test.status === 'fail')
    .map(test => `${test.name} (${test.verdict}): ${test.message}`)].filter(Boolean).slice(0, 3).join(' | ');
const passes = (exercise, result) => {
    assert.strictEqual(`${result.status} ${result.points}`, `pass ${result.max_points}`, why(result));
    assert.strictEqual(exercise.points - result.max_points, BEYOND[exercise.id] ?? 0);
};
const names = report => [report.diagnosis?.name, report.second?.name, report.near?.name].join(' ');

// The sanitizers are not in the native program of the mistakes: a crash or a leak that they find
// there is nothing that both could see.
const found = result => result.tests.some(test => ['crash', 'leak'].includes(test.verdict));

// A mistake that shows only in cases which are not asked is none here.
function agrees(result, native) {
    const asked = native.tests.filter(test => !test.case.startsWith('beyond-32-bits'));
    const points = asked.reduce((sum, test) => sum + test.points, 0);
    const fails = asked.some(test => test.status === 'fail');
    assert.strictEqual(`${result.status} ${result.points} ${names(result)}`,
        fails ? `${native.status} ${points} ${names(native)}` : `pass ${points}   `, why(result));
}

async function testMistakes(test, exercise, seed) {
    const native = nativeMistakes(exercise, seed), all = Object.keys(native).sort();
    const step = process.env.ALL ? 1 : Math.max(1, Math.floor(all.length / SAMPLE));
    const chosen = all.filter((_, i) => i % step === 0).slice(0, process.env.ALL ? all.length : SAMPLE);
    for (const name of chosen)
        await test(`${exercise.id}, seed ${seed}, ${name}`, async () => {
            const text = readFileSync(`build/mistakes/${exercise.chapter}/${exercise.name}/${name}.c`, 'utf8');
            const result = await gradeText(exercise, text.replace(/^#line.*$/gm, ''), seed);
            if (!found(result))
                agrees(result, native[name]);
        });
}

// A right version has only the functions that differ; the page takes one file.
async function testRight(test, exercise, seed) {
    const folder = `tests/${exercise.chapter}/right`;
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
        if (!file.startsWith(`${exercise.name}-`))
            continue;
        const text = readFileSync(`${folder}/${file}`, 'utf8');
        const isWhole = exercise.functions.every(name => name === 'main' || new RegExp(`\\b${name}\\(`).test(text));
        if (isWhole)
            await test(`${exercise.id}, seed ${seed}, ${file}`, async () =>
                passes(exercise, await gradeText(exercise, text, seed)));
    }
}

export default async function (test, exercises) {
    for (const exercise of exercises) {
        const seed = 1 + Math.floor(Math.random() * SEEDS);
        const solution = readFileSync(`solutions/${exercise.chapter}/${exercise.name}.c`, 'utf8');
        await test(`${exercise.id}, seed ${seed}, solution`, async () =>
            passes(exercise, await gradeText(exercise, solution, seed)));
        await test(`${exercise.id}, stub`, async () =>
            assert.strictEqual((await gradeText(exercise, exercise.stub, seed)).status, 'not-started'));
        await testMistakes(test, exercise, seed);
        if (process.env.ALL)
            await testRight(test, exercise, seed);
    }
}
