import { z } from 'zod'
import { Day, oc, pageOf, Paging, Touched } from '#kit/contract'
import { powers, type Power } from '#kit/powers'
import { bodies, kinds } from './rules/kinds.ts'

export const cameKinds = ['elected', 'appointed', 'byElection', 'coOpted'] as const
export type Came = (typeof cameKinds)[number]
export const cameNames: Record<Came, string> = { elected: '选举产生', appointed: '任命', byElection: '补选', coOpted: '增补' }

export const endedKinds = [
  'term',
  'resigned',
  'moved',
  'recalled',
  'retired',
  'died',
  'replaced',
  'dissolved',
  'mistake',
] as const
export type Ended = (typeof endedKinds)[number]
export const endedNames: Record<Ended, string> = {
  term: '任期届满',
  resigned: '辞职',
  moved: '工作调动',
  recalled: '罢免',
  retired: '退休',
  died: '去世',
  replaced: '替补结束、正式到任',
  dissolved: '工会撤销',
  mistake: '登记有误',
}

export const appointmentStates = ['waiting', 'coming', 'inOffice', 'expired', 'ended'] as const
export type AppointmentState = (typeof appointmentStates)[number]
export const appointmentStateNames: Record<AppointmentState, string> = {
  waiting: '待主席确认',
  coming: '未到任',
  inOffice: '在任',
  expired: '任期已满',
  ended: '已卸任',
}

const Kind = z.enum(kinds)
const powerNames = z.enum(Object.keys(powers) as [Power, ...Power[]])
const Basis = z.string().trim().min(4, '请写明文号或会议，至少 4 个字').max(120)

export const Appointment = z.object({
  id: z.uuid(),
  unionId: z.uuid(),
  unionName: z.string(),
  memberId: z.uuid(),
  personName: z.string(),
  kind: Kind,
  title: z.string(),
  portfolio: z.string().nullable(),
  fromOn: Day,
  untilOn: Day.nullable(),
  fullTime: z.boolean(),
  substituteFor: z.uuid().nullable(),
  came: z.enum(cameKinds),
  basis: z.string().nullable(),
  endedOn: Day.nullable(),
  endedWhy: z.enum(endedKinds).nullable(),
  extensionBasis: z.string().nullable(),
  state: z.enum(appointmentStates),
})
export type Appointment = z.infer<typeof Appointment>

/** What a person is at the employer, as far as the law excludes it from union posts; asked when a post is given. */
export const Ties = z.object({
  isHead: z.boolean().default(false),
  isRelativeOfHead: z.boolean().default(false),
  isPersonnelHead: z.boolean().default(false),
  isForeign: z.boolean().default(false),
})
export type Ties = z.infer<typeof Ties>

export const NewAppointment = z.object({
  unionId: z.uuid(),
  memberId: z.uuid(),
  kind: Kind,
  title: z.string().trim().min(2).max(30).optional(),
  portfolio: z.string().trim().max(200).optional(),
  fromOn: Day,
  untilOn: Day.optional(),
  fullTime: z.boolean().default(false),
  substituteFor: z.uuid().optional(),
  came: z.enum(cameKinds),
  basis: Basis.optional(),
  ties: Ties.prefault({}),
})
export type NewAppointment = z.infer<typeof NewAppointment>

export const Warning = z.object({ code: z.string(), reason: z.string(), cite: z.string().optional() })
export const Appointed = z.object({ id: z.uuid(), warnings: z.array(Warning) })

export const KindShown = z.object({
  kind: Kind,
  title: z.string(),
  body: z.enum(bodies),
  duties: z.array(z.string()),
  powers: z.array(powerNames),
  secondFactor: z.boolean(),
  isChanged: z.boolean(),
  holders: z.int(),
})
export type KindShown = z.infer<typeof KindShown>

export const KindChange = z.object({
  id: z.uuid(),
  kind: Kind,
  fromOn: Day,
  duties: z.array(z.string()),
  powers: z.array(powerNames),
  secondFactor: z.boolean(),
  reason: z.string(),
  madeAt: z.date(),
})

export const committeeStates = ['complete', 'thin', 'vacant', 'never', 'notNeeded'] as const
export type CommitteeState = (typeof committeeStates)[number]
export const committeeStateNames: Record<CommitteeState, string> = {
  complete: '健全',
  thin: '人数不足',
  vacant: '空缺',
  never: '未建立',
  notNeeded: '可不设',
}
export const Committee = z.object({
  body: z.enum(bodies),
  state: z.enum(committeeStates),
  head: z.string().nullable(),
  headTitle: z.string().nullable(),
  people: z.int(),
  since: Day.nullable(),
  until: Day.nullable(),
  vacantSince: Day.nullable(),
  reason: z.string(),
  cite: z.string(),
})
export type Committee = z.infer<typeof Committee>

