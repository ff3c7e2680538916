import { date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { Item } from './rules/catalogue.ts'

const ofUnion = { id: uuid().primaryKey().defaultRandom(), unionId: uuid().notNull(), unionPath: text().notNull() }
const moment = () => timestamp({ withTimezone: true })

export const catalogues = pgTable('competence_catalogues', {
  ...ofUnion,
  fromOn: date().notNull(),
  items: jsonb().$type<Item[]>().notNull(),
  reason: text().notNull(),
  madeBy: uuid(),
  madeAt: moment().notNull(),
})

export const ratings = pgTable('competence_ratings', {
  ...ofUnion,
  memberId: uuid().notNull(),
  year: integer().notNull(),
  item: text().notNull(),
  ownLevel: integer(),
  ownAt: moment(),
  level: integer(),
  confirmedAt: moment(),
  confirmedBy: uuid(),
  reason: text(),
})

const RATED = { purpose: '找出培训需要，安排培训', basis: 'duty', retention: '随干部档案长期保存' } as const
export const dictionary = personal(ratings, {
  ownLevel: { ...RATED, title: '能力自评' },
  level: { ...RATED, title: '能力核定' },
  reason: { ...RATED, title: '核定说明' },
})
