import { date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { Ground, Side, TransferState } from './contract/words.ts'

const moment = () => timestamp({ withTimezone: true })

export const transfers = pgTable('transfers', {
  id: uuid().primaryKey().defaultRandom(),
  memberId: uuid().notNull(),
  name: text().notNull(),
  fromUnionId: uuid().notNull(),
  fromPath: text().notNull(),
  toUnionId: uuid().notNull(),
  toPath: text().notNull(),
  startedBy: text().$type<Side>().notNull(),
  ground: text().$type<Ground>().notNull(),
  note: text(),
  startedAt: moment().notNull(),
  startedOn: date().notNull(),
  dueOn: date().notNull(),
  agreedAt: moment(),
  agreedPaper: text(),
  releasedAt: moment(),
  releasedBy: text(),
  takenAt: moment(),
  takenBy: text(),
  state: text().$type<TransferState>().notNull(),
  endedAt: moment(),
  endedOn: date(),
  refusedBy: text().$type<Side>(),
  reason: text(),
  version: integer().notNull().default(1),
})
export type Transfer = typeof transfers.$inferSelect

export const dictionary = [
  personal(transfers, {
    name: { title: '姓名', purpose: '转出、转入双方确认是谁', basis: 'duty', retention: '随会员档案' },
  }),
]
