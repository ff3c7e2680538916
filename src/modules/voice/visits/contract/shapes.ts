import { z } from 'zod'
import { Day, Paging } from '#kit/contract'
import { grades, headings, problemStates, roles, stepNames, visitStates } from './words.ts'

export const keysOf = <K extends string>(of: Record<K, unknown>) => Object.keys(of) as [K, ...K[]]
export const Id = z.object({ id: z.uuid() })
export const short = (max: number) => z.string().trim().max(max, `最多 ${max} 个字`)
export const Reason = short(300).min(4, '请写明理由，至少 4 个字')
export const ThemeKeys = z.array(z.string().max(40)).max(30)

/** One theme of the catalogue; one no longer used keeps its name for what was recorded under it. */
export const Theme = z.object({
  key: z.string().regex(/^[a-zA-Z0-9_-]{2,40}$/, '编码用 2–40 个字母或数字'),
  title: short(20).min(2, '主题名称至少 2 个字'),
  heading: z.enum(keysOf(headings)),
  isUsed: z.boolean(),
})
export type Theme = z.infer<typeof Theme>

/** The open fields of a record, then those about persons, which are sealed. */
export const VisitRecord = z.object({
  visitedOn: Day.nullish(),
  place: short(100).nullish(),
  met: z.partialRecord(z.enum(keysOf(roles)), z.int().min(0).max(9999)).nullish(),
  themes: ThemeKeys.nullish(),
  found: short(4000).nullish(),
  helped: short(2000).nullish(),
  namesMet: short(300).nullish(),
  privateNote: short(4000).nullish(),
})
export type VisitRecord = z.infer<typeof VisitRecord>

export const Point = Id.extend({
  unionId: z.uuid(),
  unionName: z.string(),
  fromUnionId: z.uuid(),
  fromUnionName: z.string(),
  memberId: z.uuid(),
  holderName: z.string(),
  holderTitle: z.string(),
  reach: z.string().nullable(),
  fromOn: Day,
  untilOn: Day.nullable(),
  endedOn: Day.nullable(),
  endedWhy: z.string().nullable(),
  basis: z.string().nullable(),
  state: z.enum(['coming', 'current', 'ended']),
  /** Visits made there by this cadre, and the last of them. */
  visits: z.int(),
  lastVisit: Day.nullable(),
})
export type Point = z.infer<typeof Point>

export const Conflict = Id.extend({
  field: z.string(),
  /** `undefined` values cross the wire as null. Of a sealed field both are null where the reader may not see it. */
  stood: z.unknown(),
  stoodName: z.string(),
  came: z.unknown(),
  cameName: z.string(),
  at: z.date(),
})
export type Conflict = z.infer<typeof Conflict>

export const Problem = Id.extend({
  visitId: z.uuid(),
  unionName: z.string(),
  matter: z.string(),
  raisedBy: z.string(),
  raisedOn: Day,
  ownerId: z.uuid().nullable(),
  ownerName: z.string(),
  dueOn: Day,
  result: z.string().nullable(),
  resolvedOn: Day.nullable(),
  feedback: z.string().nullable(),
  fedBackOn: Day.nullable(),
  confirmedBy: z.enum(['people', 'union']).nullable(),
  confirmedOn: Day.nullable(),
  reopened: z.int(),
  state: z.enum(problemStates),
  version: z.int(),
})
export type Problem = z.infer<typeof Problem>

export const Photo = Id.extend({ type: z.string(), size: z.int(), caption: z.string().nullable(), at: z.date() })
export type Photo = z.infer<typeof Photo>

export const VisitRow = Id.extend({
  unionId: z.uuid(),
  unionName: z.string(),
  fromUnionName: z.string(),
  leadName: z.string(),
  companions: z.array(z.string()),
  plannedOn: Day,
  visitedOn: Day.nullable(),
  themes: z.array(z.string()),
  state: z.enum(visitStates),
  problems: z.int(),
  solved: z.int(),
  grade: z.enum(keysOf(grades)).nullable(),
  conflicts: z.int(),
})
export type VisitRow = z.infer<typeof VisitRow>

export const Visit = VisitRow.extend({
  pointId: z.uuid(),
  leadId: z.uuid(),
  themesAsked: z.array(z.string()),
  record: VisitRecord,
  /** Whether there is something sealed; the fields themselves are in `record` only for whoever went. */
  hasSealed: z.boolean(),
  version: z.int(),
  submittedAt: z.date().nullable(),
  droppedWhy: z.string().nullable(),
  conflictsOpen: z.array(Conflict),
  problemsTaken: z.array(Problem),
  photos: z.array(Photo),
  rating: z.object({ grade: z.enum(keysOf(grades)), reason: z.string(), byName: z.string(), at: z.date() }).nullable(),
})
export type Visit = z.infer<typeof Visit>

