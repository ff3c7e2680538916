import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { courseKinds, courseStates, trainingStates } from './rules/names.ts'

export * from './rules/names.ts'

const Id = z.object({ id: z.uuid() })
const OfCourse = z.object({ courseId: z.uuid() })
const Why = z.string().trim().min(4, '请写明原因，至少 4 个字').max(200)
const Subjects = z.array(z.string().max(40)).min(1, '请选择科目').max(16)
const Hours = z.int('请写学时').min(1, '请写学时').max(400)

export const Draft = z.object({
  id: z.uuid().optional(),
  version: z.int().optional(),
  kind: z.enum(courseKinds),
  title: z.string().trim().min(2, '请写课程名称').max(60),
  subjects: Subjects,
  content: z.string().trim().max(2000).default(''),
  teacher: z.string().trim().max(60).nullable(),
  place: z.string().trim().max(80).nullable(),
  startsOn: Day,
  endsOn: Day,
  enrolUntil: Day,
  hours: Hours,
  capacity: z.int('请写名额').min(1, '请写名额').max(5000),
  leastDays: z.int().min(1).max(400),
  passMark: z.int().min(1).max(100).nullable(),
})
export type Draft = z.infer<typeof Draft>

export const Course = Draft.required({ version: true }).extend({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  state: z.enum(courseStates),
  seated: z.int(),
  waiting: z.int(),
  completed: z.int(),
  cancelledWhy: z.string().nullable(),
  /** The caller's union holds it. */
  isOwn: z.boolean(),
})
export type Course = z.infer<typeof Course>

export const Training = z.object({
  id: z.uuid(),
  courseId: z.uuid().nullable(),
  memberId: z.uuid(),
  personName: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  kind: z.enum(courseKinds),
  title: z.string(),
  subjects: z.array(z.string()),
  hours: z.int(),
  organiser: z.string(),
  startsOn: Day,
  state: z.enum(trainingStates),
  /** The place among those who wait, from 1. */
  queue: z.int().nullable(),
  days: z.array(Day),
  mark: z.int().nullable(),
  completedOn: Day.nullable(),
  missedWhy: z.string().nullable(),
  certificateNumber: z.string().nullable(),
})
export type Training = z.infer<typeof Training>

/** What a cadre sees of a course he may take. */
export const Offer = Course.omit({ isOwn: true, completed: true, version: true }).extend({
  mine: z.object({ id: z.uuid(), state: z.enum(trainingStates), queue: z.int().nullable(), days: z.array(Day) }).nullable(),
})
export type Offer = z.infer<typeof Offer>

export const Owing = z.object({
  memberId: z.uuid(),
  personName: z.string(),
  unionId: z.uuid(),
  unionName: z.string(),
  title: z.string(),
  fromOn: Day,
  dueOn: Day,
  /** The course he is enrolled in and that has not ended. */
  enrolledIn: z.string().nullable(),
})
export type Owing = z.infer<typeof Owing>

export const Figures = z.object({
  year: z.int(),
  cadres: z.int(),
  trained: z.int(),
  hours: z.int(),
  completed: z.int(),
  missed: z.int(),
  subjects: z.array(z.object({ subject: z.string(), people: z.int() })),
  owing: z.int(),
  late: z.int(),
})

export const Listing = Paging.extend({
  text: z.string().trim().max(40).default(''),
  subject: z.string().max(40).optional(),
  show: z.enum(['all', 'coming', 'past', 'draft']).default('all'),
})
export type Listing = z.infer<typeof Listing>

export const TrainingListing = Paging.extend({
  text: z.string().trim().max(40).default(''),
  kind: z.enum(courseKinds).optional(),
  year: z.int().min(2000).max(2100).optional(),
})
export type TrainingListing = z.infer<typeof TrainingListing>

export const Record = z.object({
  memberId: z.uuid('请选择干部'),
  kind: z.enum(courseKinds),
  title: z.string().trim().min(2, '请写培训名称').max(60),
  subjects: Subjects,
  hours: Hours,
  organiser: z.string().trim().min(2, '请写举办单位').max(80),
  startsOn: Day,
  completedOn: Day,
  certificateNumber: z.string().trim().min(2).max(60).nullable(),
})
export type Record = z.infer<typeof Record>

export const contract = {
  list: oc.input(Listing).output(pageOf(Course)),
  get: oc.input(Id).output(Course),
  trainees: oc.input(OfCourse).output(z.array(Training)),
  save: oc.input(Draft).output(Touched),
  publish: oc.input(Id.extend({ version: z.int() })).output(Touched),
  cancel: oc.input(Id.extend({ version: z.int(), why: Why })).output(Touched),
  enrolMany: oc
    .input(OfCourse.extend({ memberIds: z.array(z.uuid()).min(1).max(200) }))
    .output(z.object({ enrolled: z.int(), already: z.int() })),
  withdrawOne: oc.input(Id).output(Touched),
  code: oc.input(Id).output(z.object({ code: z.string(), onDay: Day })),
  attend: oc.input(OfCourse.extend({ onDay: Day, trainingId: z.uuid(), isPresent: z.boolean() })).output(Touched),
  mark: oc.input(Id.extend({ mark: z.int().min(0).max(100).nullable() })).output(Touched),
  close: oc.input(Id.extend({ version: z.int() })).output(z.object({ id: z.uuid(), completed: z.int(), missed: z.int() })),
  record: oc.input(Record).output(Touched),
  trainings: oc.input(TrainingListing).output(pageOf(Training)),
  ofCadre: oc.input(z.object({ memberId: z.uuid() })).output(z.array(Training)),
  certificate: oc.input(Id).output(Training),
  owing: oc.input(Paging.extend({ late: z.boolean().optional() })).output(pageOf(Owing)),
  figures: oc.output(Figures),
  export: oc.input(TrainingListing).output(Touched),
  offered: oc.output(z.array(Offer)),
  enrol: oc.input(OfCourse).output(z.object({ id: z.uuid(), isSeated: z.boolean() })),
  leave: oc.input(Id).output(Touched),
  signIn: oc.input(OfCourse.extend({ code: z.string().trim().min(1, '请输入签到码').max(10) })).output(Touched),
  mine: oc.output(z.array(Training)),
  certificateMine: oc.input(Id).output(Training),
}
