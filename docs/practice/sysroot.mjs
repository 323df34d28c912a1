// What the compiler finds in /usr: headers, the library, and src/.

import {execFileSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {tar} from './tar.mjs';

// The compiler's package.
export const llvm = fileURLToPath(new URL('node_modules/@yowasp/clang/gen', import.meta.url));

// Headers of the compiler that C has, of those that it brings.
const HEADERS = /^(__std\w*|__float\w*|__stddef_\w*|__stdarg_\w*|float|inttypes|iso646|limits|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdnoreturn|tgmath)\.h$/;

export const filesIn = folder => readdirSync(folder).sort().flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
});

// @return the archive's bytes
export function sysroot({parts, wasi, builtins}) {
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
