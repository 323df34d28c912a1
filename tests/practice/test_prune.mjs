// A module without what was never called does the same for the same calls, and traps in the others.
import assert from 'node:assert';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {calledIn, marked, noneCalled, pruned} from '../../docs/practice/prune.mjs';

// So many functions that the marks take more than one word; f0 calls its neighbor, by a pointer too.
const COUNT = 200;
const SOURCE = `${Array.from({length: COUNT}, (_, i) => `int f${i}(int a);`).join('\n')}
typedef int function(int a);
int counter = 7;
${Array.from({length: COUNT}, (_, i) => i === 0
        ? 'int f0(int a) { function *volatile p = a > 0 ? f63 : f150; return f1(a) + p(a); }'
        : `int f${i}(int a) { volatile double x = a; counter += ${i}; return (int)x * ${i} + counter; }`).join('\n')}`;

function compile() {
    const folder = mkdtempSync(join(tmpdir(), 'prune-')), source = join(folder, 'many.c'), made = join(folder, 'many.wasm');
    try {
        writeFileSync(source, SOURCE);
        execFileSync(process.env.WASM_CC.split(' ')[0], ['--target=wasm32', '-O1', '-fno-inline', '-nostdlib', '-Wl,--no-entry',
            '-Wl,--export-all', source, '-o', made]);
        return readFileSync(made);
    } finally {
        rmSync(folder, {recursive: true});
    }
}

const instance = async bytes => (await WebAssembly.instantiate(bytes)).instance;

export default async function (test) {
    const whole = compile(), called = noneCalled(whole);
    const inputs = [1, 2, 1];
    const run = async bytes => {
        const {exports} = await instance(bytes);
        return inputs.map(input => exports.f0(input));
    };
    await test('a marked module gives the same numbers', async () => {
        const noting = await instance(marked(whole));
        assert.deepStrictEqual(inputs.map(input => noting.exports.f0(input)), await run(whole));
        calledIn(noting, called);
    });
    const small = pruned(whole, called);
    await test('so does a pruned one, and is smaller', async () => {
        assert.deepStrictEqual(await run(small), await run(whole));
        assert.ok(small.length < whole.length / 2, `${small.length} of ${whole.length}`);
    });
    await test('what was not called traps', async () => {
        const {exports} = await instance(small);
        for (const f of [() => exports.f150(1), () => exports.f64(1), () => exports.f0(-1)])
            assert.throws(f, WebAssembly.RuntimeError);
    });
}
