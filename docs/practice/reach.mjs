// Finds which of the compiler's functions the page needs: node reach.mjs JSON >FILE, where the JSON is that
// of build.mjs. A compiler that notes what it calls (prune.mjs) compiles of each exercise the solution, the
// stub and one known mistake, and what students mistype; it links one exercise of each chapter, and looks up addresses.

import {copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {calledIn, marked, noneCalled} from './prune.mjs';
import {Compiler} from './src/compile.js';
import {llvm, sysroot} from './sysroot.mjs';

const given = JSON.parse(process.argv[2]), {parts, list} = given;
const whole = readFileSync(join(llvm, 'llvm.core.wasm')), called = noneCalled(whole);

// What is put before a solution, or behind it: each is refused, or warned of, with other words.
const SLIPS = ['int x', 'int f(void) { return y; }', 'int f(void) { retrun 1; }', 'int f(void) { }', 'int f( { return 1; }',
    'void f(double *a) { int *b = a; a[0] = b; }', 'int f(int a) { if (a = 1) return 1; return 0 }', 'int f(void) { return 1;',
    '#include "missing.h"', '#include <optim/real.h', '#define TWICE(x) ((x) + (x)\nint f(int a) { return TWICE(a); }',
    'int f(void); double f(void) { return 1; }', 'int f(int a) { return f(a, 1) + g(a); }', 'static int unused(int a) { int b; return 1; }',
    'struct s { int a; };\nint f(struct s *s) { return s.a + s->b; }', 'int f(unsigned a) { return a < -1; }',
    'int f(void) { int a[3]; return a[5]; }', 'int f(int a) { switch (a) { case 1: case 1: break; } goto out; }',
    'const int c = 1;\nvoid f(void) { c = 2; 3 = c; break; }', '#include <stdio.h>\nvoid f(double x) { printf("%d %s\\n", x); }',
    'int f(int a) { int a = 1; return 1 / 0 + a << 40; }', 'int f(void) { for (int i = 0; i < 3; i++); return i; }',
    'char *f(void) { return \'ab\'; } int é = "', 'int f(double x) { return x & 1; } void g(void) { return 1; }',
    'double f(double *a, size_t n) { real s = 0; for (i = 0; i < n; i++) s += a[i]; }'];

// The tool of LLVM, as in src/llvm.worker.js; each run is an instance of its own.
async function load(folder) {
    for (const name of ['llvm.core2.wasm', 'llvm.core3.wasm', 'llvm.core4.wasm'])
        copyFileSync(join(llvm, name), join(folder, name));
    copyFileSync(join(llvm, 'bundle.js'), join(folder, 'bundle.mjs'));
    writeFileSync(join(folder, 'llvm.core.wasm'), marked(whole));
    writeFileSync(join(folder, 'llvm-resources.tar'), sysroot(given));
    const {runLLVM, Exit} = await import(pathToFileURL(join(folder, 'bundle.mjs')));
    const instantiate = WebAssembly.instantiate;
    let first = null; // of the modules that are one tool, that with the functions
    WebAssembly.instantiate = async (module, imports) => {
        const instance = await instantiate(module, imports);
        if (instance.exports._start && instance.exports.memory)
            first = instance;
        return instance;
    };
    return async (words, files) => {
        let messages = '';
        const hear = bytes => { messages += bytes ? Buffer.from(bytes).toString() : ''; };
        try {
            const made = await runLLVM(words, files, {stdout: hear, stderr: hear, decodeASCII: false, fetchProgress: () => {}});
            return {ok: true, files: made, messages};
        } catch (error) {
            if (!(error instanceof Exit))
                throw error;
            return {ok: false, files: {}, messages};
        } finally {
            calledIn(first, called);
        }
    };
}

const solution = ({chapter, name}) => readFileSync(`solutions/${chapter}/${name}.c`, 'utf8');

// One known mistake: the first.
function mistake({chapter, name}) {
    const folder = join(parts, '../mistakes', chapter, name);
    const [first] = readdirSync(folder).filter(file => file.endsWith('.c')).sort();
    return readFileSync(join(folder, first), 'utf8').replace(/^#line.*$/gm, '');
}

async function link(compiler, tool, exercise, needs) {
    const made = await compiler.build([exercise, ...needs].map(one => ({exercise: one, text: solution(one)})));
    if (!made.driver)
        throw new Error(`${exercise.id}: ${made.messages}`);
    await tool(['symbolizer', '--obj=driver.wasm', '0x100', '0x1000', '0x4000'], {'driver.wasm': made.driver});
}

const folder = mkdtempSync(join(tmpdir(), 'reach-'));
try {
    const tool = await load(folder);
    const compiler = new Compiler(tool, ({chapter, name}) => readFileSync(join(parts, 'driver/tests', chapter, `cases_${name}.o`)));
    const exercises = list.map(path => JSON.parse(readFileSync(join(parts, 'exercises', `${path.split('/')[1]}.json`))));
    for (const exercise of exercises) {
        await compiler.compile(exercise, mistake(exercise));
        await compiler.compile(exercise, solution(exercise));
        await compiler.compile(exercise, exercise.stub);
    }
    for (const exercise of exercises.filter(({chapter}, i) => chapter !== exercises[i - 1]?.chapter))
        await link(compiler, tool, exercise, exercise.needs.map(id => exercises.find(one => one.id === id)));
    for (const slip of SLIPS)
        for (const text of [`${slip}\n${exercises[0].stub}`, `${exercises[0].stub}\n${slip}`])
            await compiler.compile(exercises[0], text);
} finally {
    rmSync(folder, {recursive: true});
}
process.stdout.write(new Uint8Array(called.buffer));
