import { idCheckCharacter } from '#kit/identifiers'
import type { Session } from '#platform/session'
import type { NewFacts } from './contract.ts'
import { admit, type Admission } from './usecases/stays.ts'

let made = 0

/** A valid identity number that no other of this run has. */
export function anIdNumber({ birthOn = '1990-05-17', sex = 'male' as 'male' | 'female' } = {}) {
  made += 1
  const sequence = String((made % 400) * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0')
  const first17 = `33010${(Math.floor(made / 400) % 9) + 1}${birthOn.replaceAll('-', '')}${sequence}`
  return first17 + idCheckCharacter(first17)
}

const aMobile = () => `138${String(10_000_000 + made)}`

/** A member of a union, with everything a record should have. */
export const aMember = (session: Session, unionId: string, facts: Partial<NewFacts> = {}, admission: Partial<Admission> = {}) =>
  admit(session, { ...someFacts(), ...facts }, { unionId, on: '2024-03-01', came: 'join', ...admission })

export const someFacts = (): NewFacts => ({
  name: '王秀英',
  idNumber: anIdNumber({ sex: 'female' }),
  mobile: aMobile(),
  employer: '恒达机械有限公司',
  employmentForm: 'contract',
  job: '装配工',
})
