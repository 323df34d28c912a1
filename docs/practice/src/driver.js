// Runs one case of a driver: an instance of its own, with as much of WASI as a driver may
// have. It sees its arguments, the clock and random numbers; no file, no network.
//
// Invariant: what the program writes is counted before it is kept.

// As enum ending in src/run/result.h.
export const ENDED = {EXIT: 0, SIGNAL: 1, TIME: 2, MEMORY: 3, OUTPUT: 4, UNSTARTED: 6};

// As answer_limits in src/judge/answer.c.
const OUTPUT_BYTES = 4 << 20, TRACE_BYTES = 4 << 20;

const SUCCESS = 0, BAD_DESCRIPTOR = 8, NOT_SUPPORTED = 52, CHARACTER_DEVICE = 2;
const OUTPUT = 1, ERRORS = 2, TRACE = 3;

// Exit codes above this are signals, as a shell says it; killed is what runs out of memory.
const SIGNALED = 128, ABORTED = 6, KILLED = 9;
const ILLEGAL = 4, ARITHMETIC = 8, SEGMENT = 11;

class Ended extends Error {
    constructor(ending, code) {
        super(`ended: ${ending}, ${code}`);
        this.ending = ending;
        this.code = code;
    }
}

// Bytes that arrive in pieces, up to a limit.
class Pieces {
    constructor(limit) {
        this.pieces = [];
        this.length = 0;
        this.limit = limit;
    }

    add(bytes) {
        this.length += bytes.length;
        if (this.length > this.limit)
            throw new Ended(ENDED.OUTPUT, 0);
        this.pieces.push(bytes);
    }

    whole() {
        const bytes = new Uint8Array(this.pieces.reduce((sum, piece) => sum + piece.length, 0));
        let at = 0;
        for (const piece of this.pieces) {
            bytes.set(piece, at);
            at += piece.length;
        }
        return bytes;
    }
}

// What a trap is natively: a signal.
function signalOf(trap) {
    if (/divi(de|sion)|integer overflow|unrepresentable/.test(trap.message))
        return ARITHMETIC;
    return /unreachable/.test(trap.message) ? ILLEGAL : SEGMENT;
}

const isRecursion = error => error instanceof RangeError ||
    /too much recursion|call stack/i.test(error.message);

// Where in the module the program was, innermost first.
export function framesOf(error) {
    return [...String(error.stack).matchAll(/wasm-function\[\d+\]:(0x[0-9a-f]+)/g)]
        .map(match => Number(match[1]));
}

function ended(error, output) {
    if (error instanceof Ended && error.ending === ENDED.EXIT && error.code > SIGNALED) {
        const signal = error.code - SIGNALED;
        return signal === KILLED ? {ending: ENDED.MEMORY, code: signal}
            : signal === ABORTED ? {ending: ENDED.SIGNAL, code: signal}
                : {ending: ENDED.EXIT, code: error.code};
    }
    if (error instanceof Ended)
        return {ending: error.ending, code: error.code};
    if (isRecursion(error)) {
        output.add(new TextEncoder().encode(
            `${'='.repeat(65)}\n==1==ERROR: AddressSanitizer: stack-overflow on address 0x0\n`));
        return {ending: ENDED.EXIT, code: 1};
    }
    if (error instanceof WebAssembly.RuntimeError)
        return {ending: ENDED.SIGNAL, code: signalOf(error)};
    throw error;
}

