import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { and, eq, inArray, isNull, isNotNull } from 'drizzle-orm'
import { admit } from '#platform/ballots'
import { doorCodeAt, isDoorCode } from '#platform/doorcode'
import { refuse } from '#law/verdict'
import { dayOf, enforce, found, personOf, type Session } from '#platform/session'
import { mayAdopt, mayChange, mayStart, type OfficerRole, officerRoleNames } from '../rules.ts'
import { candidates, officers, roll, rounds } from '../tables.ts'
import { contestsOf, type Election, electionOf, held, heldFor, lawAt, note, placeOf } from './parts.ts'

/** What the projector shows for people to scan. */
export async function doorCode(session: Session, { id }: { id: string }) {
  const election = await electionOf(session, id)
  enforce(mayChange(election.state))
  return doorCodeAt(election.doorSecret, session.now)
}

const mayArrive = ({ rollFrozenAt, announcedAt, state }: Election) => {
  enforce(mayChange(state))
  if (!rollFrozenAt) enforce(refuse('elections.rollOpenStill', '名册还没有定稿，不能签到'))
  if (announcedAt) enforce(refuse('elections.over', '大会已经结束'))
}

/** Marks people of the roll as present or takes the mark back, by hand at the door; not who already has a ballot. */
export async function arrive(
  session: Session,
  { electionId, rollIds, isPresent }: { electionId: string; rollIds: string[]; isPresent: boolean },
) {
  const { db } = session
  const election = await held(session, electionId)
  mayArrive(election)
  const lines = await db
    .select()
    .from(roll)
    .where(and(eq(roll.electionId, electionId), inArray(roll.id, rollIds), isNull(roll.removedOn)))
  const given = lines.find(({ paperGiven }) => paperGiven)
  if (!isPresent && given) enforce(refuse('elections.issued', `${given.name}已经领了选票，不能取消签到`))
  if (!isPresent && election.startedAt) enforce(refuse('elections.started', '大会已经开始，不能取消签到'))
  if (lines.length)
    await db
      .update(roll)
      .set({ presentHow: isPresent ? 'hand' : null })
      .where(
        and(
          inArray(
            roll.id,
            lines.map(({ id }) => id),
          ),
          isPresent ? isNull(roll.presentHow) : isNotNull(roll.presentHow),
        ),
      )
  await admitToBallots(session, electionId, isPresent ? lines.map(({ memberId }) => memberId) : [])
  Object.assign(session.line, { unionId: election.unionId, subject: electionId, detail: { people: lines.length, isPresent } })
  return { id: electionId, present: await presentAt(session, electionId) }
}

/** Whoever comes while a ballot is open may take it. */
async function admitToBallots(session: Session, electionId: string, voterIds: string[]) {
  if (!voterIds.length) return
  const open = await session.db
    .select({ ballotId: rounds.ballotId })
    .from(rounds)
    .where(and(eq(rounds.electionId, electionId), isNull(rounds.closedAt), isNotNull(rounds.ballotId)))
  for (const ballotId of new Set(open.map((one) => one.ballotId!))) await admit(session, { ballotId, voterIds })
}

export const presentAt = ({ db }: Session, electionId: string, unitId?: string | null) =>
  db.$count(
    roll,
    and(
      eq(roll.electionId, electionId),
      isNull(roll.removedOn),
      isNotNull(roll.presentHow),
      unitId ? eq(roll.unitId, unitId) : undefined,
    ),
  )

/** A voter scans the code at the door. */
export async function arriveMine(session: Session, { electionId, code }: { electionId: string; code: string }) {
  const election = await electionOf(session, electionId)
  mayArrive(election)
  if (!isDoorCode(election.doorSecret, code, session.now))
    enforce(refuse('elections.doorCode', '签到码过期了，请重新扫大屏幕上的二维码'))
  const [line] = await session.db
    .select()
    .from(roll)
    .where(and(eq(roll.electionId, electionId), eq(roll.memberId, personOf(session)), isNull(roll.removedOn)))
  if (!line) enforce(refuse('elections.notOnRoll', '这次选举的名册上没有您，请到签到处核对'))
  if (!found(line).presentHow) await session.db.update(roll).set({ presentHow: 'qr' }).where(eq(roll.id, line!.id))
  // When somebody came is not noted: it would stand beside when he voted.
  Object.assign(session.line, { unionId: election.unionId, subject: electionId })
  return { id: electionId }
}

/** Opens the meeting: who came is counted, and fewer than two thirds may not elect (ELEC-11). */
export async function start(session: Session, { id, version }: { id: string; version: number }) {
  const { now, today } = session
  const election = await heldFor(session, id, 'meeting', { version })
  const list = await contestsOf(session, id)
  const [expected, present] = [election.expected!, await presentAt(session, id)]
  // Units that elect each for themselves are counted each for itself, when its ballot opens.
  const areUnits = list.every(({ electorate }) => electorate === 'unit')
  if (!areUnits) enforce(mayStart({ expected, present, day: today, place: await lawAt(session, election) }))
  await note(session, election, 'started', `应到 ${expected} 人，实到 ${present} 人`, {
    startedAt: now,
    present,
    electedOn: dayOf(now),
  })
  return { id, expected, present }
}

type Adoption = {
  id: string
  version: number
  officers: { role: OfficerRole; memberId: string }[]
  yes: number
  rulesYes: number
}

/** The assembly adopts scrutineers and tellers, and the election rules. Each teller gets a code, shown here alone. */
export async function adopt(session: Session, { id, version, officers: named, yes, rulesYes }: Adoption) {
  const { db, today } = session
  const election = await heldFor(session, id, 'officers', { version })
  const present = Math.max(election.present!, await presentAt(session, id))
  const people = await db
    .select()
    .from(roll)
    .where(
      and(
        eq(roll.electionId, id),
        isNull(roll.removedOn),
        inArray(
          roll.memberId,
          named.map(({ memberId }) => memberId),
        ),
      ),
    )
  const standing = await db
    .select({ memberId: candidates.memberId })
    .from(candidates)
    .where(and(eq(candidates.electionId, id), eq(candidates.isShortlisted, true), isNull(candidates.droppedOn)))
  const facts = named.map(({ role, memberId }) => ({
    ...{ role, memberId, name: found(people.find((one) => one.memberId === memberId)).name },
    isCandidate: standing.some((one) => one.memberId === memberId),
  }))
  enforce(mayAdopt(facts, { present, yes }, today, await lawAt(session, election)))
  if (rulesYes * 2 <= present || rulesYes > present) enforce(refuse('elections.rulesVote', '选举办法须经到会人数过半数通过'))
  await db.delete(officers).where(eq(officers.electionId, id))
  const codes: { name: string; code: string }[] = []
  for (const { role, memberId, name } of facts) {
    const code = role === 'teller' || role === 'chiefTeller' ? newCode() : null
    if (code) codes.push({ name, code })
    await db.insert(officers).values({ ...placeOf(election), role, memberId, name, codeHash: code && hashCode(code) })
  }
  const said = facts.map(({ role, name }) => `${officerRoleNames[role]}${name}`).join('、')
  await note(session, election, 'adopted', `${said}；赞成 ${yes} / ${present}`, { officersVote: { present, yes, rulesYes } })
  return { id, codes }
}

const newCode = () => String(randomBytes(4).readUInt32BE() % 1_000_000).padStart(6, '0')
const hashCode = (code: string) => createHash('sha256').update(`teller ${code}`).digest('hex')
const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
export const isTellerCode = (hash: string | null, code: string) => hash !== null && same(hash, hashCode(code))
