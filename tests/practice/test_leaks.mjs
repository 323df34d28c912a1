// No solution and no mistake is in the page, in any form: not their text, in no file and in no
// archive, and not their functions, in no object.
import assert from 'node:assert';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';

const PAGE = 'build/site/practice';
const filesIn = folder => readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
});

// Texts as they are, records and what is packed unpacked, and the sources in JSON line by line.
function texts(folder) {
    const paths = [];
    const put = (name, bytes) => {
        const path = join(folder, name.replaceAll('/', '_'));
        writeFileSync(path, bytes);
        paths.push(path);
    };
    for (const path of filesIn(PAGE)) {
        if (/llvm\.(core|whole)\.wasm\.packed$/.test(path))
            continue;
        const bytes = readFileSync(path);
        put(path, /\.(packed|record)$/.test(path) ? gunzipSync(bytes) : bytes);
    }
    const all = JSON.parse(readFileSync(join(PAGE, 'exercises.json')));
    put('stubs.txt', all.map(exercise => [exercise.stub, exercise.header, ...exercise.hints].join('\n')).join('\n'));
    return paths;
}

const solutions = () => readdirSync('solutions').flatMap(chapter =>
    readdirSync(join('solutions', chapter)).map(name => join('solutions', chapter, name)));

// The awk program prints the lines of the sources that stand in the files.
const leaks = (sources, paths) => execFileSync('awk', ['-f', 'tests/tool/leaks.awk', ...sources, ...paths],
    {encoding: 'utf8', maxBuffer: 1 << 28}).split('\n').filter(Boolean);

export default async function (test) {
    const folder = mkdtempSync(join(tmpdir(), 'practice-'));
    try {
        const paths = texts(folder);
        await test('no solution is in the page', () => assert.deepStrictEqual(leaks(solutions(), paths), []));
        await test('one would be seen', () => {
            const path = join(folder, 'all');
            writeFileSync(path, solutions().map(file => readFileSync(file, 'utf8')).join('\n'));
            assert.ok(leaks(solutions(), [path]).length > 20);
        });
        await test('no edit of a mistake is in the page', () => {
            const mistakes = readdirSync('tests').filter(name => /^\d/.test(name)).flatMap(chapter =>
                readdirSync(join('tests', chapter, 'mistakes')).map(name => readFileSync(join('tests', chapter, 'mistakes', name), 'utf8')));
            const added = mistakes.flatMap(text => text.split('\n')).filter(line => /^\+.{30}/.test(line)).map(line => line.slice(1).trim())
                .filter(line => line.length > 30 && !/^(\/|\*|#)/.test(line));
            const whole = paths.filter(path => !path.endsWith('.wasm')).map(path => readFileSync(path, 'latin1')).join('\n');
            assert.ok(added.length > 100);
            const library = execFileSync('cat', ['-s', ...filesIn('src/optim'), ...filesIn('src/lab').filter(path => path.endsWith('.h'))],
                {encoding: 'latin1', maxBuffer: 1 << 28});
            assert.deepStrictEqual(added.filter(line => whole.includes(line) && !library.includes(line)), []);
        });
        await test('no function of a solution is in an object', () => {
            const objects = [...filesIn(join(PAGE, 'exercises')).filter(path => path.endsWith('.o')), 'build/wasm/libdriver.a', 'build/wasm/judge.wasm'];
            const defined = execFileSync('llvm-nm', ['--defined-only', '-P', ...objects.filter(path => !path.endsWith('.wasm'))],
                {encoding: 'utf8', maxBuffer: 1 << 28});
            const all = JSON.parse(readFileSync(join(PAGE, 'exercises.json')));
            const own = all.flatMap(exercise => exercise.functions).filter(name => name !== 'main');
            const names = new Set(defined.split('\n').map(line => line.split(' ')[0]));
            assert.deepStrictEqual(own.filter(name => names.has(name)), []);
        });
    } finally {
        rmSync(folder, {recursive: true});
    }
}
