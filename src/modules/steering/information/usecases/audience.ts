import { sql } from 'drizzle-orm'
import { postOf, type Session } from '#platform/session'
import type { Audience } from '../contract.ts'
import type { Way } from '../rules.ts'

export type Named = { id: string; name: string }
export type Addressed = { to: Named[]; copies: Named[]; superiors: Named[] }

/** The unions that an audience means today: whom it goes to, who gets a copy because he is passed over, and the superiors there are. */
export async function addressees(session: Session, way: Way, audience: Audience): Promise<Addressed> {
  if (way === 'down') return { to: await below(session, audience), copies: [], superiors: [] }
  if (way === 'peers') return { to: await beside(session, audience), copies: [], superiors: [] }
  const superiors = await above(session)
  const at = audience.superiorId ? superiors.findIndex(({ id }) => id === audience.superiorId) : 0
  return { to: superiors.slice(at, at + 1), copies: at > 0 ? superiors.slice(0, at) : [], superiors }
}

// Branches and groups are their union's own affair unless they are named.
const LEAVES = ['branch', 'group']

async function below({ db, user }: Session, { depth, kinds, unionIds }: Audience): Promise<Named[]> {
  const { path, unionId } = postOf({ user })
  const { rows } = await db.execute<Named>(sql`select id, name from unions
    where path > ${path} and path < ${`${path}~`} and state = 'active'
      and ${depth === 'direct' ? sql`parent_id = ${unionId}` : sql`true`}
      and ${kinds.length ? sql`kind = any(${sql.param(kinds)}::text[])` : unionIds.length ? sql`true` : sql`kind <> all(${sql.param(LEAVES)}::text[])`}
      and ${unionIds.length ? sql`id = any(${sql.param(unionIds)}::uuid[])` : sql`true`}
    order by path`)
  return rows
}

async function beside({ db, user }: Session, { unionIds }: Audience): Promise<Named[]> {
  const { unionId } = postOf({ user })
  const { rows } = await db.execute<Named>(sql`select d.id, d.name from union_directory d
    where d.parent_id = (select o.parent_id from union_directory o where o.id = ${unionId}) and d.id <> ${unionId}
      and d.state = 'active' and d.kind <> all(${sql.param(LEAVES)}::text[])
      and ${unionIds.length ? sql`d.id = any(${sql.param(unionIds)}::uuid[])` : sql`true`}
    order by d.name`)
  return rows
}

async function above({ db, user }: Session): Promise<Named[]> {
  const { rows } = await db.execute<Named>(sql`with recursive up as (
      select id, parent_id, name, 0 as level from union_directory where id = ${postOf({ user }).unionId}
      union all select d.id, d.parent_id, d.name, up.level + 1 from union_directory d join up on d.id = up.parent_id
    ) select id, name from up where level > 0 order by level`)
  return rows
}

/** What the screen shows of an audience before anything is sent. */
export async function audience(session: Session, { way, audience: wanted }: { way: Way; audience: Audience }) {
  const { to, copies, superiors } = await addressees(session, way, wanted)
  return {
    to: to.length,
    names: to.slice(0, 12).map(({ name }) => name),
    copies: copies.map(({ name }) => name),
    superiors,
  }
}
