import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { electedBy } from '#modules/organisation/elections'
import { memberOf } from '#modules/organisation/members'
import { unionOf } from '#modules/organisation/unions'
import { addDays, addYears } from '#kit/dates'
import { hold } from '#platform/db'
import { enforce, found, type Session } from '#platform/session'
import { statutesFor } from '#platform/statutes'
import { shareOut } from '#rules/organisation/elections'
import type { NewDeputy, NewTerm } from '../contract.ts'
import {
  type CongressScope,
  type Ending,
  judgeComposition,
  mayEnd,
  mayNumber,
  mayOpenTerm,
  maySeat,
  mayVoteIn,
  seatsNeeded,
  termFinding,
  type Vote,
} from '../rules.ts'
import { deputies, terms, units } from '../tables.ts'
import { termById } from './reading.ts'

/** What a term would be opened with, from what the platform knows: the workforce, the branches as units, the seats shared out. */
export async function draft(session: Session, { unionId }: { unionId: string }) {
  const { db, today } = session
  const union = await unionOf(session, unionId)
  const { rows: below } = await db.execute<{
    id: string
    name: string
    n: number
    women: number
  }>(sql`select u.id, coalesce(u.short_name, u.name) name,
      count(m.id)::int n, count(m.id) filter (where m.sex = 'female')::int women
    from unions u left join members m on m.union_path >= u.path and m.union_path < u.path || '~' and m.status in ('worker', 'member')
      and m.merged_into is null
    where (u.parent_id = ${unionId} or u.id = ${unionId}) and u.state <> 'dissolved' group by u.id order by u.path`)
  const whole = below.find(({ id }) => id === unionId)
  const scope: CongressScope =
    union.kind === 'town' || union.kind === 'regional' || union.kind === 'joint'
      ? 'regional'
      : union.kind === 'trade'
        ? 'trade'
        : 'unit'
  const [last] = await db.select().from(terms).where(eq(terms.unionId, unionId)).orderBy(desc(terms.number)).limit(1)
  const startsOn = last && last.endsOn >= today ? addDays(last.endsOn, 1) : today
  const force = { staff: Math.max(1, whole?.n ?? 1), women: whole?.women ?? 0, scope }
  const place = await statutesFor(session, union.path)
  const { needed } = seatsNeeded(force.staff, today, place)
  const [years] = place.on('WC-12.term', today).value as readonly [number, number]
  const bases = below.filter(({ id, n }) => id !== unionId && n > 0)
  const drawn = bases.length ? bases : [{ id: unionId, name: '全体职工', n: force.staff, women: 0 }]
  const seated = shareOut(Math.min(Math.max(needed, drawn.length), 5000), drawn)
  const shared = seated.map(({ id, name, n, seats }) => ({ name, coversUnionId: id === unionId ? null : id, staff: n, seats }))
  return {
    unionId,
    ...force,
    number: (last?.number ?? 0) + 1,
    startsOn,
    endsOn: addDays(addYears(startsOn, years), -1),
    units: shared,
    reason: null,
    findings: judge(force, shared, { startsOn, endsOn: addYears(startsOn, years) }, today, place),
  }
}

type Place = Awaited<ReturnType<typeof statutesFor>>
function judge(
  force: Pick<NewTerm, 'staff' | 'women' | 'scope'>,
  of: readonly { seats: number }[],
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  day: string,
  place: Place,
) {
  const seats = of.reduce((sum, each) => sum + each.seats, 0)
  const none = { filled: 0, managers: 0, women: 0, frontLine: 0 }
  return [...judgeComposition(force, { seats, ...none }, day, place), termFinding(startsOn, endsOn, day, place)]
}

/** Opens a term: its units and seats are frozen with what the rules said of them. A departure from a norm needs its reason. */
export async function open(session: Session, { units: drawn, ...facts }: NewTerm) {
  const { db, today, line } = session
  const union = await unionOf(session, facts.unionId)
  const findings = judge(facts, drawn, facts, today, await statutesFor(session, union.path))
  enforce(mayOpenTerm(findings, facts.reason))
  const place = { unionId: union.id, unionPath: union.path }
  const seats = drawn.reduce((sum, each) => sum + each.seats, 0)
  const [term] = await db
    .insert(terms)
    .values({ ...facts, ...place, seats, findings, madeOn: today })
    .onConflictDoNothing()
    .returning({ id: terms.id })
  enforce(mayNumber(facts.number, !term))
  await db.insert(units).values(drawn.map((unit, position) => ({ ...unit, ...place, termId: term!.id, position })))
  Object.assign(line, { unionId: union.id, subject: term!.id, detail: { number: facts.number, seats } })
  return term!
}

/** The congress decided to change its term later (WC-12). */
export async function delay(session: Session, { id, until, why }: { id: string; until: string; why: string }) {
  const { db, line } = session
  const term = await termById(session, id)
  await db.update(terms).set({ delayedUntil: until, delayedWhy: why }).where(eq(terms.id, id))
  Object.assign(line, { unionId: term.unionId, detail: { until } })
  return { id }
}

