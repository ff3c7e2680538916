import { sql } from 'drizzle-orm'
import { relocateMany } from '#modules/organisation/members'
import { holdUnion, unionOf } from '#modules/organisation/unions'
import { enforce, postOf, type Session } from '#platform/session'
import { mayDecide, mayTakePeople } from '../rules.ts'
import { held, note } from './filing.ts'
import { pathInScope } from './reading.ts'

type Relocation = { id: string; version: number; toUnionId: string; how: 'transfer' | 'retain' }

/**
 * Takes everybody still registered at a union that is to end, and below it, to another union at once: as full members (transfer), or
 * with their membership retained there (工会法 13). Whoever decides on the change does it, before approving.
 */
export async function relocate(session: Session, { id, version, toUnionId, how }: Relocation) {
  const change = await held(session, id, version)
  const union = await holdUnion(session, change.unionId)
  const filerPath = await pathInScope(session, change.filedByUnion)
  enforce(mayDecide({ state: change.state, unionPath: union.path, filerPath }, postOf(session), session.today))
  const to = await unionOf(session, toUnionId)
  enforce(mayTakePeople(change.kind, union, to))
  const { rows } = await session.db.execute<{ id: string }>(sql`
    select id from members where union_path >= ${union.path} and union_path < ${`${union.path}~`}
      and status in ('worker', 'member', 'retained') and merged_into is null`)
  const ids = rows.map(({ id: person }) => person)
  await relocateMany(session, ids, toUnionId, { on: session.today, isRetained: how === 'retain' })
  await note(session, change, 'relocated', { note: `${rows.length} 人转至 ${to.name}${how === 'retain' ? '，保留会籍' : ''}` })
  return { count: rows.length }
}
