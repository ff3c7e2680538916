import { boolean, customType, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { BallotKind } from '#kit/ballots'
import { impersonal, personal } from '#platform/secrets'
import type { PaperTotals } from './shapes.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const moment = () => timestamp({ withTimezone: true })

export const ballots = pgTable('ballots', {
  id: uuid().primaryKey(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  kind: text().$type<BallotKind>().notNull(),
  title: text().notNull(),
  isRehearsal: boolean().notNull(),
  wantsAdmission: boolean().notNull(),
  floor: integer().notNull(),
  opening: text().notNull(),
  openingHash: text().notNull(),
  electorCount: integer().notNull(),
  castBytes: integer().notNull(),
  openedAt: moment().notNull(),
  closesAt: moment(),
  closedAt: moment(),
  countedAt: moment(),
  closing: text(),
  fingerprint: text(),
  keysDestroyedAt: moment(),
  publishedAt: moment(),
})

export const ballotRoll = pgTable(
  'ballot_roll',
  {
    ballotId: uuid().notNull(),
    line: integer().notNull(),
    unionId: uuid().notNull(),
    unionPath: text().notNull(),
    voterId: uuid().notNull(),
    name: text().notNull(),
    groupName: text().notNull(),
    salt: text().notNull(),
    mark: text().notNull(),
    isAdmitted: boolean().notNull(),
    channel: text().$type<'phone' | 'kiosk' | 'paper'>(),
    isHelped: boolean().notNull().default(false),
    blinded: bytes(),
    slip: text(),
  },
  (row) => [primaryKey({ columns: [row.ballotId, row.line] })],
)

export const ballotBox = pgTable(
  'ballot_box',
  { ballotId: uuid().notNull(), code: text().notNull(), line: text().notNull() },
  (row) => [primaryKey({ columns: [row.ballotId, row.code] })],
)

export const ballotPapers = pgTable('ballot_papers', {
  id: uuid().primaryKey().defaultRandom(),
  ballotId: uuid().notNull(),
  unionId: uuid().notNull(),
  unionPath: text().notNull(),
  account: uuid().notNull(),
  teller: text().notNull(),
  totals: jsonb().$type<PaperTotals>().notNull(),
  resolution: text(),
  at: moment().notNull(),
})

const kept = { purpose: '确认投票资格、核对选民名册', basis: 'duty', retention: '随选举档案永久保存' } as const
export const dictionary = [
  impersonal(ballots, { fingerprint: '选举档案的校验值' }),
  personal(ballotRoll, { name: { title: '选民姓名', ...kept }, groupName: { title: '选民所在分会、小组', ...kept } }),
  personal(ballotPapers, {
    teller: { title: '计票人姓名', purpose: '纸质票计票签认', basis: 'duty', retention: '随选举档案永久保存' },
  }),
]