export const Revision = z.object({
  version: z.int(),
  byName: z.string(),
  at: z.date(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
})
export const Step = z.object({
  kind: z.enum(keysOf(stepNames)),
  onDay: Day,
  note: z.string().nullable(),
  byName: z.string(),
  at: z.date(),
})

export const Plan = Id.extend({
  unionName: z.string(),
  title: z.string(),
  fromOn: Day,
  untilOn: Day,
  visitsEach: z.int(),
  themes: z.array(z.string()),
  note: z.string().nullable(),
  endedOn: Day.nullable(),
  planned: z.int(),
  made: z.int(),
})
export type Plan = z.infer<typeof Plan>

/** All that a cadre needs on a phone without a network. */
export const Mine = z.object({
  points: z.array(Point),
  plans: z.array(Plan),
  visits: z.array(Visit),
  problems: z.array(Problem),
  themes: z.array(Theme),
})
export type Mine = z.infer<typeof Mine>

export const PointListing = Paging.extend({
  text: short(40).optional(),
  state: z.enum(['current', 'ended', 'any']).default('current'),
  fromUnionId: z.uuid().optional(),
  memberId: z.uuid().optional(),
})
export type PointListing = z.infer<typeof PointListing>
export const VisitListing = Paging.extend({
  text: short(40).optional(),
  state: z.array(z.enum(visitStates)).optional(),
  theme: z.string().max(40).optional(),
  unionId: z.uuid().optional(),
  leadId: z.uuid().optional(),
  planId: z.uuid().optional(),
  from: Day.optional(),
  until: Day.optional(),
})
export type VisitListing = z.infer<typeof VisitListing>
export const ProblemListing = Paging.extend({
  text: short(40).optional(),
  state: z.array(z.enum(problemStates)).optional(),
  unionId: z.uuid().optional(),
  ownerId: z.uuid().optional(),
})
export type ProblemListing = z.infer<typeof ProblemListing>
export const Period = z.object({ from: Day, until: Day })
export type Period = z.infer<typeof Period>

const counts = {
  points: z.int(),
  planned: z.int(),
  made: z.int(),
  overdue: z.int(),
  problems: z.int(),
  solved: z.int(),
  solvedOnTime: z.int(),
  onTheSpot: z.int(),
  problemsOverdue: z.int(),
}
export const CadreFigures = z.object({ leadId: z.uuid(), name: z.string(), unionName: z.string(), ...counts })
export type CadreFigures = z.infer<typeof CadreFigures>
export const Figures = z.object({
  total: z.object({ ...counts, unions: z.int(), covered: z.int(), visited: z.int() }),
  grades: z.record(z.enum(keysOf(grades)), z.int()),
  headings: z.array(z.object({ heading: z.enum(keysOf(headings)), visits: z.int() })),
  cadres: z.array(CadreFigures),
})
export type Figures = z.infer<typeof Figures>

export const Assignment = z.object({
  unionIds: z.array(z.uuid()).min(1, '请选择联系的工会').max(200),
  memberId: z.uuid(),
  reach: short(100).nullable().default(null),
  fromOn: Day,
  untilOn: Day.nullable().default(null),
  basis: short(120).nullable().default(null),
})
export type Assignment = z.infer<typeof Assignment>

/** One change of a record: what the device began from and what it has now, in the fields it changed. */
export const Save = Id.extend({
  base: VisitRecord,
  mine: VisitRecord,
  /** Of a visit that began on the device: where, and for which day. */
  begins: z.object({ pointId: z.uuid(), plannedOn: Day }).nullable().default(null),
})
export type Save = z.infer<typeof Save>

/** A picture as its device made it small: base64, at most 1.5 MB of it. */
export const NewPhoto = Id.extend({
  visitId: z.uuid(),
  type: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  body: z.base64().max(2_000_000, '照片太大，请重新拍一张'),
  caption: short(100).nullable().default(null),
})
export type NewPhoto = z.infer<typeof NewPhoto>

export const NewProblem = Id.extend({
  visitId: z.uuid(),
  matter: short(500).min(4, '请写清是什么问题，至少 4 个字'),
  raisedBy: short(60).min(1, '请写是哪些人提的，不用写姓名'),
  raisedOn: Day,
  /** Left out: whoever takes it up answers for it himself. */
  ownerId: z.uuid().nullable().default(null),
  dueOn: Day,
  /** Solved on the spot: the result, of the same day. */
  result: short(1000).nullable().default(null),
})
export type NewProblem = z.infer<typeof NewProblem>
