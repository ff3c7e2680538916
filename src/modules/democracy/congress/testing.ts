import { testWorld } from '#platform/testing'
import { aTerm } from '#testing/democracy/deputies'
import { aMember } from '#testing/organisation/members'
import { aUnion, postAt } from '#testing/organisation/unions'

type World = ReturnType<typeof testWorld>
const given = [...'一丁三上下不与世中主久乐九云亚人仁今仕伟']
const nameOf = (n: number) => `赵${given[n % 20]}${given[Math.floor(n / 20) % 20]}`
const powers = ['democracy.view', 'democracy.manage', 'members.exchange', 'unions.approve'] as const

/** A factory with so many deputies, its cadre, a stranger next door, the superior, and each deputy as himself. */
export async function aHall(world: World, size: number) {
  const made = await world.session(async (session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const factory = await aUnion(session, { name: '恒达机械有限公司工会委员会', parentId: district.id })
    const next = await aUnion(session, { name: '明辉电器工会委员会', parentId: district.id })
    const people = []
    for (let n = 1; n <= size; n++) people.push({ ...(await aMember(session, factory.id, { name: nameOf(n) })), name: nameOf(n) })
    await aTerm(session, factory, people)
    return { district, factory, next, people: people.map(({ id }) => id) }
  })
  const api = (union: typeof made.factory) => world.as({ post: postAt(union), powers }).api
  return {
    ...made,
    us: api(made.factory),
    stranger: api(made.next),
    superior: api(made.district),
    self: (n: number) => world.as({ person: made.people[n]! }).api,
  }
}
export type Hall = Awaited<ReturnType<typeof aHall>>

/** A session with every step of its preparation ticked off and its roll drawn. */
export async function aPrepared({ us, factory, people }: Hall, opensOn = '2026-03-02') {
  const { id } = await us.congress.prepare({
    ...{ unionId: factory.id, kind: 'regular', title: '第一届职工代表大会第一次会议', opensOn, place: '三楼礼堂', reason: null },
  })
  for (const step of ['ask', 'topics', 'agenda', 'papers', 'discuss'] as const)
    await us.congress.mark({ sessionId: id, step, on: '2026-03-02', note: null })
  await us.congress.seatPresidium({
    sessionId: id,
    members: people.slice(0, 3).map((memberId) => ({ memberId, isLeader: false })),
  })
  await us.congress.drawRoll({ id })
  return id
}

/** So many of the roll are marked as present. */
export async function arrived({ us }: Hall, id: string, count: number) {
  const rollIds = (await us.congress.roll({ id })).slice(0, count).map((line) => line.id)
  await us.congress.arrive({ sessionId: id, rollIds, isPresent: true })
}

export const anItem = {
  ...{ kind: 'supervise' as const, matter: 'other' as const, title: '上次决议落实情况', body: '材料全文', reporter: '总经理' },
  ...{ way: 'phones' as const, wayWhy: null, seats: 1, choices: [] as string[] },
}
