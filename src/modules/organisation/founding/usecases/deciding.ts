import { and, eq, isNull } from 'drizzle-orm'
import { cover, employerByCode, upsertMany } from '#modules/organisation/employers'
import { admit, admitMany, holders } from '#modules/organisation/members'
import { install } from '#modules/organisation/posts'
import { alter, plant } from '#modules/organisation/unions'
import { sql } from 'drizzle-orm'
import { blindIndexes, open } from '#platform/secrets'
import { enforce, type Session } from '#platform/session'
import type { Returned } from '../contract.ts'
import { blockOf, itemNames, kindOf, mayApproveTerm, mayConfirm, mayCover, mayDecide, mayLead } from '../rules.ts'
import { filings, foundings, supporters, units } from '../tables.ts'
import { ID_NUMBER, MOBILE } from './group.ts'
import { type Founding, held, note, registered } from './parts.ts'
import { judged, type Parts, partsOf } from './reading.ts'

type Versioned = { id: string; version: number }
type Planted = { id: string; path: string }

/** Sends the project back, item by item, with the reason for each. */
export async function sendBack(session: Session, { id, version, items }: Versioned & { items: Returned[] }) {
  const founding = await held(session, id)
  enforce(mayDecide(founding.state))
  await held(session, id, version)
  await answered(session, id, 'returned', items)
  await session.db
    .update(foundings)
    .set({ state: 'returned', version: version + 1 })
    .where(eq(foundings.id, id))
  await note(session, founding, 'returned', items.map(({ item, reason }) => `${itemNames[item]}：${reason}`).join('；'))
  return { id }
}

const answered = ({ db, now }: Session, id: string, answer: 'returned' | 'approved', items: Returned[] = []) =>
  db
    .update(filings)
    .set({ answeredAt: now, answer, items })
    .where(and(eq(filings.foundingId, id), isNull(filings.answeredAt)))

type Approval = Versioned & { number: string; termYears: number; note?: string | undefined }

/** Approves: in one transaction the union is planted, who signed becomes its member, and its preparatory head has a post over it. */
export async function approve(session: Session, { id, version, number, termYears, note: words }: Approval) {
  const { db, now, today } = session
  const founding = await held(session, id)
  enforce(mayDecide(founding.state))
  await held(session, id, version)
  enforce(mayApproveTerm(termYears, today))
  const parts = await partsOf(session, founding)
  enforce(blockOf((await judged(session, founding, parts)).findings))
  const union = await planted(session, founding, parts)
  const people = await admitAll(session, union, parts)
  const isLinked = await installHead(session, union, parts, number)
  await coverUnits(session, founding, union, parts)
  await answered(session, id, 'approved')
  await db
    .update(foundings)
    .set({ state: 'approved', decidedAt: now, foundedUnionId: union.id, number, termYears, version: version + 1 })
    .where(eq(foundings.id, id))
  await note(session, founding, 'approved', [number, words].filter(Boolean).join('：'))
  Object.assign(session.line.detail!, { founded: union.id, ...people })
  return { id, unionId: union.id, ...people, isLinked }
}

/** The union stands in the tree from today, preparing until its committee is elected. */
async function planted(session: Session, { unionId, form, unitType, name, sector, place }: Founding, parts: Parts) {
  for (const { name: unit, creditCode } of parts.units)
    enforce(mayCover(unit, (await registered(session, creditCode))?.covered_by_name ?? null))
  const [first] = parts.units
  return plant(session, {
    ...{ name, kind: kindOf[form], unitType, parentId: unionId, state: 'preparing', sector, place },
    unitName: first?.name ?? null,
    unitCreditCode: form === 'unit' ? (first?.creditCode ?? null) : null,
    staffCount: parts.units.reduce((sum, { headcount }) => sum + headcount, 0),
  })
}

type Supporter = Parts['roster'][number]

