import { and, inArray, sql } from 'drizzle-orm'
import { postOf, type Session } from '#platform/session'
import { postTitle, rankOf } from '../rules.ts'
import { appointments } from '../tables.ts'
import { stateOn } from './reading.ts'

/** The kinds of post that a person holds today, anywhere in the region. */
export async function heldKinds({ db, today }: Pick<Session, 'db' | 'today'>, person: string | undefined): Promise<string[]> {
  const { rows } = await db.execute<{ kind: string }>(sql`select kind from held_kinds(${person ?? null}::uuid, ${today})`)
  return rows.map(({ kind }) => kind)
}

/** What these people are called by the posts they hold today within one's scope, the highest first. */
export async function titlesOf({ db, today }: Session, people: readonly string[]): Promise<Map<string, string[]>> {
  if (!people.length) return new Map()
  const rows = await db
    .select({
      person: appointments.memberId,
      kind: appointments.kind,
      title: appointments.title,
      union: sql<string>`(select coalesce(u.short_name, u.name) from unions u where u.id = ${appointments.unionId})`,
    })
    .from(appointments)
    .where(and(inArray(appointments.memberId, [...people]), sql`${stateOn(today)} = 'inOffice'`))
  rows.sort((a, b) => rankOf(a.kind) - rankOf(b.kind))
  const titles = new Map<string, string[]>()
  for (const { person, kind, title, union } of rows)
    titles.set(person, [...(titles.get(person) ?? []), `${union}${postTitle(kind, title)}`])
  return titles
}

/** Who speaks for a union: its chair, or who leads until there is one; also for what lies below it. */
const heads = ['chair', 'preparatoryHead', 'fullTimeViceChair']
export function isHeadOf(session: Session, path: string): boolean {
  const post = postOf(session)
  return heads.includes(post.kind) && path.startsWith(post.path)
}
