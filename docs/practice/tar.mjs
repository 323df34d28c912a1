// Writes a tar archive as @yowasp/clang reads it: folders first, their names without a slash at
// the end. The same files give the same bytes.

const BLOCK = 512;

function head(name, size, kind) {
    const block = Buffer.alloc(BLOCK);
    const put = (text, at, length) => block.write(text, at, length, 'latin1');
    const octal = (value, digits) => value.toString(8).padStart(digits, '0');
    if (name.length > 100)
        throw new Error(`${name}: too long a name for the archive`);
    put(name, 0, 100);
    put(kind === '5' ? '0000755' : '0000644', 100, 8);
    put('0000000', 108, 8);
    put('0000000', 116, 8);
    put(octal(size, 11), 124, 12);
    put(octal(0, 11), 136, 12);
    put('        ', 148, 8);
    put(kind, 156, 1);
    put('ustar\0' + '00', 257, 8);
    put(`${octal(block.reduce((sum, byte) => sum + byte, 0), 6)}\0 `, 148, 8);
    return block;
}

// @param files  Map from path to bytes
export function tar(files) {
    const folders = new Set(), blocks = [];
    for (const path of files.keys())
        for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1))
            folders.add(path.slice(0, at));
    for (const folder of [...folders].sort())
        blocks.push(head(folder, 0, '5'));
    for (const path of [...files.keys()].sort()) {
        const bytes = files.get(path);
        blocks.push(head(path, bytes.length, '0'), bytes, Buffer.alloc((BLOCK - bytes.length % BLOCK) % BLOCK));
    }
    return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}
