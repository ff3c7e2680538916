import { boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { normaliseIdNumber } from '#kit/identifiers'
import { type PersonalField, personal } from '#platform/secrets'
import type { Came, MemberStatus, ProblemCode, TagCode, Went } from './contract/words.ts'

const moment = () => timestamp({ withTimezone: true })
/** Every row of a person stands at his union and follows him. */
const place = { unionId: uuid().notNull(), unionPath: text().notNull() }

export const members = pgTable('members', {
  id: uuid().primaryKey().defaultRandom(),
  ...place,
  status: text().$type<MemberStatus>().notNull(),
  number: text(),
  name: text().notNull(),
  pinyin: text().notNull().default(''),
  initials: text().notNull().default(''),
  sex: text().$type<'male' | 'female'>(),
  birthOn: date(),
  idType: text().notNull().default('citizen'),
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
  employerCode: text(),
  job: text(),
  skillLevel: text(),
  employmentForm: text(),
  newForm: text(),
  basis: text(),
  joinedOn: date(),
  leftOn: date(),
  retainedOn: date(),
  checkedOn: date(),
  problems: text().array().$type<ProblemCode[]>().notNull().default([]),
  mergedInto: uuid(),
  version: integer().notNull().default(1),
  createdAt: moment().notNull().defaultNow(),
})

export const memberCounts = pgTable('member_counts', {
  ...place,
  workerCount: integer().notNull(),
  memberCount: integer().notNull(),
  retainedCount: integer().notNull(),
  leftCount: integer().notNull(),
  expelledCount: integer().notNull(),
})

export const memberships = pgTable('memberships', {
  id: uuid().primaryKey().defaultRandom(),
  memberId: uuid().notNull(),
  ...place,
  standing: text().$type<'full' | 'retained'>().notNull().default('full'),
  fromOn: date().notNull(),
  untilOn: date(),
  came: text().$type<Came>().notNull(),
  went: text().$type<Went>(),
})

export const memberTags = pgTable('member_tags', {
  id: uuid().primaryKey().defaultRandom(),
  memberId: uuid().notNull(),
  ...place,
  tag: text().$type<TagCode>().notNull(),
  sensitive: boolean().notNull(),
  since: date().notNull(),
  until: date(),
})

export const memberChanges = pgTable('member_changes', {
  id: uuid().primaryKey().defaultRandom(),
  memberId: uuid().notNull(),
  ...place,
  version: integer().notNull(),
  at: moment().notNull(),
  act: text().notNull(),
  byAccount: uuid(),
  byPost: text(),
  fields: text().array().notNull(),
  beforeSealed: text().notNull(),
  afterSealed: text().notNull(),
})

export const memberLooks = pgTable('member_looks', {
  id: uuid().primaryKey().defaultRandom(),
  memberId: uuid().notNull(),
  ...place,
  field: text().$type<'idNumber' | 'mobile'>().notNull(),
  reason: text().notNull(),
  at: moment().notNull(),
  byAccount: uuid(),
  byUnion: text().notNull(),
  byPost: text().notNull(),
})

export const memberConsents = pgTable('member_consents', {
  id: uuid().primaryKey().defaultRandom(),
  memberId: uuid().notNull(),
  ...place,
  purpose: text().notNull(),
  textVersion: integer().notNull(),
  givenAt: moment().notNull(),
  withdrawnAt: moment(),
})

export const memberCorrections = pgTable('member_corrections', {
  id: uuid().primaryKey().defaultRandom(),
  memberId: uuid().notNull(),
  ...place,
  askedAt: moment().notNull(),
  fields: text().array().notNull(),
  wantedSealed: text().notNull(),
  note: text(),
  withdrawnAt: moment(),
  decidedAt: moment(),
  decision: text().$type<'accepted' | 'refused'>(),
  reason: text(),
  byAccount: uuid(),
  byPost: text(),
})

export const memberMerges = pgTable('member_merges', {
  id: uuid().primaryKey().defaultRandom(),
  keptId: uuid().notNull(),
  droppedId: uuid().notNull(),
  ...place,
  at: moment().notNull(),
  byAccount: uuid(),
  byPost: text(),
  reason: text().notNull(),
  keptSealed: text().notNull(),
  droppedSealed: text().notNull(),
  moved: jsonb().$type<{ table: string; column: string; ids: string[] }[]>().notNull(),
  undoneAt: moment(),
  undoneBy: text(),
})

const KEPT = '会籍存续期间；离会满 5 年后去除可识别信息'
const duty = (title: string, purpose: string): PersonalField => ({ title, purpose, basis: 'duty', retention: KEPT })
const history = (title: string, purpose: string): PersonalField => ({ ...duty(title, purpose), sealed: true, retention: '3 年' })

/** Every personal field with its purpose (PI-01, PI-03, PI-04); the member database is kept under 工会法 第三条 and the charter. */
export const dictionary = [
  personal(members, {
    name: duty('姓名', '确认会员身份，行使选举权和享受服务'),
    pinyin: duty('姓名拼音', '按拼音查找'),
    initials: duty('姓名拼音首字母', '按首字母查找'),
    sex: duty('性别', '女职工权益保障与统计'),
    birthOn: duty('出生日期', '核对年满 16 周岁和退休保留会籍，按年龄段统计'),
    idNumber: {
      ...duty('证件号码', '一人一档，防止重复入会'),
      sensitive: true,
      sealed: true,
      index: 'idNumberIndex',
      normalise: normaliseIdNumber,
    },
    mobile: { ...duty('手机号', '通知与实名核验'), sealed: true, index: 'mobileIndex' },
    ethnicity: duty('民族', '全总会员实名制采集项，少数民族职工服务'),
    political: duty('政治面貌', '全总会员实名制采集项'),
    education: duty('文化程度', '技能培训与学历提升服务'),
    household: duty('户口类型', '外来务工人员服务与统计'),
  }),
  personal(memberChanges, {
    beforeSealed: history('更改前的内容', '说明档案何时被谁怎样更改，可以还原'),
    afterSealed: history('更改后的内容', '说明档案何时被谁怎样更改'),
  }),
  personal(memberCorrections, { wantedSealed: history('申请更正的内容', '办理本人的更正申请（个人信息保护法第四十六条）') }),
  personal(memberMerges, {
    keptSealed: history('并档前保留的档案', '撤销并档时还原'),
    droppedSealed: history('并档前被并的档案', '撤销并档时还原'),
  }),
]
