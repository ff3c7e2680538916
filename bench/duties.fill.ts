import type { Client } from 'pg'

/** Three years of what clocks watch, into a federation that has only unions and members; once. */
export async function fillHistory(client: Client, region: string) {
  await client.query(`set search_path = ${region}, shared`)
  const { rowCount } = await client.query('select 1 from assemblies limit 1')
  if (rowCount) return
  await client.query('begin')
  for (const statement of statements) await client.query(statement)
  await client.query('delete from duty_touches')
  await client.query('commit')
  await client.query('vacuum analyze')
}

const day = (expression: string) => `(date '2021-01-01' + (${expression})::int)`
/** A number from 0 to n - 1 that a row always has. */
const chance = (column: string, salt: string, n: number) => `(abs(hashtext(${column}::text || '${salt}')) % ${n})`

const statements = [
  // A committee of ten at each union that has so many members (other parts seat a chair of their own at a few); terms of five years that end all through the coming years.
  `create temp table seats on commit drop as select m.id, m.union_id, m.union_path, m.name, m.rn::int,
     ${day(chance('m.union_id', 'term', 1700))} as began
   from (select *, row_number() over (partition by union_id order by id) as rn from members where status = 'member') m where rn <= 10
     and not exists (select from appointments a where a.union_id = m.union_id)`,
  `insert into appointments (union_id, union_path, member_id, person_name, kind, from_on, until_on, came, ended_on, ended_why)
   select union_id, union_path, id, name,
     (array['chair', 'viceChair', 'member', 'member', 'member', 'auditChair', 'auditMember', 'womenChair', 'mediationHead', 'protectionHead'])[rn],
     began, (began + interval '5 years')::date, case when rn <= 5 then 'elected' else 'appointed' end,
     case when ${chance('id', 'left', 25)} = 0 then least(began + 400, current_date - 20) end,
     case when ${chance('id', 'left', 25)} = 0 then 'resigned' end
   from seats`,
  // The chair of the term before.
  `insert into appointments (union_id, union_path, member_id, person_name, kind, from_on, until_on, came)
   select union_id, union_path, id, name, 'chair', (began - interval '5 years')::date, began - 1, 'elected' from seats where rn = 2`,
  `insert into join_applications (union_id, union_path, channel, name, id_type, employment_form, basis, charter_version, privacy_version,
     applied_at, applied_on, due_on, state, decided_at, decided_on)
   select union_id, union_path, 'desk', name, 'resident', 'contract', 'contract', 1, 1, on_day, on_day, on_day + 5, state,
     case when state = 'approved' then on_day + 3 end, case when state = 'approved' then on_day + 3 end
   from (select union_id, union_path, name, current_date - 5 - ${chance('id', 'join', 1095)} as on_day,
       case when ${chance('id', 'open', 60)} = 0 then 'applied' else 'approved' end as state
     from members where ${chance('id', 'pick', 10)} = 0) m`,
  `insert into transfers (member_id, name, from_union_id, from_path, to_union_id, to_path, started_by, ground, started_at, started_on, due_on,
     agreed_at, released_at, taken_at, state, ended_at, ended_on)
   select id, name, union_id, union_path, to_id, to_path, 'member', 'newEmployer', on_day, on_day, on_day + 7, on_day, on_day + 2,
     case when isOver then on_day + 4 end, case when isOver then 'accepted' else 'released' end,
     case when isOver then on_day + 4 end, case when isOver then on_day + 4 end
   from (select m.id, m.name, m.union_id, m.union_path, current_date - 5 - ${chance('m.id', 'transfer', 1095)} as on_day,
       ${chance('m.id', 'moving', 40)} > 0 as isOver,
       (array(select id from unions where kind = 'basic' order by path))[1 + ${chance('m.id', 'goal', 60)}] as to_id
     from members m where ${chance('m.id', 'mover', 60)} = 0) m
   join lateral (select path as to_path from unions u where u.id = m.to_id) p on true where to_id <> union_id`,
  `insert into member_corrections (member_id, union_id, union_path, asked_at, fields, wanted_sealed, decided_at, decision)
   select id, union_id, union_path, on_day, '{job}', 'x', case when isOver then on_day + 6 end, case when isOver then 'accepted' end
   from (select *, current_date - 7 - ${chance('id', 'asked', 1095)} as on_day, ${chance('id', 'answered', 30)} > 0 as isOver
     from members where ${chance('id', 'asker', 100)} = 0) m`,
  `insert into employers (union_id, union_path, name, unit_kind, set_up_on, stage, stage_on, created_at)
   select u.id, u.path, '第' || n || '有限公司', 'enterprise', current_date - ${chance('n', 'setup', 1500)},
     case when n % 3 = 0 then 'none' else 'founded' end, case when n % 3 > 0 then current_date - ${chance('n', 'founded', 700)} end, now()
   from generate_series(1, 8000) n join (select id, path, row_number() over (order by path) as at from unions where kind = 'town') u
     on u.at = 1 + n % (select count(*) from unions where kind = 'town')`,
  `insert into assemblies (union_id, union_path, kind, held_on, expected, present, document, at)
   select id, path, 'members', current_date - 60 - 365 * y - ${chance('id', 'held', 200)}, 30, 28, '会员大会决议', now()
   from unions, generate_series(0, 2) y where kind = 'basic'`,
  `update unions set certificate_until = current_date + ${chance('id', 'until', 1500)} where kind = 'basic' and ${chance('id', 'legal', 3)} = 0`,
]
