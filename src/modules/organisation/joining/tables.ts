import { date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { normaliseIdNumber } from '#kit/identifiers'
import { type PersonalField, personal } from '#platform/secrets'
import type { ApplicationState, bases, Channel, employmentForms, idTypes, newForms } from './contract/words.ts'

const moment = () => timestamp({ withTimezone: true })

export const applications = pgTable('join_applications', {
  id: uuid().primaryKey().defaultRandom(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  memberId: uuid(),
  account: uuid(),
  channel: text().$type<Channel>().notNull(),
  codeHash: text(),
  name: text().notNull(),
  pinyin: text().notNull().default(''),
  initials: text().notNull().default(''),
  idType: text().$type<keyof typeof idTypes>().notNull(),
  idNumber: text(),
  idNumberIndex: text(),
  mobile: text(),
  mobileIndex: text(),
  employer: text(),
  job: text(),
  employmentForm: text().$type<keyof typeof employmentForms>().notNull(),
  newForm: text().$type<keyof typeof newForms>(),
  basis: text().$type<keyof typeof bases>().notNull(),
  paper: text(),
  charterVersion: integer().notNull(),
  privacyVersion: integer().notNull(),
  appliedAt: moment().notNull(),
  appliedOn: date().notNull(),
  dueOn: date().notNull(),
  state: text().$type<ApplicationState>().notNull().default('applied'),
  decidedAt: moment(),
  decidedOn: date(),
  reason: text(),
  checkedHow: text(),
  byAccount: uuid(),
  byPost: text(),
  number: text(),
  version: integer().notNull().default(1),
})
export type Application = typeof applications.$inferSelect

const field = (title: string, purpose: string): PersonalField => ({
  title,
  purpose,
  basis: 'consent',
  retention: '批准的随会员档案；未批准或撤回的 1 年，备申请人查询',
})

/** Every personal field of an application, with its purpose (PI-01, PI-03, PI-04). */
export const dictionary = [
  personal(applications, {
    name: field('姓名', '核对身份，办理入会'),
    pinyin: field('姓名拼音', '按拼音查找申请'),
    initials: field('姓名拼音首字母', '按首字母查找申请'),
    idNumber: {
      ...field('证件号码', '与花名册核对，防止重复入会'),
      sensitive: true,
      sealed: true,
      index: 'idNumberIndex',
      normalise: normaliseIdNumber,
    },
    mobile: { ...field('手机号', '联系申请人，防止重复提交'), sealed: true, index: 'mobileIndex' },
  }),
]
