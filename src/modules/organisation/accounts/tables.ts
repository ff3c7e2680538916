import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { type Dictionary, personal } from '#platform/secrets'

/** The accounts of the people of one's scope: a view. */
export const accountList = pgTable('account_list', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  username: text().notNull(),
  disabledAt: timestamp({ withTimezone: true }),
  hasSecondFactor: boolean().notNull(),
  requiresSecondFactor: boolean().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  personId: uuid().notNull(),
  personName: text().notNull(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  isInvited: boolean().notNull(),
  lastSeenAt: timestamp({ withTimezone: true }),
  sessions: integer().notNull(),
})

export const accountResets = pgTable('account_resets', {
  id: uuid().primaryKey().defaultRandom(),
  accountId: uuid().notNull(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  reason: text().notNull(),
  askedBy: uuid().notNull(),
  askedAt: timestamp({ withTimezone: true }).notNull(),
  confirmedBy: uuid(),
  confirmedAt: timestamp({ withTimezone: true }),
  usedAt: timestamp({ withTimezone: true }),
})

const LISTED = { purpose: '管理员开通、停用账号时辨认本人', basis: 'duty', retention: '账号注销后删除' } as const
export const dictionary: Dictionary = personal(accountList, {
  name: { ...LISTED, title: '账号姓名' },
  username: { ...LISTED, title: '登录账号' },
  personName: { ...LISTED, title: '姓名' },
})
