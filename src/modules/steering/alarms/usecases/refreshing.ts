import { sql } from 'drizzle-orm'
import type { Pool } from 'pg'
import type { Day } from '#kit/dates'
import { scopeOfDivision } from '#law/place'
import { type Db, everywhere, within } from '#platform/db'
import { uuids } from '#platform/duties'
import { rulebookOf, rulingsOf } from '#platform/statutes'
import { findUnlike } from './comparing.ts'
import { findBroken, findInactive, findLost, type Found, type Reach } from './finding.ts'
import { measuresOn } from './measures.ts'
import { tellNew } from './telling.ts'

type Place = { pool: Pool; region: string; now: Date; today: Day }
export type Outcome = { raised: number; ended: number }
const NOTHING: Outcome = { raised: 0, ended: 0 }
/** More than so many at once: everything is gone over instead. */
const FEW = 500

const frame = (region: string) => ({ region, role: 'post' as const, ...everywhere })

/** Goes over every union of the region; once a day, because a period moves on without anybody's act. */
export const refreshAll = ({ pool, region, now, today }: Place): Promise<Outcome> =>
  within(pool, frame(region), async (db) => ((await isAlone(db)) ? everything(db, now, today) : NOTHING))

/** Goes over what was touched since, those directly below it, and those thought inactive that were heard of again. */
export const refreshTouched = ({ pool, region, now, today }: Place): Promise<Outcome> =>
  within(pool, frame(region), async (db) => {
    if (!(await isAlone(db))) return NOTHING
    const { rows: ran } = await db.execute<{ day: Day }>(sql`select full_on::text as day from alarm_runs`)
    if (ran[0]?.day !== today) return everything(db, now, today)
    const { rows } = await db.execute<{ id: string }>(sql`
      with taken as (delete from alarm_touches returning union_id)
      select u.id from unions u where u.id in (select union_id from taken) or u.parent_id in (select union_id from taken)
        or u.id in (select p.parent_id from unions p join taken t on t.union_id = p.id)
      union
      select a.union_id from alarms a where a.ended_on is null and a.kind = 'inactive' and exists (
        select from journal j where j.union_path >= a.union_path and j.union_path < a.union_path || '~' and j.at > ${ranBefore}
          and j.act not like 'alarms.%' and j.act not like 'supervision.%')`)
    const ids = rows.map(({ id }) => id)
    if (ids.length > FEW) return everything(db, now, today)
    const outcome = ids.length ? await refresh(db, today, ids) : NOTHING
    await db.execute(sql`update alarm_runs set at = ${now.toISOString()}`)
    return outcome
  })

// A line may be written some time before its transaction ends.
const ranBefore = sql`(select at - interval '10 minutes' from alarm_runs)`

async function everything(db: Db, now: Date, today: Day) {
  await db.execute(sql`delete from alarm_touches`)
  const outcome = await refresh(db, today, null)
  await tellNew(db, now, today)
  await db.execute(sql`insert into alarm_runs (full_on, at) values (${today}, ${now.toISOString()})
    on conflict (one) do update set full_on = excluded.full_on, at = excluded.at`)
  return outcome
}

/** Works the alarms of some unions out anew: raises what is new, ends what is gone. The same again changes nothing. */
async function refresh(db: Db, today: Day, reach: Reach): Promise<Outcome> {
  const { rows: top } = await db.execute<{ division: string | null; path: string | null }>(
    sql`select r.division, (select min(path) from unions) as path from regions r where r.name = current_schema()`,
  )
  const place = scopeOfDivision(top[0]?.division)
  const book = await rulebookOf({ db, place })
  const found: Found[] = []
  for (const part of await partsOf(db, top[0]?.path ?? '', reach)) {
    const measures = measuresOn(book.at(part.path), today)
    found.push(
      ...(await findLost(db, today, measures.lost, part.reach)),
      ...(await findInactive(db, today, measures.inactive, part.reach)),
      ...(await findBroken(db, today, measures.broken, part.reach)),
      ...(await findUnlike(db, today, measures.unlike, part.reach)),
    )
  }
  return keep(db, today, reach, found)
}

/** The unions that are judged by the same figures: those below a town that ruled its own apart from the others. */
async function partsOf(db: Db, top: string, reach: Reach): Promise<{ path: string; reach: Reach }[]> {
  const own = (await rulingsOf({ db })).filter(({ id, path }) => id.startsWith('ALARM-') && path !== top)
  const paths = [...new Set(own.map(({ path }) => path))].sort((a, b) => b.length - a.length)
  if (!paths.length) return [{ path: top, reach }]
  const { rows } = await db.execute<{ id: string; path: string }>(
    sql`select id, path from unions ${reach ? sql`where id = any (${uuids(reach)})` : sql``}`,
  )
  const parts = Map.groupBy(rows, ({ path }) => paths.find((own) => path.startsWith(own)) ?? top)
  return [...parts].map(([path, unions]) => ({ path, reach: unions.map(({ id }) => id) }))
}

async function keep(db: Db, today: Day, reach: Reach, found: readonly Found[]): Promise<Outcome> {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as r(kind text, subject text, "unionId" uuid, since date, figures jsonb)`
  const ended = await db.execute(sql`
    update alarms a set ended_on = greatest(${today}::date, a.noticed_on) where a.ended_on is null
      ${reach ? sql`and a.union_id = any (${uuids(reach)})` : sql``}
      and (a.union_id, a.kind, a.subject) not in (select r."unionId", r.kind, r.subject from ${rows})`)
  // A loss that has lasted keeps its first day, though the period it is measured over moves on.
  const raised = await db.execute(sql`
    insert into alarms as kept (kind, subject, union_id, union_path, since, figures, noticed_on)
    select r.kind, r.subject, u.id, u.path, r.since, r.figures, ${today} from ${rows} join unions u on u.id = r."unionId"
    on conflict (union_id, kind, subject) where ended_on is null
    do update set since = case kept.kind when 'lost' then least(kept.since, excluded.since) else excluded.since end, figures = excluded.figures
    where kept.figures <> excluded.figures or kept.since <> case kept.kind when 'lost' then least(kept.since, excluded.since) else excluded.since end`)
  return { raised: raised.rowCount ?? 0, ended: ended.rowCount ?? 0 }
}

/** One at a time in a region; who finds another at work leaves it to him. */
async function isAlone(db: Db) {
  const { rows } = await db.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(7410270, hashtext(current_schema())) as mine`,
  )
  return rows[0]!.mine
}
