import pg from 'pg'
import { addDays } from '#kit/dates'
import { dayOf } from '#platform/session'
import { cadreOf } from './callers.ts'
import { atMost, inTurns, type Line, ms } from './measure.ts'
import { type Place, region } from './place.ts'

/** The statistics page of the district: all its figures today, beside those the year began with and who came and went since. */
export async function statistics(place: Place): Promise<{ lines: Line[]; page: number }> {
  const { district } = place.unions
  const floor = new pg.Client({ connectionString: place.ownerUrl })
  await floor.connect()
  await floor.query(`set search_path = ${region}, shared`)
  const { insight } = cadreOf(place, district)
  const today = dayOf(new Date())
  const spread = await inTurns(
    {
      floor: () => floor.query({ name: 'one', text: 'select * from unions where id = $1', values: [district.id] }),
      page: () => insight.overview({}),
      past: () => insight.overview({ day: addDays(today, -500) }),
      towns: () => insight.breakdown({ by: 'child', of: 'sex' }),
      kinds: () => insight.breakdown({ by: 'unitType', of: 'age' }),
      trend: () => insight.trend({ from: addDays(today, -730), to: today, step: 'month' }),
    },
    300,
  )
  await floor.end()
  const { page, past, towns, kinds, trend } = spread
  const also = (what: string, { p50 }: { p50: number }): Line => ({
    what,
    value: ms(p50),
    floor: ms(spread.floor.p50),
    ratio: `${(p50 / spread.floor.p50).toFixed(2)} ×`,
    target: '',
    isMet: undefined,
  })
  return {
    page: page.p50,
    lines: [
      atMost(
        `statistics page of the district, ${place.members} members; floor: one primary-key read`,
        page.p50,
        spread.floor.p50,
        3,
      ),
      also('the same as of a day 500 days ago', past),
      also('towns compared', towns),
      also('by type of unit', kinds),
      also('curve of 24 months', trend),
    ],
  }
}
