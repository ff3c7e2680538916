import { z } from 'zod'
import { Day, pageOf, Paging } from '#kit/contract'
import {
  answers,
  assemblies,
  contestPosts,
  electionKinds,
  electionStates,
  electorates,
  filingKinds,
  officerRoles,
  recallKinds,
  roundKinds,
  steps,
  tieBreaks,
  ways,
} from '../rules/names.ts'
import { outcomes } from '../rules/result.ts'

const words = (least: number, most: number) => z.string().trim().min(least, `至少 ${least} 个字`).max(most, `最多 ${most} 个字`)
const whole = (most: number) => z.int().min(0).max(most)
export const Reason = words(4, 300)
export const Id = z.object({ id: z.uuid() })
/** What an act on an election names: the election in the version seen. */
export const Versioned = Id.extend({ version: z.int() })

export const Plan = z.object({
  assembly: z.enum(assemblies),
  termNumber: z.int().min(1).max(99),
  termYears: z.int().min(1).max(5),
  ways: z.array(z.enum(ways)).min(1, '至少选一种投票方式'),
  tieBreak: z.enum(tieBreaks),
  hasPrimary: z.boolean(),
  meetingOn: Day.nullable(),
  place: z.string().trim().max(60),
  lead: z.string().trim().max(60),
  note: z.string().trim().max(600),
})
export const Contest = z.object({
  post: z.enum(contestPosts),
  title: words(1, 60),
  seats: z.int().min(1).max(300),
  candidatesWanted: z.int().min(1).max(600),
  electorate: z.enum(electorates),
  unitId: z.uuid().nullable().default(null),
  unitName: z.string().trim().max(80).nullable().default(null),
})
/** Whom a recall is about, on what grounds, and what he says to them (DOC-18). */
export const Motion = z.object({
  memberId: z.uuid(),
  name: words(1, 60),
  grounds: words(4, 1000),
  defence: z.string().trim().max(1000),
  of: z.enum(recallKinds).default('committee'),
})
export type Motion = z.infer<typeof Motion>
export const Recommendation = z.object({ unitId: z.uuid(), unitName: z.string(), supporters: z.int(), on: Day })
export type Recommendation = z.infer<typeof Recommendation>
export const RoundCandidate = z.object({ id: z.string().max(80), memberId: z.uuid().nullable(), name: z.string() })
export type RoundCandidate = z.infer<typeof RoundCandidate>

export const Ties = z.object({
  isHead: z.boolean().default(false),
  isRelativeOfHead: z.boolean().default(false),
  isPersonnelHead: z.boolean().default(false),
  isForeign: z.boolean().default(false),
  handlesMoney: z.boolean().default(false),
})

export const Line = z.object({
  id: z.string().max(80),
  name: words(1, 60),
  yes: whole(999_999),
  no: whole(999_999),
  abstain: whole(999_999),
  isWriteIn: z.boolean().optional(),
})
export const Sheet = z.object({
  issued: whole(999_999),
  returned: whole(999_999),
  invalid: whole(999_999),
  lines: z.array(Line).max(400),
})
const Worked = z.object({
  label: z.string(),
  figures: z.string(),
  holds: z.boolean(),
  reason: z.string(),
  cite: z.string().optional(),
})
export const Result = z.object({
  outcome: z.enum(outcomes),
  elected: z.array(Line),
  tied: z.array(Line),
  others: z.array(Line),
  open: z.int(),
  working: z.array(Worked),
})
const Difference = z.object({ what: z.string(), first: z.int(), second: z.int() })

