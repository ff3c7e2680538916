import { refuse } from '#law/verdict'
import { enforce } from '#platform/session'

export { enforce }

/** Refuses when a plain condition holds. */
export function refuseIf(isWrong: boolean, code: string, reason: string) {
  if (isWrong) enforce(refuse(code, reason))
}
