import { bigint, boolean, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { impersonal, personal } from '#platform/secrets'
import type { Motion, Recommendation, RoundCandidate } from './contract/shapes.ts'
import type { Plan, Result, Sheet, Ties } from './rules.ts'
import type {
  Answer,
  ContestPost,
  Electorate,
  ElectionKind,
  ElectionState,
  FilingKind,
  OfficerRole,
  RoundKind,
  Step,
} from './rules/names.ts'

const moment = () => timestamp({ withTimezone: true })
const ofUnion = { unionId: uuid().notNull(), unionPath: text().notNull() }
const ofElection = { id: uuid().primaryKey().defaultRandom(), electionId: uuid().notNull(), ...ofUnion }

export const elections = pgTable('elections', {
  id: uuid().primaryKey().defaultRandom(),
  ...ofUnion,
  kind: text().$type<ElectionKind>().notNull(),
  state: text().$type<ElectionState>().notNull().default('open'),
  step: text().$type<Step>().notNull().default('plan'),
  title: text().notNull(),
  isRehearsal: boolean().notNull().default(false),
  plan: jsonb().$type<Plan>().notNull(),
  motion: jsonb().$type<Motion>(),
  members: integer().notNull().default(0),
  women: integer().notNull().default(0),
  termEndsOn: date(),
  delayedUntil: date(),
  rollPublishedOn: date(),
  rollUntil: date(),
  rollFrozenAt: moment(),
  rollHash: text(),
  expected: integer(),
  isNominated: boolean().notNull().default(false),
  noticeOn: date(),
  noticeUntil: date(),
  doorSecret: text().notNull(),
  present: integer(),
  startedAt: moment(),
  officersVote: jsonb().$type<{ present: number; yes: number; rulesYes: number }>(),
  announcedAt: moment(),
  electedOn: date(),
  number: text(),
  openedBy: uuid(),
  openedAt: moment().notNull(),
  openedOn: date().notNull(),
  closedOn: date(),
  closedWhy: text(),
  version: integer().notNull().default(1),
})

export const contests = pgTable('election_contests', {
  ...ofElection,
  position: integer().notNull(),
  post: text().$type<ContestPost>().notNull(),
  title: text().notNull(),
  seats: integer().notNull(),
  candidatesWanted: integer().notNull(),
  electorate: text().$type<Electorate>().notNull(),
  unitId: uuid(),
  unitName: text(),
  settledAt: moment(),
  leftOpen: jsonb().$type<{ seats: number; reason: string; isReduced: boolean }>(),
})

export const roll = pgTable('election_roll', {
  ...ofElection,
  memberId: uuid().notNull(),
  name: text().notNull(),
  sex: text().$type<'male' | 'female'>(),
  unitId: uuid().notNull(),
  unitName: text().notNull(),
  removedOn: date(),
  removedWhy: text(),
  presentHow: text().$type<'qr' | 'hand'>(),
  paperGiven: boolean().notNull().default(false),
  isHelped: boolean().notNull().default(false),
})

export const challenges = pgTable('election_challenges', {
  ...ofElection,
  about: text().$type<'roll' | 'candidate'>().notNull(),
  candidateId: uuid(),
  memberId: uuid(),
  who: text().notNull(),
  body: text().notNull(),
  onDay: date().notNull(),
  answeredOn: date(),
  answer: text().$type<'accepted' | 'refused'>(),
  reply: text(),
})

export const candidates = pgTable('election_candidates', {
  ...ofElection,
  contestId: uuid().notNull(),
  memberId: uuid().notNull(),
  name: text().notNull(),
  sex: text().$type<'male' | 'female'>(),
  unitName: text(),
  job: text(),
  isFrontLine: boolean().notNull().default(false),
  isModel: boolean().notNull().default(false),
  isManager: boolean().notNull().default(false),
  ties: jsonb().$type<Partial<Ties>>().notNull().default({}),
  recommended: jsonb().$type<Recommendation[]>().notNull().default([]),
  isShortlisted: boolean().notNull().default(false),
  consentedOn: date(),
  consentHow: text().$type<'phone' | 'paper'>(),
  droppedOn: date(),
  droppedWhy: text(),
})

export const officers = pgTable('election_officers', {
  ...ofElection,
  role: text().$type<OfficerRole>().notNull(),
  memberId: uuid().notNull(),
  name: text().notNull(),
  codeHash: text(),
})

export const rounds = pgTable('election_rounds', {
  ...ofElection,
  contestId: uuid().notNull(),
  number: integer().notNull(),
  kind: text().$type<RoundKind>().notNull(),
  seats: integer().notNull(),
  expected: integer().notNull(),
  present: integer().notNull(),
  candidates: jsonb().$type<RoundCandidate[]>().notNull(),
  ballotId: uuid(),
  openedAt: moment().notNull(),
  closedAt: moment(),
  paperIssued: integer().notNull().default(0),
  paperSheet: jsonb().$type<Sheet>(),
  sheet: jsonb().$type<Sheet>(),
  differences: jsonb().$type<{ what: string; first: number; second: number }[]>(),
  letStand: text(),
  result: jsonb().$type<Result>(),
  settledAt: moment(),
})

export const counts = pgTable('election_counts', {
  ...ofElection,
  roundId: uuid().notNull(),
  tellerId: uuid().notNull(),
  sheet: jsonb().$type<Sheet>().notNull(),
  at: moment().notNull(),
})

export const filings = pgTable('election_filings', {
  ...ofElection,
  superiorId: uuid(),
  what: text().$type<FilingKind>().notNull(),
  round: integer().notNull(),
  content: jsonb().$type<Record<string, unknown>>().notNull(),
  filedAt: moment().notNull(),
  answerBy: date().notNull(),
  answeredAt: moment(),
  answer: text().$type<Answer>(),
  number: text(),
  reason: text(),
  answeredBy: text(),
})

export const skips = pgTable('election_skips', {
  ...ofElection,
  step: text().$type<Step>().notNull(),
  reason: text().notNull(),
  onDay: date().notNull(),
  who: text(),
})

export const events = pgTable('election_events', {
  ...ofElection,
  seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  what: text().notNull(),
  note: text(),
  who: text(),
  at: moment().notNull(),
})

const KEPT = '随选举档案保存'
const duty = (title: string, purpose: string) => ({ title, purpose, basis: 'duty', retention: KEPT }) as const
export const dictionary = [
  personal(roll, {
    name: duty('选民姓名', '公布选民名册，核对选举权'),
    sex: duty('选民性别', '统计选民构成'),
  }),
  personal(candidates, {
    name: duty('候选人姓名', '提名、公示和选举'),
    sex: duty('候选人性别', '候选人名单和结构审查'),
    ties: duty('与行政方的关系', '审查任职资格（工会法第十条）'),
  }),
  impersonal(candidates, { unitName: '推荐单位的名称' }),
  personal(officers, { name: duty('监票人、计票人姓名', '大会通过监票人、计票人') }),
  personal(challenges, {
    who: duty('提意见人', '答复对名册和候选人的意见'),
    body: duty('意见内容', '答复对名册和候选人的意见'),
  }),
]
