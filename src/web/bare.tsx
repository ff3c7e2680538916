import { createRoute, lazyRouteComponent, useMatches } from '@tanstack/react-router'
import { desk, pocket } from '#web/root'

/** Whether the page on screen stands without the shell. */
export const useIsBare = () => useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.bare) })

const signIn = lazyRouteComponent(() => import('#web/account/SignInPage'), 'SignInPage')
const setup = lazyRouteComponent(() => import('#web/account/SetupPage'), 'SetupPage')

/** The desk's pages for people who are not signed in yet. */
export const deskDoor = [
  createRoute({ getParentRoute: () => desk, path: '/sign-in', component: signIn, staticData: { bare: true } }),
  createRoute({ getParentRoute: () => desk, path: '/setup', component: setup, staticData: { bare: true } }),
] as const

/** The pocket's. */
export const pocketDoor = [
  createRoute({ getParentRoute: () => pocket, path: '/sign-in', component: signIn, staticData: { bare: true } }),
] as const
