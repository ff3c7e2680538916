import { date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { Decision, Found, Purpose } from './rules/names.ts'

const ofUnion = { id: uuid().primaryKey().defaultRandom(), unionId: uuid().notNull(), unionPath: text().notNull() }
const ofActivist = { ...ofUnion, activistId: uuid().notNull() }
const moment = () => timestamp({ withTimezone: true })

export const activists = pgTable('activists', {
  ...ofUnion,
  memberId: uuid().notNull(),
  personName: text().notNull(),
  foundOn: date().notNull(),
  foundHow: text().$type<Found>().notNull(),
  reason: text().notNull(),
  endedOn: date(),
  endedWhy: text(),
  version: integer().notNull().default(1),
})

export const nominations = pgTable('activist_nominations', {
  ...ofUnion,
  byMember: uuid().notNull(),
  nomineeName: text().notNull(),
  nomineePlace: text(),
  reason: text().notNull(),
  at: moment().notNull(),
  withdrawnAt: moment(),
  decidedAt: moment(),
  decision: text().$type<Decision>(),
  decisionReason: text(),
  activistId: uuid(),
})

export const tasks = pgTable('activist_tasks', {
  ...ofActivist,
  title: text().notNull(),
  givenOn: date().notNull(),
  dueOn: date(),
  doneOn: date(),
  outcome: text(),
})

export const deeds = pgTable('activist_deeds', {
  ...ofActivist,
  onDay: date().notNull(),
  deed: text().notNull(),
  recordedAt: moment().notNull(),
})

export const proposals = pgTable('activist_proposals', {
  ...ofActivist,
  forWhat: text().$type<Purpose>().notNull(),
  proposal: text().notNull(),
  proposedOn: date().notNull(),
  proposedBy: uuid(),
  decidedOn: date(),
  decision: text().$type<Decision>(),
  decisionReason: text(),
})

const FILED = { purpose: '发现、培养工会积极分子', basis: 'duty', retention: '退出积极分子后随工作档案保存' } as const
export const dictionary = [
  personal(activists, { personName: { ...FILED, title: '积极分子姓名' } }),
  personal(nominations, {
    nomineeName: { ...FILED, title: '被推荐人姓名', basis: 'consent', retention: '办结后随工作档案保存' },
  }),
]
