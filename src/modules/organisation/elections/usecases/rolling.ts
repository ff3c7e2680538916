import { createHash } from 'node:crypto'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { refuse } from '#law/verdict'
import { enforce, found, personOf, type Session } from '#platform/session'
import { mayAmendRoll, mayFreeze, mayVote } from '../rules.ts'
import { challenges, roll } from '../tables.ts'
import { candidateOf, contestsOf, type Election, electionOf, held, heldFor, note, placeOf } from './parts.ts'

type Versioned = { id: string; version: number }

const electsDeputies = ({ kind, motion }: Election) => kind === 'deputies' || motion?.of === 'deputies'
/** Whose unit recalls its own deputy: nobody else votes. */
const isOfUnit = ({ kind, motion }: Election) => kind === 'recall' && (motion?.of === 'deputies' || motion?.of === 'delegates')

/** Draws the roll from the members' file: everybody with the vote, nobody whose membership rests. May be drawn again until it is published. */
export async function drawRoll(session: Session, { id, version }: Versioned) {
  const { db } = session
  const election = await heldFor(session, id, 'roll', { version })
  if (election.rollPublishedOn) enforce(refuse('elections.rollPublished', '名册已经公布，增减请逐人办理并写明理由'))
  if (election.plan.assembly === 'congress' && !['deputies', 'delegates'].includes(election.kind) && !isOfUnit(election))
    return drawDelegates(session, election)
  await db.delete(roll).where(eq(roll.electionId, id))
  const [lo, hi] = [election.unionPath, `${election.unionPath}~`]
  const also = electsDeputies(election) ? sql`or m.status = 'worker'` : sql``
  const unitId = isOfUnit(election) ? ((await contestsOf(session, id))[0]?.unitId ?? null) : null
  const ofUnit = unitId ? sql`and u.id = ${unitId}` : sql``
  const { rowCount } =
    await db.execute(sql`insert into election_roll (election_id, union_id, union_path, member_id, name, sex, unit_id, unit_name)
    select ${id}, ${election.unionId}, ${election.unionPath}, m.id, m.name, m.sex, u.id, u.name from members m join unions u on u.path = left(m.union_path, length(${lo}::text) + 4)
    where m.union_path >= ${lo} and m.union_path < ${hi} and m.merged_into is null and (m.status = 'member' ${also}) ${ofUnit}`)
  const retained = await db.execute<{ n: number }>(sql`select count(*)::int as n from members m
    where m.union_path >= ${lo} and m.union_path < ${hi} and m.merged_into is null and m.status = 'retained'`)
  await note(session, election, 'rollDrawn', `${rowCount} 人`)
  return { id, count: rowCount ?? 0, retained: retained.rows[0]!.n }
}

/** A congress votes by its delegates: those elected last, in an approved election of delegates. */
async function drawDelegates(session: Session, election: Election) {
  const { db } = session
  await db.delete(roll).where(eq(roll.electionId, election.id))
  const { rows } = await db.execute<{ member_id: string }>(sql`select distinct (named ->> 'memberId')::uuid as member_id
    from elections e join election_rounds r on r.election_id = e.id and r.settled_at is not null and r.kind <> 'primary'
      cross join lateral jsonb_array_elements(r.result -> 'elected') line
      join lateral jsonb_array_elements(r.candidates) named on named ->> 'id' = line ->> 'id'
    where e.union_id = ${election.unionId} and e.kind = 'delegates' and e.announced_at is not null and not e.is_rehearsal and e.state in ('open', 'approved')
      and named ->> 'memberId' is not null
      and e.elected_on >= coalesce((select max(x.elected_on) - 365 from elections x where x.union_id = e.union_id and x.kind = 'delegates' and x.announced_at is not null), e.elected_on)`)
  for (const { member_id } of rows) await addOne(session, election, member_id).catch(() => undefined)
  const count = await db.$count(roll, eq(roll.electionId, election.id))
  if (!count) enforce(refuse('elections.noDelegates', '还没有选出会员代表，请先办会员代表选举，或逐人登记代表并写明依据'))
  await note(session, election, 'rollDrawn', `会员代表 ${count} 人`)
  return { id: election.id, count, retained: 0 }
}

async function addOne({ db }: Session, election: Election, memberId: string) {
  const { rows } = await db.execute<{
    id: string
    name: string
    sex: 'male' | 'female' | null
    status: string
    unit: string
    unit_name: string
  }>(sql`
    select m.id, m.name, m.sex, m.status, u.id as unit, u.name as unit_name from members m join unions u on u.path = left(m.union_path, length(${election.unionPath}::text) + 4)
    where m.id = ${memberId} and m.merged_into is null and m.union_path >= ${election.unionPath} and m.union_path < ${`${election.unionPath}~`}`)
  const person = found(rows[0])
  enforce(mayVote(person.status, electsDeputies(election)))
  const row = {
    ...placeOf(election),
    memberId,
    name: person.name,
    sex: person.sex,
    unitId: person.unit,
    unitName: person.unit_name,
  }
  await db
    .insert(roll)
    .values(row)
    .onConflictDoUpdate({ target: [roll.electionId, roll.memberId], set: { removedOn: null, removedWhy: null } })
  return person
}

/** Adds somebody who was forgotten, or a delegate on record elsewhere; only before the roll is frozen (Helios #455: never after the tally began). */
export async function enrol(
  session: Session,
  { electionId, memberId, reason }: { electionId: string; memberId: string; reason: string },
) {
  const election = await held(session, electionId)
  enforce(mayAmendRoll(election.rollFrozenAt !== null))
  await addOne(session, election, memberId)
  await note(session, election, 'enrolled', reason)
  return { id: electionId }
}

