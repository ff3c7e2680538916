import { boolean, date, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { impersonal, personal } from '#platform/secrets'
import type { CongressScope, Ending, Finding, Vote } from './rules.ts'

const ofUnion = { unionId: uuid().notNull(), unionPath: text().notNull() }
const row = { id: uuid().primaryKey().defaultRandom(), ...ofUnion }

export const terms = pgTable('congress_terms', {
  ...row,
  number: integer().notNull(),
  scope: text().$type<CongressScope>().notNull(),
  startsOn: date().notNull(),
  endsOn: date().notNull(),
  staff: integer().notNull(),
  women: integer().notNull(),
  seats: integer().notNull(),
  findings: jsonb().$type<Finding[]>().notNull(),
  reason: text(),
  delayedUntil: date(),
  delayedWhy: text(),
  madeOn: date().notNull(),
})

export const units = pgTable('deputy_units', {
  ...row,
  termId: uuid().notNull(),
  position: integer().notNull(),
  name: text().notNull(),
  coversUnionId: uuid(),
  staff: integer().notNull(),
  seats: integer().notNull(),
})

export const deputies = pgTable('deputies', {
  ...row,
  termId: uuid().notNull(),
  electoralUnitId: uuid().notNull(),
  memberId: uuid().notNull(),
  name: text().notNull(),
  isManager: boolean().notNull(),
  isWoman: boolean().notNull(),
  isFrontLine: boolean().notNull(),
  job: text(),
  since: date().notNull(),
  until: date(),
  endedBy: text().$type<Ending>(),
  endedWhy: text(),
  electionId: uuid(),
  vote: jsonb().$type<Vote>(),
  evidence: text(),
  recall: jsonb().$type<Vote>(),
  replacesId: uuid(),
})

export const committees = pgTable('deputy_committees', {
  ...row,
  termId: uuid().notNull(),
  title: text().notNull(),
  adoptedOn: date(),
  adoptedAt: text(),
  endedOn: date(),
})

export const committeeMembers = pgTable('deputy_committee_members', {
  ...row,
  committeeId: uuid().notNull(),
  memberId: uuid().notNull(),
  name: text().notNull(),
  isHead: boolean().notNull(),
})

const duty = (title: string, purpose: string) => ({ title, purpose, basis: 'duty', retention: '随职代会档案保存' }) as const
export const dictionary = [
  personal(deputies, {
    name: duty('职工代表姓名', '公布职工代表名单，履行代表职责'),
    isWoman: duty('职工代表性别', '审查女职工代表比例'),
    endedWhy: duty('代表资格终止的说明', '说明罢免、终止和补选的依据'),
  }),
  personal(committeeMembers, { name: duty('专门委员会成员姓名', '公布专门委员会（小组）组成') }),
  impersonal(units, { name: '选举单位的名称' }),
]
