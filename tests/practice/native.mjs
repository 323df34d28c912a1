// Grades in node with the page's own code, but with Debian's compiler in place of the one
// in the page, which takes longer. The flags are those that make gives (FLAGS, LINK).
//
// Several texts may be graded beside each other. Each then has a lane of its own: a judge, which
// knows one exercise at a time, and a worker, which stays for the next text unless it had to be ended.

import {execFile} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {Worker} from 'node:worker_threads';
import {gunzipSync} from 'node:zlib';
import {grade} from '../../docs/practice/src/grade.js';
import {loadJudge} from '../../docs/practice/src/judge.js';
import {localize} from '../../docs/practice/src/object.js';
import {runner} from '../../docs/practice/src/runner.js';

const words = text => (text ?? '').split(' ').filter(Boolean);
const [COMPILER, FLAGS, LINK] = ['WASM_CC', 'FLAGS', 'LINK'].map(name => words(process.env[name]));
const SECONDS = 60; // that a case may take, whatever else is at work

export const exerciseOf = name => JSON.parse(readFileSync(`build/wasm/exercises/${name}.json`));

// All exercises, or those of these names or numbers.
export function exercises(named) {
    const all = words(process.env.EXERCISES).map(path => exerciseOf(path.split('/')[1]));
    return named.length ? all.filter(e => named.includes(e.id) || named.includes(e.name)) : all;
}

export const solutionOf = ({chapter, name}) => readFileSync(`solutions/${chapter}/${name}.c`, 'utf8');

// Does something with each of the items, with as many at a time as there are processors.
export async function beside(items, act) {
    const rest = [...items];
    const lane = async () => {
        while (rest.length)
            await act(rest.shift());
    };
    await Promise.all(Array.from({length: availableParallelism()}, lane));
}

// A folder for as long as `use` needs it.
async function inFolder(use) {
    const folder = mkdtempSync(join(tmpdir(), 'practice-'));
    try {
        return await use(folder);
    } finally {
        rmSync(folder, {recursive: true});
    }
}

const execute = promisify(execFile);

async function compiler(folder, ...options) {
    try {
        const {stderr} = await execute(COMPILER[0], [...COMPILER.slice(1), ...options], {cwd: folder});
        return {ok: true, messages: stderr};
    } catch (error) {
        return {ok: false, messages: error.stderr};
    }
}

const root = process.cwd();
const compiled = new Map(); // by its text: a solution that other exercises call

async function compile(folder, exercise, text) {
    const source = `${exercise.name}.c`, made = join(folder, 'made.o');
    writeFileSync(join(folder, source), text);
    const {ok, messages} = await compiler(folder, ...FLAGS.map(flag => flag.replace(/(^|-I)src\b/, `$1${root}/src`)),
        '-c', source, '-o', made);
    return {object: ok ? localize(readFileSync(made), exercise.functions) : null, messages};
}

const compileOnce = (folder, exercise, text) => {
    if (!compiled.has(text))
        compiled.set(text, compile(folder, exercise, text));
    return compiled.get(text);
};

const build = ([{exercise, text}, ...needs]) => inFolder(async folder => {
    const made = [await compile(folder, exercise, text)];
    for (const need of needs)
        made.push(await compileOnce(folder, need.exercise, need.text));
    const messages = made.map(one => one.messages).join('');
    if (made.some(one => !one.object))
        return {driver: null, messages};
    const objects = made.map((one, i) => join(folder, `${i}.o`));
    made.forEach((one, i) => writeFileSync(objects[i], one.object));
    const linked = await compiler(folder, ...objects,
        `${root}/build/wasm/driver/tests/${exercise.chapter}/cases_${exercise.name}.o`,
        `${root}/build/wasm/libdriver.a`, ...LINK, '-o', 'driver.wasm');
    return {driver: linked.ok ? readFileSync(join(folder, 'driver.wasm')) : null, messages: messages + linked.messages};
});

const symbolize = (driver, addresses) => inFolder(async folder => {
    writeFileSync(join(folder, 'driver.wasm'), driver);
    return (await execute('llvm-symbolizer', ['--obj=driver.wasm', ...addresses], {cwd: folder})).stdout;
});

const judgeModule = await WebAssembly.compile(readFileSync('build/wasm/judge.wasm'));
const idle = []; // lanes

class Lane {
    worker = null;

    static async take() {
        return idle.pop() ?? Object.assign(new Lane(), {judge: await loadJudge(judgeModule)});
    }

    makeWorker() {
        const worker = this.worker ??= new Worker(new URL('./worker.mjs', import.meta.url));
        return {
            post: message => worker.postMessage(message),
            listen: listener => worker.removeAllListeners('message').on('message', listener),
            end: () => {
                worker.terminate();
                this.worker = null;
            },
        };
    }

    page(seconds) {
        return {
            judge: this.judge,
            symbolize,
            build,
            record: async e => gunzipSync(readFileSync(`build/wasm/exercises/${e.name}.record`)),
            runner: async driver => runner(() => this.makeWorker(), await WebAssembly.compile(driver), seconds),
        };
    }
}

// Grades a text as an exercise; what it calls are the solutions.
export async function gradeText(exercise, text, seed, seconds = SECONDS) {
    const needs = exercise.needs.map(id => exercises([id])[0]);
    const sources = {[exercise.name]: text};
    for (const need of needs)
        sources[need.name] = solutionOf(need);
    const lane = await Lane.take();
    try {
        return await grade(lane.page(seconds), exercise, needs, sources, seed);
    } finally {
        lane.judge.end();
        idle.push(lane);
    }
}

// What the native judge says of some known mistakes: it looks at those whose words are in a folder.
export const nativeMistakes = (exercise, names, seed) => inFolder(async folder => {
    const path = `${exercise.chapter}/${exercise.name}`, mistakes = resolve('build/mistakes', path);
    for (const file of ['driver', ...names.map(name => `${name}.says`)])
        symlinkSync(join(mistakes, file), join(folder, file));
    const record = `build/wasm/exercises/${exercise.name}.record`;
    const {stdout} = await execute(`build/judge/${path}`, ['--prove', folder, '--reference', record, '--mistakes', record,
        '--seed', String(seed)], {maxBuffer: 1 << 28});
    return JSON.parse(stdout);
});
