// The judge: src/practice/judge.c, and what it needs of a page.

class LeaveTest extends Error {}

export async function loadJudge(module) {
    const imports = {
        page: {leave_test: () => { throw new LeaveTest(); }},
        wasi_snapshot_preview1: new Proxy({}, {get: (_, name) => name === 'proc_exit'
            ? code => { throw new Error(`the judge ended with code ${code}`); } : () => 52}),
    };
    const {exports} = await WebAssembly.instantiate(module, imports); // of a module: an instance
    exports._initialize();
    return new Judge(exports);
}

export class Judge {
    constructor(exports) {
        this.exports = exports;
    }

    // A copy in the judge's memory, with a zero behind its end.
    give(bytes) {
        const at = this.exports.malloc(bytes.length + 1);
        if (!at)
            throw new Error('the judge is out of memory');
        const room = new Uint8Array(this.exports.memory.buffer, at, bytes.length + 1);
        room.set(bytes);
        room[bytes.length] = 0;
        return at;
    }

    text(at) {
        const bytes = new Uint8Array(this.exports.memory.buffer);
        return new TextDecoder().decode(bytes.slice(at, bytes.indexOf(0, at)));
    }

    withText(text, use) {
        const at = this.give(new TextEncoder().encode(text));
        try {
            return use(at);
        } finally {
            this.exports.free(at);
        }
    }

    begin(name, record, seed) {
        const at = this.give(record);
        const problem = this.withText(name, text =>
            this.text(this.exports.practice_begin(text, at, record.length, seed)));
        this.exports.free(at);
        if (problem)
            throw new Error(`the record of ${name}: ${problem}`);
    }

    // Whether the test passes. The exception unwinds no stack of the judge's: that is put
    // back here.
    passes(test) {
        const pointer = this.exports.__stack_pointer, before = pointer.value;
        try {
            this.exports.practice_test(test);
            return true;
        } catch (error) {
            if (!(error instanceof LeaveTest))
                throw error;
            pointer.value = before;
            return false;
        }
    }

    take(name, result, seconds) {
        this.exports.practice_ran(name, result.ending, result.code,
            this.give(result.output), result.output.length, this.give(result.trace),
            result.trace.length, seconds);
    }

    reportTest(test, passed) {
        const points = this.exports.practice_points(test);
        return {name: this.text(this.exports.practice_test_name(test)),
            case: this.text(this.exports.practice_case(test)),
            status: passed ? 'pass' : 'fail',
            verdict: this.text(this.exports.practice_verdict(test)),
            points: passed ? points : 0, max_points: points,
            message: passed ? '' : this.text(this.exports.practice_words())};
    }

    mistake(i) {
        return {name: this.text(this.exports.practice_mistake_name(i)),
            says: this.text(this.exports.practice_mistake_says(i))};
    }

    // A column of the reference's trace or of yours, for a plot; null if there is none.
    column(run, name, yours) {
        return this.withText(run, runText => this.withText(name, nameText => {
            const at = this.exports.practice_column(runText, nameText, yours ? 1 : 0);
            const rows = this.exports.practice_rows(runText, nameText, yours ? 1 : 0);
            return at ? [...new Float64Array(this.exports.memory.buffer, at, rows)] : null;
        }));
    }

    // Judges a program.
    // @param run   runs one of its cases: name → {ending, code, output, trace}
    // @param plot  a case that is drawn, or none
    // @return a report as that of the native judge; call end() when it is no longer needed
    async judge(name, record, seed, run, plot) {
        this.begin(name, record, seed);
        const tests = [];
        for (let i = 0; i < this.exports.practice_tests(); i++) {
            const needed = this.exports.practice_runs(i);
            if (needed < 0)
                throw new Error(`the record of ${name} has no case of test ${i}`);
            if (needed) {
                const start = performance.now();
                const result = await run(this.text(this.exports.practice_case(i)));
                this.take(this.exports.practice_case(i), result, (performance.now() - start) / 1000);
            }
            tests.push(this.reportTest(i, this.passes(i)));
        }
        const found = this.exports.practice_diagnose();
        const whole = this.exports.practice_explains();
        const report = {status: this.text(this.exports.practice_status()), tests,
            beyond: this.exports.practice_beyond(),
            diagnosis: found && whole ? this.mistake(0) : null,
            second: found > 1 && whole ? this.mistake(1) : null,
            near: found && !whole ? this.mistake(0) : null,
            output: this.text(this.exports.practice_output()),
            output_lines: this.exports.practice_output_lines(),
            output_case: this.text(this.exports.practice_output_case())};
        if (this.withText(plot, text => this.exports.practice_plots(text))) {
            const result = await run(plot);
            this.withText(plot, text => this.take(text, result, 0));
        }
        return report;
    }

    end() {
        this.exports.practice_end();
    }
}
