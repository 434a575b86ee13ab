/* The service worker: one versioned set of files (app, wasm, catalogue, tracks), whole or not at all.
 *
 * Install fetches every file past the browser's cache and checks its hash: a half-updated host gives no set. A new set
 * waits until the app says that no session runs ("take-over"), so nothing is swapped under a moving person. Requests
 * for files of the set are answered from it; the server's api is never touched. */
declare const SET_VERSION: string;
declare const SET_FILES: [string, string][];

interface WorkerScope {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
}

interface WorkerEvent {
  request: Request;
  data: unknown;
  waitUntil(promise: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

const worker = self as unknown as WorkerScope;
const CACHE = `keel-${SET_VERSION}`;

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    SET_FILES.map(async ([path, hash]) => {
      const answer = await fetch(path, { cache: 'reload' });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      const bytes = await answer.clone().arrayBuffer();
      if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== hash) throw new Error(`${path} is not of this set`);
      await cache.put(path, answer);
    }),
  );
}

async function tidy(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('keel-') && name !== CACHE) await caches.delete(name);
  }
  await worker.clients.claim();
}

async function answer(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(tidy()));
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || !url.href.startsWith(worker.registration.scope)) return;
  const path = url.href.slice(worker.registration.scope.length).replace(/[?#].*$/, '');
  const wanted = path === '' ? 'index.html' : path;
  if (SET_FILES.some(([name]) => name === wanted)) event.respondWith(answer(event.request, wanted));
});
