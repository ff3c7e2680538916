import { idCheckCharacter } from '#kit/identifiers'
import type { testWorld } from '#platform/testing'
import { aCreditCode } from '#testing/organisation/employers'
import { anAccount } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'
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

type World = ReturnType<typeof testWorld>
let last = 100
/** A number not used before in this file, for codes and identity numbers. */
export const next = () => ++last
/** What a superior's officer may do here. */
export const superior = ['unions.view', 'unions.approve', 'members.view'] as const

/** A district with two towns, and a worker with an account and no union. */
export async function aDistrict(world: World) {
  const unions = await world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const town = await aUnion(session, { name: '永丰镇总工会', kind: 'town', parentId: district.id })
    const west = await aUnion(session, { name: '河上镇总工会', kind: 'town', parentId: district.id })
    return { district, town, west }
  })
  const by = (union: typeof unions.town) => world.as({ post: postAt(union), powers: superior }).api
  const account = await anAccount(world)
  const group = world.as({ account, powers: [] }).api
  return {
    ...unions,
    account,
    group,
    over: by(unions.town),
    west: unions.west,
    stranger: by(unions.west),
    top: by(unions.district),
  }
}
export type District = Awaited<ReturnType<typeof aDistrict>>

/** An open project with its head, who has signed with his account, and `more` workers who signed on paper. */
export async function aProject({ group, town }: District, more = 26, facts: Partial<Draft> = {}) {
  const draft = draftFor(town.id, aCreditCode(next()), facts)
  const { id } = await group.founding.open(draft)
  const { linkCode } = await group.founding.own({ id })
  const { receipt } = await group.founding.sign({
    ...{ code: linkCode, unitId: null, name: '赵海', idNumber: anIdNumber(next()), mobile: null, textVersion: 1 },
  })
  await group.founding.addMember({ foundingId: id, side: 'head', duty: '总负责', supporterId: receipt, name: null })
  await group.founding.addMember({ foundingId: id, side: 'party', duty: '支部书记', supporterId: null, name: '孙洁' })
  if (more)
    await group.founding.enterSignatures({
      foundingId: id,
      rows: Array.from({ length: more }, () => ({
        unitId: null,
        name: '周明',
        idNumber: anIdNumber(next()),
        mobile: null,
        signedOn: '2026-03-01',
      })),
    })
  return { id, code: linkCode, receipt, draft }
}
