import { and, desc, eq, sql } from 'drizzle-orm'
import { enforce, personOf, postOf, type Session } from '#platform/session'
import type { Rated } from './contract.ts'
import { builtIn, gapOf, type Item, mayChange, mayConfirm, mayRate, roleOf, wantedOf } from './rules.ts'
import { catalogues, ratings } from './tables.ts'
import { type Cadre, cadreOf, ownCadre } from './usecases/holders.ts'

const ROOT = 4
const yearOf = (day: string) => Number(day.slice(0, 4))

/** What is asked of cadres in this federation today: its own standard, or what comes with the software. */
export async function inForce({ db, today }: Pick<Session, 'db' | 'today'>) {
  const [row] = await db
    .select()
    .from(catalogues)
    .where(sql`${catalogues.fromOn} <= ${today}`)
    .orderBy(desc(catalogues.fromOn), desc(catalogues.madeAt))
    .limit(1)
  return { items: row?.items ?? [...builtIn], fromOn: row?.fromOn ?? null, isChanged: row !== undefined }
}

export async function history({ db }: Session) {
  const { id, fromOn, items, reason, madeAt } = catalogues
  return db.select({ id, fromOn, items, reason, madeAt }).from(catalogues).orderBy(desc(fromOn), desc(madeAt))
}

/** Puts another standard in force from today on; what was in force before stays readable. */
export async function change(session: Session, { items, reason }: { items: Item[]; reason: string }) {
  const { db, user, now, today, line } = session
  const post = postOf(session)
  const before = await inForce(session)
  enforce(mayChange(post.path.length === ROOT, items, before.items))
  const [row] = await db
    .insert(catalogues)
    .values({ unionId: post.unionId, unionPath: post.path, fromOn: today, items, reason, madeBy: user.account, madeAt: now })
    .returning({ id: catalogues.id })
  Object.assign(line, { subject: row!.id, detail: { items: items.length, before: before.items.length } })
  return row!
}

async function sheetOf(session: Session, memberId: string, cadre: Cadre | undefined) {
  const { db, today } = session
  const year = yearOf(today)
  const { items } = await inForce(session)
  const rows = await db
    .select()
    .from(ratings)
    .where(and(eq(ratings.memberId, memberId), sql`${ratings.year} in (${year}, ${year - 1})`))
  const at = (of: number, key: string) => rows.find((row) => row.year === of && row.item === key)
  const rated = wantedOf(items, cadre?.kinds ?? []).map(({ item, wanted }): Rated => {
    const now = at(year, item.key)
    const { key, title, group } = item
    const { ownLevel = null, level = null, reason = null } = now ?? {}
    return {
      ...{ key, title, group, wanted, ownLevel, level, reason },
      gap: gapOf(wanted, now),
      before: gapOf(wanted, at(year - 1, key)),
    }
  })
  const confirmed = rows.flatMap((row) => (row.year === year && row.confirmedAt ? [row.confirmedAt] : []))
  return { year, isCadre: cadre !== undefined, confirmedAt: confirmed.sort((a, b) => +b - +a)[0] ?? null, items: rated }
}

export const mine = async (session: Session) => sheetOf(session, personOf(session), await ownCadre(session))

export async function ofCadre(session: Session, { memberId }: { memberId: string }) {
  return sheetOf(session, memberId, await cadreOf(session, memberId))
}

/** A cadre says where he stands this year; a level confirmed already stays as it is. */
export async function rateMine(session: Session, { levels }: { levels: Record<string, number> }) {
  const { db, now, today, line } = session
  const person = personOf(session)
  const cadre = await ownCadre(session)
  enforce(mayRate((await inForce(session)).items, Object.keys(levels), cadre !== undefined))
  const { unionId, unionPath } = cadre!
  for (const [item, level] of Object.entries(levels))
    await db.execute(sql`insert into competence_ratings (union_id, union_path, member_id, year, item, own_level, own_at)
      values (${unionId}, ${unionPath}, ${person}, ${yearOf(today)}, ${item}, ${level}, ${now.toISOString()})
      on conflict (member_id, year, item) do update set own_level = excluded.own_level, own_at = excluded.own_at`)
  Object.assign(line, { unionId, subject: person, detail: { items: Object.keys(levels).length } })
  return { id: person }
}

type Confirmation = { memberId: string; levels: Record<string, number>; reason: string }

/** The superior's word on a cadre's levels of this year. */
export async function confirm(session: Session, { memberId, levels, reason }: Confirmation) {
  const { db, user, now, today, line } = session
  const cadre = await cadreOf(session, memberId)
  const isHead = cadre.kinds.some((kind) => ['chair', 'organiser', 'preparatoryHead'].includes(kind))
  const fromAbove = postOf(session).path.length < cadre.unionPath.length || cadre.unionPath.length === ROOT
  enforce(mayConfirm({ isOwn: user.person === memberId, isHead, fromAbove }))
  enforce(mayRate((await inForce(session)).items, Object.keys(levels), true))
  const { unionId, unionPath } = cadre
  const said = { confirmedAt: now, confirmedBy: user.account ?? null, reason: reason || null }
  for (const [item, level] of Object.entries(levels))
    await db
      .insert(ratings)
      .values({ unionId, unionPath, memberId, year: yearOf(today), item, level, ...said })
      .onConflictDoUpdate({ target: [ratings.memberId, ratings.year, ratings.item], set: { level, ...said } })
  Object.assign(line, { unionId, subject: memberId, detail: { items: Object.keys(levels).length } })
  return { id: memberId }
}

/** Which level of which item each kind of post is asked, for the database. */
export const askedOf = (items: readonly Item[]) =>
  JSON.stringify(
    Object.entries(roleOf).flatMap(([kind, role]) =>
      items.flatMap(({ key, wanted }) => (wanted[role] > 0 ? [{ kind, item: key, level: wanted[role] }] : [])),
    ),
  )
