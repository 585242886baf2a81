// The service worker: keeps one version of the shell, whole, so that the page opens without a line. It is a shop
// window, not a store: the API is never answered from here.
//
// A version is taken over all at once or not at all: its files go into a cache of their own, and the worker stays
// uninstalled when one is missing. The version before is kept for tabs that still run it.

export {}
declare const self: ServiceWorkerGlobalScope

// Both are written in by the build (vite.config.ts): a hash over the files, and their addresses.
const version = '__SHELL_VERSION__'
const shell = '__SHELL_FILES__'.split(' ')
const prefix = 'giaoban-shell-'
const current = prefix + version
/** Longer than this for a page of 1 KB is a line that is as good as cut. */
const page_ms_max = 3000

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return
  if (event.request.mode === 'navigate') {
    if (isPage(url.pathname)) event.respondWith(page(event.request))
  } else if (url.pathname.startsWith('/assets/') || url.pathname.startsWith('/fonts/') || shell.includes(url.pathname)) {
    event.respondWith(file(event.request))
  }
})

async function install(): Promise<void> {
  const cache = await caches.open(current)
  try {
    // What has its content's hash in its name comes from the browser's own cache: the first visit pays it once.
    await cache.addAll(shell.map((path) => new Request(path, { cache: /^\/(assets|fonts)\//.test(path) ? 'default' : 'reload' })))
    const html = await (await cache.match('/'))?.text()
    const entry = shell.find((path) => path.startsWith('/assets/'))
    if (!html || !entry || !html.includes(entry)) throw new Error('the page is of another version')
  } catch (failure) {
    await caches.delete(current)
    throw failure
  }
  await self.skipWaiting()
}

async function activate(): Promise<void> {
  const before = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current)
  // In the order they were made: the last one may still be open in another tab.
  await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** Addresses that are the page's own; public pages and documents are the server's. */
function isPage(path: string): boolean {
  return /^\/($|\d{4}-\d{2}(\/|$)|(hall|console|sign-in|accounts|journal)(\/|$))/.test(path) && !path.includes('.')
}

/** The newest page where there is a line, the kept one where there is none. */
async function page(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(page_ms_max) })
    if (answer.status < 500) return answer
  } catch {
    // no line
  }
  return (await (await caches.open(current)).match('/')) ?? Response.error()
}

async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  // Rooms that were opened once open offline too.
  if (answer.ok && new URL(request.url).pathname.startsWith('/assets/')) {
    const copy = answer.clone()
    void caches.open(current).then((cache) => cache.put(request, copy))
  }
  return answer
}
