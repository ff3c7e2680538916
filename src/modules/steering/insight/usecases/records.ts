import { sql } from 'drizzle-orm'
import { enforce, type Session } from '#platform/session'
import { readTallies } from '#platform/tallies'
import type { Question } from '../contract.ts'
import { lastYearsEnd, mayAsk } from '../rules.ts'
import { unionAsked } from './figures.ts'

type Row = {
  id: string
  name: string
  unionId: string
  unionName: string
  fromOn: string
  untilOn: string | null
  isHere: boolean
}

/** Those whom a figure counts, page by page; the total is the figure itself. */
export async function records(session: Session, { page, size, ...question }: Question & { page: number; size: number }) {
  const { db, today } = session
  const { unionId, day = today, since = lastYearsEnd(day), figure, value } = question
  enforce(mayAsk(since, day, today))
  const union = await unionAsked(session, { unionId })
  const isFlow = figure === 'came' || figure === 'went'
  const counted = await readTallies(db, [union.id], isFlow ? [day, since] : [day])
  const on = (asked: string) => counted.find((one) => one.day === asked)?.counts[`${figure}.${value}`] ?? 0
  const { rows } = await db.execute<Row>(sql`
    select member_id as id, name, union_id as "unionId", union_name as "unionName", from_on::text as "fromOn", until_on::text as "untilOn",
      is_here as "isHere"
    from tally_records(${union.id}, ${day}, ${since}, ${figure}, ${value}, ${size}, ${(page - 1) * size})`)
  return { rows, total: isFlow ? on(day) - on(since) : on(day), union, day }
}
