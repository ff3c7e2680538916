import { createRouter, RouterProvider } from '@tanstack/react-router'
import { show } from '#web/face'
import { pocket } from '#web/root'
import { Bones, Broken, Nowhere } from '#web/Shelter'
import { pages } from './pages.tsx'
import { Shell } from './Shell.tsx'
import './pocket.css'

pocket.update({ component: Shell, notFoundComponent: () => <Nowhere home="/m" /> })
const router = createRouter({
  routeTree: pocket.addChildren(pages),
  basepath: '/m',
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultPendingComponent: Bones,
  defaultErrorComponent: ({ error, reset }) => <Broken error={error} retry={reset} />,
})

// Pages that people see who are not signed in ask for nobody.
show(<RouterProvider router={router} />, !/^\/m\/(sign-in|join|card\/check|found\/sign)/.test(location.pathname))

// Only where the browser allows it: https, or this very machine.
if (import.meta.env.PROD) void navigator.serviceWorker?.register('/pocket-sw.js', { scope: '/m' })
