import { sql } from 'drizzle-orm'
import type { Day } from '#kit/dates'
import type { StatuteId } from '#law/statutes'
import type { Db } from '#platform/db'
import {
  applied,
  type Clock,
  type DutyUnion,
  type Fact,
  inReach,
  type Law,
  type Reach,
  type Span,
  uncovered,
  within,
} from '#platform/duties'
import { type Body, kindOf } from '../rules/kinds.ts'
import { headcounts, type Piece } from './headcounts.ts'

/** Bodies beside the union committee, what they are called, and what stands in their place where a union is small. */
const bodies = {
  audit: {
    clock: 'P05',
    title: '健全经费审查组织',
    set: '经费审查委员会',
    single: '经审委员',
    rule: 'AUD-01.committee',
    setUp: 'ORG-09.setUp',
  },
  women: {
    clock: 'P06',
    title: '健全女职工组织',
    set: '女职工委员会',
    single: '女职工委员',
    rule: 'ORG-08.womenCommittee',
    setUp: 'ORG-08.setUp',
  },
  mediation: {
    clock: 'P07',
    title: '健全劳动争议调解组织',
    set: '劳动争议调解委员会',
    single: '',
    rule: 'MED-03.committee',
    setUp: 'MED-03.setUp',
  },
  protection: {
    clock: 'P08',
    title: '健全劳动保护监督检查组织',
    set: '劳动保护监督检查委员会',
    single: '劳动保护检查员',
    rule: 'SAFE-04.committee',
    setUp: 'SAFE-04.setUp',
  },
} as const satisfies Partial<
  Record<Body, { clock: string; title: string; set: string; single: string; rule: StatuteId; setUp: StatuteId }>
>
type Beside = keyof typeof bodies

const higher = ['federation', 'town', 'trade', 'regional']
const basic = ['joint', 'basic', 'newEmployment']
const enterprises = ['stateEnterprise', 'privateEnterprise']

/** What a union of so many members must have of a body: one with a head, at least somebody, or nothing. */
function needOf(body: Beside, union: DutyUnion, { members, women }: Piece, threshold: { committee: number; women: number }) {
  const isHigher = higher.includes(union.kind)
  const isSmall = !isHigher && members < threshold.committee
  if (body === 'audit') return union.hasAccount === false || (!isHigher && members === 0) ? null : isSmall ? 'single' : 'set'
  if (body === 'women') return women >= threshold.women ? 'set' : women > 0 ? 'single' : null
  if (body === 'mediation') return enterprises.includes(union.unitType) && basic.includes(union.kind) && !isSmall ? 'set' : null
  if (union.kind === 'federation' || union.kind === 'town') return null
  return isSmall ? (members > 0 ? 'single' : null) : 'set'
}

/** From when until when a union must have it, of both sizes, by its members and by the rule of each day. */
function needs(body: Beside, union: DutyUnion, pieces: readonly Piece[], law: Law) {
  const spans: Record<'set' | 'single', Span[]> = { set: [], single: [] }
  for (const piece of pieces)
    for (const span of cut(piece, [...law.changes('ORG-01.committee', union), ...law.changes('ORG-08.womenCommittee', union)])) {
      const threshold = {
        committee: law.on('ORG-01.committee', span.from, union).value,
        women: law.on('ORG-08.womenCommittee', span.from, union).value,
      }
      const need = needOf(body, union, piece, threshold)
      if (need) spans[need].push(span)
    }
  return spans
}

/** A span cut where a rule changed within it. */
function cut({ from, to }: Span, days: readonly Day[]): Span[] {
  const inner = [...new Set(days)].filter((day) => day > from && (to === null || day < to)).sort()
  return [from, ...inner].map((start, at) => ({ from: start, to: inner[at] ?? to }))
}

type Held = { unionId: string; kind: string; from: Day; to: Day | null }

async function holders(db: Db, reach: Reach, body: Body) {
  const { rows } = await db.execute<Held>(sql`
    select a.union_id as "unionId", a.kind, lower(a.in_office)::text as from, upper(a.in_office)::text as to from appointments a
    where a.kind = any (${sql.param(`{${kindsOf(body).join(',')}}`)}::text[]) and not a.waits_for_confirmation and not isempty(a.in_office)
      and a.ended_why is distinct from 'mistake' ${inReach(reach, 'a.union_path')}`)
  return Map.groupBy(rows, ({ unionId }) => unionId)
}

const members: Record<Beside, readonly string[]> = {
  audit: ['auditChair', 'auditMember'],
  women: ['womenChair', 'womenMember'],
  mediation: ['mediationHead', 'mediator'],
  protection: ['protectionHead', 'protectionInspector'],
}
const kindsOf = (body: Body) => members[body as Beside]

async function factsOf(body: Beside, db: Db, reach: Reach, law: Law): Promise<Fact[]> {
  const [counts, held] = [await headcounts(db, reach, law), await holders(db, reach, body)]
  const { set, single } = bodies[body]
  return [...reach.unions.values()].flatMap((union) => {
    const since = union.knownSince
    const pieces = higher.includes(union.kind)
      ? [{ from: since, to: null, members: Number.POSITIVE_INFINITY, women: Number.POSITIVE_INFINITY }]
      : (counts.get(union.id) ?? [])
    const needed = needs(body, union, pieces, law)
    const here = held.get(union.id) ?? []
    const heads = here.filter(({ kind }) => kindOf(kind)?.head)
    return [...gaps(union, set, needed.set, heads), ...gaps(union, single, needed.single, here)]
  })
}

/**
 * Each time it was missing; it ends with somebody in office, or with the need. What was never there is counted from the day the platform
 * knows the union; what was there and ended, from its end.
 */
const gaps = ({ id, knownSince }: DutyUnion, about: string, needed: readonly Span[], covers: readonly Span[]): Fact[] =>
  uncovered(needed, covers).flatMap(({ from, to }) => {
    const since = from < knownSince && !covers.some((cover) => cover.to === from) ? knownSince : from
    if (to !== null && to <= since) return []
    const ended = to === null || covers.some((cover) => cover.from === to) ? 'fulfilled' : 'void'
    return [{ unionId: id, subject: id, since, about, endedOn: to, ended }]
  })

const owedBy: Record<Beside, readonly string[]> = {
  audit: ['chair', 'organiser', 'auditChair', 'organisationOfficer'],
  women: ['chair', 'organiser', 'womenChair', 'organisationOfficer'],
  mediation: ['chair', 'organiser', 'organisationOfficer'],
  protection: ['chair', 'organiser', 'organisationOfficer'],
}

export const committeeClocks: Clock[] = (Object.keys(bodies) as Beside[]).map((body) => ({
  id: bodies[body].clock,
  title: bodies[body].title,
  reads: ['appointments', 'memberships', 'members'],
  owedBy: owedBy[body],
  statutes: [bodies[body].rule, bodies[body].setUp],
  way: { title: '选举或任命并登记', to: '/posts/:union' },
  facts: (db, reach, law) => factsOf(body, db, reach, law),
  when(fact, law) {
    const times = within(fact, law, bodies[body].setUp, { reading: '法律规定应当设立，没有规定期限，期限为平台默认值' })
    return { ...times, law: [...times.law, applied(law, law.on(bodies[body].rule, fact.since, fact))] }
  },
}))
