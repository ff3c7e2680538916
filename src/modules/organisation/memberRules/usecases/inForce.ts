import { type SQL, sql } from 'drizzle-orm'
import { unionNames } from '#modules/organisation/unions'
import type { Db } from '#platform/db'
import type { Session } from '#platform/session'
import { rulebookOf } from '#platform/statutes'
import { type Field, type Point, points, type Rules, type Setting } from '../contract/words.ts'
import { citeOfUsual, USUAL_CHECK_MONTHS, usualFields, usualRules } from '../rules.ts'

/** One point as it holds at a union: its value, who ruled (`null`: law and practice alone), and how to cite it. */
export type Held<P extends Point = Point> = {
  value: Rules[P]
  by: { unionId: string; unionName: string; fromOn: string } | null
  cite: string
}
export type MemberRules = { [P in Point]: Held<P> }

type Found = { point: Point; value: never; unionId: string; fromOn: string }

/**
 * The rules in force at the union of a path on a day, each point from the nearest union above that ruled on it, else from law and
 * practice. Works for anybody at the gate, also beyond his scope: rules are public. Days are working days.
 */
export async function memberRulesAt(
  session: Pick<Session, 'db' | 'place'>,
  unionPath: string,
  day: string,
): Promise<MemberRules> {
  const { rows } = await session.db.execute<Found>(sql`
    select r.point, r.value, r.union_id as "unionId", r.from_on::text as "fromOn"
    from unnest(${sql.param(points as unknown as string[])}::text[]) wanted, member_rule_at(${unionPath}, wanted, ${day}) r`)
  const names = await unionNames(session, [...new Set(rows.map(({ unionId }) => unionId))])
  const place = (await rulebookOf(session)).at(unionPath)
  const usual = usualRules(day, place)
  const held = points.map((point): [Point, Held] => {
    const row = rows.find((one) => one.point === point)
    if (!row) return [point, { value: usual[point], by: null, cite: citeOfUsual(point, day, place) }]
    const { value, unionId, fromOn } = row
    const unionName = names.get(unionId) ?? ''
    return [point, { value, by: { unionId, unionName, fromOn }, cite: citeOfRule(unionName, fromOn) }]
  })
  return Object.fromEntries(held) as MemberRules
}

const citeOfRule = (unionName: string, fromOn: string) => `${unionName}会员管理制度（${fromOn} 起施行）`

/** How to cite what held on one point at each of several union paths on its day, in the order given, in one question. */
export async function citesAt(
  session: Pick<Session, 'db' | 'place'>,
  point: Point,
  places: readonly { path: string; day: string }[],
): Promise<string[]> {
  if (!places.length) return []
  const { rows } = await session.db.execute<{ unionId: string | null; fromOn: string | null }>(sql`
    select r.union_id as "unionId", r.from_on::text as "fromOn"
    from unnest(${sql.param(places.map(({ path }) => path))}::text[], ${sql.param(places.map(({ day }) => day))}::date[])
      with ordinality asked(path, day, nth)
    left join lateral member_rule_at(asked.path, ${point}, asked.day) r on true order by nth`)
  const names = await unionNames(session, [...new Set(rows.flatMap(({ unionId }) => unionId ?? []))])
  const book = await rulebookOf(session)
  return rows.map(({ unionId, fromOn }, at) =>
    unionId && fromOn
      ? citeOfRule(names.get(unionId) ?? '', fromOn)
      : citeOfUsual(point, places[at]!.day, book.at(places[at]!.path)),
  )
}

/** The fields asked for at each of these union paths on a day, in one question: for whoever writes records. */
export async function obligatoryFields(db: Db, paths: readonly string[], day: string): Promise<Map<string, readonly Field[]>> {
  const { rows } = await db.execute<{ path: string; value: Field[] | null }>(sql`
    select path, r.value from unnest(${sql.param([...new Set(paths)])}::text[]) path
    left join lateral member_rule_at(path, 'fields', ${day}) r on true`)
  return new Map(rows.map(({ path, value }) => [path, value ?? usualFields]))
}

/** SQL of the day before which a record's last check is too long ago, by the rule at a union path. Asked once a statement. */
export const checkedBefore = (path: string, today: string): SQL =>
  sql`(${today}::date - make_interval(months => coalesce(
    (select r.value::int from member_rule_at(${path}, 'checkMonths', ${today}) r), ${USUAL_CHECK_MONTHS})))::date`

/** Who keeps the records: counts what a rule would change in a subtree, and applies the fields in force to it. */
export type Follower = {
  preview(session: Session, path: string, setting: Setting): Promise<{ records: number; newly: number; mended: number }>
  apply(session: Session, path: string): Promise<number>
}
let follower: Follower | undefined

/** The keeper of the records says how a change of rules reaches them. */
export function onRules(keeper: Follower) {
  follower = keeper
}
export function followers(): Follower {
  if (!follower) throw new Error('nobody keeps the records')
  return follower
}
