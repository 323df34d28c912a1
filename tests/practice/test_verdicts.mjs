// Solutions pass with full points, stubs are not started, other right versions pass, and what a
// known mistake gets here is what it gets natively: verdict, points and names.
import assert from 'node:assert';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {beside, gradeText, nativeMistakes, solutionOf} from './native.mjs';

const SEEDS = 5, SAMPLE = process.env.FEW ? 1 : 3;

const draw = count => Math.floor(Math.random() * count);

// The points of tests that need a size_t of 64 bits, which are not asked here.
const BEYOND = {'6.5': 2, '8.1': 2, '8.2': 1, '8.5': 2, '9.10': 1};

const why = result => [result.messages.trim(), ...result.tests.filter(test => test.status === 'fail')
    .map(test => `${test.name} (${test.verdict}): ${test.message}`)].filter(Boolean).slice(0, 3).join(' | ');
const passes = (exercise, result) => {
    assert.strictEqual(`${result.status} ${result.points}`, `pass ${result.max_points}`, why(result));
    assert.strictEqual(exercise.points - result.max_points, BEYOND[exercise.id] ?? 0);
};
// Mistakes whose numbers are rounding errors, which no other library of mathematics repeats: with these
// the verdict is the same, and points and name may be others.
const ROUNDING = {
    'lipschitz-half-forgotten': 'no L passes the test until rounding ends the search',
    'minimum_norm-full-rank': 'it divides by what would be 0 without rounding',
};

const names = report => [report.diagnosis?.name, report.second?.name, report.near?.name].join(' ');

// The sanitizers are not in the native program of the mistakes: a crash or a leak that they find
// there is nothing that both could see.
const found = result => result.tests.some(test => ['crash', 'leak'].includes(test.verdict));

// A mistake that shows only in cases which are not asked is none here.
function agrees(name, result, native) {
    const asked = native.tests.filter(test => !test.case.startsWith('beyond-32-bits'));
    const points = asked.reduce((sum, test) => sum + test.points, 0);
    const fails = asked.some(test => test.status === 'fail');
    if (ROUNDING[name])
        return assert.strictEqual(result.status, native.status, why(result));
    assert.strictEqual(`${result.status} ${result.points} ${names(result)}`,
        fails ? `${native.status} ${points} ${names(native)}` : `pass ${points}   `, why(result));
}

// Each SAMPLEth of the list, from anywhere in its first part.
function sample(all) {
    const step = process.env.ALL ? 1 : Math.max(1, Math.floor(all.length / SAMPLE)), first = draw(step);
    return all.filter((_, i) => i % step === first).slice(0, process.env.ALL ? all.length : SAMPLE);
}

async function testMistakes(test, exercise, seed) {
    const folder = `build/mistakes/${exercise.chapter}/${exercise.name}`;
    const chosen = sample(readdirSync(folder).filter(file => file.endsWith('.says')).map(file => file.slice(0, -5)).sort());
    const native = await nativeMistakes(exercise, chosen, seed);
    for (const name of chosen)
        await test(`${exercise.id}, seed ${seed}, ${name}`, async () => {
            const text = readFileSync(`${folder}/${name}.c`, 'utf8');
            const result = await gradeText(exercise, text.replace(/^#line.*$/gm, ''), seed);
            if (!found(result))
                agrees(name, result, native[name]);
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

async function testExercise(test, exercise) {
    const seed = 1 + draw(SEEDS);
    await test(`${exercise.id}, seed ${seed}, solution`, async () => {
        const result = await gradeText(exercise, solutionOf(exercise), seed);
        passes(exercise, result);
        assert.strictEqual(result.curves !== null, exercise.plot !== '', 'the plot');
    });
    await test(`${exercise.id}, stub`, async () =>
        assert.strictEqual((await gradeText(exercise, exercise.stub, seed)).status, 'not-started'));
    await testMistakes(test, exercise, seed);
    if (process.env.ALL)
        await testRight(test, exercise, seed);
}

// One of each chapter, drawn anew each time.
function few(exercises) {
    const chapters = [...new Set(exercises.map(one => one.chapter))];
    return chapters.map(chapter => {
        const all = exercises.filter(one => one.chapter === chapter);
        return all[draw(all.length)];
    });
}

export default (test, exercises) =>
    beside(process.env.FEW ? few(exercises) : exercises, exercise => testExercise(test, exercise));
