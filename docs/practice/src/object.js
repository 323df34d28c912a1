// Makes all names of an object file its own but those of its exercise, as objcopy
// --keep-global-symbols does natively: so a helper cannot clash with a function of the
// tests, of the library or of C.
//
// The names stand in the section "linking" (tool-conventions/Linking.md of WebAssembly).
// Only flags are changed, in place; so nothing moves.

const FUNCTION = 0, DATA = 1, SECTION = 3, SYMBOL_TABLE = 8;
const BINDING = 3, LOCAL = 2, UNDEFINED = 0x10, EXPLICIT_NAME = 0x40;

// What the compiler calls main().
const MAIN = ['main', '__main_argc_argv', '__main_void', '__original_main'];

export class Reader {
    constructor(bytes, at, end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    byte() {
        if (this.at >= this.end)
            throw new Error('the object file is cut off');
        return this.bytes[this.at++];
    }

    number() {
        let value = 0;
        for (let shift = 0; ; shift += 7) {
            const byte = this.byte();
            value += (byte & 127) * 2 ** shift;
            if (byte < 128)
                return value;
        }
    }

    text() {
        const length = this.number();
        this.at += length;
        return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
    }

    // A reader of the next `length` bytes, which this one skips.
    part(length) {
        const part = new Reader(this.bytes, this.at, this.at + length);
        if (part.end > this.end)
            throw new Error('the object file is cut off');
        this.at = part.end;
        return part;
    }
}

function localizeSymbol(symbols, isKept) {
    const kind = symbols.byte(), flagsAt = symbols.at, flags = symbols.number();
    const defined = !(flags & UNDEFINED);
    if (kind === SECTION) {
        symbols.number();
        return;
    }
    if (kind !== DATA)
        symbols.number();
    const name = kind === DATA || defined || flags & EXPLICIT_NAME ? symbols.text() : '';
    if (kind === DATA && defined)
        for (let i = 0; i < 3; i++)
            symbols.number();
    if (defined && (kind === DATA || kind === FUNCTION) && !isKept(name))
        symbols.bytes[flagsAt] = symbols.bytes[flagsAt] & ~BINDING | LOCAL;
}

export function localize(object, functions) {
    const kept = new Set([...functions, ...MAIN]);
    const bytes = object.slice();
    const file = new Reader(bytes, 8, bytes.length);
    while (file.at < file.end) {
        const id = file.byte(), section = file.part(file.number());
        if (id !== 0 || section.text() !== 'linking')
            continue;
        section.number(); // the version
        while (section.at < section.end) {
            const kind = section.byte(), part = section.part(section.number());
            for (let i = kind === SYMBOL_TABLE ? part.number() : 0; i > 0; i--)
                localizeSymbol(part, name => kept.has(name));
        }
    }
    return bytes;
}
