import { creditCheckCharacter } from '#kit/identifiers'
import { addDays } from '#kit/dates'
import { chance } from './chance.ts'
import type { Place } from './network.ts'

const AREA = '330109'
/** A formally right code: `81` for unions, `91` for enterprises, `12` for institutions, `11` for offices. */
export function creditCode(kind: '81' | '91' | '12' | '11', n: number) {
  const first17 = `${kind}${AREA}M${kind === '81' ? 'C' : 'A'}${String(n).padStart(7, '0')}`
  return first17 + creditCheckCharacter(first17)
}

const streets = ['工业大道', '振兴路', '临江路', '人民路', '学院路', '通港路', '青山路']
const registrars: Record<Place['unitType'], '91' | '12' | '11'> = {
  ...{ stateEnterprise: '91', privateEnterprise: '91', town: '91' },
  ...{ office: '11', institution: '12', school: '12' },
}
const modes = ['direct', 'delegates', 'committee'] as const

/** What the unions of the demonstration have: most are complete, some lack a seal, an account or a code, as unions do. */
export function factsMaker(today: string) {
  const by = chance(20_260_401)
  let serial = 1000
  return (place: Place) => {
    if (place.kind === 'branch' || place.kind === 'group') return { unitCreditCode: null }
    const n = ++serial
    const isUnit = place.kind === 'basic'
    const isAbove = ['federation', 'town', 'trade'].includes(place.kind)
    const isExample = place.chair !== undefined
    const has = (share: number) => isAbove || isExample || by.yes(share)
    const hasCertificate = has(0.82)
    return {
      code: `YA-${String(n - 1000).padStart(4, '0')}`,
      creditCode: has(0.86) ? creditCode('81', n) : null,
      unitName: isUnit ? place.name.replace(/(机关)?工会委员会$/, '') : null,
      unitCreditCode: isUnit ? creditCode(registrars[place.unitType], n) : null,
      ownership: place.unitType === 'privateEnterprise' ? by.pick(['民营', '民营', '民营', '外商投资', '港澳台投资']) : null,
      place: '永安区',
      address: `永安区${by.pick(streets)} ${by.whole(1, 388)} 号`,
      staffCount: Math.round(sizeOf(place) * (1 + by.next() * 0.2)),
      ...{ hasSeal: has(0.9), hasPlate: has(0.85), hasAccount: has(0.7), hasCertificate },
      certificateUntil: hasCertificate ? addDays(today, by.yes(0.08) ? by.whole(-40, 28) : by.whole(90, 1600)) : null,
      chairMode: isAbove ? ('delegates' as const) : by.pick(modes),
      ...{ hasOwnOffice: has(0.35), isMergedWithParty: isAbove ? false : by.yes(0.3) },
      fullTimePosts: place.kind === 'federation' ? 16 : isAbove ? 2 : by.yes(0.15) ? 1 : 0,
      partTimePosts: by.whole(2, 7),
    }
  }
}

/** Everybody registered at a place and below. */
export const sizeOf = ({ people = 0, below = [] }: Place): number => below.reduce((sum, place) => sum + sizeOf(place), people)