/** Who signed is admitted without typing anything again; who is a member elsewhere stays there until he transfers. */
async function admitAll(session: Session, union: Planted, { roster, units: list }: Parts) {
  const { db, today } = session
  const unitOf = new Map(list.map((unit) => [unit.id, unit]))
  const facts = ({ name, idNumber, mobile, unitId }: Supporter) => {
    const unit = (unitId && unitOf.get(unitId)) || list[0]
    const number = open(ID_NUMBER, idNumber!)
    return {
      ...{ name, idNumber: number, mobile: mobile && open(MOBILE, mobile), employer: unit?.name ?? null },
      ...{ employerId: unit?.employerId ?? null, employerCode: unit?.creditCode ?? null },
    }
  }
  const rows = roster.map((supporter) => ({ supporter, facts: facts(supporter) }))
  const held = new Map(
    (
      await holders(
        session,
        rows.map((row) => row.facts.idNumber),
      )
    ).map((holder) => [holder.index, holder]),
  )
  const known = (number: string) =>
    blindIndexes('members.id_number', number)
      .map((index) => held.get(index))
      .find((one) => one)
  const fresh = rows.filter((row) => !known(row.facts.idNumber))
  const { ids } = await admitMany(
    session,
    fresh.map((row) => ({ ...row.facts, unionId: union.id, joinedOn: today })),
  )
  const outcomes = new Map<string, string | null>(fresh.map(({ supporter }, at) => [supporter.id, ids[at] ?? null]))
  for (const row of rows.filter((one) => known(one.facts.idNumber))) {
    const { status } = known(row.facts.idNumber)!
    const isElsewhere = status === 'member' || status === 'retained'
    const person = isElsewhere ? null : (await admit(session, row.facts, { unionId: union.id, on: today, came: 'join' })).id
    outcomes.set(row.supporter.id, person)
  }
  // The members' file has the numbers now: here they have served their purpose.
  const cleared = { idNumber: null, idNumberIndex: null, mobile: null }
  for (const [supporter, memberId] of outcomes)
    await db
      .update(supporters)
      .set({ ...cleared, memberId, outcome: memberId ? 'admitted' : 'elsewhere' })
      .where(eq(supporters.id, supporter))
  const admitted = [...outcomes.values()].filter((person) => person !== null).length
  return { admitted, elsewhere: outcomes.size - admitted }
}

/** The head gets a post with authority over the new union, and his account is his record's. */
async function installHead(session: Session, union: Planted, { group }: Parts, basis: string) {
  const { db, today } = session
  const head = group.find(({ side }) => side === 'head')
  const [signed] = head?.supporterId ? await db.select().from(supporters).where(eq(supporters.id, head.supporterId)) : []
  enforce(mayLead(signed?.memberId ? null : '别的工会'))
  const facts = {
    unionId: union.id,
    memberId: signed!.memberId!,
    kind: 'preparatoryHead' as const,
    fromOn: today,
    came: 'appointed' as const,
  }
  await install(session, { ...facts, basis, proposedBy: session.user.account })
  const { rows } = await db.execute<{ linked: boolean }>(sql`select founding_link_head(${head!.foundingId}) as linked`)
  return rows[0]!.linked
}

/** Each unit counts as covered in the employers' register; one that was not on it is put there. */
async function coverUnits(session: Session, { unionId, unionPath }: Founding, union: Planted, parts: Parts) {
  for (const { name, creditCode, unitKind, headcount, setUpOn } of parts.units) {
    const isKnown = (await registered(session, creditCode)) !== undefined
    const facts = {
      name,
      creditCode,
      unitKind,
      headcount,
      setUpOn,
      ownership: null,
      sector: null,
      address: null,
      source: '网上建会',
    }
    if (!isKnown) await upsertMany(session, [{ ...facts, unionId, unionPath }])
    // An employer on the register of another town is out of the decider's sight; its own town marks it.
    const employer = creditCode && (await employerByCode(session, creditCode))
    if (employer) await cover(session, employer.id, union.id)
  }
}

/** Registers what the group reported: the committee is elected, and the union is founded. */
export async function confirm(session: Session, { id, version }: Versioned) {
  const founding = await held(session, id, version)
  enforce(mayConfirm(founding.state))
  const { foundedUnionId, election } = founding
  await alter(session, foundedUnionId!, { state: 'active', foundedOn: election!.electedOn, effectiveOn: election!.electedOn })
  await session.db.update(units).set({ isOpen: false }).where(eq(units.foundingId, id))
  await session.db
    .update(foundings)
    .set({ state: 'registered', closedOn: session.today, version: version + 1 })
    .where(eq(foundings.id, id))
  await note(session, founding, 'registered', election!.paper)
  return { id }
}
