// Grades in node with the page's own code, but with Debian's compiler in place of the one
// in the page, which takes longer. The flags are those that make gives (FLAGS, LINK).

import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Worker} from 'node:worker_threads';
import {gunzipSync} from 'node:zlib';
import {grade} from '../../docs/practice/src/grade.js';
import {loadJudge} from '../../docs/practice/src/judge.js';
import {localize} from '../../docs/practice/src/object.js';
import {runner} from '../../docs/practice/src/runner.js';

const words = text => (text ?? '').split(' ').filter(Boolean);
const [COMPILER, FLAGS, LINK] = ['WASM_CC', 'FLAGS', 'LINK'].map(name => words(process.env[name]));
const SECONDS = Number(process.env.SECONDS ?? 10);

export const exerciseOf = name => JSON.parse(readFileSync(`build/wasm/exercises/${name}.json`));

// All exercises, or those of these names or numbers.
export function exercises(named) {
    const all = words(process.env.EXERCISES).map(path => exerciseOf(path.split('/')[1]));
    return named.length ? all.filter(e => named.includes(e.id) || named.includes(e.name)) : all;
}

function compiler(folder, ...options) {
    const {status, stderr} = spawnSync(COMPILER[0], [...COMPILER.slice(1), ...options],
        {cwd: folder, encoding: 'utf8'});
    return {ok: status === 0, messages: stderr};
}

function build(parts) {
    const folder = mkdtempSync(join(tmpdir(), 'practice-'));
    const root = process.cwd(), objects = [];
    let messages = '';
    try {
        for (const {exercise, text} of parts) {
            const source = `${exercise.name}.c`, object = join(folder, `${exercise.name}.o`);
            writeFileSync(join(folder, source), text);
            const made = compiler(folder, ...FLAGS.map(flag => flag.replace(/(^|-I)src\b/, `$1${root}/src`)),
                '-c', source, '-o', object);
            messages += made.messages;
            if (!made.ok)
                return {driver: null, messages};
            writeFileSync(object, localize(readFileSync(object), exercise.functions));
            objects.push(object);
        }
        const {chapter, name} = parts[0].exercise;
        const linked = compiler(folder, ...objects,
            `${root}/build/wasm/driver/tests/${chapter}/cases_${name}.o`,
            `${root}/build/wasm/libdriver.a`, ...LINK, '-o', 'driver.wasm');
        return {driver: linked.ok ? readFileSync(join(folder, 'driver.wasm')) : null,
            messages: messages + linked.messages};
    } finally {
        rmSync(folder, {recursive: true});
    }
}

const judge = await loadJudge(await WebAssembly.compile(readFileSync('build/wasm/judge.wasm')));

const makeWorker = () => {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url));
    worker.unref();
    return {post: message => worker.postMessage(message), end: () => worker.terminate(),
        listen: listener => worker.on('message', listener)};
};

function symbolize(driver, addresses) {
    const folder = mkdtempSync(join(tmpdir(), 'practice-'));
    try {
        writeFileSync(join(folder, 'driver.wasm'), driver);
        return execFileSync('llvm-symbolizer', ['--obj=driver.wasm', ...addresses], {cwd: folder, encoding: 'utf8'});
    } finally {
        rmSync(folder, {recursive: true});
    }
}

const page = {
    judge,
    symbolize,
    build: async parts => build(parts),
    record: async e => gunzipSync(readFileSync(`build/wasm/exercises/${e.name}.record`)),
    runner: async driver => runner(makeWorker, await WebAssembly.compile(driver), SECONDS),
};

// Grades a text as an exercise; what it calls is the solution, unless `sources` has it.
export async function gradeText(exercise, text, seed, sources = {}) {
    const needs = exercise.needs.map(id => exercises([id])[0]);
    const all = {...sources, [exercise.name]: text};
    for (const need of needs)
        all[need.name] ??= readFileSync(`solutions/${need.chapter}/${need.name}.c`, 'utf8');
    const result = await grade(page, exercise, needs, all, seed);
    judge.end();
    return result;
}

// What the native judge says of each known mistake.
export function nativeMistakes(exercise, seed) {
    const path = `${exercise.chapter}/${exercise.name}`;
    const record = `build/wasm/exercises/${exercise.name}.record`;
    return JSON.parse(execFileSync(`build/judge/${path}`, ['--prove', `build/mistakes/${path}`,
        '--reference', record, '--mistakes', record, '--seed', String(seed)],
    {maxBuffer: 1 << 28}));
}
