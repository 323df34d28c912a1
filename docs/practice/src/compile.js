// Compiles a submission and links it with its driver, as src/tool/compile.c does natively.

import {localize} from './object.js';

// Like PRACTICE in the Makefile; there the compiler is gcc, with a library for sanitizers.
const SANITIZERS = 'address,alignment,array-bounds,bool,builtin,enum,integer-divide-by-zero,' +
    'nonnull-attribute,null,object-size,pointer-overflow,return,returns-nonnull-attribute,' +
    'shift-base,shift-exponent,signed-integer-overflow,unreachable,vla-bound';
const ADDRESS = ['instrumentation-with-call-threshold=0', 'mapping-offset=0', 'globals=0',
    'use-after-return=never', 'max-inline-poisoning-size=0'];
const COMPILE = ['clang', '-cc1', '-triple', 'wasm32-unknown-wasip1', '-emit-obj', '-O1',
    '-std=c17', '-ffp-contract=off', '-mrelocation-model', 'static', '-target-cpu', 'generic',
    '-fno-rounding-math', '-debug-info-kind=line-tables-only', '-dwarf-version=4',
    '-fdebug-compilation-dir=.', '-fgnuc-version=4.2.1', '-ferror-limit', '19',
    '-Wall', '-Wextra', '-Werror=return-type', `-fsanitize=${SANITIZERS}`,
    '-fsanitize-recover=pointer-overflow', '-fsanitize-address-use-after-scope',
    ...ADDRESS.flatMap(option => ['-mllvm', `-asan-${option}`]),
    '-D_GNU_SOURCE', '-D_WASI_EMULATED_SIGNAL', '-I/usr/src', '-isystem', '/usr/src/practice',
    '-resource-dir', '/usr', '-internal-isystem', '/usr/include',
    '-internal-isystem', '/usr/include/wasm32-wasi', '-x', 'c'];

// The shadow of AddressSanitizer lies below all else: see src/practice/address.c.
const LIB = '/usr/lib/wasm32-wasi';
const LINK = ['wasm-ld', '-m', 'wasm32', '-z', 'stack-size=8388608', '--no-stack-first',
    '--global-base=25165824', '--max-memory=201326592'];

const tidy = messages => messages.replaceAll('/usr/src/practice/', 'include/')
    .replaceAll('/usr/src/', 'src/');

export class Compiler {
    // @param llvm   runs a tool of LLVM: words, files → {files, messages, ok}
    // @param cases  the object with an exercise's cases: name → its bytes
    constructor(llvm, cases) {
        this.llvm = llvm;
        this.cases = cases;
        this.objects = new Map(); // by name: {text, object}
    }

    // One source; that of an exercise which another calls seldom changes.
    async compile(exercise, text) {
        const known = this.objects.get(exercise.name);
        if (known?.text === text)
            return known;
        const folder = {[exercise.chapter]: {[`${exercise.name}.c`]: text}};
        const path = `exercises/${exercise.chapter}/${exercise.name}.c`;
        const {ok, files, messages} = await this.llvm(
            [...COMPILE, '-main-file-name', `${exercise.name}.c`, '-o', 'made.o', path],
            {exercises: folder});
        const object = ok ? localize(files['made.o'], exercise.functions) : null;
        const result = {text, object, messages: tidy(messages)};
        if (ok)
            this.objects.set(exercise.name, result);
        return result;
    }

    // @param parts  [{exercise, text}]: the exercise, and those that it calls
    // @return {driver: its bytes or null, messages}
    async build(parts) {
        let messages = '';
        const files = {}, names = [];
        for (const {exercise, text} of parts) {
            const made = await this.compile(exercise, text);
            messages += made.messages;
            if (!made.object)
                return {driver: null, messages};
            files[`${exercise.name}.o`] = made.object;
            names.push(`${exercise.name}.o`);
        }
        files['cases.o'] = await this.cases(parts[0].exercise);
        const linked = await this.llvm([...LINK, `${LIB}/crt1-command.o`, ...names, 'cases.o',
            `${LIB}/libdriver.a`, `${LIB}/libc.a`, `${LIB}/libclang_rt.builtins.a`,
            '-o', 'driver.wasm'], files);
        messages += linked.messages;
        return {driver: linked.ok ? linked.files['driver.wasm'] : null, messages};
    }
}
