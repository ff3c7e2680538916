import { addMonths } from '#kit/dates'
import { type Kind } from '#rules/organisation/posts'
import { heldAt, install, prolongHeld, vacated } from '#modules/organisation/posts'
import { refuse } from '#law/verdict'
import { enforce, type Session } from '#platform/session'
import { mayLead } from '../rules.ts'
import { contestsOf, type Election, lawAt } from './parts.ts'

/** What a request for the time until the election says: until when, who, why. */
export type Asked = { until?: string | undefined; memberId?: string | undefined; reason: string }
export type Acting = { memberId: string; name: string; until: string }

export const committeeKinds: readonly Kind[] = [
  'chair',
  'viceChair',
  'standingMember',
  'member',
  'auditChair',
  'auditMember',
  'womenChair',
  'womenMember',
]
const mayStandIn: readonly Kind[] = ['viceChair', 'fullTimeViceChair', 'standingMember', 'member']

export async function delayContent(session: Session, election: Election, { until, reason }: Asked) {
  if (election.startedAt) enforce(refuse('elections.started', '大会已经开始，不需要延期'))
  if (!election.termEndsOn) enforce(refuse('elections.noTerm', '本届没有登记届满日期，不需要申请延期'))
  if (!until || until <= election.termEndsOn!)
    enforce(refuse('elections.until', `延期到的日期应晚于届满日期 ${election.termEndsOn}`))
  if (reason.trim().length < 4) enforce(refuse('elections.reason', '请写明延期的理由，至少 4 个字'))
  const months = (await lawAt(session, election)).on('ELEC-26.delay', session.today).value
  return { until, reason: reason.trim(), isLong: until! > addMonths(election.termEndsOn!, months) }
}

/** Those in office stay until the day that the superior agreed to. */
export async function prolong(
  session: Session,
  { unionId }: Election,
  { until }: { until: string },
  number: string,
): Promise<Partial<Election>> {
  await prolongHeld(session, { unionId, kinds: committeeKinds }, { untilOn: until, basis: number || '上级同意延期换届' })
  return { delayedUntil: until }
}

/** Until the chair is elected anew a vice-chair or member leads, with the superior's consent, usually for three months (ELEC-30). */
export async function actingContent(session: Session, election: Election, { memberId, until, reason }: Asked) {
  const { unionId } = election
  const months = (await lawAt(session, election)).on('ELEC-30.acting', session.today).value
  const sitting = await heldAt(session, { unionId, kinds: mayStandIn }, session.today)
  const person = sitting.find((one) => one.memberId === memberId)
  const electsChair = (await contestsOf(session, election.id)).some(({ post }) => post === 'chair')
  enforce(
    mayLead({
      electsChair: election.kind === 'byElection' && electsChair,
      isVacant: (await vacated(session, unionId)) !== null,
      isOfCommittee: person !== undefined,
      until,
      today: session.today,
      hasReason: reason.trim().length >= 4,
    }),
  )
  return {
    ...{ memberId: person!.memberId, name: person!.name, until: until!, reason: reason.trim() },
    isLong: until! > addMonths(session.today, months),
  }
}

/** With the superior's consent he leads: he stands in for the chair who left, until the day agreed or the election. */
export async function letAct(session: Session, { unionId }: Election, { memberId, until }: Acting, number: string) {
  const left = await vacated(session, unionId)
  if (!left) enforce(refuse('elections.notVacant', '主席已经到任，不需要主持工作'))
  await install(session, {
    ...{ unionId, memberId, kind: 'chair', title: '主持工作', fromOn: session.today, untilOn: until, came: 'appointed' },
    ...{ substituteFor: left!.id, basis: number || '上级同意主持工作', proposedBy: session.user.account },
  })
  return 1
}
