/// <reference lib="webworker" />
// The service worker's whole work: keep the page's own files, so that it opens without a network. It never
// answers for the API: an old answer about money is worse than none.

declare const SHELL_FILES: string[];
declare const SHELL_VERSION: string;

/** `page`: the path of the page, as `/wallet/`. */
export function keepShell(worker: ServiceWorkerGlobalScope, page: string): void {
  const cacheName = `specie${page}${SHELL_VERSION}`;
  const ours = `specie${page}`;
  const kept = new Set(SHELL_FILES);

  worker.addEventListener('install', (event) => {
    // Past the browser's own cache: a page of the old program must not be kept as one of the new.
    const files = SHELL_FILES.map((file) => new Request(file, { cache: 'reload' }));
    event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files)));
  });

  worker.addEventListener('activate', (event) => {
    const forgetOld = caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(ours) && name !== cacheName).map((name) => caches.delete(name))));
    event.waitUntil(forgetOld.then(() => worker.clients.claim()));
  });

  // A new version waits until the page asks for it, so that nothing changes under an open screen.
  worker.addEventListener('message', (event) => {
    if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
  });

  worker.addEventListener('fetch', (event) => {
    const url = new URL(event.request.url);
    if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
    const file = event.request.mode === 'navigate' && url.pathname.startsWith(page) ? page : url.pathname;
    if (!kept.has(file)) return;
    event.respondWith(caches.match(file, { cacheName }).then((found) => found ?? fetch(event.request)));
  });
}
