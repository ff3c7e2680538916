import { boolean, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { type PersonalField, personal } from '#platform/secrets'
import type { ChangeKind, ChangeState, retainGrounds } from './contract/words.ts'

export const changes = pgTable('standing_changes', {
  id: uuid().primaryKey().defaultRandom(),
  memberId: uuid().notNull(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  kind: text().$type<ChangeKind>().notNull(),
  state: text().$type<ChangeState>().notNull(),
  startedBy: text().$type<'member' | 'union'>().notNull(),
  ground: text().$type<keyof typeof retainGrounds>(),
  note: text(),
  openedAt: timestamp({ withTimezone: true }).notNull(),
  openedOn: date().notNull(),
  effectiveOn: date().notNull(),
  idleSince: date(),
  educatedOn: date(),
  educatedHow: text(),
  judgment: text(),
  judgedOn: date(),
  discussedOn: date(),
  opinion: text(),
  reportedOn: date(),
  reportNumber: text(),
  decidedOn: date(),
  document: text(),
  cardReturned: boolean(),
  byAccount: uuid(),
  byPost: text(),
  droppedOn: date(),
  reason: text(),
  version: integer().notNull().default(1),
})
export type Change = typeof changes.$inferSelect

const field = (title: string, purpose: string): PersonalField => ({ title, purpose, basis: 'duty', retention: '随会员档案' })

export const dictionary = [
  personal(changes, {
    judgment: { ...field('判决书案号', '开除会籍以受到刑事处罚为前提，留存依据'), sensitive: true, sealed: true },
    note: field('说明', '会籍变动的事由'),
    educatedHow: field('教育情况', '视为自动退会以教育为前提，留存依据'),
    opinion: field('小组意见', '开除会籍须经工会小组讨论'),
  }),
]
