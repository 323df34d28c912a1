// Puts the page together: node build.mjs JSON, where the JSON says: parts, what make has compiled
// (build/wasm); out, the folder of the page; list, the exercises; wasi and builtins, where the C
// library and that of the compiler are. The same files give the same bytes.

import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {basename, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {constants, gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import {tar} from './tar.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const {parts, list, wasi, builtins, ...given} = JSON.parse(process.argv[2]);
const out = resolve(given.out);
const llvm = join(here, 'node_modules/@yowasp/clang/gen');
const pack = bytes => gzipSync(bytes, {level: constants.Z_BEST_COMPRESSION});

// Headers of the compiler that C has, of those that it brings.
const HEADERS = /^(__std\w*|__float\w*|__stddef_\w*|__stdarg_\w*|float|inttypes|iso646|limits|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdnoreturn|tgmath)\.h$/;

const filesIn = folder => readdirSync(folder).sort().flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
});

async function bundle() {
    const options = {bundle: true, minify: true, target: 'es2022', legalComments: 'none', logLevel: 'warning', absWorkingDir: here};
    await build({...options, entryPoints: ['src/main.js'], format: 'esm', outfile: join(out, 'practice.js')});
    await build({...options, entryPoints: ['src/run.worker.js'], format: 'iife', outfile: join(out, 'run.worker.js')});
    await build({...options, entryPoints: ['src/llvm.worker.js'], format: 'esm', external: ['./clang/bundle.js'],
        outfile: join(out, 'llvm.worker.js')});
}

// What the compiler finds in /usr: headers, the library, and src/.
function sysroot() {
    const files = new Map(), unpacked = join(parts, 'resources');
    const add = (to, path) => files.set(to, readFileSync(path));
    const addHeaders = (to, folder, isWanted = name => name.endsWith('.h')) => {
        for (const path of filesIn(folder).filter(path => isWanted(relative(folder, path))))
            add(`${to}/${relative(folder, path)}`, path);
    };
    rmSync(unpacked, {recursive: true, force: true});
    mkdirSync(unpacked);
    execFileSync('tar', ['-xf', join(llvm, 'llvm-resources.tar'), '-C', unpacked]);
    addHeaders('include', join(unpacked, 'include'), name => HEADERS.test(name));
    rmSync(unpacked, {recursive: true});
    addHeaders('include/wasm32-wasi', join(wasi, 'include/wasm32-wasi'));
    for (const name of ['crt1-command.o', 'libc.a'])
        add(`lib/wasm32-wasi/${name}`, join(wasi, 'lib/wasm32-wasi', name));
    add('lib/wasm32-wasi/libclang_rt.builtins.a', builtins);
    add('lib/wasm32-wasi/libdriver.a', join(parts, 'libdriver.a'));
    for (const folder of ['optim', 'lab', 'judge'])
        addHeaders(`src/${folder}`, `src/${folder}`);
    addHeaders('src/practice', 'src/practice/include');
    return tar(files);
}

function compiler() {
    mkdirSync(join(out, 'clang'), {recursive: true});
    for (const name of ['bundle.js', 'llvm.core2.wasm', 'llvm.core3.wasm', 'llvm.core4.wasm'])
        cpSync(join(llvm, name), join(out, 'clang', name));
    writeFileSync(join(out, 'clang/llvm-resources.tar.packed'), pack(sysroot()));
    writeFileSync(join(out, 'clang/llvm.core.wasm.packed'), pack(readFileSync(join(llvm, 'llvm.core.wasm'))));
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
await bundle();
compiler();
exercises();
cpSync(join(parts, 'judge.wasm'), join(out, 'judge.wasm'));
for (const name of ['index.html', 'practice.css'])
    cpSync(join(here, name), join(out, name));
cpSync('docs/colors.css', join(out, 'colors.css'));
serviceWorker();