// The functions of WASI that a driver calls; all others are not supported.
function system(words, state) {
    const texts = words.map(word => new TextEncoder().encode(`${word}\0`));
    const view = () => new DataView(state.memory.buffer);
    const put = (at, bytes) => new Uint8Array(state.memory.buffer).set(bytes, at);
    return {
        args_sizes_get(count, size) {
            view().setUint32(count, texts.length, true);
            view().setUint32(size, texts.reduce((sum, text) => sum + text.length, 0), true);
            return SUCCESS;
        },
        args_get(pointers, at) {
            for (const text of texts) {
                view().setUint32(pointers, at, true);
                put(at, text);
                pointers += 4;
                at += text.length;
            }
            return SUCCESS;
        },
        environ_sizes_get(count, size) {
            view().setUint32(count, 0, true);
            view().setUint32(size, 0, true);
            return SUCCESS;
        },
        environ_get: () => SUCCESS,
        clock_res_get(clock, at) {
            view().setBigUint64(at, 1000000n, true);
            return SUCCESS;
        },
        clock_time_get(clock, precision, at) {
            const now = clock === 0 ? Date.now() : performance.now();
            view().setBigUint64(at, BigInt(Math.round(now * 1e6)), true);
            return SUCCESS;
        },
        random_get(at, size) {
            for (let done = 0; done < size; done += 65536)
                crypto.getRandomValues(new Uint8Array(state.memory.buffer, at + done,
                    Math.min(65536, size - done)));
            return SUCCESS;
        },
        fd_fdstat_get(fd, at) {
            if (fd > TRACE)
                return BAD_DESCRIPTOR;
            put(at, new Uint8Array(24));
            view().setUint8(at, fd === TRACE ? 4 : CHARACTER_DEVICE);
            view().setBigUint64(at + 8, 0x40n, true); /* it may be written to */
            return SUCCESS;
        },
        fd_write(fd, vectors, count, written) {
            const to = fd === TRACE ? state.trace
                : fd === OUTPUT || fd === ERRORS ? state.output : null;
            if (!to)
                return BAD_DESCRIPTOR;
            let sum = 0;
            for (let i = 0; i < count; i++) {
                const at = view().getUint32(vectors + 8 * i, true);
                const length = view().getUint32(vectors + 8 * i + 4, true);
                const bytes = new Uint8Array(state.memory.buffer, at, length).slice();
                to.add(bytes);
                if (to === state.output)
                    state.onOutput?.(bytes);
                sum += length;
            }
            view().setUint32(written, sum, true);
            return SUCCESS;
        },
        fd_close: fd => fd <= TRACE ? SUCCESS : BAD_DESCRIPTOR,
        fd_prestat_get: () => BAD_DESCRIPTOR,
        fd_read: () => BAD_DESCRIPTOR,
        fd_seek: fd => fd <= TRACE ? 70 /* a pipe */ : BAD_DESCRIPTOR,
        // Sleep: until it is over, or this worker is.
        poll_oneoff(subscriptions, events, count, happened) {
            if (count !== 1 || view().getUint8(subscriptions + 8) !== 0)
                return NOT_SUPPORTED;
            const wait = Number(view().getBigUint64(subscriptions + 24, true)) / 1e6;
            const absolute = view().getUint16(subscriptions + 40, true) & 1;
            const until = absolute ? wait : performance.now() + wait;
            while (performance.now() < until)
                ;
            put(events, new Uint8Array(32));
            put(events, new Uint8Array(state.memory.buffer, subscriptions, 8).slice());
            view().setUint32(happened, 1, true);
            return SUCCESS;
        },
        sched_yield: () => SUCCESS,
        proc_exit(code) {
            state.frames = framesOf(new Error());
            throw new Ended(ENDED.EXIT, code >>> 0);
        },
    };
}

function importsFor(module, own) {
    const imports = {};
    for (const {module: from, name} of WebAssembly.Module.imports(module)) {
        imports[from] ??= {};
        imports[from][name] = from === 'wasi_snapshot_preview1' && own[name] ||
            (() => NOT_SUPPORTED);
    }
    return imports;
}

// @param onOutput  is called with what the program prints, as it comes
// @return {ending, code, output, trace, frames}
export function runCase(module, run, seed, onOutput) {
    Error.stackTraceLimit = 50;
    const state = {output: new Pieces(OUTPUT_BYTES), trace: new Pieces(TRACE_BYTES),
        frames: [], onOutput};
    let result = {ending: ENDED.EXIT, code: 0};
    try {
        const own = system(['driver', run, String(seed)], state);
        const instance = new WebAssembly.Instance(module, importsFor(module, own));
        state.memory = instance.exports.memory;
        instance.exports._start();
    } catch (error) {
        state.frames = state.frames.length ? state.frames : framesOf(error);
        result = ended(error, state.output);
    }
    return {...result, output: state.output.whole(), trace: state.trace.whole(),
        frames: state.frames};
}
