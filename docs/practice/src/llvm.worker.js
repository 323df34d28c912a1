// The worker with the compiler: @yowasp/clang, as the page brings it, packed.
//
// At first it is without what programs seldom need of it: functions that trap (prune.mjs). When one is
// called, the whole compiler is loaded and does the same work again; that shows in nothing but the time.
//
// A first visit unpacks it here. Later ones get it unpacked from the service worker, and with it what the
// browser has translated of it before.

const UNPACKED = {'llvm.core.wasm': 'application/wasm', 'llvm-resources.tar': 'application/x-tar'};
const plainFetch = self.fetch.bind(self);
const isKept = self.name === 'kept';
let isWhole = false, loaded = 0;

const packedName = name => `${isWhole && name === 'llvm.core.wasm' ? 'llvm.whole.wasm' : name}.packed`;

// The package asks for its large files by name; here they are packed.
self.fetch = async (url, options) => {
    const name = String(url).split('/').pop(), type = UNPACKED[name];
    if (!type)
        return plainFetch(url, options);
    if (isKept && !isWhole && type === UNPACKED['llvm.core.wasm']) {
        const kept = await plainFetch(url, options);
        if (kept.ok)
            return kept;
    }
    const response = await plainFetch(new URL(packedName(name), url), options);
    if (!response.ok)
        throw new Error(`${name}: ${response.status} ${response.statusText}`);
    const size = SIZES[packedName('llvm.core.wasm')] + SIZES[packedName('llvm-resources.tar')];
    const counted = response.body.pipeThrough(new TransformStream({
        transform(chunk, controller) {
            loaded += chunk.length;
            self.postMessage({loaded: loaded / size});
            controller.enqueue(chunk);
        }}));
    return new Response(counted.pipeThrough(new DecompressionStream('gzip')),
        {headers: {'content-type': type}});
};

// Its large files are loaded at once; without a program to run it does no more.
async function load(address) {
    const llvm = await import(address);
    await llvm.runLLVM();
    return llvm;
}

let ready = load('./clang/bundle.js');
ready.catch(() => {}); // the first run tells why

function loadWhole() {
    isWhole = true;
    loaded = 0;
    ready = load('./clang/bundle.js?whole'); // another address: the package, anew
}

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

async function runOrLoad(request) {
    try {
        return await run(request);
    } catch (error) {
        if (isWhole || !(error instanceof WebAssembly.RuntimeError))
            throw error;
        loadWhole();
        return run(request);
    }
}

// Only what was made goes back: files at the top whose name was not given.
self.onmessage = async ({data: {id, words, files}}) => {
    try {
        const {ok, files: made, messages} = await runOrLoad({words, files});
        const results = {};
        for (const [name, bytes] of Object.entries(made ?? {}))
            if (bytes instanceof Uint8Array && !(name in files))
                results[name] = bytes;
        self.postMessage({id, ok, files: results, messages, isWhole});
    } catch (error) {
        self.postMessage({id, error: String(error.stack ?? error)});
    }
};
