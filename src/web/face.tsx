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
  if (knowsWho) void queryClient.prefetchQuery(whoAmI)
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>{face}</QueryClientProvider>
    </StrictMode>,
  )
}
