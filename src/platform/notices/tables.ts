import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { type Dictionary, personal } from '#platform/secrets'
import type { Channel } from './notices.ts'

const moment = () => timestamp({ withTimezone: true })

export const notices = pgTable('notices', {
  id: uuid().primaryKey().defaultRandom(),
  key: text().notNull(),
  kind: text().notNull(),
  personId: uuid().notNull(),
  asPosts: text().array(),
  aboutUnionId: uuid(),
  subject: uuid(),
  title: text().notNull(),
  body: text().notNull(),
  link: text().notNull(),
  isUrgent: boolean().notNull(),
  cite: text(),
  untilAt: moment(),
  at: moment().notNull(),
  readAt: moment(),
  doneAt: moment(),
  plannedAt: moment(),
  dueAt: moment(),
  deliveryId: uuid(),
})

export const noticePreferences = pgTable('notice_preferences', {
  personId: uuid().primaryKey(),
  channel: text().$type<Channel | 'none'>().notNull(),
  addressSealed: text(),
  dailyAt: text().notNull(),
  isDaily: boolean().notNull(),
  quietFrom: text().notNull(),
  quietUntil: text().notNull(),
  muted: text().array().notNull().default([]),
  changedAt: moment().notNull(),
})

export const noticeDeliveries = pgTable('notice_deliveries', {
  id: uuid().primaryKey().defaultRandom(),
  personId: uuid().notNull(),
  channel: text().$type<Channel>().notNull(),
  isUrgent: boolean().notNull(),
  madeAt: moment().notNull(),
  state: text().$type<'waiting' | 'sent' | 'dropped' | 'dead'>().notNull().default('waiting'),
  attempts: integer().notNull().default(0),
  nextAt: moment().notNull(),
  takenBy: uuid(),
  takenUntil: moment(),
  sendingAt: moment(),
  endedAt: moment(),
  cause: text(),
})

export const noticeChannels = pgTable('notice_channels', {
  channel: text().$type<Channel>().primaryKey(),
  settingsSealed: text(),
  restsUntil: moment(),
  failures: integer().notNull().default(0),
  cause: text(),
  failedAt: moment(),
  sentAt: moment(),
  changedAt: moment(),
})

export const ADDRESS = 'notice_preferences.address_sealed'
export const SETTINGS = 'notice_channels.settings_sealed'

export const dictionary: Dictionary[] = [
  personal(noticePreferences, {
    addressSealed: {
      title: '接收提醒的邮箱或工作通讯账号',
      purpose: '按本人选择的一种方式把工作提醒送到平台之外',
      basis: 'consent',
      retention: '本人改掉或账号注销时删除',
      sealed: true,
    },
  }),
  // Not about a person, but sealed: it stands here so that a change of the master key finds it.
  personal(noticeChannels, {
    settingsSealed: {
      title: '发送通道的地址、登录名和密钥',
      purpose: '把提醒交给邮件服务器、短信或工作通讯接口',
      basis: 'duty',
      retention: '管理员改掉时删除',
      sealed: true,
    },
  }),
]
