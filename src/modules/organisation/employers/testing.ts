import { creditCheckCharacter } from '#kit/identifiers'
import type { Session } from '#platform/session'
import type { Facts } from './contract.ts'
import { add } from './usecases/keeping.ts'

/** A code whose check character fits, of an employer in Beijing. */
export const aCreditCode = (n: number, department = '9') => {
  const first17 = `${department}1110105MA${String(n).padStart(7, '0')}`
  return first17 + creditCheckCharacter(first17)
}

/** The facts of an employer at a place. */
export const employerFacts = (unionId: string, facts: Partial<Facts> = {}): Facts => ({
  unionId,
  name: '明辉电器有限公司',
  creditCode: null,
  unitKind: 'enterprise',
  ownership: '民营',
  sector: '制造业',
  address: null,
  headcount: 120,
  setUpOn: null,
  source: '市场监管登记',
  ...facts,
})

/** An employer on the register of a place. */
export const anEmployer = (session: Session, unionId: string, facts: Partial<Facts> = {}) =>
  add(session, employerFacts(unionId, facts))
