import { sql } from 'drizzle-orm'
import type { Day } from '#kit/dates'
import type { Db } from '#platform/db'
import { notify } from '#platform/notices'
import { type AlarmKind, alarmKinds } from '../contract.ts'
import { alarmNames } from '../rules.ts'

type Row = { unionId: string; kind: AlarmKind; alarms: number; unions: number }

/** Tells the superior of each union of what was noticed since it was last told: one notice a day, each alarm once. */
export async function tellNew(db: Db, now: Date, today: Day) {
  const { rows } = await db.execute<Row>(sql`
    with told as (update alarms set told_on = ${today} where told_on is null and ended_on is null returning union_id, kind),
      above as (select coalesce(p.id, u.id) as union_id, t.kind from told t join unions u on u.id = t.union_id
        left join unions p on p.id = u.parent_id and p.state = 'active')
    select union_id as "unionId", kind, count(*)::int as alarms from above group by union_id, kind`)
  const news = [...Map.groupBy(rows, ({ unionId }) => unionId)].map(([unionId, kinds]) => ({
    ...{ key: `alarms.raised:${unionId}:${today}`, kind: 'alarms.raised', to: { unionId } },
    title: `新增 ${kinds.reduce((sum, { alarms }) => sum + alarms, 0)} 条组织预警`,
    text: alarmKinds
      .flatMap((kind) => kinds.filter((row) => row.kind === kind))
      .map(({ kind, alarms }) => `${alarmNames[kind]} ${alarms} 条`)
      .join('，'),
    link: '/alarms',
  }))
  await notify({ db, now }, news)
}
