import { boolean, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { personal } from '#platform/secrets'
import type { Kind } from '#rules/organisation/posts'
import type { Came, OpeningWay, Way } from './rules/names.ts'

const ofUnion = { id: uuid().primaryKey().defaultRandom(), unionId: uuid().notNull(), unionPath: text().notNull() }
const moment = () => timestamp({ withTimezone: true })

export const openings = pgTable('openings', {
  ...ofUnion,
  title: text().notNull(),
  kind: text().$type<Kind>(),
  way: text().$type<OpeningWay>().notNull(),
  seats: integer().notNull(),
  fullTime: boolean().notNull(),
  duties: text().array().notNull(),
  profile: text().notNull(),
  vacantSince: date().notNull(),
  applyUntil: date().notNull(),
  createdAt: moment().notNull(),
  announcedOn: date(),
  endedOn: date(),
  endedWhy: text(),
})

export const candidates = pgTable('opening_candidates', {
  ...ofUnion,
  openingId: uuid().notNull(),
  memberId: uuid(),
  personName: text().notNull(),
  came: text().$type<Came>().notNull(),
  statement: text().notNull(),
  hasTheory: boolean().notNull().default(false),
  hasPractice: boolean().notNull().default(false),
  politics: text(),
  management: text(),
  profession: text(),
  trust: text(),
  workersAsked: integer(),
  workersFor: integer(),
  superiorAgrees: boolean(),
  superiorOpinion: text(),
  at: moment().notNull(),
  withdrawnOn: date(),
  droppedOn: date(),
  droppedWhy: text(),
})

export const selections = pgTable('cadre_selections', {
  ...ofUnion,
  openingId: uuid(),
  candidateId: uuid(),
  appointmentId: uuid(),
  memberId: uuid(),
  personName: text().notNull(),
  way: text().$type<Way>().notNull(),
  decidedBy: text().notNull(),
  decidedOn: date().notNull(),
  entitled: integer(),
  present: integer(),
  inFavour: integer(),
  against: integer(),
  evidence: text().notNull(),
  noticeUntil: date(),
  objections: text(),
  startsOn: date(),
  recordedAt: moment().notNull(),
})

const FILED = {
  purpose: '选拔任用工会干部（CAD-01），供本人、任用单位和上级查阅',
  basis: 'duty',
  retention: '随干部档案保存',
} as const
export const dictionary = [
  personal(candidates, {
    personName: { ...FILED, title: '人选姓名' },
    statement: { ...FILED, title: '人选自述或基本情况' },
    politics: { ...FILED, title: '政治素质依据' },
    management: { ...FILED, title: '组织管理能力依据' },
    profession: { ...FILED, title: '业务能力依据' },
    trust: { ...FILED, title: '群众信任依据' },
    superiorOpinion: { ...FILED, title: '上级对人选的意见' },
  }),
  personal(selections, {
    personName: { ...FILED, title: '选任人姓名' },
    evidence: { ...FILED, title: '选任依据' },
    objections: { ...FILED, title: '公示期的意见' },
  }),
]
