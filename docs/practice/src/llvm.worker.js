// The worker with the compiler: @yowasp/clang, as the page brings it, packed.

const UNPACKED = {'llvm.core.wasm': 'application/wasm', 'llvm-resources.tar': 'application/x-tar'};
const plainFetch = self.fetch.bind(self);

// The package asks for its large files by name; here they are packed.
self.fetch = async (url, options) => {
    const name = String(url).split('/').pop(), type = UNPACKED[name];
    if (!type)
        return plainFetch(url, options);
    const response = await plainFetch(`${url}.packed`, options);
    if (!response.ok)
        throw new Error(`${name}: ${response.status} ${response.statusText}`);
    const counted = response.body.pipeThrough(new TransformStream({
        transform(chunk, controller) {
            loaded += chunk.length;
            self.postMessage({loaded});
            controller.enqueue(chunk);
        }}));
    return new Response(counted.pipeThrough(new DecompressionStream('gzip')),
        {headers: {'content-type': type}});
};
let loaded = 0;

const ready = import('./clang/bundle.js');

async function run({words, files}) {
    const {runLLVM, Exit} = await ready;
    let messages = '';
    const decoder = new TextDecoder();
    const hear = bytes => {
        if (bytes)
            messages += decoder.decode(bytes, {stream: true});
    };
    const options = {stdout: hear, stderr: hear, decodeASCII: false, fetchProgress: () => {}};
    try {
        const made = await runLLVM(words, files, options);
        return {ok: true, files: made, messages};
    } catch (error) {
        if (!(error instanceof Exit))
            throw error;
        return {ok: false, files: {}, messages};
    }
}

// Only what was made goes back: files at the top whose name was not given.
self.onmessage = async ({data: {id, words, files}}) => {
    try {
        const {ok, files: made, messages} = await run({words, files});
        const results = {};
        for (const [name, bytes] of Object.entries(made ?? {}))
            if (bytes instanceof Uint8Array && !(name in files))
                results[name] = bytes;
        self.postMessage({id, ok, files: results, messages});
    } catch (error) {
        self.postMessage({id, error: String(error.stack ?? error)});
    }
};
