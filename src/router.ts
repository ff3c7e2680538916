import { routes as unions } from '#modules/organisation/unions'
import { routes as me } from '#modules/organisation/me'

/** Foundations first: a module may need only the modules above it. */
export const router = { unions, me }

/** Where each router's module lives: the branch of the loop. */
export const branches: Record<keyof typeof router, string> = { unions: 'organisation', me: 'organisation' }
