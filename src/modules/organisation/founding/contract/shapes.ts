import { z } from 'zod'
import { unitKinds } from '#contracts/organisation/employers'
import { CitizenNumber, Mobile, PersonName } from '#contracts/organisation/members'
import { Name, unionKinds, unitTypes } from '#contracts/organisation/unions'
import { Day, Paging } from '#kit/contract'
import { checkCreditCode } from '#kit/identifiers'
import { levels } from '#law/statutes'
import {
  bodies,
  consentText,
  forms,
  items,
  meetingKinds,
  relations,
  seats,
  sides,
  states,
  steps,
  taskKinds,
} from '../rules/names.ts'

export const CreditCode = z
  .string()
  .trim()
  .transform((text, context) => {
    const found = checkCreditCode(text)
    if (!('problem' in found)) return found.code
    context.addIssue({ code: 'custom', message: found.problem })
    return z.NEVER
  })

/** A unit that the union is founded for; `women` are its women workers. */
export const Unit = z.object({
  name: z.string().trim().min(2, '单位全称至少 2 个字').max(100),
  creditCode: CreditCode.nullable(),
  unitKind: z.enum(unitKinds),
  headcount: z.int('请写职工人数').min(1, '请写职工人数').max(9_999_999),
  women: z.int().min(0).max(9_999_999).nullable(),
  setUpOn: Day.nullable(),
})
export type Unit = z.infer<typeof Unit>

/** A person proposed for a seat, and what he declares of his tie to the unit's management (ORG-10…12). */
export const Candidate = z.object({
  name: z.string().trim().min(2, '请写姓名').max(60),
  seat: z.enum(seats),
  sex: z.enum(['male', 'female']).nullable(),
  relation: z.enum(relations),
})
export type Candidate = z.infer<typeof Candidate>

export const Draft = z.object({
  /** The union that shall decide: a federation, town, trade or regional union. */
  superiorId: z.uuid('请选择上一级工会'),
  form: z.enum(forms),
  unitType: z.enum(unitTypes),
  body: z.enum(bodies),
  name: Name,
  sector: z.string().trim().max(30).nullable(),
  place: z.string().trim().max(40).nullable(),
  plan: z.string().trim().max(2000),
  electionOn: Day.nullable(),
  units: z.array(Unit).min(1, '至少写一个单位').max(200),
  candidates: z.array(Candidate).max(60),
})
export type Draft = z.infer<typeof Draft>

export const Id = z.object({ id: z.uuid() })
export const Versioned = Id.extend({ version: z.int() })
export const Reason = z.string().trim().min(4, '请写明理由，至少 4 个字').max(500)

/** What a rule says of the project: `ok` when it is kept. Only a BLOCK that is not ok stops the filing. */
export const Finding = z.object({
  code: z.string(),
  item: z.enum(items),
  level: z.enum(levels),
  ok: z.boolean(),
  says: z.string(),
  cite: z.string(),
})
export type Finding = z.infer<typeof Finding>

export const Returned = z.object({ item: z.enum(items), reason: Reason })
export type Returned = z.infer<typeof Returned>

/** What was filed, as it stood: facts, and how many had signed. */
export const Content = Draft.omit({ superiorId: true }).extend({
  units: z.array(Unit.extend({ creditCode: z.string().nullable() })),
  supporters: z.int(),
  tasksDone: z.int(),
  tasks: z.int(),
  group: z.array(z.string()),
})
export type Content = z.infer<typeof Content>

export const Filing = z.object({
  round: z.int(),
  content: Content,
  filedAt: z.date(),
  answerBy: Day,
  answeredAt: z.date().nullable(),
  answer: z.enum(['returned', 'approved', 'withdrawn']).nullable(),
  items: z.array(Returned),
})
export type Filing = z.infer<typeof Filing>

export const Election = z.object({
  electedOn: Day,
  meeting: z.enum(['assembly', 'congress']),
  expected: z.int().min(1, '请写应到人数'),
  present: z.int().min(1, '请写实到人数'),
  paper: z.string().trim().min(2, '请写会议记录或选举结果报告的名称、文号').max(80),
  chair: z.string().trim().min(2, '请写当选的主席（组织员）').max(60),
  seats: z.int().min(1).max(60),
})
export type Election = z.infer<typeof Election>

export const Task = Id.extend({
  kind: z.enum(taskKinds),
  title: z.string(),
  ownerId: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  dueOn: Day.nullable(),
  doneOn: Day.nullable(),
  paper: z.string().nullable(),
  version: z.int(),
})
export type Task = z.infer<typeof Task>

export const Meeting = Id.extend({
  kind: z.enum(meetingKinds),
  title: z.string(),
  onDay: Day,
  place: z.string().nullable(),
  invited: z.int(),
  attendance: z.array(z.string()),
  joined: z.int(),
  version: z.int(),
})
export type Meeting = z.infer<typeof Meeting>

