import type { Power } from '#kit/powers'
import type { Session } from '#platform/session'
import type { testWorld } from '#platform/testing'
import { aPerson } from '#testing/organisation/posts'
import { aUnion, postAt } from '#testing/organisation/unions'

type World = ReturnType<typeof testWorld>
const office: readonly Power[] = ['unions.view', 'democracy.view', 'democracy.manage', 'members.exchange']

/** A district with two factories; at the first an open collection, its office, its employer's side and finance, and four workers, one in a workshop below. */
export async function aCollection(world: World, more: object = {}) {
  const made = await world.session(async (session: Session) => {
    const district = await aUnion(session, { name: '永安区总工会' })
    const factory = await aUnion(session, { name: '恒达机械工会委员会', parentId: district.id })
    const workshop = await aUnion(session, { name: '二车间分会', kind: 'branch', parentId: factory.id })
    const other = await aUnion(session, { name: '明辉电器工会委员会', parentId: district.id })
    const people = []
    for (const [union, name] of [
      [workshop, '李明'],
      [factory, '王芳'],
      [factory, '赵刚'],
      [factory, '孙丽'],
      [other, '外人'],
    ] as const)
      people.push(await aPerson(session, union, name))
    return { district, factory, workshop, other, people }
  })
  const { district, factory, other, people } = made
  const at = (union: typeof factory, powers: readonly Power[], kind = 'chair') => world.as({ post: postAt(union, kind), powers })
  const worker = (n: number) => ({ id: people[n]!, ...world.as({ person: people[n]! }) })
  const committee = at(factory, office)
  const { id: windowId } = await committee.api.proposals.openWindow({
    ...{
      title: '二届三次职代会提案征集',
      opensOn: '2026-03-01',
      closesOn: '2026-03-20',
      audience: 'workers',
      secondersNeeded: 2,
    },
    ...more,
  })
  return {
    ...made,
    windowId,
    committee,
    employer: at(factory, ['unions.view', 'democracy.view', 'democracy.answer'], 'administrationClerk'),
    superior: at(district, office),
    neighbour: at(other, [...office, 'democracy.answer']),
    ...{ li: worker(0), wang: worker(1), zhao: worker(2), sun: worker(3), stranger: worker(4) },
  }
}

type Cast = Awaited<ReturnType<typeof aCollection>>
export const someWords = {
  title: '夜班增设热饭窗口',
  wrong: '夜班只有一台微波炉，吃不上热饭',
  proposed: '食堂给夜班留一个热饭窗口，凌晨一点开',
  category: 'living' as const,
}

/** A proposal of li's, seconded by two others. */
export async function aProposal({ li, wang, zhao, windowId }: Cast, words: object = {}) {
  const id = crypto.randomUUID()
  await li.api.proposals.submit({ ...someWords, ...words, id, windowId })
  await wang.api.proposals.second({ id })
  await zhao.api.proposals.second({ id })
  return id
}

/** A proposal filed and given to its handlers. */
export async function anAssigned(cast: Cast, words: object = {}) {
  const id = await aProposal(cast, words)
  await cast.committee.api.proposals.examine({ id, finding: 'filed' })
  await cast.committee.api.proposals.assign({ id, lead: '行政部', others: ['财务部'] })
  return id
}

/** The lead's answer to the present round. */
export async function answered(cast: Cast, id: string, outcome: 'adopted' | 'declined' = 'adopted') {
  const { assignments, round } = await cast.committee.api.proposals.get({ id })
  const lead = assignments.find((each) => each.isLead && each.round === round)!
  const solved = outcome === 'declined' ? 'reference' : 'planned'
  await cast.employer.api.proposals.answer({
    assignmentId: lead.id,
    outcome,
    solved,
    answer: '下月起食堂夜里一点开热饭窗口',
    signedBy: '周经理',
  })
  return lead.id
}
