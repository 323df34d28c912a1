// Keeps the page's files, so that it opens at once and without a network. The build puts in
// their list and a version, which is a hash of them all.
//
// The compiler is kept unpacked, so that Chromium keeps with it what it has translated of it.

const VERSION = '@VERSION@';
const FILES = ['@FILES@'];
const COMPILER = 'clang/llvm.core.wasm', PACKED = `${COMPILER}.packed`;
const name = `practice-${VERSION}`;

async function unpacked() {
    const response = await fetch(PACKED);
    if (!response.ok)
        throw new Error(`${PACKED}: ${response.status} ${response.statusText}`);
    return new Response(response.body.pipeThrough(new DecompressionStream('gzip')),
        {headers: {'content-type': 'application/wasm'}});
}

self.addEventListener('install', event => event.waitUntil((async () => {
    const cache = await caches.open(name);
    await cache.addAll(FILES.filter(file => file !== PACKED));
    await cache.put(COMPILER, await unpacked());
    await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
    for (const other of await caches.keys())
        if (other.startsWith('practice-') && other !== name)
            await caches.delete(other);
    await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
    if (event.request.method !== 'GET')
        return;
    event.respondWith((async () => {
        const cache = await caches.open(name);
        return await cache.match(event.request, {ignoreSearch: true}) ?? fetch(event.request);
    })());
});
