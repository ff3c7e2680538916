import { createRootRoute } from '@tanstack/react-router'

/** The desk's root: addresses as they are (`/members`). Each face's `main.tsx` gives its root the shell. */
export const desk = createRootRoute()

/** The pocket's root: addresses under `/m`, written without it (`/card` is opened at `/m/card`). */
export const pocket = createRootRoute()

/** The public pages' root: addresses under `/board`, written without it. */
export const board = createRootRoute()

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Without the shell and without asking who is signed in: sign-in, first set-up. */
    bare?: true
  }
}
