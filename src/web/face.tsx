import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '#web/api'
import { restoreLarge } from '#web/large'
import { whoAmI } from '#web/me'
import './base.css'
import './parts.css'

/** Puts a face on the page. Asks who is signed in while the page's own code is still on its way. */
export function show(face: ReactNode, knowsWho: boolean) {
  restoreLarge()
  reloadAfterUpdate()
  if (knowsWho) void queryClient.prefetchQuery(whoAmI)
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>{face}</QueryClientProvider>
    </StrictMode>,
  )
}

/** A page opened before an update asks for pieces that are gone: once, it is loaded anew. */
function reloadAfterUpdate() {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem('gongqiao.reloaded'))
    if (Date.now() - last < 60_000 || !navigator.onLine) return
    event.preventDefault()
    sessionStorage.setItem('gongqiao.reloaded', String(Date.now()))
    location.reload()
  })
}
