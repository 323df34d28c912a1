// Keeps the page's files, so that it opens at once and without a network. The build puts in
// their list and a version, which is a hash of them all.

const VERSION = '@VERSION@';
const FILES = ['@FILES@'];
const name = `practice-${VERSION}`;

self.addEventListener('install', event => event.waitUntil((async () => {
    const cache = await caches.open(name);
    await cache.addAll(FILES);
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
