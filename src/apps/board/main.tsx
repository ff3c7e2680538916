import { createRouter, RouterProvider } from '@tanstack/react-router'
import { show } from '#web/face'
import { board } from '#web/root'
import { Bones, Broken, Nowhere } from '#web/Shelter'
import { pages } from './pages.tsx'
import { Shell } from './Shell.tsx'
import './board.css'

board.update({ component: Shell, notFoundComponent: () => <Nowhere home="/board" /> })
const router = createRouter({
  routeTree: board.addChildren(pages),
  basepath: '/board',
  defaultPendingMs: 200,
  defaultPendingComponent: Bones,
  defaultErrorComponent: ({ error, reset }) => <Broken error={error} retry={reset} />,
})

show(<RouterProvider router={router} />, false)
