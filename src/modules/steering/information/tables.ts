import { boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { Audience } from './contract.ts'
import type { InformationState, Kind, Way } from './rules/names.ts'

const moment = () => timestamp({ withTimezone: true })
const place = { unionId: uuid().notNull(), unionPath: text().notNull() }

export const information = pgTable('information', {
  id: uuid().primaryKey().defaultRandom(),
  ...place,
  kind: text().$type<Kind>().notNull(),
  way: text().$type<Way>().notNull(),
  state: text().$type<InformationState>().notNull(),
  number: text(),
  title: text().notNull(),
  version: integer().notNull().default(0),
  audience: jsonb().$type<Audience>().notNull(),
  asksReceipt: boolean().notNull(),
  replyBy: date(),
  madeBy: uuid(),
  madeName: text().notNull(),
  madeAt: moment().notNull(),
  releasedAt: moment(),
  withdrawnAt: moment(),
  withdrawnWhy: text(),
})

export const informationVersions = pgTable('information_versions', {
  id: uuid().primaryKey().defaultRandom(),
  informationId: uuid().notNull(),
  ...place,
  version: integer().notNull(),
  state: text().$type<'draft' | 'waiting' | 'refused' | 'released'>().notNull(),
  title: text().notNull(),
  body: text().notNull(),
  why: text(),
  madeBy: uuid(),
  madeName: text().notNull(),
  madeAt: moment().notNull(),
  decidedBy: uuid(),
  decidedName: text(),
  decidedAt: moment(),
  refusedWhy: text(),
  keptFiles: uuid().array().notNull().default([]),
})

export const informationFiles = pgTable('information_files', {
  id: uuid().primaryKey().defaultRandom(),
  informationId: uuid().notNull(),
  ...place,
  fromVersion: integer().notNull(),
  untilVersion: integer(),
  name: text().notNull(),
  size: integer().notNull(),
  bodySealed: text().notNull(),
  at: moment().notNull(),
})

export const recipients = pgTable('information_recipients', {
  id: uuid().primaryKey().defaultRandom(),
  informationId: uuid().notNull(),
  ...place,
  fromUnionId: uuid().notNull(),
  fromPath: text().notNull(),
  isCopy: boolean().notNull().default(false),
  releasedAt: moment().notNull(),
  openedAt: moment(),
  openedBy: uuid(),
  openedName: text(),
  openedVersion: integer(),
  repliedAt: moment(),
  remindedAt: moment(),
  replyRemindedAt: moment(),
})

export const replies = pgTable('information_replies', {
  id: uuid().primaryKey().defaultRandom(),
  informationId: uuid().notNull(),
  recipientId: uuid().notNull(),
  ...place,
  fromUnionId: uuid().notNull(),
  fromPath: text().notNull(),
  byUnionId: uuid().notNull(),
  body: text().notNull(),
  byAccount: uuid(),
  byName: text().notNull(),
  at: moment().notNull(),
})

export const informationSettings = pgTable('information_settings', {
  id: uuid().primaryKey().defaultRandom(),
  ...place,
  needsApproval: boolean().notNull(),
  reason: text().notNull(),
  madeBy: uuid(),
  madeAt: moment().notNull(),
})

export const FILE = 'information_files.body_sealed'

const signer = { basis: 'duty', retention: '随工作信息长期保存' } as const

export const dictionary = [
  personal(information, { madeName: { ...signer, title: '起草人', purpose: '工作信息由谁起草' } }),
  personal(informationVersions, {
    madeName: { ...signer, title: '起草、更正人', purpose: '每一稿由谁起草' },
    decidedName: { ...signer, title: '审签人', purpose: '每一稿由谁审签' },
  }),
  personal(informationFiles, {
    bodySealed: { ...signer, title: '附件', purpose: '随工作信息发给各级工会，可能写有个人信息', sealed: true },
  }),
  personal(recipients, { openedName: { ...signer, title: '签收人', purpose: '各工会由谁最先打开' } }),
  personal(replies, { byName: { ...signer, title: '回复人', purpose: '回复由谁写' } }),
]
