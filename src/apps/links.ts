import type { createRouter } from '@tanstack/react-router'
import type { desk } from '#web/root'
import type { pages as boardPages } from './board/pages.tsx'
import type { pages as deskPages } from './desk/pages.tsx'
import type { pages as pocketPages } from './pocket/pages.tsx'

type Pages = readonly (typeof deskPages | typeof pocketPages | typeof boardPages)[number][]
type Tree = ReturnType<typeof desk.addChildren<Pages>>

declare module '@tanstack/react-router' {
  interface Register {
    /** The addresses of all three faces, so that a misspelt `Link` does not compile. */
    router: ReturnType<typeof createRouter<Tree>>
  }
}
