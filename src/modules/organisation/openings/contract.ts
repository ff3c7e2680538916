import { z } from 'zod'
import { kinds } from '#rules/organisation/posts'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { cameHows, lacks, openingWays, states, ways } from './rules/names.ts'

export * from './rules/names.ts'

const Id = z.object({ id: z.uuid() })
const Text = (least: string, max = 500) => z.string().trim().min(4, `${least}，至少 4 个字`).max(max)
const Kind = z.enum(kinds)

export const Row = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  title: z.string(),
  kind: Kind.nullable(),
  way: z.enum(openingWays),
  seats: z.int(),
  fullTime: z.boolean(),
  vacantSince: Day,
  applyUntil: Day,
  announcedOn: Day.nullable(),
  endedOn: Day.nullable(),
  endedWhy: z.string().nullable(),
  state: z.enum(states),
  candidates: z.int(),
  chosen: z.int(),
  started: z.int(),
})
export type Row = z.infer<typeof Row>

export const Vote = z.object({
  entitled: z.int().min(1),
  present: z.int().min(0),
  inFavour: z.int().min(0),
  against: z.int().min(0),
})

export const Selection = z.object({
  id: z.uuid(),
  openingId: z.uuid().nullable(),
  appointmentId: z.uuid().nullable(),
  personName: z.string(),
  way: z.enum(ways),
  decidedBy: z.string(),
  decidedOn: Day,
  vote: Vote.nullable(),
  evidence: z.string(),
  noticeUntil: Day.nullable(),
  objections: z.string().nullable(),
  startsOn: Day.nullable(),
})
export type Selection = z.infer<typeof Selection>

export const Candidate = z.object({
  id: z.uuid(),
  memberId: z.uuid().nullable(),
  personName: z.string(),
  came: z.enum(cameHows),
  statement: z.string(),
  hasTheory: z.boolean(),
  hasPractice: z.boolean(),
  politics: z.string().nullable(),
  management: z.string().nullable(),
  profession: z.string().nullable(),
  trust: z.string().nullable(),
  workersAsked: z.int().nullable(),
  workersFor: z.int().nullable(),
  superiorAgrees: z.boolean().nullable(),
  superiorOpinion: z.string().nullable(),
  withdrawnOn: Day.nullable(),
  droppedOn: Day.nullable(),
  droppedWhy: z.string().nullable(),
  lacks: z.array(z.enum(lacks)),
  selection: Selection.nullable(),
})
export type Candidate = z.infer<typeof Candidate>

export const Detail = Row.extend({ duties: z.array(z.string()), profile: z.string(), candidateList: z.array(Candidate) })
export type Detail = z.infer<typeof Detail>

export const Draft = z.object({
  id: z.uuid().optional(),
  unionId: z.uuid(),
  title: z.string().trim().min(2, '请写岗位名称').max(40),
  kind: Kind.nullable().default(null),
  way: z.enum(openingWays),
  seats: z.int().min(1).max(50).default(1),
  fullTime: z.boolean(),
  duties: z.array(z.string().trim().min(2).max(120)).min(1, '请写职责').max(20),
  profile: Text('请写任职条件', 1000),
  vacantSince: Day,
  applyUntil: Day,
})
export type Draft = z.infer<typeof Draft>

const optional = z.string().trim().max(500).nullable().default(null)
export const NewCandidate = z.object({
  openingId: z.uuid(),
  memberId: z.uuid().nullable(),
  personName: z.string().trim().min(2, '请写姓名').max(60),
  came: z.enum(cameHows),
  statement: Text('请写基本情况', 1000),
})
export type NewCandidate = z.infer<typeof NewCandidate>

export const Evidence = Id.extend({
  hasTheory: z.boolean(),
  hasPractice: z.boolean(),
  ...{ politics: optional, management: optional, profession: optional, trust: optional },
  workersAsked: z.int().min(1).nullable().default(null),
  workersFor: z.int().min(0).nullable().default(null),
  superiorAgrees: z.boolean().nullable().default(null),
  superiorOpinion: optional,
}).refine(({ workersAsked, workersFor }) => (workersFor ?? 0) <= (workersAsked ?? 0), '赞成人数不能多于听取人数')
export type Evidence = z.infer<typeof Evidence>

export const Choice = Id.extend({
  decidedBy: Text('请写由哪个会议决定', 120),
  decidedOn: Day,
  vote: Vote.nullable().default(null),
  noticeUntil: Day,
})
export type Choice = z.infer<typeof Choice>

export const Start = Id.extend({
  startsOn: Day,
  untilOn: Day.optional(),
  basis: Text('请写文号或会议', 120),
  objections: optional,
})
export type Start = z.infer<typeof Start>

export const Record = z.object({
  appointmentId: z.uuid(),
  way: z.enum(ways),
  decidedBy: Text('请写由哪个会议决定', 120),
  decidedOn: Day,
  vote: Vote.nullable().default(null),
  evidence: Text('请写依据', 1000),
})
export type Record = z.infer<typeof Record>

export const Listing = Paging.extend({ text: z.string().trim().max(40).default(''), state: z.enum(states).optional() })
export type Listing = z.infer<typeof Listing>

export const Figures = z.object({
  open: z.int(),
  filled: z.int(),
  seats: z.int(),
  daysToFill: z.number().nullable(),
  started: z.int(),
  withBoth: z.int(),
  appointments: z.int(),
  withRecord: z.int(),
})

export type Figures = z.infer<typeof Figures>

export const Offer = Row.pick({
  id: true,
  unionName: true,
  title: true,
  way: true,
  seats: true,
  fullTime: true,
  applyUntil: true,
}).extend({
  duties: z.array(z.string()),
  profile: z.string(),
  state: z.enum(states),
  mine: z.object({ id: z.uuid(), isOut: z.boolean(), outcome: z.string().nullable() }).nullable(),
})
export type Offer = z.infer<typeof Offer>

export const contract = {
  list: oc.input(Listing).output(pageOf(Row)),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Id).output(Detail),
  figures: oc.output(Figures),
  save: oc.input(Draft).output(Touched),
  announce: oc.input(Id).output(Touched),
  callOff: oc.input(Id.extend({ why: Text('请写原因', 200) })).output(Touched),
  addCandidate: oc.input(NewCandidate).output(Touched),
  assess: oc.input(Evidence).output(Touched),
  drop: oc.input(Id.extend({ why: Text('请写原因', 200) })).output(Touched),
  choose: oc.input(Choice).output(Touched),
  start: oc.input(Start).output(Touched),
  record: oc.input(Record).output(Touched),
  ofCadre: oc.input(z.object({ memberId: z.uuid() })).output(z.array(Selection)),
  offered: oc.output(z.array(Offer)),
  apply: oc.input(Id.extend({ statement: Text('请写您的情况', 1000) })).output(Touched),
  takeBack: oc.input(Id).output(Touched),
}