/** Strikes somebody off, with the reason; the line stays, marked. */
export async function strike(session: Session, { id, reason }: { id: string; reason: string }) {
  const [line] = await session.db.select().from(roll).where(eq(roll.id, id))
  const election = await held(session, found(line).electionId)
  enforce(mayAmendRoll(election.rollFrozenAt !== null))
  await session.db.update(roll).set({ removedOn: session.today, removedWhy: reason }).where(eq(roll.id, id))
  await note(session, election, 'struck', reason)
  return { id }
}

/** Puts the roll up for everybody to check, until the day given. */
export async function publishRoll(session: Session, { id, version, until }: Versioned & { until: string }) {
  const { db, today } = session
  const election = await heldFor(session, id, 'roll', { version })
  if (!(await db.$count(roll, and(eq(roll.electionId, id), isNull(roll.removedOn)))))
    enforce(refuse('elections.rollEmpty', '名册是空的，请先生成名册'))
  if (until < today) enforce(refuse('elections.until', '公布到哪一天，不能早于今天'))
  await note(session, election, 'rollPublished', `公布到 ${until}`, {
    rollPublishedOn: election.rollPublishedOn ?? today,
    rollUntil: until,
  })
  return { id }
}

/** Freezes the roll: from now on nobody comes or goes, and its hash lets anyone check that. */
export async function freezeRoll(session: Session, { id, version }: Versioned) {
  const { db, now, today } = session
  const election = await heldFor(session, id, 'roll', { version })
  const lines = await liveLines(session, id)
  const unanswered = await db.$count(
    challenges,
    and(eq(challenges.electionId, id), eq(challenges.about, 'roll'), isNull(challenges.answeredOn)),
  )
  enforce(mayFreeze({ publishedOn: election.rollPublishedOn, until: election.rollUntil, today, unanswered, count: lines.length }))
  const hash = hashOf(lines)
  await note(session, election, 'rollFrozen', `${lines.length} 人，校验值 ${hash.slice(0, 16)}`, {
    rollFrozenAt: now,
    rollHash: hash,
    expected: lines.length,
  })
  Object.assign(session.line.detail!, { hash, count: lines.length })
  return { id, hash, count: lines.length }
}

export const liveLines = ({ db }: Session, electionId: string) =>
  db
    .select()
    .from(roll)
    .where(and(eq(roll.electionId, electionId), isNull(roll.removedOn)))
    .orderBy(asc(roll.unitName), asc(roll.name), asc(roll.memberId))

/** SHA-256 of the roll as it is printed: one line a person, unit and name, in this order. */
export const hashOf = (lines: readonly { unitName: string; name: string; memberId: string }[]) =>
  createHash('sha256')
    .update(lines.map(({ unitName, name, memberId }) => `${unitName}\t${name}\t${memberId}\n`).join(''))
    .digest('hex')

type Challenge = { electionId: string; about: 'roll' | 'candidate'; candidateId: string | null; body: string }

/** Enters what somebody said on paper or in person. */
export async function challenge(session: Session, { electionId, who, ...said }: Challenge & { who: string }) {
  const election = await held(session, electionId)
  const row = await challengeRow(session, election, { electionId, ...said })
  const [made] = await session.db
    .insert(challenges)
    .values({ ...row, who })
    .returning({ id: challenges.id })
  await note(session, election, 'challenged', said.about === 'roll' ? '对名册' : '对候选人')
  return made!
}

/** A member's own word against the roll or a candidate, from his phone. */
export async function challengeMine(session: Session, said: Challenge) {
  const election = await electionOf(session, said.electionId)
  const me = personOf(session)
  const row = await challengeRow(session, election, said)
  const { rows } = await session.db.execute<{ name: string }>(sql`select name from members where id = ${me}`)
  const [made] = await session.db
    .insert(challenges)
    .values({ ...row, memberId: me, who: rows[0]?.name ?? '会员' })
    .returning({ id: challenges.id })
  // Who objected is nobody's business that reads the journal.
  Object.assign(session.line, { unionId: election.unionId, subject: election.id, detail: { about: said.about } })
  return made!
}

async function challengeRow(session: Session, election: Election, { about, candidateId, body }: Challenge) {
  if (about === 'roll') enforce(mayAmendRoll(election.rollFrozenAt !== null))
  else if (election.startedAt) enforce(refuse('elections.tooLate', '大会已经开始，对候选人的意见请向上级工会反映'))
  if (candidateId) await candidateOf(session, candidateId)
  return { ...placeOf(election), about, candidateId, body, onDay: session.today }
}

/** Answers a challenge, with the reason; the one who made it reads it. */
export async function answerChallenge(
  session: Session,
  { id, answer, reply }: { id: string; answer: 'accepted' | 'refused'; reply: string },
) {
  const { db, today } = session
  const [row] = await db.select().from(challenges).where(eq(challenges.id, id))
  const election = await held(session, found(row).electionId)
  if (row!.answeredOn) enforce(refuse('elections.answered', '这件意见已经答复'))
  await db.update(challenges).set({ answer, reply, answeredOn: today }).where(eq(challenges.id, id))
  await note(session, election, 'challengeAnswered', answer === 'accepted' ? '采纳' : '不采纳')
  return { id }
}
