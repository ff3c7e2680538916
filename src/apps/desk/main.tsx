import { createRouter, RouterProvider } from '@tanstack/react-router'
import { show } from '#web/face'
import { desk } from '#web/root'
import { Bones, Broken, Nowhere } from '#web/Shelter'
import { Dress } from './Dress.tsx'
import { pages } from './pages.tsx'
import { Shell } from './Shell.tsx'
import './desk.css'

desk.update({ component: Shell, notFoundComponent: () => <Nowhere home="/" /> })
const router = createRouter({
  routeTree: desk.addChildren(pages),
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultPendingComponent: Bones,
  defaultErrorComponent: ({ error, reset }) => <Broken error={error} retry={reset} />,
})

const face = (
  <Dress>
    <RouterProvider router={router} />
  </Dress>
)

show(face, !/^\/(sign-in|setup|activate)/.test(location.pathname))