export const Finding = z.object({
  code: z.string(),
  level: z.enum(['BLOCK', 'WARN', 'INFO']),
  ok: z.boolean(),
  says: z.string(),
  cite: z.string(),
})
export const CandidateShown = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  name: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  unitName: z.string().nullable(),
  job: z.string().nullable(),
  isFrontLine: z.boolean(),
  isModel: z.boolean(),
  isManager: z.boolean(),
  ties: Ties.partial(),
  recommended: z.array(Recommendation),
  isShortlisted: z.boolean(),
  consentedOn: Day.nullable(),
  consentHow: z.enum(['phone', 'paper']).nullable(),
  droppedOn: Day.nullable(),
  droppedWhy: z.string().nullable(),
})
export type CandidateShown = z.infer<typeof CandidateShown>
export const Round = z.object({
  id: z.uuid(),
  number: z.int(),
  kind: z.enum(roundKinds),
  seats: z.int(),
  expected: z.int(),
  present: z.int(),
  candidates: z.array(RoundCandidate),
  ballotId: z.uuid().nullable(),
  openedAt: z.date(),
  closedAt: z.date().nullable(),
  paperIssued: z.int(),
  counted: z.array(z.object({ tellerId: z.uuid(), name: z.string() })),
  sheet: Sheet.nullable(),
  differences: z.array(Difference).nullable(),
  letStand: z.string().nullable(),
  result: Result.nullable(),
  settledAt: z.date().nullable(),
})
export type Round = z.infer<typeof Round>
export const ContestShown = Contest.extend({
  id: z.uuid(),
  settledAt: z.date().nullable(),
  leftOpen: z.object({ seats: z.int(), reason: z.string(), isReduced: z.boolean() }).nullable(),
  elected: z.array(z.object({ name: z.string(), memberId: z.uuid().nullable() })),
  candidates: z.array(CandidateShown),
  rounds: z.array(Round),
  findings: z.array(Finding),
})
export type ContestShown = z.infer<typeof ContestShown>
export const Officer = z.object({ id: z.uuid(), role: z.enum(officerRoles), memberId: z.uuid(), name: z.string() })
export const Challenge = z.object({
  id: z.uuid(),
  about: z.enum(['roll', 'candidate']),
  candidateId: z.uuid().nullable(),
  who: z.string(),
  body: z.string(),
  onDay: Day,
  answeredOn: Day.nullable(),
  answer: z.enum(['accepted', 'refused']).nullable(),
  reply: z.string().nullable(),
})
export const Filing = z.object({
  id: z.uuid(),
  what: z.enum(filingKinds),
  round: z.int(),
  filedAt: z.date(),
  answerBy: Day,
  answeredAt: z.date().nullable(),
  answer: z.enum(answers).nullable(),
  number: z.string().nullable(),
  reason: z.string().nullable(),
  answeredBy: z.string().nullable(),
})
export const stepStates = ['done', 'now', 'later', 'skipped', 'notNeeded', 'stopped'] as const
export const Row = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  kind: z.enum(electionKinds),
  state: z.enum(electionStates),
  step: z.enum(steps),
  title: z.string(),
  isRehearsal: z.boolean(),
  meetingOn: Day.nullable(),
  termEndsOn: Day.nullable(),
  openedOn: Day,
  dueOn: Day.nullable(),
  isLate: z.boolean(),
  waitsFor: z.enum(filingKinds).nullable(),
  expected: z.int().nullable(),
  present: z.int().nullable(),
})
export type Row = z.infer<typeof Row>
export const Election = Row.extend({
  version: z.int(),
  superiorName: z.string(),
  unitName: z.string(),
  isEnterprise: z.boolean(),
  plan: Plan,
  motion: Motion.nullable(),
  members: z.int(),
  women: z.int(),
  delayedUntil: Day.nullable(),
  rollPublishedOn: Day.nullable(),
  rollUntil: Day.nullable(),
  rollFrozenAt: z.date().nullable(),
  rollHash: z.string().nullable(),
  rollCount: z.int(),
  presentNow: z.int(),
  paperGiven: z.int(),
  noticeOn: Day.nullable(),
  noticeUntil: Day.nullable(),
  noticeLeast: Day,
  startedAt: z.date().nullable(),
  officersVote: z.object({ present: z.int(), yes: z.int(), rulesYes: z.int() }).nullable(),
  announcedAt: z.date().nullable(),
  electedOn: Day.nullable(),
  number: z.string().nullable(),
  closedWhy: z.string().nullable(),
  chain: z.array(z.object({ step: z.enum(steps), state: z.enum(stepStates), reason: z.string().nullable() })),
  contests: z.array(ContestShown),
  officers: z.array(Officer),
  challenges: z.array(Challenge),
  filings: z.array(Filing),
  findings: z.array(Finding),
  timeline: z.array(
    z.object({ id: z.uuid(), what: z.string(), note: z.string().nullable(), who: z.string().nullable(), at: z.date() }),
  ),
})
export type Election = z.infer<typeof Election>

export const Listing = Paging.extend({
  below: z.uuid().optional(),
  text: z.string().trim().max(40).optional(),
  kind: z.enum(electionKinds).optional(),
  state: z.enum(electionStates).optional(),
  step: z.enum(steps).optional(),
  /** Waits for the superior's answer. */
  waiting: z.boolean().optional(),
  late: z.boolean().optional(),
})
export type Listing = z.infer<typeof Listing>
export const RollRow = z.object({
  id: z.uuid(),
  name: z.string(),
  sex: z.enum(['male', 'female']).nullable(),
  unitId: z.uuid(),
  unitName: z.string(),
  removedOn: Day.nullable(),
  removedWhy: z.string().nullable(),
  presentHow: z.enum(['qr', 'hand']).nullable(),
  paperGiven: z.boolean(),
  /** Helped to fill in his ballot by whom he trusts, at his own wish. */
  isHelped: z.boolean(),
})
export type RollRow = z.infer<typeof RollRow>
export const RollListing = Paging.extend({
  id: z.uuid(),
  text: z.string().trim().max(40).optional(),
  show: z.enum(['all', 'present', 'absent', 'removed']).default('all'),
})
export type RollListing = z.infer<typeof RollListing>
export const RollPage = pageOf(RollRow)
export const FactsShown = z.object({
  ...{ members: z.int(), women: z.int(), isEnterprise: z.boolean(), hasOwnAccounts: z.boolean(), branches: z.int() },
  isChairVacant: z.boolean(),
  ...{ termEndsOn: Day.nullable(), delayedUntil: Day.nullable(), hasRehearsed: z.boolean() },
})
export const Draft = z.object({
  plan: Plan,
  contests: z.array(Contest).min(1, '至少一项选举').max(80),
  motion: Motion.nullable().default(null),
})
export type Draft = z.infer<typeof Draft>