export const Row = Id.extend({
  name: z.string(),
  form: z.enum(forms),
  state: z.enum(states),
  unionId: z.uuid(),
  superiorName: z.string(),
  headName: z.string().nullable(),
  workers: z.int(),
  supporters: z.int(),
  tasks: z.int(),
  tasksDone: z.int(),
  tasksLate: z.int(),
  openedAt: z.date(),
  filedAt: z.date().nullable(),
  /** Until when the superior answers: the default of the day it was filed. */
  answerBy: Day.nullable(),
  decidedAt: z.date().nullable(),
  foundedUnionId: z.uuid().nullable(),
})
export type Row = z.infer<typeof Row>

export const Supporter = Id.extend({
  name: z.string(),
  idNumber: z.string().nullable(),
  unitName: z.string().nullable(),
  way: z.enum(['phone', 'paper']),
  signedOn: Day,
  hasAccount: z.boolean(),
  outcome: z.enum(['admitted', 'elsewhere']).nullable(),
})
export type Supporter = z.infer<typeof Supporter>

export const GroupMember = Id.extend({
  name: z.string(),
  side: z.enum(sides),
  duty: z.string(),
  hasAccount: z.boolean(),
  supporterId: z.uuid().nullable(),
})
export type GroupMember = z.infer<typeof GroupMember>

export const Project = Row.extend({
  ...Draft.omit({ superiorId: true, units: true }).shape,
  units: z.array(Unit.extend({ id: z.uuid(), creditCode: z.string().nullable(), isOnRegister: z.boolean() })),
  unionKind: z.enum(unionKinds),
  linkCode: z.string(),
  openedAs: z.string().nullable(),
  number: z.string().nullable(),
  termYears: z.int().nullable(),
  election: Election.nullable(),
  version: z.int(),
  roster: z.array(Supporter),
  group: z.array(GroupMember),
  taskList: z.array(Task),
  meetings: z.array(Meeting),
  filings: z.array(Filing),
  findings: z.array(Finding),
  /** By when a union should be founded, from the unit's set-up day; `null` when that day is not known. */
  clock: z.object({ dueOn: Day, says: z.string(), cite: z.string() }).nullable(),
  timeline: z.array(
    z.object({ id: z.uuid(), step: z.enum(steps), who: z.string().nullable(), note: z.string().nullable(), at: z.date() }),
  ),
})
export type Project = z.infer<typeof Project>

export const Listing = Paging.extend({
  state: z.enum(states).optional(),
  form: z.enum(forms).optional(),
  text: z.string().trim().max(40).optional(),
  /** Filed and not answered within the period. */
  overdue: z.boolean().optional(),
})
export type Listing = z.infer<typeof Listing>

/** What a signature needs: who, and that he has read the text of this version. */
export const Signature = z.object({
  code: z.string().min(16).max(64),
  unitId: z.uuid().nullable(),
  name: PersonName,
  idNumber: CitizenNumber,
  mobile: Mobile.nullable(),
  textVersion: z.literal(consentText.version, '说明有更新，请看过新的说明再签'),
})
export type Signature = z.infer<typeof Signature>

export const PaperSignature = Signature.omit({ code: true, textVersion: true }).extend({ signedOn: Day })
export type PaperSignature = z.infer<typeof PaperSignature>

export const ofProject = { foundingId: z.uuid() }
export const NewTask = z.object({
  ...ofProject,
  id: z.uuid().optional(),
  version: z.int().optional(),
  kind: z.enum(taskKinds),
  title: z.string().trim().min(2, '请写要办的事').max(60),
  ownerId: z.uuid().nullable(),
  dueOn: Day.nullable(),
  doneOn: Day.nullable(),
  paper: z.string().trim().max(80).nullable(),
})
export type NewTask = z.infer<typeof NewTask>

export const NewMeeting = z.object({
  ...ofProject,
  id: z.uuid().optional(),
  version: z.int().optional(),
  kind: z.enum(meetingKinds),
  title: z.string().trim().min(2, '请写会议名称').max(60),
  onDay: Day,
  place: z.string().trim().max(60).nullable(),
  invited: z.int().min(0),
  attendance: z.array(z.string().trim().min(1).max(60)).max(2000),
  joined: z.int().min(0),
})
export type NewMeeting = z.infer<typeof NewMeeting>

export const NewMember = z.object({
  ...ofProject,
  side: z.enum(sides),
  duty: z.string().trim().max(100),
  /** Somebody who has signed; or, for who represents the Party or the superior, a name. */
  supporterId: z.uuid().nullable(),
  name: z.string().trim().min(2).max(60).nullable(),
})
export type NewMember = z.infer<typeof NewMember>
