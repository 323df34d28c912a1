// Puts the page together: node build.mjs JSON, where the JSON says: parts, what make has compiled
// (build/wasm); out, the folder of the page; list, the exercises; wasi and builtins, where the C
// library and that of the compiler are. The same files give the same bytes.

import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {basename, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {constants, gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import {pruned} from './prune.mjs';
import {filesIn, llvm, sysroot} from './sysroot.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const given = JSON.parse(process.argv[2]), {parts, list} = given, out = resolve(given.out);
const pack = bytes => gzipSync(bytes, {level: constants.Z_BEST_COMPRESSION});

// @param sizes  of the packed files, by name
async function bundle(sizes) {
    const options = {bundle: true, minify: true, target: 'es2022', legalComments: 'none', logLevel: 'warning', absWorkingDir: here};
    await build({...options, entryPoints: ['src/main.js'], format: 'esm', outfile: join(out, 'practice.js')});
    await build({...options, entryPoints: ['src/run.worker.js'], format: 'iife', outfile: join(out, 'run.worker.js')});
    await build({...options, entryPoints: ['src/llvm.worker.js'], format: 'esm', external: ['./clang/*'],
        outfile: join(out, 'llvm.worker.js'), define: {SIZES: JSON.stringify(sizes)}});
}

// The package counts what it loads, in a Response of its own. But Chromium keeps what it has translated
// of a module only if it comes as it was fetched.
function uncounted(source) {
    const counted = /new Response\(response\.body\.pipeThrough\(new TransformStream\(\{.*?\}\)\), response\)/gs;
    if (source.match(counted)?.length !== 1)
        throw new Error('the package loads its files otherwise now: see uncounted()');
    return source.replace(counted, 'response');
}

function compiler() {
    mkdirSync(join(out, 'clang'), {recursive: true});
    writeFileSync(join(out, 'clang/bundle.js'), uncounted(readFileSync(join(llvm, 'bundle.js'), 'utf8')));
    for (const name of ['llvm.core2.wasm', 'llvm.core3.wasm', 'llvm.core4.wasm'])
        cpSync(join(llvm, name), join(out, 'clang', name));
    const whole = readFileSync(join(llvm, 'llvm.core.wasm'));
    const called = new BigUint64Array(Uint8Array.from(readFileSync(join(parts, 'reached'))).buffer);
    const packed = {'llvm-resources.tar': sysroot(given), 'llvm.core.wasm': pruned(whole, called), 'llvm.whole.wasm': whole};
    for (const [name, bytes] of Object.entries(packed))
        writeFileSync(join(out, 'clang', `${name}.packed`), pack(bytes));
}

function exercises() {
    mkdirSync(join(out, 'exercises'), {recursive: true});
    const all = list.map(path => {
        const [chapter, name] = path.split('/');
        cpSync(join(parts, 'exercises', `${name}.record`), join(out, 'exercises', `${name}.record`));
        cpSync(join(parts, 'driver/tests', chapter, `cases_${name}.o`), join(out, 'exercises', `${name}.o`));
        return JSON.parse(readFileSync(join(parts, 'exercises', `${name}.json`)));
    });
    const order = id => id.split('.').map(Number);
    all.sort((a, b) => order(a.id)[0] - order(b.id)[0] || order(a.id)[1] - order(b.id)[1]);
    writeFileSync(join(out, 'exercises.json'), JSON.stringify(all));
}

function serviceWorker() {
    const hash = createHash('sha256'), files = filesIn(out).filter(path => basename(path) !== 'sw.js');
    for (const path of files)
        hash.update(relative(out, path)).update(readFileSync(path));
    const names = ['./', ...files.map(path => relative(out, path))];
    writeFileSync(join(out, 'sw.js'), readFileSync(join(here, 'src/sw.js'), 'utf8')
        .replace('@VERSION@', hash.digest('hex').slice(0, 16))
        .replace("['@FILES@']", JSON.stringify(names)));
}

rmSync(out, {recursive: true, force: true});
mkdirSync(out, {recursive: true});
compiler();
await bundle(Object.fromEntries(filesIn(join(out, 'clang')).map(path => [basename(path), statSync(path).size])));
exercises();
cpSync(join(parts, 'judge.wasm'), join(out, 'judge.wasm'));
for (const name of ['index.html', 'practice.css'])
    cpSync(join(here, name), join(out, name));
cpSync('docs/colors.css', join(out, 'colors.css'));
serviceWorker();
