// What the page grades with: the compiler in its worker, the judge, and workers for drivers.

import {Compiler} from './compile.js';
import {grade} from './grade.js';
import {loadJudge} from './judge.js';
import {runner} from './runner.js';

const MOST = 120; // seconds that the compiler may take, once it is there

async function fetchBytes(url) {
    const response = await fetch(url);
    if (!response.ok)
        throw new Error(`${url}: ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
}

async function unpack(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
}

// Runs a tool of LLVM in its worker; one that takes too long is ended, and begins anew.
class LLVM {
    constructor(onLoaded) {
        this.onLoaded = onLoaded;
        this.pending = new Map();
        this.next = 0;
        this.isThere = false;
        this.start();
    }

    start() {
        const name = navigator.serviceWorker?.controller ? 'kept' : '';
        this.worker = new Worker('llvm.worker.js', {type: 'module', name});
        this.worker.onmessage = ({data}) => this.hear(data);
        this.worker.onerror = event => this.giveUp(`the compiler cannot be loaded: ${event.message}`);
    }

    hear({loaded, id, error, ...result}) {
        if (loaded !== undefined) {
            this.onLoaded(loaded);
            for (const [waitingId, waiting] of this.pending)
                this.arm(waitingId, waiting);
            return;
        }
        this.isThere = true;
        this.isWhole = result.isWhole;
        const waiting = this.pending.get(id);
        this.pending.delete(id);
        clearTimeout(waiting?.timer);
        if (error)
            waiting?.reject(new Error(error));
        else
            waiting?.resolve(result);
    }

    giveUp(why) {
        for (const waiting of this.pending.values())
            waiting.reject(new Error(why));
        this.pending.clear();
    }

    // What is loaded meanwhile takes none of the time.
    arm(id, waiting) {
        clearTimeout(waiting.timer);
        waiting.timer = this.isThere ? setTimeout(() => this.tooLong(id), MOST * 1000) : 0;
    }

    tooLong(id) {
        const waiting = this.pending.get(id);
        this.pending.delete(id);
        this.worker.terminate();
        this.start();
        waiting.resolve({ok: false, files: {},
            messages: 'the compiler ran out of time, memory or output\n'});
    }

    run(words, files) {
        return new Promise((resolve, reject) => {
            const id = this.next++, waiting = {resolve, reject};
            this.pending.set(id, waiting);
            this.arm(id, waiting);
            this.worker.postMessage({id, words, files});
        });
    }
}

const makeWorker = () => {
    const worker = new Worker('run.worker.js');
    return {
        post: message => worker.postMessage(message),
        end: () => worker.terminate(),
        listen: listener => { worker.onmessage = ({data}) => listener(data); },
    };
};

export class Engine {
    // The compiler is loaded from here on, whatever the page does meanwhile.
    constructor(onLoaded) {
        this.files = new Map();
        this.llvm = new LLVM(onLoaded);
        this.compiler = new Compiler((words, files) => this.llvm.run(words, files),
            exercise => this.file(`exercises/${exercise.name}.o`));
    }

    // @param first  the exercise that will be graded first, most likely
    start(exercises, first) {
        this.exercises = exercises;
        this.ready = this.load(first);
    }

    async load(first) {
        this.judge = await loadJudge(await WebAssembly.compile(await fetchBytes('judge.wasm')));
        this.seconds = this.judge.exports.practice_seconds();
        await this.warm(first);
    }

    // The browser translates the compiler as it is used: so the first programs are stubs, and the
    // student's is compiled and linked quickly.
    warm(exercise) {
        return this.compiler.build([exercise, ...this.needs(exercise)].map(one => ({exercise: one, text: one.stub})));
    }

    // A file of the page's, kept.
    async file(url) {
        if (!this.files.has(url))
            this.files.set(url, await fetchBytes(url));
        return this.files.get(url);
    }

    async record(exercise) {
        const packed = await this.file(`exercises/${exercise.name}.record`);
        return unpack(packed);
    }

    needs(exercise) {
        return exercise.needs.map(id => this.exercises.find(one => one.id === id));
    }

    // Grades an exercise with the sources by name.
    async grade(exercise, sources, seed) {
        await this.ready;
        const page = {
            judge: this.judge,
            build: parts => this.compiler.build(parts),
            symbolize: async (driver, addresses) =>
                (await this.llvm.run(['symbolizer', '--obj=driver.wasm', ...addresses], {'driver.wasm': driver})).messages,
            record: one => this.record(one),
            runner: async driver => {
                const module = await WebAssembly.compile(driver);
                const run = runner(makeWorker, module, this.seconds);
                this.endRun = run.end;
                return run;
            },
        };
        const result = await grade(page, exercise, this.needs(exercise), sources, seed);
        this.endRun?.();
        this.judge.end();
        return result;
    }
}
