import { declared, type Dictionary } from '#platform/secrets'
import '#platform/signin'
import './router.ts'

/** Every personal field of every module and of sign-in, with its purpose, basis and retention. */
export const dictionaries = (): readonly Dictionary[] => declared()
