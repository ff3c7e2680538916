import { idCheckCharacter } from '#kit/identifiers'
import type { Draft } from './contract.ts'

/** A formally right, invented identity number. */
export const anIdNumber = (n: number) => {
  const first17 = `110105${1970 + (n % 30)}0${1 + (n % 9)}1${n % 9}${String(n % 1000).padStart(3, '0')}`
  return first17 + idCheckCharacter(first17)
}

/** What a group writes of a new unit with 60 workers. */
export const draftFor = (superiorId: string, creditCode: string, facts: Partial<Draft> = {}): Draft => ({
  ...{ superiorId, form: 'unit', unitType: 'privateEnterprise', body: 'committee', name: '启明塑料有限公司工会委员会' },
  ...{ sector: '塑料制品', place: '工业园三号', plan: '', electionOn: null, candidates: [] },
  units: [{ name: '启明塑料有限公司', creditCode, unitKind: 'enterprise', headcount: 60, women: 20, setUpOn: '2025-06-01' }],
  ...facts,
})
