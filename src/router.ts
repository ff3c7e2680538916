import { routes as unions } from '#modules/organisation/unions'

/** Foundations first: a module may need only the modules above it. */
export const router = { unions }

/** Where each router's module lives: the branch of the loop. */
export const branches: Record<keyof typeof router, string> = { unions: 'organisation' }