async function heldUnit(session: Session, id: string) {
  const { db } = session
  await hold(db, units, id)
  const [unit] = await db.select().from(units).where(eq(units.id, id))
  const { termId, seats } = found(unit)
  const taken = await db.$count(deputies, and(eq(deputies.electoralUnitId, id), isNull(deputies.until)))
  enforce(maySeat({ seats, filled: taken }))
  return { unit: unit!, term: await termById(session, termId) }
}

/** Who last gave up a seat of the unit that nobody has taken since. */
async function vacatedBy({ db }: Session, unitId: string) {
  const { rows } = await db.execute<{
    id: string
  }>(sql`select d.id from deputies d where d.electoral_unit_id = ${unitId} and d.until is not null
    and d.ended_by <> 'mistaken' and not exists (select from deputies n where n.replaces_id = d.id) order by d.until limit 1`)
  return rows[0]?.id ?? null
}

/** Records who was elected by a unit, with the vote and its evidence; in a vacancy he replaces whoever left it. */
export async function record(session: Session, { unitId, memberId, electedOn, ...facts }: NewDeputy) {
  const { db, today, line } = session
  const { unit, term } = await heldUnit(session, unitId)
  const place = await statutesFor(session, unit.unionPath)
  const member = await memberOf(session, memberId)
  enforce(electedOn > today ? { code: 'deputies.future', reason: '日期不能晚于今天' } : mayVoteIn(facts.vote, electedOn, place))
  enforce(await notSeated(session, term.id, memberId))
  const [row] = await db
    .insert(deputies)
    .values({
      ...{ ...facts, memberId, electoralUnitId: unitId, termId: term.id, unionId: unit.unionId, unionPath: unit.unionPath },
      ...{ name: member.name, isWoman: member.sex === 'female', job: facts.job ?? member.job },
      ...{ since: electedOn > term.startsOn ? electedOn : term.startsOn, replacesId: await vacatedBy(session, unitId) },
    })
    .returning({ id: deputies.id })
  Object.assign(line, { unionId: unit.unionId, subject: row!.id })
  return row!
}

async function notSeated({ db }: Session, termId: string, memberId: string) {
  const seated = await db.$count(
    deputies,
    and(eq(deputies.termId, termId), eq(deputies.memberId, memberId), isNull(deputies.until)),
  )
  return seated ? { code: 'deputies.twice', reason: '他已经是本届职工代表' } : null
}

/** Takes over everyone elected in the union's announced election of deputies into the units of the same name or union. */
export async function takeElected(session: Session, { termId }: { termId: string }) {
  const { db, line } = session
  const term = await termById(session, termId)
  const all = await electedBy(session, term.unionId, 'deputies')
  const own = await db.select().from(units).where(eq(units.termId, termId))
  const left: string[] = []
  let taken = 0
  for (const { memberId, name, unitId, unitName, electedOn, electionId } of all) {
    const unit =
      own.find((one) => (unitId && one.coversUnionId === unitId) || one.name === unitName) ??
      (own.length === 1 ? own[0] : undefined)
    const seats = unit ? await db.$count(deputies, and(eq(deputies.electoralUnitId, unit.id), isNull(deputies.until))) : 0
    if (await notSeated(session, termId, memberId)) continue
    if (!unit || seats >= unit.seats) {
      left.push(name)
      continue
    }
    const member = await memberOf(session, memberId)
    await db.insert(deputies).values({
      ...{ unionId: term.unionId, unionPath: term.unionPath, termId, electoralUnitId: unit.id, memberId, name, electionId },
      ...{ isManager: false, isWoman: member.sex === 'female', isFrontLine: true, job: member.job },
      since: electedOn > term.startsOn ? electedOn : term.startsOn,
      replacesId: await vacatedBy(session, unit.id),
    })
    taken++
  }
  Object.assign(line, { unionId: term.unionId, subject: termId, detail: { taken, left: left.length } })
  return { id: termId, taken, left }
}

async function heldDeputy(session: Session, id: string) {
  await hold(session.db, deputies, id)
  const [row] = await session.db.select().from(deputies).where(eq(deputies.id, id))
  Object.assign(session.line, { unionId: found(row).unionId, subject: id })
  return row!
}

/** The unit that elected him recalls him, by more than half of all its staff (WC-10). */
export async function recall(session: Session, { id, on, vote, why }: { id: string; on: string; vote: Vote; why: string }) {
  const deputy = await heldDeputy(session, id)
  enforce(mayEnd(deputy, on, session.today) ?? mayVoteIn(vote, on, await statutesFor(session, deputy.unionPath)))
  return endWith(session, id, { until: on, endedBy: 'recalled', endedWhy: why, recall: vote })
}

/** The seat ends otherwise: who left, was moved, resigned (WC-11). */
export async function end(session: Session, { id, on, by, why }: { id: string; on: string; by: Ending; why: string }) {
  const deputy = await heldDeputy(session, id)
  enforce(mayEnd(deputy, on, session.today))
  return endWith(session, id, { until: on, endedBy: by, endedWhy: why })
}

async function endWith({ db }: Session, id: string, facts: Partial<typeof deputies.$inferInsert>) {
  await db.update(deputies).set(facts).where(eq(deputies.id, id))
  return { id }
}
