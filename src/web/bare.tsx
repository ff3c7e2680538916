import { createRoute, lazyRouteComponent, useMatches } from '@tanstack/react-router'
import { desk, pocket } from '#web/root'

/** Whether the page on screen stands without the shell. */
export const useIsBare = () => useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.bare) })

const signIn = lazyRouteComponent(() => import('#web/account/SignInPage'), 'SignInPage')
const setup = lazyRouteComponent(() => import('#web/account/SetupPage'), 'SetupPage')

const activate = lazyRouteComponent(() => import('#web/account/ActivatePage'), 'ActivatePage')
const bare = { staticData: { bare: true } } as const

/** The desk's pages for people who are not signed in yet. */
export const deskDoor = [
  createRoute({ getParentRoute: () => desk, path: '/sign-in', component: signIn, ...bare }),
  createRoute({ getParentRoute: () => desk, path: '/setup', component: setup, ...bare }),
  createRoute({ getParentRoute: () => desk, path: '/activate', component: activate, ...bare }),
] as const

/** The pocket's. */
export const pocketDoor = [createRoute({ getParentRoute: () => pocket, path: '/sign-in', component: signIn, ...bare })] as const
