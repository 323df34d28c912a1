// Where a sanitizer's report points: natively it has a line for each function on the stack, here
// the engine of the browser knows where in the module they are, and LLVM which line that is.

const MARK = 'ERROR: AddressSanitizer', MOST = 20; // functions

const CODE = 10; // the section's number

// The C library has debug data, too.
const LIBRARY = /libc-(top|bottom)-half|__wasilibc|dlmalloc/;

// Where the code begins in a module: addresses in debug data count from there.
function codeStart(module) {
    let at = 8;
    while (at < module.length) {
        const id = module[at++];
        let size = 0;
        for (let shift = 0; ; shift += 7) {
            const byte = module[at++];
            size += (byte & 127) * 2 ** shift;
            if (byte < 128)
                break;
        }
        if (id === CODE)
            return at;
        at += size;
    }
    return 0;
}

// Of each address two lines, the function and its place, and an empty one; more if it is inlined.
const framesIn = text => text.split('\n\n').map(block => block.split('\n'))
    .filter(([name, place]) => name && /\.c:[1-9]/.test(place ?? '') && !LIBRARY.test(place))
    .map(([name, place], i) => `    #${i} 0x0 in ${name} ${place}\n`).join('');

// @return the result of a run, its report with the places
export async function placesOf(symbolize, driver, result) {
    if (!symbolize || !result.frames.length || !new TextDecoder().decode(result.output).includes(MARK))
        return result;
    const start = codeStart(driver);
    const addresses = result.frames.slice(0, MOST).map(offset => `0x${(offset - start).toString(16)}`);
    const frames = new TextEncoder().encode(framesIn(await symbolize(driver, addresses)));
    const output = new Uint8Array(result.output.length + frames.length);
    output.set(result.output);
    output.set(frames, result.output.length);
    return {...result, output};
}
