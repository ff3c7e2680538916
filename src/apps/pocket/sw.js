/* global __SHELL__, __VERSION__ (the build writes them in: shellCache.ts) */
/* The phone's shell without a network: files by their hashed names, the page itself network first, calls never. */
const cacheName = `gongqiao-pocket-${__VERSION__}`
const shell = __SHELL__

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(shell))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const forget = (names) =>
    Promise.all(
      names.filter((name) => name.startsWith('gongqiao-pocket-') && name !== cacheName).map((name) => caches.delete(name)),
    )
  event.waitUntil(
    caches
      .keys()
      .then(forget)
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  // The scope /m also covers desk addresses such as /members; those are not ours to answer.
  if (request.mode === 'navigate') {
    if (/^\/m(\/|$)/.test(url.pathname)) event.respondWith(pageFirst(request))
    return
  }
  if (url.pathname.startsWith('/assets/')) event.respondWith(cacheFirst(request))
})

async function pageFirst(request) {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match('/m')) ?? Response.error()
  }
}

async function cacheFirst(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) (await caches.open(cacheName)).put(request, fresh.clone())
  return fresh
}
