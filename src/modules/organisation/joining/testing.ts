import { randomBytes } from 'node:crypto'
import { anIdNumber } from '#testing/organisation/members'
import { texts } from './contract/words.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const aCode = () => [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join('')
let made = 0

/** What an applicant says of himself and his work. */
export const anApplication = (unionId: string, more: object = {}) => ({
  name: '李春梅',
  idType: 'citizen' as const,
  idNumber: anIdNumber({ sex: 'female' }),
  mobile: `139${String(20_000_000 + ++made)}`,
  ...someWork(unionId),
  code: aCode(),
  ...more,
})

export const someWork = (unionId: string) => ({
  unionId,
  employer: '恒达机械有限公司',
  job: '装配工',
  employmentForm: 'contract' as const,
  newForm: null,
  basis: 'labour' as const,
  charterVersion: texts.charter.version,
  privacyVersion: texts.privacy.version,
})
