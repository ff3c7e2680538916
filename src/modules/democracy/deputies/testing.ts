import type { Session } from '#platform/session'
import { deputies, terms, units } from './tables.ts'

type Union = { id: string; path: string }
type Sitter = { id: string; name: string; sex?: string | null }

/** A running term with one electoral unit and these people as its deputies. */
export async function aTerm(
  { db }: Session,
  union: Union,
  people: readonly Sitter[],
  { seats = people.length, on = '2025-01-01' } = {},
) {
  const place = { unionId: union.id, unionPath: union.path }
  const [term] = await db
    .insert(terms)
    .values({
      ...place,
      number: 1,
      scope: 'unit',
      startsOn: on,
      endsOn: '2027-12-31',
      staff: 300,
      women: 100,
      seats,
      findings: [],
      madeOn: on,
    })
    .returning()
  const [unit] = await db
    .insert(units)
    .values({ ...place, termId: term!.id, position: 0, name: '全体职工', coversUnionId: null, staff: 300, seats })
    .returning()
  if (people.length)
    await db.insert(deputies).values(
      people.map(({ id, name, sex }) => ({
        ...{ ...place, termId: term!.id, electoralUnitId: unit!.id, memberId: id, name, since: on },
        ...{ isManager: false, isWoman: sex === 'female', isFrontLine: true },
      })),
    )
  return { term: term!, unit: unit! }
}