export const UnionBodies = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  members: z.int(),
  women: z.int(),
  committees: z.array(Committee),
  isComplete: z.boolean(),
  fullTimeStaff: z.int(),
  staffPerThousand: z.number().nullable(),
  hasFullTimeViceChair: z.boolean(),
  ownOffice: z.boolean().nullable(),
  expired: z.int(),
})
export type UnionBodies = z.infer<typeof UnionBodies>

export const overviewFilters = ['all', 'incomplete', 'noFullTimeViceChair', 'expired', 'noOwnOffice'] as const
export const Totals = z.object({
  unions: z.int(),
  complete: z.int(),
  noFullTimeViceChair: z.int(),
  ownOffice: z.int(),
  fullTimeStaff: z.int(),
  members: z.int(),
  expired: z.int(),
})

export const Handover = z.object({
  id: z.uuid(),
  from: z.string(),
  to: z.string(),
  onDay: Day,
  moved: z.array(z.object({ what: z.string(), count: z.int() })),
  note: z.string().nullable(),
})

export const Listing = Paging.extend({
  text: z.string().trim().max(40).default(''),
  kind: Kind.optional(),
  body: z.enum(bodies).optional(),
  state: z.enum(['inOffice', 'expired', 'ended', 'ending', 'waiting']).default('inOffice'),
})
export type Listing = z.infer<typeof Listing>

export const Overview = Paging.extend({
  text: z.string().trim().max(40).default(''),
  filter: z.enum(overviewFilters).default('all'),
  body: z.enum(bodies).optional(),
})
export type Overview = z.infer<typeof Overview>

const Id = z.object({ id: z.uuid() })

export const contract = {
  kinds: oc.output(z.array(KindShown)),
  kindHistory: oc.input(z.object({ kind: Kind })).output(z.array(KindChange)),
  adjustKind: oc
    .input(
      z.object({
        kind: Kind,
        duties: z.array(z.string().trim().min(2).max(120)).min(1).max(20),
        powers: z.array(powerNames),
        secondFactor: z.boolean(),
        reason: z.string().trim().min(4, '请写明理由，至少 4 个字').max(200),
      }),
    )
    .output(Touched),
  ofUnion: oc.input(z.object({ unionId: z.uuid(), on: Day.optional() })).output(
    z.object({
      unionName: z.string(),
      committees: z.array(Committee),
      appointments: z.array(Appointment),
      past: z.array(Appointment),
    }),
  ),
  list: oc.input(Listing).output(pageOf(Appointment)),
  export: oc.input(Listing).output(Touched),
  get: oc.input(Id).output(Appointment.extend({ handovers: z.array(Handover) })),
  candidates: oc
    .input(z.object({ unionId: z.uuid(), text: z.string().trim().min(1).max(40) }))
    .output(z.array(z.object({ id: z.uuid(), name: z.string(), unionName: z.string(), number: z.string().nullable() }))),
  appoint: oc.input(NewAppointment).output(Appointed),
  amend: oc
    .input(Id.extend({ title: z.string().trim().max(30), portfolio: z.string().trim().max(200), fullTime: z.boolean() }))
    .output(Touched),
  extend: oc.input(Id.extend({ untilOn: Day, basis: Basis })).output(Appointed),
  end: oc.input(Id.extend({ on: Day, why: z.enum(endedKinds), basis: Basis.optional() })).output(Touched),
  handOver: oc
    .input(z.object({ fromId: z.uuid(), toId: z.uuid(), on: Day, why: z.enum(endedKinds), note: z.string().trim().max(400) }))
    .output(Handover),
  appointAdministrator: oc
    .input(z.object({ unionId: z.uuid(), memberId: z.uuid(), kind: Kind, untilOn: Day.optional() }))
    .output(Touched.extend({ waits: z.boolean() })),
  confirmAuditor: oc.input(Id).output(Touched),
  endAdministrator: oc.input(Id.extend({ why: z.enum(endedKinds) })).output(Touched),
  administrators: oc.output(z.array(Appointment)),
  overview: oc.input(Overview).output(pageOf(UnionBodies).extend({ totals: Totals })),
  exportCommittees: oc.input(Overview).output(Touched),
}
