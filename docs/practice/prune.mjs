// Makes a WebAssembly module smaller by what its programs never call: marked() is the module that notes
// which functions are called, pruned() the one without the bodies of the others, which trap instead.
//
// Invariant: no function, type or address moves. So the two are the same program, as long as it does not
// trap (https://webassembly.github.io/spec/core/binary/).

import {Reader} from './src/object.js';

const GLOBALS = 6, EXPORTS = 7, CODE = 10; // sections
const I64 = 0x7e, MUTABLE = 1, I64_CONST = 0x42, I64_OR = 0x84, GLOBAL_GET = 0x23, GLOBAL_SET = 0x24, END = 0x0b;
const GLOBAL_EXPORT = 3, BITS = 64;
const TRAP = Buffer.from([3, 0, 0, END]); // its size, no locals, unreachable

function number(value) {
    const bytes = [];
    for (; value > 127; value = Math.floor(value / 128))
        bytes.push(value % 128 | 128);
    return [...bytes, value];
}

function signed(value) {
    const bytes = [];
    for (; value > 63n || value < -64n; value >>= 7n)
        bytes.push(Number(value & 127n) | 128);
    return [...bytes, Number(value & 127n)];
}

const bit = i => BigInt.asIntN(64, 1n << BigInt(i % BITS));
const nameOf = word => `called ${word}`;

function sections(module) {
    const file = new Reader(module, 8, module.length), all = [];
    while (file.at < file.end)
        all.push({id: file.byte(), part: file.part(file.number())});
    return all;
}

// The functions' bodies: [from, to].
function bodiesOf(module) {
    const {part} = sections(module).find(({id}) => id === CODE);
    const code = new Reader(module, part.at, part.end);
    return Array.from({length: code.number()}, () => {
        const {at, end} = code.part(code.number());
        return [at, end];
    });
}

// @param change  of each section, by its id: its new bytes, in pieces; others stay
function rewrite(module, change) {
    const pieces = [module.subarray(0, 8)];
    for (const {id, part} of sections(module)) {
        const made = Buffer.concat(change[id]?.(part) ?? [module.subarray(part.at, part.end)]);
        pieces.push(Buffer.from([id, ...number(made.length)]), made);
    }
    return Buffer.concat(pieces);
}

// A section that is a list, with more at its end.
function longer(module, list, more) {
    const count = list.number();
    return [Buffer.from(number(count + more.length)), module.subarray(list.at, list.end), ...more];
}

function withMark(module, [from, to], i, firstGlobal) {
    const locals = new Reader(module, from, to), word = number(firstGlobal + Math.floor(i / BITS));
    for (let groups = locals.number(); groups > 0; groups--) {
        locals.number();
        locals.byte();
    }
    const mark = [GLOBAL_GET, ...word, I64_CONST, ...signed(bit(i)), I64_OR, GLOBAL_SET, ...word];
    return [Buffer.from(number(to - from + mark.length)), module.subarray(from, locals.at),
        Buffer.from(mark), module.subarray(locals.at, to)];
}

// The module with a bit for each function, in exported globals behind its own, which calledIn() reads.
export function marked(module) {
    const bodies = bodiesOf(module), words = Array.from({length: Math.ceil(bodies.length / BITS)}, (_, i) => i);
    const globals = sections(module).find(({id}) => id === GLOBALS).part;
    const first = new Reader(module, globals.at, globals.end).number();
    return rewrite(module, {
        [GLOBALS]: list => longer(module, list, words.map(() => Buffer.from([I64, MUTABLE, I64_CONST, 0, END]))),
        [EXPORTS]: list => longer(module, list, words.map(word => {
            const name = Buffer.from(nameOf(word));
            return Buffer.from([name.length, ...name, GLOBAL_EXPORT, ...number(first + word)]);
        })),
        [CODE]: () => [Buffer.from(number(bodies.length)),
            ...bodies.flatMap((body, i) => withMark(module, body, i, first))],
    });
}

// Adds what an instance of a marked module has called.
// @param called  BigUint64Array, a bit a function
export function calledIn(instance, called) {
    for (let word = 0; word < called.length; word++)
        called[word] |= BigInt.asUintN(64, instance.exports[nameOf(word)].value);
}

export const noneCalled = module => new BigUint64Array(Math.ceil(bodiesOf(module).length / BITS));

export function pruned(module, called) {
    const bodies = bodiesOf(module);
    const isCalled = i => called[Math.floor(i / BITS)] >> BigInt(i % BITS) & 1n;
    return rewrite(module, {[CODE]: () => [Buffer.from(number(bodies.length)), ...bodies.flatMap(([from, to], i) =>
        isCalled(i) ? [Buffer.from(number(to - from)), module.subarray(from, to)] : [TRAP])]});
}
