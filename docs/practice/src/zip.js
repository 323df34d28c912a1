// Sources as a zip: folders as in exercises/, so that `descent batch` takes it as it is, and
// `descent grade --exercises` takes it unpacked.

import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';

const MOST = 8 << 20; // bytes, as of a submission

// @param sources  [{exercise, text}]
export function pack(sources) {
    const files = {};
    for (const {exercise, text} of sources)
        files[`${exercise.chapter}/${exercise.name}.c`] = [strToU8(text), {mtime: new Date(1980, 0, 1)}];
    return zipSync(files);
}

// The sources of a file that was chosen, by the names of its entries.
// @return [{name, text}]
export function unpack(name, bytes) {
    if (!/\.zip$/i.test(name))
        return [{name, text: strFromU8(bytes)}];
    let size = 0;
    const files = unzipSync(bytes, {filter: file => {
        size += file.originalSize;
        if (size > MOST)
            throw new Error(`${name} holds more than 8 MiB`);
        return /\.c$/i.test(file.name);
    }});
    return Object.entries(files).map(([entry, content]) => ({name: entry, text: strFromU8(content)}));
}
