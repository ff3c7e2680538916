import { date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { MemberStatus } from './contract.ts'

export const members = pgTable('members', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  status: text().$type<MemberStatus>().notNull(),
  number: text(),
  name: text().notNull(),
  pinyin: text().notNull().default(''),
  initials: text().notNull().default(''),
  sex: text().$type<'male' | 'female'>(),
  birthOn: date(),
  idNumber: text(),
  idNumberIndex: text(),
  mobile: text(),
  mobileIndex: text(),
  ethnicity: text(),
  political: text(),
  education: text(),
  household: text(),
  employer: text(),
  employerId: uuid(),
  job: text(),
  skillLevel: text(),
  employmentForm: text(),
  newForm: text(),
  basis: text(),
  joinedOn: date(),
  leftOn: date(),
  retainedOn: date(),
  checkedOn: date(),
  mergedInto: uuid(),
  version: integer().notNull().default(1),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

export const memberships = pgTable('memberships', {
  id: uuid().primaryKey().defaultRandom(),
  memberId: uuid().notNull(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  fromOn: date().notNull(),
  untilOn: date(),
  came: text().$type<'join' | 'import' | 'transfer' | 'rejoin' | 'merge'>().notNull(),
  went: text().$type<'transfer' | 'leave' | 'expel' | 'retain' | 'dissolve' | 'death' | 'merge' | 'correct'>(),
})

export const memberTags = pgTable('member_tags', {
  id: uuid().primaryKey().defaultRandom(),
  memberId: uuid().notNull(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  tag: text().notNull(),
  since: date().notNull(),
  until: date(),
})
