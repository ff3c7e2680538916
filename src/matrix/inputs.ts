import type { Authority } from '#kit/powers'

export type Foreign = 'missing' | 'silent' | 'byId' | 'own' | 'open'
export type Place = {
  union: string
  parent: string
  member: string
  appointment: string
  account: string
  employer: string
  name: string
}
export type Row = readonly [needs: Authority, foreign: Foreign, about?: (place: Place) => unknown]

export const day = '2026-03-02'
export const reason = '核对后办理'
export const byUnion = ({ union }: Place) => ({ id: union })
export const ofUnion = ({ union }: Place) => ({ unionId: union })
export const byMember = ({ member }: Place) => ({ id: member })
export const byPost = ({ appointment }: Place) => ({ id: appointment })
export const byAccount = ({ account }: Place) => ({ id: account })
export const byEmployer = ({ employer }: Place) => ({ id: employer })
/** A record of a kind that the test does not make: nobody's id. */
export const unknown = { id: '00000000-0000-4000-8000-00000000dead' }
export const nothing = Object.fromEntries(
  'shortName code creditCode unitName unitCreditCode ownership sector place address staffCount hasSeal hasPlate hasAccount hasCertificate certificateUntil chairMode hasOwnOffice isMergedWithParty fullTimePosts partTimePosts'
    .split(' ')
    .map((field) => [field, null]),
)
export const responsible = {
  side: 'party',
  personId: null,
  personName: '赵刚',
  title: '党委书记',
  organisation: null,
  fromOn: day,
}
export const employer = {
  name: '明辉电器有限公司',
  creditCode: null,
  unitKind: 'enterprise',
  ownership: null,
  sector: null,
  address: null,
}
export const employerFacts = { ...employer, headcount: null, setUpOn: null, source: null }
export const words = { unit: '企业', head: '总经理', worker: '职工', disclosure: '厂务公开', congress: '职工代表大会' }
export const template = { words: { ...words, congressShort: '职代会', branch: '分会', group: '小组' }, unused: [], version: 0 }

export const code = '0123456789ABCDEF'
export const work = (place: Place) => ({
  ...ofUnion(place),
  employer: employer.name,
  employmentForm: 'contract',
  basis: 'labour',
  charterVersion: 1,
  privacyVersion: 1,
})
export const goal = (place: Place) => ({ ...ofUnion(place), ground: 'newEmployer', note: null })
export const application = (place: Place) => ({
  ...work(place),
  ...{ name: '李春梅', idType: 'passport', idNumber: 'E12345678', mobile: '13900000000' },
  code: place.union.replaceAll('-', '').toUpperCase().slice(0, 16),
})
