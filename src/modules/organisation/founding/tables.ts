import { bigint, boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { UnitKind } from '#contracts/organisation/employers'
import type { UnitType } from '#contracts/organisation/unions'
import { personal } from '#platform/secrets'
import type { Candidate, Content, Election, Returned } from './contract.ts'
import type { Body, Form, MeetingKind, Side, State, Step, TaskKind } from './rules/names.ts'

const ofUnion = { unionId: uuid().notNull(), unionPath: text().notNull() }
const ofProject = { id: uuid().primaryKey().defaultRandom(), foundingId: uuid().notNull(), ...ofUnion }
const moment = () => timestamp({ withTimezone: true })

export const foundings = pgTable('foundings', {
  id: uuid().primaryKey().defaultRandom(),
  ...ofUnion,
  state: text().$type<State>().notNull().default('drafted'),
  form: text().$type<Form>().notNull(),
  unitType: text().$type<UnitType>().notNull(),
  body: text().$type<Body>().notNull(),
  name: text().notNull(),
  sector: text(),
  place: text(),
  plan: text().notNull().default(''),
  electionOn: date(),
  candidates: jsonb().$type<Candidate[]>().notNull().default([]),
  linkCode: text().notNull(),
  openedBy: uuid().notNull(),
  openedAs: text(),
  openedAt: moment().notNull(),
  filedAt: moment(),
  decidedAt: moment(),
  foundedUnionId: uuid(),
  number: text(),
  termYears: integer(),
  election: jsonb().$type<Election>(),
  closedOn: date(),
  version: integer().notNull().default(1),
})

export const units = pgTable('founding_units', {
  ...ofProject,
  position: integer().notNull(),
  name: text().notNull(),
  creditCode: text(),
  unitKind: text().$type<UnitKind>().notNull(),
  headcount: integer().notNull(),
  women: integer(),
  setUpOn: date(),
  employerId: uuid(),
  isOpen: boolean().notNull().default(true),
})

export const supporters = pgTable('founding_supporters', {
  ...ofProject,
  unitId: uuid(),
  name: text().notNull(),
  idNumber: text(),
  idNumberIndex: text(),
  mobile: text(),
  sex: text().$type<'male' | 'female'>(),
  way: text().$type<'phone' | 'paper'>().notNull(),
  textVersion: integer().notNull(),
  signedOn: date().notNull(),
  signedAt: moment().notNull(),
  account: uuid(),
  enteredBy: uuid(),
  memberId: uuid(),
  outcome: text().$type<'admitted' | 'elsewhere'>(),
})

export const group = pgTable('founding_members', {
  ...ofProject,
  name: text().notNull(),
  side: text().$type<Side>().notNull(),
  duty: text().notNull(),
  account: uuid(),
  supporterId: uuid(),
})

export const tasks = pgTable('founding_tasks', {
  ...ofProject,
  kind: text().$type<TaskKind>().notNull(),
  title: text().notNull(),
  ownerId: uuid(),
  dueOn: date(),
  doneOn: date(),
  paper: text(),
  position: integer().notNull(),
  version: integer().notNull().default(1),
})

export const meetings = pgTable('founding_meetings', {
  ...ofProject,
  kind: text().$type<MeetingKind>().notNull(),
  title: text().notNull(),
  onDay: date().notNull(),
  place: text(),
  invited: integer().notNull(),
  attendance: text().array().notNull(),
  joined: integer().notNull(),
  version: integer().notNull().default(1),
})

export const filings = pgTable('founding_filings', {
  ...ofProject,
  round: integer().notNull(),
  content: jsonb().$type<Content>().notNull(),
  filedAt: moment().notNull(),
  answerBy: date().notNull(),
  answeredAt: moment(),
  answer: text().$type<'returned' | 'approved' | 'withdrawn'>(),
  items: jsonb().$type<Returned[]>().notNull().default([]),
})

export const timeline = pgTable('founding_steps', {
  ...ofProject,
  seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  step: text().$type<Step>().notNull(),
  who: text(),
  note: text(),
  account: uuid(),
  at: moment().notNull(),
})

const SIGNED = { purpose: '核对建会签名、办理入会', basis: 'consent' } as const
const CLEARED = '批准建会或撤回时清除；批准的转入会员档案'
const GROUP = { purpose: '登记筹备组成员和分工', basis: 'consent', retention: '随建会档案保存' } as const
export const dictionary = [
  personal(supporters, {
    name: { ...SIGNED, title: '签名人姓名', retention: '批准的随建会档案保存；撤回的即删除' },
    idNumber: { ...SIGNED, title: '身份证号', retention: CLEARED, sensitive: true, sealed: true, index: 'idNumberIndex' },
    mobile: { ...SIGNED, title: '手机号', retention: CLEARED, sealed: true },
    sex: { ...SIGNED, title: '性别', purpose: '计算是否应设女职工委员会', retention: '随建会档案保存' },
  }),
  personal(group, { name: { ...GROUP, title: '筹备组成员姓名' } }),
  personal(foundings, {
    candidates: { ...GROUP, title: '委员会人选姓名、性别和与单位负责人的关系', purpose: '审查人选资格', basis: 'duty' },
  }),
  personal(meetings, { attendance: { ...GROUP, title: '到会人员姓名', purpose: '登记动员大会、培训班到会情况' } }),
]
