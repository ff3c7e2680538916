import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import {
  Assignment,
  Figures,
  Id,
  keysOf,
  Mine,
  NewPhoto,
  NewProblem,
  Period,
  Plan,
  Point,
  PointListing,
  Problem,
  ProblemListing,
  Reason,
  Revision,
  Save,
  short,
  Step,
  Theme,
  ThemeKeys,
  Visit,
  VisitListing,
  VisitRecord,
  VisitRow,
} from './contract/shapes.ts'
import { grades } from './contract/words.ts'

export * from './contract/shapes.ts'
export * from './contract/words.ts'

const listed = <I extends z.ZodType, R extends z.ZodType>(input: I, row: R) => oc.input(input).output(pageOf(row))

export const contract = {
  points: listed(PointListing, Point),
  blanks: listed(
    Paging.extend({ text: short(40).optional() }),
    Id.extend({ name: z.string(), kind: z.string(), above: z.string().nullable(), members: z.int() }),
  ),
  ofUnion: oc.input(z.object({ unionId: z.uuid() })).output(z.array(Point)),
  holders: oc.output(z.array(z.object({ memberId: z.uuid(), name: z.string(), title: z.string(), points: z.int() }))),
  assign: oc.input(Assignment).output(z.object({ count: z.int() })),
  relieve: oc.input(Id.extend({ on: Day, reason: Reason })).output(Touched),

  plans: oc.output(z.array(Plan)),
  plan: oc
    .input(
      Period.extend({
        title: short(60).min(2, '请给计划起个名字'),
        visitsEach: z.int().min(1).max(60),
        themes: ThemeKeys,
        note: short(600).nullable().default(null),
      }),
    )
    .output(Touched.extend({ made: z.int() })),
  spread: oc.input(Id).output(Touched.extend({ made: z.int() })),
  endPlan: oc.input(Id.extend({ reason: Reason })).output(Touched),

  list: listed(VisitListing, VisitRow),
  export: oc.input(VisitListing).output(Touched),
  get: oc.input(Id).output(Visit),
  revisions: oc.input(Id).output(z.array(Revision)),
  reveal: oc.input(Id.extend({ reason: Reason })).output(VisitRecord.pick({ namesMet: true, privateNote: true })),
  accompany: oc.input(Id.extend({ memberIds: z.array(z.uuid()).max(10) })).output(Touched),
  rate: oc.input(Id.extend({ grade: z.enum(keysOf(grades)), reason: Reason })).output(Touched),
  photo: oc.input(Id).output(z.object({ type: z.string(), body: z.string() })),

  mine: oc.output(Mine),
  save: oc.input(Save).output(Visit),
  choose: oc
    .input(z.object({ conflictId: z.uuid(), chosen: z.enum(['stood', 'came', 'other']), value: z.unknown().optional() }))
    .output(Visit),
  arrange: oc.input(Id.extend({ plannedOn: Day })).output(Touched),
  submit: oc.input(Id).output(Touched),
  drop: oc.input(Id.extend({ reason: Reason })).output(Touched),
  myRevisions: oc.input(Id).output(z.array(Revision)),
  addPhoto: oc.input(NewPhoto).output(Touched),
  removePhoto: oc.input(Id).output(Touched),
  myPhoto: oc.input(Id).output(z.object({ type: z.string(), body: z.string() })),

  raise: oc.input(NewProblem).output(Touched),
  settle: oc.input(Id.extend({ on: Day, result: short(1000).min(4, '请写清结果，至少 4 个字') })).output(Touched),
  feedBack: oc.input(Id.extend({ on: Day, feedback: short(500).min(4, '请写怎么反馈的，至少 4 个字') })).output(Touched),
  confirm: oc
    .input(
      Id.extend({
        isSolved: z.boolean(),
        by: z.enum(['people', 'union']),
        note: short(500).nullable().default(null),
      }),
    )
    .output(Touched),
  hand: oc.input(Id.extend({ memberId: z.uuid(), dueOn: Day, reason: Reason })).output(Touched),
  problems: listed(ProblemListing, Problem),
  steps: oc.input(Id).output(z.array(Step)),
  exportProblems: oc.input(ProblemListing).output(Touched),

  figures: oc.input(Period).output(Figures),
  exportFigures: oc.input(Period).output(Touched),
  themes: oc.output(z.object({ themes: z.array(Theme), isOwn: z.boolean() })),
  setThemes: oc.input(z.object({ themes: z.array(Theme).min(1).max(60), reason: Reason })).output(Touched),
}
