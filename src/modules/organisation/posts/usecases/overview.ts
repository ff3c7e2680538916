import type { Session } from '#platform/session'
import { issueTicket } from '#platform/files'
import type { Overview, UnionBodies } from '../contract.ts'
import { committeesOf, isComplete } from '../rules.ts'
import { bodyFacts, type UnionFacts } from './facts.ts'

/** Every union of the scope with its five committees and its staff; the totals are of all that the text matches, before the filter. */
export async function overview(session: Session, { page, size, text, filter, body }: Overview) {
  const facts = await bodyFacts(session, session.today)
  const all = facts.filter(({ name }) => !text || name.includes(text)).map((each) => judged(each, session.today))
  const kept = all.filter((union) => matches(union, filter, body))
  return { rows: kept.slice((page - 1) * size, page * size), total: kept.length, totals: totalsOf(all, facts) }
}

/** The same as a workbook. */
export const exportCommittees = (session: Session, asked: Overview) => issueTicket(session, 'posts.exportCommittees', asked)

function judged(
  { id, name, kind, members, women, fullTimeStaff, hasFullTimeViceChair, ownOffice, expired, ...facts }: UnionFacts,
  on: string,
): UnionBodies {
  const committees = committeesOf({ ...facts, kind, members, women }, on)
  return {
    ...{ id, name, kind, members, women, committees, fullTimeStaff, hasFullTimeViceChair, ownOffice, expired },
    isComplete: isComplete(committees),
    staffPerThousand: members ? Math.round((fullTimeStaff * 10_000) / members) / 10 : null,
  }
}

function matches(union: UnionBodies, filter: Overview['filter'], body: Overview['body']) {
  if (body && !union.committees.some((each) => each.body === body && (each.state === 'vacant' || each.state === 'never')))
    return false
  if (filter === 'incomplete') return !union.isComplete
  if (filter === 'noFullTimeViceChair') return !union.hasFullTimeViceChair
  if (filter === 'expired') return union.expired > 0
  return filter === 'noOwnOffice' ? union.ownOffice !== true : true
}

function totalsOf(all: readonly UnionBodies[], facts: readonly UnionFacts[]) {
  const shown = new Set(all.map(({ id }) => id))
  // A member counts once: only at the highest of the unions shown above him.
  const tops = facts
    .filter(({ id }) => shown.has(id))
    .filter((one, _, rest) => !rest.some((other) => other !== one && one.path.startsWith(other.path)))
  return {
    unions: all.length,
    complete: all.filter((each) => each.isComplete).length,
    noFullTimeViceChair: all.filter((each) => !each.hasFullTimeViceChair).length,
    ownOffice: all.filter((each) => each.ownOffice).length,
    fullTimeStaff: all.reduce((sum, each) => sum + each.fullTimeStaff, 0),
    members: tops.reduce((sum, each) => sum + each.members, 0),
    expired: all.reduce((sum, each) => sum + each.expired, 0),
  }
}
