import { sql } from 'drizzle-orm'
import { everywhere, within } from '#platform/db'
import { runEverything } from '#platform/duties'
import type { Calls, House, Planted } from './calls.ts'
import { chance } from './chance.ts'

const bound = ['joint', 'basic', 'newEmployment']
const words = '请尽快研究，办结后在平台登记；确有困难的，请写明原因和打算。'

/**
 * Most unions hold their yearly assembly, some forgot; the clock has gone over everything, and the towns have written to who is furthest
 * behind: one has answered, one has not.
 */
export async function superviseUnions({ pool, region }: House, calls: Calls, unions: readonly Planted[]) {
  const by = chance(20_260_517)
  const held = unions
    .filter(({ place }) => bound.includes(place.kind))
    .flatMap(({ id, path, people }) => {
      if (!by.yes(0.8)) return []
      const expected = Math.max(people.length, 12)
      const document = '年度会员大会决议'
      return [{ id, path, day: calls.day(by.whole(15, 330)), expected, present: Math.ceil(expected * 0.86), document }]
    })
  await within(pool, { region, role: 'post', ...everywhere }, (db) =>
    db.execute(sql`insert into assemblies (union_id, union_path, kind, held_on, expected, present, document, at)
      select id, path, 'members', day, expected, present, document, now()
      from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) r(id uuid, path text, day date, expected int, present int, document text)`),
  )
  await runEverything({ pool, region, today: calls.today })
  for (const town of unions.filter(({ place }) => place.kind === 'town').slice(0, 2)) await urge(calls, town, unions)
}

async function urge(calls: Calls, town: Planted, unions: readonly Planted[]) {
  const { rows } = await calls.at(town).supervision.list({ whose: 'below', states: ['escalated'], size: 30 })
  const others = rows.filter(({ unionId }) => unionId !== town.id)
  const late = others.filter(({ unionId }, at) => others.findIndex((other) => other.unionId === unionId) === at).slice(0, 2)
  for (const [at, duty] of late.entries()) {
    const sentAgo = at === 0 ? 6 : 20
    await calls.at(town, sentAgo).supervision.urge({ dutyIds: [duty.id], body: words, replyBy: calls.day(sentAgo - 10) })
    const union = unions.find(({ id }) => id === duty.unionId)
    if (at > 0 || !union) continue
    const [note] = (await calls.at(union).supervision.urges({ side: 'received' })).rows
    if (note) await calls.at(union, 2).supervision.reply({ id: note.id, body: '已列入下周委员会议题，月底前办完。' })
  }
}
